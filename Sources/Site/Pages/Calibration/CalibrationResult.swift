import HTML
import Registry
import Words

/// What a closed calibration gave: how many gave which value, by requirement and by theme, and how far raters agree.
struct CalibrationResult {
    let calibration: CalibrationView
    let context: CalibrationContext
    let report: AgreementReport?
    let names: AgreementPage.Names

    func write(_ html: inout HTML, _ words: Words) {
        guard calibration.stage == .closed else { return }
        html.add(
            Section(words("calibration.values"), id: "values") { html in
                requirements(&html, words)
                themes(&html, words)
            })
        guard let report else { return }
        html.add(
            Section(words("agreement.title"), id: "agreement") { html in
                html.p(text: words("agreement.how-to-read"))
            })
        AgreementTables(report: report, names: names, mark: nil, isBrief: true).write(&html, words)
    }

    private func requirements(_ html: inout HTML, _ words: Words) {
        let tellsOwn = calibration.isRater(context.viewer)
        html.add(
            DataTable(
                columns: [
                    .init(words("case.requirement")), .init(words("calibration.given")),
                    .init(words("calibration.agreed")),
                ] + (tellsOwn ? [.init(words("calibration.yours"))] : []),
                rows: calibration.units.map { unit in
                    let cells = [
                        DataTable.link(unit.requirement, "#unit-\(unit.id)"), given(unit.counts, words),
                        context.scale.cell(unit.value),
                    ]
                    guard tellsOwn else { return cells }
                    return cells + [
                        context.scale.cell(calibration.rating(of: unit.id, by: context.viewer)?.value)
                    ]
                }, empty: words("calibration.no-texts")))
    }

    private func themes(_ html: inout HTML, _ words: Words) {
        let themes = Dictionary(grouping: calibration.units, by: \.theme)
        html.add(
            DataTable(
                columns: [.init(words("agreement.themes")), .init(words("calibration.given"))],
                rows: themes.sorted { $0.key < $1.key }.map { theme, units in
                    let counts = units.reduce(into: [String: Int]()) {
                        $0.merge($1.counts, uniquingKeysWith: +)
                    }
                    return [
                        DataTable.text(context.themes[theme]?.text(in: context.languages)?.text ?? theme),
                        given(counts, words),
                    ]
                }, empty: words("calibration.no-texts")))
    }

    /// "largely 2 · partly 1", the best first.
    private func given(_ counts: [String: Int], _ words: Words) -> DataTable.Cell {
        let parts = context.scale.options.compactMap { option in
            counts[option.code].map { "\(context.scale.name(option.code)) \(words.number($0))" }
        }
        return DataTable.text(parts.isEmpty ? "–" : parts.joined(separator: " · "))
    }
}
