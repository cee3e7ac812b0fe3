import Disclosure
import Testing

/// The ladder of audiences and who stands where on it.
@Suite struct AudienceTests {
    @Test func `the ladder goes from the Directorate to the public, and codes are those of the contract`() {
        let codes = Audience.allCases.sorted().map(\.code)
        #expect(
            codes == [
                "directorate", "committee", "un-system", "states-and-partners", "researchers", "public",
            ])
        for audience in Audience.allCases { #expect(Audience(code: audience.code) == audience) }
        #expect(Audience(code: "everyone") == nil)
    }

    @Test func `every capacity stands on one step, and those who see no content stand with the public`() {
        let expected: [Capacity: Audience] = [
            .expert: .directorate, .head: .directorate, .clock: .directorate, .committeeMember: .committee,
            .chair: .committee, .committeeSecretary: .committee, .partner: .statesAndPartners,
            .focalPoint: .statesAndPartners, .mission: .statesAndPartners, .contributor: .statesAndPartners,
            .provider: .statesAndPartners, .researcher: .researchers, .administrator: .public,
            .auditor: .public,
        ]
        #expect(expected.count == Capacity.allCases.count)
        for capacity in Capacity.allCases {
            #expect(Viewer(person: "p", capacity: capacity).audience == expected[capacity], "\(capacity)")
        }
        #expect(Viewer.public.audience == .public)
        let partner = Viewer(person: "p", capacity: .partner, about: "X", belongsToUNSystem: true)
        #expect(partner.audience == .unSystem)
    }

    @Test func `only the Directorate opens the fields of others, and auditors see that an act was done`() {
        for capacity in Capacity.allCases {
            let viewer = Viewer(person: "p", capacity: capacity)
            #expect(viewer.opensFields == (viewer.audience == .directorate))
            #expect(viewer.seesRecord == (viewer.audience == .directorate || capacity == .auditor))
        }
        #expect(!Viewer.public.seesAllPeople && !Viewer.public.seesRecord && !Viewer.public.seesAddresses)
    }
}
