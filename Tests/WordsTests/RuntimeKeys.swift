/// Keys that no literal in the sources names in full.
enum RuntimeKeys {
    /// Groups whose keys are put together from a code at run time. The fields of an act stand under its kind.
    static let prefixes = [
        "act.", "answer.help.", "assessment.stage.", "audience.", "calibration.lead.", "calibration.seat.",
        "calibration.stage.", "capacity.", "case.coverage.", "changes.", "choice.", "circulation.outcome.",
        "clarify.", "communication.", "circulation.status.", "consultation.status.",
        "date.month.",
        "date.month-short.", "file.format.", "date.weekday.", "date.weekday-short.", "decision.outcome.",
        "desk.lead.",
        "desk.rooms.",
        "duty-status.", "duty.because.", "duty.stage.", "entity.", "follow-up.status.", "force.",
        "historic.warning.", "item.",
        "language.", "limit.", "match.", "measure.status.", "notice.status.", "objection.sort.",
        "objection.status.", "observation.status.", "print.classification.", "print.download.", "problem.",
        "question.kind.", "question.matter.", "questions.whole-form.",
        "release.ground.", "request.status.", "request-time.status.", "request-reply.status.",
        "release.status.",
        "search.type.", "state.timeline.", "second-reading.status.", "sheet.about.answers.", "sheet.kind.",
        "succession.", "translation.", "translations.", "type.", "versions.", "via.", "withholding.status.",
    ]

    /// Groups whose pages are not built yet. Take a group out once its page is; add none without a page
    /// in sight.
    static let awaited = ["dialogue.", "form.draft-", "form.cannot-undo", "desk.heading", "welcome.title"]
}
