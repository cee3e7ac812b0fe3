/// What a pack says about its languages.
struct PackLanguages {
    let all: Set<String>
    let complete: [String]
    /// Traditional for simplified Chinese, text for text.
    let traditional: [String: String]
}
