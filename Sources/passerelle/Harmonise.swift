import ArgumentParser
import Dialogue
import Foundation
import Knowledge
import Rendering
import Reports
import Text

/// `passerelle harmonise`: buyers' own questionnaires beside the common base.
struct Harmonise: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: .translated("Match buyers' own questionnaires with the common base."),
        discussion: .translated(
            """
            A file is a table (CSV; commas, semicolons and tabs are all understood) with a row for each question, in \
            French or English; UTF-8, UTF-16 and Windows-1252 are all read. The column of the questions is found by what is in \
            it, and shown; --column says it by its heading, its letter or its number.

            Shown is what all files ask, what only one asks, and what the base lacks. A match that is not clear is marked \
            doubtful, for a person to decide.

            Examples:
              passerelle harmonise Tests/Questionnaires/*.csv
              passerelle harmonise bank.csv city.csv --language en --output-csv crosswalk.csv --html matrix.html
            """)
    )

    @Argument(help: .translated("The files of questions."), completion: .file(extensions: ["csv"]))
    var files: [String]

    @Option(
        name: .long,
        help: .translated("The column of the questions in every file: its heading, its letter or its number from 1."))
    var column: String?

    @Option(name: .long, help: .translated("The language of labels and headings."))
    var language: Language = .fr

    @Option(
        name: .long, help: .translated("Write the crosswalk to this file, a row for each question."),
        completion: .file(extensions: ["csv"]))
    var outputCsv: String?

    @Option(
        name: .long, help: .translated("Write the questions of the base by file to this page."),
        completion: .file(extensions: ["html"]))
    var html: String?

    @Option(
        name: .long,
        help: .translated(
            "What stands between the columns of a CSV: a semicolon in French, a comma in English if left out."))
    var separator: ColumnSeparator?

    @OptionGroup var options: SettingsOptions

    func validate() throws {
        if separator != nil, outputCsv == nil {
            throw ValidationError(
                .translated("--separator is for a table: give --output-csv with it, or leave it out."))
        }
    }

    func run() throws {
        let engine = try options.content(of: options.settings()).engine
        guard let base = engine.knowledge.questionnaires.first else {
            throw ValidationError(
                .translated("The content has no questionnaire. Choose another folder with --content."))
        }
        let matcher = QuestionMatcher(
            questions: base.questions, wordings: engine.knowledge.wordings, interpreter: engine.interpreter)
        let harmonisation = Harmonisation(
            of: try questionnaires(matcher), with: base, knowledge: engine.knowledge, matcher: matcher)
        if let outputCsv {
            try Files.write(harmonisation.commaSeparatedValues(in: language, separator: separator), to: outputCsv)
        }
        if let html { try Files.write(harmonisation.html(in: language), to: html) }
        StandardOutput.print(harmonisation.text(in: language))
    }

    private func questionnaires(_ matcher: QuestionMatcher) throws -> [BuyerQuestionnaire] {
        let names = files.map { URL(filePath: $0).lastPathComponent }
        // Files of one name in several folders are told apart by their paths.
        let isTelling = Set(names).count == names.count
        return try zip(files, names).map { path, name in
            let text = try Files.table(of: path)
            do {
                return try BuyerQuestionnaire(
                    name: isTelling ? name : path, commaSeparatedValues: text, column: column,
                    isRecognised: matcher.isRecognised)
            } catch let error as BuyerQuestionnaire.Unreadable {
                StandardError.print(error.text)
                throw ExitCode.incorrectData
            }
        }
    }
}
