import CRdkafka
public import Kafka

/// A Kafka cluster inside this process: librdkafka's mock, for a laptop and for tests.
///
/// It listens on 127.0.0.1 at a port of its own choice and keeps everything in memory, a few megabytes a partition. It
/// has no transactions: what is written in one is visible at once and stays if it is aborted, and offsets sent to one
/// are dropped. What is promised as exactly once is therefore at least once here. All members of a group must use the
/// `range` assignor.
///
/// `@unchecked`: the two handles never change, and librdkafka's mock serializes all calls on a thread of its own.
public final class MockCluster: @unchecked Sendable {
    /// Addresses of its brokers.
    public let bootstrapServers: String
    private let client: OpaquePointer
    private let cluster: OpaquePointer

    /// Starts a cluster.
    public init(brokers: Int = 1) throws(KafkaError) {
        let operation = "starting the embedded cluster"
        let configuration = rd_kafka_conf_new()
        // On both sides, or answers wait 40 ms for an acknowledgement.
        rd_kafka_conf_set(configuration, "socket.nagle.disable", "true", nil, 0)
        rd_kafka_conf_set(configuration, "log_level", "2", nil, 0)
        guard let client = rd_kafka_new(RD_KAFKA_PRODUCER, configuration, nil, 0) else {
            rd_kafka_conf_destroy(configuration)
            throw KafkaError(rd_kafka_last_error(), operation: operation)
        }
        guard let cluster = rd_kafka_mock_cluster_new(client, Int32(clamping: brokers)),
            let bootstrapServers = rd_kafka_mock_cluster_bootstraps(cluster)
        else {
            rd_kafka_destroy(client)
            throw KafkaError(RD_KAFKA_RESP_ERR__FAIL, operation: operation)
        }
        self.client = client
        self.cluster = cluster
        self.bootstrapServers = String(cString: bootstrapServers)
    }

    deinit {
        rd_kafka_mock_cluster_destroy(cluster)
        rd_kafka_destroy(client)
    }

    /// What a client of this cluster needs: its address, and settings that suit it.
    public var configuration: KafkaConfiguration {
        KafkaConfiguration(
            bootstrapServers: bootstrapServers,
            properties: [
                "socket.nagle.disable": "true",
                // It holds every rebalance up for a session timeout, and an idle fetch for the whole of its wait.
                "session.timeout.ms": "6000",
                "heartbeat.interval.ms": "1000",
                "transaction.timeout.ms": "5000",
                "fetch.wait.max.ms": "10",
            ]
        )
    }

    /// Creates a topic. One that is named without being there is created with four partitions.
    public func createTopic(_ name: String, partitions: Int) throws(KafkaError) {
        try check(
            rd_kafka_mock_topic_create(cluster, name, Int32(clamping: partitions), 1), "creating the topic \(name)"
        )
    }

    /// Takes all brokers off the network, or brings them back.
    public func setReachable(_ isReachable: Bool) throws(KafkaError) {
        let response =
            isReachable ? rd_kafka_mock_broker_set_up(cluster, -1) : rd_kafka_mock_broker_set_down(cluster, -1)
        try check(response, "changing the reach of the brokers")
    }

    /// Makes a broker, from 1, the leader of a partition, or leaves it without one.
    package func setLeader(of partition: TopicPartition, broker: Int?) throws(KafkaError) {
        try check(
            rd_kafka_mock_partition_set_leader(
                cluster, partition.topic, partition.partition, Int32(clamping: broker ?? -1)),
            "moving the leader of \(partition)"
        )
    }

    /// Lets the next requests of a kind fail, one for each code.
    package func fail(_ request: Request, with codes: [KafkaError.Code]) {
        let codes = codes.map { rd_kafka_resp_err_t($0.rawValue) }
        rd_kafka_mock_push_request_errors_array(cluster, request.rawValue, codes.count, codes)
    }

    /// Lets requests of a kind succeed again.
    package func clearFailures(of request: Request) {
        rd_kafka_mock_clear_request_errors(cluster, request.rawValue)
    }

    /// The kinds of request that tests let fail, with their numbers in Kafka's protocol.
    package enum Request: Int16, Sendable {
        case produce = 0
        case listOffsets = 2
        case findCoordinator = 10
        case initProducerID = 22
        case addPartitionsToTransaction = 24
        case addOffsetsToTransaction = 25
        case endTransaction = 26
        case commitTransactionOffsets = 28
    }
}
