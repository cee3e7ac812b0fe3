import Disclosure
import Record
import Storage

@testable import Registry

/// The rows of a world as the pure rule takes them.
enum ItemWorld {
    static func versions(in world: TestWorld) async throws -> [(key: String, version: Visibility.ItemVersion)]
    {
        try await world.rows("SELECT * FROM item WHERE type <> 'source'").map { row in
            let id: String = try row.get("id")
            return ("\(id) \(try row.get("entered_by", as: Int.self))", try version(row))
        }
    }

    private static func version(_ row: Row) throws -> Visibility.ItemVersion {
        var version = Visibility.ItemVersion(
            type: try row.get("type"), room: Room.Kind(rawValue: try row.get("room")),
            state: try row.get("state"), assessment: try row.get("assessment_id"))
        version.id = try row.get("id")
        version.requirement = try row.get("requirement")
        version.question = try row.get("question")
        version.author = try row.get("author")
        for room in Room.Kind.allCases {
            guard let from = try row.optional("\(room.rawValue)_from", as: Int.self) else { continue }
            version.stands[room] = from..<(try row.get("\(room.rawValue)_until", as: Int.self))
        }
        version.ladder = Ladder(
            try Audience.outside.compactMap(\.column).map {
                .init(opens: try row.get("\($0)_opens"), shuts: try row.get("\($0)_shuts"))
            })
        version.withheldFrom = Audience(rawValue: try row.get("withheld_from"))
        return version
    }

    static func names(of viewer: Viewer, in world: TestWorld) async throws -> Visibility.Names {
        var names = Visibility.Names()
        for row in try await world.rows("SELECT * FROM named_grant") {
            guard let room = Room.Kind(rawValue: try row.get("room")) else { continue }
            names.grants.append(
                Visibility.NamedGrant(
                    scope: try row.get("scope"), grantee: try row.get("grantee"), room: room,
                    interval: .init(opens: try row.get("opens_at"), shuts: try row.get("shuts_at"))))
        }
        let person: [String: any SQLConvertible] = ["person": viewer.person ?? ""]
        for row in try await world.rows("SELECT * FROM exclusion WHERE person_id = :person", person) {
            let assessment: String = try row.get("assessment_id")
            if try row.get("kind", as: String.self) == "file" {
                names.excludedFiles.insert(assessment)
            } else {
                names.blindIn.insert(assessment)
            }
        }
        for row in try await world.rows("SELECT * FROM reading WHERE person_id = :person", person) {
            names.read.insert(
                "\(try row.get("assessment_id", as: String.self))/\(try row.get("requirement", as: String.self))"
            )
        }
        for row in try await world.rows(
            "SELECT * FROM handing WHERE person_id = :person AND ended_by IS NULL", person)
        {
            names.handed.insert(
                "\(try row.get("assessment_id", as: String.self))/\(try row.get("question", as: String.self))"
            )
        }
        return names
    }
}

extension Visibility.Entry {
    /// - Parameter closed: calibrations that are closed.
    init(row: Row, closed: Set<String>) throws {
        let kind: String = try row.get("kind")
        let assessment: String = try row.get("assessment_id")
        let by: String = try row.get("person_id")
        var rooms: Set<Room> = []
        if try row.get("directorate", as: Int.self) == 1 { rooms.insert(.directorate) }
        if try row.get("committee", as: Int.self) == 1 { rooms.insert(.committee) }
        let state: String = try row.get("state")
        if !state.isEmpty { rooms.insert(.state(state)) }
        self.init(
            person: by.isEmpty ? nil : by, isAboutAccounts: try row.get("about_accounts", as: Int.self) == 1,
            rooms: rooms, assessment: assessment,
            isRating: try row.get("item_type", as: String.self) == "rating",
            isOfHeads: [
                PrepareCalibration.kind, WriteCalibrationUnit.kind, RemoveCalibrationUnit.kind,
                WithdrawCalibration.kind,
            ].map(\.rawValue).contains(kind)
                || kind == RateCalibrationUnit.kind.rawValue && closed.contains(assessment))
    }
}
