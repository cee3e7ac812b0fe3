import Disclosure
import HTML
import Mandate
import Record
import Registry
import Words

/// For a State's Mission and focal points: where its cases stand and who goes on by when, what others see of it, what
/// opens soon.
struct StateStanding: Sendable {
    let state: String
    let assessments: [AssessmentView]
    let requests: [RequestView]
    let exposure: [ExposureView]
    let notices: [ItemView]
    let openings: [OpeningView]
    /// Names of those whom grants name, as they are stored there.
    let names: [String: String]
    let languages: [String]
    let today: CalendarDate

    /// Days ahead in which an opening is soon.
    private static let soon = 90

    /// Nil for all but the State's own people, and for an earlier day.
    static func read(_ reader: Reader, _ state: String, _ languages: [String]) throws -> StateStanding? {
        guard reader.viewer.state == state, !reader.asOf.isPast else { return nil }
        let exposure = try reader.exposure()
        return StateStanding(
            state: state, assessments: try reader.assessments(state: state).filter { $0.stage != .closed },
            requests: try reader.requests(state: state).filter(\.isOpen), exposure: exposure,
            notices: try reader.items(.notice, state: state).filter { $0.value == "told" },
            openings: try reader.openings(within: soon), names: try names(reader, exposure, languages),
            languages: languages, today: reader.asOf.day)
    }

    private static func names(
        _ reader: Reader, _ exposure: [ExposureView], _ languages: [String]
    ) throws -> [String: String] {
        var names: [String: String] = [:]
        for one in try reader.entities() {
            names["entity:\(one.code)"] = one.name.text(in: languages)?.text
        }
        for one in try reader.states(orderedIn: languages[0]) {
            names["state:\(one.code)"] = one.name.text(in: languages)?.text
        }
        return names
    }

    func write(_ html: inout HTML, _ words: Words) {
        html.add(
            Section(words("standing.title"), id: "standing") { html in
                html.add(WorkList(awaited(words), empty: words("standing.none")))
            })
        html.add(
            Section(words("standing.seen"), id: "seen-by-others") { html in
                html.p(.class("lead"), text: words("standing.seen-lead"))
                for one in exposure { seen(one, &html, words) }
            })
        html.add(
            Section(words("standing.soon"), id: "opens-soon") { html in
                html.add(WorkList(soon(words), empty: words("standing.soon-none")))
            })
    }

    /// Stage by stage, and who takes the next step; what is awaited from the State first, by its day.
    private func awaited(_ words: Words) -> [WorkList.Line] {
        let cases = assessments.map { one in
            let isOurs = one.stage == .withState
            let stage = words("assessment.stage.\(one.stage.rawValue)")
            return (
                due: isOurs ? one.stateDueOn : nil,
                link: Link(
                    "\(one.title(words)) · \(stage)",
                    href: Route.stateAssessment(one.state, cycle: one.cycle).path),
                about: isOurs ? words("standing.yours") : CaseActs.whoMay(one.stage, words)
            )
        }
        let asked = requests.map { one in
            (
                due: one.dueOn, link: Link(one.item.label(languages, words), href: one.item.route.path),
                about: Optional(words("desk.request-reply"))
            )
        }
        let last = CalendarDate(9999, 12, 31)
        return (cases + asked).sorted { ($0.due ?? last) < ($1.due ?? last) }.map { one in
            WorkList.Line(
                one.link, about: one.about,
                deadline: one.due.map { words.deadline($0, today: today, isOpen: true) })
        }
    }

    private func seen(_ one: ExposureView, _ html: inout HTML, _ words: Words) {
        let name = name(of: one.onlooker, words)
        let count = words("standing.items", ["count": one.items.count])
        guard !one.items.isEmpty else {
            return html.p { html in
                html.strong(text: name)
                html.text(" · \(words("standing.nothing"))")
            }
        }
        html.details { html in
            html.summary { html in
                html.strong(text: name)
                html.text(" · \(count)")
            }
            html.ul(.class("plain")) { html in
                for item in one.items {
                    html.li { html in
                        html.text("\(words("type.\(item.type.rawValue)").capitalised): ")
                        html.a(.href(item.route), text: label(item, words))
                    }
                }
            }
        }
    }

    private func label(_ item: ItemView, _ words: Words) -> String {
        AssessmentView(item)?.title(words) ?? item.label(languages, words)
    }

    private func name(of onlooker: ExposureView.Onlooker, _ words: Words) -> String {
        switch onlooker {
        case .audience(let audience): words("audience.\(audience.code)")
        case .named(let grantee): names[grantee] ?? words("standing.named-person")
        }
    }

    /// Notices that wait for an answer, then what has a day.
    private func soon(_ words: Words) -> [WorkList.Line] {
        let told = notices.map { notice in
            let audience = notice.text("audience") ?? Audience.unSystem.code
            return WorkList.Line(
                Link(
                    words("standing.notice", ["audience": words("audience.\(audience)")]),
                    href: notice.route.path),
                about: words("standing.notice-items", ["count": notice.detail["items"]?.array?.count ?? 0]),
                deadline: notice.text("opensOn").flatMap { CalendarDate($0) }
                    .map { words.deadline($0, today: today, isOpen: true) })
        }
        return told
            + openings.map { one in
                WorkList.Line(
                    Link(label(one.item, words), href: one.item.route.path),
                    about: words("standing.opens-to", ["audience": words("audience.\(one.audience.code)")]),
                    deadline: words.deadline(one.on, today: today, isOpen: true))
            }
    }
}
