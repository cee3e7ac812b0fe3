import Mandate
import Pack
import Record

extension Resource {
    static let questionnaires = Resource(
        name: "questionnaires", type: "questionnaire", filters: [],
        properties: [
            .init("names", .map(.string())), .init("title", .string()), .init("edition", .string()),
            .init("scale", .string()), .init("note", .nullable(.map(.string()))),
            .init("options", .array(option)), .init("questions", .array(.string())),
            .init(
                "versions",
                .array(
                    .object([
                        .init("edition", .string()), .init("adoptedOn", .nullable(.date)),
                        .init("withdrawnOn", .nullable(.date)),
                    ]))),
        ], computed: [], page: { "/questionnaires/\($0)" },
        list: { reader, query in try Listing(of: reader.questionnaires().map(\.json), query) },
        one: { reader, id in try reader.questionnaire(id)?.json })

    static let questions = Resource(
        name: "questions", type: "question", filters: ["questionnaire", "theme"],
        properties: [
            .init("questionnaire", .string()),
            .init("kind", .code(Pack.Question.Kind.allCases.map(\.rawValue))),
            .init("options", .array(option)), .init("requirements", .array(.string())),
            .init("paragraphs", .array(.string())), .init("themes", .array(.string())),
            .init("text", .map(.string())), .init("help", .nullable(.map(.string()))),
            .init("sensitive", .boolean), .init("parent", .nullable(.string())),
            .init("matters", .array(.code(Pack.Question.Matter.allCases.map(\.rawValue)))),
            .init("unit", .nullable(.map(.string()))), .init("visited", .boolean),
            .init(
                "condition",
                .nullable(.object([.init("question", .string()), .init("is", .array(.string()))]))),
        ], computed: [], page: { "/questions/\($0)" },
        list: { reader, query in
            try reader.listing(
                query,
                rows: """
                    visible_question AS question
                      JOIN visible_questionnaire AS questionnaire
                        ON questionnaire.code = question.questionnaire
                     WHERE (:questionnaire = '' OR question.questionnaire = :questionnaire)
                       AND (:theme = '' OR question.theme = :theme)
                    """, key: "question.code", order: "questionnaire.position, question.position",
                ["questionnaire": query["questionnaire"] ?? "", "theme": query["theme"] ?? ""]
            ) { try reader.questions($0).map(\.json) }
        },
        one: { reader, id in try reader.question(id)?.json })

    private static let option = ValueSchema.object([
        .init("code", .string()), .init("name", .map(.string())), .init("outside", .boolean),
    ])
}

extension QuestionnaireView {
    var json: JSONValue {
        .object([
            "id": .string(code), "names": name.json,
            "title": .string(name.text(in: ["en"])?.text ?? code), "edition": .string(version),
            "scale": .string(scale), "note": note?.json ?? .null,
            "options": .array(options.map(\.json)), "questions": .array(questions.map { .string($0) }),
            "versions": .array(editions.map(\.json)),
        ])
    }
}

extension EditionView {
    /// Without where the decision stands, which an erasure may take out.
    var json: JSONValue {
        .object([
            "edition": .string(version), "adoptedOn": .optional(adoptedOn?.description),
            "withdrawnOn": .optional(withdrawnOn?.description),
        ])
    }
}

extension QuestionView {
    var json: JSONValue {
        .object([
            "id": .string(code), "questionnaire": .string(questionnaire), "kind": .string(kind.rawValue),
            "options": .array(options.map(\.json)),
            "requirements": .array(requirements.map { .string($0) }),
            "paragraphs": .array(paragraphs.map { .string($0) }), "themes": .array([.string(theme)]),
            "text": text.json, "help": help?.json ?? .null, "sensitive": .bool(isSensitive),
            "parent": parent.map { .string($0) } ?? .null,
            "matters": .array(matters.map { .string($0.rawValue) }), "unit": unit?.json ?? .null,
            "visited": .bool(isForVisited),
            "condition": condition.map {
                .object([
                    "question": .string($0.question), "is": .array($0.options.map { .string($0) }),
                ])
            } ?? .null,
        ])
    }
}

extension OptionView {
    var json: JSONValue {
        .object(["code": .string(code), "name": name.json, "outside": .bool(isOutside)])
    }
}
