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
    /// The offsets that a producer's transaction will commit in a group.
    var pendingInGroup: (String, _ producerID: Int64) -> [StateEntry.Offset] = { _, _ in [] }
    /// Keeps what a restart must not forget; throws when it could not be kept.
    var keep: (StateEntry) throws(StorageError) -> Void = { (_) throws(StorageError) in }
    /// Brings the records of partitions to the disk, before a decision that rests on them.
    var syncPartitions: (Set<PartitionName>) throws(StorageError) -> Void = { (_) throws(StorageError) in }

    init(loop: any EventLoop, firstProducerID: Int64) {
        self.loop = loop
        nextProducerID = firstProducerID
    }

    private func newProducerID() -> Int64 {
        defer { nextProducerID += 1 }
        return nextProducerID
    }

    /// Whether some producer was ever given an id, be it before a restart.
    func hasGiven(_ producerID: Int64) -> Bool { producerID < nextProducerID }

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
            guard keepProducer(id, new) else { return (.coordinatorNotAvailable, -1, -1) }
            transactions[id] = new
            return (.none, new.producerID, new.epoch)
        }
        if producerID >= 0, producerID != transaction.producerID || epoch != transaction.epoch {
            return (.producerFenced, -1, -1)
        }
        if transaction.epoch >= Int16.max - 1 {
            if transaction.isOngoing { _ = finish(id, commits: false) }
            transaction = Transaction(producerID: newProducerID(), epoch: 0, timeout: .zero)
        } else {
            transactions[id]?.epoch += 1
            if transaction.isOngoing, finish(id, commits: false) != .none { return (.coordinatorNotAvailable, -1, -1) }
            transaction = transactions[id] ?? transaction
        }
        transaction.timeout = .milliseconds(Int64(timeout))
        transaction.lastCommitted = nil
        guard keepProducer(id, transaction) else { return (.coordinatorNotAvailable, -1, -1) }
        transactions[id] = transaction
        return (.none, transaction.producerID, transaction.epoch)
    }

    private func keepProducer(_ id: String, _ transaction: Transaction) -> Bool {
        let milliseconds = transaction.timeout.nanoseconds / 1_000_000
        do throws(StorageError) {
            try keep(
                .producer(
                    id: id, producerID: transaction.producerID, epoch: transaction.epoch,
                    timeoutMilliseconds: milliseconds))
            return true
        } catch {
            return false
        }
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
        guard begin(id) else { return .coordinatorNotAvailable }
        transactions[id]?.partitions.formUnion(partitions)
        return .none
    }

    func add(group: String, to id: String, producerID: Int64, epoch: Int16, fenced: ErrorCode) -> ErrorCode {
        if let problem = problem(id, producerID, epoch, fenced) { return problem }
        guard begin(id) else { return .coordinatorNotAvailable }
        transactions[id]?.groups.insert(group)
        return .none
    }

    /// Begins a transaction if none is open; `false` if that could not be kept.
    private func begin(_ id: String) -> Bool {
        guard let transaction = transactions[id] else { return false }
        guard !transaction.isOngoing else { return true }
        do throws(StorageError) {
            try keep(.open(id: id))
        } catch {
            return false
        }
        transactions[id]?.isOngoing = true
        transactions[id]?.expiry = loop.assumeIsolated().scheduleTask(in: transaction.timeout) { [weak self] in
            guard let self, self.transactions[id]?.isOngoing == true else { return }
            // Who was too slow is fenced, so that nothing more of it comes in.
            self.transactions[id]?.epoch += 1
            _ = self.finish(id, commits: false)
        }
        return true
    }

    func end(_ id: String, producerID: Int64, epoch: Int16, commits: Bool, fenced: ErrorCode) -> ErrorCode {
        if let problem = problem(id, producerID, epoch, fenced) { return problem }
        guard let transaction = transactions[id] else { return .invalidProducerIDMapping }
        guard transaction.isOngoing else {
            return transaction.lastCommitted == commits ? .none : .invalidTransactionState
        }
        return finish(id, commits: commits)
    }

    /// Decides a transaction, then carries the decision out. Once it is kept, a crash changes nothing: ``recover(_:)`` goes
    /// on with it.
    private func finish(_ id: String, commits: Bool) -> ErrorCode {
        guard let transaction = transactions[id] else { return .invalidProducerIDMapping }
        let offsets = commits ? transaction.groups.map { ($0, pendingInGroup($0, transaction.producerID)) } : []
        do throws(StorageError) {
            try syncPartitions(transaction.partitions)
            if let kept = transactions[id] { guard keepProducer(id, kept) else { return .coordinatorNotAvailable } }
            try keep(
                .decided(
                    id: id, commits: commits,
                    partitions: transaction.partitions.map { .init(topic: $0.topic, partition: $0.partition) },
                    offsets: Dictionary(offsets, uniquingKeysWith: { _, new in new })))
        } catch {
            return .coordinatorNotAvailable
        }
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
        // Lost in a crash, it is only done once more.
        do throws(StorageError) { try keep(.done(id: id)) } catch {}
        return .none
    }

    /// Takes over what was kept before a restart. A decided transaction is carried out; one that was open is aborted, and
    /// its producer fenced, since nobody knows what of it was lost.
    func recover(_ entries: [StateEntry]) {
        var undecided: Set<String> = []
        var decided: [String: (commits: Bool, partitions: [PartitionName])] = [:]
        for entry in entries {
            switch entry {
            case .offsets: break
            case .producer(let id, let producerID, let epoch, let timeout):
                let known = transactions[id]
                transactions[id] = Transaction(
                    producerID: producerID, epoch: epoch, timeout: .milliseconds(timeout), isOngoing: false,
                    lastCommitted: known?.producerID == producerID ? known?.lastCommitted : nil)
                reserve(producerIDsUpTo: producerID)
            case .open(let id): undecided.insert(id)
            case .decided(let id, let commits, let partitions, _):
                undecided.remove(id)
                decided[id] = (commits, partitions.map { PartitionName(topic: $0.topic, partition: $0.partition) })
                transactions[id]?.lastCommitted = commits
            case .done(let id): decided[id] = nil
            }
        }
        for (id, decision) in decided.sorted(by: { $0.key < $1.key }) {
            guard let transaction = transactions[id] else { continue }
            for partition in decision.partitions {
                endInPartition(partition, transaction.producerID, transaction.epoch, decision.commits)
            }
        }
        for id in undecided.sorted() { transactions[id]?.epoch += 1 }
    }

    /// The newest state of every producer, in the place of the whole history.
    var snapshot: [StateEntry] {
        transactions.sorted { $0.key < $1.key }.map { id, transaction in
            .producer(
                id: id, producerID: transaction.producerID, epoch: transaction.epoch,
                timeoutMilliseconds: transaction.timeout.nanoseconds / 1_000_000)
        }
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
