import Disclosure
import HTTPTypes
import Record
import Testing

@testable import Registry
@testable import Site

/// One request for information to a State of the small world, with somebody who asks for pages.
struct SiteAsking {
    let world: SiteWorld
    let state: String
    private(set) var request = ""
    private(set) var points: [String] = []

    static let subject = "Zircon authority"
    static let questions = ["Which Amethyst office?", "Since which Beryl year?"]

    /// A draft in the Directorate's room.
    init(_ world: SiteWorld) async throws {
        self.world = world
        state = try #require(world.signIn(.focalPoint).about)
        request = try await perform(
            "draft-request",
            [
                "state": .string(state), "subject": ["en": .string(Self.subject)],
                "questions": ["en": .string(Self.questions.joined(separator: "\n"))],
            ], as: .expert, making: "request")
        let json = try await json("/api/v1/requests/\(request)", as: world.signIn(.expert))
        points = json?["questions"]?.array?.compactMap { $0["id"]?.string } ?? []
    }

    /// - Returns: the identifier of the object of a type that the act made.
    @discardableResult
    func perform(
        _ act: String, _ fields: [String: JSONValue], as capacity: Capacity, making type: String = ""
    ) async throws -> String {
        try await world.perform(act, fields, as: capacity, making: type)
    }

    func send() async throws {
        try await perform("send-request", ["request": .string(request)], as: .head)
    }

    @discardableResult
    func reply(_ number: Int, _ text: String, as capacity: Capacity) async throws -> String {
        try await perform(
            "draft-request-reply",
            ["point": .string(points[number - 1]), "text": ["en": .string(text)]], as: capacity,
            making: "request-reply")
    }

    func hand(_ number: Int) async throws {
        let people = try await world.site.registry.read(for: Viewer(person: "", capacity: .head)) {
            try $0.people()
        }
        let name = world.signIn(.contributor).person
        let person = try #require(people.first { $0.name == name || $0.id.rawValue == name })
        try await perform(
            "hand-request-point",
            ["point": .string(points[number - 1]), "person": .string(person.id.rawValue)], as: .focalPoint)
    }

    /// What a program reads; nil for what is not there.
    func json(_ path: String, as row: SignIn) async throws -> JSONValue? {
        let answer = try await world.ask(.get, path, world.bearer(row))
        return answer.status == 200 ? try JSONValue(parsing: Array(answer.text.utf8)) : nil
    }

    /// Who asks, signed in once.
    struct Visitor: Sendable {
        let row: SignIn?
        let session: [(HTTPField.Name, String)]
        var name: String { row.map { "\($0.capacity) \($0.about ?? "")" } ?? "public" }
    }

    /// Whoever has no part in it: a person of each capacity, people of another State, and the public.
    func outsiders() async throws -> [Visitor] {
        let own: Set<String> = ["expert", "head", "focal-point", "mission", "contributor"]
        var seen: Set<String> = []
        let others = world.signIns.filter { row in
            !own.contains(row.capacity) || (row.about != nil && row.about != state)
        }.filter { seen.insert($0.capacity).inserted }
        return try await visitors(others) + [Visitor(row: nil, session: [])]
    }

    func visitors(_ rows: [SignIn]) async throws -> [Visitor] {
        var visitors: [Visitor] = []
        for row in rows { visitors.append(Visitor(row: row, session: try await world.signIn(row))) }
        return visitors
    }

    func visitors(_ capacities: [Capacity]) async throws -> [Visitor] {
        try await visitors(capacities.map { world.signIn($0) })
    }

    func visitor(_ capacity: Capacity) async throws -> Visitor {
        try #require(try await visitors([capacity]).first)
    }

    /// Addresses of the request, and of one that never was.
    var addresses: [(real: String, none: String)] {
        let none = String(repeating: "z", count: 26)
        return [
            ("/requests/\(request)", "/requests/\(none)"),
            ("/request-points/\(points[0])", "/request-points/\(none)"),
            ("/api/v1/requests/\(request)", "/api/v1/requests/\(none)"),
        ]
    }

    /// The answer to an address for somebody of the world: by session for pages, by token for programs.
    func ask(_ path: String, as visitor: Visitor) async throws -> SiteWorld.Answer {
        guard path.hasPrefix("/api/"), let row = visitor.row else {
            return try await world.ask(.get, path, visitor.session)
        }
        return try await world.ask(.get, path, world.bearer(row))
    }
}
