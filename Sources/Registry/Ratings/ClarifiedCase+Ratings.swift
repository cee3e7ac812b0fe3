import Pack

/// Rules about ratings.
extension ClarifiedCase {
    func farFromLastCycle(from limit: Int) -> [PointToClarify] {
        ratings.compactMap { rating in
            last[rating.requirement].flatMap {
                far(.lastCycle, rating.requirement, rating.compared, $0, from: limit)
            }
        }
    }

    func ratingsAlone() -> [PointToClarify] {
        let answered = Set(answers.flatMap(\.requirements))
        return alone(.ratingAlone) { rating in
            !answered.contains(rating.requirement) && !found.contains(rating.requirement)
                && scale.place(of: rating.compared.value) != nil
        }
    }

    func shortfallsWithoutFinding(of points: Int) -> [PointToClarify] {
        alone(.shortfallWithoutFinding) { rating in
            scale.isLowest(rating.compared.value, of: points) && !shortfalls.contains(rating.requirement)
        }
    }

    func highWithLowConfidence(of points: Int) -> [PointToClarify] {
        alone(.lowConfidence) { rating in
            rating.confidence == "low" && scale.isHighest(rating.compared.value, of: points)
        }
    }

    private func alone(
        _ rule: PointToClarify.Rule, where isOne: (Rating) -> Bool
    ) -> [PointToClarify] {
        ratings.filter(isOne).map {
            PointToClarify(rule: rule, requirement: $0.requirement, compared: [$0.compared], steps: nil)
        }
    }
}
