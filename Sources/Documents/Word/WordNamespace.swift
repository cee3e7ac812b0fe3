/// Namespaces of the parts of a document.
///
/// Source: ECMA-376 part 1, annex A, as part 4 has it for transitional files.
enum WordNamespace {
    static let main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    static let dublinCore = "http://purl.org/dc/elements/1.1/"
    static let dublinTerms = "http://purl.org/dc/terms/"
    static let schemaInstance = "http://www.w3.org/2001/XMLSchema-instance"
}
