/// Collects faults while a pack is read, so that its author sees all of them at once.
final class FaultNotes {
    /// More than this many say nothing new.
    static let most = 200

    private(set) var faults: [PackFault] = []

    var isFull: Bool { faults.count >= Self.most }

    func note(_ kind: PackFault.Kind, _ file: String, _ line: Int?, _ what: String, _ whatToDo: String) {
        if isFull { return }
        faults.append(PackFault(kind: kind, file: file, line: line, what: what, whatToDo: whatToDo))
    }
}

extension String {
    /// The text as it may be quoted in a fault: short and on one line.
    var quoted: String {
        let line = unicodeScalars.prefix(40).map {
            $0.properties.generalCategory == .control ? " " : String($0)
        }
        return "\u{201C}" + line.joined() + (unicodeScalars.count > 40 ? "…" : "") + "\u{201D}"
    }
}
