import Registry

extension SiteRequest {
    /// The reply as it stands in the State's room, where nothing was typed yet, and what a draft is based on.
    func prefillReply(_ values: inout [String: String]) async throws {
        guard let id = values["point"] else { return }
        let (reply, version) = try await read { reader -> (ItemView?, String?) in
            guard let point = try reader.item(.requestPoint, id),
                let reply = try reader.request(point.parent)?.points.first(where: { $0.point.id == id })?
                    .reply
            else { return (nil, nil) }
            return (reply, try reader.versions(of: [reply])[reply.id])
        }
        values["version"] = values["version"] ?? version ?? "none"
        guard !values.keys.contains(where: { $0.hasPrefix("text.") }) else { return }
        for (language, text) in reply?.body?.texts ?? [:] { values["text.\(language)"] = text }
    }

    /// What the State of a case replied, by request and question. Replies lie in the file of their request, not of the
    /// case that rests on them.
    static func replies(
        _ reader: Reader, for given: [String: String], _ languages: [String]
    ) throws -> [ActForm.Choice] {
        guard let found = try reader.assessment(AssessmentID(given["assessment"] ?? "")) else { return [] }
        var choices: [ActForm.Choice] = []
        for request in try reader.requests(state: found.state) {
            let subject = request.item.body?.text(in: languages)?.text ?? "–"
            for (point, reply) in request.points {
                guard let reply else { continue }
                let text = reply.body?.text(in: languages)?.text.shortened(to: 100) ?? "–"
                choices.append(.init(code: reply.id, name: "\(subject) · \(point.question). \(text)"))
            }
        }
        return choices
    }

    /// A draft request as it stands, a question on each line, where nothing was typed yet.
    func prefillRequest(_ values: inout [String: String]) async throws {
        guard let id = values["request"],
            !values.keys.contains(where: { $0.hasPrefix("subject.") || $0.hasPrefix("questions.") }),
            let found = try await read({ try $0.request(id) })
        else { return }
        for (language, text) in found.item.body?.texts ?? [:] { values["subject.\(language)"] = text }
        let languages = Set(found.points.flatMap { $0.point.body?.texts.keys.map { $0 } ?? [] })
        for language in languages {
            values["questions.\(language)"] = found.points.map { $0.point.body?.texts[language] ?? "" }
                .joined(separator: "\n")
        }
    }
}
