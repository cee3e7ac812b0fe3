/// Lines that belong to the page or the record, not to the resolution.
struct LineKinds {
    /// What kind of page furniture a folded line is, if any.
    static func isPageFurniture(_ line: [UInt32]) -> Bool {
        guard line.count <= 60, let first = line.first, furnitureStarts.contains(first) else { return false }
        let text = string(line)
        if isBareSymbol(text) { return true }
        let words = text.split(separator: " ")
        guard let first = words.first else { return true }
        let isNumeric = { (word: Substring) in
            !word.isEmpty && word.utf8.allSatisfy { (0x30...0x39).contains($0) || "/-*()".utf8.contains($0) }
        }
        if pageWords.contains(first), words.count <= 3, words.dropFirst().allSatisfy(isNumeric) {
            return true
        }
        if text.hasPrefix("第"), text.hasSuffix("页"), words.count <= 3, line.count < 10 { return true }
        // Job numbers and page counts: 17-23463, 3/14, *1723463*, 25-20757 (e), - 2 -.
        let isJob = words.allSatisfy {
            isNumeric($0) || jobMarks.contains($0)
        }
        if isJob, words.count <= 4, line.contains(where: { $0 == 0x2F || $0 == 0x2D || $0 == 0x2A }) {
            return line.contains(where: Folding.isDigit)
        }
        return text == "/..." || text == "..." || text == "/…" || text == "please recycle"
    }

    private static let pageWords: Set<Substring> = [
        "page", "pagina", "стр.", "страница", "第", "الصفحه", "p.",
    ]
    private static let jobMarks: Set<Substring> = ["(e)", "(f)", "(c)", "(s)", "(r)", "(a)", "de", "of"]
    private static let closings = [
        "adopted unanimously", "adopted at the", "adopted by ", "adopted without", "adoptee a l",
        "adoptee par",
        "adoptee a la", "adopte a l", "adopte a la", "adopte par", "aprobada ", "принята ", "принято ",
        "اتخذ ", "اتخذته", "اعتمد ",
        "* * *", "***",
    ]
    private static let annexNames: Set<Substring> = [
        "annex", "annexe", "annexes", "anexo", "anexos", "приложение", "appendix", "appendice",
        "enclosure", "apendice", "attachment", "المرفق", "مرفق", "добавление", "schedule",
    ]

    private static let furnitureStarts = firsts("saep/с第ا*-(.…0123456789").union([Folding.nothing])
    private static let closingStarts = firsts("apaп*ا第全一-0123456789")
    private static let annexStarts = firsts("aeпдسما附s")
    private static let foreignStarts = firsts("本ptcrcl创分eэдهs")

    private static func firsts(_ text: String) -> Set<UInt32> {
        Set(text.unicodeScalars.map(\.value))
    }

    /// `s/res/2396 (2017)` and nothing else.
    static func isBareSymbol(_ folded: String) -> Bool {
        let text = folded.filter { $0 != " " && $0 != "*" }
        guard text.hasPrefix("s/") || text.hasPrefix("a/") || text.hasPrefix("e/") else { return false }
        return text.utf8.count <= 30 && Symbol(parsing: text.uppercased()) != nil
    }

    /// Signs that end a resolution: how and where it was adopted.
    static func isClosing(_ line: [UInt32]) -> Bool {
        guard line.count <= 140, let first = line.first, closingStarts.contains(first) else { return false }
        let text = string(line)
        if closings.contains(where: text.hasPrefix) { return true }
        guard line.count > 6 || first == 0x2A || first == 0x2D else { return false }
        if text.hasPrefix("第") || Folding.isDigit(line[0]) {
            let parts = [
                "次会议一致通过", "次会议通过", "次会议以", "plenary meeting", "seance pleniere", "次全体会议", "sesion plenaria",
            ]
            if parts.contains(where: text.contains) { return true }
        }
        if text.hasPrefix("全体一致通过") || text.hasPrefix("一致通过") { return true }
        return text.contains("-е пленарное") || text.hasPrefix("الجلسه العامه") || text == "-----"
    }

    /// `annex`, `annexe ii`, `附件一`: what follows numbers again from 1.
    static func isAnnexTitle(_ line: [UInt32]) -> Bool {
        guard line.count <= 60, let first = line.first, annexStarts.contains(first) else { return false }
        let text = string(line)
        let words = text.split(whereSeparator: { " :.,-*".contains($0) })
        guard let first = words.first else { return false }
        if annexNames.contains(first) {
            return words.count <= 3 && line.last != 0x2C && line.last != 0x3B && line.last != 0x2E
        }
        return (text.hasPrefix("附件") || text.hasPrefix("附录") || text.hasPrefix("附錄") || text.hasPrefix("附文"))
            && line.count <= 8
    }

    /// A rule of dashes or underscores, under which notes stand.
    static func isRule(_ line: [UInt32]) -> Bool {
        line.count >= 3
            && line.allSatisfy { $0 == 0x5F || $0 == 0x2D || $0 == 0x2A || $0 == 0x20 || $0 == 0x2500 }
    }

    /// Words of those who pass on a text: licences, libraries, navigation.
    static func isForeign(_ line: [UInt32]) -> Bool {
        guard let first = line.first, foreignStarts.contains(first) else { return false }
        let text = string(Array(line.prefix(60)))
        return [
            "本作品来自", "本作品收录", "public domain", "this work is ", "ce document", "cette oeuvre",
            "retrieved from",
            "本作品", "创作共用", "licence", "license", "privacy policy", "categories:", "category:", "分类:",
            "esta obra",
            "это произведение", "данное произведение", "هذا العمل", "copyright", "source:",
        ].contains(where: text.hasPrefix)
    }

    static func string(_ line: [UInt32]) -> String {
        var text = ""
        for scalar in line where scalar != Folding.nothing {
            if let scalar = Unicode.Scalar(scalar) { text.unicodeScalars.append(scalar) }
        }
        return text
    }
}
