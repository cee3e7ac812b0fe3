import Registry

/// Addresses by identifier alone: they lead on to where the thing is read.
enum CaseForwarding {
    /// GET /assessments/{id}.
    static func assessment(_ request: SiteRequest) async throws -> SiteResponse {
        let id = AssessmentID(try request.parameter("id"))
        guard let found = try await request.read({ try $0.assessment(id) }) else {
            throw Refusal("object.not-found", .notFound)
        }
        return .redirect(
            path: request.address(of: Route.stateAssessment(found.state, cycle: found.cycle).path))
    }

    /// GET /assessments/{id}/questions/{code}: to the question on the page that holds all of them.
    static func questions(_ request: SiteRequest) async throws -> SiteResponse {
        let id = AssessmentID(try request.parameter("id"))
        let code = try request.parameter("code")
        let path = try await request.read { reader -> String? in
            guard let found = try reader.assessment(id),
                try reader.questions(of: found).contains(where: { $0.code == code })
            else { return nil }
            return "\(Route.questions(found.state, cycle: found.cycle).path)#q-\(code)"
        }
        guard let path else { throw Refusal("object.not-found", .notFound) }
        return .redirect(path: request.address(of: path))
    }

    /// GET /states/{code}/assessments/{cycle}/questions/{code}/{what}: to the form by which whoever looks discusses,
    /// assigns, hands on or answers a question, and back to it after: an address short enough to stand at every question.
    static func act(_ request: SiteRequest) async throws -> SiteResponse {
        let acts: [String: [any Act.Type]] = [
            "discuss": [DiscussQuestion.self, DiscussOwnQuestion.self], "assign": [AssignQuestions.self],
            "answer": [RecordAnswer.self, DraftAnswer.self], "hand": [HandQuestion.self],
        ]
        let code = try request.parameter("code")
        let what = try request.parameter("what")
        let path = try await request.read { reader -> String? in
            guard let frame = try CaseFrame.read(reader, request), try reader.question(code) != nil,
                let act = acts[what]?.first(where: { request.may($0) })
            else { return nil }
            return CaseActs.address(
                act.kind.rawValue, ["assessment": frame.assessment.id.rawValue, "question": code],
                next: frame.questions, anchor: "#q-\(code)")
        }
        guard let path else { throw Refusal("object.not-found", .notFound) }
        return .redirect(path: path)
    }

    /// To the question, or the theme, that something was said or settled at.
    static func question(_ type: ItemType, _ request: SiteRequest) async throws -> SiteResponse {
        let id = try request.parameter("id")
        let path = try await request.read { reader -> String? in
            guard let item = try reader.item(type, id),
                let found = try reader.assessment(AssessmentID(item.assessment))
            else { return nil }
            let place = item.question.isEmpty ? "theme-\(item.theme)" : "q-\(item.question)"
            return "\(Route.questions(found.state, cycle: found.cycle).path)#\(place)"
        }
        guard let path else { throw Refusal("object.not-found", .notFound) }
        return .redirect(path: path)
    }

    /// To what a thing belongs to: a decision's observation, a status' recommendation, a reading's case.
    static func parent(_ type: ItemType, _ request: SiteRequest) async throws -> SiteResponse {
        let id = try request.parameter("id")
        let parent = try await request.read { reader -> ItemView? in
            guard let item = try reader.item(type, id) else { return nil }
            return try reader.item(item.parent.isEmpty ? item.assessment : item.parent)
        }
        guard let parent else { throw Refusal("object.not-found", .notFound) }
        return .redirect(to: parent.route)
    }
}
