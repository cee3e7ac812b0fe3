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
