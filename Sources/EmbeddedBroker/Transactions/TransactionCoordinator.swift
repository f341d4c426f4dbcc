import NIOCore

/// Gives producers their ids and epochs, and ends their transactions: in all partitions and groups, or in none. Confined to
/// the broker's event loop.
final class TransactionCoordinator {
    private struct Transaction {
        var producerID: Int64
        var epoch: Int16
        var timeout: TimeAmount
        var isOngoing = false
        /// How the last transaction ended, for a client that asks again after a lost answer.
        var lastCommitted: Bool?
        var partitions: Set<PartitionName> = []
        var groups: Set<String> = []
        var expiry: Scheduled<Void>?
    }

    /// The longest timeout that a producer may ask for, as Kafka's `transaction.max.timeout.ms`.
    private static let longestTimeout: Int32 = 900_000

    private let loop: any EventLoop
    private var transactions: [String: Transaction] = [:]
    private var nextProducerID: Int64
    /// Ends a producer's transaction in a partition.
    var endInPartition: (PartitionName, _ producerID: Int64, _ epoch: Int16, _ commits: Bool) -> Void = { _, _, _, _ in
    }
    /// Ends a producer's transaction in a group.
    var endInGroup: (String, _ producerID: Int64, _ commits: Bool) -> Void = { _, _, _ in }

    init(loop: any EventLoop, firstProducerID: Int64) {
        self.loop = loop
        nextProducerID = firstProducerID
    }

    private func newProducerID() -> Int64 {
        defer { nextProducerID += 1 }
        return nextProducerID
    }

    /// An id that no producer before has had in the logs.
    func reserve(producerIDsUpTo last: Int64) { nextProducerID = max(nextProducerID, last + 1) }

    /// Begins a producer. One that takes over a transactional id fences who had it before and aborts what that left open.
    func initialise(
        _ id: String?, timeout: Int32, producerID: Int64, epoch: Int16
    ) -> (error: ErrorCode, producerID: Int64, epoch: Int16) {
        guard let id else { return (.none, newProducerID(), 0) }
        guard timeout > 0, timeout <= Self.longestTimeout else { return (.invalidTransactionTimeout, -1, -1) }
        guard !id.isEmpty else { return (.invalidRequest, -1, -1) }
        guard var transaction = transactions[id] else {
            let new = Transaction(producerID: newProducerID(), epoch: 0, timeout: .milliseconds(Int64(timeout)))
            transactions[id] = new
            return (.none, new.producerID, new.epoch)
        }
        if producerID >= 0, producerID != transaction.producerID || epoch != transaction.epoch {
            return (.producerFenced, -1, -1)
        }
        if transaction.epoch >= Int16.max - 1 {
            if transaction.isOngoing { finish(id, commits: false) }
            transaction = Transaction(producerID: newProducerID(), epoch: 0, timeout: .zero)
        } else {
            transactions[id]?.epoch += 1
            if transaction.isOngoing { finish(id, commits: false) }
            transaction = transactions[id] ?? transaction
        }
        transaction.timeout = .milliseconds(Int64(timeout))
        transaction.lastCommitted = nil
        transactions[id] = transaction
        return (.none, transaction.producerID, transaction.epoch)
    }

    /// Why a producer may not go on; `nil` if it may.
    private func problem(_ id: String, _ producerID: Int64, _ epoch: Int16, _ fenced: ErrorCode) -> ErrorCode? {
        guard let transaction = transactions[id], transaction.producerID == producerID else {
            return .invalidProducerIDMapping
        }
        return transaction.epoch == epoch ? nil : fenced
    }

    func add(_ partitions: [PartitionName], to id: String, producerID: Int64, epoch: Int16, fenced: ErrorCode)
        -> ErrorCode
    {
        if let problem = problem(id, producerID, epoch, fenced) { return problem }
        begin(id)
        transactions[id]?.partitions.formUnion(partitions)
        return .none
    }

    func add(group: String, to id: String, producerID: Int64, epoch: Int16, fenced: ErrorCode) -> ErrorCode {
        if let problem = problem(id, producerID, epoch, fenced) { return problem }
        begin(id)
        transactions[id]?.groups.insert(group)
        return .none
    }

    private func begin(_ id: String) {
        guard let transaction = transactions[id], !transaction.isOngoing else { return }
        transactions[id]?.isOngoing = true
        transactions[id]?.expiry = loop.assumeIsolated().scheduleTask(in: transaction.timeout) { [weak self] in
            guard let self, self.transactions[id]?.isOngoing == true else { return }
            // Who was too slow is fenced, so that nothing more of it comes in.
            self.transactions[id]?.epoch += 1
            self.finish(id, commits: false)
        }
    }

    func end(_ id: String, producerID: Int64, epoch: Int16, commits: Bool, fenced: ErrorCode) -> ErrorCode {
        if let problem = problem(id, producerID, epoch, fenced) { return problem }
        guard let transaction = transactions[id] else { return .invalidProducerIDMapping }
        guard transaction.isOngoing else {
            return transaction.lastCommitted == commits ? .none : .invalidTransactionState
        }
        finish(id, commits: commits)
        return .none
    }

    private func finish(_ id: String, commits: Bool) {
        guard let transaction = transactions[id] else { return }
        transaction.expiry?.cancel()
        for partition in transaction.partitions {
            endInPartition(partition, transaction.producerID, transaction.epoch, commits)
        }
        for group in transaction.groups { endInGroup(group, transaction.producerID, commits) }
        transactions[id]?.isOngoing = false
        transactions[id]?.lastCommitted = commits
        transactions[id]?.partitions = []
        transactions[id]?.groups = []
        transactions[id]?.expiry = nil
    }

    /// Whether offsets may be added to the transaction of a producer in a group.
    func mayCommitOffsets(
        _ id: String, group: String, producerID: Int64, epoch: Int16, fenced: ErrorCode
    ) -> ErrorCode {
        if let problem = problem(id, producerID, epoch, fenced) { return problem }
        guard let transaction = transactions[id], transaction.isOngoing, transaction.groups.contains(group) else {
            return .invalidTransactionState
        }
        return .none
    }

    /// Whether a producer's transaction includes a partition: a batch of any other is a straggler's.
    func mayProduce(_ id: String?, _ partition: PartitionName, producerID: Int64, epoch: Int16) -> ErrorCode {
        guard let id, let transaction = transactions[id], transaction.producerID == producerID else {
            return .invalidProducerIDMapping
        }
        if epoch != transaction.epoch { return .invalidProducerEpoch }
        return transaction.isOngoing && transaction.partitions.contains(partition) ? .none : .invalidTransactionState
    }
}
