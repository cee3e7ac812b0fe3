/// What can be bound to a parameter and read from a column.
public protocol SQLConvertible: Sendable {
    /// The type that a NULL of this type stands for; taken from the context unless said.
    static var sqlType: SQLType { get }
    var sqlValue: SQLValue { get }
    /// - Throws: `StorageError.mismatch` where the column holds another type.
    init(sqlValue: SQLValue) throws
}

extension SQLConvertible {
    public static var sqlType: SQLType { .unspecified }
}

extension SQLConvertible where Self: RawRepresentable, RawValue: SQLConvertible {
    public static var sqlType: SQLType { RawValue.sqlType }
    public var sqlValue: SQLValue { rawValue.sqlValue }
    public init(sqlValue: SQLValue) throws {
        guard let value = Self(rawValue: try RawValue(sqlValue: sqlValue)) else {
            throw StorageError.mismatch("\(Self.self)")
        }
        self = value
    }
}

extension SQLValue: SQLConvertible {
    public var sqlValue: SQLValue { self }
    public init(sqlValue: SQLValue) { self = sqlValue }
}

extension String: SQLConvertible {
    public static var sqlType: SQLType { .text }
    public var sqlValue: SQLValue { .text(self) }
    public init(sqlValue: SQLValue) throws {
        guard case .text(let text) = sqlValue else {
            throw StorageError.mismatch("TEXT, not \(sqlValue.kind)")
        }
        self = text
    }
}

extension Int64: SQLConvertible {
    public static var sqlType: SQLType { .integer }
    public var sqlValue: SQLValue { .integer(self) }
    public init(sqlValue: SQLValue) throws {
        guard case .integer(let number) = sqlValue else {
            throw StorageError.mismatch("INTEGER, not \(sqlValue.kind)")
        }
        self = number
    }
}

extension Int: SQLConvertible {
    public static var sqlType: SQLType { .integer }
    public var sqlValue: SQLValue { .integer(Int64(self)) }
    public init(sqlValue: SQLValue) throws { self = Int(try Int64(sqlValue: sqlValue)) }
}

extension Double: SQLConvertible {
    public static var sqlType: SQLType { .real }
    public var sqlValue: SQLValue { .real(self) }
    public init(sqlValue: SQLValue) throws {
        switch sqlValue {
        case .real(let number): self = number
        case .integer(let number): self = Double(number)
        default: throw StorageError.mismatch("REAL, not \(sqlValue.kind)")
        }
    }
}

/// Kept as 0 and 1.
extension Bool: SQLConvertible {
    public static var sqlType: SQLType { .integer }
    public var sqlValue: SQLValue { .integer(self ? 1 : 0) }
    public init(sqlValue: SQLValue) throws {
        switch try Int64(sqlValue: sqlValue) {
        case 0: self = false
        case 1: self = true
        default: throw StorageError.mismatch("0 or 1")
        }
    }
}

extension Array: SQLConvertible where Element == UInt8 {
    public static var sqlType: SQLType { .blob }
    public var sqlValue: SQLValue { .blob(self) }
    public init(sqlValue: SQLValue) throws {
        guard case .blob(let bytes) = sqlValue else {
            throw StorageError.mismatch("BLOB, not \(sqlValue.kind)")
        }
        self = bytes
    }
}

extension Optional: SQLConvertible where Wrapped: SQLConvertible {
    public static var sqlType: SQLType { Wrapped.sqlType }
    public var sqlValue: SQLValue { self?.sqlValue ?? .null }
    public init(sqlValue: SQLValue) throws {
        self = sqlValue == .null ? nil : try Wrapped(sqlValue: sqlValue)
    }
}
