import Disclosure
import HTML
import Record
import Registry
import Words

/// GET /record/verify: how anybody checks the record without us.
struct VerifyPage: Page {
    let checkpoint: String
    let key: String

    static func show(_ request: SiteRequest) async throws -> SiteResponse {
        let registry = request.site.registry
        return request.page(
            Self(
                checkpoint: try await registry.checkpointOfTheDay(),
                key: registry.signingKey.verifyingKey.description))
    }

    var part: SitePart { .record }
    func title(_ words: Words) -> String { words("verify.title") }
    func breadcrumb(_ words: Words) -> [Crumb] {
        [Crumb(title: words("record.title"), route: .record(before: nil))]
    }

    func main(_ html: inout HTML, _ words: Words) {
        html.p(text: words("verify.what"))
        html.p(text: words("verify.how"))
        html.h2(text: words("record.checkpoint-of-the-day"))
        html.pre(.tabindex(0)) { $0.code(text: checkpoint) }
        html.h2(text: words("verify.key"))
        html.pre(.tabindex(0)) { $0.code(text: key) }
    }
}

/// GET /record/checkpoints: signed checkpoints, for the Directorate and auditors.
struct CheckpointsPage: Page {
    let checkpoints: [(size: Int, at: String, note: String)]

    static func show(_ request: SiteRequest) async throws -> SiteResponse {
        guard request.viewer.seesRecord else { throw Refusal("object.not-found", .notFound) }
        return request.page(Self(checkpoints: try await request.site.registry.checkpoints()))
    }

    var part: SitePart { .record }
    func title(_ words: Words) -> String { words("record.checkpoints") }
    func breadcrumb(_ words: Words) -> [Crumb] {
        [Crumb(title: words("record.title"), route: .record(before: nil))]
    }

    func main(_ html: inout HTML, _ words: Words) {
        if checkpoints.isEmpty { html.p(.class("empty"), text: words("record.no-checkpoints")) }
        for one in checkpoints {
            html.section { html in
                html.h2(text: words("record.checkpoint-at", ["size": one.size]))
                html.pre(.tabindex(0)) { $0.code(text: one.note) }
            }
        }
    }
}
