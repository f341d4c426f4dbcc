import NIOCore

/// Puts together from the entries of the state how each producer's transaction stands.
struct TransactionRecovery {
    /// Of those that were open nobody knows what is lost: they are to be aborted, and their producers are fenced.
    private(set) var transactions: [String: Transaction] = [:]
    /// The last decision of each, whose markers may be lost though they were written.
    private(set) var decisions: [String: (commits: Bool, partitions: [StateEntry.Partition])] = [:]
    private var open: Set<String> = []
    private let now: Int64

    init(_ entries: [StateEntry], now: Int64) {
        self.now = now
        for entry in entries { take(entry) }
        for id in open {
            guard let epoch = transactions[id]?.epoch else { continue }
            transactions[id]?.epoch = epoch.next
            transactions[id]?.state = .ongoing
        }
    }

    private mutating func take(_ entry: StateEntry) {
        switch entry {
        case .producer(let id, let producerID, let epoch, let timeout, let time):
            transactions[id] = Transaction(
                producerID: producerID, epoch: ProducerEpoch(number: epoch),
                timeout: .milliseconds(min(max(1, timeout), TransactionCoordinator.longestTimeout)),
                lastUse: min(time ?? now, now))
            decisions[id] = nil
        case .open(let id): open.insert(id)
        case .decided(let id, let epoch, let commits, let partitions, let offsets):
            open.remove(id)
            if let epoch { transactions[id]?.epoch = ProducerEpoch(number: epoch) }
            transactions[id]?.state = .decided(commits: commits)
            transactions[id]?.groups = Set(offsets.keys)
            transactions[id]?.offsets = offsets
            decisions[id] = (commits, partitions)
        case .done(let id):
            if let commits = decisions[id]?.commits { transactions[id]?.state = .idle(lastCommitted: commits) }
            transactions[id]?.groups = []
            transactions[id]?.offsets = [:]
            // Without its place a transaction cannot be told from the next one.
            decisions[id]?.partitions.removeAll { $0.firstOffset == nil }
        case .format, .offsets, .producerIDs, .created, .deleted, .segments: break
        }
    }
}
