import EmbeddedBroker
import Kafka
import Logging
import Service

/// A broker inside this process, with the topics of a configuration on it.
struct EmbeddedService {
    let broker: EmbeddedBroker
    /// The configuration, with the embedded broker for its cluster.
    let settings: Settings

    init(_ settings: Settings, _ configuration: EmbeddedBrokerConfiguration) async throws {
        let logger = settings.logger()
        broker = try await EmbeddedBroker.start(configuration, logger: logger)
        var settings = settings
        settings.service.kafka.bootstrapServers = broker.bootstrapServers
        let service = settings.service
        try await KafkaThread.run(name: "topics") {
            let admin = try Admin(service.kafka, logger: logger)
            defer { admin.close(timeout: .seconds(2)) }
            let missing = TopicPlan(service).missing(from: try admin.topics(timeout: .seconds(10)))
            for topic in missing { try admin.create(topic, timeout: .seconds(10)) }
        }
        self.settings = settings
    }

    /// Where the broker is.
    var notice: String { "Embedded broker: \(broker.bootstrapServers)" }
}
