/// The kinds of file that are taken, each told by its content.
public enum FileFormat: String, CaseIterable, Sendable {
    case pdf, png, jpeg, document, workbook, csv, text

    /// The endings that its name may have; the first is the usual one.
    public var endings: [String] {
        switch self {
        case .pdf: ["pdf"]
        case .png: ["png"]
        case .jpeg: ["jpg", "jpeg"]
        case .document: ["docx"]
        case .workbook: ["xlsx"]
        case .csv: ["csv"]
        case .text: ["txt"]
        }
    }

    public var mediaType: String {
        switch self {
        case .pdf: "application/pdf"
        case .png: "image/png"
        case .jpeg: "image/jpeg"
        case .document: "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
        case .workbook: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        case .csv: "text/csv; charset=utf-8"
        case .text: "text/plain; charset=utf-8"
        }
    }

    /// The format whose ending a name has; nil where it has none that is taken.
    static func named(_ ending: String) -> FileFormat? {
        allCases.first { $0.endings.contains(ending.lowercased()) }
    }
}
