extension CrossChecks {
    func refuse(_ file: String, _ codes: [String]) {
        var seen: Set<String> = []
        for code in codes where !seen.insert(code).inserted {
            if notes.isFull { return }
            notes.note(
                .duplicate, file, index.lines(of: code, in: file).dropFirst().first,
                "\(code.quoted) is there twice.", "Keep one.")
        }
    }

    func dangling(_ file: String, _ code: String, _ what: String, _ home: String) {
        note(
            .dangling, file, code, "There is no \(what) \(code.quoted).",
            "Add it to \(home), or mend the reference.")
    }

    func note(_ kind: PackFault.Kind, _ file: String, _ word: String, _ what: String, _ whatToDo: String) {
        if notes.isFull { return }
        notes.note(kind, file, index.lines(of: word, in: file).first, what, whatToDo)
    }
}
