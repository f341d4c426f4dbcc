import Dialogue
import Kafka
import Logging
import Messages
import Service

/// A broker inside this process, with the topics of a configuration on it.
struct EmbeddedService {
    let cluster: EmbeddedMockCluster
    /// The configuration, with the embedded broker for its cluster.
    let settings: Settings

    init(_ settings: Settings) throws {
        cluster = try EmbeddedMockCluster()
        var settings = settings
        settings.service.kafka = cluster.configuration
        for topic in TopicPlan(settings.service).topics {
            try cluster.createTopic(topic.name, partitions: topic.partitions)
        }
        self.settings = settings
    }

    /// Where the broker is, and what it cannot do.
    var notice: String {
        """
        Embedded broker: \(cluster.bootstrapServers)
        It keeps everything in memory and forgets it at the end. It has no transactions, so here a question is answered \
        at least once; on a real cluster it is answered exactly once.
        """
    }
}
