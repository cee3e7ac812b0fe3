import Foundation
import Record

/// The style sheet and the script, each joined from its files once; their names carry a digest, so that browsers
/// may keep them.
struct AssetShelf: Sendable {
    struct Asset: Sendable {
        let bytes: [UInt8]
        let type: String
    }

    private let assets: [String: Asset]
    /// Addresses to link.
    let styles: [String]
    let scripts: [String]

    /// - Parameter directory: holds `styles.list` and `scripts.list`, which name the files in their order.
    init(directory: String) throws {
        var sheet: [UInt8] = []
        for name in try Self.list("\(directory)/styles.list") {
            sheet += try Self.bytes("\(directory)/styles/\(name)") + [UInt8(ascii: "\n")]
        }
        // One module; a block each, so that names stay a file's own.
        var script: [UInt8] = []
        for name in try Self.list("\(directory)/scripts.list") {
            script +=
                Array("{\n".utf8) + (try Self.bytes("\(directory)/scripts/\(name)")) + Array("\n}\n".utf8)
        }
        let style = "stocktake.\(Self.digest(sheet)).css"
        let module = "stocktake.\(Self.digest(script)).js"
        assets = [
            style: Asset(bytes: sheet, type: "text/css; charset=utf-8"),
            module: Asset(bytes: script, type: "text/javascript; charset=utf-8"),
        ]
        styles = ["/assets/\(style)"]
        scripts = ["/assets/\(module)"]
    }

    subscript(name: String) -> Asset? { assets[name] }

    private static func list(_ path: String) throws -> [String] {
        try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
            .map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty && !$0.hasPrefix("#") }
    }

    private static func bytes(_ path: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    }

    private static func digest(_ bytes: [UInt8]) -> String { String(SHA256.hash(bytes).hex.prefix(12)) }
}
