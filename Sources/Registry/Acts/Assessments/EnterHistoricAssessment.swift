import Disclosure
import Mandate
import Pack
import Record
import Storage

/// Enters an assessment from before the software: recorded later, from its overview, with its source.
///
/// - Performer: an expert, a head.
/// - Authority: `assessment.conduct`.
/// - Before: no assessment of the State is entered for the year of its adoption. What else is usual does not refuse
///   it but is noted as a warning.
/// - After: a closed assessment, its overview and one position for each requirement named, all in the Directorate's
///   room: reach starts closed.
/// - Refuses: `historic.year-taken`, `historic.dates`, `historic.position`.
public struct EnterHistoricAssessment: Act {
    public static let kind: ActKind = "enter-historic-assessment"
    public static let authority: Authority = "assessment.conduct"
    public static let performers = Performer.directorate
    public static let readers: EntryReaders? = [.directorate]
    public static let erasure = [
        ErasedColumns("item", ["body"], by: "body_by"), ErasedColumns("item", ["note"], by: "note_by"),
    ]

    public let assessment: AssessmentID
    public let overview: Identifier<Kind.Overview>
    public let state: String
    public let questionnaire: String
    public let startedOn: CalendarDate?
    public let adoptedOn: CalendarDate
    public let source: String
    public let facts: LocalizedWording?
    public let positions: String
    public let edition: String?
    public let warnings: String

    public enum Fields {
        static let assessment = Field<AssessmentID>("assessment", .new(Kind.Assessment.type))
        static let overview = Field<Identifier<Kind.Overview>>("overview", .new(Kind.Overview.type))
        static let state = Field<String>("state", .pack(.states))
        static let questionnaire = Field<String>("questionnaire", .pack(.questionnaires))
        static let startedOn = Field<CalendarDate>("startedOn", .date(.notAfterToday), optional: true)
        static let adoptedOn = Field<CalendarDate>("adoptedOn", .date(.notAfterToday))
        static let source = Field<String>("source", .line(maxLength: 500), erasable: true)
        static let facts = Field<LocalizedWording>(
            "facts", .localized(maxLength: 8_000), optional: true, erasable: true)
        static let positions = Field<String>("positions", .text(maxLength: 4_000), optional: true)
        static let edition = Field<String>("edition", .made, optional: true)
        static let warnings = Field<String>("warnings", .made)
    }
    public static let fields: [FieldDescription] = [
        Fields.assessment.description, Fields.overview.description, Fields.state.description,
        Fields.questionnaire.description, Fields.startedOn.description, Fields.adoptedOn.description,
        Fields.source.description, Fields.facts.description, Fields.positions.description,
        Fields.edition.description, Fields.warnings.description,
    ]

    public init(_ input: Input) throws {
        assessment = try input[Fields.assessment]
        overview = try input[Fields.overview]
        state = try input[Fields.state]
        questionnaire = try input[Fields.questionnaire]
        startedOn = try input.optional(Fields.startedOn)
        adoptedOn = try input[Fields.adoptedOn]
        source = try input[Fields.source]
        facts = try input.optional(Fields.facts)
        positions = try input.optional(Fields.positions) ?? ""
        edition = try input.optional(Fields.edition)
        warnings = try input[Fields.warnings]
    }

    public static func prepare(_ draft: inout ActDraft, _ standing: Standing) throws {
        let questionnaire = draft.values[Fields.questionnaire.description.name]?.string ?? ""
        let inUse = try standing.reader.editionInUse(of: questionnaire)
        if let inUse { draft.make(Fields.edition, .string(inUse.version)) }
        let state = draft.values[Fields.state.description.name]?.string ?? ""
        var warnings: [String] = []
        if inUse == nil { warnings.append("not-adopted") }
        let known = try standing.reader.assessments(state: state)
        if known.contains(where: { !$0.isHistoric && $0.stage != .closed }) { warnings.append("case-open") }
        if (draft.values[Fields.positions.description.name]?.string ?? "").isEmpty {
            warnings.append("no-positions")
        }
        draft.make(Fields.warnings, .string(warnings.joined(separator: " ")))
    }

    public func check(_ standing: Standing) throws {
        if try standing.reader.assessment(of: state, cycle: adoptedOn.year) != nil {
            throw Refusal("historic.year-taken", .notNow, ["year": String(adoptedOn.year)])
        }
        if let startedOn, startedOn > adoptedOn { throw Refusal("historic.dates", .incomplete) }
        let content = try standing.reader.content(of: questionnaire, edition: edition)
        let options = Set((content?.scale ?? []).map(\.code))
        let parsed = Self.parse(positions)
        guard Set(parsed.map(\.requirement)).count == parsed.count else {
            throw Refusal("historic.position", .incomplete, ["line": ""])
        }
        for one in parsed {
            let isKnown = content?.pack.requirements.contains { $0.code == one.requirement } ?? false
            guard isKnown, options.contains(one.value) else {
                let line = "\(one.requirement) \(one.value)"
                throw Refusal("historic.position", .incomplete, ["line": String(line.prefix(60))])
            }
        }
    }

    /// `LEG1 largely`, one on a line.
    private static func parse(_ text: String) -> [(requirement: String, value: String)] {
        text.split(whereSeparator: \.isNewline).compactMap { line in
            let parts = line.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: true)
            guard let requirement = parts.first else { return nil }
            return (String(requirement), parts.count > 1 ? parts[1].trimmed : "")
        }
    }

    public func apply(to tables: Tables, _ entry: RecordEntry) throws {
        var detail: [String: JSONValue] = [
            "historic": .bool(true), "cycle": .integer(Int64(adoptedOn.year)),
            "questionnaire": .string(questionnaire), "adoptedOn": .string(adoptedOn.description),
            "warnings": .string(warnings),
        ]
        if let startedOn { detail["startedOn"] = .string(startedOn.description) }
        if let edition { detail["edition"] = .string(edition) }
        try tables.put(
            Item(
                id: assessment.rawValue, type: .assessment, room: .directorate, state: state,
                assessment: assessment.rawValue, value: AssessmentStage.closed.rawValue, detail: detail),
            in: [.directorate], entry)
        try tables.put(
            Item(
                id: overview.rawValue, type: .overview, room: .directorate, state: state,
                assessment: assessment.rawValue, parent: assessment.rawValue, body: facts,
                note: LocalizedWording(["en": source])), in: [.directorate], entry)
        for one in Self.parse(positions) {
            let hash = SHA256.hash(Array("\(entry.id.rawValue)/\(one.requirement)".utf8))
            let theme = try tables.theme(of: one.requirement)
            try tables.put(
                Item(
                    id: Surroundings.identifier(from: Array(hash.bytes.prefix(26))), type: .position,
                    room: .directorate, state: state, assessment: assessment.rawValue, theme: theme,
                    requirement: one.requirement, value: one.value), in: [.directorate], entry)
        }
    }
}

extension Tables {
    /// The theme of a requirement of the pack in force, as its rows say.
    fileprivate func theme(of requirement: String) throws -> String {
        try connection.query(
            """
            SELECT theme FROM requirement
             WHERE code = :code AND pack_entry =
                   (SELECT since_entry FROM pack_in_force WHERE until_entry IS NULL)
            """, ["code": requirement]
        ).first?.get("theme") ?? ""
    }
}

extension Substring {
    /// Without blanks around it.
    fileprivate var trimmed: String {
        String(drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
    }
}
