import Disclosure
import Mandate
import Pack
import Record

extension Standing {
    /// The first microsecond after a day in the pack's time zone, as text; of no day, the time that never comes.
    func hour(after day: String?) -> String {
        guard let day = day.flatMap({ CalendarDate($0) }) else { return String(Ladder.never) }
        return String(Instant(endOf: day, inZone: pack?.timeZone ?? "UTC").microseconds)
    }

    /// What can be released: adopted items of one State, until a day that lies ahead.
    func checkRelease(_ ids: [String], until: CalendarDate?) throws {
        if let until, until < today { throw Refusal("release.ends-before", .incomplete) }
        let items = try reader.items(ids: ids)
        guard items.allSatisfy({ ItemType.releasable.contains($0.type) || $0.type == .assessment }) else {
            throw Refusal("release.not-item", .incomplete)
        }
        guard Set(items.map(\.state)).count == 1 else { throw Refusal("release.other-state", .incomplete) }
        for assessment in Set(items.map(\.assessment)).sorted() {
            guard AssessmentStage.decided.contains(try self.assessment(AssessmentID(assessment)).stage) else {
                throw Refusal("release.not-adopted", .notNow)
            }
        }
    }
}

extension Pack {
    /// Whether notice is enough to open to the UN system; else the State has to agree.
    var opensAfterNotice: Bool {
        figures.contains { $0.code == "opening" && $0.value == .choice("after-notice") }
    }
}

extension Reader {
    /// Whether a person is excluded from an assessment's file, for those who assign work.
    func isExcluded(_ person: PersonID, from assessment: AssessmentID) throws -> Bool {
        try !select(
            """
            SELECT person_id FROM visible_exclusion
             WHERE person_id = :person AND assessment_id = :assessment AND kind = 'file'
            """, ["person": person, "assessment": assessment]
        ).isEmpty
    }

    /// Whether this viewer is of a consultation's named team.
    public func isOnTeam(of consultation: String) throws -> Bool {
        try !select(
            """
            SELECT person_id FROM visible_team_member
             WHERE consultation_id = :id AND person_id = :viewer_person
            """, ["id": consultation]
        ).isEmpty
    }
}
