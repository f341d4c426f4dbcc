import ArgumentParser
import Content
import Dialogue
import Knowledge
import Text

/// `passerelle test`: conversations held as they are written, and where they go otherwise.
struct TestConversations: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "test",
        abstract: .translated("Hold conversations as files have them, and show where the replies differ."),
        discussion: .translated(
            """
            A file holds "conversations", each with a title and turns: what the person says, and what is expected of the \
            reply. Tests/Conversations has many. Ends with status 1 if a reply differs.

            Example:
              passerelle test Tests/Conversations/*.yaml
            """)
    )

    @Argument(help: .translated("The files of conversations."), completion: .file(extensions: ["yaml"]))
    var files: [String]

    @OptionGroup var options: SettingsOptions

    @OptionGroup var output: LanguageOptions

    func run() throws {
        let reader = ContentReader()
        let transcripts = try files.flatMap { path -> [Transcript] in
            Transcript.load(ContentFile(path: path, bytes: try Files.bytes(of: path)), into: reader)
        }
        for problem in reader.sortedProblems { StandardError.print(problem) }
        guard !reader.hasErrors else { throw ExitCode.incorrectData }
        let runner = TranscriptRunner(engine: try options.content(of: options.settings()).engine)
        var failed = 0
        for transcript in transcripts {
            let differences = runner.differences(from: transcript)
            guard !differences.isEmpty else { continue }
            failed += 1
            StandardOutput.print("✘ \(transcript.title)")
            for difference in differences { StandardOutput.print(difference.description) }
            StandardOutput.print("")
        }
        StandardOutput.print(
            .translated("\(transcripts.count - failed) of \(transcripts.count) conversations go as written."))
        if failed > 0 { throw ExitCode.failure }
    }
}
