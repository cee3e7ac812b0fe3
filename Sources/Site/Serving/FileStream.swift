import Hummingbird
import NIOCore

/// A body that is handed over piece by piece and never stands in memory as a whole.
struct FileStream: Sendable {
    /// In bytes.
    let count: Int
    let write: @Sendable (_ body: ([UInt8]) async throws -> Void) async throws -> Void

    var body: ResponseBody {
        ResponseBody(contentLength: count) { [write] writer in
            try await write { try await writer.write(ByteBuffer(bytes: $0)) }
            try await writer.finish(nil)
        }
    }
}
