import CRdkafka
public import Logging

/// A topic to be created.
public struct NewTopic: Sendable, Hashable {
    /// The topic's name.
    public var name: String
    /// How many partitions it gets.
    public var partitions: Int
    /// How many brokers keep a copy.
    public var replicationFactor: Int
    /// Its settings, for instance `cleanup.policy`.
    public var configuration: [String: String]

    /// Makes a topic to be created.
    public init(name: String, partitions: Int, replicationFactor: Int, configuration: [String: String] = [:]) {
        self.name = name
        self.partitions = partitions
        self.replicationFactor = replicationFactor
        self.configuration = configuration
    }
}

/// A topic as the cluster has it.
public struct TopicDescription: Sendable, Hashable {
    /// The topic's name.
    public var name: String
    /// How many partitions it has.
    public var partitions: Int
    /// How many brokers keep a copy.
    public var replicationFactor: Int

    /// Makes a description, for instance in a test.
    public init(name: String, partitions: Int, replicationFactor: Int) {
        self.name = name
        self.partitions = partitions
        self.replicationFactor = replicationFactor
    }
}

/// Creates, deletes and describes topics, and looks at partitions.
///
/// Not for use from several threads: let an actor on a ``KafkaThread`` own it, or use ``KafkaThread/run(name:_:)``.
public final class Admin {
    let client: Client

    /// Makes an administrator.
    public init(_ configuration: KafkaConfiguration, logger: Logger) throws(KafkaError) {
        let properties = try ClientProperties(
            configuration,
            defaults: ["reconnect.backoff.max.ms": "2000", "metadata.max.age.ms": "30000"],
            // Uncommitted: see `watermarks`.
            fixed: ["isolation.level": "read_uncommitted", "allow.auto.create.topics": "false"]
        )
        client = try Client(RD_KAFKA_PRODUCER, properties, name: "administration client", logger: logger)
    }

    deinit {
        close(timeout: .seconds(2))
    }

    /// Creates a topic.
    public func create(_ topic: NewTopic, timeout: Duration) throws(KafkaError) {
        let operation = "creating the topic \(topic.name)"
        var text = [CChar](repeating: 0, count: 512)
        guard
            let request = rd_kafka_NewTopic_new(
                topic.name, Int32(clamping: topic.partitions), Int32(clamping: topic.replicationFactor), &text,
                text.count
            )
        else {
            let bytes = text.prefix { $0 != 0 }.map(UInt8.init(bitPattern:))
            throw KafkaError(
                RD_KAFKA_RESP_ERR__INVALID_ARG, operation: operation, detail: String(decoding: bytes, as: UTF8.self)
            )
        }
        defer { rd_kafka_NewTopic_destroy(request) }
        for (name, value) in topic.configuration {
            try check(rd_kafka_NewTopic_set_config(request, name, value), operation)
        }
        try perform(RD_KAFKA_ADMIN_OP_CREATETOPICS, operation, timeout) { options, queue in
            var requests: [OpaquePointer?] = [request]
            rd_kafka_CreateTopics(client.pointer, &requests, 1, options, queue)
        } read: { event throws(KafkaError) in
            var count = 0
            let results = rd_kafka_CreateTopics_result_topics(rd_kafka_event_CreateTopics_result(event), &count)
            try Self.checkTopics(results, count, operation)
        }
    }

    /// Deletes a topic with all its records.
    public func delete(topic: String, timeout: Duration) throws(KafkaError) {
        let operation = "deleting the topic \(topic)"
        let request = rd_kafka_DeleteTopic_new(topic)
        defer { rd_kafka_DeleteTopic_destroy(request) }
        try perform(RD_KAFKA_ADMIN_OP_DELETETOPICS, operation, timeout) { options, queue in
            var requests: [OpaquePointer?] = [request]
            rd_kafka_DeleteTopics(client.pointer, &requests, 1, options, queue)
        } read: { event throws(KafkaError) in
            var count = 0
            let results = rd_kafka_DeleteTopics_result_topics(rd_kafka_event_DeleteTopics_result(event), &count)
            try Self.checkTopics(results, count, operation)
        }
    }

    /// All topics that this user may see, by name. To ask for one by its name would create it on many clusters.
    public func topics(timeout: Duration) throws(KafkaError) -> [String: TopicDescription] {
        var result: UnsafePointer<rd_kafka_metadata>?
        try check(
            rd_kafka_metadata(client.pointer, 1, nil, &result, timeout.milliseconds), "asking for the topics"
        )
        guard let result else { return [:] }
        defer { rd_kafka_metadata_destroy(result) }
        client.events.noteSuccess()
        var topics: [String: TopicDescription] = [:]
        for topic in UnsafeBufferPointer(start: result.pointee.topics, count: Int(result.pointee.topic_cnt))
        where topic.err == RD_KAFKA_RESP_ERR_NO_ERROR {
            let name = String(cString: topic.topic)
            let partitions = UnsafeBufferPointer(start: topic.partitions, count: Int(topic.partition_cnt))
            topics[name] = TopicDescription(
                name: name,
                partitions: partitions.count,
                replicationFactor: partitions.map { Int($0.replica_cnt) }.min() ?? 0
            )
        }
        return topics
    }

    /// A topic's settings, those included that it has from its broker.
    public func configuration(ofTopic topic: String, timeout: Duration) throws(KafkaError) -> [String: String] {
        let operation = "asking for the settings of the topic \(topic)"
        let request = rd_kafka_ConfigResource_new(RD_KAFKA_RESOURCE_TOPIC, topic)
        defer { rd_kafka_ConfigResource_destroy(request) }
        var settings: [String: String] = [:]
        try perform(RD_KAFKA_ADMIN_OP_DESCRIBECONFIGS, operation, timeout) { options, queue in
            var requests: [OpaquePointer?] = [request]
            rd_kafka_DescribeConfigs(client.pointer, &requests, 1, options, queue)
        } read: { event throws(KafkaError) in
            var count = 0
            let resources = rd_kafka_DescribeConfigs_result_resources(
                rd_kafka_event_DescribeConfigs_result(event), &count
            )
            for resource in UnsafeBufferPointer(start: resources, count: count) {
                try check(rd_kafka_ConfigResource_error(resource), operation)
                var entries = 0
                let list = rd_kafka_ConfigResource_configs(resource, &entries)
                for entry in UnsafeBufferPointer(start: list, count: entries) {
                    guard let name = rd_kafka_ConfigEntry_name(entry), let value = rd_kafka_ConfigEntry_value(entry)
                    else { continue }
                    settings[String(cString: name)] = String(cString: value)
                }
            }
        }
        return settings
    }

    /// The offsets between which a partition holds records, those of transactions included that are still open: a
    /// reader of committed records that has come up to `high` has seen the outcome of every one of them.
    public func watermarks(of partition: TopicPartition, timeout: Duration) throws(KafkaError) -> Watermarks {
        try client.watermarks(of: partition, timeout: timeout)
    }

    /// Asks for the offsets between which a partition holds records, as ``watermarks(of:timeout:)`` does, without waiting
    /// for the answer.
    ///
    /// - Parameter refreshes: whether to ask for the partition's leader anew first.
    public func beginWatermarks(
        of partition: TopicPartition,
        refreshing refreshes: Bool = false,
        timeout: Duration
    ) -> PendingCall<Watermarks> {
        let sent = SentPointer(pointer: client.pointer)
        return client.blockingCalls.begin { () throws(KafkaError) in
            if refreshes { Client.refreshMetadata(sent.pointer, timeout) }
            return try Client.watermarks(sent.pointer, of: partition, timeout: timeout)
        }
    }

    /// Ends the administrator.
    public func close(timeout: Duration) {
        client.close(timeout: timeout)
    }

    private func perform(
        _ operationType: rd_kafka_admin_op_t,
        _ operation: String,
        _ timeout: Duration,
        _ start: (_ options: OpaquePointer?, _ queue: OpaquePointer?) -> Void,
        read: (_ event: OpaquePointer) throws(KafkaError) -> Void
    ) throws(KafkaError) {
        let queue = rd_kafka_queue_new(client.pointer)
        defer { rd_kafka_queue_destroy(queue) }
        let options = rd_kafka_AdminOptions_new(client.pointer, operationType)
        defer { rd_kafka_AdminOptions_destroy(options) }
        rd_kafka_AdminOptions_set_request_timeout(options, timeout.milliseconds, nil, 0)
        start(options, queue)
        // librdkafka answers at its own timeout at the latest; the second more lets its answer come first.
        guard let event = rd_kafka_queue_poll(queue, (timeout + .seconds(1)).milliseconds) else {
            throw KafkaError(RD_KAFKA_RESP_ERR__TIMED_OUT, operation: operation)
        }
        defer { rd_kafka_event_destroy(event) }
        let error = rd_kafka_event_error(event)
        guard error == RD_KAFKA_RESP_ERR_NO_ERROR else {
            throw KafkaError(
                error, operation: operation, detail: rd_kafka_event_error_string(event).map { String(cString: $0) }
            )
        }
        try read(event)
    }

    private static func checkTopics(
        _ results: UnsafeMutablePointer<OpaquePointer?>?,
        _ count: Int,
        _ operation: String
    ) throws(KafkaError) {
        for result in UnsafeBufferPointer(start: results, count: count) {
            let error = rd_kafka_topic_result_error(result)
            guard error != RD_KAFKA_RESP_ERR_NO_ERROR else { continue }
            let detail = rd_kafka_topic_result_error_string(result).map { String(cString: $0) }
            throw KafkaError(error, operation: operation, detail: detail)
        }
    }
}
