public import Rendering
public import Text

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
    public enum Unreadable: TranslatableError, Hashable {
        /// The text is no table.
        case notATable(file: String, CommaSeparatedValuesError)
        /// No cell holds a question.
        case noQuestion(file: String)
        /// No column has the name, letter or number that was asked for.
        case noColumn(String, file: String, headings: [String])

        /// What happened, where, and what to do.
        public var text: TranslatableText {
            switch self {
            case .notATable(let file, let error): "\(file), \(error.text)"
            case .noQuestion(let file):
                "\(file): no column is found that holds questions. Say which with --column: its heading, its letter or its number."
            case .noColumn(let column, let file, let headings):
                headings.isEmpty
                    ? "\(file): no column is « \(column) ». Give its letter or its number."
                    : "\(file): no column is « \(column) ». Known: \(headings.joined(separator: ", "))."
            }
        }
    }

    /// What people know it by: the name of its file.
    public var name: String
    /// The questions, in the order of the table.
    public var rows: [Row]
    /// What was taken for the questions: the letter of the column, as a spreadsheet has it, and its heading, if it has one.
    public var column: String

    public init(name: String, rows: [Row], column: String = "A") {
        self.name = name
        self.rows = rows
        self.column = column
    }

    /// Reads a table of comma-separated values, or of semicolons or tabs.
    ///
    /// The column of the questions is found by what is in it: most cells are words, not numbers, codes, kinds of answer or answers to choose from; hardly any
    /// is there twice; and many are recognised as questions that organisations ask. Titles above the table, headings and rows that only name a
    /// section are no questions.
    ///
    /// - Parameters:
    ///   - column: The heading, the letter or the number of the column, rather than finding it.
    ///   - isRecognised: Whether a text is surely something that organisations ask.
    /// - Throws: ``Unreadable``.
    public init(
        name: String, commaSeparatedValues text: String, column: String? = nil,
        isRecognised: (String) -> Bool = { _ in false }
    ) throws(Unreadable) {
        let rows: [[String]]
        do {
            rows = try CommaSeparatedValues.rows(of: text)
        } catch {
            throw .notATable(file: name, error)
        }
        let table = QuestionTable(rows.map { $0.map(Self.cleaned) })
        let place: Int
        if let column {
            guard let named = table.column(named: column) else {
                throw .noColumn(column, file: name, headings: table.headings.filter { !$0.isEmpty })
            }
            place = named
        } else {
            guard let found = table.questionColumn(isRecognised: isRecognised) else { throw .noQuestion(file: name) }
            place = found
        }
        let questions = table.questions(in: place)
        guard !questions.isEmpty else { throw .noQuestion(file: name) }
        let heading = place < table.headings.count ? table.headings[place] : ""
        let letter = QuestionTable.letter(of: place)
        self.init(
            name: name, rows: questions.map { Row(number: $0.row + 1, text: $0.text) },
            column: heading.isEmpty ? letter : "\(letter), « \(heading) »")
    }

    /// The text on one line, its spaces single, fit to be shown again: what the cell of a spreadsheet breaks is one question
    /// all the same.
    private static func cleaned(_ text: String) -> String {
        CleanText.line(text, limit: longestText).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// As long as a question to the assistant may be.
    private static let longestText = 4000
}
