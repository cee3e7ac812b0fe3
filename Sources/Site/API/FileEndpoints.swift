import Foundation
import Record
import Registry

/// Files in and out.
enum FileEndpoints {
    static let all: [Endpoint] = [staging, download]

    private static let staging = Endpoint.api(
        .post, "/api/v1/files",
        Operation(
            id: "stage-file",
            summary: "Stages a file for an act to attach; one that none attached goes after 24 hours.",
            parameters: [
                .init(
                    name: "X-File-Name", place: "header", schema: ["type": "string"],
                    description: "In UTF-8 with percent signs; its ending must be that of its content.")
            ],
            body: ["type": "string", "format": "binary"], bodyTypes: ["application/octet-stream"],
            answer: ["type": "object", "required": ["id", "sha256"]], errors: [401, 413, 422, 503]),
        takesPieces: true
    ) { request in
        let visitor = try request.signedIn()
        guard let pieces = request.pieces else { throw Refusal("file.empty", .incomplete) }
        let sent = request.headers["x-file-name"] ?? ""
        guard let name = sent.removingPercentEncoding else { throw Refusal("file.name", .incomplete) }
        let staged = try await request.site.accounts.stage(pieces, name: name, by: visitor)
        return .json(
            .object([
                "id": .string(staged.id), "sha256": .string(staged.sha256), "name": .string(staged.name),
                "size": .integer(Int64(staged.size)), "mediaType": .string(staged.format.mediaType),
            ]))
    }

    private static let download = Endpoint.api(
        .get, "/api/v1/files/{id}",
        Operation(
            id: "get-file", summary: "The bytes of a file, by the identifier of its evidence.",
            parameters: [
                .init(name: "id", place: "path", schema: ["type": "string"]), ResourceEndpoints.asOf,
            ],
            answer: ["type": "string", "format": "binary"], answerType: "application/octet-stream",
            errors: [401, 404, 422])
    ) { request in
        try await FileAnswer.download(request)
    }
}
