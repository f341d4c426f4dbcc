import EmbeddedBroker
import Foundation
import Kafka
import KafkaTesting
import Testing

/// What is left after the end, orderly or not, of a broker with a data directory.
@Suite(.serialized) struct StorageTests {
    @Test func recordsOffsetsAndTransactionsSurviveARestart() async throws {
        try await BrokerClient.withFolder { folder in
            let first = try TestBroker.start(dataDirectory: folder)
            let servers = first.bootstrapServers
            try await BrokerClient.onThread {
                try BrokerClient.create("t", at: servers)
                try BrokerClient.write((0..<5).map { NewKafkaRecord("t", "v\($0)") }, at: servers)
                let producer = try TransactionalProducer(
                    KafkaConfiguration(bootstrapServers: servers), transactionalID: "tx", logger: BrokerClient.logger)
                try producer.open(topics: ["t"])
                try producer.initialize(timeout: .seconds(20))
                try producer.begin()
                try producer.write(NewKafkaRecord("t", "committed"))
                try producer.flush(timeout: .seconds(10))
                try producer.commit(timeout: .seconds(10))
                try producer.begin()
                try producer.write(NewKafkaRecord("t", "open"))
                try producer.flush(timeout: .seconds(10))
            }
            try await first.shutdown()
            let second = try TestBroker.start(dataDirectory: folder)
            let again = second.bootstrapServers
            let read = try await BrokerClient.onThread { try BrokerClient.read("t", at: again).map(\.text) }
            #expect(read == ["v0", "v1", "v2", "v3", "v4", "committed"])
            try await second.shutdown()
        }
    }

    @Test func aTornTailIsCutAtTheLastGoodBatch() async throws {
        try await BrokerClient.withFolder { folder in
            let first = try TestBroker.start(dataDirectory: folder)
            let servers = first.bootstrapServers
            try await BrokerClient.onThread {
                try BrokerClient.create("t", at: servers)
                try BrokerClient.write(["a", "b", "c"].map { NewKafkaRecord("t", $0) }, at: servers)
            }
            try await first.shutdown()
            let segment = URL(filePath: "\(folder)/topics/t/0/00000000000000000000.log")
            let whole = try Data(contentsOf: segment)
            // Three batches of one record of one letter each are equally long.
            let batch = whole.count / 3
            for length in (2 * batch)..<whole.count {
                try whole.prefix(length).write(to: segment)
                let broker = try TestBroker.start(dataDirectory: folder)
                let servers = broker.bootstrapServers
                let isSample = length % 16 == 0 || length == whole.count - 1 || length == 2 * batch
                if isSample {
                    let read = try await BrokerClient.onThread { try BrokerClient.read("t", at: servers).map(\.text) }
                    #expect(read == ["a", "b"], "\(length)")
                }
                try await broker.shutdown()
                #expect(try Data(contentsOf: segment).count == 2 * batch, "\(length)")
            }
            var flipped = whole
            flipped[batch + 65] ^= 1
            try flipped.write(to: segment)
            let error = #expect(throws: StorageError.self) { try TestBroker.start(dataDirectory: folder) }
            guard case .damaged(_, batch, _, _) = error else {
                Issue.record("\(String(describing: error))")
                return
            }
            #expect(try Data(contentsOf: segment) == flipped)
        }
    }

    @Test func twoBrokersDoNotShareADirectory() async throws {
        try await BrokerClient.withFolder { folder in
            let first = try TestBroker.start(dataDirectory: folder)
            #expect(throws: StorageError.inUse(directory: folder)) { try TestBroker.start(dataDirectory: folder) }
            try await first.shutdown()
            try await TestBroker.start(dataDirectory: folder).shutdown()
        }
    }
}
