import ArgumentParser
import Dialogue
import Foundation
import Knowledge
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
            try write(EvaluationPage(of: summary, file: name, contentVersion: content.version).html, to: html)
        }
        if json {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
            return StandardOutput.print(String(decoding: try encoder.encode(summary), as: UTF8.self))
        }
        StandardOutput.print(summary.description)
        if misses { printMisses(of: evaluation) }
    }

    private func questions() throws -> [EvaluationQuestion] {
        guard let text = FileManager.default.contents(atPath: file).flatMap({ String(data: $0, encoding: .utf8) })
        else {
            throw ValidationError("\(file) cannot be read as UTF-8 text.")
        }
        do {
            return try EvaluationQuestion.questions(in: text)
        } catch {
            StandardError.print("\(file): \(error)")
            throw ExitCode.failure
        }
    }

    private func write(_ page: String, to path: String) throws {
        do {
            try Data(page.utf8).write(to: URL(filePath: path), options: .atomic)
        } catch {
            StandardError.print(
                "\(path): the page cannot be written. Check that its folder exists and that you may write there.")
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
