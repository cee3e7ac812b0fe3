import Registry

extension SiteRequest {
    /// The reply as it stands in the State's room, where nothing was typed yet.
    func prefillReply(_ values: inout [String: String]) async throws {
        guard let id = values["point"], !values.keys.contains(where: { $0.hasPrefix("text.") }) else {
            return
        }
        let reply = try await read { reader -> LocalizedWording? in
            guard let point = try reader.item(.requestPoint, id) else { return nil }
            return try reader.request(point.parent)?.points.first { $0.point.id == id }?.reply?.body
        }
        for (language, text) in reply?.texts ?? [:] { values["text.\(language)"] = text }
    }
}
