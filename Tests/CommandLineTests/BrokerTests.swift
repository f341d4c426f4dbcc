import Foundation
import Kafka
import Logging
import Testing

/// The embedded broker as a process of its own: killed, and with a full disk.
@Suite(.serialized) struct BrokerTests {
    private static let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }

    private static func start(
        _ folder: URL, fileSizeLimit: Int? = nil, openFilesLimit: Int? = nil
    ) throws -> (broker: Program, servers: String) {
        let data = folder.path(percentEncoded: false)
        let broker = try Program(
            ["broker", "--port", "0", "--data", data], fileSizeLimit: fileSizeLimit, openFilesLimit: openFilesLimit)
        let notice = try broker.wait(for: "\n", in: "stderr")
        let line = try #require(notice.split(separator: "\n").first { $0.hasPrefix("Embedded broker: ") })
        return (broker, String(line.dropFirst("Embedded broker: ".count)))
    }

    private static func write(_ range: Range<Int>, size: Int, at servers: String) throws -> Int {
        let configuration = KafkaConfiguration(
            bootstrapServers: servers, properties: ["message.timeout.ms": "2000", "retry.backoff.ms": "50"])
        let producer = try Producer(configuration, logger: logger)
        defer { producer.close(timeout: .seconds(1)) }
        for number in range {
            let value = Array("\(number) ".utf8) + [UInt8](repeating: 120, count: size)
            do throws(KafkaError) {
                try producer.write(
                    [NewKafkaRecord(topic: "t", partition: 0, key: nil, value: value, headers: [])],
                    timeout: .seconds(5))
            } catch {
                return number
            }
        }
        return range.upperBound
    }

    private static func read(at servers: String) throws -> [Int] {
        let reader = try PartitionReader(KafkaConfiguration(bootstrapServers: servers), logger: logger)
        defer { reader.close(timeout: .seconds(2)) }
        try reader.assign([TopicPartition("t", 0): .beginning])
        var numbers: [Int] = []
        let limit = ContinuousClock.now + .seconds(300)
        while .now < limit {
            switch reader.poll(timeout: .milliseconds(100)) {
            case .record(let record):
                let text = String(decoding: record.value ?? [], as: UTF8.self)
                numbers.append(text.split(separator: " ").first.flatMap { Int($0) } ?? -1)
            case .end: return numbers
            case .unreadable, .failure, nil: continue
            }
        }
        return []
    }

    private static func withFolder(_ body: (URL) async throws -> Void) async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "broker-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        try await body(folder)
    }

    private static func create(at servers: String) throws {
        let admin = try Admin(KafkaConfiguration(bootstrapServers: servers), logger: logger)
        defer { admin.close(timeout: .seconds(2)) }
        try admin.create(NewTopic(name: "t", partitions: 1, replicationFactor: 1), timeout: .seconds(20))
    }

    @Test func whatWasAcknowledgedSurvivesAKill() async throws {
        try await Self.withFolder { folder in
            let (first, servers) = try Self.start(folder)
            let written = try await KafkaThread.run(name: "writer") { () throws -> Int in
                try Self.create(at: servers)
                return try Self.write(0..<50, size: 100, at: servers)
            }
            #expect(written == 50)
            first.kill()
            let (second, again) = try Self.start(folder)
            let read = try await KafkaThread.run(name: "reader") { try Self.read(at: again) }
            #expect(read == Array(0..<50))
            second.terminate()
            #expect(second.finish().status == 0)
        }
    }

    @Test func aFullDiskRefusesAndCorruptsNothing() async throws {
        try await Self.withFolder { folder in
            let (first, servers) = try Self.start(folder, fileSizeLimit: 64)
            let written = try await KafkaThread.run(name: "writer") { () throws -> Int in
                try Self.create(at: servers)
                return try Self.write(0..<50, size: 4_000, at: servers)
            }
            #expect(written > 5 && written < 20)
            let whileFull = try await KafkaThread.run(name: "reader") { try Self.read(at: servers) }
            #expect(whileFull == Array(0..<written))
            first.terminate()
            _ = first.finish()
            let (second, again) = try Self.start(folder)
            let more = try await KafkaThread.run(name: "writer") { try Self.write(100..<103, size: 4_000, at: again) }
            #expect(more == 103)
            let read = try await KafkaThread.run(name: "reader") { try Self.read(at: again) }
            #expect(read == Array(0..<written) + [100, 101, 102])
            second.terminate()
            _ = second.finish()
        }
    }

    @Test func aPortThatThereIsNotIsRefused() throws {
        for port in ["99999", "65536", "-1", "9223372036854775807"] {
            let broker = try Program(["broker", "--port=\(port)"])
            #expect(broker.finish().status == 64, "\(port)")
        }
    }

    @Test func descriptorsAreKeptForConnections() async throws {
        try await Self.withFolder { folder in
            let (broker, servers) = try Self.start(folder, openFilesLimit: 200)
            let written = try await KafkaThread.run(name: "writer") { () throws -> Int in
                let admin = try Admin(KafkaConfiguration(bootstrapServers: servers), logger: Self.logger)
                defer { admin.close(timeout: .seconds(2)) }
                #expect(throws: KafkaError.self) {
                    try admin.create(
                        NewTopic(name: "many", partitions: 1_500, replicationFactor: 1), timeout: .seconds(20))
                }
                try Self.create(at: servers)
                return try Self.write(0..<10, size: 100, at: servers)
            }
            #expect(written == 10)
            broker.terminate()
            #expect(broker.finish().status == 0)
        }
    }
}
