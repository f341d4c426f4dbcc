public import Text

/// Why a text is no table of comma-separated values.
public enum CommaSeparatedValuesError: TranslatableError, Hashable {
    /// The quote that opens a field is never closed. Row and field are counted from 1.
    case unclosedQuote(row: Int, field: Int)
    /// Something stands between the quote that closes a field and the next separator.
    case textAfterQuote(row: Int, field: Int)

    /// The row, counted from 1; the header is the first.
    public var row: Int {
        switch self {
        case .unclosedQuote(let row, _), .textAfterQuote(let row, _): row
        }
    }

    /// The field within the row, counted from 1.
    public var field: Int {
        switch self {
        case .unclosedQuote(_, let field), .textAfterQuote(_, let field): field
        }
    }

    /// What is wrong, without the place and without a final period.
    public var message: TranslatableText {
        switch self {
        case .unclosedQuote: "the quote that opens this field is never closed"
        case .textAfterQuote: "something follows the quote that closes this field"
        }
    }

    /// How to mend it.
    public var remedy: TranslatableText {
        switch self {
        case .unclosedQuote: "Close it, and write a quote that belongs to the text twice."
        case .textAfterQuote: "Write a quote that belongs to the text twice."
        }
    }

    /// A sentence for people.
    public var text: TranslatableText { "row \(row), field \(field): \(message). \(remedy)" }
}

/// Tables as spreadsheets exchange them: RFC 4180, and what spreadsheets make of it.
public enum CommaSeparatedValues {
    /// The mark that tells Excel that a text is UTF-8: put it before ``text(of:separator:)``.
    public static let byteOrderMark = "\u{FEFF}"

    /// Reads a table, as exported or as a spreadsheet saved it.
    ///
    /// A byte order mark is passed over. Fields are separated by commas, semicolons or tabs, whichever the first row has
    /// most of outside quotes: a spreadsheet set to French writes semicolons. Rows end with CRLF, LF or CR. An empty
    /// line is a row of one empty field, so that rows are numbered as the spreadsheet numbers them.
    ///
    /// - Throws: ``CommaSeparatedValuesError`` where quotes are amiss.
    public static func rows(of text: String) throws(CommaSeparatedValuesError) -> [[String]] {
        var bytes = Array(text.utf8)[...]
        if bytes.starts(with: byteOrderMark.utf8) { bytes = bytes.dropFirst(byteOrderMark.utf8.count) }
        var scanner = Scanner(bytes: bytes, separator: separator(of: bytes))
        return try scanner.rows()
    }

    /// Writes a table for a spreadsheet: the mark by which it knows UTF-8, then the table with the separator that it expects.
    ///
    /// - Parameters:
    ///   - language: The language that the spreadsheet is set to.
    ///   - separator: What stands between columns; what is usual in the language if left out.
    public static func spreadsheet(
        of rows: [[String]], in language: Language, separator: ColumnSeparator? = nil
    ) -> String {
        byteOrderMark + text(of: rows, separator: (separator ?? .usual(in: language)).character)
    }

    /// Writes a table whose cells a spreadsheet takes for text, whoever wrote them; rows end with CRLF.
    ///
    /// Cells are ``inert(_:)``, and clean (``CleanText/lines(_:)``) unless the table must come back as it was. A cell is quoted where it holds a comma, a semicolon, a
    /// tab, a quote or a line break, or begins or ends with a space: a spreadsheet set to French parts rows at semicolons,
    /// whatever the table is separated by.
    public static func text(
        of rows: [[String]], separator: Character = ",", cleaning cleans: Bool = true
    ) -> String {
        let special = Set("\"\r\n,;\t".unicodeScalars).union(separator.unicodeScalars)
        var text = String.UnicodeScalarView()
        for row in rows {
            for (index, cell) in row.enumerated() {
                if index > 0 { text.append(contentsOf: separator.unicodeScalars) }
                // Scalars rather than characters: an accent that combines with a quote or a separator must not hide it.
                let field = inert(cleans ? CleanText.lines(cell) : cell).unicodeScalars
                guard field.contains(where: special.contains) || field.first == " " || field.last == " " else {
                    text.append(contentsOf: field)
                    continue
                }
                text.append("\"")
                for scalar in field {
                    if scalar == "\"" { text.append(scalar) }
                    text.append(scalar)
                }
                text.append("\"")
            }
            text.append(contentsOf: ["\r", "\n"])
        }
        return String(text)
    }

    /// A cell in which nothing would be computed as a formula: not by what reads the cell, nor by what parts it at another
    /// separator. An apostrophe stands before each `=`, `+`, `-` and `@`, and before their wide forms, that begins the cell
    /// or a part of it, spaces and quotes apart; and before the apostrophes that stand there already, so that
    /// ``original(_:)`` can tell them apart.
    public static func inert(_ cell: String) -> String {
        guard cell.unicodeScalars.contains(where: formulas.contains) else { return cell }
        return String(rewritten(cell) { $0 + 1 })
    }

    /// The cell that ``inert(_:)`` made another of.
    public static func original(_ cell: String) -> String {
        guard cell.unicodeScalars.contains(where: formulas.contains) else { return cell }
        return String(rewritten(cell) { max(0, $0 - 1) })
    }

    private static let formulas = Set("=+-@\u{FF1D}\u{FF0B}\u{FF0D}\u{FF20}".unicodeScalars)
    private static let separators = Set(",;|\t\r\n".unicodeScalars)

    /// A cell with another number of apostrophes before each formula in it.
    private static func rewritten(_ cell: String, apostrophes: (Int) -> Int) -> String.UnicodeScalarView {
        var rewritten = String.UnicodeScalarView()
        var isAtStart = true
        // The apostrophes of which it is not known yet whether a formula follows.
        var held = 0
        for scalar in cell.unicodeScalars {
            if isAtStart, scalar == "'" {
                held += 1
                continue
            }
            let isFormula = isAtStart && formulas.contains(scalar)
            rewritten.append(contentsOf: repeatElement("'", count: isFormula ? apostrophes(held) : held))
            let isBetween = scalar == "\"" || scalar.properties.isWhitespace
            isAtStart = separators.contains(scalar) || (isAtStart && isBetween && held == 0)
            held = 0
            rewritten.append(scalar)
        }
        rewritten.append(contentsOf: repeatElement("'", count: held))
        return rewritten
    }

    /// The separator that the first row has most of outside quotes; the comma when it has none.
    private static func separator(of bytes: ArraySlice<UInt8>) -> UInt8 {
        let candidates = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]
        var counts = [0, 0, 0]
        var isQuoted = false
        for byte in bytes {
            if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
            if isQuoted { continue }
            if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") { break }
            if let index = candidates.firstIndex(of: byte) { counts[index] += 1 }
        }
        var best = 0
        for index in 1..<candidates.count where counts[index] > counts[best] { best = index }
        return candidates[best]
    }

    /// Goes through the bytes of a table once.
    private struct Scanner {
        let bytes: ArraySlice<UInt8>
        let separator: UInt8
        private var index: Int
        private var row: [String] = []

        init(bytes: ArraySlice<UInt8>, separator: UInt8) {
            self.bytes = bytes
            self.separator = separator
            index = bytes.startIndex
        }

        mutating func rows() throws(CommaSeparatedValuesError) -> [[String]] {
            var rows: [[String]] = []
            while index < bytes.endIndex {
                row = [try field(inRow: rows.count + 1)]
                while index < bytes.endIndex, bytes[index] == separator {
                    index += 1
                    row.append(try field(inRow: rows.count + 1))
                }
                passLineBreak()
                rows.append(row)
            }
            return rows
        }

        private mutating func field(inRow number: Int) throws(CommaSeparatedValuesError) -> String {
            guard index < bytes.endIndex, bytes[index] == UInt8(ascii: "\"") else { return unquotedField() }
            index += 1
            var field: [UInt8] = []
            while index < bytes.endIndex {
                let byte = bytes[index]
                index += 1
                if byte == UInt8(ascii: "\"") {
                    guard index < bytes.endIndex, bytes[index] == UInt8(ascii: "\"") else {
                        guard isAtEndOfField else { throw .textAfterQuote(row: number, field: row.count + 1) }
                        return String(decoding: field, as: UTF8.self)
                    }
                    index += 1
                }
                field.append(byte)
            }
            throw .unclosedQuote(row: number, field: row.count + 1)
        }

        private mutating func unquotedField() -> String {
            let start = index
            while !isAtEndOfField { index += 1 }
            return String(decoding: bytes[start..<index], as: UTF8.self)
        }

        private var isAtEndOfField: Bool {
            guard index < bytes.endIndex else { return true }
            let byte = bytes[index]
            return byte == separator || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
        }

        private mutating func passLineBreak() {
            guard index < bytes.endIndex else { return }
            let isReturn = bytes[index] == UInt8(ascii: "\r")
            index += 1
            if isReturn, index < bytes.endIndex, bytes[index] == UInt8(ascii: "\n") { index += 1 }
        }
    }
}
