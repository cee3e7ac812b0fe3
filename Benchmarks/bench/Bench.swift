import Foundation

/// Measures parts of the product, one row for each figure on standard output.
///
///     bench reader ROOT
///     bench memory ROOT MEGABYTES
///     bench record ROOT ENTRIES (DIRECTORY | postgres://…)
///     bench disclosure ROOT (DIRECTORY | postgres://…)
///     bench agreement ROOT
///     bench fill ROOT (DIRECTORY | postgres://…) FROM TO    answers for the States at these positions
///
/// ROOT is the checkout. Run it in release.
@main
struct Bench {
    static func main() async throws {
        let arguments = CommandLine.arguments.dropFirst()
        guard let what = arguments.first, let root = arguments.dropFirst().first else { throw Wrong.usage }
        let rest = Array(arguments.dropFirst(2))
        switch what {
        case "reader": report(ReaderBench(texts: try ResolutionTexts(root: root)).figures())
        case "memory":
            guard let megabytes = rest.first.flatMap({ Int($0) }) else { throw Wrong.usage }
            report([try ReaderBench(texts: try ResolutionTexts(root: root)).memory(megabytes: megabytes)])
        case "record":
            guard rest.count == 2, let entries = Int(rest[0]) else { throw Wrong.usage }
            let bench = try await RecordBench(root: root, place: rest[1])
            try await bench.run(entries: entries) { report([$0]) }
        case "disclosure":
            guard rest.count == 1 else { throw Wrong.usage }
            try await DisclosureBench(root: root, place: rest[0]).run { report([$0]) }
        case "fill":
            guard rest.count == 3, let from = Int(rest[1]), let to = Int(rest[2]), from <= to else {
                throw Wrong.usage
            }
            report([try await AnswerFill(root: root, place: rest[0]).run(from..<to)])
        case "agreement": report(try AgreementBench().figures())
        default: throw Wrong.usage
        }
    }

    private static func report(_ figures: [Figure]) {
        for figure in figures { FileHandle.standardOutput.write(Data((figure.row + "\n").utf8)) }
    }

    enum Wrong: Error { case usage }
}
