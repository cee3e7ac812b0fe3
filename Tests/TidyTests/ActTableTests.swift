import Disclosure
import Foundation
import Registry
import Testing

/// The tables of acts in docs/api.md say what the catalogue says.
@Suite struct ActTableTests {
    private struct Row {
        let act: String
        let by: String
        let fields: String

        /// Names in backticks, with whether a question mark follows; codes in brackets are values.
        var named: [String: Bool] {
            Dictionary(
                fields.replacing(/\([^)]*\)/, with: "").matches(of: /`([A-Za-z]+)`(\??)/).map {
                    (String($0.1), !$0.2.isEmpty)
                }
            ) { first, _ in first }
        }
    }

    /// Rows of tables whose heading begins with `act` and `by` and ends with `fields`.
    private static let rows: [Row] = {
        let file = SwiftSource.root.appending(path: "docs/api.md").resolvingSymlinksInPath()
        let text = FileManager.default.contents(atPath: file.path).map { String(decoding: $0, as: UTF8.self) }
        var width = 0
        return (text ?? "").split(separator: "\n", omittingEmptySubsequences: false).compactMap { line in
            let cells = line.split(separator: "|", omittingEmptySubsequences: false).map {
                $0.trimmingCharacters(in: .whitespaces)
            }
            guard cells.count > 4 else {
                width = 0
                return nil
            }
            if cells[1] == "act", cells[2] == "by", cells[cells.count - 2] == "fields" { width = cells.count }
            guard cells.count == width, let act = cells[1].wholeMatch(of: /`([a-z\-]+)`/)?.1 else {
                return nil
            }
            return Row(act: String(act), by: cells[2], fields: cells[width - 2])
        }
    }()

    @Test func `an act stands in one row, and every row is of an act`() {
        let known = Set(Catalogue.standard.names)
        #expect(Self.rows.map(\.act).filter { !known.contains($0) } == [])
        let twice = Dictionary(grouping: Self.rows, by: \.act).filter { $0.value.count > 1 }.keys.sorted()
        #expect(twice == [], "keep the fuller row")
        #expect(Self.rows.count > 60, "the tables are read at all")
    }

    @Test func `a row names the fields that its act takes, with a question mark where it needs them not`() {
        for row in Self.rows {
            guard let act = Catalogue.standard[ActKind(rawValue: row.act)] else { continue }
            let taken = Dictionary(
                uniqueKeysWithValues: act.fields.filter(\.isSupplied).map { ($0.name, !$0.isRequired) })
            #expect(row.named == taken, "\(row.act)")
        }
    }

    @Test func `a row names who performs its act`() {
        for row in Self.rows {
            guard let act = Catalogue.standard[ActKind(rawValue: row.act)] else { continue }
            let named = Set(row.by.split { !($0.isLetter || $0 == "-") }.map(String.init))
            if named.contains("anyone") { continue }
            for case .capacity(let capacity) in act.performers {
                #expect(named.contains(capacity.rawValue), "\(row.act): \(capacity.rawValue)")
            }
        }
    }
}
