/// A part of an office file, of which kind it is, and how it is reached.
public struct OfficePart: Sendable {
    /// Without a leading slash: `word/document.xml`.
    public let name: String
    public let contentType: String
    /// Address of the kind of relationship by which its owner leads to it; nil where nothing does.
    public let relationship: String?
    public let bytes: [UInt8]

    public init(_ name: String, contentType: String, relationship: String?, bytes: [UInt8]) {
        self.name = name
        self.contentType = contentType
        self.relationship = relationship
        self.bytes = bytes
    }
}
