import Foundation
import Kafka
import KafkaTesting
import Logging
import Testing

@testable import Contract
@testable import Service

/// Counts the questions of each conversation, and answers with the count and the question. The state is the count.
struct CountingHandler: TurnHandler {
    func process(_ record: IncomingRecord, state: [UInt8]?) -> ProcessedTurn {
        let text = String(decoding: record.value ?? [], as: UTF8.self)
        if text == "poison" {
            return ProcessedTurn(state: .unchanged, records: [deadLetter(record, code: "poison", message: "")])
        }
        if text == "forget" { return ProcessedTurn(state: .removed, records: [reply(record, "forgotten")]) }
        let count = (state.flatMap { Int(String(decoding: $0, as: UTF8.self)) } ?? 0) + 1
        let answer = text == "big" ? String(repeating: "x", count: 1_100_000) : "\(count) \(text)"
        return ProcessedTurn(
            state: .replaced(Array("\(count)".utf8)),
            records: [
                reply(record, answer),
                OutgoingRecord(channel: .insights, key: nil, value: Array(text.utf8), headers: []),
            ]
        )
    }

    func deadLetter(_ record: IncomingRecord, code: String, message: String) -> OutgoingRecord {
        OutgoingRecord(
            channel: .deadLetters, key: record.key, value: record.value,
            headers: [RecordHeader(name: "dlq.code", value: Array(code.utf8))]
        )
    }

    func conversationHeaders(causedBy record: IncomingRecord) -> [RecordHeader] {
        [RecordHeader(name: "cause", value: Array("\(record.offset)".utf8))]
    }

    var earliestExpiry: Int64? { nil }

    func expiry(of state: [UInt8], key: [UInt8], idleSince: Int64, now: Int64) -> ExpiryVerdict { .keep(until: .max) }

    func conversationHeaders(ofExpiryIn key: [UInt8], idleSince: Int64, now: Int64) -> [RecordHeader] { [] }

    private func reply(_ record: IncomingRecord, _ text: String) -> OutgoingRecord {
        OutgoingRecord(channel: .replies, key: record.key, value: Array(text.utf8), headers: [])
    }
}

/// A cluster with the topics of one configuration, and the service on it: the cluster that the environment names, else the
/// embedded broker; librdkafka's mock, which fails on demand, where a test is about failures.
final class Harness: Sendable {
    static let logger = Logger(label: "test") { label in
        var handler = StreamLogHandler.standardError(label: label)
        handler.logLevel = .critical
        return handler
    }

    let mock: MockCluster?
    /// What the names of its topics begin with.
    let prefix: String
    let configuration: ServiceConfiguration
    let logged = LoggedMessages()

    private init(mock: MockCluster?, prefix: String, configuration: ServiceConfiguration) {
        self.mock = mock
        self.prefix = prefix
        self.configuration = configuration
    }

    /// Runs `body` with topics that nobody else uses.
    static func run(
        partitions: Int = 2,
        createsTopics: Bool = true,
        onMock: Bool = false,
        on bootstrapServers: String? = nil,
        _ body: (Harness) async throws -> Void
    ) async throws {
        let mock = onMock ? try MockCluster() : nil
        let kafka =
            try mock?.configuration
            ?? KafkaConfiguration(
                bootstrapServers: bootstrapServers ?? TestBroker.bootstrapServers)
        let prefix = "test-\(UUID().uuidString.lowercased())"
        var configuration = ServiceConfiguration.sample(kafka, prefix: prefix)
        configuration.topicDefaults.partitions = partitions
        let harness = Harness(mock: mock, prefix: prefix, configuration: configuration)
        guard createsTopics else { return try await body(harness) }
        try await harness.createTopics()
        let result: Result<Void, any Error>
        do { result = .success(try await body(harness)) } catch { result = .failure(error) }
        try await harness.deleteTopics()
        try result.get()
    }

    private func createTopics() async throws {
        let (mock, configuration) = (mock, configuration)
        try await KafkaThread.run(name: "create-topics") {
            let topics = TopicPlan(configuration).missing(from: [:])
            if let mock {
                for topic in topics { try mock.createTopic(topic.name, partitions: topic.partitions) }
            } else {
                let admin = try Admin(configuration.kafka, logger: Self.logger)
                for topic in topics { try admin.create(topic, timeout: .seconds(20)) }
            }
        }
    }

    private func deleteTopics() async throws {
        guard mock == nil else { return }
        let configuration = configuration
        try await KafkaThread.run(name: "delete-topics") {
            let admin = try Admin(configuration.kafka, logger: Self.logger)
            for topic in TopicPlan(configuration).topics { try admin.delete(topic: topic.name, timeout: .seconds(20)) }
        }
    }

    /// Runs the service while `body` runs, then stops it as a signal would.
    func withService(
        _ handler: any TurnHandler = CountingHandler(),
        _ body: () async throws -> Void
    ) async throws {
        let service = try PasserelleService(configuration, handler: handler, logger: logged.logger)
        let task = Task { try await service.run() }
        do {
            try await body()
        } catch {
            task.cancel()
            _ = await task.result
            throw error
        }
        task.cancel()
        try await task.value
    }

    /// Asks questions: texts by conversation, each conversation in a partition of its own choice.
    func ask(_ questions: [(key: String, text: String)]) async throws {
        let configuration = configuration
        try await KafkaThread.run(name: "ask") {
            let producer = try Producer(configuration.kafka, logger: Self.logger)
            try producer.write(
                questions.map { key, text in
                    NewKafkaRecord(
                        topic: configuration.routes[0].questions, key: Array(key.utf8), value: Array(text.utf8)
                    )
                },
                timeout: .seconds(30)
            )
        }
    }

    /// Reads a topic from its beginning until `isEnough`, and then up to its end.
    func read(
        _ topic: String,
        within timeout: Duration = .seconds(300),
        until isEnough: @escaping @Sendable ([KafkaRecord]) -> Bool
    ) async throws -> [KafkaRecord] {
        let configuration = configuration
        return try await KafkaThread.run(name: "read") {
            let reader = try PartitionReader(configuration.kafka, logger: Self.logger)
            var starts: [TopicPartition: PartitionReader.Start] = [:]
            for partition in 0..<configuration.topicDefaults.partitions {
                starts[TopicPartition(topic, Int32(partition))] = .beginning
            }
            try reader.assign(starts)
            var records: [KafkaRecord] = []
            let deadline = ContinuousClock.now + timeout
            while ContinuousClock.now < deadline {
                switch reader.poll(timeout: .milliseconds(200)) {
                case .record(let record): records.append(record)
                case .failure(let error) where error.disposition == .fatal: throw error
                case .end, .unreadable, .failure: break
                case nil: if isEnough(records) { return records }
                }
            }
            throw NotEnough(description: "\(records.count) records of \(topic) within \(timeout) are not enough")
        }
    }

    func replies(_ count: Int) async throws -> [KafkaRecord] {
        try await read(configuration.routes[0].replies) { $0.count >= count }
    }
}

/// What the service has logged, so that a test can wait for it to notice something.
///
/// `@unchecked`: `messages` is only used under the lock of `condition`.
final class LoggedMessages: @unchecked Sendable {
    private let condition = NSCondition()
    private var messages: [String] = []

    var logger: Logger {
        Logger(label: "test") { _ in Handler(logged: self) }
    }

    func append(_ message: String) {
        condition.withLock {
            messages.append(message)
            condition.broadcast()
        }
    }

    /// Waits until a message that contains `text` has been logged, `count` times in all.
    func wait(for text: String, count: Int = 1, within timeout: TimeInterval = 300) async throws {
        let isThere = try await KafkaThread.run(name: "wait-for-log") {
            let deadline = Date(timeIntervalSinceNow: timeout)
            return self.condition.withLock {
                while self.messages.count(where: { $0.contains(text) }) < count {
                    guard self.condition.wait(until: deadline) else { return false }
                }
                return true
            }
        }
        guard isThere else { throw NotEnough(description: "“\(text)” was not logged within \(timeout) s") }
    }

    private struct Handler: LogHandler {
        let logged: LoggedMessages
        var metadata: Logger.Metadata = [:]
        var logLevel: Logger.Level = .debug

        subscript(metadataKey key: String) -> Logger.MetadataValue? {
            get { metadata[key] }
            set { metadata[key] = newValue }
        }

        func log(event: LogEvent) {
            logged.append("\(event.message)")
        }
    }
}

struct NotEnough: Error, CustomStringConvertible {
    let description: String
}

extension KafkaRecord {
    var text: String { String(decoding: value ?? [], as: UTF8.self) }
    var conversation: String { String(decoding: key ?? [], as: UTF8.self) }
}
