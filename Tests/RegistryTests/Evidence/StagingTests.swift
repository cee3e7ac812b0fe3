import Storage
import Testing

@testable import Registry

/// What is taken of the files that people send.
@Suite struct StagingTests {
    private static let pdf = Array("%PDF-1.7\n".utf8)
    private static let png: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0]

    @Test func `a file is taken for what its content is`() async throws {
        try await TestWorld.with(.sqlite, mandate: false) { world in
            let document = try TestWorld.office("word/document.xml", "wordprocessingml.document")
            let workbook = try TestWorld.office("xl/workbook.xml", "spreadsheetml.sheet")
            let cases: [([UInt8], String, FileFormat)] = [
                (Self.pdf, "report.PDF", .pdf), (Self.png, "map.png", .png),
                ([0xFF, 0xD8, 0xFF, 0xE0, 0], "photo.jpeg", .jpeg), (document, "note.docx", .document),
                (workbook, "list.xlsx", .workbook), (Array("a,b\n".utf8), "list.csv", .csv),
                (Array("答复：已执行。\r\n".utf8), "答复.txt", .text), (Array("plain".utf8), "minutes", .text),
            ]
            for (bytes, name, format) in cases {
                let staged = try await world.stage(bytes, name)
                #expect(staged.file?.format == format, "\(name): \(String(describing: staged.refusal))")
            }
            #expect(try await world.stage(Self.pdf, "report").file?.name == "report.pdf")
            #expect(try await world.stage(Self.pdf, "").file?.name == "file.pdf")
        }
    }

    @Test(arguments: Engine.allCases)
    func `what is of no kind that is taken, or not what its name says, is refused and not kept`(
        engine: Engine
    ) async throws {
        try await TestWorld.with(engine, mandate: false) { world in
            let macros = try TestWorld.office(
                "word/document.xml", "wordprocessingml.document", with: ["word/other.bin"])
            let package = try TestWorld.office("ppt/presentation.xml", "presentationml.presentation")
            let cases: [([UInt8], String, String)] = [
                (Self.png, "report.pdf", "file.not-its-type"),
                (Array("text".utf8), "a.pdf", "file.not-its-type"),
                (Self.pdf, "a.txt", "file.not-its-type"), (Self.pdf, "a.html", "file.type-unknown"),
                (Array("<html>".utf8), "a.html", "file.type-unknown"),
                (Array("MZ\0\0".utf8), "a.txt", "file.not-its-type"),
                ([0xC3, 0x28], "a.txt", "file.not-its-type"),
                ([0xE4, 0xBD], "a.txt", "file.not-its-type"), (macros, "note.docx", "file.macros"),
                (package, "talk", "file.type-unknown"),
                (Array(macros.prefix(40)), "n.docx", "file.not-its-type"),
                ([], "a.txt", "file.empty"),
            ]
            for (bytes, name, code) in cases {
                #expect(try await world.stage(bytes, name).refusal?.code == code, "\(name), \(code)")
            }
            #expect(try await world.waiting() == 0)
        }
    }

    @Test(arguments: [
        "a/b.txt", "..\\b.txt", "a\u{202E}txt.pdf", "a\u{200B}.txt", "a\nb.txt", ".txt", "b.txt.", " b.txt",
        "a\u{0}.txt", String(repeating: "a", count: 201),
    ])
    func `a name that misleads or leads anywhere is refused`(name: String) {
        #expect(throws: Refusal("file.name", .incomplete)) { try FileTitle(name) }
    }

    @Test func `text is told wherever its pieces are cut`() {
        let bytes = Array("答é𐍈, plain\n".utf8)
        for cut in 0...bytes.count {
            var check = TextCheck()
            check.take(Array(bytes[..<cut]))
            check.take(Array(bytes[cut...]))
            #expect(check.isText, "\(cut)")
        }
        var check = TextCheck()
        check.take(Array(bytes.prefix(2)))
        #expect(!check.isText)
    }

    @Test func `a file that grows beyond the limit ends in a refusal`() async throws {
        let pieces = AsyncStream<[UInt8]> { stream in
            for _ in 0..<4 { stream.yield([1, 2, 3]) }
            stream.finish()
        }
        var taken = 0
        await #expect(throws: Refusal("file.too-large", .tooLarge)) {
            for try await piece in LimitedPieces(base: pieces, limit: 10) { taken += piece.count }
        }
        #expect(taken == 9)
    }

    @Test func `what the scanner finds is refused, and so is what it does not answer for`() async throws {
        try await TestWorld.with(.sqlite, mandate: false) { world in
            let scanner = ScriptedScanner { bytes in
                if bytes == Array("silent".utf8) { throw MalwareScannerFault(words: "out of reach") }
                return bytes == Array("bad".utf8) ? "Test.Signature" : nil
            }
            let accounts = Accounts(
                Registry(
                    database: world.database, files: world.registry.files,
                    surroundings: world.registry.surroundings, signingKey: world.registry.signingKey,
                    scanner: scanner))
            let visitor = try await world.visitor("expert")
            await #expect(throws: Refusal("file.malware", .incomplete, ["name": "Test.Signature"])) {
                try await accounts.stage(Array("bad".utf8), name: "a.txt", by: visitor)
            }
            await #expect(throws: Refusal("file.not-scanned", .unavailable)) {
                try await accounts.stage(Array("silent".utf8), name: "a.txt", by: visitor)
            }
            #expect(try await world.waiting() == 0)
            _ = try await accounts.stage(Array("good".utf8), name: "a.txt", by: visitor)
            #expect(try await world.waiting() == 1)
        }
    }
}
