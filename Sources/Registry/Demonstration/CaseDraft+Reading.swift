import Pack
import Record

/// The second reading of a case.
extension CaseDraft {
    /// Where the script says so, and where there are top shortfalls.
    var isReadSecond: Bool {
        turns.contains(.secondReading) || !(sample?.shortfalls(firstValues) ?? []).isEmpty
    }

    private var sample: SecondReadingSample? {
        guard let rules = pack.ratingRules?.secondReading,
            let scale = pack.scale(of: turns.contains(.detailed) ? "detailed-survey" : "short-survey")
        else { return nil }
        return SecondReadingSample(assessment: assessment, rules: rules, scale: scale)
    }

    /// What the lead rated, by requirement.
    private var firstValues: [String: String] {
        steps.reduce(into: [:]) { values, step in
            guard step.kind == "rate-requirement", step.performer == cast.lead,
                let requirement = step.fields["requirement"]?.string
            else { return }
            values[requirement] = step.fields["value"]?.string
        }
    }

    /// A sample is rated blind; where the readers differ, a head who rated neither settles it.
    mutating func readSecond() {
        let firsts = firstValues
        let named = turns.contains(.secondReading) ? [topics[0], topics[1]] : []
        let codes = named.compactMap { $0["requirement"]?.string }
        pass(1)
        act(
            "assign-second-reader", by: cast.head,
            ["person": cast.id(cast.second), "requirements": .array(codes.map { .string($0) })],
            making: "reading")
        pass(6)
        var differing: [(requirement: String, value: JSONValue)] = []
        for requirement in Set(codes).union(sample?.requirements(firsts) ?? []).sorted() {
            let topic = topics.first { $0["requirement"]?.string == requirement }
            let first = firsts[requirement].map { JSONValue.string($0) } ?? .null
            let second = topic?["second"] ?? first
            act(
                "rate-requirement", by: cast.second,
                [
                    "requirement": .string(requirement), "value": second,
                    "basis": topic?["basis"] ?? script.bases[number % script.bases.count],
                    "confidence": "high",
                ], making: "rating")
            if second != first { differing.append((requirement, second)) }
        }
        // One is left as it was found, so that there is something to settle.
        guard !turns.contains(.unsettled) else { return }
        pass(2)
        for (requirement, value) in differing {
            act(
                "settle-rating", by: cast.head,
                ["requirement": .string(requirement), "value": value, "reason": reason("settle")],
                making: "rating")
        }
        act("conclude-second-reading", by: cast.second, [:])
    }
}
