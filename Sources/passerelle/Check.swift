import ArgumentParser
import Authoring
import Content
import Dialogue
import Knowledge
import Questionnaires
import Service
import Text
import Understanding

/// `passerelle check`: reads and checks the content and the configuration.
struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Check the content and the configuration, and list every problem.",
        discussion: """
            Prints each problem with its file, line and column, what is wrong and how to mend it; where two places \
            disagree, the other one too, and a text that shows it. Errors end with status 78; warnings do not.

            Then leaves out each example in turn and says how many of them the others understand, by intent.

            Examples:
              passerelle check
              passerelle check --examples
              passerelle check --json
            """
    )

    @Flag(name: .long, help: "List the examples that the others do not understand.")
    var examples = false

    @Flag(
        name: .long,
        help: """
            Print the problems as a JSON array of {severity, file, line, column, message, remedy, witness, otherFile, \
            otherLine}, for editors. What does not apply is left out.
            """)
    var json = false

    @Flag(name: .long, help: "Print how easy each answer is to read, the hardest first, and nothing else.")
    var readability = false

    @OptionGroup var options: SettingsOptions

    func run() throws {
        let folder = try options.settings().contentFolder
        let root = folder.count > 1 && folder.hasSuffix("/") ? String(folder.dropLast()) : folder
        let content: LoadedContent
        let definitions: IntentDefinitions
        do {
            content = try LoadedContent.load(
                intents: "\(root)/intents", knowledge: "\(root)/knowledge", weights: .ofUser)
            definitions = try IntentDefinitions.load(
                files: ContentFolder.files(under: root, named: "intents"), into: ContentReader())
        } catch let unusable as LoadedContent.Unusable {
            try show(unusable.problems)
            throw Self.unusable
        } catch {
            StandardError.print("\(error)")
            throw Self.unusable
        }
        if readability { return Self.showReadability(of: content.engine) }
        let interpreter = content.engine.interpreter
        var problems =
            content.warnings
            + IntentChecks.problems(in: definitions, knowledge: content.engine.knowledge, interpreter: interpreter)
            + content.engine.knowledge.questionnaires.flatMap {
                QuestionnaireChecks.problems(in: $0, knowledge: content.engine.knowledge)
            }
        let leaveOneOut = json && !examples ? nil : LeaveOneOut(of: interpreter)
        if examples, let leaveOneOut { problems += leaveOneOut.problems }
        try show(problems)
        let errors = problems.count { $0.severity == .error }
        if !json, let leaveOneOut {
            let warnings = problems.count - errors
            StandardOutput.print(
                "Configuration and content \(content.version): \(errors == 0 ? "no error" : "\(errors) errors"), "
                    + "\(warnings == 0 ? "no warning" : "\(warnings) warnings"). "
                    + "\(definitions.knownClashes.count) clashes of words are declared with their reason.")
            show(leaveOneOut)
        }
        if errors > 0 { throw Self.unusable }
    }

    private static func showReadability(of engine: DialogueEngine) {
        for language in Language.allCases {
            StandardOutput.print("\(language.rawValue)  ease  words per sentence  words")
            for (intent, figure) in engine.readability(in: language) {
                let columns = [String(figure.ease), String(figure.wordsPerSentence), String(figure.words)]
                let padded = columns.map { String(repeating: " ", count: max(0, 5 - $0.count)) + $0 }
                StandardOutput.print("    \(padded.joined(separator: " "))  \(intent.rawValue)")
            }
        }
    }

    private func show(_ problems: [ContentProblem]) throws {
        guard json else {
            for problem in problems { StandardError.print(problem.description) }
            return
        }
        try StandardOutput.print(json: problems)
    }

    private func show(_ leaveOneOut: LeaveOneOut) {
        StandardOutput.print(
            """
            Left out one by one, \(leaveOneOut.found()) of the examples find their intent.
              French   \(leaveOneOut.found(in: .fr))
              English  \(leaveOneOut.found(in: .en))
            """)
        guard !leaveOneOut.lost.isEmpty else { return }
        StandardOutput.print("Those that do not, by intent\(examples ? "" : " (--examples lists them)"):")
        for (intent, count, all) in leaveOneOut.lost {
            StandardOutput.print("  \(intent.rawValue)  \(count) of \(all)")
        }
    }

    /// EX_CONFIG of `sysexits.h`: something was found in an unconfigured or misconfigured state.
    private static let unusable = ExitCode(78)
}
