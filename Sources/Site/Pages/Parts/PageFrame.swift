import Disclosure
import HTML
import Mandate
import Registry
import Words

extension Words: Wording {}

/// Puts a page into the frame that stands round every page.
struct PageFrame<Shown: Page> {
    let page: Shown
    let request: SiteRequest

    func bytes() -> [UInt8] {
        let words = request.words
        let page = page
        let done = doneNotice()
        return frame().document(
            words, head: { html in done?.write(&html) },
            margin: page.hasMargin ? { html in page.margin(&html, words) } : nil
        ) { html in page.main(&html, words) }
    }

    private func frame() -> Frame {
        let words = request.words
        var frame = Frame(title: page.title(words))
        frame.language = words.language.tag
        frame.direction = words.language.direction.rawValue
        frame.theme = request.cookies["theme"].flatMap(Frame.Theme.init(rawValue:)) ?? .system
        frame.isNarrow = page.isNarrow
        frame.parts = parts()
        frame.person = person()
        frame.signIn = request.visitor == nil ? Route.signIn.path : nil
        frame.languages = request.site.library.languages.map { language in
            Frame.LanguageLink(
                tag: language.tag, name: language.name,
                href:
                    "\(Route.language(language.tag).path)?next=\(FormEncoding.encode(request.address(of: request.path)))",
                isCurrent: language.tag == words.language.tag)
        }
        frame.search = "/search"
        frame.searched = request.path == "/search" ? request.query["q"] ?? "" : ""
        let crumbs = page.breadcrumb(words)
        frame.breadcrumb = crumbs.map { Link($0.title, href: $0.route.path) }
        frame.paragraphs = page.paragraphs.prefix(3).map { address in
            Link(
                words.paragraph(address),
                href: ParagraphID.at(address: address).map { Route.paragraph($0.rawValue).path })
        }
        if let asOf = request.query["as-of"].flatMap({ CalendarDate($0) }) {
            let said = words("frame.as-of", ["date": words.date(asOf)])
            frame.asOf = Link("\(said) · \(words("frame.as-of-back"))", href: request.path)
        }
        frame.banner = request.site.configuration.isDemonstration ? words("frame.demonstration") : nil
        frame.footer = [
            Link(words("frame.footer-verify"), href: Route.recordVerify.path),
            Link(words("frame.footer-api"), href: "/api/openapi.json"),
            Link(words("help.title"), href: Route.help.path),
        ]
        frame.hidden = [(name: "csrf", value: request.mark)]
        frame.stylesheets = request.site.assets.styles
        frame.scripts = request.site.assets.scripts
        return frame
    }

    private func parts() -> [Frame.Part] {
        let words = request.words
        let isInside = request.viewer.audience <= .committee
        let all: [(SitePart, Route, String, Character, Bool)] = [
            (.desk, .desk, "nav.desk", "d", true), (.mandate, .mandate, "nav.mandate", "m", true),
            (.duties, .duties, "nav.duties", "u", isInside),
            (.calendar, .calendar(month: nil), "nav.calendar", "c", isInside),
            (.requirements, .requirements(theme: nil), "nav.requirements", "q", true),
            (.states, .states(region: nil), "nav.states", "s", true),
            (
                .assessments, .assessments(asTable: false), "nav.assessments", "a",
                isInside || request.viewer.state != nil || request.viewer.contributesTo != nil
            ),
            (.record, .record(before: nil), "nav.record", "r", request.visitor != nil),
            (.people, .people, "nav.people", "p", request.visitor != nil),
        ]
        return all.filter(\.4).map { part, route, key, letter, _ in
            Frame.Part(Link(words(key), href: route.path, isCurrent: part == page.part), key: letter)
        }
    }

    private func person() -> Frame.Person? {
        guard let visitor = request.visitor, visitor.session != nil else { return nil }
        let words = request.words
        return Frame.Person(
            name: visitor.name,
            capacities: visitor.holdings.map { holding in
                let name = words("capacity.\(holding.capacity.rawValue)")
                return Frame.Person.Capacity(
                    holding.about.map { "\(name) · \($0)" } ?? name, value: holding.grant.rawValue,
                    isCurrent: holding.grant == visitor.grant)
            }, links: [Link(words("account.title"), href: Route.account.path)],
            changeCapacity: "/capacity", signOut: Route.signOut.path)
    }

    /// After an act: what was done, with its entry.
    private func doneNotice() -> Notice? {
        guard let done = request.cookies["done"] else { return nil }
        let parts = done.split(separator: "~", maxSplits: 1, omittingEmptySubsequences: false).map(
            String.init)
        let words = request.words
        if let count = parts.last.flatMap({ Int($0) }) {
            if parts.first == "answer-sheet" { return Notice(.done, words("sheet.done", ["count": count])) }
            if parts.first == "past" { return Notice(.done, words("past.done", ["count": count])) }
        }
        guard let kind = parts.first, words.has("act.\(kind).done") else { return nil }
        let text = words("act.done-what", ["what": words("act.\(kind).done")])
        let link =
            parts.count > 1 && !parts[1].isEmpty
            ? Link(words("act.done-entry"), href: Route.entry(parts[1]).path) : nil
        return Notice(.done, text, next: link)
    }
}

extension SiteRequest {
    /// A path with this request's query, to come back to.
    func address(of path: String) -> String {
        guard !query.isEmpty, method == "GET" else { return path }
        let pairs = query.sorted { $0.key < $1.key }.map {
            "\(FormEncoding.encode($0.key))=\(FormEncoding.encode($0.value))"
        }
        return "\(path)?\(pairs.joined(separator: "&"))"
    }
}
