import Disclosure
import Mandate
import Record
import Registry
import Storage
import Testing

/// The cases of the demonstration world.
@Suite struct DemonstrationCaseTests {
    /// The default world.
    private static let common = Task { try await World.build(DemonstrationArguments()) }

    private static let head = Viewer(person: "somebody", capacity: .head)
    private static let secretary = Viewer(person: "somebody", capacity: .committeeSecretary)

    @Test func `the default world has a case at every stage`() async throws {
        let world = try await Self.common.value
        let stages = try await world.registry.read(for: Self.head) { try $0.assessments().map(\.stage) }
        #expect(Set(stages) == Set(AssessmentStage.allCases))
    }

    @Test func `a hold, an objection, a lifted one and a declined notice are among them`() async throws {
        let world = try await Self.common.value
        let (objections, notices) = try await world.registry.read(for: Self.secretary) {
            (try $0.items(.objection), try $0.items(.notice).compactMap(\.value))
        }
        let placed = Set(objections.map { "\($0.text("sort") ?? "") \($0.value ?? "")" })
        #expect(placed.isSuperset(of: ["hold placed", "hold lifted", "objection placed"]), "\(placed)")
        #expect(Set(notices) == ["told", "agreed", "declined"])
    }

    @Test func `a withheld finding and its recommendation are closed to partners and open to none beyond`()
        async throws
    {
        let world = try await Self.common.value
        let (withheld, derived) = try await world.registry.read(for: Self.head) { reader in
            let items = try reader.withholdings().filter { !$0.isLifted }.map(\.item)
            return (items, try items.flatMap { try reader.derivations(of: $0).derived })
        }
        #expect(!withheld.isEmpty && !derived.isEmpty)
        let partner = Viewer(person: "somebody", capacity: .partner, about: "UNODC", belongsToUNSystem: true)
        let seen = try await world.registry.read(for: partner) {
            (try $0.items(ids: withheld + derived).count, try $0.items(.finding).count)
        }
        #expect(seen.0 == 0)
        #expect(seen.1 > 0, "the partner sees others")
    }

    @Test func `letters of both offices stand at every stage, some came in, and acts rest on them`()
        async throws
    {
        let world = try await Self.common.value
        let (letters, restingOn) = try await world.registry.read(for: Self.head) { reader in
            let letters = try reader.items(.communication)
            let sent = letters.filter { $0.text("template") == "sending-draft" }
            let kinds = try sent.flatMap {
                try reader.history(of: ObjectReference(Kind.Communication.type, $0.id), limit: 20).map(\.kind)
            }
            return (letters, kinds.filter { $0 == "send-draft" }.count)
        }
        let stages = Set(letters.compactMap(\.value))
        #expect(
            stages.isSuperset(of: ["draft", "awaiting-signature", "signed", "sent", "received"]), "\(stages)")
        #expect(Set(letters.compactMap { $0.text("office") }) == ["committee", "directorate"])
        #expect(letters.allSatisfy { $0.body?.texts["en"] != nil })
        #expect(restingOn > 0)
        let numbers = letters.compactMap { $0.text("reference") }
        #expect(Set(numbers).count == numbers.count && !numbers.isEmpty)
    }

    @Test func `the payload of one answer was erased, and the answer stands again without it`() async throws {
        let world = try await Self.common.value
        let answers = try await world.registry.read(for: Self.head) { reader in
            try reader.history(EntryFilter(kind: "record-answer"), limit: 200).compactMap {
                try reader.entry($0.id)
            }
        }
        #expect(answers.filter(\.isErased).count == 1)
    }

    @Test(arguments: [2, 3, 193])
    func `worlds of any size have a case opened with a finding withheld, one circulating, one with the State`(
        states: Int
    ) async throws {
        var arguments = World.arguments()
        arguments.states = states
        let world = try await World.build(arguments)
        let (stages, withheld) = try await world.registry.read(for: Self.head) {
            (try $0.assessments().map(\.stage), try $0.withholdings().count)
        }
        let running = try await world.registry.read(for: Self.secretary) { reader in
            try reader.items(.circulation).filter { $0.value == "running" }.count
        }
        #expect(stages.contains(.withState) && running > 0 && withheld > 0)
    }

    @Test(arguments: ["2022-03-10", "2024-02-29", "2031-03-01"])
    func `a world on another day is built, and no act lies after that day`(today: String) async throws {
        var arguments = World.arguments()
        arguments.states = 30
        arguments.today = try #require(CalendarDate(today))
        let world = try await World.build(arguments)
        let last = try await world.registry.read(for: Self.head) { try $0.entries(limit: 1).first?.at }
        #expect(try #require(last).description.prefix(10) <= today)
    }
}
