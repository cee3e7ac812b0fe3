import Pack
import Record
import Registry
import Storage
import Words

extension Failure {
    /// Says any error in one sentence, with the status that it stands for.
    ///
    /// - Parameter words: for refusals, which are said as the pages say them.
    init(_ error: any Error, _ words: Words?) {
        switch error {
        case let failure as Failure: self = failure
        case let refusal as Refusal: self.init(refusal, words)
        case let batch as BatchRefusal:
            self.init(batch.refusal, words)
            line = batch.position + 1
        case let storage as StorageError: self.init(storage)
        case let parse as JSONParseError: self.init(.input, "json", "\(parse)")
        case let faults as PackFaults: self.init(.input, "pack.faults", faults.description)
        case let fault as DemonstrationFault: self.init(fault)
        case let fault as KeyFault: self.init(fault)
        case let fault as SealFault: self.init(.input, "backup.\(fault.rawValue)", fault.sentence)
        case BackupFault.notEmpty:
            self.init(
                .no, "backup.not-empty",
                "The database holds a record already, and nothing is restored over it: name another one.")
        case let fault as ReplayFault:
            self.init(
                .input, "record.replay",
                "The record cannot be replayed (\(fault)): run record verify, and use the program that wrote it."
            )
        default:
            self.init(
                .fault, "fault",
                "Something went wrong inside the program (\(type(of: error))): please report it.")
        }
    }

    init(_ refusal: Refusal, _ words: Words?) {
        // Without the words files the code still says which rule it was.
        let sentence = words?.refusal(refusal.code, refusal.values) ?? Self.bare(refusal.code, refusal.values)
        self.init(.no, refusal.code, sentence)
        faults = refusal.faults.map { fault in
            (fault.field, words?(fault.code, fault.values) ?? Self.bare(fault.code, fault.values))
        }
    }

    private static func bare(_ code: String, _ values: [String: String]) -> String {
        let details = values.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(
            separator: ", ")
        return details.isEmpty ? "Refused: \(code)." : "Refused: \(code) (\(details))."
    }

    private init(_ error: StorageError) {
        let status: ExitStatus =
            switch error {
            case .unreachable, .busy, .conflict, .outcomeUnknown, .full, .closed: .unavailable
            case .tooNew, .editedMigration, .corrupt, .unreadableDump: .input
            default: .fault
            }
        let text = error.description
        self.init(status, "database", "The database does not serve: \(text).")
    }

    private init(_ fault: DemonstrationFault) {
        let status: ExitStatus =
            switch fault {
            case .states, .years, .today: .usage
            case .notEmpty: .no
            case .script: .input
            }
        self.init(status, "demonstration", fault.description)
    }

    private init(_ fault: KeyFault) {
        switch fault {
        case .file(let path, let code) where code == 2:
            self.init(
                .noSuchFile, "signing-key.missing",
                "There is no signing key at \(path): name it by --signing-key, or have it back from a backup."
            )
        case .file(let path, let code):
            self.init(
                .input, "signing-key.unreadable",
                "The signing key at \(path) cannot be read or written (error \(code)): check who may use the file."
            )
        case .badName, .badForm, .otherKeyID:
            self.init(
                .input, "signing-key.invalid",
                "The signing key's file holds no key: name the right file by --signing-key.")
        }
    }
}
