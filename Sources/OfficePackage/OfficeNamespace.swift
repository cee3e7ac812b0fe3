/// Namespaces that every kind of office file shares.
///
/// Source: ECMA-376 part 2, annex E, and part 1, annex A.
public enum OfficeNamespace {
    public static let relationships = "http://schemas.openxmlformats.org/package/2006/relationships"
    public static let contentTypes = "http://schemas.openxmlformats.org/package/2006/content-types"
    public static let officeRelationships =
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    public static let coreProperties =
        "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
}
