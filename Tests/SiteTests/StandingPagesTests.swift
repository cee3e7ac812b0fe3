import Disclosure
import Foundation
import Record
import Storage
import Testing

@testable import Registry
@testable import Site

/// What a State's own people read on its page of where they stand, what others see and what opens soon.
@Suite struct StandingPagesTests {
    @Test(arguments: Engine.allCases)
    func `its own people alone read where a State stands, and what is asked of it by when`(engine: Engine)
        async throws
    {
        try await SiteWorld.withoutCases(engine) { world in
            let one = try await SiteAsking(world)
            let page = "/states/\(one.state)"
            let own = try await one.visitors([.focalPoint, .mission])
            for row in own {
                let text = try await one.ask(page, as: row).text
                #expect(text.contains("id=\"standing\"") && !text.contains("Zircon"), "a draft is not asked")
            }
            try await one.send()
            for row in own {
                let text = try await one.ask(page, as: row).text
                let standing = text.between("id=\"standing\"", "id=\"seen-by-others\"")
                #expect(standing.contains("/requests/\(one.request)") && standing.contains("Zircon"))
            }
            for row in try await one.outsiders() + one.visitors([.head, .expert, .contributor]) {
                let answer = try await one.ask(page, as: row)
                #expect(answer.status == 200)
                for section in ["standing", "seen-by-others", "opens-soon"] {
                    #expect(!answer.text.contains("id=\"\(section)\""), "\(row.name)")
                }
            }
        }
    }

    @Test(arguments: Engine.allCases)
    func `what others see and what opens soon names what they will read, and no draft of anybody`(
        engine: Engine
    ) async throws {
        try await SiteWorld.withoutCases(engine) { world in
            let one = try await SiteCase(world)
            let asking = try await SiteAsking(world)
            let page = "/states/\(one.state)"
            let mission = try await asking.visitor(.mission)
            func sections() async throws -> (seen: String, soon: String) {
                let text = try await asking.ask(page, as: mission).text
                return (
                    text.between("id=\"seen-by-others\"", "id=\"opens-soon\""),
                    text.between("id=\"opens-soon\"", "</section>")
                )
            }
            let finding = "The code lacks an offence"
            let drafted = try await sections()
            #expect(!drafted.seen.contains(finding) && !drafted.soon.contains(finding))
            try await one.perform("send-draft", as: .expert)
            try await one.perform(
                "draft-observation",
                ["about": .string(one.finding), "text": ["en": "A canary of the State"]], as: .focalPoint)
            try await one.perform("send-observations", as: .focalPoint)
            #expect(try await !sections().seen.contains(finding), "the Committee has nothing yet")
            let observation = try await world.site.registry.read(
                for: Viewer(person: "", capacity: .head)
            ) { try $0.items(.observation).first?.id ?? "" }
            try await asking.perform(
                "decide-observation",
                [
                    "observation": .string(observation), "outcome": "not-taken-up",
                    "reason": ["en": "The code"],
                ],
                as: .expert)
            try await one.perform("revise-assessment", as: .expert)
            try await one.perform(
                "approve-assessment",
                [
                    "humanRights": "covered", "gender": "covered", "children": "not-covered",
                    "victims": "not-applicable",
                ], as: .head)
            try await one.perform("submit-assessment", as: .head)
            let submitted = try await sections()
            #expect(submitted.seen.contains(finding), "submission opens it to the Committee")
            #expect(!submitted.seen.contains("canary"), "raw observations are opened to nobody")
            let others = world.signIns.filter {
                $0.about != nil && $0.about != one.state
                    && ["focal-point", "mission"].contains($0.capacity)
            }
            #expect(!others.isEmpty)
            for row in try await asking.visitors(others) {
                let theirs = try await asking.ask("/states/\(row.row?.about ?? "")", as: row).text
                #expect(theirs.contains("id=\"seen-by-others\"") && !theirs.contains(finding))
                #expect(try await !asking.ask(page, as: row).text.contains(finding))
            }
        }
    }
}

extension String {
    /// From one mark to the next after it; empty where the first is not there.
    func between(_ first: String, _ second: String) -> String {
        guard let start = range(of: first)?.upperBound else { return "" }
        let rest = self[start...]
        return String(rest[..<(rest.range(of: second)?.lowerBound ?? rest.endIndex)])
    }
}
