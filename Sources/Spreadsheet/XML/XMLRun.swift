import CXML

/// One reading of a part: what libxml2 calls back.
final class XMLRun {
    private let part: String
    private let namespaces: [String]
    private let handler: any XMLHandler
    /// The first error, after which nothing more is handed on.
    private(set) var error: ReadError?
    var context: xmlParserCtxtPtr?
    /// How many elements deep within one that is ignored.
    private var ignored = 0
    /// How many namespaces each open element declares, and all of them together.
    private var declared: [Int] = []
    private var declaredInAll = 0
    /// The last namespace looked at; libxml2 keeps one copy of each.
    private var lastNamespace: (pointer: UnsafePointer<UInt8>?, isWanted: Bool)?

    private static let deepest = 64
    private static let mostAttributes = 128
    private static let mostNamespaces = 128

    init(_ part: String, _ namespaces: [String], _ handler: any XMLHandler) {
        self.part = part
        self.namespaces = namespaces
        self.handler = handler
    }

    private func start(
        _ name: UnsafePointer<UInt8>?, _ namespace: UnsafePointer<UInt8>?, declaring namespaces: Int,
        _ attributes: XMLAttributes
    ) {
        declared.append(namespaces)
        declaredInAll += namespaces
        if declared.count > Self.deepest || declaredInAll > Self.mostNamespaces
            || attributes.count > Self.mostAttributes
        {
            attempt { () throws(ReadError) in throw ReadError.damaged(part: part, at: handler.position) }
        }
        guard error == nil, let name else { return }
        guard ignored == 0, isWanted(namespace) else {
            ignored += 1
            return
        }
        attempt { () throws(ReadError) in try handler.start(String(cString: name), attributes) }
    }

    private func end(_ name: UnsafePointer<UInt8>?) {
        declaredInAll -= declared.popLast() ?? 0
        guard error == nil, let name else { return }
        guard ignored == 0 else {
            ignored -= 1
            return
        }
        attempt { () throws(ReadError) in try handler.end(String(cString: name)) }
    }

    private func text(_ start: UnsafePointer<UInt8>?, _ count: Int32) {
        guard error == nil, ignored == 0, let start else { return }
        let bytes = UnsafeBufferPointer(start: start, count: Int(count))
        attempt { () throws(ReadError) in try handler.text(bytes) }
    }

    private func documentType() {
        attempt { () throws(ReadError) in throw ReadError.documentType(part: part) }
    }

    private func attempt(_ body: () throws(ReadError) -> Void) {
        guard error == nil else { return }
        do {
            try body()
        } catch {
            self.error = error
            xmlStopParser(context)
        }
    }

    private func isWanted(_ namespace: UnsafePointer<UInt8>?) -> Bool {
        if let last = lastNamespace, last.pointer == namespace { return last.isWanted }
        let isWanted = namespace.map { namespaces.contains(String(cString: $0)) } ?? false
        lastNamespace = (namespace, isWanted)
        return isWanted
    }

    private static func of(_ target: UnsafeMutableRawPointer?) -> XMLRun? {
        target.map { Unmanaged<XMLRun>.fromOpaque($0).takeUnretainedValue() }
    }

    /// No entities but the five of XML: there is no callback that could define or find another.
    static var callbacks: xmlSAXHandler {
        var callbacks = xmlSAXHandler()
        callbacks.initialized = UInt32(XML_SAX2_MAGIC)
        callbacks.startElementNs = { target, name, _, namespace, namespaces, _, count, _, attributes in
            XMLRun.of(target)?.start(
                name, namespace, declaring: Int(namespaces), XMLAttributes(attributes, count: Int(count)))
        }
        callbacks.endElementNs = { target, name, _, _ in XMLRun.of(target)?.end(name) }
        callbacks.characters = { target, text, count in XMLRun.of(target)?.text(text, count) }
        callbacks.ignorableWhitespace = callbacks.characters
        callbacks.cdataBlock = callbacks.characters
        callbacks.internalSubset = { target, _, _, _ in XMLRun.of(target)?.documentType() }
        // Errors are told by `wellFormed`; without this, libxml2 prints them.
        callbacks.serror = { _, _ in }
        return callbacks
    }
}
