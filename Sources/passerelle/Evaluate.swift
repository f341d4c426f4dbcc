import ArgumentParser
import Authoring
import Dialogue
import Foundation
import Knowledge
import Reports
import Text
import Understanding

/// `passerelle evaluate`: how well a set of questions is understood.
struct Evaluate: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: .translated("Measure how well a set of questions is understood."),
        discussion: .translated(
            """
            The file holds a JSON object a line: \
            {"id", "text", "language", "intent", "also": [], "entities": {}, "style"}.

            Examples:
              passerelle evaluate Tests/Evaluation/work.jsonl
              passerelle evaluate Tests/Evaluation/work.jsonl --html evaluation.html
            """)
    )

    @Argument(help: .translated("The file of questions."), completion: .file(extensions: ["jsonl"]))
    var file: String

    @Flag(name: .long, help: .translated("List the questions that were not understood rightly."))
    var misses = false

    @Flag(name: .long, help: .translated("Print everything as JSON."))
    var json = false

    @Option(
        name: .long, help: .translated("Write everything to this file too, as a page for a browser or a printer."),
        completion: .file(extensions: ["html"]))
    var html: String?

    @OptionGroup var options: SettingsOptions

    @OptionGroup var output: LanguageOptions

    func validate() throws {
        if json, misses {
            throw ValidationError(.translated("The JSON holds what was not understood anyway: leave --misses out."))
        }
    }

    func run() throws {
        let questions = try self.questions()
        let content = try options.content(of: options.settings())
        let evaluation = Evaluation(of: questions, by: content.engine.interpreter)
        let summary = EvaluationSummary(evaluation)
        if let html {
            let name = URL(filePath: file).lastPathComponent
            try Files.write(
                EvaluationPage(
                    of: summary, file: name, contentVersion: content.version,
                    language: OutputLanguage.current
                ).html, to: html)
        }
        if json {
            return try StandardOutput.print(json: summary)
        }
        StandardOutput.print(summary.text(in: OutputLanguage.current))
        if misses { printMisses(of: evaluation) }
    }

    private func questions() throws -> [EvaluationQuestion] {
        do {
            return try EvaluationQuestion.questions(in: Files.data(of: file))
        } catch let error as JSONLines.Unreadable {
            StandardError.print("\(file): \(error.text)")
            throw ExitCode.incorrectData
        }
    }

    private func printMisses(of evaluation: Evaluation) {
        for outcome in evaluation.outcomes where !outcome.isRightFirst {
            let question = outcome.question
            let best = outcome.interpretation.candidates.prefix(3).map { "\($0.intent.rawValue) \($0.score)" }
            let manner =
                outcome.isMenu ? String.translated("menu: ") : outcome.isRefused ? String.translated("refused: ") : ""
            StandardOutput.print(
                "\(question.id) [\(question.style)] \(question.intent.rawValue) ← "
                    + "\(manner)\(best.joined(separator: ", ")) : \(question.text)")
        }
    }
}
