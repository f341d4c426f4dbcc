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
        abstract: .translated("Check the content and the configuration, and list every problem."),
        discussion: .translated(
            """
            Prints each problem with its file, line and column, what is wrong and how to mend it; where two places \
            disagree, the other one too, and a text that shows it. Errors end with status 78; warnings do not.

            Then leaves out each example in turn and says how many of them the others understand, by intent.

            Examples:
              passerelle check
              passerelle check --examples
              passerelle check --json
            """)
    )

    @Flag(name: .long, help: .translated("List the examples that the others do not understand."))
    var examples = false

    @Flag(
        name: .long,
        help: .translated(
            """
            Print the problems as a JSON array of {severity, file, line, column, message, remedy, witness, otherFile, \
            otherLine}, for editors. What does not apply is left out.
            """))
    var json = false

    @Flag(name: .long, help: .translated("Print how easy each answer is to read, the hardest first, and nothing else."))
    var readability = false

    @OptionGroup var options: SettingsOptions

    @OptionGroup var output: LanguageOptions

    func validate() throws {
        if readability, examples || json {
            throw ValidationError(
                .translated("--readability prints nothing else: leave \(examples ? "--examples" : "--json") out."))
        }
    }

    func run() throws {
        let folder = try options.settings().contentFolder
        let root = folder.count > 1 && folder.hasSuffix("/") ? String(folder.dropLast()) : folder
        let content: LoadedContent
        let definitions: IntentDefinitions
        do {
            content = try LoadedContent.load(
                intents: "\(root)/intents", knowledge: "\(root)/knowledge", weights: .ofUser, thisYear: .thisYear)
            definitions = try IntentDefinitions.load(
                files: ContentFolder.files(under: root, named: "intents"), into: ContentReader())
        } catch let unusable as LoadedContent.Unusable {
            try show(unusable.problems)
            throw Self.unusable
        } catch let error as ContentFolderError {
            StandardError.print(error.text)
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
            let found: (TranslatableText, TranslatableText) = (
                errors == 0 ? "no error" : "errors: \(errors)", warnings == 0 ? "no warning" : "warnings: \(warnings)"
            )
            StandardOutput.print(
                .translated(
                    "Configuration and content \(content.version): \(found.0), \(found.1). "
                        + "\(definitions.knownClashes.count) clashes of words are declared with their reason."))
            show(leaveOneOut)
        }
        if errors > 0 { throw Self.unusable }
    }

    private static func showReadability(of engine: DialogueEngine) {
        for language in Language.allCases {
            StandardOutput.print(.translated("\(language.rawValue)  ease  words per sentence  words"))
            for (intent, figure) in engine.readability(in: language) {
                let columns = [String(figure.ease), String(figure.wordsPerSentence), String(figure.words)]
                let padded = columns.map { String(repeating: " ", count: max(0, 5 - $0.count)) + $0 }
                StandardOutput.print("    \(padded.joined(separator: " "))  \(intent.rawValue)")
            }
        }
    }

    private func show(_ problems: [ContentProblem]) throws {
        guard json else {
            for problem in problems { StandardError.print(problem) }
            return
        }
        try StandardOutput.print(json: problems)
    }

    private func show(_ leaveOneOut: LeaveOneOut) {
        StandardOutput.print(
            .translated(
                """
                Left out one by one, \(leaveOneOut.found()) of the examples find their intent.
                  French   \(leaveOneOut.found(in: .fr))
                  English  \(leaveOneOut.found(in: .en))
                """))
        guard !leaveOneOut.lost.isEmpty else { return }
        StandardOutput.print(
            .translated(
                examples
                    ? "Those that do not, by intent:" : "Those that do not, by intent (--examples lists them):"))
        for (intent, count, all) in leaveOneOut.lost {
            StandardOutput.print(.translated("  \(intent.rawValue)  \(count) of \(all)"))
        }
    }

    /// EX_CONFIG of `sysexits.h`: something was found in an unconfigured or misconfigured state.
    private static let unusable = ExitCode(78)
}

extension Int {
    /// The year that it is in Québec.
    fileprivate static var thisYear: Int { RecordTime(milliseconds: .now).civilDay().date.year }
}
