/// Bytes that go out and come back unaltered, such as a list's cursor, bound to the viewer for whom they were made.
/// They can be read by whoever has them; they cannot be made or passed on.
public struct Sealed: Sendable {
    private let key: MessageKey

    /// - Parameter purpose: what is sealed, e.g. `cursor`; seals of one purpose do not open as another.
    public init(key: MessageKey, purpose: String) { self.key = key.derived(for: "seal/\(purpose)") }

    /// - Parameter viewer: says who may use it: person, capacity and what else must be the same.
    /// - Returns: text safe in addresses.
    public func seal(_ bytes: [UInt8], viewer: String) -> String {
        Base64URL.string(key.mark([bytes, Array(viewer.utf8)]) + bytes)
    }

    /// The bytes, or nil if they were altered, or made for another viewer or purpose.
    public func open(_ text: String, viewer: String) -> [UInt8]? {
        guard text.utf8.count <= 8192, let bytes = Base64URL.bytes(text), bytes.count >= 32 else {
            return nil
        }
        let content = Array(bytes[32...])
        return key.isMark(Array(bytes[..<32]), of: [content, Array(viewer.utf8)]) ? content : nil
    }
}
