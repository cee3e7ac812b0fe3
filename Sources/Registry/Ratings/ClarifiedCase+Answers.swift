import Pack

/// Rules about answers.
extension ClarifiedCase {
    func answersFarFromRatings(from limit: Int) -> [PointToClarify] {
        ratings.flatMap { rating in
            answers.filter { !$0.isState && $0.requirements.contains(rating.requirement) }.compactMap {
                far(.answerAndRating, rating.requirement, $0.compared, rating.compared, from: limit)
            }
        }
    }

    /// Once for a question, under the first requirement that it rests on.
    func stateFarFromExpert(from limit: Int) -> [PointToClarify] {
        answers.filter(\.isState).flatMap { own in
            answers.filter { !$0.isState && $0.compared.question == own.compared.question }.compactMap {
                far(.stateAndExpert, own.requirements.first ?? "", own.compared, $0.compared, from: limit)
            }
        }
    }
}
