import Disclosure
import Registry

extension SiteRequest {
    /// The overview as it stands, with what it quotes, to be written anew.
    func prefillOverview(_ values: inout [String: String]) async throws {
        guard let assessment = values["assessment"],
            !values.keys.contains(where: { $0.hasPrefix("text.") || $0.hasPrefix("quot") })
        else { return }
        let former = try await read { reader -> (overview: ItemView, quotes: [String])? in
            guard let overview = try reader.items(of: assessment, [.overview]).first else { return nil }
            return (overview, try reader.derivations(of: overview.id).sources)
        }
        guard let former else { return }
        for (language, text) in former.overview.body?.texts ?? [:] { values["text.\(language)"] = text }
        values["original"] = former.overview.translations?.original
        values["quoting"] = former.quotes.isEmpty ? "nothing" : "findings"
        for quoted in former.quotes { values["quotes.\(quoted)"] = "on" }
    }
}
