import HTML
import Record
import Registry
import Words

/// What stands around one item: what it rests on, what rests on it, what lies under it; each where both ends show.
struct ItemRelated: Sendable {
    let parent: ItemView?
    let sources: [ItemView]
    let derived: [ItemView]
    let under: [ItemView]
    /// Whom a consultation heard: for its named team.
    let heard: [ItemView]
    /// When each was entered, where that may be seen.
    let times: [String: Instant]
    /// When the Committee adopted what the item belongs to, where that may be seen.
    let adoptedAt: Instant?

    /// Whether whoever looks is of a consultation's team, as far as it heard anybody.
    var isOfTeam: Bool { isInTeam || !heard.isEmpty }
    let isInTeam: Bool

    static func read(_ reader: Reader, _ item: ItemView) throws -> ItemRelated {
        let links = try reader.derivations(of: item.id)
        let around = try reader.items(
            ids: links.sources + links.derived + [item.parent].filter { !$0.isEmpty })
        let under = try reader.items(under: item.id)
        let isConsultation = item.type == .consultation
        // Adopting writes a position for each requirement.
        let positions =
            item.type == .recommendation ? try reader.items(of: item.assessment, [.position]) : []
        return ItemRelated(
            parent: around.first { $0.id == item.parent && $0.id != item.assessment },
            sources: around.filter { links.sources.contains($0.id) && $0.id != item.parent },
            derived: around.filter { one in
                links.derived.contains(one.id) && !under.contains { $0.id == one.id }
            },
            under: under, heard: isConsultation ? try reader.sourceIdentities(of: item.id) : [],
            times: try reader.entryTimes(of: under),
            adoptedAt: try positions.first.flatMap { try reader.entryTimes(of: [$0])[$0.id] },
            isInTeam: isConsultation ? try reader.isOnTeam(of: item.id) : false)
    }

    /// - Parameter mayVerify: whether whoever looks says if a measure is verified.
    func write(
        _ html: inout HTML, _ item: ItemView, mayVerify: Bool, _ frame: CaseFrame?, _ languages: [String],
        _ words: Words
    ) {
        if let parent { list("item.belongs-to", "belongs-to", [parent], languages, &html, words) }
        if item.type == .recommendation { progress(frame, mayVerify, languages, &html, words) }
        list("item.rests-on", "rests-on", sources, languages, &html, words)
        list("item.resting", "resting", derived, languages, &html, words)
        for step in under where step.type == .step {
            StepLines(step: step, languages: languages).write(&html, words)
        }
        if item.type == .observation {
            for decision in under where decision.type == .decision {
                html.add(
                    Section(words("observations.decision"), id: "decision") { html in
                        html.p(text: words.status(of: decision) ?? "–")
                        if let body = decision.body {
                            html.structured(body, languages, words, level: 3, mark: "decision")
                        }
                        for rewording in under where rewording.type == .rewording {
                            RewordingLines(rewording: rewording, languages: languages).write(&html, words)
                        }
                    })
            }
        }
        if !heard.isEmpty {
            html.add(
                Section(words("item.heard"), id: "heard") { html in
                    html.p(.class("note"), text: words("item.heard-note"))
                    html.ul(.class("plain")) { html in
                        for source in heard {
                            html.li { html in
                                html.wording(source.body, languages, words)
                                if let said = source.note { html.p { $0.wording(said, languages, words) } }
                            }
                        }
                    }
                })
        }
    }

    private func list(
        _ title: String, _ id: String, _ items: [ItemView], _ languages: [String], _ html: inout HTML,
        _ words: Words
    ) {
        guard !items.isEmpty else { return }
        html.add(
            Section(words(title), id: id) { html in
                html.ul(.class("plain")) { html in
                    for item in items {
                        html.li { html in
                            html.add(Tag(words("type.\(item.type.rawValue)")))
                            html.text(" ")
                            html.add(Link(item.label(languages, words), href: item.route.path))
                        }
                    }
                }
            })
    }

    /// Reported, verified, adopted: as lines in time.
    private func progress(
        _ frame: CaseFrame?, _ mayVerify: Bool, _ languages: [String], _ html: inout HTML, _ words: Words
    ) {
        let measures = under.filter { $0.type == .measure }
        let statuses = under.filter { $0.type == .followUp }
        html.add(
            Section(words("item.progress"), id: "progress") { html in
                html.ul(.class("plain timeline")) { html in
                    for status in statuses {
                        line(status, words("case.follow-up"), mayVerify: false, languages, &html, words)
                    }
                    for measure in measures {
                        line(measure, words("type.measure"), mayVerify: mayVerify, languages, &html, words)
                    }
                    if let frame, AssessmentStage.decided.contains(frame.assessment.stage) {
                        html.li { html in
                            html.span(
                                .class("when"), text: adoptedAt.flatMap(\.day).map { words.date($0) } ?? "")
                            html.text(" ")
                            html.text(words("item.adopted"))
                        }
                    }
                }
                if measures.isEmpty, statuses.isEmpty {
                    html.p(.class("nothing"), text: words("item.nothing-reported"))
                }
            })
    }

    private func line(
        _ one: ItemView, _ kind: String, mayVerify: Bool, _ languages: [String], _ html: inout HTML,
        _ words: Words
    ) {
        html.li { html in
            html.span(.class("when"), text: one.text("takenOn").map { words.due($0) } ?? time(one, words))
            html.text(" " + words.of(kind, ""))
            html.strong(text: words.status(of: one) ?? "–")
            if let body = one.body {
                html.text(" ")
                if one.type == .measure {
                    html.a(.href(one.route)) { $0.wording(body, languages, words) }
                } else {
                    html.wording(body, languages, words)
                }
            }
            guard mayVerify, one.value == "reported" else { return }
            html.text(" · ")
            html.a(.href(one.route), text: words("act.verify-measure"))
        }
    }

    private func time(_ item: ItemView, _ words: Words) -> String {
        times[item.id].flatMap(\.day).map { words.date($0) } ?? ""
    }
}
