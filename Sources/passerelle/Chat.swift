import ArgumentParser
import Bridges
import Dialogue
import EmbeddedBroker
import Foundation
import Knowledge
import Logging
import Messages
import Service
import ServiceLifecycle

/// `passerelle chat`: a conversation in a terminal.
struct Chat: AsyncParsableCommand, StopsOnSignals {
    static let configuration = CommandConfiguration(
        abstract: "Talk with the assistant in a terminal.",
        discussion: """
            Without options the assistant answers in this process. With --embedded a broker and the service are started \
            here too, and questions and replies go through their topics; with --kafka they go through the configured \
            cluster, where a service must be running.

            Without a terminal, each line of standard input is a question. Colours: unless NO_COLOR is set.
            """
    )

    @Flag(name: .long, help: "Start a broker and the service in this process, and talk through them.")
    var embedded = false

    @OptionGroup(title: "With --embedded") var brokerOptions: BrokerOptions

    @Flag(name: .long, help: "Talk through the topics of the configured cluster.")
    var kafka = false

    @OptionGroup var options: SettingsOptions

    func validate() throws {
        if embedded && kafka { throw ValidationError("--embedded brings a broker of its own: leave --kafka out.") }
    }

    func run() async throws {
        var settings = try options.settings()
        settings.dialogue.deliveries = kafka ? .topic : embedded ? [.topic, .files] : .files
        let content = try options.content(of: settings)
        if embedded {
            try await talkThroughEmbeddedService(settings, content)
        } else if kafka {
            try await talkThroughKafka(settings, content)
        } else {
            let dialogue = LineDialogue(content: content)
            let declarations = DeclarationFiles(content: content)
            try await TerminalChat(words: content.engine.terminalWords(in:)).run { question in
                guard var reply = dialogue.answer(question, conversation: "chat", now: .now) else { return nil }
                let declaration = dialogue.declaration(in: "chat")
                await declarations.follow(&reply) { declaration }
                return reply
            }
        }
    }

    private func talkThroughEmbeddedService(_ settings: Settings, _ content: Content) async throws {
        let broker = try await EmbeddedService(settings, brokerOptions.configuration)
        StandardError.print(broker.notice)
        var logger = broker.settings.logger()
        logger.logLevel = max(logger.logLevel, .warning)
        let service = try PasserelleService(
            broker.settings.service, processor: TurnProcessor(content: content), logger: logger)
        let group = ServiceGroup(configuration: .init(services: [.init(service: service)], logger: logger))
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask { try await group.run() }
            do {
                try await talkThroughKafka(broker.settings, content)
            } catch {
                await group.triggerGracefulShutdown()
                throw error
            }
            await group.triggerGracefulShutdown()
            try await tasks.waitForAll()
        }
        try await broker.broker.shutdown()
    }

    private func talkThroughKafka(_ settings: Settings, _ content: Content) async throws {
        guard let route = settings.service.routes.first else { return }
        var logger = settings.logger()
        logger.logLevel = max(logger.logLevel, .warning)
        let run = UUID().uuidString
        let declarations = DeclarationFiles(content: content)
        let search = DeclarationSearch(settings: settings, content: content)
        let client = ConversationClient(
            settings.service.kafka, questions: route.questions, replies: route.replies, source: "/terminal/\(run)",
            logger: logger)
        do {
            try await TerminalChat(words: content.engine.terminalWords(in:)).run { question in
                var reply = try await client.ask(question, in: run, timeout: Self.patience)
                if embedded {
                    await declarations.follow(&reply) { try await search.newest(in: run) }
                } else if reply.intent.id == "questionnaire.report", reply.questionnaire?.state == "completed" {
                    let command = "passerelle report --kafka --conversation \(run) --output rapport.html"
                    reply.append(content.engine.notice(ofReportCommand: command, in: reply.language))
                }
                return reply
            }
        } catch {
            await client.close()
            throw error
        }
        await client.close()
    }

    /// How long a reply may take: a group of consumers can be a while forming.
    private static let patience = Duration.seconds(60)
}
