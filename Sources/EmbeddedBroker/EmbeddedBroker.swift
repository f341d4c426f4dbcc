public import Logging
import NIOCore
import NIOPosix

/// A small broker that speaks Kafka's protocol: for laptops, tests, and one machine.
///
/// It keeps what Kafka's clients rely on: record batches as they came, idempotent and transactional producers, groups with
/// static members, readers of committed records, compaction and retention. One broker, one replica, no authentication.
public final class EmbeddedBroker: Sendable {
    /// Why a broker does not start.
    public enum StartError: Error, Sendable, CustomStringConvertible {
        /// It would be reachable from other machines, without any authentication.
        case insecureListen(String)
        /// The address is taken, or not this machine's.
        case cannotListen(address: String, detail: String)

        public var description: String {
            switch self {
            case .insecureListen(let host):
                "The embedded broker has no authentication, so it listens on this machine only, not on \(host). "
                    + "Listen on 127.0.0.1, or say --embedded-insecure-listen."
            case .cannotListen(let address, let detail):
                "The embedded broker cannot listen on \(address): \(detail). Is another broker there? Choose another port."
            }
        }
    }

    /// Where it listens: `host:port`.
    public let bootstrapServers: String
    private let group: MultiThreadedEventLoopGroup
    private let channel: any Channel

    private init(bootstrapServers: String, group: MultiThreadedEventLoopGroup, channel: any Channel) {
        self.bootstrapServers = bootstrapServers
        self.group = group
        self.channel = channel
    }

    /// Starts a broker.
    ///
    /// - Throws: ``StartError``.
    public static func start(_ configuration: EmbeddedBrokerConfiguration, logger: Logger) async throws
        -> EmbeddedBroker
    {
        let isLocal = ["127.0.0.1", "localhost", "::1"].contains(configuration.host)
        guard isLocal || configuration.allowsInsecureListen else { throw StartError.insecureListen(configuration.host) }
        let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
        let loop = group.next()
        let core = try await loop.submit {
            NIOLoopBound(BrokerCore(loop: loop, configuration: configuration, logger: logger), eventLoop: loop)
        }.get()
        let open = NIOLoopBoundBox.makeBoxSendingValue(0, eventLoop: loop)
        let bootstrap = ServerBootstrap(group: group)
            .serverChannelOption(ChannelOptions.backlog, value: 128)
            .serverChannelOption(ChannelOptions.socketOption(.so_reuseaddr), value: 1)
            .childChannelOption(ChannelOptions.socketOption(.tcp_nodelay), value: 1)
            .childChannelInitializer { channel in
                guard open.value < configuration.maximumConnections else { return channel.close() }
                open.value += 1
                channel.closeFuture.whenComplete { _ in open.value -= 1 }
                return channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandlers([
                        ByteToMessageHandler(FrameDecoder(maximumSize: configuration.maximumRequestSize)),
                        Connection(core: core.value),
                    ])
                }
            }
        do {
            let channel = try await bootstrap.bind(host: configuration.host, port: configuration.port).get()
            let port = channel.localAddress?.port ?? configuration.port
            try await loop.submit { core.value.address = (configuration.host, Int32(port)) }.get()
            return EmbeddedBroker(bootstrapServers: "\(configuration.host):\(port)", group: group, channel: channel)
        } catch {
            try? await group.shutdownGracefully()
            throw StartError.cannotListen(address: "\(configuration.host):\(configuration.port)", detail: "\(error)")
        }
    }

    /// Closes all connections and ends the broker.
    public func shutdown() async throws {
        try await channel.close().get()
        try await group.shutdownGracefully()
    }
}
