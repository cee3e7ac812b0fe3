import ArgumentParser
import Mandate
import Record
import Registry

/// `stocktake mandate read`: a resolution's text to its paragraphs.
struct ReadMandate: ReportingCommand {
    static let configuration = CommandConfiguration(
        commandName: "read", abstract: "Read the text of a resolution: paragraphs, verbs, citations, limits.")

    @Argument(help: "File with the text; - reads standard input.")
    var file: String

    @Option(help: "Tag of the text's language, e.g. zh-Hant; found from the text where left out.")
    var language: String?

    @Flag(help: "Answer with JSON.")
    var json = false

    var answersProgram: Bool { json }

    func carryOut() async throws {
        let bytes = try InputFile.bytes(of: file, atMost: 64 << 20)
        let reading = ResolutionReader.read(bytes, language: language.map { TextLanguage(rawValue: $0) })
        if json { Output.line(reading.json.canonicalString) } else { summarise(reading) }
        guard !reading.operative.isEmpty || !reading.preamble.isEmpty else {
            throw Failure(
                .input, "mandate.nothing-read",
                "\(file) reads as no resolution: give its text as UTF-8, with its paragraphs.")
        }
    }

    private func summarise(_ reading: ResolutionReading) {
        Output.line("\(reading.symbol.map { "\($0)" } ?? "no symbol") \(reading.title ?? "")")
        Output.line(
            "adopted \(reading.adopted.map { "\($0)" } ?? "on no date found"), in \(reading.language.rawValue)"
        )
        Output.line(
            "\(reading.preamble.count) preambular and \(reading.operative.count) operative paragraphs")
        for paragraph in reading.operative {
            let limits = paragraph.timeLimits.map { "  [\($0.normalised)]" }.joined()
            let start = paragraph.text.prefix(72).split(whereSeparator: \.isNewline).joined(separator: " ")
            Output.line("\(paragraph.number). \(start)…\(limits)")
        }
        for warning in reading.warnings { Output.error("line \(warning.line): \(warning.message)") }
    }
}
