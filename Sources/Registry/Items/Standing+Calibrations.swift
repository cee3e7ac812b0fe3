import Disclosure
import Pack
import Record

/// What acts about calibrations check, as their performer sees it.
extension Standing {
    /// The exercise, which the performer sees, at one of these stages.
    ///
    /// - Throws: `calibration.not-at-stage`.
    func calibration(_ id: String, at stages: Set<CalibrationStage>) throws -> CalibrationView {
        guard let found = try reader.calibration(id) else { throw Refusal("object.not-found", .notFound) }
        guard stages.contains(found.stage) else { throw Refusal("calibration.not-at-stage", .notNow) }
        return found
    }

    /// A text of an exercise at one of these stages.
    ///
    /// - Throws: `calibration.not-at-stage`.
    func calibrationUnit(
        _ id: String, at stages: Set<CalibrationStage>
    ) throws -> (unit: ItemView, calibration: CalibrationView) {
        guard let found = try reader.calibrationUnit(id) else { throw Refusal("object.not-found", .notFound) }
        guard stages.contains(found.calibration.stage) else {
            throw Refusal("calibration.not-at-stage", .notNow)
        }
        return found
    }

    /// Raters are experts who have no other sight of the case: who led it or rated it knows it again, and a head sees
    /// which one it is.
    ///
    /// - Throws: `calibration.rater-not-expert`, `calibration.rater-knows-case`.
    func requireRaters(_ people: [String], of calibration: CalibrationView) throws {
        let origin = calibration.origin ?? ""
        let found = try assessment(AssessmentID(origin))
        let known = Set(
            try reader.items(of: origin, [.rating, .secondReading]).flatMap {
                [$0.type == .rating ? $0.author : "", $0.text("person") ?? ""]
            } + [found.lead])
        for person in people {
            let held = try reader.person(PersonID(person))?.capacities.filter { $0.stage == .held } ?? []
            guard held.contains(where: { $0.capacity == .expert }),
                !held.contains(where: { $0.capacity == .head })
            else { throw Refusal("calibration.rater-not-expert", .incomplete) }
            if known.contains(person) { throw Refusal("calibration.rater-knows-case", .notAllowed) }
        }
    }

    /// Refuses a text that says of which State it is, or names who leads the case.
    ///
    /// - Throws: `calibration.names-state`.
    func requireAnonymous(_ text: LocalizedWording, of origin: String?) throws {
        guard let found = try reader.assessment(AssessmentID(origin ?? "")) else { return }
        let state = pack?.states.first { $0.code == found.state }
        let people = try reader.peopleNames([found.lead]).values
        let telling = (state?.name.values.values.map { $0 } ?? []) + people
        for words in text.texts.values {
            let tells = telling.contains { !$0.isEmpty && words.lowercased().contains($0.lowercased()) }
            let hasCode = words.split { !$0.isLetter }.contains { $0 == found.state }
            if tells || hasCode { throw Refusal("calibration.names-state", .incomplete) }
        }
    }

    /// Refuses a code that is not on the scale by which a calibration is rated.
    ///
    /// - Throws: `scale.unknown-option`.
    func requireOption(_ code: String, for calibration: CalibrationView) throws {
        let options = pack?.scale(of: calibration.questionnaire)?.options ?? []
        guard options.contains(where: { $0.code == code }) else {
            throw Refusal("scale.unknown-option", .incomplete, ["code": String(code.prefix(40))])
        }
    }
}
