import Knowledge
public import Rendering
import Text

/// A questionnaire as a buyer keeps it: a table with a row for each question.
public struct BuyerQuestionnaire: Sendable, Hashable {
    /// A question of it.
    public struct Row: Sendable, Hashable {
        /// The row of the table, from 1, as a spreadsheet numbers it.
        public var number: Int
        /// The question.
        public var text: String

        public init(number: Int, text: String) {
            self.number = number
            self.text = text
        }
    }

    /// Why a table is no questionnaire.
    public enum Unreadable: Error, Sendable, Hashable, CustomStringConvertible {
        /// The text is no table.
        case notATable(file: String, CommaSeparatedValuesError)
        /// No cell holds a question.
        case noQuestion(file: String)

        /// What happened, where, and what to do.
        public var description: String {
            switch self {
            case .notATable(let file, let error): "\(file), \(error.description)"
            case .noQuestion(let file):
                "\(file): no question is found. Give its column the heading « question », « texte », « libellé » or « text »."
            }
        }
    }

    /// What people know it by: the name of its file.
    public var name: String
    /// The questions, in the order of the table.
    public var rows: [Row]

    public init(name: String, rows: [Row]) {
        self.name = name
        self.rows = rows
    }

    /// Reads a table of comma-separated values, or of semicolons or tabs.
    ///
    /// The questions are in the column with the heading *question*, *texte*, *libellé* or *text*, in one of the first ten
    /// rows; what stands above it is passed over. Where there is no such heading they are in the column with most text, and
    /// its first row is its heading unless that ends with a question mark or is longer than six words.
    ///
    /// - Throws: ``Unreadable``.
    public init(name: String, commaSeparatedValues text: String) throws(Unreadable) {
        let table: [[String]]
        do {
            table = try CommaSeparatedValues.rows(of: text)
        } catch {
            throw .notATable(file: name, error)
        }
        let place = Self.heading(in: table) ?? Self.longestColumn(of: table)
        let rows = table.enumerated().dropFirst(place.firstRow).compactMap { index, row -> Row? in
            guard place.column < row.count else { return nil }
            let text = Self.cleaned(row[place.column])
            return text.isEmpty ? nil : Row(number: index + 1, text: text)
        }
        guard !rows.isEmpty else { throw .noQuestion(file: name) }
        self.init(name: name, rows: rows)
    }

    /// Where the questions are: their column, and how many rows stand above them.
    private typealias Place = (column: Int, firstRow: Int)

    /// As long as a question to the assistant may be.
    private static let longestText = 4000

    private static let headings: Set<String> = [
        "question", "questions", "texte", "text", "libellé", "libelle", "question text", "texte de la question",
        "libellé de la question", "libelle de la question",
    ]

    private static func heading(in table: [[String]]) -> Place? {
        for (index, row) in table.prefix(10).enumerated() {
            if let column = row.firstIndex(where: { headings.contains(cleaned($0).lowercased()) }) {
                return (column, index + 1)
            }
        }
        return nil
    }

    private static func longestColumn(of table: [[String]]) -> Place {
        var lengths = [Int](repeating: 0, count: table.map(\.count).max() ?? 1)
        for row in table { for (column, cell) in row.enumerated() { lengths[column] += cell.utf8.count } }
        let column = lengths.indices.max { (lengths[$0], $1) < (lengths[$1], $0) } ?? 0
        let first = table.first.flatMap { column < $0.count ? cleaned($0[column]) : nil } ?? ""
        let isQuestion = first.last == "?" || first.split(separator: " ").count > 6
        return (column, isQuestion ? 0 : 1)
    }

    /// The text on one line, its spaces single, fit to be shown again: what the cell of a spreadsheet breaks is one question
    /// all the same.
    private static func cleaned(_ text: String) -> String {
        CleanText.line(text, limit: longestText).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
