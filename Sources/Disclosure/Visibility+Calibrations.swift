extension Visibility {
    /// Whether a viewer sees what of a calibration does not stand in the Directorate's room.
    ///
    /// - Parameters:
    ///   - stands: the entries between which it stands there, or did.
    ///   - closed: exercises that are closed as of the entry.
    public static func isPartVisible(
        _ item: ItemVersion, stands: Range<Int>, to viewer: Viewer, closed: Set<String>, asOf entry: Int
    ) -> Bool {
        guard viewer.audience == .directorate, viewer.previewed == nil, stands.contains(entry) else {
            return false
        }
        switch item.type {
        case "calibration", "calibration-unit": return viewer.capacity == .head
        case "calibration-rating":
            return item.author == viewer.person
                || viewer.capacity == .head && closed.contains(item.assessment)
        default: return false
        }
    }
}
