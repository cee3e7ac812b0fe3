import Foundation

/// Prints by WeasyPrint, which runs as a program of its own: what it does to itself it does not do to us.
///
/// It is given the document on its standard input and nothing else: no network, no file, no environment of ours.
/// Time, memory, pages and how many run at once are bounded.
public struct WeasyPrint: Sendable {
    private let python: String
    private let script: String
    private let limits: PrintLimits
    private let queue: PrintQueue

    /// - Parameters:
    ///   - python: path of the Python that has WeasyPrint.
    ///   - resources: directory that holds `print/print.py`.
    public init(python: String, resources: String, limits: PrintLimits = PrintLimits()) {
        self.python = python
        script = "\(resources)/print/print.py"
        self.limits = limits
        queue = PrintQueue(places: limits.places, waiting: limits.waiting)
    }

    public var printer: Printer {
        Printer(mediaType: "application/pdf") { document in
            try await queue.run { try await printed(document) }
        }
    }

    /// Whether it can print here.
    ///
    /// - Returns: nil where it can; else what is missing, in English.
    public func missing() async -> String? {
        guard FileManager.default.isExecutableFile(atPath: python) else {
            return "there is no Python at \(python)"
        }
        do {
            _ = try await run(["--check"], input: [], day: "1980-01-01")
            return nil
        } catch PrintError.failed(let words) {
            return words
        } catch {
            return "\(error)"
        }
    }

    private func printed(_ document: Document) async throws -> [UInt8] {
        let html = document.printHTML
        guard html.count <= limits.inputBytes else { throw PrintError.tooLarge }
        do {
            return try await run([], input: html, day: document.date)
        } catch PrintError.crashed {
            // It keeps nothing from one print to the next: what crashes twice is told.
            return try await run([], input: html, day: document.date)
        }
    }

    private func run(_ more: [String], input: [UInt8], day: String) async throws -> [UInt8] {
        let (source, target, talk) = (
            try NamelessFile(), try NamelessFile(), try NamelessFile()
        )
        try source.write(input)
        let process = Process()
        process.executableURL = URL(fileURLWithPath: python)
        process.arguments =
            [
                // Neither its user's packages nor its environment's settings.
                "-I", script, "\(limits.seconds)", "\(limits.processorSeconds)", "\(limits.megabytes)",
                "\(limits.pages)", "\(limits.outputBytes)",
            ] + more
        process.environment = [
            "SOURCE_DATE_EPOCH": String(Self.seconds(of: day)), "LANG": "C.UTF-8", "PATH": "/usr/bin:/bin",
            "HOME": "/nonexistent",
        ]
        process.standardInput = source.handle
        process.standardOutput = target.handle
        process.standardError = talk.handle
        let end = try await Self.end(of: process, within: limits.seconds)
        switch end {
        case .exited(0): return try target.read(atMost: limits.outputBytes)
        case .exited(Self.tooLargeStatus): throw PrintError.tooLarge
        case .signalled(let signal):
            throw Self.limitSignals.contains(signal) ? PrintError.tooLarge : PrintError.crashed(signal)
        case .exited:
            let words = String(decoding: try talk.read(atMost: 4_000), as: UTF8.self)
            throw PrintError.failed(words.trimmingCharacters(in: .whitespacesAndNewlines))
        }
    }

    private enum End {
        case exited(Int32)
        case signalled(Int32)
    }

    /// As `print.py` says it.
    private static let tooLargeStatus: Int32 = 3
    /// What its limits of time end it by.
    private static let limitSignals: Set<Int32> = [SIGALRM, SIGXCPU, SIGKILL]

    /// Starts the program and waits for its end, which comes in time.
    private static func end(of process: Process, within seconds: Int) async throws -> End {
        try await withCheckedThrowingContinuation { continuation in
            process.terminationHandler = { ended in
                let wasEnded = ended.terminationReason == .uncaughtSignal
                continuation.resume(
                    returning: wasEnded
                        ? .signalled(ended.terminationStatus) : .exited(ended.terminationStatus))
            }
            do {
                try process.run()
            } catch {
                process.terminationHandler = nil
                continuation.resume(throwing: PrintError.failed("\(error)"))
                return
            }
            let identifier = process.processIdentifier
            // The program watches its own time too; this ends one that does not.
            DispatchQueue.global().asyncAfter(deadline: .now() + .seconds(seconds + 2)) {
                if process.isRunning { kill(identifier, SIGKILL) }
            }
        }
    }

    /// Seconds from 1970 to the beginning of a day in UTC.
    private static func seconds(of day: String) -> Int {
        let parts = day.split(separator: "-").compactMap { Int($0) }
        guard parts.count == 3 else { return 0 }
        // Days of the civil calendar, counted from 1 March so that leap days come last.
        let year = parts[1] > 2 ? parts[0] : parts[0] - 1
        let month = (parts[1] + 9) % 12
        let days = 365 * year + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5 + parts[2] - 1
        return (days - 719_468) * 86_400
    }
}
