import ArgumentParser
import Bridges
import Contract
import Dialogue
import Kafka
import Knowledge
import Reports
import Service
import Text

/// `passerelle report`: a finished questionnaire as a document.
struct Report: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: .translated("Write the report of a finished questionnaire: a page for a browser or a printer."),
        discussion: .translated(
            """
            The file holds one submission, as the topic of submissions carries it, or as « passerelle chat » writes it. With \
            --kafka, the declaration finished last in a conversation is looked for on the topics of the configured \
            cluster; nothing is written to them.

            The report holds all answers, whatever sharing was agreed to: it is for the person who answered.

            Examples:
              passerelle report submission.json --output report.html
              passerelle report submission.json --language en > report.html
              passerelle report --kafka --conversation c1 --output report.html
            """)
    )

    @Argument(help: .translated("The file of the submission."), completion: .file(extensions: ["json"]))
    var file: String?

    @Flag(name: .long, help: .translated("Look for the declaration on the topics of the configured cluster."))
    var kafka = false

    @Option(
        name: .long,
        help: .translated("With --kafka: the conversation, by the id that replies carry in « conversation »."))
    var conversation: String?

    @Option(name: .long, help: .translated("The language of the report. If left out, that of the submission."))
    var language: Language?

    @Option(
        name: .long, help: .translated("Write to this file rather than to standard output."),
        completion: .file(extensions: ["html"])
    )
    var output: String?

    @OptionGroup var options: SettingsOptions

    func validate() throws {
        guard kafka ? file == nil && conversation != nil : file != nil && conversation == nil else {
            throw ValidationError(.translated("Give either the file of a submission, or --kafka and --conversation."))
        }
    }

    func run() async throws {
        let settings = try options.settings()
        let content = try options.content(of: settings)
        let submission = try await self.submission(settings, content)
        let report = SubmissionReport(
            of: submission, knowledge: content.engine.knowledge, language: language, contentVersion: content.version,
            improvements: submission.improvements(
                limit: 5, knowledge: content.engine.knowledge, language: language ?? submission.language))
        guard let report else {
            StandardError.print(
                "\(file ?? conversation ?? ""): the content has no questionnaire « \(submission.questionnaire) ». "
                    + "Give with --content the one that was answered.")
            throw ExitCode.failure
        }
        try Files.write(report.html, toFileOrOutput: output)
    }

    private func submission(_ settings: Settings, _ content: LoadedContent) async throws -> SubmissionMessage {
        if let conversation {
            let search = DeclarationSearch(settings: settings, content: content)
            if let found = try await search.newest(in: conversation) { return found }
            let topics = settings.service.routes.map(\.conversations) + [settings.service.topics.submissions]
            StandardError.print(
                "No finished questionnaire of the conversation « \(conversation) » is on \(topics.joined(separator: ", ")). "
                    + "Check the id: replies carry it in « conversation », questions in their key.")
            throw ExitCode.failure
        }
        let file = file ?? ""
        let value = try Files.data(of: file)
        do {
            return try SubmissionMessage(value: value)
        } catch {
            StandardError.print("\(file): \(error.text)")
            throw ExitCode.failure
        }
    }
}
