import ArgumentParser
import Authoring
import Dialogue
import Foundation
import Knowledge
import Reports
import Understanding

/// `passerelle evaluate`: how well a set of questions is understood.
struct Evaluate: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Measure how well a set of questions is understood.",
        discussion: """
            The file holds a JSON object a line: \
            {"id", "text", "language", "intent", "also": [], "entities": {}, "style"}.

            Examples:
              passerelle evaluate Tests/Evaluation/work.jsonl
              passerelle evaluate Tests/Evaluation/work.jsonl --html evaluation.html
            """
    )

    @Argument(help: "The file of questions.", completion: .file(extensions: ["jsonl"]))
    var file: String

    @Flag(name: .long, help: "List the questions that were not understood rightly.")
    var misses = false

    @Flag(name: .long, help: "Print everything as JSON.")
    var json = false

    @Option(
        name: .long, help: "Write everything to this file too, as a page for a browser or a printer.",
        completion: .file(extensions: ["html"]))
    var html: String?

    @OptionGroup var options: SettingsOptions

    func run() throws {
        let questions = try self.questions()
        let content = try options.content(of: options.settings())
        let evaluation = Evaluation(of: questions, by: content.engine.interpreter)
        let summary = EvaluationSummary(evaluation)
        if let html {
            let name = URL(filePath: file).lastPathComponent
            try Files.write(EvaluationPage(of: summary, file: name, contentVersion: content.version).html, to: html)
        }
        if json {
            return try StandardOutput.print(json: summary)
        }
        StandardOutput.print(summary.description)
        if misses { printMisses(of: evaluation) }
    }

    private func questions() throws -> [EvaluationQuestion] {
        let text = try Files.text(of: file)
        do {
            return try EvaluationQuestion.questions(in: text)
        } catch {
            StandardError.print("\(file): \(error)")
            throw ExitCode.failure
        }
    }

    private func printMisses(of evaluation: Evaluation) {
        for outcome in evaluation.outcomes where !outcome.isRightFirst {
            let question = outcome.question
            let best = outcome.interpretation.candidates.prefix(3).map { "\($0.intent.rawValue) \($0.score)" }
            let manner = outcome.isMenu ? "menu: " : outcome.isRefused ? "refused: " : ""
            StandardOutput.print(
                "\(question.id) [\(question.style)] \(question.intent.rawValue) ← "
                    + "\(manner)\(best.joined(separator: ", ")) : \(question.text)")
        }
    }
}
