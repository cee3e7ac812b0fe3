/// Keys that no literal in the sources names in full.
enum RuntimeKeys {
    /// Groups whose keys are put together from a code at run time.
    static let prefixes = [
        "date.month.", "date.month-short.", "date.weekday.", "date.weekday-short.", "capacity.",
        "audience.", "duty-status.", "limit.", "precision.", "record.via.", "requirement.", "body.",
        "language.", "nav.", "act.", "field.", "dialogue.",
    ]

    /// Groups whose pages are not built yet. Take a group out once its page is; add none without a page
    /// in sight.
    static let awaited = [
        "frame.", "keys.", "form.", "pager.", "table.", "unit.", "sign-in.", "invitation.", "password.",
        "reset.", "error.", "resolution.", "paragraph.", "mandate.", "duty.", "desk.", "calendar.",
        "search.", "state.", "theme.", "record.", "people.", "pack.", "date.zone",
    ]
}
