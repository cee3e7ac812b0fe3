import Disclosure

/// Says something at a question to colleagues of the Directorate; no State ever sees it.
///
/// - Performer: an expert, a head.
/// - Authority: `assessment.conduct`.
/// - Before: the case is not closed; who is named is of the Directorate.
/// - After: a remark in the Directorate's room, and on the desk of who is named or took part.
/// - Refuses: `assessment.not-at-stage`, `question.unknown`, `discussion.not-of-room`.
public struct DiscussQuestion: Act {
    public static let kind: ActKind = "discuss-question"
    public static let authority: Authority = "assessment.conduct"
    public static let performers = Performer.directorate
    public static let readers: EntryReaders? = [.directorate]
    public static let erasure = Remark.erasure
    public static let fields = Remark.fields

    let remark: Remark

    public init(_ input: Input) throws { remark = try Remark(input) }

    public func check(_ standing: Standing) throws { try remark.check(standing, state: nil) }

    public func apply(to tables: Tables, _ entry: RecordEntry) throws {
        try remark.write(in: .directorate, to: tables, entry)
    }
}
