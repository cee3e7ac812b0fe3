import Disclosure
import Record
import Storage

/// Takes back a file that was attached by mistake: a State's before it is sent, a letter's and a past overview's whenever
/// that is noticed. What the Directorate attached to its own answers and ratings is withdrawn as a wrong entry (`WithdrawItem`).
///
/// - Performer: the State's focal point, its Mission; an official what they attached themselves. Of a letter's files
///   whoever attached it, a head for the Directorate's letters, the secretary for the Committee's.
/// - Authority: `evidence.attach`.
/// - Before: the draft is with the State, and the file was not sent; or it is attached to a letter that came in, or to an
///   overview from before the software.
/// - After: it stands in no room any more; it is read as of the days before. The record keeps it.
/// - Refuses: `take-back.directorate`, `take-back.not-own`, `take-back.sent`, `evidence.not-here`,
///   `assessment.not-at-stage`, `state.not-own`, `communication.other-office`.
public struct TakeBackFile: Act {
    public static let kind: ActKind = "take-back-file"
    public static let authority: Authority = "evidence.attach"
    public static let performers: [Performer] = [
        .capacity(.expert), .capacity(.head), .capacity(.focalPoint), .capacity(.mission),
        .capacity(.contributor), .capacity(.committeeSecretary),
    ]
    public static let readers: EntryReaders? = [.directorate, .committee, .state]
    public var entryReaders: EntryReaders? { EntryReaders(rooms) }

    public let evidence: Identifier<Kind.Evidence>
    let rooms: [Room.Kind]

    public enum Fields {
        static let evidence = Field<Identifier<Kind.Evidence>>("evidence", .reference(Kind.Evidence.type))
        static let reason = Field<LocalizedWording>(
            "reason", .localized(maxLength: 4_000), optional: true, erasable: true)
        static let rooms = Field<String>("rooms", .made)
    }
    public static let fields: [FieldDescription] = [
        Fields.evidence.description, Fields.reason.description, Fields.rooms.description,
    ]

    public init(_ input: Input) throws {
        evidence = try input[Fields.evidence]
        rooms = Room.Kind.list(try input[Fields.rooms])
    }

    public static func prepare(_ draft: inout ActDraft, _ standing: Standing) throws {
        let id = draft.values[Fields.evidence.description.name]?.string ?? ""
        let parent = try standing.reader.item(.evidence, id).flatMap { try standing.reader.item($0.parent) }
        let rooms = parent.map { EvidenceParent.rooms(of: $0) } ?? []
        draft.make(Fields.rooms, .string(rooms.map(\.rawValue).joined(separator: ",")))
    }

    public func check(_ standing: Standing) throws {
        let file = try standing.item(evidence.rawValue)
        let parent = try standing.item(file.parent)
        // What is in nobody's draft: the files of a letter, and of an overview from before the software.
        let isOfLetter = parent.type == .communication || parent.type == .overview
        guard isOfLetter || file.room == Room.Kind.state.rawValue else {
            throw Refusal("take-back.directorate", .notAllowed)
        }
        try EvidenceParent(item: parent).check(standing)
        guard Self.isTheirs(file, ofLetter: isOfLetter, standing) else {
            throw Refusal("take-back.not-own", .notAllowed)
        }
        // An official does not see how far a file went, and must not take back what others have.
        if !isOfLetter, try standing.guarded.isWithDirectorate(item: evidence.rawValue) {
            throw Refusal("take-back.sent", .notNow)
        }
    }

    private static func isTheirs(_ file: ItemView, ofLetter isOfLetter: Bool, _ standing: Standing) -> Bool {
        if file.author == standing.performer.person?.rawValue { return true }
        return switch standing.performer.capacity {
        case .head, .committeeSecretary: isOfLetter
        case .focalPoint, .mission: !isOfLetter
        default: false
        }
    }

    public func apply(to tables: Tables, _ entry: RecordEntry) throws {
        for room in rooms { try tables.close(evidence.rawValue, in: room, entry) }
    }
}

extension Room.Kind {
    /// As an act's made field lists them: `directorate,state`.
    static func list(_ text: String) -> [Room.Kind] {
        text.split(separator: ",").compactMap { Room.Kind(rawValue: String($0)) }
    }
}

extension EntryReaders {
    /// Whoever reads in these rooms.
    init(_ rooms: [Room.Kind]) {
        self = rooms.reduce(into: []) { readers, room in
            switch room {
            case .directorate: readers.formUnion(.directorate)
            case .committee: readers.formUnion(.committee)
            case .state: readers.formUnion(.state)
            }
        }
    }
}
