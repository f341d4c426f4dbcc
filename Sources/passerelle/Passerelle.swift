import ArgumentParser
import Foundation

/// The command line: what each command does is in the file named after it.
@main
struct Passerelle: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "passerelle",
        abstract: "A procurement adviser over Apache Kafka, in French and English.",
        discussion: """
            Small and medium companies ask it how to get to the procurement markets of large organisations; buyers ask it \
            which certification identifies a responsible supplier, which evidence to accept, what to do first.

            Examples:
              passerelle ask "Quelle certification identifie un fournisseur détenu par des femmes?"
              passerelle chat
              passerelle serve --embedded
            """,
        version: "0.1.0",
        subcommands: [
            Serve.self, Chat.self, Ask.self, Check.self, Explain.self, Intents.self, Evaluate.self, RoundCommand.self,
            Repair.self,
            Topics.self,
            Broker.self, ContentTables.self, Plan.self, Replay.self, TestConversations.self, QuestionnaireTool.self,
            Report.self, Submissions.self, Harmonise.self, Realism.self,
        ]
    )

    static func main() async {
        StopSignals.hold()
        do {
            var command = try parseAsRoot()
            if command is any StopsOnSignals { StopSignals.take() } else { StopSignals.letThrough() }
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
        } catch {
            let message = fullMessage(for: error)
            if exitCode(for: error).isSuccess {
                StandardOutput.write(message.isEmpty ? "" : message + "\n")
            } else if !message.isEmpty {
                // What could not be read is repeated to the person.
                StandardError.print(message)
            }
            Foundation.exit(exitCode(for: error).rawValue)
        }
    }
}
