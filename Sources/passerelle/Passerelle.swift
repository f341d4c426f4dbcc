import ArgumentParser
import Foundation
import Text

/// The command line: what each command does is in the file named after it.
@main
struct Passerelle: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "passerelle",
        abstract: .translated("A procurement adviser over Apache Kafka, in French and English."),
        discussion: .translated(
            """
            Small and medium companies ask it how to get to the procurement markets of large organisations; buyers ask it \
            which certification identifies a responsible supplier, which evidence to accept, what to do first.

            Examples:
              passerelle ask "Quelle certification identifie un fournisseur détenu par des femmes?"
              passerelle chat
              passerelle serve --embedded
            """),
        version: "0.1.0",
        subcommands: [
            Serve.self, Chat.self, Ask.self, Check.self, Explain.self, Intents.self, Evaluate.self, RoundCommand.self,
            Repair.self,
            Topics.self, ShowSettings.self,
            Broker.self, ContentTables.self, Plan.self, Replay.self, TestConversations.self, QuestionnaireTool.self,
            Report.self, Submissions.self, Harmonise.self, Realism.self,
        ]
    )

    static func main() async {
        StopSignals.hold()
        var isRunning = false
        do {
            var command = try parseAsRoot()
            isRunning = true
            if command is any StopsOnSignals { StopSignals.take() } else { StopSignals.letThrough() }
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
        } catch {
            let message = text(of: error, isRunning: isRunning)
            if exitCode(for: error).isSuccess {
                StandardOutput.write(message.isEmpty ? "" : message + "\n")
            } else if !message.isEmpty {
                // What could not be read is repeated to the person.
                StandardError.print(verbatim: message)
            }
            Foundation.exit(exitCode(for: error).rawValue)
        }
    }

    /// What is said when a command ends with an error, or with help.
    private static func text(of error: any Error, isRunning: Bool) -> String {
        if let error = error as? any TranslatableError { return .translated("Error: \(error.text)") }
        // Once a command runs, its own message says all: how it is called was right.
        if isRunning, error is ValidationError { return .translated("Error: \(message(for: error))") }
        let message = fullMessage(for: error)
        return OutputLanguage.current == .fr ? ArgumentParserFrench.of(message) : message
    }
}
