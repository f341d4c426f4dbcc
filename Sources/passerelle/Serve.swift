import ArgumentParser
import Contract
import Dialogue
import EmbeddedBroker
import Foundation
import Logging
import Service
import ServiceLifecycle
import Text

/// `passerelle serve`: answers questions from Kafka until it is told to stop.
struct Serve: AsyncParsableCommand, StopsOnSignals {
    static let configuration = CommandConfiguration(
        abstract: .translated("Answer questions from Kafka until told to stop."),
        discussion: .translated(
            """
            Reads questions from the topics of the configured routes and writes replies, conversations and events, each in \
            one transaction with the question's offset. SIGTERM or SIGINT: what was taken is finished and committed, and the \
            process ends with status 0 within ten seconds.

            Examples:
              passerelle serve --embedded --data ./data --port 9092
              passerelle serve --config config/passerelle.yaml
              PASSERELLE_KAFKA_BOOTSTRAP_SERVERS=kafka-1:9092,kafka-2:9092 passerelle serve
            """)
    )

    @Flag(name: .long, help: .translated("Start a broker inside this process rather than use a cluster."))
    var embedded = false

    @OptionGroup(title: .translated("With --embedded")) var brokerOptions: BrokerOptions

    @OptionGroup var options: SettingsOptions

    @OptionGroup var output: LanguageOptions

    func validate() throws { try brokerOptions.validate(isStarted: embedded) }

    func run() async throws {
        var settings = try options.settings()
        let content = try options.content(of: settings)
        let processor = TurnProcessor(content: content)
        // Questions are answered meanwhile: who is first to need something waits for that alone.
        Thread.detachNewThread { content.engine.prepare() }
        let broker = embedded ? try await EmbeddedService(settings, brokerOptions.configuration) : nil
        if let broker {
            settings = broker.settings
            StandardError.print(verbatim: broker.notice)
        }
        let logger = settings.logger()
        let service = try PasserelleService(settings.service, processor: processor, logger: logger)
        try await ServiceGroup(
            configuration: .init(
                services: [
                    .init(service: service, successTerminationBehavior: .gracefullyShutdownGroup), .stopsInOrder,
                ],
                logger: logger)
        ).run()
        try await broker?.broker.shutdown()
    }
}
