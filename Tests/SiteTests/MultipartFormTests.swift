import Hummingbird
import NIOCore
import Registry
import Synchronization
import Testing

@testable import Site

/// Forms with files, as browsers send them and as nobody should.
@Suite struct MultipartFormTests {
    private static func part(_ head: String, _ content: [UInt8]) -> [UInt8] {
        Array("--cut\r\nContent-Disposition: form-data; \(head)\r\n\r\n".utf8) + content + [13, 10]
    }

    private static let type = "multipart/form-data; boundary=cut"
    private static let end = Array("--cut--\r\n".utf8)

    @Test func `fields are texts, and a file's bytes arrive as they are`() throws {
        let content: [UInt8] = [0, 255, 13, 10] + Array("--cu\r\n--\r\n--CUT".utf8) + [13, 10, 13]
        let body =
            Self.part("name=\"csrf\"", Array("ä=1".utf8))
            + Self.part("name=\"file\"; filename=\"C:\\a; b.xlsx\"\r\nContent-Type: text/plain", content)
            + Self.part("name=\"empty\"; filename=\"\"", []) + Self.end
        for type in [Self.type, "Multipart/Form-Data; charset=utf-8; boundary=\"cut\""] {
            let form = try MultipartForm(body, type: type)
            #expect(form.fields == ["csrf": "ä=1"])
            #expect(form.files["file"]?.bytes == content)
            #expect(form.files["empty"]?.bytes.isEmpty == true)
        }
    }

    @Test func `what is no such form, or was cut off, is refused`() {
        let one = Self.part("name=\"file\"; filename=\"a\"", [1, 2, 3])
        let bad: [(body: [UInt8], type: String)] = [
            (one + Self.end, "application/x-www-form-urlencoded"), (one + Self.end, "multipart/form-data"),
            (one + Self.end, "multipart/form-data; boundary="),
            (one + Self.end, "multipart/form-data; boundary=other"),
            (one + Self.end, "multipart/form-data; boundary=\(String(repeating: "c", count: 71))"),
            (one, Self.type), ([], Self.type), (Self.end, Self.type), (Array(one.dropLast(4)), Self.type),
            (Array("--cut\r\nContent-Disposition: form-data\r\n\r\nx\r\n".utf8) + Self.end, Self.type),
            (Array("--cut\r\nname=\"file\"\r\nx\r\n".utf8) + Self.end, Self.type),
            (Array((0..<200).map { _ in Self.part("name=\"a\"", [1]) }.joined()) + Self.end, Self.type),
        ]
        for (index, one) in bad.enumerated() {
            #expect(throws: Refusal.self, "\(index)") { try MultipartForm(one.body, type: one.type) }
        }
    }
    /// Events in which content that goes on is one.
    private static func joined(_ events: [MultipartParser.Event]) -> [MultipartParser.Event] {
        events.reduce(into: []) { all, event in
            if case .holds(let more) = event, case .holds(let bytes)? = all.last {
                all[all.count - 1] = .holds(bytes + more)
            } else {
                all.append(event)
            }
        }
    }

    @Test(arguments: [1, 2, 3, 5, 7, 64, 1_000])
    func `however a form is cut on the way it says the same, and little of it is held`(size: Int) throws {
        let content = Array("\r\n--cu\r\n--\r\n\r\n--CUT\r\r\n".utf8)
        let large = [UInt8]((0..<50_000).map { UInt8(truncatingIfNeeded: $0) })
        let body =
            Array("before".utf8) + [13, 10] + Self.part("name=\"a\"", content)
            + Self.part("name=\"file\"; filename=\"b\"", large + content)
            + Self.part("name=\"c\"", []) + Self.end + Array("behind".utf8)
        var parser = try MultipartParser(type: Self.type)
        let whole = try parser.take(body)
        #expect(Self.joined(whole).contains(.holds(large + content)) && parser.isAtEnd)
        var cut = try MultipartParser(type: Self.type)
        var events: [MultipartParser.Event] = []
        var start = 0
        while start < body.count {
            events += try cut.take(Array(body[start..<min(start + size, body.count)]))
            start += size
            // A head waits for its end, content for no more than a mark.
            #expect(cut.heldCount <= 200)
        }
        #expect(Self.joined(events) == Self.joined(whole) && cut.isAtEnd)
    }

    @Test func `a file is handed on while its rest is still to come`() async throws {
        let sent = Mutex(0)
        let piece = [UInt8](repeating: 7, count: 1_000)
        let head =
            Self.part("name=\"csrf\"", [65])
            + Array(
                "--cut\r\nContent-Disposition: form-data; name=\"file\"; filename=\"f\"\r\n\r\n".utf8)
        let pieces =
            [head] + Array(repeating: piece, count: 100)
            + [[13, 10] + Self.part("name=\"title\"", [66]) + Self.end]
        let source = AsyncStream<ByteBuffer> {
            let next = sent.withLock { sent in
                sent += 1
                return sent - 1
            }
            return next < pieces.count ? ByteBuffer(bytes: pieces[next]) : nil
        }
        let upload = try MultipartUpload(
            UploadPieces(body: RequestBody(asyncSequence: source)), type: Self.type, most: 200_000)
        let file = try #require(try await upload.nextFile())
        #expect(file.field == "file" && file.name == "f")
        #expect(await upload.fields == ["csrf": "A"])
        var count = try #require(try await upload.nextPiece()).count
        #expect(sent.withLock { $0 } <= 3, "no more is taken in than was asked for")
        for try await piece in UploadedFile(upload: upload) { count += piece.count }
        #expect(count == 100_000)
        #expect(try await upload.nextFile() == nil)
        #expect(await upload.fields == ["csrf": "A", "title": "B"])
    }

    @Test func `a form that is cut off, or larger than is taken, is refused while it comes`() async throws {
        let whole = Self.part("name=\"file\"; filename=\"a\"", [UInt8](repeating: 1, count: 5_000)) + Self.end
        for (body, most) in [(Array(whole.dropLast(9)), 9_000), (whole, 4_000)] {
            let pieces = UploadPieces(body: RequestBody(buffer: ByteBuffer(bytes: body)))
            let upload = try MultipartUpload(pieces, type: Self.type, most: most)
            await #expect(throws: Refusal.self) { while try await upload.nextFile() != nil {} }
        }
    }
}
