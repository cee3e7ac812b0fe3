/// A receipt as somebody holds it out: of the right form, not yet believed.
public struct HeldReceipt: Hashable, Sendable {
    /// Longer ones are not read here; a receipt is as long as what was sent.
    public static let mostBytes = 4 << 20

    public let receipt: Receipt
    /// The log that it says it is of.
    public let log: String
    private let signedBytes: [UInt8]
    /// Key ID and signature.
    private let signature: [UInt8]

    /// Reads the text of a receipt.
    public init(parsing text: [UInt8]) throws(HeldReceiptFault) {
        guard text.count <= Self.mostBytes else { throw .tooLong }
        let json: JSONValue
        do throws(JSONParseError) {
            json = try JSONValue(parsing: text)
        } catch {
            throw .notJSON(error)
        }
        do throws(ReceiptFault) {
            try self.init(json)
        } catch {
            throw .noReceipt
        }
    }

    /// - Throws: `ReceiptFault.badForm`.
    init(_ json: JSONValue) throws(ReceiptFault) {
        guard case .object(var members) = json,
            let signature = members.removeValue(forKey: "signature")?.string.flatMap(Base64.bytes),
            let log = members["log"]?.string
        else { throw .badForm }
        let receipt = try Receipt(members: members)
        guard members == receipt.statement(name: log) else { throw .badForm }
        self.receipt = receipt
        self.log = log
        self.signature = signature
        // The bytes as they came, not as they would be written: texts may be equal and spelled otherwise.
        signedBytes = Receipt.signedBytes(members)
    }

    /// Whether the key signed exactly this.
    public func isSigned(by key: VerifyingKey) -> Bool {
        signature.count == 68 && Array(signature[..<4]) == key.keyID
            && key.isSignature(Array(signature[4...]), of: signedBytes)
    }
}

/// Why a text is no receipt, whoever signed it.
public enum HeldReceiptFault: Error, Hashable, Sendable {
    case tooLong
    case notJSON(JSONParseError)
    /// Members are missing, surplus or of another form.
    case noReceipt
}
