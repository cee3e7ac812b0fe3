/// The styles, looked through for one thing: which cell formats show a date.
///
/// Source: ECMA-376 part 1, 18.8.10 (cellXfs) and 18.8.30 (numFmt).
final class StylesPart: XMLHandler {
    private var codes: [Int: Bool] = [:]
    private var formats: [Int] = []
    private var isInCellFormats = false

    func start(_ name: String, _ attributes: XMLAttributes) throws(ReadError) {
        switch name {
        case "numFmt":
            if let number = attributes["numFmtId"].flatMap({ Int($0) }), let code = attributes["formatCode"] {
                codes[number] = NumberFormat.isDate(code: EscapedText.unescape(code))
            }
        case "cellXfs": isInCellFormats = true
        case "xf":
            if isInCellFormats { formats.append(attributes["numFmtId"].flatMap { Int($0) } ?? 0) }
        default: break
        }
    }

    func end(_ name: String) throws(ReadError) {
        if name == "cellXfs" { isInCellFormats = false }
    }

    /// Whether the cell format of that number shows a date. One that is not there does not.
    func isDate(_ format: Int) -> Bool {
        guard formats.indices.contains(format) else { return false }
        let number = formats[format]
        return codes[number] ?? NumberFormat.isDate(builtIn: number)
    }
}
