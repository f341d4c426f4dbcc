import Logging
import NIOCore

/// All connections: how many there may be, what is held for them together, and which are to end. Confined to the broker's
/// event loop.
final class ConnectionTable {
    private let loop: any EventLoop
    private let limits: EmbeddedBrokerLimits
    private let logger: Logger
    private var connections: [ObjectIdentifier: Connection] = [:]
    private var heldBytes = 0
    private var isWatching = false
    private var lastWarning: NIODeadline?

    init(loop: any EventLoop, limits: EmbeddedBrokerLimits, logger: Logger) {
        self.loop = loop
        self.limits = limits
        self.logger = logger
    }

    /// Takes a new connection in, for which another may have to go.
    ///
    /// - Returns: Whether there is room for it.
    func admit(_ connection: Connection) -> Bool {
        if let address = connection.address, !Self.isOwn(address) {
            let others = connections.values.filter { $0.address == address }
            guard others.count < limits.connections.countPerAddress || endIdlest(of: others) else { return false }
        }
        guard connections.count < limits.connections.count || endIdlest(of: Array(connections.values)) else {
            return false
        }
        connections[ObjectIdentifier(connection)] = connection
        watch()
        return true
    }

    private static func isOwn(_ address: String) -> Bool { address.hasPrefix("127.") || address == "::1" }

    func remove(_ connection: Connection) {
        guard connections.removeValue(forKey: ObjectIdentifier(connection)) != nil else { return }
        heldBytes -= connection.countedBytes
    }

    /// Ends the connection that has been idle for longest, first among those that never asked anything, last among those that
    /// wait for an answer and have done so for a while.
    private func endIdlest(of candidates: [Connection]) -> Bool {
        warn("There are as many connections as may be: those that do nothing are ended for new ones")
        func rank(_ connection: Connection) -> (Int, NIODeadline) {
            (connection.isBusy ? 2 : connection.hasAsked ? 1 : 0, connection.lastUse)
        }
        guard let victim = candidates.min(by: { rank($0) < rank($1) }),
            !victim.isBusy || victim.lastUse + limits.connections.undisturbedTime < .now()
        else { return false }
        remove(victim)
        victim.end("it did nothing, and another needs its place")
        return true
    }

    /// Keeps count of the bytes that are held, and ends the connections that have held theirs for longest if they are too many.
    func noteChange(of connection: Connection) {
        guard connections[ObjectIdentifier(connection)] != nil else { return }
        heldBytes += connection.heldBytes - connection.countedBytes
        connection.countedBytes = connection.heldBytes
        while heldBytes > limits.heldBytes {
            let slow = connections.values.compactMap { connection in connection.holdingSince.map { ($0, connection) } }
            guard let victim = slow.min(by: { $0.0 < $1.0 })?.1 else { return }
            warn("Requests and answers take \(heldBytes) bytes: the slowest connections are ended")
            remove(victim)
            victim.end("it holds \(victim.heldBytes) bytes, and others need them")
        }
    }

    /// Says something at most once a minute: what makes it true can happen many thousand times a second.
    private func warn(_ text: String) {
        guard lastWarning.map({ $0 + .minutes(1) < .now() }) ?? true else { return }
        lastWarning = .now()
        logger.warning("\(text). (Said once a minute at most.)")
    }

    /// Looks for connections that are too slow, while there are any.
    private func watch() {
        guard !isWatching else { return }
        isWatching = true
        let times = limits.connections
        let shortest = min(times.idleTime, times.firstRequestTime, times.requestTime, times.answerTime)
        let period = min(TimeAmount.seconds(1), .nanoseconds(max(1_000_000, shortest.nanoseconds / 4)))
        loop.assumeIsolated().scheduleTask(in: period) { [weak self] in
            guard let self else { return }
            self.isWatching = false
            let now = NIODeadline.now()
            for connection in Array(self.connections.values) {
                if let problem = connection.problem(at: now, times) { connection.end(problem) }
            }
            if !self.connections.isEmpty { self.watch() }
        }
    }
}
