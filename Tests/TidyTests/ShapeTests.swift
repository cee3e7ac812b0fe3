import Testing

/// Targets import what DESIGN allows, files and functions stay short.
@Suite struct ShapeTests {
    /// What a target may import beside the standard library and Foundation.
    static let imports: [String: Set<String>] = [
        "Mandate": [], "Disclosure": [], "Surveys": [], "HTML": [], "Pack": ["Mandate", "Yams"],
        "Words": ["Yams"],
        "Record": ["CSodium"], "Identity": ["CSodium"], "Storage": ["CPQ", "GRDB"],
        "OfficePackage": ["CArchive"], "Spreadsheet": ["OfficePackage", "CArchive", "CXML"],
        "Documents": ["OfficePackage", "HTML", "CMark"],
        "Registry": [
            "Mandate", "Pack", "Words", "Disclosure", "Surveys", "Record", "Identity", "Storage",
            "Spreadsheet", "CSodium",
        ],
        "Exchange": [
            "Registry", "Mandate", "Record", "Words", "HTML", "Pack", "Disclosure", "Spreadsheet",
            "Documents",
        ],
        "Site": [
            "Registry", "Exchange", "Words", "HTML", "Identity", "Disclosure", "Mandate", "Record", "Pack",
            "Storage", "Documents", "Surveys",
            "Hummingbird", "HummingbirdCore", "HTTPTypes", "NIOCore", "NIOHTTPTypes", "ServiceLifecycle",
            "Logging",
            "AsyncHTTPClient",
        ],
    ]
    static let standard: Set<String> = [
        "Foundation", "FoundationEssentials", "Synchronization", "Dispatch", "Glibc", "Darwin", "Musl",
    ]

    @Test(arguments: imports.keys.sorted())
    func `a target imports only what its place allows`(target: String) {
        let allowed = (Self.imports[target] ?? []).union(Self.standard)
        let sources = SwiftSource.all.filter { $0.target == target }
        for source in sources {
            for line in source.code.split(separator: "\n") {
                guard
                    let match = line.wholeMatch(
                        of: /(?:@\w+ |public |internal )*import (?:\w+ )?(\w+)[.\w]*\s*/)
                else {
                    continue
                }
                let module = String(match.1)
                if !allowed.contains(module) {
                    Issue.record(
                        "\(source.path): import \(module) is banned, use what \(target) may see, because walls hold"
                    )
                }
            }
        }
    }

    @Test func `no file is longer than 400 lines`() {
        for source in SwiftSource.all where source.lines.count > 401 {
            Issue.record(
                "\(source.path): \(source.lines.count) lines are banned, use a file per type, to be read")
        }
    }

    @Test func `no function is longer than 50 lines`() {
        for source in SwiftSource.all {
            for (name, line, length) in Self.functions(of: source) where length > 50 {
                Issue.record(
                    "\(source.path):\(line): \(name) has \(length) lines; 50 are the most, to be read")
            }
        }
    }

    /// Functions and initialisers with the number of lines of their bodies, braces left out.
    static func functions(of source: SwiftSource) -> [(name: String, line: Int, length: Int)] {
        var found: [(String, Int, Int)] = []
        var open: [(name: String, line: Int, depth: Int)] = []
        var waiting: (name: String, line: Int)?
        var depth = 0
        let lines = source.code.split(separator: "\n", omittingEmptySubsequences: false)
        for (number, line) in lines.enumerated() {
            if let match = line.firstMatch(of: /^\s*(?:[\w@\(\)]+ )*(?:func (\w+)|(init))[<\(?]/) {
                waiting = (String(match.1 ?? match.2 ?? ""), number + 1)
            }
            for character in line {
                if character == "{" {
                    if let function = waiting { open.append((function.name, number + 1, depth)) }
                    waiting = nil
                    depth += 1
                } else if character == "}" {
                    depth -= 1
                    if let last = open.last, last.depth == depth {
                        found.append((last.name, last.line, number - last.line))
                        open.removeLast()
                    }
                }
            }
        }
        return found
    }

    @Test func `names say what a thing is`() {
        for source in SwiftSource.all {
            let name = source.path.split(separator: "/").last ?? ""
            for word in ["Utils", "Helper", "Common.", "Manager", "Service."] where name.contains(word) {
                Issue.record("\(source.path): \(word) is banned, use what it is, because it holds anything")
            }
        }
    }
}
