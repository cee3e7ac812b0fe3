import Exchange
import Record
import Registry

/// The answers of an assessment as a spreadsheet, out and in: the same files, faults and acts as at the pages.
enum SpreadsheetEndpoints {
    static let all: [Endpoint] = [out, back]

    private static let id = Operation.Parameter(name: "id", place: "path", schema: ["type": "string"])

    private static let out = Endpoint.api(
        .get, "/api/v1/assessments/{id}/spreadsheet",
        Operation(
            id: "get-assessment-spreadsheet",
            summary: "The questions of an assessment with your room's answers, to be filled in offline.",
            parameters: [id],
            answer: ["type": "string", "format": "binary"], answerType: AnswerWorkbook.mediaType,
            errors: [401, 404, 422])
    ) { request in
        let id = AssessmentID(try request.parameter("id"))
        let sheet = try await request.read { reader in
            try reader.assessment(id).flatMap { try AnswerSheet(reader, $0) }
        }
        guard let sheet else { throw Refusal("object.not-found", .notFound) }
        return try .spreadsheet(sheet, request)
    }

    private static let back = Endpoint.api(
        .post, "/api/v1/assessments/{id}/spreadsheet",
        Operation(
            id: "bring-assessment-spreadsheet",
            summary: "Brings the spreadsheet back: says what would change, or enters it, all or nothing.",
            parameters: [id] + parameters,
            body: ["type": "string", "format": "binary"], bodyTypes: bodyTypes,
            answer: SheetAnswer.schema.json, errors: [401, 404, 409, 413, 422, 429]),
        largestBody: AnswerFile.mostBytes
    ) { request in
        _ = try request.signedIn()
        let visit = try await SheetVisit.read(request, of: AssessmentID(try request.parameter("id")))
        let wish = try Wish(request)
        if let key = wish.key, !wish.isPreview {
            let stored = try await request.site.registry.answer(under: key, to: try visit.performer())
            if let stored { return .json(stored) }
        }
        guard visit.mayAnswer else { throw visit.notNow }
        let file = try AnswerFile(request.body, of: visit.sheet, visit.headings)
        let plan = try await visit.plan(of: file)
        if wish.isPreview { return .json(plan.json(request.words)) }
        guard plan.faults.isEmpty else { throw SheetFaults(faults: plan.faults) }
        if let seen = wish.plan, seen != plan.digest { throw Refusal("sheet.changed-meanwhile", .conflict) }
        // A file that says what stands is no mistake of a program's.
        if plan.changes.isEmpty { return .json(plan.json(doing: [], overwriting: [])) }
        return .json(
            try await visit.carryOut(
                file, digest: plan.digest, overwriting: wish.overwriting, under: wish.key))
    }

    private static let bodyTypes = [AnswerWorkbook.mediaType, "application/octet-stream"]

    private static let parameters: [Operation.Parameter] = [
        .init(
            name: "preview", place: "query", schema: ["type": "string", "enum": ["true", "false"]],
            description: "`true`: says what would change and what is wrong, and does nothing."),
        .init(
            name: "plan", place: "query", schema: ["type": "string"],
            description: "`plan` of a preview: where something else would be done by now, nothing is (409)."),
        .init(
            name: "overwrite", place: "query", schema: ["type": "string"],
            description:
                "Codes of questions, with commas between, that were answered anew here too, after the "
                + "file was made, and of which the file's answer counts. Of others what stands stays."),
        .init(
            name: "Idempotency-Key", place: "header", schema: ["type": "string", "maxLength": 200],
            description: "The same key, file and parameters get the stored answer."),
    ]

    /// What a program asks for beside the file.
    private struct Wish {
        let isPreview: Bool
        let plan: String?
        let overwriting: Set<String>
        let key: IdempotencyKey?

        init(_ request: SiteRequest) throws {
            let type = request.headers["content-type"] ?? ""
            guard bodyTypes.contains(where: type.hasPrefix) else {
                throw Refusal("request.content-type-xlsx", .incomplete)
            }
            switch request.query["preview"] {
            case "true": isPreview = true
            case "false", nil: isPreview = false
            default: throw Refusal("query.preview", .incomplete)
            }
            plan = request.query["plan"]
            let overwrite = request.query["overwrite"] ?? ""
            overwriting = Set(overwrite.split(separator: ",").map(String.init))
            key = try request.idempotencyKey.map { key in
                IdempotencyKey(
                    key,
                    of: .object([
                        "path": .string(request.path), "plan": .string(request.query["plan"] ?? ""),
                        "overwrite": .string(overwrite),
                        "file": .string(SHA256.hash(request.body).hex),
                    ]))
            }
        }
    }
}

extension SiteRequest {
    /// - Throws: `request.key` for one that is too long or empty.
    var idempotencyKey: String? {
        get throws {
            let key = headers["idempotency-key"]
            if let key, key.isEmpty || key.utf8.count > 200 { throw Refusal("request.key", .incomplete) }
            return key
        }
    }
}
