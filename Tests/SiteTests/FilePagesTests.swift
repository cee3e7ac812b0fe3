import Disclosure
import Foundation
import HTTPTypes
import Record
import Storage
import Testing

@testable import Registry
@testable import Site

/// Files that are brought and fetched at pages and by programs.
@Suite struct FilePagesTests {
    private typealias Headers = [(HTTPField.Name, String)]

    /// Brings a file by a browser's form.
    private static func bring(
        _ world: SiteWorld, _ headers: Headers, to item: String, _ bytes: [UInt8], name: String,
        title: String = "Minutes"
    ) async throws -> SiteWorld.Answer {
        let place = Route.attach(to: item).path
        let mark = try await world.ask(.get, place, headers).hidden("csrf")
        let fields = [("csrf", mark), ("title", title), ("source", "A visit"), ("datedOn", "")]
        let head = fields.map { field in
            "--cut\r\nContent-Disposition: form-data; name=\"\(field.0)\"\r\n\r\n\(field.1)\r\n"
        }.joined()
        let file =
            "--cut\r\nContent-Disposition: form-data; name=\"file\"; filename=\"\(name)\"\r\n"
            + "Content-Type: application/octet-stream\r\n\r\n"
        return try await world.ask(
            .post, place, headers + [(.contentType, "multipart/form-data; boundary=cut")],
            bytes: Array((head + file).utf8) + bytes + Array("\r\n--cut--\r\n".utf8))
    }

    private static func evidence(_ world: SiteWorld, under item: String) async throws -> ItemView? {
        try await world.site.registry.read(
            for: Viewer(person: "x", capacity: .expert, about: nil)
        ) { try $0.items(under: item, .evidence).first }
    }

    @Test func `a file is brought by a form, listed at its answer, and fetched as it was`() async throws {
        try await SiteWorld.withoutCases { world in
            let walk = try await SiteCase(world)
            let expert = try await world.signIn(world.signIn(.expert))
            let bytes = Array("%PDF-1.7 \u{0}".utf8)
            let done = try await Self.bring(world, expert, to: walk.answer, bytes, name: "纪要.pdf")
            #expect(done.status == 303 && done.headers[.location] == "/answers/\(walk.answer)")
            let page = try await world.ask(.get, "/answers/\(walk.answer)", expert)
            #expect(page.text.contains("纪要.pdf") && page.text.contains("Minutes"))
            let questions = try await world.ask(.get, "\(walk.page)/questions", expert)
            #expect(questions.text.contains("纪要.pdf"))
            let item = try #require(try await Self.evidence(world, under: walk.answer))
            let file = try await world.ask(.get, Route.file(item.id).path, expert)
            #expect(file.status == 200 && file.bytes == bytes)
            #expect(file.headers[.contentType] == "application/pdf")
            #expect(file.headers[.contentLength] == String(bytes.count))
            #expect(file.headers[.xContentTypeOptions] == "nosniff")
            #expect(file.headers[.cacheControl]?.hasPrefix("private") == true)
            #expect(
                file.headers[.contentDisposition]
                    == "attachment; filename=\"__.pdf\"; filename*=UTF-8''%E7%BA%AA%E8%A6%81.pdf")
            let token = try await world.ask(
                .get, "/api/v1/files/\(item.id)", world.bearer(world.signIn(.expert)))
            #expect(token.bytes == bytes)
        }
    }

    @Test func `a file that one may not see is answered like one that is not there`() async throws {
        try await SiteWorld.withoutCases { world in
            let walk = try await SiteCase(world)
            let expert = try await world.signIn(world.signIn(.expert))
            _ = try await Self.bring(world, expert, to: walk.answer, Array("a".utf8), name: "a.txt")
            let item = try #require(try await Self.evidence(world, under: walk.answer))
            for capacity in [Capacity.focalPoint, .committeeMember, .administrator] {
                let row = world.signIn(capacity)
                let headers = try await world.signIn(row)
                for place in ["/files/", "/api/v1/files/"] {
                    let asks = place == "/files/" ? headers : world.bearer(row)
                    let hidden = try await world.ask(.get, "\(place)\(item.id)", asks)
                    let none = try await world.ask(.get, "\(place)none", asks)
                    // The page names its own address.
                    let said = hidden.text.replacing(item.id, with: "none")
                    #expect(hidden.status == 404 && said == none.text, "\(capacity), \(place)")
                }
                #expect(
                    try await world.ask(.get, Route.attach(to: walk.answer).path, headers).status == 404)
            }
        }
    }

    @Test func `a refused file is said at the form, which keeps the words`() async throws {
        try await SiteWorld.withoutCases { world in
            let walk = try await SiteCase(world)
            let expert = try await world.signIn(world.signIn(.expert))
            let cases = [
                ("a.pdf", "text", "not what the ending .pdf says"), ("a.exe", "text", "are not taken"),
                ("", "", "No file was chosen"), ("a.txt", "", "is empty"),
            ]
            for (name, text, said) in cases {
                let page = try await Self.bring(
                    world, expert, to: walk.rating, Array(text.utf8), name: name, title: "My words")
                #expect(page.status == 422 && page.text.contains(said), "\(name)")
                #expect(page.text.contains("My words"))
            }
            let waiting = try await world.database.read {
                try $0.query("SELECT id FROM staged_file", [:]).count
            }
            #expect(waiting == 0)
        }
    }

    @Test func `a program stages a file as it comes, and one that is too large is refused`() async throws {
        try await SiteWorld.withoutCases { world in
            let row = world.signIn(.expert)
            let name = try #require(HTTPField.Name("x-file-name"))
            let sent = try await world.ask(
                .post, "/api/v1/files", world.bearer(row) + [(name, "%E7%BA%AA.txt")], bytes: [0x61])
            #expect(sent.status == 200)
            let staged = try JSONValue(parsing: sent.bytes)
            #expect(staged["name"]?.string == "纪.txt" && staged["sha256"]?.string?.count == 64)
            let large = [UInt8](repeating: 0x61, count: Accounts.largestFile + 1)
            let refused = try await world.ask(.post, "/api/v1/files", world.bearer(row), bytes: large)
            #expect(refused.status == 413)
            #expect(try await world.ask(.post, "/api/v1/files", bytes: [0x61]).status == 401)
        }
    }

    @Test func `of a file that was altered or lost no byte is given out, and the answer says so`()
        async throws
    {
        try await SiteWorld.withoutCases { world in
            let walk = try await SiteCase(world)
            let expert = try await world.signIn(world.signIn(.expert))
            _ = try await Self.bring(world, expert, to: walk.answer, Array("as attached".utf8), name: "a.txt")
            let item = try #require(try await Self.evidence(world, under: walk.answer))
            let file = try #require(item.file)
            let path = URL(
                fileURLWithPath: "\(NSTemporaryDirectory())/\(StagedFile.room(file.id))/"
                    + "\(file.sha256.prefix(2))/\(file.sha256.dropFirst(2))")
            try Data("as altered!".utf8).write(to: path)
            for (code, said) in [
                ("file.altered", "no longer those that were"), ("file.missing", "not there any"),
            ] {
                let page = try await world.ask(.get, Route.file(item.id).path, expert)
                #expect(page.status == 500 && page.text.contains(said))
                let told = try await world.ask(
                    .get, "/api/v1/files/\(item.id)", world.bearer(world.signIn(.expert)))
                #expect(told.status == 500 && told.text.contains(code))
                #expect(!(page.text + told.text).contains("altered!"))
                if code == "file.altered" { try FileManager.default.removeItem(at: path) }
            }
        }
    }

    @Test func `a State takes back its file where it is listed, while it is not sent`() async throws {
        try await SiteWorld.withoutCases { world in
            let walk = try await SiteCase(world)
            try await walk.perform("send-draft", as: .expert)
            let answer = try await walk.perform(
                "draft-answer", ["question": "Q1", "position": "agree", "value": "largely"], as: .focalPoint,
                making: "answer")
            let focal = try await world.signIn(world.signIn(.focalPoint))
            _ = try await Self.bring(world, focal, to: answer, Array("a".utf8), name: "a.txt")
            let page = try await world.ask(.get, "/answers/\(answer)", focal)
            #expect(page.text.contains("/acts/take-back-file?evidence="))
            try await walk.perform("send-answers", as: .focalPoint)
            let sent = try await world.ask(.get, "/answers/\(answer)", focal)
            #expect(sent.text.contains("a.txt") && !sent.text.contains("take-back-file"))
        }
    }
}
