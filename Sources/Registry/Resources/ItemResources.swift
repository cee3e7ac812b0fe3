import Disclosure
import Mandate
import Record
import Storage

/// Items as programs read them: one maker for all, since they differ in a few properties alone.
extension Resource {
    static let assessments = items(
        "assessments", .assessment, status: "stage",
        [
            .init("cycle", .integer), .init("stage", .code(AssessmentStage.allCases.map(\.rawValue))),
            .init("questionnaire", .string()), .init("edition", .nullable(.string())),
            .init("historic", .boolean), .init("adoptedOn", .nullable(.date)), .init("visited", .boolean),
            .init("stateDueOn", .nullable(.date)),
            .init("coverage", .nullable(.map(.string()))),
            .init("pointsToClarify", .array(.any), required: false),
        ])
    static let answers = items(
        "answers", .answer,
        [
            .init("question", .string()), .init("value", .nullable(.string())), text,
            .init("by", .code(["directorate", "state"])), .init("source", .nullable(.string())),
            .init("confidence", .nullable(.string())), .init("position", .nullable(.string())),
            .init("reason", .nullable(.map(.string()))),
        ] + step)
    static let ratings = items(
        "ratings", .rating,
        [
            requirement, .init("value", .nullable(.string())), .init("basis", .nullable(.map(.string()))),
            .init("confidence", .nullable(.string())),
            .init("reader", .code(["first", "second", "settled"])),
        ])
    static let positions = items("positions", .position, [requirement, .init("value", .nullable(.string()))])
    static let findings = items(
        "findings", .finding,
        [
            requirement, text, .init("sort", .code(["shortfall", "good-practice"])),
            .init("replies", .array(.string())),
        ] + translations)
    /// The findings of that sort: the same objects, by the same identifiers, under a name of their own.
    static let goodPractices = items(
        "good-practices", .finding, as: "good-practice",
        [requirement, text, .init("sort", .code(["good-practice"])), .init("replies", .array(.string()))]
            + translations,
        page: { "/findings/\($0)" })
    static let recommendations = items(
        "recommendations", .recommendation,
        [
            requirement, text, .init("priority", .nullable(.string())), .init("assistanceNeeded", .boolean),
            .init("addressee", .nullable(.map(.string()))), .init("findings", .array(.string())),
            .init("status", .nullable(.string())),
        ] + translations)
    static let overviews = items(
        "overviews", .overview, [text, .init("quotes", .array(.string()))] + translations)
    static let observations = items(
        "observations", .observation, status: "status",
        [
            .init("item", .nullable(.string())), .init("quoted", .nullable(.map(.string()))), text,
            .init("status", .nullable(.string())), .init("outcome", .nullable(.string())),
            .init("reason", .nullable(.map(.string()))), .init("position", .nullable(.string())),
            .init("was", .nullable(.map(.string()))), .init("is", .nullable(.map(.string()))),
        ] + step)
    static let circulations = items(
        "circulations", .circulation, status: "status",
        [
            .init("symbol", .string()), .init("languages", .string()), .init("deadline", .nullable(.date)),
            .init("status", .nullable(.string())), .init("outcome", .nullable(.string())),
            .init("objections", .array(.any)),
        ])
    static let measures = items(
        "measures", .measure, status: "status",
        [
            requirement, text, .init("recommendation", .nullable(.string())),
            .init("status", .nullable(.string())), .init("takenOn", .nullable(.date)),
            .init("office", .nullable(.map(.string()))), .init("progress", .nullable(.string())),
        ])
    static let consultations = items(
        "consultations", .consultation, status: "status",
        [text, .init("status", .nullable(.string())), .init("heldOn", .nullable(.date))])
    static let secondReadings = items(
        "second-readings", .secondReading, status: "status",
        [
            .init("person", .nullable(.string())), .init("requirements", .array(.string())),
            .init("status", .nullable(.string())),
        ])
    static let calibrations = items(
        "calibrations", .calibration, status: "status",
        [
            .init("title", .nullable(.map(.string()))), .init("status", .nullable(.string())),
            .init("questionnaire", .nullable(.string())), .init("dueOn", .nullable(.date)),
        ])
    static let calibrationUnits = items(
        "calibration-units", .calibrationUnit,
        [
            .init("calibration", .nullable(.string())), requirement, text,
            .init("agreed", .nullable(.string())), .init("conclusion", .nullable(.map(.string()))),
            .init("counts", .nullable(.map(.integer))),
        ])
    static let calibrationSeats = items(
        "calibration-seats", .calibrationSeat, status: "status",
        [
            .init("calibration", .nullable(.string())), .init("person", .nullable(.string())),
            .init("status", .nullable(.string())),
        ])
    static let notices = items(
        "notices", .notice, status: "status",
        [
            .init("status", .nullable(.string())), .init("items", .array(.string())),
            .init("opensTo", .nullable(.string())), .init("opensOn", .nullable(.date)),
        ])

    /// In which language the text was written first, and how the others stand to it.
    private static let translations: [ValueSchema.Property] = [
        .init("original", .nullable(.string())), .init("translations", .nullable(.map(.string()))),
    ]

    /// What a State says it does, each a property of its own.
    private static let step: [ValueSchema.Property] = [
        .init("action", .nullable(.map(.string()))), .init("office", .nullable(.map(.string()))),
        .init("date", .nullable(.date)), .init("progress", .nullable(.string())),
    ]
    static let communications = items(
        "communications", .communication, status: "status",
        [
            .init("direction", .code(["out", "in"])), .init("office", .code(["committee", "directorate"])),
            .init("form", .code(["letter", "note-verbale"])), .init("status", .nullable(.string())), text,
            .init("signatory", .nullable(.map(.string()))), .init("template", .nullable(.string())),
            .init("reference", .nullable(.string())), .init("theirReference", .nullable(.string())),
            .init("language", .nullable(.string())), .init("datedOn", .nullable(.date)),
            .init("signedOn", .nullable(.date)), .init("answers", .nullable(.string())),
        ])

    static let evidence = items(
        "evidence", .evidence,
        [
            .init("item", .nullable(.string())), .init("name", .nullable(.string())),
            .init("title", .nullable(.map(.string()))), .init("source", .nullable(.map(.string()))),
            .init("datedOn", .nullable(.date)), .init("sha256", .nullable(.string())),
            .init("size", .nullable(.integer)), .init("mediaType", .nullable(.string())),
        ])

    static let requests = items(
        "requests", .request, status: "status",
        [
            .init("status", .code(RequestStage.allCases.map(\.rawValue))), text,
            .init("requirement", .nullable(.string())), .init("questions", .array(.any)),
            .init("sentOn", .nullable(.date)), .init("dueOn", .nullable(.date)),
            .init("answeredOn", .nullable(.date)), .init("moreTime", .nullable(.string())),
            .init("remark", .nullable(.map(.string()))),
        ])

    static let requestReplies = items(
        "request-replies", .requestReply, status: "status",
        [
            .init("request", .nullable(.string())), .init("number", .nullable(.integer)), text,
            .init("status", .nullable(.code(ReplyStage.allCases.map(\.rawValue)))),
        ])

    static let discussions = items(
        "discussions", .remark,
        [
            .init("question", .string()), text, .init("by", .code(["directorate", "state"])),
            .init("author", .nullable(.string())), .init("named", .nullable(.string())),
            .init("at", .nullable(.string())),
        ], page: { "/remarks/\($0)" })
    static let absences = items(
        "absences", .absence, status: "status",
        [
            .init("person", .string()), .init("deputy", .string()), .init("from", .date),
            .init("until", .date), .init("status", .code(["recorded", "ended"])),
        ], page: { _ in "/assessments/workload" })

    private static let text = ValueSchema.Property("text", .nullable(.map(.string())))
    private static let requirement = ValueSchema.Property("requirement", .string())

    /// - Parameters:
    ///   - sort: of its findings, where the resource has one sort alone.
    ///   - status: the name of the filter for `value`, where there is one.
    ///   - properties: those that the type has beside those of every item.
    ///   - page: the address of an object's page, where it is not under the resource's name.
    private static func items(
        _ name: String, _ type: ItemType, as sort: String? = nil, status: String? = nil,
        _ properties: [ValueSchema.Property],
        page: (@Sendable (String) -> String)? = nil
    ) -> Resource {
        Resource(
            name: name, type: sort.map { ObjectType(rawValue: $0) } ?? type.objectType,
            filters: ["state", "theme", "region", "paragraph", "assessment", "withheld"]
                + (status.map { [$0] } ?? []),
            properties: [
                .init("state", .string()), .init("assessment", .nullable(.string())),
                .init("themes", .array(.string())), .init("paragraphs", .array(.string())),
                .init("audience", .code(Audience.allCases.map(\.code)), required: false),
                .init("openToState", .boolean, required: false), .init("withheld", .boolean, required: false),
            ] + properties, computed: ["audience", "pointsToClarify"], page: page ?? { "/\(name)/\($0)" },
            list: { reader, query in
                try reader.listing(
                    query, rows: itemRows, key: "item.id", order: "item.state, item.requirement, item.id",
                    parameters(query, type, sort, status)
                ) { try reader.representations(of: try reader.items(ids: $0)) }
            },
            one: { reader, id in
                try reader.item(type, id).flatMap { item in
                    if let sort, item.text("sort") != sort { return nil }
                    return try reader.withPoints(try reader.representations(of: [item]).first, item)
                }
            }, knownAs: type.objectType)
    }

    private static let itemRows = """
        visible_item AS item
         WHERE item.type = :type AND (:sort = '' OR item.detail LIKE '%' || :sort || '%')
           AND (:state = '' OR item.state = :state)
           AND (:theme = '' OR item.theme = :theme) AND (:assessment = '' OR item.assessment_id = :assessment)
           AND (:value = '' OR item.value = :value)
           AND (:region = '' OR item.state IN (SELECT state FROM visible_region_member WHERE region = :region))
           AND (:paragraph = '' OR item.requirement IN
                (SELECT requirement FROM visible_requirement_paragraph
                  WHERE paragraph = :paragraph OR paragraph LIKE :paragraph || '/%'))
           AND (:withheld = '' OR (:withheld = 'true' AND item.withheld_from < 9)
                OR (:withheld = 'false' AND item.withheld_from = 9))
        """

    private static func parameters(
        _ query: ListQuery, _ type: ItemType, _ sort: String?, _ status: String?
    ) -> [String: any SQLConvertible] {
        [
            "type": type.rawValue,
            // As the canonical JSON of the detail has it.
            "sort": sort.map { "\"sort\":\"\($0)\"" } ?? "", "state": query["state"] ?? "",
            "theme": query["theme"] ?? "",
            "assessment": query["assessment"] ?? "", "value": status.flatMap { query[$0] } ?? "",
            "region": query["region"] ?? "", "paragraph": query["paragraph"] ?? "",
            "withheld": query["withheld"] ?? "",
        ]
    }
}
