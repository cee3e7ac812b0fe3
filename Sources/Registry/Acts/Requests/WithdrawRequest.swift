import Disclosure
import Record
import Storage

/// Withdraws a request for information: the State need not reply.
///
/// - Performer: an expert, a head.
/// - Authority: `request.write`.
/// - Before: drafted, or with the State.
/// - After: withdrawn, with the reason; where the State had it, it learns of it.
/// - Refuses: `request.not-at-stage`.
public struct WithdrawRequest: Act {
    public static let kind: ActKind = "withdraw-request"
    public static let authority: Authority = "request.write"
    public static let performers = Performer.directorate
    public static let readers: EntryReaders? = [.directorate, .state]
    public static let erasure = [ErasedColumns("item", ["note"], by: "note_by")]
    public var entryReaders: EntryReaders? { wasSent == "yes" ? [.directorate, .state] : [.directorate] }

    public let request: Identifier<Kind.Request>
    public let reason: LocalizedWording
    public let wasSent: String

    public enum Fields {
        static let request = Field<Identifier<Kind.Request>>("request", .reference(Kind.Request.type))
        static let version = Field<String>("version", .version(of: "request"), optional: true)
        static let reason = Field<LocalizedWording>("reason", .localized(maxLength: 4_000), erasable: true)
        static let wasSent = Field<String>("wasSent", .made)
    }
    public static let fields: [FieldDescription] = [
        Fields.request.description, Fields.version.description, Fields.reason.description,
        Fields.wasSent.description,
    ]

    public init(_ input: Input) throws {
        request = try input[Fields.request]
        reason = try input[Fields.reason]
        wasSent = try input[Fields.wasSent]
    }

    public static func prepare(_ draft: inout ActDraft, _ standing: Standing) throws {
        let id = draft.values[Fields.request.description.name]?.string ?? ""
        let found = try standing.reader.item(.request, id)
        draft.make(Fields.wasSent, .string(found?.text("sentOn") == nil ? "no" : "yes"))
    }

    public func check(_ standing: Standing) throws {
        _ = try standing.request(request, at: [.draft, .sent, .overdue])
    }

    public func apply(to tables: Tables, _ entry: RecordEntry) throws {
        try tables.reword(
            request.rawValue, value: RequestStage.withdrawn.rawValue, note: reason,
            in: wasSent == "yes" ? [.directorate, .state] : [.directorate], entry)
    }
}
