import Record

/// The letters and notes verbales that go with a case.
extension CaseDraft {
    /// How far a letter gets.
    enum LetterStage: Int { case drafted, presented, signed, sent }

    /// A letter from a text of the pack, as far as it gets.
    ///
    /// - Returns: its identifier.
    @discardableResult
    mutating func write(_ letter: String, as far: LetterStage, isCommittees: Bool = false) -> String {
        let id = act(
            "draft-communication", by: isCommittees ? "committee-secretary" : cast.lead,
            ["state": .string(cast.state), "letter": .string(letter)], making: "communication")
        let this: [String: JSONValue] = ["communication": .string(id)]
        guard far.rawValue >= LetterStage.presented.rawValue else { return id }
        act("present-communication", by: cast.lead, this, onCase: false)
        guard far.rawValue >= LetterStage.signed.rawValue else { return id }
        pass(1)
        act(
            "sign-communication", by: isCommittees ? "chair" : cast.head,
            this.merging(["signature": letterWord(isCommittees ? "chair" : cast.head)]) { $1 }, onCase: false)
        guard far == .sent else { return id }
        act(
            "send-communication", by: isCommittees ? "committee-secretary" : cast.lead, this, onCase: false)
        return id
    }

    /// A note verbale of the State, which its Mission hands over, or the Directorate enters.
    ///
    /// - Parameter answered: the letter that it answers.
    mutating func receive(_ word: String, answering answered: String) -> String {
        act(
            "record-communication", by: number % 2 == 0 ? cast.mission : cast.lead,
            [
                "state": .string(cast.state), "office": "directorate", "form": "note-verbale",
                "theirReference": .string("PM/\(CaseDraft.yearWord)/\(40 + number * 7)"),
                "datedOn": .string(CaseDraft.dayWord), "language": "en", "signatory": letterWord("mission"),
                "summary": letterWord(word), "answers": .string(answered),
            ], making: "communication")
    }

    private func letterWord(_ key: String) -> JSONValue { text(script.letters[key]) }
}
