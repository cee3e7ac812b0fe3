import Mandate
import Record
import Storage

extension Resource {
    static let resolutions = Resource(
        name: "resolutions", type: Kind.Resolution.type, filters: [],
        properties: [
            .init("symbol", .string()), .init("title", .string()), .init("adopted", .nullable(.date)),
            .init("languages", .array(.string())), .init("operative", .integer),
            .init(
                "texts",
                .array(
                    .object([
                        .init("language", .string()), .init("title", .string()), .init("official", .boolean),
                        .init("source", .string()),
                    ]))),
            .init("paragraphs", .array(.string())),
        ], computed: [], page: { "/mandate/\($0)" },
        list: { reader, query in
            try reader.listing(
                query, rows: "visible_resolution", key: "id", order: "adopted_on NULLS FIRST, id"
            ) { try reader.resolutions($0).map(\.json) }
        },
        one: { reader, id in try reader.resolution(ResolutionID(id))?.json })

    static let paragraphs = Resource(
        name: "paragraphs", type: Kind.Paragraph.type, filters: ["resolution", "paragraph"],
        properties: [
            .init("resolution", .string()), .init("address", .string()), .init("part", .code(["PP", "OP"])),
            .init("number", .string()), .init("parent", .nullable(.string())),
            .init("texts", .array(.any)), .init("paragraphs", .array(.string())),
        ], computed: [], page: { "/mandate/paragraphs/\($0)" },
        list: { reader, query in
            if let address = query["paragraph"] {
                guard let id = ParagraphID.at(address: address) else { return try Listing(of: [], query) }
                return try Listing(of: try reader.paragraph(id).map { [$0.json] } ?? [], query)
            }
            return try reader.listing(
                query,
                rows: """
                    visible_paragraph AS paragraph
                      JOIN visible_resolution AS resolution ON resolution.id = paragraph.resolution_id
                     WHERE (:resolution = '' OR paragraph.resolution_id = :resolution)
                    """, key: "paragraph.id",
                order: "resolution.adopted_on NULLS FIRST, resolution.id, paragraph.position, paragraph.id",
                ["resolution": query["resolution"] ?? ""]
            ) { try reader.paragraphs($0.map { ParagraphID($0) }).map(\.json) }
        },
        one: { reader, id in try reader.paragraph(ParagraphID(id))?.json })

    static let duties = Resource(
        name: "duties", type: Kind.Duty.type, filters: ["status", "stage", "paragraph", "resolution"],
        properties: [
            .init("resolution", .string()), .init("paragraph", .string()),
            .init("paragraphs", .array(.string())),
            .init("stage", .code(["proposed", "confirmed", "withdrawn"])),
            .init("status", .code(DutyStatus.allCases.map(\.rawValue))),
            .init("addressee", .nullable(.map(.string()))), .init("verb", .nullable(.map(.string()))),
            .init("text", .nullable(.map(.string()))),
            .init(
                "timeLimit",
                .nullable(
                    .object([
                        .init("kind", .string()), .init("normalised", .string()),
                        .init("text", .nullable(.map(.string()))),
                    ]))),
            .init("nextDue", .nullable(.string())), .init("occurrences", .array(.any)),
            .init("events", .array(.any)), .init("fulfilments", .array(.any)),
        ], computed: ["status", "nextDue", "occurrences"], page: { "/duties/\($0)" },
        list: { reader, query in
            let paragraph = query["paragraph"].map { ParagraphID.at(address: $0) ?? ParagraphID($0) }
            // How a duty stands is computed, so that only all of them together tell which pass.
            if let status = query["status"] {
                let all = try reader.duties(
                    resolution: query["resolution"].map { ResolutionID($0) }, paragraph: paragraph)
                return try Listing(
                    of: all.filter { duty in
                        duty.status.rawValue == status
                            && (query["stage"].map { $0 == duty.stage.rawValue } ?? true)
                    }.map(\.json), query)
            }
            return try reader.listing(
                query,
                rows: """
                    visible_duty AS duty JOIN visible_paragraph AS paragraph ON paragraph.id = duty.paragraph_id
                     WHERE duty.withdrawn_by IS NULL
                       AND (:resolution = '' OR duty.resolution_id = :resolution)
                       AND (:paragraph = '' OR duty.paragraph_id = :paragraph)
                       AND (:stage = '' OR (:stage = 'confirmed' AND duty.confirmed_by IS NOT NULL)
                            OR (:stage = 'proposed' AND duty.confirmed_by IS NULL))
                    """, key: "duty.id", order: "duty.resolution_id, paragraph.position, duty.id",
                [
                    "resolution": query["resolution"] ?? "", "paragraph": paragraph?.rawValue ?? "",
                    "stage": query["stage"] ?? "",
                ]
            ) { try reader.duties($0).map(\.json) }
        },
        one: { reader, id in try reader.duty(DutyID(id))?.json })

    static let documents = Resource(
        name: "documents", type: Kind.Document.type, filters: [],
        properties: [
            .init("title", .nullable(.string())), .init("symbol", .nullable(.string())),
            .init("kind", .string()), .init("issuedOn", .date),
        ], computed: [], page: { "/documents/\($0)" },
        list: { reader, query in
            try reader.listing(query, rows: "visible_document", key: "id", order: "issued_on DESC, id") {
                try reader.documents($0).map(\.json)
            }
        },
        one: { reader, id in try reader.document(DocumentID(id))?.json })

    static let meetings = Resource(
        name: "meetings", type: Kind.Meeting.type, filters: [],
        properties: [
            .init("title", .nullable(.string())), .init("kind", .string()), .init("heldOn", .date),
        ], computed: [], page: { "/meetings/\($0)" },
        list: { reader, query in
            try reader.listing(query, rows: "visible_meeting", key: "id", order: "held_on DESC, id") {
                try reader.meetings($0).map(\.json)
            }
        },
        one: { reader, id in try reader.meeting(MeetingID(id))?.json })
}

extension ResolutionView {
    var json: JSONValue {
        .object([
            "id": .string(id.rawValue), "symbol": .string(symbol), "title": .string(title(in: ["en"])),
            "adopted": .optional(adoptedOn?.description),
            "languages": .array(texts.map { .string($0.language) }),
            "operative": .integer(Int64(operativeCount)),
            "texts": .array(
                texts.map {
                    .object([
                        "language": .string($0.language), "title": .string($0.title),
                        "official": .bool($0.isOfficial), "source": .string($0.source),
                    ])
                }),
            "paragraphs": .array([.string(symbol)]),
        ])
    }
}

extension ParagraphView {
    var json: JSONValue {
        .object([
            "id": .string(id.rawValue), "resolution": .string(resolution.rawValue),
            "address": .string(address), "part": .string(part), "number": .string(number),
            "parent": .optional(parent), "texts": .array(texts.map(\.json)),
            "paragraphs": .array([.string(address)]),
        ])
    }
}

extension ParagraphView.Text {
    var json: JSONValue {
        .object([
            "language": .string(language), "text": .string(text),
            "verbs": .array(verbs.map { .string($0) }), "addressees": .array(addressees.map { .string($0) }),
            "citations": .array(
                citations.map { .object(["symbol": .string($0.symbol), "printed": .string($0.printed)]) }),
            "timeLimits": .array(
                timeLimits.map {
                    .object([
                        "kind": .string($0.kind), "text": .string($0.text),
                        "normalised": .string($0.normalised),
                    ])
                }),
        ])
    }
}

extension DutyView {
    public var json: JSONValue {
        let limit: JSONValue =
            limitKind == "none"
            ? .null
            : .object([
                "kind": .string(limitKind), "normalised": .string(normalised),
                "text": limitText?.json ?? .null,
            ])
        return .object([
            "id": .string(id.rawValue), "resolution": .string(resolution.rawValue),
            "paragraph": .string(paragraph.rawValue), "paragraphs": .array([.string(address)]),
            "stage": .string(stage.rawValue), "status": .string(status.rawValue),
            "addressee": addressee?.json ?? .null, "verb": verb?.json ?? .null, "text": what?.json ?? .null,
            "timeLimit": limit, "nextDue": .optional(nextDue),
            "occurrences": .array(occurrences.map(\.json)), "events": .array(events.map(\.json)),
            "fulfilments": .array(fulfilments.map(\.json)),
        ])
    }
}

extension DutyView.Occurrence {
    var json: JSONValue {
        .object([
            "due": .string(due), "status": .string(status.rawValue),
            "fulfilledOn": .optional(fulfilledOn?.description),
            "startedBy": .optional(startedBy?.description), "about": .optional(about),
        ])
    }
}

extension DutyView.Event {
    var json: JSONValue {
        .object([
            "id": .string(id.rawValue), "occurredOn": .string(occurredOn.description),
            "about": .optional(about),
        ])
    }
}

extension DutyView.Fulfilment {
    var json: JSONValue {
        .object([
            "id": .string(id.rawValue), "due": .string(due), "fulfilledOn": .string(fulfilledOn.description),
            "document": .optional(document?.rawValue), "meeting": .optional(meeting?.rawValue),
            "title": .optional(title),
        ])
    }
}

extension DocumentView {
    var json: JSONValue {
        .object([
            "id": .string(id.rawValue), "title": .optional(title),
            "symbol": .optional(symbol.isEmpty ? nil : symbol), "kind": .string(kind),
            "issuedOn": .string(issuedOn.description),
        ])
    }
}

extension MeetingView {
    var json: JSONValue {
        .object([
            "id": .string(id.rawValue), "title": .optional(title), "kind": .string(kind),
            "heldOn": .string(heldOn.description),
        ])
    }
}

extension JSONValue {
    /// A string, or null.
    static func optional(_ text: String?) -> JSONValue { text.map { .string($0) } ?? .null }
}
