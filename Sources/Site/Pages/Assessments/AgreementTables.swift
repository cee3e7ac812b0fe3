import HTML
import Pack
import Registry
import Surveys
import Words

/// Agreement on one scale: of all, by theme, by requirement, and for a head without each rater.
struct AgreementTables {
    let report: AgreementReport
    let names: AgreementPage.Names
    /// Sets the parts apart where there are several scales on the page; nil: there is one.
    let mark: String?
    /// Whether tables without a row are left out.
    var isBrief = false

    func write(_ html: inout HTML, _ words: Words) {
        if let mark {
            html.h2(text: names.scales[mark]?.in(names.languages.first ?? "en") ?? mark)
        }
        html.p(.class("standing")) { html in
            let alpha = Self.alpha(report.all.estimate.agreement.alpha, words)
            html.text(words("agreement.alpha-is", ["alpha": alpha]) + " ")
            html.text(
                words(
                    "agreement.rests-on",
                    [
                        "units": words.number(report.all.estimate.agreement.pairableUnits),
                        "values": words.number(report.all.estimate.agreement.pairableValues),
                    ]))
            if report.all.isTooFew, report.all.estimate.interval != nil {
                html.text(" " + words("agreement.too-few-all", ["fewest": AgreementReport.fewestUnits]))
            } else if let interval = report.all.interval {
                html.text(" " + words("agreement.interval-is", ["interval": Self.interval(interval, words)]))
            }
        }
        lines("agreement.themes", "themes", report.themes, words, &html) { code in
            names.themes[code]?.text(in: names.languages)?.text ?? code
        } href: {
            Route.requirements(theme: $0).path
        }
        lines("agreement.requirements", "requirements", report.requirements, words, &html) {
            $0
        } href: {
            Route.requirement($0).path
        }
        raters(&html, words)
    }

    private func lines(
        _ title: String, _ id: String, _ lines: [AgreementReport.Line], _ words: Words, _ html: inout HTML,
        name: @escaping (String) -> String, href: @escaping (String) -> String
    ) {
        if isBrief, lines.isEmpty { return }
        html.add(
            Section(words(title), id: identifier(id)) { html in
                html.add(
                    DataTable(
                        columns: [
                            .init(words(title)), .init(words("agreement.alpha")),
                            .init(words("agreement.interval")),
                            .init(words("agreement.units"), isNumber: true),
                        ],
                        rows: lines.map { line in
                            [
                                DataTable.link(name(line.code), href(line.code)),
                                DataTable.text(Self.alpha(line.estimate.agreement.alpha, words)),
                                HTML.wordCell(
                                    line.isTooFew
                                        ? words("agreement.too-few")
                                        : line.interval.map { Self.interval($0, words) }),
                                DataTable.text(words.number(line.estimate.agreement.pairableUnits)),
                            ]
                        }, empty: words("agreement.no-pairable")))
            })
    }

    /// For a head alone: the report has none for others.
    private func raters(_ html: inout HTML, _ words: Words) {
        guard !report.raters.isEmpty else { return }
        html.add(
            Section(words("agreement.raters"), id: identifier("raters")) { html in
                html.p(.class("about"), text: words("agreement.raters-lead"))
                html.add(
                    DataTable(
                        columns: [
                            .init(words("agreement.rater")), .init(words("agreement.without")),
                            .init(words("agreement.change"), isNumber: true),
                        ],
                        rows: report.raters.map { rater in
                            [
                                DataTable.link(
                                    names.people[rater.rater] ?? "–", Route.person(rater.rater).path),
                                DataTable.text(Self.alpha(rater.agreementWithout.alpha, words)),
                                HTML.wordCell(
                                    rater.change.map { ($0 > 0 ? "+" : "") + words.decimal($0) }),
                            ]
                        }, empty: ""))
            })
    }

    private func identifier(_ name: String) -> String { mark.map { "\(name)-\($0)" } ?? name }

    /// The number, or in words why there is none.
    static func alpha(_ alpha: Alpha, _ words: Words) -> String {
        switch alpha {
        case .value(let number): words.decimal(number)
        case .noPairableValues: words("agreement.no-pairable")
        case .noVariation: words("agreement.no-variation")
        }
    }

    static func interval(_ interval: AgreementInterval, _ words: Words) -> String {
        words(
            "agreement.from-to",
            ["lower": words.decimal(interval.lower), "upper": words.decimal(interval.upper)])
    }
}
