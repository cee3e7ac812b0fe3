import Foundation

/// What only the whole pack can tell: references that lead nowhere, codes that stand twice, gaps.
struct CrossChecks {
    let pack: Pack
    let notes: FaultNotes
    let index: LineIndex

    func run() {
        duplicates()
        references()
        paragraphs()
        membership()
        shareWords()
        questionnaires()
        anchors()
        let weight = pack.criteria.reduce(0) { $0 + $1.weight }
        if !pack.criteria.isEmpty && weight != 100 {
            notes.note(
                .gap, "criteria.yaml", nil, "The weights add up to \(weight), not 100.", "Mend the weights.")
        }
        if TimeZone(identifier: pack.timeZone) == nil {
            note(
                .badTimeZone, "pack.yaml", pack.timeZone, "\(pack.timeZone.quoted) is no time zone.",
                "Use a name of the IANA data base, e.g. America/New_York.")
        }
    }

    private func duplicates() {
        refuse("resolutions.yaml", pack.resolutions.map(\.symbol))
        refuse("themes.yaml", pack.themes.map(\.code))
        refuse("requirements.yaml", pack.requirements.map(\.code))
        refuse("entities.yaml", pack.entities.map(\.code))
        refuse("states.yaml", pack.states.map(\.code))
        refuse("states.yaml", pack.states.compactMap(\.m49))
        refuse("states.yaml", pack.states.compactMap { $0.name.values["en"] })
        refuse("regions.yaml", pack.regions.map(\.code))
        refuse("scales.yaml", pack.scales.map(\.code))
        refuse("stage-limits.yaml", pack.stageLimits.map(\.code))
        refuse("criteria.yaml", pack.criteria.map(\.code))
        refuse("figures.yaml", pack.figures.map(\.code))
        refuse("share-words.yaml", pack.shareWords.map(\.code))
        refuse("assumptions.yaml", pack.assumptions.map(\.code))
        refuse("capabilities.yaml", pack.capabilities)
        refuse("holidays.yaml", pack.holidays.map(\.on))
        refuse("standard-texts.yaml", pack.standardTexts.map(\.code))
        for scale in pack.scales { refuse("scales.yaml", scale.options.map(\.code)) }
        for resolution in pack.resolutions { refuse("resolutions.yaml", resolution.texts.map(\.language)) }
    }

    /// A pack that says how ratings are made says what each point of their scale means.
    private func anchors() {
        guard pack.ratingRules != nil else { return }
        let used = Set(pack.questionnaires.map(\.scale))
        for scale in pack.scales where used.contains(scale.code) {
            for option in scale.ordered where option.anchor == nil {
                note(
                    .gap, "scales.yaml", option.code,
                    "The point \(option.code.quoted) of the scale \(scale.code.quoted) has no anchor.",
                    "Add `anchor: { … }`: what holds where this point is right.")
            }
        }
    }

    private func references() {
        let themes = Set(pack.themes.map(\.code))
        let assumptions = Set(pack.assumptions.map(\.code))
        let symbols = Set(pack.resolutions.map(\.symbol))
        for text in pack.standardTexts where !themes.contains(text.theme) {
            dangling("standard-texts.yaml", text.theme, "theme", "themes.yaml")
        }
        for requirement in pack.requirements where !themes.contains(requirement.theme) {
            dangling("requirements.yaml", requirement.theme, "theme", "themes.yaml")
        }
        let cited: [(String, [String?])] = [
            ("scales.yaml", pack.scales.map(\.assumption)), ("figures.yaml", pack.figures.map(\.assumption)),
            ("stage-limits.yaml", pack.stageLimits.map(\.assumption)),
            ("criteria.yaml", pack.criteria.map(\.assumption)),
            ("holidays.yaml", pack.holidays.map(\.assumption)),
            ("ratings.yaml", [pack.ratingRules?.assumption]),
        ]
        for (file, codes) in cited {
            for case .some(let code) in codes where !assumptions.contains(code) {
                dangling(file, code, "assumption", "assumptions.yaml")
            }
        }
        for resolution in pack.resolutions {
            for succession in resolution.successions where !symbols.contains(succession.of) {
                dangling("resolutions.yaml", succession.of, "resolution", "resolutions.yaml")
            }
        }
    }

    private func paragraphs() {
        let resolutions = Dictionary(
            pack.resolutions.map { ($0.symbol, $0) }, uniquingKeysWith: { first, _ in first })
        let cited: [(String, [String])] = [
            ("requirements.yaml", pack.requirements.flatMap(\.paragraphs)),
            ("authorities.yaml", pack.authorities.flatMap(\.paragraphs)),
            ("criteria.yaml", pack.criteria.map(\.paragraph)),
            ("stage-limits.yaml", pack.stageLimits.compactMap(\.paragraph)),
        ]
        for (file, addresses) in cited {
            for address in addresses {
                guard let reference = ParagraphReference(address) else { continue }
                guard let resolution = resolutions[reference.symbol] else {
                    dangling(file, address, "resolution", "resolutions.yaml")
                    continue
                }
                let count =
                    reference.part == .preambular ? resolution.preambularCount : resolution.operativeCount
                if let number = reference.number, let count, number > count {
                    note(
                        .dangling, file, address,
                        "\(address.quoted) lies behind the last paragraph, \(count).",
                        "Mend the number.")
                }
            }
        }
    }

    private func membership() {
        let states = Set(pack.states.map(\.code))
        let codes = Set(pack.regions.map(\.code))
        for region in pack.regions {
            for state in region.members.map(\.state) + region.observers where !states.contains(state) {
                dangling("regions.yaml", state, "State", "states.yaml")
            }
            if let within = region.within, !codes.contains(within) {
                dangling("regions.yaml", within, "region", "regions.yaml")
            }
            refuse("regions.yaml", region.members.map(\.state))
        }
        for kind in [Pack.Region.Kind.subRegion, .regionalGroup] { refuseSecondHome(kind) }
        let placed = Set(pack.regions.filter { $0.kind == .subRegion }.flatMap { $0.members.map(\.state) })
        for state in pack.states where !placed.contains(state.code) {
            note(
                .gap, "states.yaml", state.code, "The State \(state.code) is in no sub-region.",
                "Add it to one in regions.yaml.")
        }
    }

    /// A State is in one sub-region and one regional group at most.
    private func refuseSecondHome(_ kind: Pack.Region.Kind) {
        var home: [String: String] = [:]
        for region in pack.regions where region.kind == kind {
            for state in Set(region.members.map(\.state)) {
                if let first = home.updateValue(region.code, forKey: state) {
                    note(
                        .duplicate, "regions.yaml", region.code,
                        "The State \(state) is in \(first.quoted) and in \(region.code.quoted).",
                        "Take it out of one.")
                }
            }
        }
    }

    /// Every share from 0 to 100 per cent has exactly one word.
    private func shareWords() {
        guard !pack.shareWords.isEmpty else { return }
        let bounds = pack.shareWords.flatMap { [$0.from, $0.to] }
        for percent in Set(bounds + bounds.map { $0 + 0.01 } + bounds.map { $0 - 0.01 }).sorted()
        where (0...100).contains(percent) {
            let words = pack.shareWords.filter { $0.covers(percent: percent) }
            if words.count != 1 {
                notes.note(
                    .gap, "share-words.yaml", nil, "\(percent) per cent has \(words.count) words.",
                    "Mend `from`, `to`, `includes-from` and `includes-to` so that it has one.")
            }
        }
    }
}
