import Disclosure
import Mandate
import Storage

/// Records what a later resolution does to an earlier one: renews, amends, replaces or ends it, whole or one
/// of its duties.
///
/// - Performer: a head.
/// - Authority: `succession.record`.
/// - Before: both resolutions are registered, the later one is not the earlier.
/// - After: recurring duties live on to the new end, dated ones are spent (I28).
/// - Refuses: `succession.same`, `succession.order`, `succession.until-missing`, `succession.until-before`.
public struct RecordSuccession: Act {
    public static let kind: ActKind = "record-succession"
    public static let authority: Authority = "succession.record"
    public static let performers: [Performer] = [.capacity(.head)]
    public static let erasure = [ErasedColumns("succession", ["source", "reason"])]

    public let succession: SuccessionID
    public let earlier: ResolutionID
    public let later: ResolutionID
    public let effect: String
    public let duty: DutyID?
    public let fromOn: CalendarDate
    public let untilOn: CalendarDate?
    public let source: String
    public let reason: String

    public enum Fields {
        static let succession = Field<SuccessionID>("succession", .new(Kind.Succession.type))
        static let earlier = Field<ResolutionID>("earlier", .reference(Kind.Resolution.type))
        static let later = Field<ResolutionID>("later", .reference(Kind.Resolution.type))
        static let effect = Field<String>("effect", .choice(["renews", "amends", "replaces", "ends"]))
        static let duty = Field<DutyID>("duty", .reference(Kind.Duty.type), optional: true)
        static let fromOn = Field<CalendarDate>("fromOn", .date(.any))
        static let untilOn = Field<CalendarDate>("untilOn", .date(.any), optional: true)
        static let source = Field<String>("source", .line(maxLength: 500), erasable: true)
        static let reason = Field<String>("reason", .text(maxLength: 2_000), erasable: true)
    }
    public static let fields = [
        Fields.succession.description, Fields.earlier.description, Fields.later.description,
        Fields.effect.description, Fields.duty.description, Fields.fromOn.description,
        Fields.untilOn.description, Fields.source.description, Fields.reason.description,
    ]

    public init(_ input: Input) throws {
        succession = try input[Fields.succession]
        earlier = try input[Fields.earlier]
        later = try input[Fields.later]
        effect = try input[Fields.effect]
        duty = try input.optional(Fields.duty)
        fromOn = try input[Fields.fromOn]
        untilOn = try input.optional(Fields.untilOn)
        source = try input[Fields.source]
        reason = try input[Fields.reason]
    }

    public func check(_ standing: Standing) throws {
        guard earlier != later else { throw Refusal("succession.same", .incomplete) }
        let dates = try [earlier, later].map { try standing.reader.adoptedOn($0) }
        if let before = dates[0], let after = dates[1], after < before {
            throw Refusal("succession.order", .incomplete)
        }
        if effect == "renews", untilOn == nil { throw Refusal("succession.until-missing", .incomplete) }
        if let untilOn, untilOn < fromOn { throw Refusal("succession.until-before", .incomplete) }
    }

    public func apply(to tables: Tables, _ entry: RecordEntry) throws {
        try tables.execute(
            """
            INSERT INTO succession
                (id, kind, earlier_id, later_id, duty_id, from_on, until_on, source, reason, entered_by)
            VALUES (:id, :kind, :earlier, :later, :duty, :from, :until, :source, :reason, :entry)
            """,
            [
                "id": succession, "kind": effect, "earlier": earlier, "later": later, "duty": duty,
                "from": fromOn, "until": untilOn, "source": source, "reason": reason, "entry": entry.index,
            ])
    }
}
