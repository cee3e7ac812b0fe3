/// A table of rows under named columns.
public struct DataTable: Component {
    public struct Column: Sendable {
        public enum Order: String, Sendable {
            case ascending, descending
        }

        let title: String
        let isNumber: Bool
        let sortBy: String?
        let order: Order?

        /// - Parameters:
        ///   - isNumber: figures stand to the right.
        ///   - sortBy: the page with the rows in this column's order.
        ///   - order: if the rows stand in it now.
        public init(
            _ title: String, isNumber: Bool = false, sortBy: String? = nil, order: Order? = nil
        ) {
            self.title = title
            self.isNumber = isNumber
            self.sortBy = sortBy
            self.order = order
        }
    }

    /// What writes one cell.
    public typealias Cell = (inout HTML) -> Void

    let caption: String?
    let columns: [Column]
    let rows: [[Cell]]
    let empty: String

    /// - Parameters:
    ///   - rows: as many cells as columns; the first cell heads its row.
    ///   - empty: what is said where there is no row.
    public init(caption: String? = nil, columns: [Column], rows: [[Cell]], empty: String) {
        self.caption = caption
        self.columns = columns
        self.rows = rows
        self.empty = empty
    }

    public static func text(_ text: String) -> Cell { { $0.text(text) } }
    public static func link(_ text: String, _ href: String) -> Cell { { $0.add(Link(text, href: href)) } }
    public static func component(_ component: some Component) -> Cell { { $0.add(component) } }

    public func write(_ html: inout HTML) {
        // A box that scrolls must be reachable by keyboard, and then needs a name.
        html.div(.class("table-box"), .tabindex(0), .role("region"), .ariaLabel(caption ?? columnNames)) {
            html in
            html.table(.class("table stacked")) { html in
                if let caption { html.caption(text: caption) }
                html.thead { $0.tr { head(&$0) } }
                html.tbody(.data("list"), .data("filter-rows")) { html in
                    for row in rows { html.tr { write(row, &$0) } }
                    if rows.isEmpty {
                        html.tr { $0.td(.class("empty"), .colspan(columns.count), text: empty) }
                    }
                }
            }
        }
    }

    private var columnNames: String { columns.map(\.title).joined(separator: ", ") }

    private func head(_ html: inout HTML) {
        for column in columns {
            html.th(
                .scope("col"), .when(column.isNumber, .class("number")),
                .when(column.order != nil, .aria("sort", column.order?.rawValue ?? ""))
            ) { $0.add(Link(column.title, href: column.sortBy)) }
        }
    }

    private func write(_ row: [Cell], _ html: inout HTML) {
        for (index, (column, cell)) in zip(columns, row).enumerated() {
            let label = Attribute.data("label", column.title)
            if index == 0 {
                html.th(.scope("row"), content: cell)
            } else {
                html.td(.when(column.isNumber, .class("number")), label, content: cell)
            }
        }
    }
}
