import Disclosure
import Mandate
import Pack
import Record
import Surveys

/// A calibration as a viewer sees it: several rate the same anonymous texts, each without seeing what others gave.
public struct CalibrationView: Sendable {
    public let id: String
    public let stage: CalibrationStage
    public let title: LocalizedWording?
    /// Whose scale is used.
    public let questionnaire: String
    public let dueOn: CalendarDate?
    /// The case from which the texts are drawn; for heads alone.
    public let origin: String?
    /// Why it was withdrawn.
    public let reason: LocalizedWording?
    /// By requirement.
    public let units: [ItemView]
    public let seats: [Seat]
    /// One's own; for heads all of them, once it is closed.
    public let ratings: [ItemView]

    /// A rater's place.
    public struct Seat: Sendable {
        public let person: String
        public let stage: SeatStage
    }

    /// Whether somebody is to rate.
    public func isRater(_ person: String?) -> Bool {
        seats.contains { $0.person == person && $0.stage != .released }
    }

    /// Whether somebody still rates.
    public func rates(_ person: String?) -> Bool {
        stage == .open && seats.contains { $0.person == person && $0.stage == .named }
    }

    /// What somebody gave a text.
    public func rating(of unit: String, by person: String?) -> ItemView? {
        ratings.first { $0.parent == unit && $0.author == person }
    }
}

/// A text of a closed calibration with what was agreed to hold of it: shown beside the anchors.
public struct WorkedExample: Sendable {
    public let unit: ItemView
    public var agreed: String? { unit.value }
}

extension ItemView {
    /// How many raters gave a text which value; empty before the exercise is closed.
    public var counts: [String: Int] {
        (detail["counts"]?.object ?? [:]).compactMapValues { $0.int }
    }
}

extension AgreementReport {
    /// Without the groups of one text alone, in which alpha says nothing; there is one text for each requirement.
    fileprivate var ofSeveralTexts: AgreementReport {
        AgreementReport(
            scale: scale, all: all, themes: themes.filter { $0.estimate.agreement.pairableUnits > 1 },
            requirements: [], raters: raters)
    }
}

extension Reader {
    /// Those that this viewer may see; what heads prepare first, then the newest.
    public func calibrations() throws -> [CalibrationView] {
        let open = try items(.calibration)
        let parts = try calibrationParts("SELECT * FROM visible_calibration_part WHERE type = 'calibration'")
        let known = Set(open.map(\.id))
        let all = parts.filter { !known.contains($0.id) } + open
        func place(_ item: ItemView) -> (Int, Int) { (item.value == "preparing" ? 0 : 1, -item.enteredBy) }
        return try all.sorted { place($0) < place($1) }.map { item in
            try calibrationView(item, parts.first { $0.id == item.id })
        }
    }

    /// Those in which whoever looks has something left to rate.
    public func calibrationsToRate() throws -> [CalibrationView] {
        try items(.calibrationSeat).filter {
            $0.text("person") == viewer.person && $0.value == SeatStage.named.rawValue
        }.compactMap { try calibration($0.assessment) }.filter { $0.rates(viewer.person) }
    }

    public func calibration(_ id: String) throws -> CalibrationView? {
        let part = try calibrationParts(
            "SELECT * FROM visible_calibration_part WHERE id = :id AND type = 'calibration'", id
        ).first
        guard let found = try item(.calibration, id) ?? part else { return nil }
        return try calibrationView(found, part)
    }

    /// A text of an open or closed calibration, with its exercise.
    func calibrationUnit(_ id: String) throws -> (unit: ItemView, calibration: CalibrationView)? {
        guard let unit = try item(.calibrationUnit, id), let calibration = try calibration(unit.assessment)
        else { return nil }
        return (unit, calibration)
    }

    /// Texts about a requirement of which a head wrote what was agreed to hold.
    public func workedExamples(of requirement: String) throws -> [WorkedExample] {
        try itemViews(
            try select(
                """
                SELECT * FROM visible_item
                 WHERE type = 'calibration-unit' AND requirement = :requirement AND note IS NOT NULL
                 ORDER BY entered_by, id
                """, ["requirement": requirement])
        ).map { WorkedExample(unit: $0) }
    }

    /// How far the raters of a closed calibration agree. Who gave what only heads see, and so which rater changes it.
    public func agreement(in calibration: CalibrationView) throws -> AgreementReport? {
        guard calibration.stage == .closed, let scale = pack?.scale(of: calibration.questionnaire) else {
            return nil
        }
        if viewer.capacity == .head {
            let raters = Set(calibration.seats.filter { $0.stage == .handedIn }.map(\.person))
            let ratings = calibration.ratings.filter { raters.contains($0.author) }
            return try report(ratings, on: scale) { $0.parent }?.ofSeveralTexts
        }
        return try report(ofCounts: calibration.units, on: scale)?.ofSeveralTexts
    }

    private func calibrationView(_ item: ItemView, _ part: ItemView?) throws -> CalibrationView {
        let standing = try items(of: item.id, [.calibrationUnit, .calibrationSeat])
        let parts = try calibrationParts(
            "SELECT * FROM visible_calibration_part WHERE assessment_id = :id", item.id)
        let units = (standing + parts).filter { $0.type == .calibrationUnit }
        return CalibrationView(
            id: item.id, stage: item.value.flatMap(CalibrationStage.init(rawValue:)) ?? .preparing,
            title: item.body, questionnaire: item.text("questionnaire") ?? "",
            dueOn: item.text("dueOn").flatMap { CalendarDate($0) }, origin: part?.text("origin"),
            reason: item.note, units: units.sorted { ($0.requirement, $0.id) < ($1.requirement, $1.id) },
            seats: standing.filter { $0.type == .calibrationSeat }.sorted { $0.id < $1.id }.map {
                .init(
                    person: $0.text("person") ?? "",
                    stage: $0.value.flatMap(SeatStage.init(rawValue:)) ?? .named)
            }, ratings: parts.filter { $0.type == .calibrationRating })
    }

    private func calibrationParts(_ sql: String, _ id: String? = nil) throws -> [ItemView] {
        try itemViews(try select(sql + " ORDER BY entered_by, id", id.map { ["id": $0] } ?? [:]))
    }
}
