/// Namespaces of the parts that are read and written, transitional and strict.
///
/// Source: ECMA-376 part 1, annex A, and part 4, annex A.
enum Namespace {
    static let sheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    static let strictSheet = "http://purl.oclc.org/ooxml/spreadsheetml/main"
    static let relationships = "http://schemas.openxmlformats.org/package/2006/relationships"
    static let contentTypes = "http://schemas.openxmlformats.org/package/2006/content-types"
    static let officeRelationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
}
