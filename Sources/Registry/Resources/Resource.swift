import Disclosure
import Record

/// A collection that programs read: `/api/v1/{name}`. The API and its OpenAPI document both come from here.
public struct Resource: Sendable {
    /// As in the address: `duties`.
    public let name: String
    /// As in each object: `duty`.
    public let type: ObjectType
    /// Query parameters beside `limit`, `cursor` and `as-of`.
    public let filters: [String]
    /// Properties beside `type`, `id`, `version` and `url`.
    public let properties: [ValueSchema.Property]
    /// Those that time alone changes: no part of `version`.
    let computed: Set<String>
    /// The address of an object's page.
    let page: @Sendable (String) -> String
    let list: @Sendable (Reader, ListQuery) throws -> Listing
    let one: @Sendable (Reader, String) throws -> JSONValue?
    /// The type under which acts know the objects, where it is another: their `version` is the same by either name.
    var knownAs: ObjectType?

    /// The objects that a viewer may see and that pass the filters: the page that the query asks for.
    ///
    /// - Throws: `Refusal` where what the page should follow is not in the list.
    public func listing(_ reader: Reader, _ query: ListQuery) throws -> Listing {
        let listing = try list(reader, query)
        return Listing(items: listing.items.map(completed), next: listing.next, total: listing.total)
    }

    /// One object, or nil where there is none that this viewer may see.
    public func item(_ reader: Reader, _ id: String) throws -> JSONValue? {
        try one(reader, id).map(completed)
    }

    /// Digest of what of an object changes by acts.
    fileprivate func version(of fields: [String: JSONValue]) -> String {
        var stable = fields
        for name in computed { stable[name] = nil }
        return String(SHA256.hash(JSONValue.object(stable).canonicalBytes).hex.prefix(32))
    }

    /// JSON Schema of an object.
    public var schema: ValueSchema {
        .object(
            [
                .init("type", .code([type.rawValue])), .init("id", .string()),
                .init("version", .string()), .init("url", .string()),
            ] + properties)
    }

    /// An object whole: with `type`, `version` and `url`.
    func completed(_ json: JSONValue) -> JSONValue {
        guard var fields = json.object else { return json }
        fields["type"] = .string((knownAs ?? type).rawValue)
        let version = version(of: fields)
        fields["type"] = .string(type.rawValue)
        fields["version"] = .string(version)
        fields["url"] = .string(page(fields["id"]?.string ?? ""))
        return .object(fields)
    }
}

extension DutyView {
    /// As `version` of its representation.
    public var version: String {
        var fields = json.object ?? [:]
        fields["type"] = .string(Resource.duties.type.rawValue)
        return Resource.duties.version(of: fields)
    }
}

extension Resource {
    /// Every resource that exists so far.
    public static let all: [Resource] = [
        resolutions, paragraphs, duties, requirements, themes, states, regions, entities, people, documents,
        meetings, questionnaires, questions, assessments, answers, ratings, positions, findings,
        goodPractices, recommendations, overviews, observations, circulations, measures, consultations,
        notices,
        secondReadings, calibrations, calibrationUnits, calibrationSeats, communications, evidence, requests,
        requestReplies, discussions, absences,
        withholdings, releases,
    ]

    /// The resource whose objects are of a type.
    public static func of(_ type: ObjectType) -> Resource? { all.first { $0.type == type } }
}

extension Reader {
    /// An object as programs see it, with `version`; nil where there is none that this viewer may see.
    public func representation(_ type: ObjectType, _ id: String) throws -> JSONValue? {
        if type == Kind.Divergence.type { return try divergence(DivergenceID(id)).map(\.representation) }
        if let type = ItemType(rawValue: type.rawValue) {
            guard let found = try item(type, id), let resource = Resource.of(type.objectType) else {
                return nil
            }
            return try representations(of: [found]).first.map(resource.completed)
        }
        return try Resource.of(type)?.item(self, id)
    }

    /// The answer to a question in the viewer's own room, as programs see it.
    public func ownAnswer(to question: String, of assessment: String) throws -> JSONValue? {
        let room = viewer.room == .directorate ? Room.Kind.directorate : .state
        guard let found = try answer(to: question, of: assessment, in: room) else { return nil }
        return try representation(Kind.Answer.type, found.id)
    }

    /// `version` of items of one type, by identifier: a few statements however many.
    public func versions(of items: [ItemView]) throws -> [String: String] {
        guard let type = items.first?.type, let resource = Resource.of(type.objectType) else { return [:] }
        let whole = try representations(of: items).map(resource.completed)
        return Dictionary(
            whole.compactMap { json in
                json["id"]?.string.flatMap { id in json["version"]?.string.map { (id, $0) } }
            }
        ) { first, _ in first }
    }

    /// Whether this viewer sees an object of that type.
    public func sees(_ type: ObjectType, _ id: String) throws -> Bool {
        // What no identifier holds cannot be one; some engines refuse to be asked.
        guard id.utf8.count <= 128, !id.unicodeScalars.contains(where: { $0.value < 0x20 }) else {
            return false
        }
        guard let sql = Self.existence[type] ?? Self.itemExistence(type) else { return false }
        return try !select(sql, ["id": id]).isEmpty
    }

    private static let existence: [ObjectType: String] = [
        Kind.Resolution.type: "SELECT 1 AS found FROM visible_resolution WHERE id = :id",
        Kind.Paragraph.type: "SELECT 1 AS found FROM visible_paragraph WHERE id = :id",
        Kind.Divergence.type: "SELECT 1 AS found FROM visible_divergence WHERE id = :id",
        Kind.Duty.type: "SELECT 1 AS found FROM visible_duty WHERE id = :id",
        Kind.Document.type: "SELECT 1 AS found FROM visible_document WHERE id = :id",
        Kind.Meeting.type: "SELECT 1 AS found FROM visible_meeting WHERE id = :id",
        Kind.Person.type: "SELECT 1 AS found FROM visible_person WHERE id = :id",
        Kind.Grant.type: "SELECT 1 AS found FROM visible_capacity WHERE id = :id",
        Kind.Entry.type: "SELECT 1 AS found FROM visible_entry WHERE id = :id",
        Kind.Erasure.type: "SELECT 1 AS found FROM visible_erasure WHERE id = :id",
        "requirement": "SELECT 1 AS found FROM visible_requirement WHERE code = :id",
        Kind.Questionnaire.type:
            """
        SELECT 1 AS found FROM visible_questionnaire WHERE code = :id
        UNION ALL SELECT 1 AS found FROM visible_questionnaire_edition WHERE code = :id
        """,
        Kind.AnyItem.type: "SELECT 1 AS found FROM visible_item WHERE id = :id",
        // What is being prepared is there for heads alone.
        Kind.Calibration.type: """
        SELECT 1 AS found FROM visible_item WHERE id = :id AND type || '' = 'calibration'
         UNION SELECT 1 AS found FROM visible_calibration_part WHERE id = :id AND type = 'calibration'
        """,
        Kind.Source.type: "SELECT 1 AS found FROM visible_source WHERE id = :id",
        Kind.Withholding.type: "SELECT 1 AS found FROM visible_withholding WHERE id = :id",
        Kind.Release.type: "SELECT 1 AS found FROM visible_opening WHERE id = :id",
        Kind.NamedGrant.type: "SELECT 1 AS found FROM visible_named_grant WHERE id = :id",
    ]

    private static func itemExistence(_ type: ObjectType) -> String? {
        ItemType(rawValue: type.rawValue).map {
            // Put together with nothing, the type is of no index: else SQLite takes that of all of its type.
            "SELECT 1 AS found FROM visible_item WHERE id = :id AND type || '' = '\($0.rawValue)'"
        }
    }

    /// Whose act the last change was, where viewer and performer share a room.
    func lastChangeInOwnRoom(of object: ObjectReference) throws -> String? {
        guard let last = try entries(about: object, limit: 1).first, let capacity = last.capacity,
            let room = Viewer(person: "", capacity: capacity, about: last.about).room, room == viewer.room
        else { return nil }
        return last.personName
    }
}

extension DivergenceView {
    /// With a `version`, so that a settlement in between is noticed.
    var representation: JSONValue {
        let fields: [String: JSONValue] = [
            "id": .string(id.rawValue), "settlement": settlement.map { .string($0) } ?? .null,
            "question": question.map { .string($0) } ?? .null,
        ]
        let digest = SHA256.hash(JSONValue.object(fields).canonicalBytes).hex.prefix(32)
        return .object(fields.merging(["version": .string(String(digest))]) { $1 })
    }
}
