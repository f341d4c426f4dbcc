import ArgumentParser
import EmbeddedBroker
import Logging
import NIOCore
import ServiceLifecycle

/// Where the embedded broker listens.
struct BrokerOptions: ParsableArguments {
    @Option(name: .long, help: "The port of the embedded broker; 0 for any that is free.")
    var port = 9092

    @Option(name: .long, help: "The address that the embedded broker listens on.")
    var host = "127.0.0.1"

    @Option(
        name: .long, help: "Where the embedded broker keeps its data; in memory only if left out.",
        completion: .directory)
    var data: String?

    @Flag(
        name: .long,
        help:
            "Let the embedded broker listen beyond this machine. It has no authentication: whoever reaches it owns it.")
    var embeddedInsecureListen = false

    func validate() throws {
        guard (0...Int(UInt16.max)).contains(port) else {
            throw ValidationError("There is no port \(port). Choose one up to 65535, or 0 for any that is free.")
        }
    }

    var configuration: EmbeddedBrokerConfiguration {
        EmbeddedBrokerConfiguration(
            host: host, port: port, dataDirectory: data, allowsInsecureListen: embeddedInsecureListen)
    }
}

/// `passerelle broker`: the embedded broker alone.
struct Broker: AsyncParsableCommand, StopsOnSignals {
    static let configuration = CommandConfiguration(
        abstract: "Run the embedded broker alone.",
        discussion: """
            A small broker that speaks Kafka's protocol, with transactions: for development, tests, and one machine. Without \
            --data it keeps everything in memory and forgets it at the end.
            """
    )

    @OptionGroup var broker: BrokerOptions

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
