/// The package's list of what its parts are, looked through for what is refused.
///
/// Source: ECMA-376 part 2, 6.2.3.
final class ContentTypes: XMLHandler {
    func start(_ name: String, _ attributes: XMLAttributes) throws(ReadError) {
        guard name == "Default" || name == "Override",
            let type = attributes["ContentType"]?.lowercased()
        else { return }
        if type.contains("sheet.binary") { throw .binary }
        // Workbooks with macros, their projects, and sheets of the older macro language.
        if type.contains("macro") || type.contains("vbaproject") { throw .macros }
    }
}
