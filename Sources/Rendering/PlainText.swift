import Text

/// The plain text of an answer written in the CommonMark that answers use: emphasis, links, lists, marks behind a
/// backslash; and tables, of which each row becomes an item that names its columns.
package enum PlainText {
    package static func of(markdown: String) -> String {
        var lines: [String] = []
        var columns: [String]?
        for source in markdown.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
            .map(Substring.init)
        {
            guard source.hasPrefix("|") else {
                columns = nil
                lines.append(line(source))
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

    /// Bytes rather than characters: what combines with a mark must not hide it, and all marks are of ASCII.
    private static func line(_ source: some StringProtocol) -> String {
        let bytes = Array(source.utf8)
        guard bytes.contains(where: isMark) else { return String(source) }
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count + 8)
        var index = bytes.firstIndex { $0 != UInt8(ascii: " ") } ?? bytes.count
        output += bytes[..<index]
        if bytes[index...].starts(with: "- ".utf8) {
            output += "• ".utf8
            index += 2
        }
        while index < bytes.count {
            let byte = bytes[index]
            index += 1
            let next = index < bytes.count ? bytes[index] : nil
            switch byte {
            case UInt8(ascii: "\\") where next.map { MarkdownText.isEscapable(Unicode.Scalar($0)) } ?? false:
                output.append(bytes[index])
                index += 1
            case UInt8(ascii: "*") where next == byte:
                index += 1
            case UInt8(ascii: "_") where isDelimiter(after: output, before: bytes[index...]):
                continue
            case UInt8(ascii: "["):
                guard let link = link(bytes[index...]) else {
                    output.append(byte)
                    continue
                }
                output += (link.text == link.address ? link.text : "\(line(link.text)) (\(link.address))").utf8
                index = link.end
            default:
                output.append(byte)
            }
        }
        return String(decoding: output, as: UTF8.self)
    }

    private static func isMark(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "\\"), UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "["), UInt8(ascii: "-"): true
        default: false
        }
    }

    /// Whether an underscore marks emphasis rather than standing inside a word.
    private static func isDelimiter(after output: [UInt8], before rest: ArraySlice<UInt8>) -> Bool {
        !isPartOfWord(lastScalar(of: output)) || !isPartOfWord(firstScalar(of: rest))
    }

    private static func isPartOfWord(_ scalar: Unicode.Scalar?) -> Bool {
        scalar.map { $0.properties.isAlphabetic || $0.properties.numericType != nil } ?? false
    }

    private static func firstScalar(of bytes: ArraySlice<UInt8>) -> Unicode.Scalar? {
        String(decoding: bytes.prefix(4), as: UTF8.self).unicodeScalars.first
    }

    private static func lastScalar(of bytes: [UInt8]) -> Unicode.Scalar? {
        String(decoding: bytes.suffix(4), as: UTF8.self).unicodeScalars.last
    }

    /// The link whose bracket was just opened, and where it ends.
    private static func link(_ bytes: ArraySlice<UInt8>) -> (text: String, address: String, end: Int)? {
        guard let closing = bytes.firstIndex(of: UInt8(ascii: "]")), closing + 1 < bytes.endIndex,
            bytes[closing + 1] == UInt8(ascii: "("),
            let end = bytes[(closing + 1)...].firstIndex(of: UInt8(ascii: ")"))
        else { return nil }
        let text = String(decoding: bytes[..<closing], as: UTF8.self)
        let address = String(decoding: bytes[(closing + 2)..<end], as: UTF8.self)
        return (text, address, end + 1)
    }
}
