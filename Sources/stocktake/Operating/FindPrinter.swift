import Documents
import Foundation
import Logging

/// What prints documents here; nil, and a line in the log that says what to install, where nothing can.
///
/// - Parameters:
///   - python: as it was given; nil for that of `.venv` beside the resources, else the system's.
///   - resources: directory with `print`.
func findPrinter(python: String?, resources: String, _ logger: Logger) async -> Printer? {
    let beside = URL(fileURLWithPath: resources).deletingLastPathComponent()
        .appendingPathComponent(".venv/bin/python").path
    let usual = FileManager.default.isExecutableFile(atPath: beside) ? beside : "/usr/bin/python3"
    let program = WeasyPrint(python: python ?? usual, resources: resources)
    guard let missing = await program.missing() else { return program.printer }
    logger.warning("Documents are not offered as PDF: \(missing).")
    return nil
}
