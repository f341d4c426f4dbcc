import ArgumentParser
import Dialogue
import Knowledge
import Messages

/// `passerelle report`: a finished questionnaire as a document.
struct Report: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Write the report of a finished questionnaire: a page for a browser or a printer.",
        discussion: """
            The file holds one submission, as the topic of submissions carries it. The report holds all its answers, \
            whatever sharing was agreed to: it is for the person who answered.

            Examples:
              passerelle report submission.json --output report.html
              passerelle report submission.json --language en > report.html
            """
    )

    @Argument(help: "The file of the submission.", completion: .file(extensions: ["json"]))
    var file: String

    @Option(name: .long, help: "The language of the report. If left out, that of the submission.")
    var language: Language?

    @Option(
        name: .long, help: "Write to this file rather than to standard output.", completion: .file(extensions: ["html"])
    )
    var output: String?

    @OptionGroup var options: SettingsOptions

    func run() throws {
        let submission = try self.submission()
        let content = try options.content(of: options.settings())
        let report = SubmissionReport(
            of: submission, knowledge: content.engine.knowledge, language: language, contentVersion: content.version,
            improvements: submission.improvements(
                limit: 5, knowledge: content.engine.knowledge, language: language ?? submission.language))
        guard let report else {
            StandardError.print(
                "\(file): the content has no questionnaire « \(submission.questionnaire) ». "
                    + "Give with --content the one that was answered.")
            throw ExitCode.failure
        }
        try Files.write(report.html, toFileOrOutput: output)
    }

    private func submission() throws -> SubmissionMessage {
        let value = try Files.bytes(of: file)
        do {
            return try SubmissionMessage(value: value)
        } catch {
            StandardError.print("\(file): \(error)")
            throw ExitCode.failure
        }
    }
}
