import Foundation
import Kafka
import Logging

/// Records written to and read from a broker, by the clients of the `Kafka` target on a thread of their own.
enum BrokerClient {
    static let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }

    static func onThread<Success: Sendable>(_ work: @escaping @Sendable () throws -> Success) async throws -> Success {
        try await KafkaThread.run(name: "broker-test", work)
    }

    static func create(_ topic: String, at servers: String, partitions: Int = 1, _ settings: [String: String] = [:])
        throws
    {
        let admin = try Admin(KafkaConfiguration(bootstrapServers: servers), logger: logger)
        defer { admin.close(timeout: .seconds(2)) }
        try admin.create(
            NewTopic(name: topic, partitions: partitions, replicationFactor: 1, configuration: settings),
            timeout: .seconds(20))
    }

    /// Writes each record on its own, as a batch of its own.
    static func write(_ records: [NewKafkaRecord], at servers: String) throws {
        let producer = try Producer(KafkaConfiguration(bootstrapServers: servers), logger: logger)
        defer { producer.close(timeout: .seconds(2)) }
        for record in records { try producer.write([record], timeout: .seconds(20)) }
    }

    /// What readers of committed records find in a partition.
    static func read(_ topic: String, at servers: String) throws -> [KafkaRecord] {
        let reader = try PartitionReader(KafkaConfiguration(bootstrapServers: servers), logger: logger)
        defer { reader.close(timeout: .seconds(2)) }
        try reader.assign([TopicPartition(topic, 0): .beginning])
        var records: [KafkaRecord] = []
        let limit = ContinuousClock.now + .seconds(300)
        while .now < limit {
            switch reader.poll(timeout: .milliseconds(100)) {
            case .record(let record): records.append(record)
            case .end: return records
            case .unreadable, .failure, nil: continue
            }
        }
        throw TimedOut()
    }

    struct TimedOut: Error {}

    /// A folder of one's own, removed afterwards.
    static func withFolder(_ body: (String) async throws -> Void) async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "broker-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try await body(folder.path(percentEncoded: false))
    }
}

extension NewKafkaRecord {
    init(_ topic: String, _ value: String?, key: String? = nil) {
        self.init(topic: topic, partition: 0, key: key.map { Array($0.utf8) }, value: value.map { Array($0.utf8) })
    }
}

extension KafkaRecord {
    var text: String { String(decoding: value ?? [], as: UTF8.self) }
}
