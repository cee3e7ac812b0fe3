import Foundation

/// Texts to read, made from the real one.
struct ResolutionTexts {
    /// The text of resolution 2617 (2021), in English: 41 paragraphs.
    let one: [UInt8]
    private let head: [UInt8]
    private let paragraphs: [UInt8]

    init(root: String) throws {
        let path = root + "/Tests/MandateTests/Texts/S-RES-2617-2021.en.txt"
        one = Array(try Data(contentsOf: URL(fileURLWithPath: path)))
        let text = String(decoding: one, as: UTF8.self)
        let cut = text.range(of: "\n1.")?.lowerBound ?? text.endIndex
        head = Array(text[..<cut].utf8)
        paragraphs = Array(text[cut...].utf8)
    }

    /// One resolution whose operative part is repeated until the text has a size.
    func text(ofBytes size: Int) -> [UInt8] {
        var text = head
        text.reserveCapacity(size + paragraphs.count)
        while text.count < size { text += paragraphs }
        return text
    }
}
