/// Puts a pack together from its files.
struct PackAssembly {
    let shelf: PackFileShelf
    let notes: FaultNotes
    let about: Fields
    let languages: PackLanguages

    init?(shelf: PackFileShelf, notes: FaultNotes) {
        self.shelf = shelf
        self.notes = notes
        let known: Set = ["name", "version", "title", "time-zone", "languages", "complete-languages"]
        guard let about = shelf.root("pack.yaml")?.fields(known) else { return nil }
        self.about = about
        let all = about.texts("languages")
        let complete = about.texts("complete-languages")
        for language in complete where !all.contains(language) {
            about["complete-languages"]?.note(
                .unknownLanguage, "\(language.quoted) is not among the pack's languages.",
                "Add it to `languages`.")
        }
        if all.isEmpty || complete.isEmpty {
            about.place.note(
                .missingKey, "The pack names no languages.",
                "Add `languages: [en]` and `complete-languages: [en]`.")
        }
        languages = PackLanguages(
            all: Set(all), complete: complete, traditional: Self.traditional(shelf, notes))
    }

    /// - Returns: nil if the pack's own page is unusable; other faults are noted and leave gaps.
    func pack() -> Pack? {
        guard let name = about.code("name"), let version = about.text("version", atMost: 40),
            let title = about.localized("title", languages), let zone = about.text("time-zone", atMost: 60)
        else { return nil }
        return Pack(
            name: name, version: version, title: title, timeZone: zone,
            languages: about.texts("languages"), completeLanguages: languages.complete,
            resolutions: resolutions(), themes: themes(), requirements: requirements(), entities: entities(),
            states: states(), regions: regions(), scales: scales(), stageLimits: stageLimits(),
            criteria: criteria(), figures: figures(), shareWords: shareWords(), authorities: authorities(),
            capabilities: capabilities(), assumptions: assumptions(), questionnaires: questionnaires(),
            holidays: holidays(), offices: offices(), letters: letters(),
            texts: shelf.bytes.filter { $0.key.hasPrefix("resolutions/") })
    }

    /// The items of a file that is one list.
    func items(_ file: String, atMost most: Int = 1_000) -> [Place] {
        shelf.root(file)?.items(atMost: most) ?? []
    }

    private static func traditional(_ shelf: PackFileShelf, _ notes: FaultNotes) -> [String: String] {
        var found: [String: String] = [:]
        let lines = shelf.texts[PackFileShelf.traditional]?.split(separator: "\n") ?? []
        for (number, line) in lines.enumerated() {
            let parts = line.split(separator: "\t", omittingEmptySubsequences: false)
            guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else {
                notes.note(
                    .wrongShape, PackFileShelf.traditional, number + 1,
                    "The line is not two texts and a tab.",
                    "Generate the file again.")
                continue
            }
            found[String(parts[0])] = String(parts[1])
        }
        return found
    }
}
