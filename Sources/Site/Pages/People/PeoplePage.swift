import Disclosure
import HTML
import Registry
import Words

/// GET /people: accounts and capacities, as far as the viewer sees them.
struct PeoplePage: Page {
    let people: [PersonView]
    let names: [String: LocalizedWording]
    let languages: [String]
    let mayAdd: Bool

    static func show(_ request: SiteRequest) async throws -> SiteResponse {
        _ = try request.signedIn()
        let (people, names) = try await request.read { (try $0.people(), try $0.holderNames()) }
        return request.page(
            Self(
                people: people, names: names, languages: request.languages,
                mayAdd: request.may(AddPerson.self)))
    }

    var part: SitePart { .people }
    func title(_ words: Words) -> String { words("people.title") }

    func main(_ html: inout HTML, _ words: Words) {
        if mayAdd {
            html.p(.class("actions")) {
                $0.a(.class("button"), .href(Route.act("add-person")), text: words("act.add-person"))
            }
        }
        html.div(.class("table-box")) { html in
            html.table(.class("table")) { html in
                html.thead { html in
                    html.tr { html in
                        html.th(.scope("col"), text: words("person.name"))
                        html.th(.scope("col"), text: words("person.capacities"))
                    }
                }
                html.tbody(.data("list")) { html in
                    for person in people {
                        html.tr(.data("row")) { html in
                            html.th(.scope("row")) {
                                $0.a(
                                    .href(Route.person(person.id.rawValue)),
                                    text: person.name ?? words("object.erased"))
                            }
                            html.td { html in
                                for grant in person.capacities where grant.stage != .ended {
                                    html.div {
                                        GrantLine(grant: grant, names: names, languages: languages).write(
                                            &$0, words)
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// A capacity, what it is about, and whether it is held.
struct GrantLine {
    let grant: GrantView
    let names: [String: LocalizedWording]
    let languages: [String]

    func write(_ html: inout HTML, _ words: Words) {
        html.text(words("capacity.\(grant.capacity.rawValue)"))
        if let about = grant.about {
            html.text(" · ")
            html.wording(names[about] ?? LocalizedWording(["en": about]), languages, words)
        }
        if grant.stage != .held {
            html.text(" ")
            html.span(.class("tag"), text: words("capacity.stage.\(grant.stage.rawValue)"))
        }
    }
}

/// GET /people/{id}.
struct PersonPage: Page {
    let person: PersonView
    let names: [String: LocalizedWording]
    let languages: [String]
    let may: Set<String>
    let isSelf: Bool
    let history: [EntryView]

    static func show(_ request: SiteRequest) async throws -> SiteResponse {
        let visitor = try request.signedIn()
        let id = PersonID(try request.parameter("id"))
        let acts: [any Act.Type] = [
            GrantCapacity.self, ConfirmCapacity.self, EndCapacity.self, InvitePerson.self, CorrectPerson.self,
        ]
        let may = Set(acts.filter { request.may($0) }.map { $0.kind.rawValue })
        let languages = request.languages
        let page = try await request.read { reader -> Self? in
            guard let person = try reader.person(id) else { return nil }
            return Self(
                person: person, names: try reader.holderNames(), languages: languages, may: may,
                isSelf: visitor.person == id,
                history: try reader.history(of: ObjectReference(Kind.Person.type, id.rawValue), limit: 30))
        }
        guard let page else { throw Refusal("object.not-found", .notFound) }
        return request.page(page)
    }

    var part: SitePart { .people }
    func title(_ words: Words) -> String { person.name ?? words("object.erased") }
    func breadcrumb(_ words: Words) -> [Crumb] { [Crumb(title: words("people.title"), route: .people)] }

    func main(_ html: inout HTML, _ words: Words) {
        html.dl(.class("facts")) { html in
            if let email = person.email {
                html.div { html in
                    html.dt(text: words("person.email"))
                    html.dd(text: email)
                }
            }
            html.div { html in
                html.dt(text: words("person.language"))
                html.dd(text: words("language.\(person.language)"))
            }
        }
        if !isSelf {
            html.p(.class("actions")) { html in
                for act in ["invite-person", "grant-capacity", "correct-person"] where may.contains(act) {
                    html.a(
                        .class("button"), .href(address(act, ["person": person.id.rawValue])),
                        text: words("act.\(act)"))
                }
            }
        }
        html.section { html in
            html.h2(text: words("person.capacities"))
            if person.capacities.isEmpty { html.p(.class("empty"), text: words("person.no-capacity")) }
            html.ul(.class("plain")) { html in
                for grant in person.capacities {
                    html.li { html in
                        GrantLine(grant: grant, names: names, languages: languages).write(&html, words)
                        if grant.stage == .waiting, may.contains("confirm-capacity"), !isSelf {
                            html.text(" ")
                            html.a(
                                .class("button"),
                                .href(address("confirm-capacity", ["capacity": grant.id.rawValue])),
                                text: words("act.confirm-capacity"))
                        }
                        if grant.stage != .ended, may.contains("end-capacity") {
                            html.text(" ")
                            html.a(
                                .class("button quiet"),
                                .href(address("end-capacity", ["capacity": grant.id.rawValue])),
                                text: words("act.end-capacity"))
                        }
                    }
                }
            }
        }
        HistoryList(entries: history).write(&html, words)
    }

    /// An act's form, and from there back to this person.
    private func address(_ act: String, _ fields: [String: String]) -> String {
        CaseActs.address(act, fields, next: .person(person.id.rawValue))
    }
}
