internal import Foundation
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
        /// There is no such port.
        case invalidPort(Int)

        public var description: String {
            switch self {
            case .insecureListen(let host):
                "The embedded broker has no authentication, so it listens on this machine only, not on \(host). "
                    + "Listen on 127.0.0.1, or say --embedded-insecure-listen."
            case .cannotListen(let address, let detail):
                "The embedded broker cannot listen on \(address): \(detail). Choose another address or port."
            case .invalidPort(let port):
                "There is no port \(port). Choose one up to 65535, or 0 for any that is free."
            }
        }
    }

    /// Where it listens: `host:port`.
    public let bootstrapServers: String
    let group: MultiThreadedEventLoopGroup
    private let channel: any Channel
    let core: NIOLoopBound<BrokerCore>

    private init(
        bootstrapServers: String, group: MultiThreadedEventLoopGroup, channel: any Channel,
        core: NIOLoopBound<BrokerCore>
    ) {
        self.bootstrapServers = bootstrapServers
        self.group = group
        self.channel = channel
        self.core = core
    }

    /// Starts a broker.
    ///
    /// - Throws: ``StartError``.
    public static func start(_ configuration: EmbeddedBrokerConfiguration, logger: Logger) async throws
        -> EmbeddedBroker
    {
        let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
        do {
            return try await start(configuration, on: group, logger: logger).get()
        } catch {
            try? await group.shutdownGracefully()
            throw startError(error, configuration)
        }
    }

    /// Starts a broker and waits for it: for code that is not asynchronous. Never call it on an event loop.
    ///
    /// - Throws: ``StartError``.
    public static func startWaiting(
        _ configuration: EmbeddedBrokerConfiguration, logger: Logger
    ) throws -> EmbeddedBroker {
        let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
        do {
            return try start(configuration, on: group, logger: logger).wait()
        } catch {
            try? group.syncShutdownGracefully()
            throw startError(error, configuration)
        }
    }

    private static func startError(_ error: any Error, _ configuration: EmbeddedBrokerConfiguration) -> any Error {
        switch error {
        case is StartError, is StorageError: error
        default:
            StartError.cannotListen(
                address: "\(configuration.host):\(configuration.port)", detail: detail(of: error))
        }
    }

    /// Why the system refuses an address, in words.
    private static func detail(of error: any Error) -> String {
        if error is SocketAddressError { return "that host has no address" }
        guard let error = error as? IOError else { return "\(error)" }
        return switch error.errnoCode {
        case EADDRINUSE: "another program listens there"
        case EADDRNOTAVAIL: "this machine has no such address"
        case EACCES: "this user may not listen on that port"
        case let code: String(cString: strerror(code))
        }
    }

    private static func start(
        _ configuration: EmbeddedBrokerConfiguration, on group: MultiThreadedEventLoopGroup, logger: Logger
    ) -> EventLoopFuture<EmbeddedBroker> {
        let loop = group.next()
        let isLocal = ["127.0.0.1", "localhost", "::1"].contains(configuration.host)
        guard isLocal || configuration.allowsInsecureListen else {
            return loop.makeFailedFuture(StartError.insecureListen(configuration.host))
        }
        guard (0...Int(UInt16.max)).contains(configuration.port) else {
            return loop.makeFailedFuture(StartError.invalidPort(configuration.port))
        }
        var configuration = configuration
        configuration.limits = configuration.limits.within(
            descriptors: Descriptors.raiseLimit(), onDisk: configuration.dataDirectory != nil)
        return loop.flatSubmit { [configuration] in
            do {
                let core = try BrokerCore(loop: loop, configuration: configuration, logger: logger)
                return listen(core, configuration, group, loop)
            } catch {
                return loop.makeFailedFuture(error)
            }
        }
    }

    private static func listen(
        _ core: BrokerCore, _ configuration: EmbeddedBrokerConfiguration, _ group: MultiThreadedEventLoopGroup,
        _ loop: any EventLoop
    ) -> EventLoopFuture<EmbeddedBroker> {
        let table = NIOLoopBound(
            ConnectionTable(loop: loop, limits: configuration.limits, logger: core.logger), eventLoop: loop)
        let core = NIOLoopBound(core, eventLoop: loop)
        return ServerBootstrap(group: group)
            .serverChannelOption(ChannelOptions.backlog, value: 128)
            .serverChannelOption(ChannelOptions.socketOption(.so_reuseaddr), value: 1)
            .serverChannelInitializer { channel in
                // Without a descriptor left, what waits is not asked for again and again.
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandler(AcceptBackoffHandler())
                }
            }
            .childChannelOption(ChannelOptions.socketOption(.tcp_nodelay), value: 1)
            .childChannelInitializer { channel in
                let connection = Connection(
                    core: core.value, table: table.value, address: channel.remoteAddress?.ipAddress)
                guard table.value.admit(connection) else { return channel.close() }
                return channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandler(connection)
                }
            }
            .bind(host: configuration.host, port: configuration.port)
            .map { channel in
                let port = channel.localAddress?.port ?? configuration.port
                core.value.address = (configuration.host, Int32(port))
                return EmbeddedBroker(
                    bootstrapServers: "\(configuration.host):\(port)", group: group, channel: channel, core: core)
            }
    }

    /// Applies retention and compaction now, rather than within half a minute.
    public func clean() async throws {
        let core = core
        try await group.next().submit { core.value.clean() }.get()
    }

    /// Closes all connections, brings everything to disk and ends the broker.
    public func shutdown() async throws {
        try await channel.close().get()
        let core = core
        try await group.next().submit { core.value.close() }.get()
        try await group.shutdownGracefully()
    }
}
