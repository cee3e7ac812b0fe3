import Documents
import Registry

/// The files that a document can be had as.
enum DocumentFile: String, CaseIterable, Sendable {
    case docx, pdf

    /// The document as a file to keep.
    ///
    /// - Parameter name: what it is called, without its ending.
    func answer(_ document: Document, name: String, _ site: Site) async throws -> SiteResponse {
        let (type, bytes) =
            switch self {
            case .docx:
                (
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                    try WordDocument(document).bytes()
                )
            case .pdf: try await Self.printed(document, site)
            }
        return SiteResponse(
            type: type, body: bytes,
            headers: [
                ("content-disposition", "attachment; filename=\"\(name).\(rawValue)\""),
                ("cache-control", "no-store"),
            ])
    }

    private static func printed(_ document: Document, _ site: Site) async throws -> (String, [UInt8]) {
        guard let printer = site.configuration.printer else { throw Refusal("print.missing", .unavailable) }
        do {
            return (printer.mediaType, try await printer.print(document))
        } catch PrintError.busy {
            throw Refusal("print.busy", .unavailable)
        } catch PrintError.tooLarge {
            throw Refusal("print.too-large", .tooLarge)
        }
    }
}

extension Site {
    /// The files that are offered here: no print where nothing prints.
    var files: [DocumentFile] { configuration.printer == nil ? [.docx] : [.docx, .pdf] }
}
