import ArgumentParser
import Bridges
import Contract
import Dialogue
import EmbeddedBroker
import Foundation
import Knowledge
import Logging
import Service
import ServiceLifecycle
import Text

/// `passerelle chat`: a conversation in a terminal.
struct Chat: AsyncParsableCommand, StopsOnSignals {
    static let configuration = CommandConfiguration(
        abstract: .translated("Talk with the assistant in a terminal."),
        discussion: .translated(
            """
            Without options the assistant answers in this process. With --embedded a broker and the service are started \
            here too, and questions and replies go through their topics; with --kafka they go through the configured \
            cluster, where a service must be running.

            Without a terminal, each line of standard input is a question. Colours: unless NO_COLOR is set.

            In a terminal the conversation is kept, and the command that goes on with it is said at the end: without Kafka \
            in .passerelle/ of the working folder, else on the topics (with --embedded: where --data says).
            """)
    )

    @Flag(name: .long, help: .translated("Start a broker and the service in this process, and talk through them."))
    var embedded = false

    @OptionGroup(title: .translated("With --embedded")) var brokerOptions: BrokerOptions

    @Flag(name: .long, help: .translated("Talk through the topics of the configured cluster."))
    var kafka = false

    @Option(name: .long, help: .translated("Go on with the conversation of this name."))
    var conversation: String?

    @OptionGroup var options: SettingsOptions

    func validate() throws {
        if let conversation, !(1...KeptChat.longestName).contains(conversation.utf8.count) {
            throw ValidationError(.translated("The name of a conversation has 1 to \(KeptChat.longestName) bytes."))
        }
        try brokerOptions.validate(isStarted: embedded)
        if embedded && kafka {
            throw ValidationError(.translated("--embedded brings a broker of its own: leave --kafka out."))
        }
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
            try await talkHere(settings, content)
        }
    }

    private func talkHere(_ settings: Settings, _ content: LoadedContent) async throws {
        if let lifetime = settings.dialogue.expiry.lifetime { KeptChat.erase(olderThan: Double(lifetime) / 1000) }
        let state = conversation.flatMap(KeptChat.state)
        let kept = KeptChat(wanted: conversation, isKept: true) { _ in state != nil }
        let dialogue = InMemorySession(content: content, states: state.map { [kept.conversation: $0] } ?? [:])
        let isInteractive = isatty(STDIN_FILENO) != 0 && isatty(STDOUT_FILENO) != 0
        let declarations = DeclarationFiles(content: content)
        try await TerminalChat(words: content.engine.terminalWords(in:), kept: kept).run { question in
            let answer = dialogue.answer(
                question, id: UUID().uuidString, conversation: kept.conversation, now: .now)
            if isInteractive || conversation != nil { kept.keep(dialogue.states[kept.conversation]) }
            guard var reply = answer else { return nil }
            let declaration = dialogue.declaration(in: kept.conversation)
            await declarations.follow(&reply) { declaration }
            return reply
        }
    }

    private func talkThroughEmbeddedService(_ settings: Settings, _ content: LoadedContent) async throws {
        let broker = try await EmbeddedService(settings, brokerOptions.configuration)
        StandardError.print(verbatim: broker.notice)
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

    private func talkThroughKafka(_ settings: Settings, _ content: LoadedContent) async throws {
        guard let route = settings.service.routes.first else { return }
        var logger = settings.logger()
        logger.logLevel = max(logger.logLevel, .warning)
        let kept = KeptChat(wanted: conversation, isKept: !embedded || brokerOptions.data != nil)
        let declarations = DeclarationFiles(content: content)
        let search = DeclarationSearch(settings: settings, content: content)
        let client = ConversationClient(
            settings.service.kafka, questions: route.questions, replies: route.replies,
            source: "/terminal/\(UUID().uuidString)",
            logger: logger)
        do {
            try await TerminalChat(words: content.engine.terminalWords(in:), kept: kept).run { question in
                var reply = try await client.ask(question, in: kept.conversation, timeout: Self.patience)
                if embedded {
                    await declarations.follow(&reply) { try await search.newest(in: kept.conversation) }
                } else if reply.intent.id == "questionnaire.report", reply.questionnaire?.state == "completed" {
                    let command = "passerelle report --kafka --conversation \(kept.conversation) --output rapport.html"
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
