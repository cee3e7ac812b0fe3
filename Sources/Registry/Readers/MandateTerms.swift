import Mandate
import Storage

/// What computing a duty's dates needs to know of the resolutions: when they were adopted, how long they run,
/// what followed them.
struct MandateTerms {
    /// The usual number of days before its date from which a duty counts as due.
    static let usualDueWithinDays = 30

    struct Resolution {
        let symbol: String
        let adoptedOn: CalendarDate?
    }

    private let resolutions: [String: Resolution]

    init(resolutions: [String: Resolution]) { self.resolutions = resolutions }

    func symbol(of resolution: ResolutionID) -> String {
        resolutions[resolution.rawValue]?.symbol ?? resolution.rawValue
    }

    struct Computed {
        let occurrences: [DutyView.Occurrence]
        let status: DutyStatus
        let nextDue: String?
    }

    func schedule(
        of duty: DutyID, resolution: ResolutionID, normalised: String, events: [DutyView.Event],
        fulfilments: [DutyView.Fulfilment], today: CalendarDate, dueWithinDays: Int
    ) -> Computed {
        Computed(occurrences: [], status: .upcoming, nextDue: nil)
    }
}

extension Reader {
    func mandateTerms() throws -> MandateTerms { MandateTerms(resolutions: [:]) }
}
