import Registry
import Words

extension CaseDesk {
    /// What whoever leads a case does next; nil where it is others' turn.
    func nextOfLead(_ card: BoardCard, _ words: Words) -> String? {
        switch card.assessment.stage {
        case .preparing: words("desk.to-draft")
        case .withState where of(card).contains { $0.type == .observation }: words("desk.to-take-back")
        case .revised, .returned: words("desk.to-revise")
        case .adopted: words("desk.to-follow-up")
        case .inFollowUp:
            reported(card) > 0 ? words("desk.to-verify", ["count": reported(card)]) : nil
        default: nil
        }
    }

    /// What a head does next; a case is approved once everything that stands open in it is settled.
    func nextOfHead(_ card: BoardCard, isSettled: Bool, _ words: Words) -> String? {
        let isOpen = of(card).contains { $0.type == .secondReading && $0.value != "concluded" }
        switch card.assessment.stage {
        case .revised, .secondRead, .returned:
            if isSettled, !isOpen, unanswered(card) == 0 { return words("desk.to-approve") }
        case .approved: return words("desk.to-submit")
        case .adopted, .inFollowUp:
            if !card.assessment.isHistoric, !of(card).contains(where: { $0.type == .notice }) {
                return words("desk.to-give-notice")
            }
        default: break
        }
        return card.isLate ? words("desk.late-stage") : nil
    }

    /// What a State's own people do next about a case that the Committee adopted.
    func nextOfState(_ card: BoardCard, _ words: Words) -> String? {
        guard [.adopted, .inFollowUp].contains(card.assessment.stage) else { return nil }
        let done = Set(
            of(card).filter {
                $0.type == .followUp && ["implemented", "no-longer-relevant"].contains($0.value)
            }.map(\.parent))
        let open = of(card).count { $0.type == .recommendation && !done.contains($0.id) }
        return open > 0 ? words("desk.to-report", ["count": open]) : nil
    }

    private func reported(_ card: BoardCard) -> Int {
        of(card).count { $0.type == .measure && $0.value == "reported" }
    }
}

extension Words {
    /// What is said of something, in a line: a State and what is to do about it.
    func of(_ subject: String, _ said: String?) -> String {
        guard let said else { return subject }
        return self("line.of", ["subject": subject, "said": said])
    }
}
