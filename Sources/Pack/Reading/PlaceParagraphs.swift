extension Place {
    /// The address of a paragraph, `S/RES/1373(2001)/OP/2/e`, or a bare symbol where no number is known.
    func paragraph() -> String? {
        guard let text = text(atMost: 80) else { return nil }
        guard ParagraphReference(text) != nil else {
            note(
                .badParagraph, "\(text.quoted) is no paragraph's address.",
                "Write it as S/RES/1373(2001)/OP/2/e, S/RES/2617(2021)/PP/7 or, without a number, S/RES/2322(2016)."
            )
            return nil
        }
        return text
    }

    func symbol() -> String? {
        guard let text = text(atMost: 40) else { return nil }
        guard let reference = ParagraphReference(text), reference.symbol == text else {
            note(.badParagraph, "\(text.quoted) is no symbol.", "Write it as S/RES/2617(2021).")
            return nil
        }
        return text
    }
}
