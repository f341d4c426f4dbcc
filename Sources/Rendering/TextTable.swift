/// A table for a terminal: columns as wide as what they hold, two spaces apart.
package struct TextTable: CustomStringConvertible {
    /// How a column is set.
    package enum Alignment: Sendable {
        case left, right
    }

    private let columns: [Alignment]
    private let indentation: String
    private var rows: [[String]] = []

    /// - Parameters:
    ///   - columns: How each column is set.
    ///   - indentation: How many spaces stand before each line.
    package init(_ columns: [Alignment], indentation: Int = 0) {
        self.columns = columns
        self.indentation = String(repeating: " ", count: indentation)
    }

    /// Adds a row with as many cells as there are columns.
    package mutating func add(_ cells: [String]) { rows.append(cells) }

    /// The lines, without spaces at their ends.
    package var description: String {
        let widths = columns.indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
        return rows.map { row in
            var line = indentation
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
