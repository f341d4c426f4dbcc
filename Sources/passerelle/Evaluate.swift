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
            The file holds a JSON object a line: {"id", "text", "language", "intent", "also": [], "entities": {}, "style"}.
            """
    )

    @Argument(help: "The file of questions.", completion: .file(extensions: ["jsonl"]))
    var file: String

    @Flag(name: .long, help: "List the questions that were not understood rightly.")
    var misses = false

    @Flag(name: .long, help: "Print the figures, by language and style, and the confusions as JSON.")
    var json = false

    @OptionGroup var options: SettingsOptions

    func run() throws {
        guard let text = FileManager.default.contents(atPath: file).flatMap({ String(data: $0, encoding: .utf8) })
        else {
            throw ValidationError("\(file) cannot be read as UTF-8 text.")
        }
        let questions = try EvaluationQuestion.questions(in: text)
        let content = try options.content(of: options.settings())
        let evaluation = Evaluation(of: questions, by: content.engine.interpreter)
        if json {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
            let summary = try encoder.encode(EvaluationSummary(evaluation))
            return StandardOutput.print(String(decoding: summary, as: UTF8.self))
        }
        print("all", evaluation)
        for language in Language.allCases {
            print(language.rawValue, evaluation.restricted { $0.language == language })
        }
        if misses {
            for outcome in evaluation.outcomes where !outcome.isRightFirst {
                let best = outcome.interpretation.candidates.prefix(3).map { "\($0.intent.rawValue) \($0.score)" }
                StandardOutput.print(
                    "\(outcome.question.id) [\(outcome.question.style)] \(outcome.question.intent.rawValue) ← "
                        + "\(outcome.isMenu ? "menu: " : outcome.isRefused ? "refused: " : "")\(best.joined(separator: ", ")) : "
                        + outcome.question.text)
            }
        }
    }

    private func print(_ title: String, _ evaluation: Evaluation) {
        StandardOutput.print(
            """
            \(title): \(evaluation.outcomes.count) questions
              right first          \(evaluation.rightFirst)
              right in three       \(evaluation.rightInThree)
              direct answers right \(evaluation.directPrecision)
              menus                \(evaluation.menus)
              out of scope caught  \(evaluation.outOfScopeCaught)
              wrongly refused      \(evaluation.wronglyRefused)
              language right       \(evaluation.languageRight)
            """)
    }
}
