import EmbeddedBroker
import NIOCore
import NIOEmbedded

/// Requests on two connections, one after the other: the connection by the high bit of a length of two bytes, then a
/// request as it follows its size. Checksums of record batches are mended first, so that what is behind them is reached.
enum FrameHarness {
    static func run(_ input: inout FuzzInput) throws {
        let loop = EmbeddedEventLoop()
        var configuration = EmbeddedBrokerConfiguration(autoCreatedPartitions: 2)
        configuration.groupInitialDelay = .zero
        let broker = try SocketlessBroker(on: loop, configuration, time: Prepared.time, logger: Prepared.silentLogger)
        var connections = BrokerConnections(broker, loop)
        for _ in 0..<40 where !input.isEmpty {
            let length = input.short()
            connections.send(input.bytes(length & 0x7FFF), on: length >> 15)
        }
        connections.settle()
        broker.clean()
        try connections.expectAnAnswer()
        connections.close()
        broker.close()
    }
}
