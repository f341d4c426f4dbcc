import Foundation
import Kafka
import KafkaTesting
import Logging
import Testing

/// Several instances of the service, of which some die in the middle of their work.
@Suite(.serialized) struct FaultTests {
    private static let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }

    /// The ids of the questions that have replies that readers of committed records see, in order of their partitions.
    private static func answered(_ topic: String, _ partitions: Int, at servers: String) throws -> [String] {
        let reader = try PartitionReader(KafkaConfiguration(bootstrapServers: servers), logger: logger)
        defer { reader.close(timeout: .seconds(2)) }
        let all = (0..<Int32(partitions)).map { TopicPartition(topic, $0) }
        try reader.assign(Dictionary(uniqueKeysWithValues: all.map { ($0, .beginning) }))
        var waiting = Set(all)
        var ids: [String] = []
        let limit = ContinuousClock.now + .seconds(300)
        while !waiting.isEmpty, .now < limit {
            switch reader.poll(timeout: .milliseconds(100)) {
            case .record(let record):
                let value = try JSONSerialization.jsonObject(with: Data(record.value ?? [])) as? [String: Any]
                ids.append((value?["question"] as? [String: String])?["id"] ?? "?")
            case .end(let partition, _): waiting.remove(partition)
            case .unreadable, .failure, nil: continue
            }
        }
        return ids
    }

    @Test func threeInstancesThatAreKilledAnswerEveryQuestionOnce() async throws {
        let servers = try TestBroker.bootstrapServers
        let prefix = "fault-\(UUID().uuidString.lowercased())"
        let folder = FileManager.default.temporaryDirectory.appending(path: prefix)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let config = folder.appending(path: "config.yaml").path(percentEncoded: false)
        try Data(
            """
            kafka:
              bootstrap-servers: \(servers)
            service: {group: \(prefix)}
            routes:
              - {name: r, questions: \(prefix).q, replies: \(prefix).r, conversations: \(prefix).c}
            topics:
              submissions: \(prefix).s
              handoffs: \(prefix).h
              insights: \(prefix).i
              dead-letters: \(prefix).d
              partitions: 6
            log: {level: info}
            """.utf8
        ).write(to: URL(filePath: config))
        #expect(try Program(["topics", "create", "--config", config]).finish().status == 0)
        func start(_ instance: Int) throws -> Program {
            try Program(["serve", "--config", config], environment: ["PASSERELLE_SERVICE_INSTANCE": "\(instance)"])
        }
        var instances = try (0..<3).map(start)
        let count = 600
        let asking = Task {
            try await KafkaThread.run(name: "asker") {
                let producer = try Producer(KafkaConfiguration(bootstrapServers: servers), logger: Self.logger)
                defer { producer.close(timeout: .seconds(2)) }
                let texts = ["Bonjour", "Combien coûte B Corp?", "C'est quoi SEAO?", "et pour les femmes?", "suite"]
                for number in 0..<count {
                    let headers = [
                        ("ce_specversion", "1.0"), ("ce_id", "\(number)"), ("ce_source", "/test"),
                        ("ce_type", "passerelle.question.v1"),
                    ].map { KafkaHeader(name: $0.0, text: $0.1) }
                    try producer.write(
                        [
                            NewKafkaRecord(
                                topic: "\(prefix).q", key: Array("c\(number % 20)".utf8),
                                value: Array("{\"text\":\"\(texts[number % texts.count])\"}".utf8), headers: headers)
                        ], timeout: .seconds(30))
                }
            }
        }
        // Each instance dies twice while it answers: the next dies when more questions than before have their reply.
        for round in 0..<6 {
            let least = round * count / 8
            try await Self.waitFor("\(least) replies") {
                try await KafkaThread.run(name: "reader") {
                    try Self.answered("\(prefix).r", 6, at: servers).count >= least
                }
            }
            instances[round % 3].kill()
            instances[round % 3] = try start(round % 3)
        }
        try await asking.value
        try await Self.waitFor("all replies") {
            try await KafkaThread.run(name: "reader") {
                try Self.answered("\(prefix).r", 6, at: servers).count >= count
            }
        }
        for instance in instances {
            // Before it answers, a signal may still come too early to be heard.
            _ = try instance.wait(for: "Answering questions.", in: "stderr")
            instance.terminate()
            #expect(instance.finish().status == 0)
        }
        let ids = try await KafkaThread.run(name: "reader") { try Self.answered("\(prefix).r", 6, at: servers) }
        #expect(ids.count == count)
        #expect(Set(ids) == Set((0..<count).map(String.init)))
        try await KafkaThread.run(name: "cleaner") {
            let admin = try Admin(KafkaConfiguration(bootstrapServers: servers), logger: Self.logger)
            defer { admin.close(timeout: .seconds(2)) }
            for suffix in ["q", "r", "c", "s", "h", "i", "d"] {
                try admin.delete(topic: "\(prefix).\(suffix)", timeout: .seconds(20))
            }
        }
    }

    private static func waitFor(_ what: String, _ holds: () async throws -> Bool) async throws {
        let limit = ContinuousClock.now + .seconds(300)
        while .now < limit { if try await holds() { return } }
        Issue.record("no \(what) within five minutes")
        throw CancellationError()
    }
}
