/// The plain text of an answer written in the CommonMark that answers use: emphasis, links, lists; and tables, of which each row
/// becomes an item that names its columns.
enum PlainText {
    static func of(markdown: String) -> String {
        var lines: [String] = []
        var columns: [String]?
        for source in markdown.split(separator: "\n", omittingEmptySubsequences: false) {
            guard source.hasPrefix("|") else {
                columns = nil
                lines.append(line(String(source)))
                continue
            }
            let cells = cells(of: source)
            guard let named = columns else {
                columns = cells
                continue
            }
            if cells.allSatisfy({ $0.allSatisfy { $0 == "-" || $0 == ":" } }) { continue }
            lines.append(row(cells, named))
        }
        return lines.joined(separator: "\n")
    }

    private static func cells(of row: Substring) -> [String] {
        var cells = row.split(separator: "|", omittingEmptySubsequences: false).map { cell in
            String(cell.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
        }
        cells.removeFirst()
        if cells.last?.isEmpty == true { cells.removeLast() }
        return cells
    }

    private static func row(_ cells: [String], _ columns: [String]) -> String {
        let named = zip(columns, cells).dropFirst().map { column, cell in
            "\(line(column))\u{A0}: \(line(cell))\(cell.last.map { ".!?".contains($0) } == true ? "" : ".")"
        }
        return "• \(line(cells.first ?? "")) — " + named.joined(separator: " ")
    }

    private static func line(_ source: String) -> String {
        var output = ""
        var rest = source[...]
        let indent = rest.prefix { $0 == " " }
        output += indent
        rest = rest.dropFirst(indent.count)
        if rest.hasPrefix("- ") {
            output += "• "
            rest = rest.dropFirst(2)
        }
        var previous: Character = " "
        while let character = rest.first {
            if rest.hasPrefix("**") {
                rest = rest.dropFirst(2)
                continue
            }
            if character == "_", isDelimiter(after: previous, before: rest.dropFirst().first) {
                rest = rest.dropFirst()
                continue
            }
            if character == "[", let (text, address, after) = link(rest) {
                output += text == address ? text : "\(line(text)) (\(address))"
                rest = after
                previous = ")"
                continue
            }
            output.append(character)
            previous = character
            rest = rest.dropFirst()
        }
        return output
    }

    /// Whether an underscore marks emphasis rather than standing inside a word.
    private static func isDelimiter(after previous: Character, before next: Character?) -> Bool {
        !(previous.isLetter || previous.isNumber) || !(next.map { $0.isLetter || $0.isNumber } ?? false)
    }

    private static func link(_ source: Substring) -> (text: String, address: String, after: Substring)? {
        guard let closing = source.firstIndex(of: "]") else { return nil }
        let afterText = source.index(after: closing)
        guard afterText < source.endIndex, source[afterText] == "(",
            let end = source[afterText...].firstIndex(of: ")")
        else { return nil }
        let text = String(source[source.index(after: source.startIndex)..<closing])
        let address = String(source[source.index(after: afterText)..<end])
        return (text, address, source[source.index(after: end)...])
    }
}
