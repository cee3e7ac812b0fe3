import Foundation
import Record

/// The style sheets and scripts, read once; their names carry a digest, so that browsers may keep them.
struct AssetShelf: Sendable {
    struct Asset: Sendable {
        let bytes: [UInt8]
        let type: String
    }

    private let assets: [String: Asset]
    /// Addresses to link, in order.
    let styles: [String]
    let scripts: [String]

    /// - Parameter directory: holds `*.css`, joined in the order of `styles.txt`, and `*.js`.
    init(directory: String) throws {
        var assets: [String: Asset] = [:]
        let order = try String(contentsOfFile: "\(directory)/styles.txt", encoding: .utf8)
            .split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty && !$0.hasPrefix("#") }
        var sheet: [UInt8] = []
        for name in order { sheet += try Self.bytes("\(directory)/\(name)") + [UInt8(ascii: "\n")] }
        let style = Self.name("stocktake.css", sheet)
        assets[style] = Asset(bytes: sheet, type: "text/css; charset=utf-8")
        styles = ["/assets/\(style)"]
        var scripts: [String] = []
        for name in try FileManager.default.contentsOfDirectory(atPath: directory).sorted()
        where name.hasSuffix(".js") {
            let bytes = try Self.bytes("\(directory)/\(name)")
            let file = Self.name(name, bytes)
            assets[file] = Asset(bytes: bytes, type: "text/javascript; charset=utf-8")
            scripts.append("/assets/\(file)")
        }
        for name in try FileManager.default.contentsOfDirectory(atPath: directory).sorted()
        where name.hasSuffix(".svg") {
            assets[name] = Asset(bytes: try Self.bytes("\(directory)/\(name)"), type: "image/svg+xml")
        }
        self.assets = assets
        self.scripts = scripts
    }

    subscript(name: String) -> Asset? { assets[name] }

    private static func bytes(_ path: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    }

    private static func name(_ name: String, _ bytes: [UInt8]) -> String {
        let parts = name.split(separator: ".", maxSplits: 1)
        return "\(parts[0]).\(SHA256.hash(bytes).hex.prefix(12)).\(parts[1])"
    }
}
