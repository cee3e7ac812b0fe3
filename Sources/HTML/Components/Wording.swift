/// Words by key, as components need them. The words of a language conform to it.
public protocol Wording {
    func callAsFunction(_ key: String) -> String
}
