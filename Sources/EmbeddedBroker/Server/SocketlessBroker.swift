package import Logging
package import NIOCore

/// A broker without a socket: on an event loop of the caller's, with connections whose bytes the caller carries. What it
/// takes apart, keeps and answers is what ``EmbeddedBroker`` does.
package final class SocketlessBroker {
    private let core: BrokerCore
    private let table: ConnectionTable

    /// Starts on the loop that the caller is on, and recovers the data directory, if there is one.
    ///
    /// - Parameter time: What its clock shows, in milliseconds since 1970.
    /// - Throws: ``StorageError``.
    package init(
        on loop: any EventLoop, _ configuration: EmbeddedBrokerConfiguration, time: Int64, logger: Logger
    ) throws(StorageError) {
        core = try BrokerCore(loop: loop, configuration: configuration, logger: logger, clock: { time })
        table = ConnectionTable(loop: loop, limits: configuration.limits, logger: logger)
    }

    /// What a new connection hands its bytes to; `nil` if it is refused.
    package func connectionHandler() -> (any ChannelHandler)? {
        let connection = Connection(core: core, table: table, address: nil)
        return table.admit(connection) ? connection : nil
    }

    /// The names of the topics, in their order.
    package var topicNames: [String] { core.topics.keys.sorted() }

    /// Applies retention and compaction.
    package func clean() { core.clean() }

    /// Brings everything to disk and lets go of the data directory.
    package func close() { core.close() }
}
