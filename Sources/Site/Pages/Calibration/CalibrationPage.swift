import Disclosure
import HTML
import Record
import Registry
import Words

/// GET /calibrations/{id}: one exercise: for heads its preparation and who handed in, for raters the form for the whole
/// set, for all the result once it is closed.
struct CalibrationPage: Page {
    let calibration: CalibrationView
    let context: CalibrationContext
    let report: AgreementReport?
    let agreementNames: AgreementPage.Names
    /// By identifier of the text, where whoever looks rates.
    let forms: [String: ActForm]
    let acts: [String]

    static func show(_ request: SiteRequest) async throws -> SiteResponse {
        let id = try request.parameter("id")
        let found = try await request.read {
            reader -> (CalibrationView, CalibrationContext, AgreementReport?, AgreementPage.Names)? in
            guard let calibration = try reader.calibration(id) else { return nil }
            let report = try reader.agreement(in: calibration)
            return (
                calibration, try CalibrationContext.read(reader, calibration, request.languages), report,
                try AgreementPage.Names.read(reader, report.map { [$0] } ?? [], request.languages)
            )
        }
        guard let (calibration, context, report, names) = found else {
            throw Refusal("object.not-found", .notFound)
        }
        return request.page(
            Self(
                calibration: calibration, context: context, report: report, agreementNames: names,
                forms: try await forms(calibration, request), acts: possible(calibration, request)))
    }

    private static func forms(
        _ calibration: CalibrationView, _ request: SiteRequest
    ) async throws -> [String: ActForm] {
        let person = request.viewer.person
        guard calibration.rates(person), request.may(RateCalibrationUnit.self) else { return [:] }
        let drafts = try await request.site.accounts.drafts(
            of: try request.signedIn().person, under: "/acts/\(RateCalibrationUnit.kind.rawValue)")
        var forms: [String: ActForm] = [:]
        for unit in calibration.units {
            var values = ["unit": unit.id]
            if let own = calibration.rating(of: unit.id, by: person) {
                values["value"] = own.value
                values["confidence"] = own.text("confidence")
                for (language, text) in own.body?.texts ?? [:] { values["basis.\(language)"] = text }
            }
            values.merge(drafts[unit.id] ?? [:]) { $1 }
            var form = try await request.form(RateCalibrationUnit.self, values: values)
            form.mark = unit.id
            form.next = "\(Route.calibration(calibration.id).path)#unit-\(unit.id)"
            form.language = request.languages.first?.hasPrefix("zh") == true ? "zh-Hans" : "en"
            forms[unit.id] = form
        }
        return forms
    }

    private static func possible(_ calibration: CalibrationView, _ request: SiteRequest) -> [String] {
        var possible: [String] = []
        for act in acts(at: calibration.stage) where request.may(act) {
            let isHandingIn = act.kind == HandInCalibration.kind
            if !isHandingIn || calibration.rates(request.viewer.person) {
                possible.append(act.kind.rawValue)
            }
        }
        return possible
    }

    private static func acts(at stage: CalibrationStage) -> [any Act.Type] {
        switch stage {
        case .preparing: return [WriteCalibrationUnit.self, OpenCalibration.self, WithdrawCalibration.self]
        case .open:
            return [
                HandInCalibration.self, CloseCalibration.self, ReplaceCalibrationRater.self,
                WithdrawCalibration.self,
            ]
        case .closed, .withdrawn: return []
        }
    }

    var part: SitePart { .assessments }
    func title(_ words: Words) -> String {
        calibration.title?.text(in: context.languages)?.text ?? words("type.calibration")
    }
    func breadcrumb(_ words: Words) -> [Crumb] {
        [
            Crumb(title: words("board.title"), route: .assessments(asTable: false)),
            Crumb(title: words("calibrations.title"), route: .calibrations),
        ]
    }

    func main(_ html: inout HTML, _ words: Words) {
        html.p(.class("standing")) { html in
            html.text(words("calibration.stage.\(calibration.stage.rawValue)"))
            if let due = calibration.dueOn {
                html.text(" · " + words("calibration.due-on", ["date": words.date(due)]))
            }
        }
        html.p(.class("lead"), text: words("calibration.lead.\(calibration.stage.rawValue)"))
        if let reason = calibration.reason {
            html.p { $0.wording(reason, context.languages, words) }
        }
        CaseActs.buttons(
            acts, ["calibration": calibration.id], next: .calibration(calibration.id), &html, words)
        seats(&html, words)
        CalibrationResult(
            calibration: calibration, context: context, report: report, names: agreementNames
        ).write(&html, words)
        units(&html, words)
        material(&html, words)
    }

    private func seats(_ html: inout HTML, _ words: Words) {
        guard !calibration.seats.isEmpty else { return }
        html.add(
            Section(words("calibration.raters"), id: "raters-named") { html in
                html.ul(.class("plain")) { html in
                    for seat in calibration.seats {
                        html.li(
                            text: "\(context.people[seat.person] ?? "–") · "
                                + words("calibration.seat.\(seat.stage.rawValue)"))
                    }
                }
            })
    }

    private func units(_ html: inout HTML, _ words: Words) {
        html.add(
            Section(words("calibrations.texts"), id: "texts") { html in
                if calibration.units.isEmpty {
                    html.p(.class("empty"), text: words("calibration.no-texts"))
                }
                html.element("div", ActForm.draftWords(words)) { html in
                    for unit in calibration.units {
                        CalibrationUnitBlock(
                            unit: unit, calibration: calibration, context: context, form: forms[unit.id]
                        ).write(&html, words)
                    }
                }
            })
    }

    /// For heads who prepare: what the case says, to be made anonymous.
    private func material(_ html: inout HTML, _ words: Words) {
        guard calibration.stage == .preparing, let origin = context.origin else { return }
        html.add(
            Section(
                words("calibration.material"), id: "material",
                aside: Link(words("calibration.case"), href: origin.path)
            ) { html in
                html.p(.class("about"), text: words("calibration.material-lead"))
                if context.material.isEmpty {
                    html.p(.class("empty"), text: words("calibration.no-material"))
                }
                html.ul { html in
                    for item in context.material {
                        html.li { html in
                            html.strong(text: item.requirement)
                            html.text(" ")
                            html.wording(item.body, context.languages, words)
                            html.text(" ")
                            html.a(
                                .href(
                                    CaseActs.address(
                                        "write-calibration-unit",
                                        ["calibration": calibration.id, "requirement": item.requirement],
                                        next: .calibration(calibration.id))),
                                text: words("calibration.write-from", ["code": item.requirement]))
                        }
                    }
                }
            })
    }

    /// GET /calibration-units/{id}: to the text within its exercise.
    static func unit(_ request: SiteRequest) async throws -> SiteResponse {
        let id = try request.parameter("id")
        let unit = try await request.read { try $0.item(.calibrationUnit, id) }
        guard let unit else { throw Refusal("object.not-found", .notFound) }
        return .redirect(path: request.address(of: "\(Route.calibration(unit.assessment).path)#unit-\(id)"))
    }

    /// GET /calibration-seats/{id}: to its exercise.
    static func seat(_ request: SiteRequest) async throws -> SiteResponse {
        let id = try request.parameter("id")
        let seat = try await request.read { try $0.item(.calibrationSeat, id) }
        guard let seat else { throw Refusal("object.not-found", .notFound) }
        return .redirect(path: request.address(of: Route.calibration(seat.assessment).path))
    }
}
