import Disclosure
import HTML
import Record
import Registry
import Words

/// GET /record: the acts that the viewer may see, newest first.
struct RecordPage: Page {
    let entries: [EntryView]
    let total: Int
    /// What the page before this one in time follows, sealed.
    let older: String?
    let seesRecord: Bool
    let erasures: [(id: ErasureID, entry: EntryID, reason: String?)]
    let mayErase: Bool
    let filter: RecordFilterForm

    static let pageLength = 50

    static func show(_ request: SiteRequest) async throws -> SiteResponse {
        let last = try request.query["before"].map { try Paging.open($0, "record", request) }
        let seesRecord = request.viewer.seesRecord
        let form = try RecordFilterForm(request)
        let filter = form.filter
        let (entries, total, erasures) = try await request.read { reader in
            let before = try last.map { try reader.position(ofEntry: $0) }
            return (
                try reader.history(filter, before: before, limit: pageLength + 1),
                try reader.entryCounts(filter).reduce(0) { $0 + $1.count }, try reader.erasuresWaiting()
            )
        }
        let page = entries.prefix(pageLength)
        return request.page(
            Self(
                entries: Array(page), total: total,
                older: entries.count > pageLength
                    ? page.last.map { Paging.seal($0.id.rawValue, "record", request) } : nil,
                seesRecord: seesRecord,
                erasures: erasures, mayErase: request.may(ErasePayload.self), filter: form))
    }

    var part: SitePart { .record }
    func title(_ words: Words) -> String { words("record.title") }

    func main(_ html: inout HTML, _ words: Words) {
        html.p(.class("lead"), text: words(seesRecord ? "record.lead" : "record.lead-own"))
        html.p(.class("actions")) { html in
            html.a(.class("button"), .href(Route.recordVerify), text: words("record.how-to-verify"))
            if seesRecord {
                html.a(.class("button"), .href(Route.recordMatch), text: words("match.title"))
                html.a(.class("button"), .href(Route.checkpoints), text: words("record.checkpoints"))
            }
            html.a(.class("button"), .href("/checkpoint"), text: words("record.checkpoint-of-the-day"))
        }
        waiting(&html, words)
        filter.write(&html, words)
        html.p(.class("count"), text: words("record.count", ["count": total]))
        if entries.isEmpty { html.p(.class("empty"), text: words("record.empty")) }
        html.ol(.class("entries")) { html in
            for entry in entries {
                html.li(.data("row")) { html in
                    if let index = entry.index {
                        html.span(.class("index"), text: words.number(index))
                        html.text(" ")
                    }
                    EntryLine(entry: entry).write(&html, words)
                }
            }
        }
        if let older {
            html.nav(.class("pager"), .ariaLabel(words("pager.label"))) {
                $0.a(.href(filter.route(before: older)), text: words("pager.older"))
            }
        }
    }

    private func waiting(_ html: inout HTML, _ words: Words) {
        guard mayErase, !erasures.isEmpty else { return }
        html.section(.class("note open")) { html in
            html.h2(text: words("erasure.waiting"))
            for one in erasures {
                html.p { html in
                    html.a(.href(Route.entry(one.entry.rawValue)), text: one.reason ?? words("object.erased"))
                    html.text(" ")
                    html.a(
                        .class("button"), .href("/acts/erase-payload?erasure=\(one.id)"),
                        text: words("act.erase-payload"))
                }
            }
        }
    }
}

/// GET /record/{id}: one entry, opened as far as the viewer may.
struct EntryPage: Page {
    let entry: EntryView
    /// The objects that this viewer may open; the others are named without a link.
    let opened: Set<ObjectReference>
    let mayErase: Bool
    let showsProof: Bool
    /// The leaf as it is hashed: for auditors, who have nothing else to go by.
    let envelope: Envelope?
    let isOwn: Bool

    static func show(_ request: SiteRequest) async throws -> SiteResponse {
        let id = EntryID(try request.parameter("id"))
        let found = try await request.read { reader -> (EntryView, Set<ObjectReference>)? in
            guard let entry = try reader.entry(id) else { return nil }
            return (entry, Set(try entry.objects.filter { try reader.sees($0.type, $0.id) }))
        }
        guard let (entry, opened) = found else { throw Refusal("object.not-found", .notFound) }
        let act = Catalogue.standard[entry.kind]
        let isErasable = act?.fields.contains { $0.isErasable } ?? false
        let viewer = request.viewer
        let envelope =
            viewer.capacity == .auditor ? try await request.site.registry.envelope(of: entry.id) : nil
        return request.page(
            Self(
                entry: entry, opened: opened,
                mayErase: isErasable && !entry.isErased && request.may(ProposeErasure.self),
                showsProof: viewer.seesRecord, envelope: envelope,
                isOwn: viewer.person != nil && entry.person?.rawValue == viewer.person))
    }

    /// GET /record/{id}/receipt: the receipt of one's own act to download.
    static func receipt(_ request: SiteRequest) async throws -> SiteResponse {
        let id = EntryID(try request.parameter("id"))
        guard let receipt = try await request.site.registry.receipt(of: id, for: request.viewer) else {
            throw Refusal("object.not-found", .notFound)
        }
        return .json(receipt)
    }

    /// GET /record/{id}/proof: the inclusion proof to download.
    static func proof(_ request: SiteRequest) async throws -> SiteResponse {
        let id = EntryID(try request.parameter("id"))
        let isThere = try await request.read { try $0.entry(id) != nil }
        guard isThere, request.viewer.seesRecord else { throw Refusal("object.not-found", .notFound) }
        return .json(try await request.site.registry.inclusionProof(of: id.rawValue))
    }

    var part: SitePart { .record }
    func title(_ words: Words) -> String { words("act.\(entry.kind.rawValue)") }
    func breadcrumb(_ words: Words) -> [Crumb] {
        [Crumb(title: words("record.title"), route: .record(before: nil))]
    }

    func main(_ html: inout HTML, _ words: Words) {
        html.p(.class("lead")) { EntryLine(entry: entry).write(&$0, words) }
        html.dl(.class("facts")) { html in
            html.div { html in
                html.dt(text: words("entry.id"))
                html.dd { $0.code(text: entry.id.rawValue) }
            }
            if let index = entry.index {
                html.div { html in
                    html.dt(text: words("entry.index"))
                    html.dd(text: words.number(index))
                }
            }
            html.div { html in
                html.dt(text: words("entry.via"))
                html.dd(text: words("via.\(entry.via)"))
            }
            html.div { html in
                html.dt(text: words("entry.objects"))
                html.dd { html in
                    for object in entry.objects {
                        let name = words("type.\(object.type.rawValue)")
                        html.div { html in
                            guard opened.contains(object) else { return html.text(name) }
                            html.a(.href(Route.object(type: object.type.rawValue, id: object.id)), text: name)
                        }
                    }
                }
            }
        }
        fields(&html, words)
        if let envelope { leaf(envelope, &html, words) }
        actions(&html, words)
    }

    private func leaf(_ envelope: Envelope, _ html: inout HTML, _ words: Words) {
        html.section { html in
            html.h2(text: words("entry.envelope"))
            html.p(text: words("entry.envelope-what"))
            html.dl(.class("facts")) { html in
                hash(words("entry.leaf"), envelope.leafHash.hex, &html)
                if !envelope.pack.isEmpty { hash(words("entry.pack"), envelope.pack, &html) }
                for part in Envelope.parts {
                    guard let commitment = envelope.commitment(to: part) else { continue }
                    hash(words("match.opening.\(part)"), commitment.hex, &html)
                }
            }
        }
    }

    private func hash(_ term: String, _ hex: String, _ html: inout HTML) {
        html.div { html in
            html.dt(text: term)
            html.dd { $0.code(text: hex) }
        }
    }

    private func actions(_ html: inout HTML, _ words: Words) {
        guard isOwn || showsProof else { return }
        html.p(.class("actions")) { html in
            if isOwn {
                html.a(
                    .class("button"), .href(Route.receipt(entry.id.rawValue)), .download("receipt.json"),
                    text: words("entry.receipt"))
            }
            if showsProof {
                html.a(
                    .class("button"), .href(Route.proof(entry.id.rawValue)), .download("proof.json"),
                    text: words("entry.proof"))
            }
            if mayErase {
                html.a(
                    .class("button"), .href("/acts/propose-erasure?entry=\(entry.id)"),
                    text: words("act.propose-erasure"))
            }
        }
    }

    private func fields(_ html: inout HTML, _ words: Words) {
        html.section { html in
            html.h2(text: words("entry.fields"))
            if entry.isErased { return html.p(.class("note"), text: words("entry.erased")) }
            guard let fields = entry.fields else {
                return html.p(.class("empty"), text: words("entry.fields-closed"))
            }
            let described = (Catalogue.standard[entry.kind]?.fields ?? []).filter(\.isSupplied)
            html.dl(.class("facts")) { html in
                for field in described {
                    guard let value = fields[field.name] else { continue }
                    html.div { html in
                        html.dt(text: words("\(entry.kind.rawValue).\(field.name)"))
                        html.dd { html in
                            if let texts = value.object {
                                for (language, text) in texts.sorted(by: { $0.key < $1.key }) {
                                    html.div(.lang(language), text: text.string ?? "")
                                }
                            } else {
                                html.div(.class("typed"), text: (value.string ?? "").shortened(to: 2_000))
                            }
                        }
                    }
                }
            }
        }
    }
}
