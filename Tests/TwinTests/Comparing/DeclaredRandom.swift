import Disclosure
import Foundation

@testable import Site

/// All that may differ between two answers though nothing hidden shows; everything else is compared byte for byte.
///
/// Marks of forms, keys, session tokens and cursors need no exception: chance begins anew before each request.
enum DeclaredRandom {
    /// Endpoints that are not compared, and why. DESIGN: "Confidentiality, exactly", 8.
    static func isExempt(_ template: String, for viewer: Inhabitant) -> Bool {
        // Published once a day for everybody: the size of the log is the one thing that shows.
        if template == "/checkpoint" { return true }
        // For those who check the log: its size, its order, its proofs.
        let ofTheLog: Set<String> = [
            "/record/verify", "/record/checkpoints", "/record/{id}/proof", "/api/v1/checkpoints",
            "/api/v1/entries/{id}/proof",
        ]
        return viewer.viewer.seesRecord && ofTheLog.contains(template)
    }

    /// An answer without them.
    static func removed(from given: Answer, for viewer: Inhabitant) -> Answer {
        var answer = given
        remove(from: &answer, for: viewer)
        // The length of what was removed is that of a number.
        if answer.text != given.text { answer.headers.removeAll { $0.hasPrefix("content-length:") } }
        return answer
    }

    private static func remove(from answer: inout Answer, for viewer: Inhabitant) {
        // A leaf holds its index and, through it, the number of leaves before; the hash shows neither.
        answer.text = Self.replacing(#""leaf":"[^"]*""#, in: answer.text, by: #""leaf":"-""#)
        answer.text = Self.replacing(#""signature":"[^"]*""#, in: answer.text, by: #""signature":"-""#)
        // The checkpoint of the day, wherever it is shown: see above.
        answer.text = Self.replacing(#"twins\.example/record\n[^<]*"#, in: answer.text, by: "-")
        guard viewer.viewer.seesRecord else { return }
        // Positions in the log, for the Directorate and auditors.
        for pattern in [
            #""index":[0-9]+"#, #"class="index">[^<]*<"#, #"Position in the log</dt>\s*<dd>[^<]*</dd>"#,
        ] {
            answer.text = Self.replacing(pattern, in: answer.text, by: "-")
        }
        // An auditor reads commitments to words that they cannot open, and the hash of the leaf.
        guard viewer.capacity == .auditor else { return }
        answer.text = Self.replacing("<code>[0-9a-f]{64}</code>", in: answer.text, by: "-")
    }

    private static func replacing(_ pattern: String, in text: String, by other: String) -> String {
        text.replacingOccurrences(of: pattern, with: other, options: .regularExpression)
    }
}
