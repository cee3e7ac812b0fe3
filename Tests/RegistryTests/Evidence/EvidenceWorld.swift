import Disclosure
import OfficePackage
import Record
import Storage
import Testing

@testable import Registry

extension TestWorld {
    func visitor(_ key: String) async throws -> Visitor {
        let performer = performer(key)
        let (person, grant) = (try #require(performer.person), try #require(performer.grant))
        return try #require(try await accounts.visitor(person, grant, session: nil, rotated: nil))
    }

    /// Stages a file; its code where it is refused.
    func stage(_ bytes: [UInt8], _ name: String, by key: String = "expert") async throws -> (
        file: StagedFile?, refusal: Refusal?
    ) {
        do {
            return (try await accounts.stage(bytes, name: name, by: visitor(key)), nil)
        } catch let refusal as Refusal {
            return (nil, refusal)
        }
    }

    /// Stages a text and attaches it.
    @discardableResult
    func attach(_ text: String, to item: String, by key: String) async throws -> Outcome {
        let file = try #require(try await stage(Array(text.utf8), "minutes.txt", by: key).file)
        return try await perform("attach-evidence", Self.fields(file.id, item), by: key)
    }

    static func fields(_ file: String, _ item: String) -> [String: JSONValue] {
        [
            "item": .string(item), "file": .string(file), "title": TestCase.text("What was said"),
            "source": TestCase.text("A visit"), "datedOn": "2024-03-01",
        ]
    }

    /// The bytes of a file as whoever looks gets them; nil where there is none for them.
    func bytes(of evidence: String, as key: String) async throws -> [UInt8]? {
        guard let file = try await read(as: key, { try $0.item(.evidence, evidence)?.file }),
            case .whole = try await registry.condition(of: file)
        else { return nil }
        var bytes: [UInt8] = []
        try await registry.read(file) { bytes += $0 }
        return bytes
    }

    func waiting() async throws -> Int {
        try await database.read { try $0.query("SELECT id FROM staged_file", [:]).count }
    }

    /// An office file with one part, and whatever more.
    static func office(_ main: String, _ type: String, with more: [String] = []) throws -> [UInt8] {
        func part(_ name: String, _ type: String) -> OfficePart {
            OfficePart(
                name, contentType: type,
                relationship: "\(OfficeNamespace.officeRelationships)/officeDocument",
                bytes: Array("<x/>".utf8))
        }
        return try OfficeFile(
            main: part(main, "application/vnd.openxmlformats-officedocument.\(type).main+xml"),
            parts: more.map { part($0, "application/vnd.ms-office.vbaProject") }
        ).bytes()
    }
}

/// Finds what it is told to find.
struct ScriptedScanner: MalwareScanner {
    let answer: @Sendable ([UInt8]) throws -> String?

    func finding(
        in pieces: (_ body: ([UInt8]) async throws -> Void) async throws -> Void
    ) async throws -> String? {
        var bytes: [UInt8] = []
        try await pieces { bytes += $0 }
        return try answer(bytes)
    }
}
