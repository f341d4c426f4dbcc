import Text

/// A table of which one column holds questions.
struct QuestionTable {
    private let rows: [[String]]
    /// The row of headings, if there is one.
    private let headingRow: Int?
    /// The headings, by column; none where there is no such row.
    let headings: [String]

    /// - Parameter rows: Cells without spaces around them.
    init(_ rows: [[String]]) {
        self.rows = rows
        let usual = Self.usualFill(of: rows)
        headingRow = rows.indices.prefix(20).first { index in
            // The headings stand in the first row that is as full as others are.
            let filled = rows[index].filter { !$0.isEmpty }
            return !filled.isEmpty && filled.count * 2 > usual
        }.flatMap { Self.areHeadings(rows[$0], among: rows.count) ? $0 : nil }
        headings = headingRow.map { rows[$0] } ?? []
    }

    /// How many cells of a row have something in them, in the middle of all rows that have any.
    private static func usualFill(of rows: [[String]]) -> Int {
        let counts = rows.map { row in row.count { !$0.isEmpty } }.filter { $0 > 0 }.sorted()
        return counts.isEmpty ? 0 : counts[counts.count / 2]
    }

    private static func areHeadings(_ row: [String], among count: Int) -> Bool {
        let filled = row.filter { !$0.isEmpty }
        // A heading may ask in a word or two: « Requis? ».
        guard count > 1, !filled.contains(where: { $0.last == "?" && words(in: $0) > 2 }) else { return false }
        if row.contains(where: isUsualHeading) { return true }
        if filled.contains(where: isCode) { return false }
        return filled.allSatisfy { words(in: $0) <= 6 }
    }

    private static func isUsualHeading(_ cell: String) -> Bool { usualHeadings.contains(plain(cell)) }

    private static let usualHeadings: Set<String> = [
        "question", "questions", "texte", "text", "libelle", "enonce", "requirement", "exigence", "critere", "criteria",
        "question text", "texte de la question", "libelle de la question",
    ]

    /// The words without case, accents and marks.
    private static func plain(_ cell: String) -> String {
        FoldedText(cell).words.map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ")
    }

    private static func words(in cell: String) -> Int { cell.split(separator: " ").count }

    /// Whether a cell is a number or a code, as « 3 », « A1 », « 2.4 » and « SST-04 » are.
    private static func isCode(_ cell: String) -> Bool {
        let letters = cell.count(where: \.isLetter)
        return !cell.contains(" ") && (letters == 0 || (letters <= 4 && cell.contains(where: \.isNumber)))
    }

    /// Whether a cell is written in capitals, as titles of sections are.
    private static func isInCapitals(_ cell: String) -> Bool {
        let letters = cell.filter(\.isLetter)
        return letters.count(where: \.isUppercase) * 10 > letters.count * 9
    }

    /// Whether a cell holds words that could be a question: more than a code, a letter or two.
    private static func isText(_ cell: String) -> Bool { !isCode(cell) && cell.count(where: \.isLetter) >= 3 }

    // MARK: - The column

    /// The column with a heading, a letter or a number, from 1.
    func column(named name: String) -> Int? {
        let plain = Self.plain(name)
        if let place = headings.firstIndex(where: { Self.plain($0) == plain && !plain.isEmpty }) { return place }
        let width = rows.map(\.count).max() ?? 0
        if let number = Int(name), (1...max(1, width)).contains(number) { return number - 1 }
        return (0..<width).first { Self.letter(of: $0).lowercased() == name.lowercased() }
    }

    /// The letter of a column, as a spreadsheet has it: A, B … Z, AA.
    static func letter(of column: Int) -> String {
        let first = column / 26
        let last = String(UnicodeScalar(UInt8(65 + column % 26)))
        return first == 0 ? last : letter(of: first - 1) + last
    }

    /// The column that holds questions.
    func questionColumn(isRecognised: (String) -> Bool) -> Int? {
        let width = rows.map(\.count).max() ?? 0
        let points = (0..<width).map { self.points(of: $0, isRecognised: isRecognised) }
        return points.indices.max { (points[$0], $1) < (points[$1], $0) }.flatMap { points[$0] > 0 ? $0 : nil }
    }

    /// How much a column looks like one of questions: each different text counts by its words, up to twelve, and as much again where it is
    /// recognised; a column of few different texts, or half of codes, is none.
    private func points(of column: Int, isRecognised: (String) -> Bool) -> Int {
        let cells = questions(in: column).map(\.text)
        let texts = Set(cells.filter(Self.isText))
        guard texts.count * 2 > cells.count, !texts.isEmpty else { return 0 }
        // Long columns are read in part.
        let recognised = texts.sorted().prefix(60).filter(isRecognised).count
        let words = texts.reduce(0) { $0 + min(12, Self.words(in: $1)) }
        let isNamed = column < headings.count && Self.isUsualHeading(headings[column])
        return words + 12 * recognised * texts.count / min(60, texts.count) + (isNamed ? 12 * texts.count : 0)
    }

    /// The texts of a column that are no title, heading or section, with their rows from 0.
    func questions(in column: Int) -> [(row: Int, text: String)] {
        let usual = Self.usualFill(of: rows)
        return rows.indices.dropFirst(headingRow.map { $0 + 1 } ?? 0).compactMap { index in
            let row = rows[index]
            guard column < row.count, !row[column].isEmpty else { return nil }
            // A row that has much less in it than others names a section, or stands alone above or below the table.
            let isSparse = usual > 1 && row.count { !$0.isEmpty } * 3 <= usual + 1
            let isTitle = Self.words(in: row[column]) <= 8 || Self.isInCapitals(row[column])
            if isSparse, row[column].last != "?", isTitle { return nil }
            return (index, row[column])
        }
    }
}
