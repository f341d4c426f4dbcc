import EmbeddedBroker
import Foundation
import Kafka
import KafkaTesting
import Testing

/// What retention and compaction leave.
@Suite(.serialized) struct CleanupTests {
    @Test func compactionKeepsTheNewestOfEachKeyAndForgetsTombstones() async throws {
        try await BrokerClient.withFolder { folder in
            let broker = try TestBroker.start(dataDirectory: folder)
            let servers = broker.bootstrapServers
            try await BrokerClient.onThread {
                try BrokerClient.create(
                    "t", at: servers, ["cleanup.policy": "compact", "delete.retention.ms": "0"])
                let records: [(String, String?)] = [
                    ("a", "1"), ("b", "1"), ("a", "2"), ("c", "1"), ("b", nil), ("a", "3"), ("d", "1"),
                ]
                try BrokerClient.write(records.map { NewKafkaRecord("t", $0.1, key: $0.0) }, at: servers)
            }
            try await broker.clean()
            let after = try await BrokerClient.onThread { try BrokerClient.read("t", at: servers) }
            #expect(after.map(\.text) == ["1", "3", "1"])
            #expect(after.map(\.offset) == [3, 5, 6])
            try await broker.shutdown()
            let again = try TestBroker.start(dataDirectory: folder)
            let address = again.bootstrapServers
            let restored = try await BrokerClient.onThread { () throws -> [Int64] in
                try BrokerClient.write([NewKafkaRecord("t", "4", key: "a")], at: address)
                return try BrokerClient.read("t", at: address).map(\.offset)
            }
            #expect(restored == [3, 5, 6, 7])
            try await again.shutdown()
        }
    }

    @Test func retentionBySizeDropsTheOldest() async throws {
        let broker = try TestBroker.start()
        let servers = broker.bootstrapServers
        try await BrokerClient.onThread {
            try BrokerClient.create("t", at: servers, ["retention.bytes": "500"])
            let records = (0..<20).map { NewKafkaRecord("t", "\($0) \(String(repeating: "x", count: 50))") }
            try BrokerClient.write(records, at: servers)
        }
        try await broker.clean()
        let left = try await BrokerClient.onThread { try BrokerClient.read("t", at: servers) }
        #expect(left.count < 20 && left.last?.offset == 19)
        #expect(left.first.map { $0.offset > 0 } == true)
        try await broker.shutdown()
    }

    @Test func aKeyIsNeededWhereRecordsAreCompacted() async throws {
        let broker = try TestBroker.start()
        let servers = broker.bootstrapServers
        try await BrokerClient.onThread {
            try BrokerClient.create("t", at: servers, ["cleanup.policy": "compact"])
            #expect(throws: (any Error).self) { try BrokerClient.write([NewKafkaRecord("t", "1")], at: servers) }
        }
        try await broker.shutdown()
    }
}
