/// The texts that cells name by number.
///
/// Source: ECMA-376 part 1, 18.4.9 (sst).
final class SharedStrings: XMLHandler {
    /// Nil where a text is longer than allowed, which matters only if a cell names it.
    private(set) var texts: [String?] = []
    private var item: RichText
    private let limits: ReadLimits

    init(_ limits: ReadLimits) {
        self.limits = limits
        item = RichText(limit: limits.cellText)
    }

    func start(_ name: String, _ attributes: XMLAttributes) throws(ReadError) {
        item.start(name)
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(ReadError) {
        item.add(bytes)
    }

    func end(_ name: String) throws(ReadError) {
        item.end(name)
        guard name == "si" else { return }
        if texts.count == limits.cells { throw .tooManyTexts(limit: limits.cells) }
        texts.append(item.take())
    }
}
