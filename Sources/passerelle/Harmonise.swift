import ArgumentParser
import Dialogue
import Foundation
import Knowledge

/// `passerelle harmonise`: buyers' own questionnaires beside the common base.
struct Harmonise: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Match buyers' own questionnaires with the common base.",
        discussion: """
            A file is a table (CSV; commas, semicolons and tabs are all understood) with a row for each question, in \
            French or English. The questions are in the column headed « question », « texte », « libellé » or « text », \
            else in the column with most text.

            Shown is what all files ask, what only one asks, and what the base lacks. A match that is not clear is marked \
            doubtful, for a person to decide.

            Examples:
              passerelle harmonise Tests/Questionnaires/*.csv
              passerelle harmonise bank.csv city.csv --language en --output-csv crosswalk.csv --html matrix.html
            """
    )

    @Argument(help: "The files of questions.", completion: .file(extensions: ["csv"]))
    var files: [String]

    @Option(name: .long, help: "The language of labels and headings.")
    var language: Language = .fr

    @Option(
        name: .long, help: "Write the crosswalk to this file, a row for each question.",
        completion: .file(extensions: ["csv"]))
    var outputCsv: String?

    @Option(
        name: .long, help: "Write the questions of the base by file to this page.",
        completion: .file(extensions: ["html"]))
    var html: String?

    @OptionGroup var options: SettingsOptions

    func run() throws {
        let questionnaires = try self.questionnaires()
        let engine = try options.content(of: options.settings()).engine
        guard let base = engine.knowledge.questionnaires.first else {
            throw ValidationError("The content has no questionnaire. Choose another folder with --content.")
        }
        let harmonisation = Harmonisation(of: questionnaires, with: base, by: engine.interpreter)
        if let outputCsv { try write(harmonisation.commaSeparatedValues(in: language), to: outputCsv) }
        if let html { try write(harmonisation.html(in: language), to: html) }
        StandardOutput.print(harmonisation.text(in: language))
    }

    /// EX_DATAERR of `sysexits.h`: the input was incorrect.
    private static let incorrectData: Int32 = 65

    private func questionnaires() throws -> [BuyerQuestionnaire] {
        let names = files.map { URL(filePath: $0).lastPathComponent }
        // Files of one name in several folders are told apart by their paths.
        let isTelling = Set(names).count == names.count
        return try zip(files, names).map { path, name in
            guard let text = FileManager.default.contents(atPath: path).flatMap({ String(data: $0, encoding: .utf8) })
            else {
                throw ValidationError("\(path) cannot be read as UTF-8 text. Save it as « CSV UTF-8 ».")
            }
            do {
                return try BuyerQuestionnaire(name: isTelling ? name : path, commaSeparatedValues: text)
            } catch {
                StandardError.print("\(error)")
                throw ExitCode(Self.incorrectData)
            }
        }
    }

    private func write(_ document: String, to path: String) throws {
        do {
            try Data(document.utf8).write(to: URL(filePath: path), options: .atomic)
        } catch {
            StandardError.print(
                "\(path) cannot be written. Check that its folder exists and that you may write there.")
            throw ExitCode.failure
        }
    }
}
