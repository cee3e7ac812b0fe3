import Disclosure
import Storage

/// Takes a wrong entry of the Directorate's back before anybody outside it was sent it. What was sent is amended
/// instead, so that nobody misses what they read.
///
/// - Performer: whoever wrote it, or a head.
/// - Authority: `assessment.conduct`.
/// - Before: the Directorate writes; an answer, a rating, a finding, a recommendation, an overview or evidence that arose
///   in its room, was sent to no other, and that nothing rests on. A rating that a second reader or a settlement stands beside
///   stays.
/// - After: it stands in no room any more; it is read as of the days before. The record keeps it.
/// - Refuses: `assessment.not-at-stage`, `withdraw.not-withdrawable`, `withdraw.not-own`, `withdraw.sent`,
///   `withdraw.rests`.
public struct WithdrawItem: Act {
    public static let kind: ActKind = "withdraw-item"
    public static let authority: Authority = "assessment.conduct"
    public static let performers: [Performer] = Performer.directorate
    public static let readers: EntryReaders? = [.directorate]

    /// The kinds that can be withdrawn.
    public static let types: Set<ItemType> = [
        .answer, .rating, .finding, .recommendation, .overview, .evidence,
    ]

    public let item: AnyItemID

    public enum Fields {
        static let item = Field<AnyItemID>("item", .reference(Kind.AnyItem.type))
        static let reason = Field<LocalizedWording>("reason", .localized(maxLength: 4_000), erasable: true)
    }
    public static let fields: [FieldDescription] = [Fields.item.description, Fields.reason.description]

    public init(_ input: Input) throws { item = try input[Fields.item] }

    public func check(_ standing: Standing) throws {
        let found = try standing.item(item.rawValue)
        guard Self.types.contains(found.type), found.room == Room.Kind.directorate.rawValue else {
            throw Refusal("withdraw.not-withdrawable", .incomplete)
        }
        let assessment = try standing.assessment(AssessmentID(found.assessment))
        try standing.require(assessment, at: AssessmentStage.drafting)
        guard standing.performer.capacity == .head || found.author == standing.performer.person?.rawValue
        else { throw Refusal("withdraw.not-own", .notAllowed) }
        if found.reach?.isWithState == true || found.reach?.isWithCommittee == true {
            throw Refusal("withdraw.sent", .notNow)
        }
        if try isRestedOn(found, standing) { throw Refusal("withdraw.rests", .notNow) }
    }

    private func isRestedOn(_ found: ItemView, _ standing: Standing) throws -> Bool {
        if try !standing.reader.derivations(of: found.id).derived.isEmpty { return true }
        guard found.type == .rating else { return false }
        return try standing.reader.items(of: found.assessment, [.rating])
            .contains { $0.requirement == found.requirement && $0.id != found.id }
    }

    public func apply(to tables: Tables, _ entry: RecordEntry) throws {
        try tables.close(item.rawValue, in: .directorate, entry)
    }
}
