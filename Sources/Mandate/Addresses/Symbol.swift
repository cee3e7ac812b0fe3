/// The symbol of a United Nations document, without spaces: `S/RES/1373(2001)`, `A/RES/60/288`.
public struct Symbol: Hashable, Sendable {
    public let text: String

    /// A symbol whose form was already checked by a scanner of this module.
    init(unchecked text: String) {
        self.text = text
    }

    /// A resolution of the Security Council; without the year where none is known.
    public init(resolution number: Int, year: Int?) {
        text = "S/RES/\(number)" + (year.map { "(\($0))" } ?? "")
    }

    /// The symbol as printed, blanks taken out; nil where it has no form of one.
    public init?(parsing printed: String) {
        let text = printed.filter { !$0.isWhitespace }
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        let allowed = text.utf8.allSatisfy { byte in
            byte < 0x80
                && (Character(Unicode.Scalar(byte)).isLetter
                    || Character(Unicode.Scalar(byte)).isNumber || "/().-".utf8.contains(byte))
        }
        guard parts.count >= 2, parts.allSatisfy({ !$0.isEmpty }), allowed, text.utf8.count <= 60,
            text.utf8.contains(where: { (0x30...0x39).contains($0) }),
            parts[0].first.map({ $0.isUppercase }) == true
        else { return nil }
        self.text = text
    }

    /// For addresses on the web: `S-RES-1373-2001`. A hyphen within a part is doubled, so that
    /// the symbol can be had back.
    public var urlID: String {
        var result = ""
        for character in text {
            switch character {
            case "/", "(": result += "-"
            case ")": break
            case "-": result += "--"
            default: result.append(character)
            }
        }
        return result
    }

    /// The symbol that an address on the web stands for.
    public init?(urlID: String) {
        var parts = [""]
        var characters = urlID[...]
        while let character = characters.popFirst() {
            if character != "-" {
                parts[parts.count - 1].append(character)
            } else if characters.first == "-" {
                characters.removeFirst()
                parts[parts.count - 1].append("-")
            } else {
                parts.append("")
            }
        }
        if parts.count == 4, parts[0] == "S", parts[1] == "RES" {
            self.init(parsing: "S/RES/\(parts[2])(\(parts[3]))")
        } else if parts.count == 4, parts[1] == "RES", !parts[3].isEmpty,
            parts[3].allSatisfy({ "IVXLC".contains($0) })
        {
            self.init(parsing: "\(parts[0])/RES/\(parts[2])(\(parts[3]))")
        } else {
            self.init(parsing: parts.joined(separator: "/"))
        }
    }

    /// Number and year of a resolution of the Security Council.
    public var resolution: (number: Int, year: Int?)? {
        guard text.hasPrefix("S/RES/") else { return nil }
        let rest = text.dropFirst(6)
        let number = rest.prefix { $0.isNumber }
        let year = rest.dropFirst(number.count).dropFirst().prefix { $0.isNumber }
        return Int(number).map { ($0, Int(year)) }
    }
}

extension Symbol: CustomStringConvertible {
    public var description: String { text }
}

extension Symbol: Comparable {
    /// Bodies by name, then by number, so that 748 stands before 1373.
    public static func < (left: Self, right: Self) -> Bool {
        if let first = left.resolution, let second = right.resolution {
            return (first.number, first.year ?? 0) < (second.number, second.year ?? 0)
        }
        return Array(left.text.utf8).lexicographicallyPrecedes(Array(right.text.utf8))
    }
}
