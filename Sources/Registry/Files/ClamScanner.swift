import Foundation

/// ClamAV's daemon at its UNIX socket, asked by `INSTREAM`: pieces, each with its length before it, then an empty one.
public struct ClamScanner: MalwareScanner {
    private let socket: String
    private let seconds: Int

    /// - Parameters:
    ///   - socket: path of the socket, such as `/run/clamav/clamd.ctl`.
    ///   - seconds: the longest wait for it to take or answer anything.
    public init(socket: String, seconds: Int = 60) {
        self.socket = socket
        self.seconds = seconds
    }

    public func finding(
        in pieces: (_ body: ([UInt8]) async throws -> Void) async throws -> Void
    ) async throws -> String? {
        let line = try ScannerLine(path: socket, seconds: seconds)
        do {
            try await line.send(Array("zINSTREAM\0".utf8))
            try await pieces { piece in
                try await line.send(withUnsafeBytes(of: UInt32(piece.count).bigEndian) { Array($0) } + piece)
            }
            try await line.send([0, 0, 0, 0])
        } catch is MalwareScannerFault {
            // It may have stopped listening because it had seen enough; then it says what.
            return try Self.finding(in: await line.answer())
        }
        return try Self.finding(in: await line.answer())
    }

    /// `stream: OK`, `stream: NAME FOUND`; anything else is no answer.
    static func finding(in answer: String) throws -> String? {
        let said = answer.trimmingCharacters(in: .controlCharacters.union(.whitespaces))
        if said == "stream: OK" { return nil }
        guard said.hasPrefix("stream: "), said.hasSuffix(" FOUND") else {
            throw MalwareScannerFault(words: "the scanner answered: \(said.prefix(200))")
        }
        return String(said.dropFirst("stream: ".count).dropLast(" FOUND".count))
    }
}

/// A connection to a UNIX socket; whoever waits for it holds no thread of the program's own.
private final class ScannerLine: Sendable {
    private let descriptor: Int32
    private let queue = DispatchQueue(label: "scanner")

    init(path: String, seconds: Int) throws {
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        let bytes = Array(path.utf8)
        guard bytes.count < MemoryLayout.size(ofValue: address.sun_path) else {
            throw MalwareScannerFault(words: "the scanner's path is too long")
        }
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: bytes) }
        descriptor = Foundation.socket(AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { throw MalwareScannerFault(words: "no socket") }
        var time = timeval(tv_sec: seconds, tv_usec: 0)
        for option in [SO_SNDTIMEO, SO_RCVTIMEO] {
            setsockopt(descriptor, SOL_SOCKET, option, &time, socklen_t(MemoryLayout<timeval>.size))
        }
        let status = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        guard status == 0 else {
            let reason = String(cString: strerror(errno))
            close(descriptor)
            throw MalwareScannerFault(words: "the scanner is out of reach: \(reason)")
        }
    }

    deinit { close(descriptor) }

    func send(_ bytes: [UInt8]) async throws {
        try await waiting { descriptor in
            var sent = 0
            while sent < bytes.count {
                let count = bytes[sent...].withUnsafeBytes {
                    Foundation.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
                }
                if count < 0, errno == EINTR { continue }
                guard count > 0 else { throw MalwareScannerFault(words: "the scanner takes no more") }
                sent += count
            }
        }
    }

    /// Everything that it says until it ends.
    func answer() async throws -> String {
        try await waiting { descriptor in
            var bytes: [UInt8] = []
            var chunk = [UInt8](repeating: 0, count: 1_024)
            while bytes.count < 4_096 {
                let count = chunk.withUnsafeMutableBytes { recv(descriptor, $0.baseAddress, $0.count, 0) }
                if count < 0, errno == EINTR { continue }
                guard count >= 0 else { throw MalwareScannerFault(words: "the scanner does not answer") }
                if count == 0 { break }
                bytes += chunk[..<count]
                if bytes.last == 0 { break }
            }
            return String(decoding: bytes, as: UTF8.self)
        }
    }

    private func waiting<Value: Sendable>(
        _ body: @escaping @Sendable (Int32) throws -> Value
    ) async throws -> Value {
        try await withCheckedThrowingContinuation { continuation in
            queue.async { [descriptor] in continuation.resume(with: Result { try body(descriptor) }) }
        }
    }
}
