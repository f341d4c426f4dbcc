import ArgumentParser
import EmbeddedBroker
import Logging
import NIOCore
import ServiceLifecycle
import Text

/// Where the embedded broker listens.
struct BrokerOptions: ParsableArguments {
    @Option(
        name: .long, help: .translated("The port of the embedded broker: 9092 if left out, 0 for any that is free."))
    var port: Int?

    @Option(name: .long, help: .translated("The address that the embedded broker listens on: 127.0.0.1 if left out."))
    var host: String?

    @Option(
        name: .long, help: .translated("Where the embedded broker keeps its data; in memory only if left out."),
        completion: .directory)
    var data: String?

    @Flag(
        name: .long,
        help:
            .translated(
                "Let the embedded broker listen beyond this machine. It has no authentication: whoever reaches it owns it."
            ))
    var embeddedInsecureListen = false

    func validate() throws {
        if let port, !(0...Int(UInt16.max)).contains(port) {
            throw ValidationError(
                .translated("There is no port \(port). Choose one up to 65535, or 0 for any that is free."))
        }
    }

    /// Refuses options of a broker that is not started.
    func validate(isStarted: Bool) throws {
        let given = [
            ("--port", port != nil), ("--host", host != nil), ("--data", data != nil),
            ("--embedded-insecure-listen", embeddedInsecureListen),
        ]
        guard !isStarted, let useless = given.first(where: { $0.1 })?.0 else { return }
        throw ValidationError(
            .translated("\(useless) is for the embedded broker: give --embedded with it, or leave it out."))
    }

    var configuration: EmbeddedBrokerConfiguration {
        EmbeddedBrokerConfiguration(
            host: host ?? "127.0.0.1", port: port ?? 9092, dataDirectory: data,
            allowsInsecureListen: embeddedInsecureListen)
    }
}

/// `passerelle broker`: the embedded broker alone.
struct Broker: AsyncParsableCommand, StopsOnSignals {
    static let configuration = CommandConfiguration(
        abstract: .translated("Run the embedded broker alone."),
        discussion: .translated(
            """
            A small broker that speaks Kafka's protocol, with transactions: for development, tests, and one machine. Without \
            --data it keeps everything in memory and forgets it at the end.
            """)
    )

    @OptionGroup var broker: BrokerOptions

    @OptionGroup var output: LanguageOptions

    func run() async throws {
        let logger = Logger(label: "passerelle") { CleanLogHandler(label: $0) }
        let service = BrokerService(configuration: broker.configuration, logger: logger)
        try await ServiceGroup(
            configuration: .init(services: [.init(service: service), .stopsInOrder], logger: logger)
        ).run()
    }
}

/// The embedded broker as a service that lasts until it is told to stop.
private struct BrokerService: Service {
    let configuration: EmbeddedBrokerConfiguration
    let logger: Logger

    func run() async throws {
        let broker = try await EmbeddedBroker.start(configuration, logger: logger)
        StandardError.print("Embedded broker: \(broker.bootstrapServers)")
        try await gracefulShutdown()
        try await broker.shutdown()
    }
}
