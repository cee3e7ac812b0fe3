import Registry
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
}
