import Mandate

/// The fields that proposing and correcting a duty share.
struct DutyContent: Sendable {
    let addressee: LocalizedWording
    let verb: LocalizedWording
    let what: LocalizedWording
    let limitKind: String
    /// In normal form; empty where the duty has no limit.
    let normalised: String
    /// The limit in the words of the text.
    let limitText: LocalizedWording?

    enum Fields {
        static let addressee = Field<LocalizedWording>(
            "addressee", .localized(maxLength: 300), erasable: true)
        static let verb = Field<LocalizedWording>("verb", .localized(maxLength: 200), erasable: true)
        static let what = Field<LocalizedWording>("what", .localized(maxLength: 4_000), erasable: true)
        static let limitKind = Field<String>(
            "limitKind", .choice(["none", "absolute", "relative", "recurring", "term"]))
        static let normalised = Field<String>("normalised", .timeLimit, optional: true)
        static let limitText = Field<LocalizedWording>(
            "limitText", .localized(maxLength: 500), optional: true, erasable: true)
        static let all = [
            addressee.description, verb.description, what.description, limitKind.description,
            normalised.description, limitText.description,
        ]
    }

    init(_ input: Input) throws {
        addressee = try input[Fields.addressee]
        verb = try input[Fields.verb]
        what = try input[Fields.what]
        limitKind = try input[Fields.limitKind]
        normalised = try input.optional(Fields.normalised) ?? ""
        limitText = try input.optional(Fields.limitText)
    }

    /// - Throws: `Refusal` where kind and normal form of the limit do not belong together.
    func check() throws {
        let found = TimeLimit(normalised: normalised, text: "")?.kind.rawValue ?? "none"
        // The end of a mandate's term is a date too, but nobody has to do anything by it.
        guard found == (limitKind == "term" ? "absolute" : limitKind) else {
            throw Refusal("duty.limit-mismatch", .incomplete, ["kind": limitKind, "normalised": normalised])
        }
    }

    /// A new current version for the Directorate.
    func write(
        _ duty: DutyID, resolution: String, paragraph: ParagraphID, stage: String, reason: String?,
        _ tables: Tables, _ entry: RecordEntry
    ) throws {
        try tables.execute(
            """
            INSERT INTO duty_version
                (duty_id, resolution_id, paragraph_id, stage, addressee, verb, what, limit_text, reason,
                 limit_kind, normalised, entered_by)
            VALUES (:duty, :resolution, :paragraph, :stage, :addressee, :verb, :what, :limit_text, :reason,
                    :limit_kind, :normalised, :entry)
            """,
            [
                "duty": duty, "resolution": resolution, "paragraph": paragraph, "stage": stage,
                "addressee": addressee.stored, "verb": verb.stored, "what": what.stored,
                "limit_text": limitText?.stored, "reason": reason, "limit_kind": limitKind,
                "normalised": normalised, "entry": entry.index,
            ])
    }
}
