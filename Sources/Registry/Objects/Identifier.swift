import Record
import Storage

/// A kind of object that acts are about; the code that outside programs see as `type`.
public struct ObjectType: RawRepresentable, Hashable, Sendable, ExpressibleByStringLiteral {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
    public init(stringLiteral value: String) { rawValue = value }
}

/// Names one kind of object for the type system; never instantiated.
public protocol ObjectKind: Sendable {
    static var type: ObjectType { get }
}

/// The kinds of object that exist so far.
public enum Kind {
    public enum Resolution: ObjectKind { public static let type: ObjectType = "resolution" }
    public enum Paragraph: ObjectKind { public static let type: ObjectType = "paragraph" }
    public enum Correction: ObjectKind { public static let type: ObjectType = "correction" }
    public enum Divergence: ObjectKind { public static let type: ObjectType = "divergence" }
    public enum Succession: ObjectKind { public static let type: ObjectType = "succession" }
    public enum Duty: ObjectKind { public static let type: ObjectType = "duty" }
    public enum DutyEvent: ObjectKind { public static let type: ObjectType = "duty-event" }
    public enum Fulfilment: ObjectKind { public static let type: ObjectType = "fulfilment" }
    public enum Document: ObjectKind { public static let type: ObjectType = "document" }
    public enum Meeting: ObjectKind { public static let type: ObjectType = "meeting" }
    public enum Person: ObjectKind { public static let type: ObjectType = "person" }
    public enum Grant: ObjectKind { public static let type: ObjectType = "capacity" }
    public enum Entry: ObjectKind { public static let type: ObjectType = "entry" }
    public enum Erasure: ObjectKind { public static let type: ObjectType = "erasure" }
    public enum Questionnaire: ObjectKind { public static let type: ObjectType = "questionnaire" }
    public enum Pack: ObjectKind { public static let type: ObjectType = "pack" }
}

/// The identifier of one object: random, or made of the symbol where the law itself gives a name.
public struct Identifier<Object: ObjectKind>: Hashable, Sendable, CustomStringConvertible {
    public let rawValue: String
    public init(_ rawValue: String) { self.rawValue = rawValue }
    public var description: String { rawValue }
}

extension Identifier: SQLConvertible {
    public var sqlValue: SQLValue { .text(rawValue) }
    public init(sqlValue: SQLValue) throws { rawValue = try String(sqlValue: sqlValue) }
}

public typealias ResolutionID = Identifier<Kind.Resolution>
public typealias ParagraphID = Identifier<Kind.Paragraph>
public typealias CorrectionID = Identifier<Kind.Correction>
public typealias DivergenceID = Identifier<Kind.Divergence>
public typealias SuccessionID = Identifier<Kind.Succession>
public typealias DutyID = Identifier<Kind.Duty>
public typealias DutyEventID = Identifier<Kind.DutyEvent>
public typealias FulfilmentID = Identifier<Kind.Fulfilment>
public typealias DocumentID = Identifier<Kind.Document>
public typealias MeetingID = Identifier<Kind.Meeting>
public typealias PersonID = Identifier<Kind.Person>
public typealias GrantID = Identifier<Kind.Grant>
public typealias EntryID = Identifier<Kind.Entry>
public typealias ErasureID = Identifier<Kind.Erasure>
public typealias QuestionnaireID = Identifier<Kind.Questionnaire>
public typealias PackID = Identifier<Kind.Pack>

/// One object as the record names it.
public struct ObjectReference: Hashable, Sendable, Comparable {
    public let type: ObjectType
    public let id: String

    public init(_ type: ObjectType, _ id: String) {
        self.type = type
        self.id = id
    }

    public static func < (left: ObjectReference, right: ObjectReference) -> Bool {
        (left.type.rawValue, left.id) < (right.type.rawValue, right.id)
    }

    /// `{"type", "id"}`.
    public var json: JSONValue { .object(["type": .string(type.rawValue), "id": .string(id)]) }
}
