/// Makes prints of documents, or says why it cannot: what does it comes from outside, so that tests print nothing.
public struct Printer: Sendable {
    /// What comes out: `application/pdf`.
    public let mediaType: String
    /// A document as the file to print.
    public let print: @Sendable (Document) async throws -> [UInt8]

    public init(mediaType: String, print: @escaping @Sendable (Document) async throws -> [UInt8]) {
        self.mediaType = mediaType
        self.print = print
    }
}
