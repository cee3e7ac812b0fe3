import Exchange
import Identity
import Mandate
import Registry
import Words

/// GET /language/{tag}: chooses the interface language, and goes back.
enum LanguageChoice {
    static func choose(_ request: SiteRequest) throws -> SiteResponse {
        let tag = try request.parameter("tag")
        guard request.site.library.has(tag) else { throw Refusal("object.not-found", .notFound) }
        return SiteResponse.redirect(path: request.query["next"] ?? "/").settingCookie(
            "language", tag, days: 365)
    }
}

/// POST /drafts/{name}: keeps what is being typed (204); with `discard` throws it away and goes back.
enum KeptDraft {
    static func keep(_ request: SiteRequest) async throws -> SiteResponse {
        let visitor = try request.signedIn()
        let form = try request.form()
        try request.checkMark(form["csrf"])
        guard let act = Catalogue.standard[ActKind(rawValue: try request.parameter("name"))] else {
            throw Refusal("act.unknown", .notFound)
        }
        if form["discard"] != nil {
            let place = request.place(of: act, form)
            try await request.site.accounts.keepDraft([:], of: visitor.person, at: place)
            return .redirect(path: form["next"] ?? "/")
        }
        try await request.site.accounts.keepDraft(
            typed(form, for: act), of: visitor.person, at: request.place(of: act, form))
        return SiteResponse(status: 204, type: "text/plain; charset=utf-8", body: [])
    }

    /// What a person typed: without the form's own furniture. Where several write the same text, its draft keeps what it
    /// was based on: the page that it stands on again may show a later one.
    static func typed(_ form: [String: String], for act: any Act.Type) -> [String: String] {
        let names = Set(
            act.fields.compactMap { field -> String? in
                if case .version = field.kind, !SiteRequest.isWrittenBySeveral(act) { return nil }
                return field.isSupplied ? field.name : nil
            })
        return form.filter { name, text in
            names.contains(String(name.prefix { $0 != "." })) && name.utf8.count <= 100 && !text.isEmpty
        }
    }
}

/// GET /feeds/{token}/calendar.ics: the calendar as programs subscribe to it, as whoever made the address.
enum FeedAnswer {
    static func calendar(_ request: SiteRequest) async throws -> SiteResponse {
        guard let token = Token(try request.parameter("token"), kind: .feed),
            let visitor = try await request.site.accounts.visitor(feed: token)
        else { throw Refusal("object.not-found", .notFound) }
        let site = request.site
        let words = site.library.words(for: visitor.language)
        let duties = try await site.registry.read(for: visitor.viewer) { try $0.duties() }
        let confirmed = duties.filter(\.wasConfirmed)
        let events = CalendarEvent.of(confirmed, host: request.origin) { duty, occurrence in
            let what = duty.what?.text(in: [words.language.tag])?.text ?? words("object.erased")
            return words.of(words("duty-status.\(occurrence.status.rawValue)"), what.shortened(to: 120))
        }
        let feed = CalendarFeed(
            name: words("calendar.title"), language: words.language.tag, events: events,
            at: site.registry.surroundings.now())
        return .text(feed.text, type: "text/calendar; charset=utf-8")
    }
}

extension SiteRequest {
    /// `http://host` as the request named it.
    var origin: String {
        let host = headers["x-forwarded-host"] ?? headers["host"] ?? "localhost"
        let isSafe = host.allSatisfy { $0.isLetter || $0.isNumber || ".:-[]".contains($0) }
        return
            "\(headers["x-forwarded-proto"] == "https" ? "https" : "http")://\(isSafe ? host : "localhost")"
    }
}
