import Testing

/// What must not stand in the product's code, with what to use in its place.
@Suite struct BannedTests {
    struct Ban: Sendable, CustomTestStringConvertible {
        let word: String
        let use: String
        let because: String
        /// Where it is at home.
        var except: [String] = []
        var testDescription: String { word }
    }

    static let bans = [
        Ban(
            word: "Date()", use: "Surroundings.now", because: "tests and replays fix the time",
            except: ["Sources/stocktake/", "Sources/Site/BuildApplication.swift"]),
        Ban(
            word: ".random(", use: "a generator that is passed in", because: "tests and worlds fix the chance"
        ),
        Ban(
            word: "UUID()", use: "Surroundings.newID", because: "identifiers come with the act",
            except: ["Sources/Storage/"]),
        Ban(
            word: "try?", use: "do and catch, or a typed answer",
            because: "a swallowed error is a silent guess"),
        Ban(word: "try!", use: "throws", because: "a server does not stop for one request"),
        Ban(word: "fatalError", use: "throws", because: "a server does not stop for one request"),
        Ban(
            word: "print(", use: "the logger, or a returned value", because: "only the command line talks",
            except: ["Sources/stocktake/"]),
        Ban(
            word: "Task.sleep", use: "a service that is told when", because: "tests cannot wait",
            except: ["Sources/stocktake/", "Sources/Site/", "Sources/Storage/"]),
        Ban(word: "as!", use: "as? with an answer", because: "a server does not stop for one request"),
        Ban(
            word: "@unchecked Sendable", use: "values, or a lock", because: "the compiler checks what it can",
            except: ["Sources/Storage/"]),
        Ban(word: "DispatchQueue.main", use: "an actor", because: "a server has no main queue"),
    ]

    @Test(arguments: bans)
    func `a banned word stands nowhere outside its home`(ban: Ban) {
        for source in SwiftSource.all where !ban.except.contains(where: { source.path.hasPrefix($0) }) {
            for (number, line) in source.code.split(separator: "\n", omittingEmptySubsequences: false)
                .enumerated()
            where Self.holds(line, ban.word) {
                Issue.record(
                    "\(source.path):\(number + 1): \(ban.word) is banned, use \(ban.use), because \(ban.because)"
                )
            }
        }
    }

    /// Whether a line uses the word itself, and not a longer one that ends with it.
    static func holds(_ line: Substring, _ word: String) -> Bool {
        var rest = line
        while let range = rest.firstRange(of: word) {
            let before = rest[..<range.lowerBound].last
            let isName =
                word.first?.isLetter == true && (before?.isLetter == true || before == "_" || before == ".")
            let isGiven =
                word == ".random("
                && (rest[range.upperBound...].contains("using:")
                    || rest[..<range.lowerBound].hasSuffix("surroundings"))
            if !isName, !isGiven { return true }
            rest = rest[range.upperBound...]
        }
        return false
    }

    @Test func `nothing is unwrapped by force`() {
        for source in SwiftSource.all {
            for (number, line) in source.code.split(separator: "\n", omittingEmptySubsequences: false)
                .enumerated()
            where line.contains(/[\w\)\]]!(?![=\w])/) {
                Issue.record(
                    "\(source.path):\(number + 1): ! is banned, use guard let or ??, because a server does not stop"
                )
            }
        }
    }

    /// Rule 5: a mandate is data. These are its symbols and counts.
    @Test func `no mandate is compiled in`() {
        // Advice on how to write an address may show one.
        for source in SwiftSource.all where !source.path.hasSuffix("PlaceParagraphs.swift") {
            let lines = source.statements.split(separator: "\n", omittingEmptySubsequences: false)
            for (number, line) in lines.enumerated()
            where line.contains(/\b(193|1373|1624|2178|2396|2617|2810)\b/) {
                Issue.record(
                    """
                    \(source.path):\(number + 1): a number of one mandate is banned, use the pack, because another
                    mandate has others: \(line.trimmingPrefix { $0.isWhitespace })
                    """)
            }
        }
    }

    @Test func `the scanner tells comments, strings and code apart`() {
        let source = SwiftSource(
            path: "Sources/X/Y.swift",
            text: """
                let a = "try? \\(b.map { "x\\($0)" } ?? c) try!" // fatalError
                /* print( */ let d = #"UUID() "quoted""# + e
                """)
        #expect(source.code.contains("b.map") && source.code.contains("?? c") && source.code.contains("+ e"))
        for word in ["try?", "try!", "fatalError", "print(", "UUID()"] {
            #expect(!source.code.contains(word))
        }
        #expect(source.statements.contains("try?") && !source.statements.contains("fatalError"))
    }
}
