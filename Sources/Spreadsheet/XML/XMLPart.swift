import CXML

/// Takes the elements of one part as they are read.
protocol XMLHandler: AnyObject {
    func start(_ name: String, _ attributes: XMLAttributes) throws(ReadError)
    func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(ReadError)
    func end(_ name: String) throws(ReadError)
    /// Where the handler stands, for an error of XML itself.
    var position: CellPosition? { get }
}

extension XMLHandler {
    func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(ReadError) {}
    func end(_ name: String) throws(ReadError) {}
    var position: CellPosition? { nil }
}

/// Reads XML that is not trusted: nothing is fetched, a document type is refused before it can define
/// anything; depth, attributes and the length of tags are limited.
enum XMLPart {
    /// Bytes handed on at once.
    private static let chunk = 32_768
    /// Bytes that may wait for the end of one tag or comment: what libxml2 does with a tag grows with the
    /// square of its attributes.
    private static let longestTag = 131_072
    /// Once, before two threads could do it together.
    private static let ready: Void = xmlInitParser()

    /// - Parameters:
    ///   - part: its name, for errors.
    ///   - namespaces: elements of others are ignored, with all that they hold.
    static func parse(
        _ bytes: [UInt8], part: String, namespaces: [String], _ handler: any XMLHandler
    ) throws(ReadError) {
        _ = ready
        let run = XMLRun(part, namespaces, handler)
        var callbacks = XMLRun.callbacks
        let target = Unmanaged.passUnretained(run).toOpaque()
        guard let context = xmlCreatePushParserCtxt(&callbacks, target, nil, 0, nil) else {
            throw .damaged(part: part, at: nil)
        }
        defer { xmlFreeParserCtxt(context) }
        _ = xmlCtxtUseOptions(context, Int32(XML_PARSE_NONET.rawValue))
        run.context = context
        var isWhole = true
        bytes.withUnsafeBufferPointer { buffer in
            var start = 0
            while start < buffer.count, run.error == nil, isWhole {
                let count = min(chunk, buffer.count - start)
                buffer.withMemoryRebound(to: CChar.self) { letters in
                    _ = xmlParseChunk(context, letters.baseAddress.map { $0 + start }, Int32(count), 0)
                }
                isWhole = context.pointee.wellFormed != 0 && waiting(context) <= longestTag
                start += count
            }
        }
        if run.error == nil, isWhole {
            _ = xmlParseChunk(context, nil, 0, 1)
            isWhole = context.pointee.wellFormed != 0
        }
        try withExtendedLifetime(run) { () throws(ReadError) in
            if let error = run.error { throw error }
            if !isWhole { throw .damaged(part: part, at: handler.position) }
        }
    }

    /// Bytes that were handed on and not yet read.
    private static func waiting(_ context: xmlParserCtxtPtr) -> Int {
        guard let input = context.pointee.input, let next = input.pointee.cur, let end = input.pointee.end
        else {
            return 0
        }
        return end - next
    }
}
