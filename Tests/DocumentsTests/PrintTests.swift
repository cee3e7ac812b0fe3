import Documents
import Foundation
import Testing

/// Prints by WeasyPrint, held against PDF/UA-1 by a checker that shares no code with it.
@Suite struct PrintTests {
    static let resources = Python.root.appending(path: "Resources").path

    private static func program(_ change: (inout PrintLimits) -> Void = { _ in }) -> WeasyPrint {
        var limits = PrintLimits()
        change(&limits)
        return WeasyPrint(python: Python.interpreter, resources: resources, limits: limits)
    }

    @Test(arguments: ["en", "zh-Hans", "zh-Hant", "ar"])
    func `a print is accessible PDF in its own language, the same each time`(language: String) async throws {
        let title = ["en": "Overview", "ar": "نظرة عامة"][language] ?? "概览"
        let document = Samples.document(
            language: language, isRightToLeft: language == "ar", title: title)
        let one = try await Self.program().printer.print(document)
        #expect(try await Self.program().printer.print(document) == one)
        let said = try Python.run(
            """
            import page, pathlib
            r = page.validate_pdf(path, profile=page.ValidationProfile.PDF_UA_1)
            print(r.is_compliant)
            b = pathlib.Path(path).read_bytes()
            print(b'/Lang (\(language))' in b, b'2027' in b, b'NotoSerif' in b or b'Noto' in b)
            """, file: one, called: "a.pdf")
        #expect(said.hasPrefix("True\n"), "\(said)")
    }

    @Test func `what is too long to print is refused`() async throws {
        let long = Samples.document(
            blocks: Array(repeating: .paragraph(Line(String(repeating: "word ", count: 400))), count: 20))
        await #expect(throws: PrintError.tooLarge) {
            try await Self.program { $0.pages = 2 }.printer.print(long)
        }
        await #expect(throws: PrintError.tooLarge) {
            try await Self.program { $0.inputBytes = 1_000 }.printer.print(long)
        }
        await #expect(throws: PrintError.tooLarge) {
            try await Self.program { $0.outputBytes = 1_000 }.printer.print(Samples.document())
        }
    }

    @Test func `a print that takes too long is ended`() async throws {
        let long = Samples.document(
            blocks: Array(repeating: .paragraph(Line(String(repeating: "word ", count: 400))), count: 3_000))
        await #expect(throws: PrintError.tooLarge) {
            try await Self.program {
                $0.processorSeconds = 1
                $0.inputBytes = 32 << 20
            }.printer.print(long)
        }
    }

    @Test
    func `a program that crashes once is asked again, and one that crashes twice is not taken for a limit`()
        async throws
    {
        let place = FileManager.default.temporaryDirectory.appending(path: "crash-\(UUID().uuidString)")
        let folder = place.appending(path: "print")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { #expect(throws: Never.self) { try FileManager.default.removeItem(at: place) } }
        func print(_ script: String) async throws -> [UInt8] {
            let lines = "import os, pathlib, signal\nmark = pathlib.Path('\(place.path)/mark')\n\(script)\n"
            try lines.write(to: folder.appending(path: "print.py"), atomically: true, encoding: .utf8)
            return try await WeasyPrint(python: Python.interpreter, resources: place.path).printer
                .print(Samples.document())
        }
        let crash = "os.kill(os.getpid(), signal.SIGSEGV)"
        let once = try await print("if mark.exists(): print('done', end='')\nelse: mark.touch(); \(crash)")
        #expect(String(decoding: once, as: UTF8.self) == "done")
        await #expect(throws: PrintError.crashed(SIGSEGV)) { try await print(crash) }
    }

    @Test func `whoever comes when all places are taken is turned away`() async throws {
        let program = Self.program {
            $0.places = 1
            $0.waiting = 1
        }
        let refused = await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<4 {
                group.addTask {
                    do {
                        _ = try await program.printer.print(Samples.document())
                        return false
                    } catch {
                        return error as? PrintError == .busy
                    }
                }
            }
            return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(refused == 2)
    }

    @Test func `where WeasyPrint is not, it is said what to install`() async throws {
        #expect(await Self.program().missing() == nil)
        let bare = WeasyPrint(python: "/usr/bin/python3", resources: Self.resources)
        #expect(await bare.missing()?.contains("pip install -r") == true)
        let none = WeasyPrint(python: "/nowhere/python", resources: Self.resources)
        #expect(await none.missing() == "there is no Python at /nowhere/python")
    }

    /// The program is given HTML that no document of ours can hold.
    @Test func `nothing is fetched, neither from files nor from the network`() throws {
        let secret = FileManager.default.temporaryDirectory.appending(path: "secret-\(UUID().uuidString).css")
        try Data("body { background: #ff0000; } p::before { content: 'SECRET' }".utf8).write(to: secret)
        defer { try? FileManager.default.removeItem(at: secret) }
        let html = """
            <!doctype html><html lang="en"><head><title>t</title>
            <link rel="stylesheet" href="file://\(secret.path)">
            <link rel="attachment" href="file://\(secret.path)"></head>
            <body><p>x</p><img alt="i" src="http://127.0.0.1:9/x.png"></body></html>
            """
        let said = try Python.run(
            """
            import subprocess
            r = subprocess.run([sys.executable, '-I', '\(Self.resources)/print/print.py', '20', '20', '1500', '9',
                                '9000000'], stdin=open(path, 'rb'), capture_output=True)
            print(r.returncode, r.stdout[:5], b'EmbeddedFile' in r.stdout, r.stderr)
            """, file: Array(html.utf8), called: "a.html")
        #expect(said == "0 b'%PDF-' False b''\n")
    }
}
