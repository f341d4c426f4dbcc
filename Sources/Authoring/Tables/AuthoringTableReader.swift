import Content
import Dialogue
import Foundation
import Knowledge
import Rendering
import Text

/// A row of a table whose names are known.
struct AuthoringRow {
    /// The row, counted from 1; the header is the first.
    var number: Int
    /// Where in the row its text stands, counted from 1.
    var textColumn: Int
    var list: PhraseListID
    var phrase: Phrase
}

/// Reads a table, and says of each row what is wrong with it.
struct AuthoringTableReader {
    /// One field, with its column counted from 1.
    private struct Cell {
        var text: String
        var column: Int
    }

    private let table: AuthoringTable
    private let file: ContentFile
    private let reader: ContentReader
    private let known: Set<PhraseListID>
    /// The ids of each section, each once, in the order of the files.
    private var ids: [PhraseSection: [String]] = [:]

    /// Creates a reader of a table whose rows may name those lists only.
    init(table: AuthoringTable, file: ContentFile, lists: [PhraseList], reader: ContentReader) {
        self.table = table
        self.file = file
        self.reader = reader
        known = Set(lists.map(\.id))
        var seen: Set<[String]> = []
        for list in lists where seen.insert([list.id.section.rawValue, list.id.id]).inserted {
            ids[list.id.section, default: []].append(list.id.id)
        }
    }

    /// The rows; nothing if one of them is wrong, so that no table is taken in part.
    func rows() -> [AuthoringRow]? {
        guard let cells = cells(), let header = cells.first, let columns = columns(in: header) else { return nil }
        var rows: [AuthoringRow] = []
        var isGood = true
        for (index, cells) in cells.enumerated().dropFirst() {
            // Spreadsheets leave empty rows where rows were cleared.
            guard cells.contains(where: { !$0.trimmed.isEmpty }) else { continue }
            let row = fields(of: cells, columns: columns, width: header.count, number: index + 1)
                .flatMap { table == .examples ? example($0, number: index + 1) : phrase($0, number: index + 1) }
            if let row { rows.append(row) } else { isGood = false }
        }
        if table == .examples, !eachHasOneIntent(rows) { isGood = false }
        return isGood ? rows : nil
    }

    private func cells() -> [[String]]? {
        guard let text = TextDecoding.text(of: Data(file.bytes)) else {
            report(
                1, 1, "the table is no text",
                "Save it again as « CSV UTF-8 » in Excel, or with the character set « Unicode (UTF-8) » in LibreOffice."
            )
            return nil
        }
        do {
            let rows = try CommaSeparatedValues.rows(of: text)
            return rows.isEmpty ? [[]] : rows
        } catch {
            report(error.row, error.field, error.message, error.remedy)
            return nil
        }
    }

    /// Where each of ``AuthoringTable/columns`` stands, counted from 0. Columns of other names are people's own.
    private func columns(in header: [String]) -> [Int]? {
        let names = header.map { $0.trimmed.lowercased() }
        let places = table.columns.compactMap { column -> Int? in
            if let place = names.firstIndex(of: column) { return place }
            report(
                1, 1, "the column « \(column) » is missing",
                "Begin the table with a row of the names \(table.columns.joined(separator: ", ")).")
            return nil
        }
        return places.count == table.columns.count ? places : nil
    }

    private func fields(of cells: [String], columns: [Int], width: Int, number: Int) -> [Cell]? {
        guard let last = columns.max(), cells.count > last else {
            report(
                number, cells.count, "this row has \(cells.count) columns, fewer than the first row",
                "Fill in \(table.columns.joined(separator: ", ")), or remove the row.")
            return nil
        }
        if let surplus = cells.indices.first(where: { $0 >= width && !cells[$0].trimmed.isEmpty }) {
            report(
                number, surplus + 1, "this row has more columns than the first row",
                "Put a text that holds the separator between quotes.")
            return nil
        }
        return columns.map { column in
            let cell = CommaSeparatedValues.original(cells[column]).trimmed
            return Cell(text: SpreadsheetText.original(cell), column: column + 1)
        }
    }

    private func example(_ fields: [Cell], number: Int) -> AuthoringRow? {
        row(in: .intent, id: fields[0], language: fields[1], text: fields[2], number: number)
    }

    private func phrase(_ fields: [Cell], number: Int) -> AuthoringRow? {
        let name = fields[0].text.lowercased()
        guard let section = table.sections.first(where: { $0.rawValue == name }) else {
            reportUnknown("section", fields[0], among: table.sections.map(\.rawValue), number)
            return nil
        }
        return row(in: section, id: fields[1], language: fields[2], text: fields[3], number: number)
    }

    private func row(
        in section: PhraseSection, id: Cell, language: Cell, text: Cell, number: Int
    ) -> AuthoringRow? {
        let isNamed = isKnown(id, in: section, number)
        let code = Language(rawValue: language.text.lowercased())
        if code == nil { reportUnknown("language", language, among: Language.allCases.map(\.rawValue), number) }
        if text.text.isEmpty { report(number, text.column, "the text is empty", "Write it, or remove the row.") }
        guard isNamed, let code, !text.text.isEmpty else { return nil }

        let isAbbreviation = section == .abbreviation
        let list = PhraseListID(section: section, id: isAbbreviation ? "" : id.text, language: code)
        guard known.contains(list) else {
            report(
                number, language.column, "the YAML files have no list for the \(list.name)",
                "Add the key « \(code.rawValue) » there first, then import again.")
            return nil
        }
        return AuthoringRow(
            number: number, textColumn: text.column, list: list,
            phrase: Phrase(key: isAbbreviation ? id.text : nil, text: text.text))
    }

    private func isKnown(_ id: Cell, in section: PhraseSection, _ number: Int) -> Bool {
        if section == .abbreviation {
            if id.text.isEmpty {
                report(number, id.column, "the abbreviation is empty", "Write it, or remove the row.")
            }
            return !id.text.isEmpty
        }
        if !section.hasIDs {
            if !id.text.isEmpty {
                report(number, id.column, "the section « \(section.rawValue) » has no ids", "Leave this field empty.")
            }
            return id.text.isEmpty
        }
        let ids = ids[section] ?? []
        if ids.contains(id.text) { return true }
        let remedy: TranslatableText =
            "A new one is declared in a YAML file of intents/ first, then its texts can be imported."
        report(
            number, id.column, "no \(section.rawValue) of the YAML files is called « \(id.text) »",
            NearestName.of(id.text, among: ids).map { "Did you mean « \($0) »? \(remedy)" } ?? remedy)
        return false
    }

    /// Notes sentences that stand with two intents: the content could not be loaded with them.
    private func eachHasOneIntent(_ rows: [AuthoringRow]) -> Bool {
        var owners: [[[UInt8]]: AuthoringRow] = [:]
        var isGood = true
        for row in rows {
            let words = FoldedText(row.phrase.text).words
            guard let owner = owners[words], owner.list.id != row.list.id else {
                owners[words] = row
                continue
            }
            isGood = false
            report(
                row.number, row.textColumn,
                "« \(row.phrase.text) » is an example of \(owner.list.id) too, in row \(owner.number)",
                "Leave it with the intent it belongs to.")
        }
        return isGood
    }

    private func reportUnknown(_ kind: TranslatableText, _ cell: Cell, among known: [String], _ number: Int) {
        let shown: TranslatableText = "Write one of \(known.joined(separator: ", "))"
        report(
            number, cell.column, "unknown \(kind) « \(cell.text) »",
            NearestName.of(cell.text, among: known).map { "\(shown); did you mean « \($0) »?" } ?? "\(shown).")
    }

    private func report(_ row: Int, _ column: Int, _ message: TranslatableText, _ remedy: TranslatableText) {
        reader.report(.error, file: file.path, line: row, column: column, message, remedy: remedy)
    }
}
