import EmbeddedBroker
import Kafka
import KafkaTesting
import Testing

/// A transaction that nobody ends is ended by the broker.
@Suite struct TransactionTimeoutTests {
    @Test func whatOutlastsItsTimeoutIsAbortedAndItsProducerFenced() async throws {
        let broker = try TestBroker.start()
        let servers = broker.bootstrapServers
        let (read, error) = try await BrokerClient.onThread { () throws -> ([String], KafkaError?) in
            try BrokerClient.create("t", at: servers)
            let slow = try TransactionalProducer(
                KafkaConfiguration(bootstrapServers: servers, properties: ["transaction.timeout.ms": "1000"]),
                transactionalID: "slow", logger: BrokerClient.logger)
            defer { slow.close(timeout: .seconds(1)) }
            try slow.open(topics: ["t"])
            try slow.initialize(timeout: .seconds(10))
            try slow.begin()
            try slow.write(NewKafkaRecord("t", "slow"))
            try slow.flush(timeout: .seconds(10))
            try BrokerClient.write([NewKafkaRecord("t", "behind it")], at: servers)
            // Readers of committed records get to what is behind only when the transaction before it is decided.
            let limit = ContinuousClock.now + .seconds(300)
            var read: [String] = []
            while read.isEmpty, .now < limit { read = try BrokerClient.read("t", at: servers).map(\.text) }
            do throws(KafkaError) {
                try slow.commit(timeout: .seconds(5))
                return (read, nil)
            } catch {
                return (read, error)
            }
        }
        #expect(read == ["behind it"])
        #expect(error?.disposition == .fatal)
        try await broker.shutdown()
    }
}
