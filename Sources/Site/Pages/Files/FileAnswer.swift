import Registry

/// GET /files/{id} and /api/v1/files/{id}: the file of evidence that whoever asks may see; for others there is none.
enum FileAnswer {
    static func download(_ request: SiteRequest) async throws -> SiteResponse {
        let id = try request.parameter("id")
        let file = try await request.read { try $0.item(.evidence, id)?.file }
        guard let file else { throw Refusal("object.not-found", .notFound) }
        let registry = request.site.registry
        let found = try await registry.condition(of: file)
        guard case .whole = found else { throw DamagedFile(condition: found) }
        var response = SiteResponse(
            type: file.format.mediaType, body: [],
            headers: [
                ("content-disposition", disposition(file.name)), ("cache-control", "private, no-store"),
                ("x-content-type-options", "nosniff"),
            ])
        response.stream = FileStream(count: file.size) { body in try await registry.read(file, body) }
        return response
    }

    /// RFC 6266: the name in ASCII for old programs, and in full.
    static func disposition(_ name: String) -> String {
        let plain = name.unicodeScalars.map { scalar in
            scalar.isASCII && scalar != "\"" && scalar != "\\" && scalar != "%" ? Character(scalar) : "_"
        }
        return "attachment; filename=\"\(String(plain))\"; filename*=UTF-8''\(encoded(name))"
    }

    private static func encoded(_ name: String) -> String {
        name.utf8.reduce(into: "") { text, byte in
            let scalar = Unicode.Scalar(byte)
            if scalar.isASCII,
                scalar.properties.isAlphabetic || (0x30...0x39).contains(byte)
                    || "-._~".unicodeScalars.contains(scalar)
            {
                text.unicodeScalars.append(scalar)
            } else {
                text += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
            }
        }
    }
}

/// The bytes of a file are gone or are no longer those that the record names: none are handed out.
struct DamagedFile: Error {
    let condition: FileCondition
}
