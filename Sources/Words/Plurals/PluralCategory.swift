/// The form that a number asks of the words around it. Names are CLDR's.
public enum PluralCategory: String, Sendable, CaseIterable {
    case zero, one, two, few, many, other
}
