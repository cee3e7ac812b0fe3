import Record

extension Walk {
    /// A shorter list of steps after which the same route still differs: parts are left out, ever smaller ones, as long
    /// as that helps and at most so often.
    func shrunk(_ steps: [Step], _ difference: Difference, tries: Int = 150) async throws -> [Step] {
        var steps = steps
        var left = tries
        var size = max(1, steps.count / 2)
        while left > 0 {
            var start = 0
            var helped = false
            while start < steps.count, left > 0 {
                var fewer = steps
                fewer.removeSubrange(start..<min(start + size, steps.count))
                left -= 1
                if try await differs(fewer, on: difference.template) {
                    (steps, helped) = (fewer, true)
                } else {
                    start += size
                }
            }
            if size == 1, !helped { break }
            size = max(1, size / 2)
        }
        return steps
    }

    private func differs(_ steps: [Step], on template: String) async throws -> Bool {
        try await replay(steps, on: template)?.template == template
    }

    /// What to read, and to replay, where something showed.
    func report(_ outcome: Outcome) async throws -> String {
        guard let difference = outcome.difference else { return "" }
        let steps = try await shrunk(outcome.steps, difference)
        let last = try await replay(steps, on: difference.template) ?? difference
        return """
            \(viewer) on \(engine), seed \(seed), after \(outcome.steps.count) steps:
            \(difference)
            Shrunk to \(steps.count) steps; STOCKTAKE_TWIN_REPLAY=FILE with these lines walks them again:
            {"viewer":"\(viewer)","seed":\(seed)}
            \(steps.map(\.line).joined(separator: "\n"))
            \(last)
            """
    }
}
