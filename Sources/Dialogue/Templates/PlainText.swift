import Text

/// The plain text of an answer written in the CommonMark that answers use: emphasis, links, lists, marks behind a
/// backslash; and tables, of which each row becomes an item that names its columns.
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

    /// Scalars rather than characters: what combines with a mark must not hide it.
    private static func line(_ source: String) -> String {
        var output = String.UnicodeScalarView()
        var rest = source.unicodeScalars[...]
        let indent = rest.prefix { $0 == " " }
        output.append(contentsOf: indent)
        rest = rest.dropFirst(indent.count)
        if rest.starts(with: "- ".unicodeScalars) {
            output.append(contentsOf: "• ".unicodeScalars)
            rest = rest.dropFirst(2)
        }
        var previous: Unicode.Scalar = " "
        while let scalar = rest.popFirst() {
            let next = rest.first
            switch scalar {
            case "\\" where next.map(MarkdownText.isEscapable) ?? false:
                previous = rest.removeFirst()
                output.append(previous)
                continue
            case "*" where next == "*":
                rest.removeFirst()
                continue
            case "_" where isDelimiter(after: previous, before: next):
                continue
            case "[":
                guard let (text, address, after) = link(rest) else { break }
                let words = text == address ? text : "\(line(text)) (\(address))"
                output.append(contentsOf: words.unicodeScalars)
                rest = after
                previous = ")"
                continue
            default: break
            }
            output.append(scalar)
            previous = scalar
        }
        return String(output)
    }

    /// Whether an underscore marks emphasis rather than standing inside a word.
    private static func isDelimiter(after previous: Unicode.Scalar, before next: Unicode.Scalar?) -> Bool {
        !isPartOfWord(previous) || !(next.map(isPartOfWord) ?? false)
    }

    private static func isPartOfWord(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isAlphabetic || scalar.properties.numericType != nil
    }

    /// The link whose bracket was just opened.
    private static func link(
        _ source: Substring.UnicodeScalarView
    ) -> (text: String, address: String, after: Substring.UnicodeScalarView)? {
        guard let closing = source.firstIndex(of: "]") else { return nil }
        let afterText = source.index(after: closing)
        guard afterText < source.endIndex, source[afterText] == "(",
            let end = source[afterText...].firstIndex(of: ")")
        else { return nil }
        let text = String(source[..<closing])
        let address = String(source[source.index(after: afterText)..<end])
        return (text, address, source[source.index(after: end)...])
    }
}
