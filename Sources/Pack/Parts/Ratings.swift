extension PackAssembly {
    /// Nil where the pack has none, as packs adopted earlier.
    func ratingRules() -> Pack.RatingRules? {
        guard let fields = shelf.root("ratings.yaml")?.fields(["assumption", "clarify", "second-reading"]),
            let clarify = fields.required("clarify").flatMap(clarify),
            let reading = fields.required("second-reading").flatMap(secondReading)
        else { return nil }
        return Pack.RatingRules(
            clarify: clarify, secondReading: reading,
            assumption: fields.optionalText("assumption", atMost: 10))
    }

    private func clarify(_ place: Place) -> Pack.RatingRules.Clarify? {
        let steps = 1...20
        guard
            let fields = place.fields(["answer-and-rating", "state-and-expert", "last-cycle", "high"]),
            let answer = fields.whole("answer-and-rating", in: steps),
            let state = fields.whole("state-and-expert", in: steps),
            let last = fields.whole("last-cycle", in: steps), let high = fields.whole("high", in: steps)
        else { return nil }
        return .init(answerAndRating: answer, stateAndExpert: state, lastCycle: last, high: high)
    }

    private func secondReading(_ place: Place) -> Pack.RatingRules.SecondReading? {
        guard let fields = place.fields(["share", "shortfalls", "exclude-nationals"]),
            let share = fields.whole("share", in: 0...100),
            let shortfalls = fields.whole("shortfalls", in: 0...20)
        else { return nil }
        return .init(
            share: share, shortfalls: shortfalls, excludesNationals: fields.flag("exclude-nationals"))
    }
}
