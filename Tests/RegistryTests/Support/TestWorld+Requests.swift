import Disclosure
import Record
import Testing

@testable import Registry

/// Requests for information of the world: drafted, sent, replied to.
extension TestWorld {
    static let asked: JSONValue = [
        "en": "Which office?\n\nSince when?", "fr": "Quel bureau ?\nDepuis quand ?",
    ]

    func draftedRequest(to state: JSONValue = "FRD", asking questions: JSONValue = asked) async throws
        -> String
    {
        try await perform(
            "draft-request",
            ["state": state, "subject": ["en": "Central authority"], "questions": questions], by: "expert"
        ).id("request")
    }

    func sentRequest(to state: JSONValue = "FRD", asking questions: JSONValue = asked) async throws -> String
    {
        let id = try await draftedRequest(to: state, asking: questions)
        try await perform("send-request", ["request": .string(id)], by: "head")
        return id
    }

    func request(_ id: String, as key: String) async throws -> RequestView? {
        try await read(as: key) { try $0.request(id) }
    }

    /// Identifier of one of its questions, as it is known to who looks; empty for those who do not see it.
    func point(_ number: String, of id: String, as key: String = "focal-point") async throws -> String {
        let points = try await request(id, as: key)?.points ?? []
        return points.first { $0.point.question == number }?.point.id ?? ""
    }

    func draftReply(
        to number: String, of id: String, _ text: String? = nil, by key: String = "focal-point",
        version: String? = nil
    ) async throws {
        try await perform(
            "draft-request-reply", try await reply(to: number, of: id, text, version: version), by: key)
    }

    /// The fields of a reply.
    func reply(to number: String, of id: String, _ text: String? = nil, version: String? = nil) async throws
        -> [String: JSONValue]
    {
        [
            "point": .string(try await point(number, of: id)),
            "text": ["en": .string(text ?? "Reply \(number)")],
        ].merging(version.map { ["version": .string($0)] } ?? [:]) { $1 }
    }

    func hand(_ number: String, of id: String, to key: String = "contributor", by: String = "focal-point")
        async throws
    {
        try await perform(
            "hand-request-point",
            ["point": .string(try await point(number, of: id)), "person": .string(person(key))], by: by)
    }
}
