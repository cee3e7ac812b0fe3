import Foundation
import Words

/// Where what comes with the program lies: found at run time, never by a path of the build.
enum Places {
    /// The directory of pages' assets and words.
    static func resources(_ given: String? = nil) -> String { given ?? found("Resources") ?? "Resources" }

    /// The directory of packs.
    static func packs() -> String { found("Packs") ?? "Packs" }

    /// The words in which refusals are said; nil where the files are not at hand.
    static func words() -> Words? {
        let tag = language(ProcessInfo.processInfo.environment)
        do {
            return try WordsLibrary.load(directory: resources() + "/words").words(for: tag)
        } catch {
            return nil
        }
    }

    /// The interface language that the environment asks for (POSIX: LC_ALL before LC_MESSAGES before LANG).
    static func language(_ environment: [String: String]) -> String {
        let set =
            ["LC_ALL", "LC_MESSAGES", "LANG"].compactMap { environment[$0] }.first { !$0.isEmpty } ?? ""
        guard set.hasPrefix("zh") else { return "en" }
        return set.hasPrefix("zh_TW") || set.hasPrefix("zh_HK") ? "zh-Hant" : "zh-Hans"
    }

    /// In the working directory, beside the program, or in one of the directories around it.
    private static func found(_ name: String) -> String? {
        let manager = FileManager.default
        if manager.fileExists(atPath: name) { return name }
        var place = URL(fileURLWithPath: CommandLine.arguments.first ?? "").resolvingSymlinksInPath()
        for _ in 0..<5 {
            place.deleteLastPathComponent()
            let candidate = place.appendingPathComponent(name).path
            if manager.fileExists(atPath: candidate) { return candidate }
        }
        return nil
    }
}
