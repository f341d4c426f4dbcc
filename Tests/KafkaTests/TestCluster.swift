import Foundation
import Kafka
import KafkaTesting
import Logging
import Testing

/// The cluster that tests run against: the one that the environment names, else the embedded broker.
enum TestCluster {
    static let logger = Logger(label: "test") { label in
        var handler = StreamLogHandler.standardError(label: label)
        handler.logLevel = .critical
        return handler
    }

    static func configuration() throws -> KafkaConfiguration {
        KafkaConfiguration(bootstrapServers: try TestBroker.bootstrapServers)
    }

    /// Runs `body` with a topic that nobody else uses.
    @KafkaTestActor
    static func withTopic(partitions: Int = 1, _ body: (String) throws -> Void) throws {
        let topic = unique("topic")
        let admin = try Admin(configuration(), logger: logger)
        try admin.create(
            NewTopic(name: topic, partitions: partitions, replicationFactor: 1), timeout: .seconds(20)
        )
        defer { try? admin.delete(topic: topic, timeout: .seconds(20)) }
        try body(topic)
    }

    static func unique(_ name: String) -> String {
        "test-\(name)-\(UUID().uuidString.lowercased())"
    }
}

/// Where tests that block run: on a thread of their own, as programs do it.
@globalActor
actor KafkaTestActor {
    static let shared = KafkaTestActor()
    private let thread = KafkaThread(name: "kafka-tests")
    nonisolated var unownedExecutor: UnownedSerialExecutor { thread.asUnownedSerialExecutor() }
}

struct DeadlineExceeded: Error, CustomStringConvertible {
    var description: String
}

/// Calls `attempt`, which waits a little itself, until it gives back something.
func waitFor<Value>(
    _ what: String,
    within timeout: Duration = .seconds(300),
    _ attempt: () throws -> Value?
) throws -> Value {
    let deadline = ContinuousClock.now + timeout
    while ContinuousClock.now < deadline {
        if let value = try attempt() { return value }
    }
    throw DeadlineExceeded(description: "No \(what) within \(timeout)")
}

extension Consumer {
    /// Polls until records have come, taking over the partitions that it is given.
    func records(_ count: Int) throws -> [KafkaRecord] {
        var records: [KafkaRecord] = []
        return try waitFor("\(count) records") {
            switch poll(timeout: .milliseconds(100)) {
            case .record(let record): records.append(record)
            case .rebalance(.assigned(let partitions)): try assign(partitions)
            case .rebalance(.revoked(let partitions, _)): try unassign(partitions)
            case .failure(let error) where error.disposition == .fatal: throw error
            case .unreadable, .failure, nil: break
            }
            return records.count >= count ? records : nil
        }
    }
}

extension PartitionReader {
    /// Reads a partition from its beginning up to its present end.
    func all(of topic: String, partition: Int32 = 0) throws -> [KafkaRecord] {
        try assign([TopicPartition(topic, partition): .beginning])
        var records: [KafkaRecord] = []
        return try waitFor("end of \(topic)") {
            switch poll(timeout: .milliseconds(100)) {
            case .record(let record): records.append(record)
            case .end: return records
            case .failure(let error) where error.disposition == .fatal: throw error
            case .unreadable, .failure, nil: break
            }
            return nil
        }
    }
}

extension NewKafkaRecord {
    init(_ topic: String, _ value: String, partition: Int32? = 0, key: String? = nil) {
        self.init(topic: topic, partition: partition, key: key.map { Array($0.utf8) }, value: Array(value.utf8))
    }
}

extension KafkaRecord {
    var text: String { String(decoding: value ?? [], as: UTF8.self) }
}
