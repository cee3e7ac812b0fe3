import HTML
import Mandate
import Record
import Registry
import Words

/// GET /duties/{id}: one duty: what it asks, its dates and what made them, what fulfilled it.
struct DutyPage: Page {
    let duty: DutyView
    let version: String
    let languages: [String]
    let today: CalendarDate
    let may: Set<String>
    let isPast: Bool
    let history: [EntryView]

    static func show(_ request: SiteRequest) async throws -> SiteResponse {
        let id = DutyID(try request.parameter("id"))
        let languages = request.languages
        let may = Set(
            [ConfirmDuty.self, CorrectDuty.self, WithdrawDuty.self, RecordDutyEvent.self, FulfilDuty.self]
                .map { $0 as any Act.Type }.filter { request.may($0) }.map { $0.kind.rawValue })
        let page = try await request.read { reader -> Self? in
            guard let duty = try reader.duty(id) else { return nil }
            return Self(
                duty: duty,
                version: duty.version, languages: languages, today: reader.asOf.day,
                may: reader.asOf.isPast ? [] : may,
                isPast: reader.asOf.isPast,
                history: try reader.history(of: ObjectReference(Kind.Duty.type, id.rawValue), limit: 50))
        }
        guard let page else { throw Refusal("object.not-found", .notFound) }
        return request.page(page)
    }

    var part: SitePart { .duties }
    var paragraphs: [String] { [duty.address] }
    func title(_ words: Words) -> String {
        duty.what?.text(in: languages)?.text.shortened(to: 120) ?? words("duty.one")
    }
    func breadcrumb(_ words: Words) -> [Crumb] {
        [
            Crumb(title: words("duties.title"), route: .duties),
            Crumb(title: words.paragraph(duty.address), route: .paragraph(duty.paragraph.rawValue)),
        ]
    }

    func main(_ html: inout HTML, _ words: Words) {
        html.p(.class("standing")) { html in
            StatusMark(status: duty.status).write(&html, words)
            html.text(" ")
            html.span(.class("tag"), text: words("duty.stage.\(duty.stage.rawValue)"))
        }
        html.dl(.class("facts")) { html in
            fact("duty.addressee", duty.addressee, &html, words)
            fact("duty.verb", duty.verb, &html, words)
            html.div { html in
                html.dt(text: words("duty.paragraph"))
                html.dd { $0.paragraphLinks([duty.address], words) }
            }
            limit(&html, words)
        }
        if let reason = duty.reason { html.p(.class("note"), text: reason) }
        actions(&html, words)
        occurrences(&html, words)
        HistoryList(entries: history).write(&html, words)
    }

    private func fact(_ key: String, _ wording: LocalizedWording?, _ html: inout HTML, _ words: Words) {
        html.div { html in
            html.dt(text: words(key))
            html.dd { $0.wording(wording, languages, words) }
        }
    }

    private func limit(_ html: inout HTML, _ words: Words) {
        html.div { html in
            html.dt(text: words("duty.limit"))
            html.dd { html in
                html.text(words("limit.\(duty.limitKind)"))
                if !duty.normalised.isEmpty {
                    html.text(" ")
                    html.code(text: duty.normalised)
                }
                if duty.limitText != nil {
                    html.text(" ")
                    html.q { $0.wording(duty.limitText, languages, words) }
                }
            }
        }
    }

    private func actions(_ html: inout HTML, _ words: Words) {
        let possible = may.filter { act in
            switch act {
            case "confirm-duty": duty.stage == .proposed
            case "record-duty-event": duty.wasConfirmed && duty.limitKind == "relative"
            case "fulfil-duty": duty.wasConfirmed
            default: duty.stage != .withdrawn
            }
        }
        guard !possible.isEmpty else {
            if duty.stage == .proposed, !isPast {
                html.p(.class("who-may"), text: words("duty.who-confirms"))
            }
            return
        }
        html.p(.class("actions")) { html in
            for act in ["confirm-duty", "fulfil-duty", "record-duty-event", "correct-duty", "withdraw-duty"]
            where possible.contains(act) {
                html.a(
                    .class(act == "confirm-duty" ? "button primary" : "button"),
                    .href("/acts/\(act)?duty=\(duty.id)&version=\(version)"), text: words("act.\(act)"))
            }
        }
    }

    private func occurrences(_ html: inout HTML, _ words: Words) {
        html.section { html in
            html.h2(text: words("duty.dates"))
            guard !duty.occurrences.isEmpty else {
                let key = duty.limitKind == "relative" ? "duty.no-event" : "duty.no-date"
                html.p(.class("empty"), text: words(key))
                return fulfilmentsWithoutDate(&html, words)
            }
            html.div(.class("table-box")) { html in
                html.table(.class("table")) { html in
                    html.thead { html in
                        html.tr { html in
                            for key in ["duty.due", "duty.status", "duty.because", "duty.fulfilled-by"] {
                                html.th(.scope("col"), text: words(key))
                            }
                        }
                    }
                    html.tbody(.data("list")) { html in for one in duty.occurrences { row(one, &html, words) }
                    }
                }
            }
        }
    }

    private func row(_ one: DutyView.Occurrence, _ html: inout HTML, _ words: Words) {
        html.tr { html in
            html.th(.scope("row")) { html in
                DeadlineMark(due: one.due, lastDay: one.lastDay, today: today, status: one.status)
                    .write(&html, words)
            }
            html.td { StatusMark(status: one.status).write(&$0, words) }
            html.td { html in
                if let start = one.startedBy {
                    html.text(
                        words(
                            "duty.because-event",
                            ["about": one.about ?? words("object.erased"), "date": words.date(start)]))
                } else {
                    html.text(words("duty.because.\(duty.limitKind)"))
                }
            }
            html.td { html in
                let own = duty.fulfilments.filter { $0.due == one.due }
                if own.isEmpty {
                    html.span(
                        .class("nothing"), text: one.status == .upcoming ? "–" : words("duty.no-document"))
                }
                for fulfilment in own { FulfilmentLine(fulfilment: fulfilment).write(&html, words) }
            }
        }
    }

    private func fulfilmentsWithoutDate(_ html: inout HTML, _ words: Words) {
        guard !duty.fulfilments.isEmpty else { return }
        html.ul { html in
            for one in duty.fulfilments { html.li { FulfilmentLine(fulfilment: one).write(&$0, words) } }
        }
    }
}

/// What fulfilled a duty, and when.
struct FulfilmentLine {
    let fulfilment: DutyView.Fulfilment

    func write(_ html: inout HTML, _ words: Words) {
        let title = fulfilment.title ?? words("object.erased")
        html.div { html in
            if let document = fulfilment.document {
                html.a(.href(Route.document(document.rawValue)), text: title)
            } else if let meeting = fulfilment.meeting {
                html.a(.href(Route.meeting(meeting.rawValue)), text: title)
            }
            html.text(" ")
            html.date(fulfilment.fulfilledOn, words)
        }
    }
}

extension String {
    /// At most so many characters, with an ellipsis where something was cut.
    func shortened(to most: Int) -> String { count <= most ? self : prefix(most - 1) + "…" }
}
