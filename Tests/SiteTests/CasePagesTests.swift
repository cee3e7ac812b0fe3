import Disclosure
import HTTPTypes
import Record
import Testing

@testable import Registry
@testable import Site

@Suite struct CasePagesTests {
    @Test func `Outside the Directorate's room, a draft's addresses answer as made-up ones do`() async throws
    {
        try await SiteWorld.withoutCases { world in
            let one = try await SiteCase(world)
            let others: [Capacity] = [.focalPoint, .committeeMember, .contributor, .partner, .researcher]
            for capacity in others {
                let visitor = try await world.signIn(world.signIn(capacity))
                for (real, none) in zip(one.addresses, one.madeUp) {
                    let (found, missing) = (
                        try await world.ask(.get, real, visitor), try await world.ask(.get, none, visitor)
                    )
                    #expect(found.status == 404, "\(real) as \(capacity)")
                    #expect(
                        found.text.replacing(real, with: "").replacing(FormEncoding.encode(real), with: "")
                            == missing.text.replacing(none, with: "").replacing(
                                FormEncoding.encode(none), with: ""),
                        "\(real) as \(capacity)")
                }
            }
            let expert = try await world.signIn(world.signIn(.expert))
            for address in one.addresses {
                let status = try await world.ask(.get, address, expert).status
                #expect(status == (address.hasPrefix("/assessments/") ? 303 : 200), "\(address)")
            }
        }
    }

    @Test func `A case's page offers each capacity what it may do at this stage, and no more`() async throws {
        try await SiteWorld.withoutCases { world in
            let one = try await SiteCase(world)
            let expert = try await world.signIn(world.signIn(.expert))
            let drafting = try await world.ask(.get, one.page, expert).text
            #expect(drafting.contains("/acts/send-draft?"))
            #expect(!drafting.contains("/acts/approve-assessment?"))
            try await one.perform("send-draft", as: .expert)
            let state = try await world.signIn(world.signIn(.focalPoint))
            let sent = try await world.ask(.get, one.page, state).text
            #expect(sent.contains("/acts/send-observations?"))
            #expect(!sent.contains("/acts/revise-assessment?"))
            #expect(sent.contains("The code lacks an offence"))
            let past = try await world.ask(.get, "\(one.page)?as-of=2020-01-01", expert)
            #expect(past.status == 404)
        }
    }

    @Test func `A State answers in place, and its draft stays in its room until it is sent`() async throws {
        try await SiteWorld.withoutCases { world in
            let one = try await SiteCase(world)
            try await one.perform("send-draft", as: .expert)
            let state = try await world.signIn(world.signIn(.focalPoint))
            let expert = try await world.signIn(world.signIn(.expert))
            let questions = "\(one.page)/questions"
            let form = try await world.ask(.get, questions, state)
            #expect(form.text.contains("action=\"/acts/draft-answer\""))
            let next = FormEncoding.encode("\(questions)#q-Q1")
            let answer = try await world.ask(
                .post, "/acts/draft-answer", state + SiteWorld.form,
                body: "csrf=\(form.hidden("csrf"))&idempotency-key=\(form.hidden("idempotency-key"))"
                    + "&next=\(next)&assessment=\(one.assessment)&question=Q1&position=disagree&value=fully"
                    + "&reason.en=Anew+in+force")
            #expect(answer.status == 303)
            #expect(answer.headers[.location] == "\(questions)#q-Q1")
            #expect(try await world.ask(.get, questions, state).text.contains("Anew in force"))
            #expect(try await !world.ask(.get, questions, expert).text.contains("Anew in force"))
            try await one.perform("send-answers", as: .focalPoint)
            #expect(try await world.ask(.get, questions, expert).text.contains("Anew in force"))
            let member = try await world.signIn(world.signIn(.committeeMember))
            #expect(try await world.ask(.get, questions, member).status == 404)
        }
    }

    @Test func `An official of a ministry sees the questions handed over, and lands on them`() async throws {
        try await SiteWorld.withoutCases { world in
            let one = try await SiteCase(world)
            try await one.perform("send-draft", as: .expert)
            let name = world.signIn(.contributor).person
            let people = try await world.site.registry.read(for: Viewer(person: "", capacity: .head)) {
                try $0.people()
            }
            let person = try #require(people.first { $0.name == name || $0.id.rawValue == name })
            try await one.perform(
                "hand-question", ["question": "Q2", "person": .string(person.id.rawValue)], as: .focalPoint)
            let official = try await world.signIn(world.signIn(.contributor))
            let desk = try await world.ask(.get, "/", official).text
            #expect(desk.contains("\(one.page)/questions#q-Q2"))
            let questions = try await world.ask(.get, "\(one.page)/questions", official).text
            #expect(questions.contains("id=\"q-Q2\""))
            #expect(!questions.contains("id=\"q-Q1\""))
            #expect(!questions.contains("By the act of 2020"))
        }
    }

    @Test func `The board shows the Committee nothing before submission, and the State what was sent`()
        async throws
    {
        try await SiteWorld.withoutCases { world in
            let one = try await SiteCase(world)
            let expert = try await world.signIn(world.signIn(.expert))
            let member = try await world.signIn(world.signIn(.committeeMember))
            let state = try await world.signIn(world.signIn(.focalPoint))
            for view in ["", "?view=table"] {
                #expect(try await world.ask(.get, "/assessments\(view)", expert).text.contains(one.page))
                #expect(try await !world.ask(.get, "/assessments\(view)", member).text.contains(one.page))
                #expect(try await !world.ask(.get, "/assessments\(view)", state).text.contains(one.page))
            }
            try await one.perform("send-draft", as: .expert)
            #expect(try await world.ask(.get, "/assessments", state).text.contains(one.page))
            #expect(try await world.ask(.get, "/states/\(one.state)", state).text.contains(one.page))
            #expect(try await !world.ask(.get, "/states/\(one.state)", member).text.contains(one.page))
        }
    }

    @Test func `How far a thing is open is told to those who may see the whole of it`() async throws {
        try await SiteWorld.withoutCases { world in
            let one = try await SiteCase(world)
            let expert = try await world.signIn(world.signIn(.expert))
            let page = try await world.ask(.get, "/findings/\(one.finding)", expert).text
            #expect(page.contains("class=\"open-to\""))
            #expect(page.contains("/recommendations/\(one.recommendation)"))
            #expect(page.contains("/acts/amend-finding?"))
        }
    }

    @Test func `A question and its questionnaire are public`() async throws {
        try await SiteWorld.withoutCases { world in
            let page = try await world.ask(.get, "/questionnaires/short-survey")
            #expect(page.status == 200)
            #expect(page.text.contains("href=\"/questions/Q1\""))
            #expect(try await world.ask(.get, "/questions/Q1").status == 200)
            #expect(try await world.ask(.get, "/questions/none-such").status == 404)
        }
    }
}
