/// Namespaces of the sheets that are read and written, transitional and strict.
///
/// Source: ECMA-376 part 1, annex A, and part 4, annex A.
enum Namespace {
    static let sheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    static let strictSheet = "http://purl.oclc.org/ooxml/spreadsheetml/main"
}
