import ArgumentParser
import Authoring
import Dialogue
import Foundation
import Knowledge
import Questionnaires
import Text

/// `passerelle round`: how well texts of people who never saw the rules are taken in a questionnaire.
struct RoundCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "round",
        abstract: "Measure how answers, names, commands and conversations of strangers are taken.",
        discussion: """
            Each file holds a JSON object a line: \
            {"kind": "answer", "language": "fr", "question": "q-…", "text": "…", "expect": {"choice": "…"}}.

            Example:
              passerelle round Tests/Rounds/round-1.jsonl --misses
            """
    )

    @Argument(help: "The files of lines.", completion: .file(extensions: ["jsonl"]))
    var files: [String]

    @Flag(name: .long, help: "List the lines that did not go as they should.")
    var misses = false

    @Flag(name: .long, help: "Show the phrases that were found in each answer that is listed.")
    var why = false

    @OptionGroup var options: SettingsOptions

    func run() throws {
        let content = try options.content(of: options.settings())
        for file in files {
            let lines: [RoundLine]
            do {
                lines = try RoundLine.lines(in: try Files.text(of: file))
            } catch let error as RoundLine.Unreadable {
                StandardError.print("\(file): \(error)")
                throw ExitCode.failure
            }
            guard let round = Round(of: lines, by: content.engine) else {
                StandardError.print("The content has no questionnaire: there is nothing to measure.")
                throw ExitCode.failure
            }
            StandardOutput.print("\(file)\n\(round)")
            guard misses else { continue }
            for outcome in round.outcomes where !outcome.isRight {
                let line = outcome.line
                let place = line.question ?? (line.isPaused ? "paused" : "nothing open")
                StandardOutput.print(
                    "\(file):\(line.number): \(outcome.isOpposite ? "OPPOSITE " : "")\(line.kind.rawValue) \(place) [\(line.language.rawValue)] « \(line.text) »\n"
                        + "    expected \(line.expectation), did: \(outcome.did)")
                if why, line.kind != .command, let question = line.question,
                    let explanation = content.engine.explain(line.text, answering: question)
                {
                    StandardOutput.print(explanation.description)
                }
            }
        }
    }
}
