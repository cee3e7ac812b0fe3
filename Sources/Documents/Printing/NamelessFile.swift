import Foundation

/// A file that only those have to whom it is handed: it lost its name as soon as it was made, and goes when closed.
final class NamelessFile: Sendable {
    let handle: FileHandle

    /// - Throws: `PrintError.failed` where there is no room for it.
    init() throws(PrintError) {
        var name = Array("\(NSTemporaryDirectory())/stocktake-print-XXXXXX".utf8CString)
        let descriptor = name.withUnsafeMutableBufferPointer { $0.baseAddress.map { mkstemp($0) } ?? -1 }
        guard descriptor >= 0 else { throw .failed("no temporary file could be made") }
        name.withUnsafeBufferPointer { _ = $0.baseAddress.map { unlink($0) } }
        handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    }

    /// Writes from the beginning, and goes back there.
    func write(_ bytes: [UInt8]) throws {
        try handle.write(contentsOf: Data(bytes))
        try handle.seek(toOffset: 0)
    }

    /// What the file holds, from the beginning.
    func read(atMost count: Int) throws -> [UInt8] {
        try handle.seek(toOffset: 0)
        return Array(try handle.read(upToCount: count) ?? Data())
    }
}
