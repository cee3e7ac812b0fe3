import CArchive

/// Packs parts into a ZIP file, in the order given and without a clock: the same parts give the same bytes.
///
/// Source: ECMA-376 part 2, annex B: deflated, no encryption, no directories.
public enum ZipWriter {
    /// A regular file, which the C header calls `AE_IFREG`; Swift cannot see the macro.
    private static let regularFile: UInt32 = 0o100000

    public static func pack(_ parts: [(name: String, bytes: [UInt8])]) throws(PackingError) -> [UInt8] {
        guard let archive = archive_write_new() else { throw PackingError(words: "out of memory") }
        defer { archive_write_free(archive) }
        let sink = Sink()
        archive_write_set_format_zip(archive)
        archive_write_zip_set_compression_deflate(archive)
        // No padding behind the last byte.
        archive_write_set_bytes_per_block(archive, 0)
        archive_write_set_bytes_in_last_block(archive, 1)
        let target = Unmanaged.passUnretained(sink).toOpaque()
        let opened = archive_write_open(archive, target, nil, { Sink.take($1, $2, $3) }, nil)
        try check(opened, archive)
        for part in parts { try add(part.name, part.bytes, to: archive) }
        try check(archive_write_close(archive), archive)
        return withExtendedLifetime(sink) { sink.bytes }
    }

    private static func add(_ name: String, _ bytes: [UInt8], to archive: OpaquePointer) throws(PackingError)
    {
        guard let entry = archive_entry_new() else { throw PackingError(words: "out of memory") }
        defer { archive_entry_free(entry) }
        archive_entry_set_pathname(entry, name)
        archive_entry_set_size(entry, Int64(bytes.count))
        archive_entry_set_filetype(entry, regularFile)
        archive_entry_set_perm(entry, 0o644)
        // Before 1980 in every time zone, which ZIP writes as its first day.
        archive_entry_set_mtime(entry, 0, 0)
        try check(archive_write_header(archive, entry), archive)
        var done = 0
        while done < bytes.count {
            let written = bytes.withUnsafeBytes { buffer in
                archive_write_data(archive, buffer.baseAddress.map { $0 + done }, buffer.count - done)
            }
            guard written > 0 else { throw failure(of: archive) }
            done += written
        }
        try check(archive_write_finish_entry(archive), archive)
    }

    private static func check(_ status: Int32, _ archive: OpaquePointer) throws(PackingError) {
        if status != ARCHIVE_OK { throw failure(of: archive) }
    }

    private static func failure(of archive: OpaquePointer) -> PackingError {
        PackingError(words: archive_error_string(archive).map { String(cString: $0) } ?? "unknown")
    }

    /// Takes what the library has packed.
    private final class Sink {
        var bytes: [UInt8] = []

        static func take(
            _ target: UnsafeMutableRawPointer?, _ buffer: UnsafeRawPointer?, _ count: Int
        ) -> Int {
            guard let target, let buffer else { return -1 }
            let sink = Unmanaged<Sink>.fromOpaque(target).takeUnretainedValue()
            sink.bytes.append(contentsOf: UnsafeRawBufferPointer(start: buffer, count: count))
            return count
        }
    }
}
