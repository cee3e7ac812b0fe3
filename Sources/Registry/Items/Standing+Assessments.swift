import Disclosure
import Pack

/// What acts about assessments check again and again, as their performer sees it.
extension Standing {
    /// The assessment, which the performer sees.
    func assessment(_ id: AssessmentID) throws -> AssessmentView {
        guard let found = try reader.assessment(id) else { throw Refusal("object.not-found", .notFound) }
        return found
    }

    /// An item, which the performer sees.
    func item(_ type: ItemType, _ id: String) throws -> ItemView {
        guard let found = try reader.item(type, id) else { throw Refusal("object.not-found", .notFound) }
        return found
    }

    /// An item of whatever type.
    func item(_ id: String) throws -> ItemView {
        guard let found = try reader.item(id) else { throw Refusal("object.not-found", .notFound) }
        return found
    }

    /// Refuses what is not at one of these stages.
    func require(_ assessment: AssessmentView, at stages: Set<AssessmentStage>) throws {
        guard stages.contains(assessment.stage) else {
            throw Refusal("assessment.not-at-stage", .notNow, ["stage": assessment.stage.rawValue])
        }
    }

    /// Refuses a person who holds no capacity of the Directorate.
    func requireOfDirectorate(_ person: PersonID) throws {
        let held = try reader.person(person)?.capacities.filter { $0.stage == .held } ?? []
        guard held.contains(where: { $0.capacity == .expert || $0.capacity == .head }) else {
            throw Refusal("reading.not-directorate", .incomplete)
        }
    }

    /// A State's people act for their own State alone (I20).
    func requireOwn(state: String) throws {
        guard performer.about == state else { throw Refusal("state.not-own", .notAllowed) }
    }

    /// The theme of a requirement of the pack.
    func theme(of requirement: String) throws -> String {
        guard let found = pack?.requirements.first(where: { $0.code == requirement }) else {
            throw Refusal("requirement.unknown", .incomplete, ["code": requirement])
        }
        return found.theme
    }

    /// The question of a questionnaire in use.
    func question(_ code: String, of questionnaire: String) throws -> Pack.Question {
        let questions = pack?.questionnaires.first { $0.code == questionnaire }?.questions ?? []
        guard let found = questions.first(where: { $0.code == code }) else {
            throw Refusal("question.unknown", .incomplete, ["code": code])
        }
        return found
    }

    /// Refuses a code that is not on the scale of the assessment's questionnaire, options outside its order included.
    func requireOption(_ code: String, for assessment: AssessmentView) throws {
        let scale = pack?.questionnaires.first { $0.code == assessment.questionnaire }?.scale
        let options = pack?.scales.first { $0.code == scale }?.options ?? []
        guard options.contains(where: { $0.code == code }) else {
            throw Refusal("scale.unknown-option", .incomplete, ["code": String(code.prefix(40))])
        }
    }
}
