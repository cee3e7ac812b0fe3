import Disclosure
import Record
import Storage

/// Sends the State's observations on the draft; that there are none counts too.
///
/// - Performer: the State's focal point, its Mission.
/// - Authority: `assessment.state`.
/// - Before: the draft is with the State. A note that is named came from the State.
/// - After: the Directorate sees them, and may revise.
/// - Refuses: `assessment.not-at-stage`, `state.not-own`,
///   `communication.other-state`, `communication.not-at-stage`.
public struct SendObservations: Act {
    public static let kind: ActKind = "send-observations"
    public static let authority: Authority = "assessment.state"
    public static let performers: [Performer] = [.capacity(.focalPoint), .capacity(.mission)]
    public static let readers: EntryReaders? = [.directorate, .state]

    public let assessment: AssessmentID
    /// The letter or note under which it goes.
    public let communication: Identifier<Kind.Communication>?
    public let none: Identifier<Kind.Observation>
    public let count: String

    public enum Fields {
        static let assessment = Field<AssessmentID>("assessment", .reference(Kind.Assessment.type))
        static let communication = Field<Identifier<Kind.Communication>>(
            "communication", .reference(Kind.Communication.type), optional: true)
        static let none = Field<Identifier<Kind.Observation>>("none", .new(Kind.Observation.type))
        static let count = Field<String>("count", .made)
    }
    public static let fields: [FieldDescription] = [
        Fields.assessment.description, Fields.communication.description, Fields.none.description,
        Fields.count.description,
    ]

    public init(_ input: Input) throws {
        assessment = try input[Fields.assessment]
        communication = try input.optional(Fields.communication)
        none = try input[Fields.none]
        count = try input[Fields.count]
    }

    public static func prepare(_ draft: inout ActDraft, _ standing: Standing) throws {
        let assessment = draft.values[Fields.assessment.description.name]?.string ?? ""
        let drafts = try standing.reader.items(of: assessment, [.observation])
        draft.make(Fields.count, .string(String(drafts.count)))
    }

    public func check(_ standing: Standing) throws {
        let found = try standing.assessment(assessment)
        try standing.requireOwn(state: found.state)
        try standing.require(found, at: [.withState])
        try standing.requireCommunication(communication, of: found.state)
    }

    public func apply(to tables: Tables, _ entry: RecordEntry) throws {
        let facts = try tables.facts(of: assessment.rawValue)
        if count == "0" {
            try tables.put(
                Item(
                    id: none.rawValue, type: .observation, room: .state, state: facts.state,
                    assessment: facts.id, parent: facts.id, value: "none"), in: [.state], entry)
        }
        try tables.send([.observation], of: facts.id, from: .state, to: .directorate, arisen: .state, entry)
        try tables.send(
            [.step, .evidence], of: facts.id, under: .observation, from: .state, to: .directorate,
            arisen: .state, entry)
    }
}
