import Yams

extension Place {
    /// Whether the document holds no anchors: through them a short text unfolds without end.
    ///
    /// An anchor stands before what repeats it, so the walk stops before anything unfolds.
    func isPlain() -> Bool {
        if node.anchor != nil {
            note(.anchor, "The file uses a YAML anchor.", "Write the value out at each place.")
            return false
        }
        switch node {
        case .mapping(let mapping):
            return mapping.allSatisfy { key, value in
                Place(file: file, node: key, notes: notes).isPlain()
                    && Place(file: file, node: value, notes: notes).isPlain()
            }
        case .sequence(let sequence):
            return sequence.allSatisfy { Place(file: file, node: $0, notes: notes).isPlain() }
        case .scalar, .alias:
            return true
        }
    }
}
