extension Words {
    /// Why something was refused: its sentence, with the names of codes in the reader's language.
    ///
    /// - Parameters:
    ///   - code: of the refusal, which is the key of its sentence.
    ///   - values: what the sentence names; the stage of an assessment stands under `stage`, as its code.
    public func refusal(_ code: String, _ values: [String: String]) -> String {
        var named = values
        if let stage = values["stage"], has("assessment.stage.\(stage)") {
            named["stage"] = self("assessment.stage.\(stage)")
        }
        return self(code, named)
    }
}
