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
        abstract: .translated("Measure how answers, names, commands and conversations of strangers are taken."),
        discussion: .translated(
            """
            Each file holds a JSON object a line: \
            {"kind": "answer", "language": "fr", "question": "q-…", "text": "…", "expect": {"choice": "…"}}.

            Example:
              passerelle round Tests/Rounds/round-1.jsonl --misses
            """)
    )

    @Argument(help: .translated("The files of lines."), completion: .file(extensions: ["jsonl"]))
    var files: [String]

    @Flag(name: .long, help: .translated("List the lines that did not go as they should."))
    var misses = false

    @Flag(name: .long, help: .translated("Show the phrases that were found in each answer that is listed."))
    var why = false

    @OptionGroup var options: SettingsOptions

    @OptionGroup var output: LanguageOptions

    func validate() throws {
        if why, !misses { throw ValidationError(.translated("--why is about the lines of --misses: give that too.")) }
    }

    func run() throws {
        let content = try options.content(of: options.settings())
        for file in files {
            let lines: [RoundLine]
            do {
                lines = try RoundLine.lines(in: Files.data(of: file))
            } catch let error as JSONLines.Unreadable {
                StandardError.print("\(file): \(error.text)")
                throw ExitCode.incorrectData
            }
            guard let round = Round(of: lines, by: content.engine) else {
                StandardError.print("The content has no questionnaire: there is nothing to measure.")
                throw ExitCode.failure
            }
            StandardOutput.print("\(file)\n\(round.text(in: OutputLanguage.current))")
            guard misses else { continue }
            for outcome in round.outcomes where !outcome.isRight {
                let line = outcome.line
                let place = line.question ?? .translated(line.isPaused ? "paused" : "nothing open")
                let opposite = outcome.isOpposite ? String.translated("OPPOSITE ") : ""
                StandardOutput.print(
                    "\(file):\(line.number): \(opposite)\(line.kind.rawValue) \(place) [\(line.language.rawValue)] "
                        + "« \(line.text) »\n    "
                        + .translated("expected \(line.expectation), did: \(outcome.did)"))
                if why, line.kind != .command, let question = line.question,
                    let explanation = content.engine.explain(line.text, answering: question)
                {
                    StandardOutput.print(explanation.text(in: OutputLanguage.current))
                }
            }
        }
    }
}
