import Foundation

/// How many files and connections the system lets this process open.
enum Descriptors {
    /// What is kept for the rest of the process.
    static let reserve = 64

    /// Raises the number to what the process may ask for.
    ///
    /// - Returns: How many may be open.
    static func raiseLimit() -> Int {
        var limit = rlimit()
        guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return 1_024 }
        let before = limit.rlim_cur
        limit.rlim_cur = min(limit.rlim_max, 1 << 20)
        if limit.rlim_cur < before || setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) != 0 {
            limit.rlim_cur = before
        }
        return Int(clamping: limit.rlim_cur)
    }
}

extension EmbeddedBrokerLimits {
    /// The same limits, lowered where the process may not open as many files: a quarter of them is for connections, the rest
    /// for partitions that are kept on disk.
    func within(descriptors: Int, onDisk: Bool) -> EmbeddedBrokerLimits {
        var limits = self
        limits.connections.count = max(1, min(connections.count, descriptors / 4))
        if onDisk {
            let files = descriptors - limits.connections.count - Descriptors.reserve
            limits.partitions = max(1, min(partitions, files))
        }
        return limits
    }
}
