/// A table for a terminal: columns as wide as what they hold, two spaces apart.
struct TextTable: CustomStringConvertible {
    enum Alignment {
        case left, right
    }

    /// How each column is set.
    let columns: [Alignment]
    private(set) var rows: [[String]] = []

    init(_ columns: [Alignment]) { self.columns = columns }

    /// Adds a row with as many cells as there are columns.
    mutating func add(_ cells: [String]) { rows.append(cells) }

    var description: String {
        let widths = columns.indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
        return rows.map { row in
            var line = "  "
            for (column, cell) in row.enumerated() {
                let space = String(repeating: " ", count: widths[column] - cell.count)
                if column > 0 { line += "  " }
                line += columns[column] == .left ? cell + space : space + cell
            }
            while line.last == " " { line.removeLast() }
            return line
        }.joined(separator: "\n")
    }
}
