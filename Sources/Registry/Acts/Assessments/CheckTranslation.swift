import Disclosure
import Storage

/// Says that the translation of a text was compared with the original by somebody who did not write it.
///
/// - Performer: an expert, a head.
/// - Authority: `assessment.conduct`.
/// - Before: the Directorate writes; the text is there in that language, and the original did not change since.
/// - After: a version in the Directorate's room, in which the translation is checked.
/// - Refuses: `assessment.not-at-stage`, `translation.not-there`, `translation.outdated`, `translation.own`.
public struct CheckTranslation: Act {
    public static let kind: ActKind = "check-translation"
    public static let authority: Authority = "assessment.conduct"
    public static let performers: [Performer] = [.capacity(.expert), .capacity(.head)]
    public static let readers: EntryReaders? = [.directorate]

    public let item: Identifier<Kind.AnyItem>
    public let language: String

    public enum Fields {
        static let item = Field<Identifier<Kind.AnyItem>>("item", .reference(Kind.AnyItem.type))
        static let version = Field<String>("version", .version(of: "item"), optional: true)
        static let language = Field<String>("language", .language)
    }
    public static let fields: [FieldDescription] = [
        Fields.item.description, Fields.version.description, Fields.language.description,
    ]

    public init(_ input: Input) throws {
        item = try input[Fields.item]
        language = try input[Fields.language]
    }

    public func check(_ standing: Standing) throws {
        let current = try standing.item(item.rawValue)
        try standing.require(
            try standing.assessment(AssessmentID(current.assessment)), at: AssessmentStage.drafting)
        guard let translation = current.translations?.others[language] else {
            throw Refusal("translation.not-there", .incomplete, ["language": language])
        }
        guard translation.status != .behind else {
            throw Refusal("translation.outdated", .notNow)
        }
        guard translation.by != standing.performer.person?.rawValue else {
            throw Refusal("translation.own", .notAllowed)
        }
    }

    public func apply(to tables: Tables, _ entry: RecordEntry) throws {
        try tables.check(language, of: item.rawValue, entry)
    }
}
