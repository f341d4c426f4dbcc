import ArgumentParser
import Bridges
import Contract
import Dialogue
import Kafka
import Logging
import Reports
import Service
import Text

/// `passerelle replay`: what today's content would reply differently.
struct Replay: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: .translated("Ask recorded questions again, and show what is replied differently now."),
        discussion: .translated(
            """
            With --kafka, reads the question topic and the reply topic of a route from their beginning to their \
            present end; nothing is written. With files, questions are lines as "passerelle ask -" takes them, each \
            with its "time" if one likes (2026-01-31T14:05:00Z), and replies are lines as it writes them.

            Every question is asked again at its own time, each conversation from its beginning. Compared are intent, \
            outcome, language, alternatives, entities, references and whether there is a reply at all.

            Examples:
              passerelle replay --kafka --since 2026-01-31
              passerelle ask - < questions.jsonl > replies.jsonl
              passerelle replay --questions questions.jsonl --replies replies.jsonl --content ../draft --fail-on-change
            """)
    )

    @Flag(name: .long, help: .translated("Read the topics of the configured cluster."))
    var kafka = false

    @Option(name: .long, help: .translated("With --kafka: the name of the route to read. If left out, the first."))
    var route: String?

    @Option(name: .long, help: .translated("A file of questions."), completion: .file(extensions: ["jsonl"]))
    var questions: String?

    @Option(
        name: .long, help: .translated("The file of the replies to them."), completion: .file(extensions: ["jsonl"]))
    var replies: String?

    @Option(
        name: .long,
        help: .translated(
            "Compare only questions from this time on, in UTC unless it says otherwise: 2026-01-31T14:05:00Z."),
        transform: Self.time)
    var since: Int64?

    @Option(name: .long, help: .translated("Compare at most so many questions, the newest."))
    var limit: Int?

    @Flag(name: .long, help: .translated("Compare the wording too."))
    var text = false

    @Flag(name: .long, help: .translated("Print everything as JSON."))
    var json = false

    @Flag(name: .long, help: .translated("End with status 1 if any question is replied to differently."))
    var failOnChange = false

    @OptionGroup var options: SettingsOptions

    @OptionGroup var output: LanguageOptions

    func validate() throws {
        let hasBothFiles = questions != nil && replies != nil
        guard kafka ? questions == nil && replies == nil : hasBothFiles else {
            throw ValidationError(.translated("Give either --kafka, or both --questions and --replies."))
        }
        if route != nil && !kafka { throw ValidationError(.translated("--route names topics: give --kafka with it.")) }
        if let limit, limit < 1 {
            throw ValidationError(.translated("--limit \(limit): at least 1 question is compared."))
        }
    }

    func run() async throws {
        let settings = try options.settings()
        let content = try options.content(of: settings)
        let replay = kafka ? try await replayTopics(settings, content) : try replayFiles(content)
        let report = replay.report(since: since, limit: limit)
        if json {
            try StandardOutput.print(json: report)
        } else {
            StandardOutput.print(report.text(in: OutputLanguage.current))
        }
        if failOnChange && report.hasDifferences { throw ExitCode.failure }
    }

    private static func time(_ text: String) throws -> Int64 {
        guard let time = Timestamp.milliseconds(of: text) else {
            throw ValidationError(
                .translated("« \(text) » is no time. Write it as 2026-01-31T14:05:00Z or 2026-01-31."))
        }
        return time
    }

    private func replayFiles(_ content: LoadedContent) throws -> Reports.Replay {
        guard let questions, let replies else { throw ExitCode.validationFailure }
        var replay = Reports.Replay(content: content, comparingText: text)
        do {
            for record in try ReplayRecord.questions(inLines: Files.bytes(of: questions)) { replay.add(record) }
        } catch let error as ReplayRecord.UnreadableTime {
            StandardError.print("\(questions), \(error.text)")
            throw ExitCode.failure
        }
        for record in ReplayRecord.replies(inLines: try Files.bytes(of: replies)) { replay.add(record) }
        return replay
    }

    private func replayTopics(_ settings: Settings, _ content: LoadedContent) async throws -> Reports.Replay {
        let routes = settings.service.routes
        guard let route = route.map({ name in routes.first { $0.name == name } }) ?? routes.first else {
            let names = routes.map(\.name).joined(separator: ", ")
            throw ValidationError(.translated("No route is called « \(route ?? "") ». Configured: \(names)."))
        }
        let (text, log) = (text, settings.logger(atLeast: .warning))
        return try await KafkaThread.run(name: "replay") { () throws -> Reports.Replay in
            var replay = Reports.Replay(content: content, comparingText: text)
            let history = TopicScan(settings.service.kafka, logger: log)
            // Questions first: what is asked meanwhile has no reply that could be there.
            try history.read([route.questions, route.replies]) { record in
                let incoming = IncomingRecord(record)
                replay.add(record.topic == route.questions ? .question(incoming) : .reply(incoming))
            }
            return replay
        }
    }
}
