import Disclosure
import HTML
import Mandate
import Record
import Registry
import Words

/// GET /assessments/workload: who of the Directorate has how much in hand, who is away and who stands in.
struct WorkloadPage: Page {
    let loads: [Workload]
    let absences: [AbsenceView]
    let names: [String: String]
    let today: CalendarDate
    let isPast: Bool
    let mayRecord: Bool
    /// Whose absences whoever looks may end; nil: anybody's.
    let own: String?

    static func show(_ request: SiteRequest) async throws -> SiteResponse {
        guard request.viewer.audience == .directorate else { throw Refusal("object.not-found", .notFound) }
        let languages = request.languages
        let page = try await request.read { reader -> Self in
            let people = try reader.people()
            let absences = try reader.absences()
            return Self(
                loads: Workload.all(
                    people, try BoardCard.all(reader, languages),
                    try reader.items(ofTypes: [.observation, .decision, .secondReading])),
                absences: absences.filter { reader.asOf.day <= $0.until },
                names: Dictionary(uniqueKeysWithValues: people.map { ($0.id.rawValue, $0.name ?? "–") }),
                today: reader.asOf.day, isPast: reader.asOf.isPast,
                mayRecord: request.may(RecordAbsence.self),
                own: request.visitor?.capacity == .head ? nil : request.viewer.person ?? "")
        }
        return request.page(page)
    }

    var part: SitePart { .assessments }
    func title(_ words: Words) -> String { words("workload.title") }
    func breadcrumb(_ words: Words) -> [Crumb] {
        [Crumb(title: words("board.title"), route: .assessments(asTable: false))]
    }

    func main(_ html: inout HTML, _ words: Words) {
        html.p(.class("lead"), text: words("workload.lead"))
        html.add(
            DataTable(
                columns: [
                    .init(words("workload.person")), .init(words("workload.leads"), isNumber: true),
                    .init(words("workload.late"), isNumber: true),
                    .init(words("workload.observations"), isNumber: true),
                    .init(words("workload.readings"), isNumber: true), .init(words("workload.away")),
                ],
                rows: loads.map { load in
                    [
                        DataTable.text(load.name),
                        { html in
                            html.a(
                                .href(Route.assessmentsOf(lead: load.person)), text: words.number(load.leads))
                        }, DataTable.text(words.number(load.late)),
                        DataTable.text(words.number(load.observations)),
                        DataTable.text(words.number(load.readings)),
                        DataTable.text(away(load.person, words) ?? "–"),
                    ]
                }, empty: words("workload.empty")))
        absenceList(&html, words)
        AsOfForm().write(&html, words)
    }

    private func away(_ person: String, _ words: Words) -> String? {
        absences.first { $0.person == person && $0.covers(today) }.map {
            words(
                "workload.away-until",
                ["date": words.date($0.until), "deputy": names[$0.deputy] ?? "–"])
        }
    }

    private func absenceList(_ html: inout HTML, _ words: Words) {
        html.add(
            Section(words("workload.absences"), id: "absences") { html in
                if absences.isEmpty { html.p(.class("empty"), text: words("workload.no-absences")) }
                html.ul(.class("plain")) { html in
                    for absence in absences { html.li { line(absence, &$0, words) } }
                }
                guard mayRecord, !isPast else { return }
                html.p(.class("actions")) { html in
                    html.a(
                        .class("button"),
                        .href(CaseActs.address("record-absence", preset, next: .workload)),
                        text: words("act.record-absence"))
                    html.text(" ")
                    html.a(
                        .class("button"),
                        .href(CaseActs.address("record-nationality", preset, next: .workload)),
                        text: words("act.record-nationality"))
                }
            })
    }

    /// Colleagues record their own alone.
    private var preset: [String: String] { own.map { ["person": $0] } ?? [:] }

    private func line(_ absence: AbsenceView, _ html: inout HTML, _ words: Words) {
        html.text(
            words(
                "workload.absence",
                [
                    "name": names[absence.person] ?? "–", "from": words.date(absence.from),
                    "until": words.date(absence.until), "deputy": names[absence.deputy] ?? "–",
                ]))
        guard !isPast, own == nil || own == absence.person else { return }
        html.text(" ")
        html.a(
            .href(CaseActs.address("end-absence", ["absence": absence.id], next: .workload)),
            text: words("act.end-absence"))
    }
}

/// What one colleague has in hand.
struct Workload: Sendable {
    let person: String
    let name: String
    /// Open cases that they lead, how many of these are late at their stage, and observations in them that wait.
    let leads: Int
    let late: Int
    let observations: Int
    /// Second readings that are not concluded.
    let readings: Int

    /// Everyone who holds a capacity of the Directorate or still leads a case, by name.
    static func all(_ people: [PersonView], _ cards: [BoardCard], _ items: [ItemView]) -> [Workload] {
        let open = Dictionary(
            grouping: cards.filter { $0.assessment.stage != .closed }, by: \.assessment.lead)
        let decided = Set(items.filter { $0.type == .decision }.map(\.parent))
        let waiting = Dictionary(
            grouping: items.filter {
                $0.type == .observation && $0.value != "none" && !decided.contains($0.id)
            }, by: \.assessment)
        let readings = items.filter { $0.type == .secondReading && $0.value != "concluded" }
        return people.filter { person in
            let isOfDirectorate = person.capacities.contains {
                $0.stage == .held && ($0.capacity == .expert || $0.capacity == .head)
            }
            return isOfDirectorate || open[person.id.rawValue] != nil
        }.map { person in
            let own = open[person.id.rawValue] ?? []
            return Workload(
                person: person.id.rawValue, name: person.name ?? "–", leads: own.count,
                late: own.filter(\.isLate).count,
                observations: own.reduce(0) { $0 + (waiting[$1.assessment.id.rawValue]?.count ?? 0) },
                readings: readings.filter { $0.text("person") == person.id.rawValue }.count)
        }
    }
}
