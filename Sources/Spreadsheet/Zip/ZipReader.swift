import CArchive

/// Unpacks single parts of a ZIP file whose sender is not trusted.
///
/// Sizes are counted while unpacking, whatever the file declares. Only stored and deflated entries are taken,
/// as ECMA-376 part 2, annex B has it: other methods can ask for gigabytes of memory before the first byte.
/// Entries that nobody asks for are never unpacked.
struct ZipReader {
    private let file: [UInt8]
    private let limits: ReadLimits
    private var unpacked = 0
    /// Every entry with a usable name, as it stands in the file.
    private(set) var names: [String] = []

    private static let chunk = 65_536

    init(_ file: [UInt8], _ limits: ReadLimits) throws(ReadError) {
        self.file = file
        self.limits = limits
        var found: [String] = []
        var entries = 0
        try walk { (name, _) throws(ReadError) in
            entries += 1
            if entries > limits.entries { throw .tooManyEntries(limit: limits.entries) }
            if let name { found.append(name) }
        }
        // Names differ in more than case (part 2, 6.2.2.3); what two programs read differently is refused.
        let distinct = Set(found.map { $0.lowercased() })
        guard distinct.count == found.count else { throw .damagedPackage }
        names = found
    }

    /// Unpacks parts.
    ///
    /// - Parameter wanted: names in any case, without a leading slash.
    /// - Returns: by lower-case name; those that the file lacks are left out.
    mutating func read(_ wanted: Set<String>) throws(ReadError) -> [String: [UInt8]] {
        let wanted = Set(wanted.map { $0.lowercased() })
        var parts: [String: [UInt8]] = [:]
        var total = unpacked
        try walk { (name, archive) throws(ReadError) in
            guard let key = name?.lowercased(), wanted.contains(key) else { return }
            parts[key] = try unpack(archive, &total)
        }
        unpacked = total
        return parts
    }

    /// Visits every entry.
    private func walk(
        _ visit: (_ name: String?, _ archive: OpaquePointer) throws(ReadError) -> Void
    ) throws(ReadError) {
        guard let archive = archive_read_new() else { throw .damagedPackage }
        defer { archive_read_free(archive) }
        archive_read_support_format_zip_seekable(archive)
        try file.withUnsafeBufferPointer { (buffer) throws(ReadError) in
            let opened = archive_read_open_memory(archive, buffer.baseAddress, buffer.count)
            guard opened == ARCHIVE_OK else { throw .damagedPackage }
            var entry: OpaquePointer?
            while true {
                let status = archive_read_next_header(archive, &entry)
                if status == ARCHIVE_EOF { return }
                // A warning is about the name, which is looked at below.
                guard status == ARCHIVE_OK || status == ARCHIVE_WARN, let entry else {
                    throw .damagedPackage
                }
                try visit(Self.name(of: entry), archive)
            }
        }
    }

    /// Nil for directories, links and names that lead out of the package.
    private static func name(of entry: OpaquePointer) -> String? {
        guard let text = archive_entry_pathname_utf8(entry), archive_entry_symlink_utf8(entry) == nil,
            archive_entry_hardlink_utf8(entry) == nil
        else { return nil }
        let name = String(cString: text)
        let steps = name.split(separator: "/", omittingEmptySubsequences: false)
        guard !name.contains("\\"), !steps.contains(where: { $0.isEmpty || $0 == "." || $0 == ".." }) else {
            return nil
        }
        return name
    }

    private func unpack(_ archive: OpaquePointer, _ total: inout Int) throws(ReadError) -> [UInt8] {
        if archive_read_has_encrypted_entries(archive) > 0 { throw .encrypted }
        let method = archive_format_name(archive).map { String(cString: $0) } ?? ""
        guard method.hasSuffix("(deflation)") || method.hasSuffix("(uncompressed)") else {
            throw .damagedPackage
        }
        let allowed = min(limits.unpackedBytes, max(1_000_000, file.count.multipliedOrMax(by: limits.ratio)))
        var part: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: Self.chunk)
        while true {
            let count = chunk.withUnsafeMutableBytes {
                archive_read_data(archive, $0.baseAddress, $0.count)
            }
            guard count >= 0 else { throw .damagedPackage }
            if count == 0 { return part }
            total += count
            if total > allowed {
                throw allowed == limits.unpackedBytes
                    ? .unpacksTooLarge(limit: allowed) : .ratioTooHigh(limit: limits.ratio)
            }
            part.append(contentsOf: chunk[..<count])
        }
    }
}

extension Int {
    /// The product, or the greatest number where it is greater.
    fileprivate func multipliedOrMax(by other: Int) -> Int {
        let (product, overflow) = multipliedReportingOverflow(by: other)
        return overflow ? .max : product
    }
}
