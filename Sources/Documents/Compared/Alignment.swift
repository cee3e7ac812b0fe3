/// The longest run of what two sequences share, and what was removed and added between.
enum Alignment {
    enum Step<Element: Hashable> {
        case same(Element)
        case removed(Element)
        case added(Element)
    }

    /// Cells of the table beyond which what differs is taken to be new as a whole: 8 MiB, about 10 ms.
    private static let mostCells = 4_000_000

    static func steps<Element: Hashable>(from former: [Element], to later: [Element]) -> [Step<Element>] {
        var start = 0
        while start < min(former.count, later.count), former[start] == later[start] { start += 1 }
        var end = 0
        while end < min(former.count, later.count) - start,
            former[former.count - 1 - end] == later[later.count - 1 - end]
        {
            end += 1
        }
        let middle = between(
            Array(former[start..<former.count - end]), Array(later[start..<later.count - end]))
        return former[..<start].map { .same($0) } + middle + former[(former.count - end)...].map { .same($0) }
    }

    private static func between<Element: Hashable>(
        _ former: [Element], _ later: [Element]
    ) -> [Step<Element>] {
        let (rows, columns) = (former.count, later.count)
        // Lengths fit 16 bits, since their product is bounded and both exceed none of it alone.
        guard rows > 0, columns > 0, rows < 65_536, columns < 65_536, rows * columns <= mostCells else {
            return former.map { .removed($0) } + later.map { .added($0) }
        }
        // How long the longest shared run is of what begins at a row and a column.
        var lengths = [UInt16](repeating: 0, count: (rows + 1) * (columns + 1))
        for row in stride(from: rows - 1, through: 0, by: -1) {
            for column in stride(from: columns - 1, through: 0, by: -1) {
                let place = row * (columns + 1) + column
                lengths[place] =
                    former[row] == later[column]
                    ? lengths[place + columns + 2] + 1
                    : max(lengths[place + columns + 1], lengths[place + 1])
            }
        }
        var steps: [Step<Element>] = []
        var (row, column) = (0, 0)
        while row < rows || column < columns {
            let place = row * (columns + 1) + column
            if row < rows, column < columns, former[row] == later[column] {
                steps.append(.same(former[row]))
                (row, column) = (row + 1, column + 1)
            } else if column == columns || row < rows && lengths[place + columns + 1] >= lengths[place + 1] {
                steps.append(.removed(former[row]))
                row += 1
            } else {
                steps.append(.added(later[column]))
                column += 1
            }
        }
        return steps
    }
}
