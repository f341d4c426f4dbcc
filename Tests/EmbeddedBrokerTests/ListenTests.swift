import EmbeddedBroker
import KafkaTesting
import Logging
import Testing

@Suite struct ListenTests {
    private let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }

    @Test func refusesToListenBeyondThisMachineUnlessToldTo() async throws {
        await #expect(throws: EmbeddedBroker.StartError.self) {
            _ = try await EmbeddedBroker.start(EmbeddedBrokerConfiguration(host: "0.0.0.0", port: 0), logger: logger)
        }
        var told = EmbeddedBrokerConfiguration(host: "0.0.0.0", port: 0)
        told.allowsInsecureListen = true
        try await EmbeddedBroker.start(told, logger: logger).shutdown()
    }

    @Test func saysSoWhenItsPortIsTaken() async throws {
        let first = try await EmbeddedBroker.start(EmbeddedBrokerConfiguration(port: 0), logger: logger)
        let port = Int(first.bootstrapServers.split(separator: ":").last ?? "") ?? 0
        await #expect(throws: EmbeddedBroker.StartError.self) {
            _ = try await EmbeddedBroker.start(EmbeddedBrokerConfiguration(port: port), logger: logger)
        }
        try await first.shutdown()
    }
}
