import Disclosure
import Pack
import Record

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

    /// Questions are handed to those who contribute for the State alone.
    func requireContributor(_ person: PersonID, of state: String) throws {
        let held = try reader.person(person)?.capacities ?? []
        guard
            held.contains(where: {
                $0.capacity == .contributor && $0.about == state && $0.stage == .held
            })
        else { throw Refusal("handing.not-contributor", .incomplete) }
    }

    /// The theme of a requirement of the pack.
    func theme(of requirement: String) throws -> String {
        guard let found = pack?.requirements.first(where: { $0.code == requirement }) else {
            throw Refusal("requirement.unknown", .incomplete, ["code": requirement])
        }
        return found.theme
    }

    /// A question of the version on which an assessment is done.
    func question(_ code: String, of assessment: AssessmentView) throws -> Pack.Question {
        guard let found = try reader.content(of: assessment)?.question(code) else {
            throw Refusal("question.unknown", .incomplete, ["code": code])
        }
        return found
    }

    /// Codes of questions that the pack in force lacks and a version has on which an assessment may still be done.
    func adoptedQuestions(named fields: [String: JSONValue], _ act: any Act.Type) throws -> Set<String> {
        var found: Set<String> = []
        for field in act.fields where field.kind == .pack(.questions) {
            guard let code = fields[field.name]?.string, pack?.holds(code, in: .questions) == false else {
                continue
            }
            for edition in try reader.editions() {
                let content = try reader.content(of: edition.questionnaire, edition: edition.version)
                if content?.question(code) != nil { found.insert(code) }
            }
        }
        return found
    }

    /// Refuses a code that is not on the scale of the assessment's questionnaire, options outside its order included.
    func requireOption(_ code: String, for assessment: AssessmentView) throws {
        let options = try reader.content(of: assessment)?.scale ?? []
        guard options.contains(where: { $0.code == code }) else {
            throw Refusal("scale.unknown-option", .incomplete, ["code": String(code.prefix(40))])
        }
    }
}
