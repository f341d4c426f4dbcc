import NIOCore

/// Gives producers their ids and epochs, and ends their transactions: in all partitions and groups, or in none. Confined to
/// the broker's event loop.
///
/// A transaction ends in three steps: it is decided by one entry of the state; the decision is carried out by a marker in
/// every partition; that is noted, and the groups' offsets count. Whatever the disk refuses is tried again until it is done,
/// and nobody is told that it is before. What is in memory follows what is kept, never the other way round.
final class TransactionCoordinator {
    /// What the coordinator has others do.
    struct Actions {
        /// Ends a producer's transaction in a partition, if it is open there.
        var endInPartition:
            (PartitionName, _ producerID: Int64, _ epoch: Int16, _ commits: Bool) throws(StorageError) -> Void
        /// Where a producer's transaction begins in a partition.
        var firstOffset: (PartitionName, _ producerID: Int64) -> Int64?
        /// The partitions that each producer has a transaction open in.
        var openPartitions: () -> [Int64: [PartitionName]]
        /// The offsets that a producer's transaction will commit in a group.
        var pendingInGroup: (String, _ producerID: Int64) -> [StateEntry.Offset]
        /// Ends a producer's transaction in a group: these offsets count, and those that it had pending do not any more.
        var endInGroup: (String, _ producerID: Int64, [StateEntry.Offset]) -> Void
        /// Keeps what a restart must not forget, all of it or nothing.
        var keep: ([StateEntry]) throws(StorageError) -> Void
        /// Brings the records of partitions to the disk, before a decision that rests on them.
        var syncPartitions: (Set<PartitionName>) throws(StorageError) -> Void
        var now: () -> Int64
        var report: (_ what: String, StorageError) -> Void
    }

    /// The longest timeout that a producer may ask for, as Kafka's `transaction.max.timeout.ms`.
    static let longestTimeout: Int64 = 900_000
    /// How long a transactional id is remembered that nobody uses (Kafka's `transactional.id.expiration.ms`).
    private static let idsLast: Int64 = 604_800_000
    /// How many producer ids are set aside at once.
    private static let idBlock: Int64 = 1000
    /// Greater ids are given to nobody: those that a file holds are not counted on from.
    private static let greatestProducerID = Int64.max / 2

    private let loop: any EventLoop
    private let actions: Actions
    private var transactions: [String: Transaction] = [:]
    private var nextProducerID: Int64
    /// Producers get no ids from here on before that is kept.
    private var producerIDsEnd: Int64
    private var isStopped = false

    init(loop: any EventLoop, firstProducerID: Int64, actions: Actions) {
        self.loop = loop
        self.actions = actions
        nextProducerID = firstProducerID
        producerIDsEnd = firstProducerID
    }

    /// How many transactional ids are remembered.
    var count: Int { transactions.count }

    /// Whether some producer was ever given an id, be it before a restart.
    func hasGiven(_ producerID: Int64) -> Bool { producerID < nextProducerID }

    private func newProducerID() throws(StorageError) -> Int64 {
        if nextProducerID >= producerIDsEnd {
            let end = nextProducerID + Self.idBlock
            try actions.keep([.producerIDs(end: end)])
            producerIDsEnd = end
        }
        defer { nextProducerID += 1 }
        return nextProducerID
    }

    /// An id that no producer before has had.
    func reserve(producerIDsUpTo last: Int64) {
        guard last < Self.greatestProducerID else { return }
        nextProducerID = max(nextProducerID, last + 1)
        producerIDsEnd = max(producerIDsEnd, nextProducerID)
    }

    /// Begins a producer. One that takes over a transactional id fences who had it before and aborts what that left open.
    func initialise(
        _ id: String?, timeout: Int32, producerID: Int64, epoch: Int16
    ) -> (error: ErrorCode, producerID: Int64, epoch: Int16) {
        do throws(StorageError) {
            guard let id else { return (.none, try newProducerID(), 0) }
            guard timeout > 0, Int64(timeout) <= Self.longestTimeout else {
                return (.invalidTransactionTimeout, -1, -1)
            }
            guard !id.isEmpty else { return (.invalidRequest, -1, -1) }
            if let known = transactions[id] {
                if producerID >= 0, producerID != known.producerID || !known.epoch.isHeld(by: epoch) {
                    return (.producerFenced, -1, -1)
                }
                if known.isOngoing { try decide(id, commits: false, epoch: known.epoch.next) }
                guard carryOut(id) else { return (.concurrentTransactions, -1, -1) }
            }
            let begun = try begin(id, after: transactions[id], timeout: .milliseconds(Int64(timeout)))
            return (.none, begun.producerID, begun.epoch.number)
        } catch {
            actions.report("Producers cannot begin", error)
            return (.coordinatorNotAvailable, -1, -1)
        }
    }

    private func begin(
        _ id: String, after known: Transaction?, timeout: TimeAmount
    ) throws(StorageError) -> Transaction {
        var new: Transaction
        if let known, !known.epoch.isLast {
            new = known
            new.epoch = known.epoch.next
        } else {
            new = Transaction(producerID: try newProducerID(), epoch: .first, timeout: timeout, lastUse: 0)
            new.unsynced = known?.unsynced ?? [:]
        }
        new.timeout = timeout
        new.lastUse = actions.now()
        new.state = .idle(lastCommitted: nil)
        // A decision is forgotten with the epoch it was made in.
        try actions.syncPartitions(Set(new.unsynced.keys))
        new.unsynced = [:]
        try actions.keep([entry(id, new)])
        transactions[id] = new
        return new
    }

    private func entry(_ id: String, _ transaction: Transaction) -> StateEntry {
        .producer(
            id: id, producerID: transaction.producerID, epoch: transaction.epoch.number,
            timeoutMilliseconds: transaction.timeout.nanoseconds / 1_000_000, time: transaction.lastUse)
    }

    /// Why a producer may not go on; `nil` if it may.
    private func problem(_ id: String, _ producerID: Int64, _ epoch: Int16, _ fenced: ErrorCode) -> ErrorCode? {
        guard let transaction = transactions[id], transaction.producerID == producerID else {
            return .invalidProducerIDMapping
        }
        return transaction.epoch.isHeld(by: epoch) ? nil : fenced
    }

    func add(_ partitions: [PartitionName], to id: String, producerID: Int64, epoch: Int16, fenced: ErrorCode)
        -> ErrorCode
    {
        if let problem = problem(id, producerID, epoch, fenced) ?? begin(id) { return problem }
        transactions[id]?.partitions.formUnion(partitions)
        return .none
    }

    func add(group: String, to id: String, producerID: Int64, epoch: Int16, fenced: ErrorCode) -> ErrorCode {
        if let problem = problem(id, producerID, epoch, fenced) ?? begin(id) { return problem }
        transactions[id]?.groups.insert(group)
        return .none
    }

    /// Begins a transaction if none is open; says why not.
    private func begin(_ id: String) -> ErrorCode? {
        guard let transaction = transactions[id] else { return .invalidProducerIDMapping }
        if transaction.isOngoing { return nil }
        guard carryOut(id) else { return .concurrentTransactions }
        do throws(StorageError) {
            try actions.keep([.open(id: id)])
        } catch {
            actions.report("Transactions cannot begin", error)
            return .coordinatorNotAvailable
        }
        transactions[id]?.state = .ongoing
        transactions[id]?.lastUse = actions.now()
        schedule(id, in: transaction.timeout)
        return nil
    }

    func end(_ id: String, producerID: Int64, epoch: Int16, commits: Bool, fenced: ErrorCode) -> ErrorCode {
        if let problem = problem(id, producerID, epoch, fenced) { return problem }
        guard let transaction = transactions[id] else { return .invalidProducerIDMapping }
        switch transaction.state {
        case .idle(let lastCommitted): return lastCommitted == commits ? .none : .invalidTransactionState
        case .decided(let decision): guard decision == commits else { return .invalidTransactionState }
        case .ongoing:
            do throws(StorageError) {
                try decide(id, commits: commits, epoch: transaction.epoch)
            } catch {
                actions.report("Transactions cannot be decided", error)
                return .coordinatorNotAvailable
            }
        }
        return carryOut(id) ? .none : .concurrentTransactions
    }

    /// Decides a transaction. Once that is kept, a crash changes nothing: ``recover(_:)`` goes on with it.
    private func decide(_ id: String, commits: Bool, epoch: ProducerEpoch) throws(StorageError) {
        guard var transaction = transactions[id] else { return }
        let offsets = commits ? transaction.groups.map { ($0, actions.pendingInGroup($0, transaction.producerID)) } : []
        // The decision before takes its leave with this one: its markers must be safe by now.
        try actions.syncPartitions(transaction.partitions.union(transaction.unsynced.keys))
        transaction.epoch = epoch
        transaction.state = .decided(commits: commits)
        transaction.offsets = Dictionary(offsets, uniquingKeysWith: { _, new in new })
        transaction.unsynced = [:]
        for partition in transaction.partitions {
            transaction.unsynced[partition] = actions.firstOffset(partition, transaction.producerID)
        }
        transaction.failures = 0
        transaction.lastUse = actions.now()
        try actions.keep([decision(id, transaction, commits)])
        transaction.timer?.cancel()
        transaction.timer = nil
        transactions[id] = transaction
    }

    private func decision(_ id: String, _ transaction: Transaction, _ commits: Bool) -> StateEntry {
        .decided(
            id: id, epoch: transaction.epoch.number, commits: commits,
            partitions: transaction.unsynced.sorted { $0.key < $1.key }.map {
                StateEntry.Partition(topic: $0.key.topic, partition: $0.key.partition, firstOffset: $0.value)
            },
            offsets: transaction.offsets)
    }

    /// Does what a decision means; `false` if not all of it could be done. It is then tried again, until it is.
    private func carryOut(_ id: String) -> Bool {
        guard let transaction = transactions[id], case .decided(let commits) = transaction.state else { return true }
        do throws(StorageError) {
            for partition in transaction.partitions.sorted() {
                try actions.endInPartition(partition, transaction.producerID, transaction.epoch.number, commits)
            }
            try actions.keep([.done(id: id)])
        } catch {
            actions.report("Decided transactions cannot be carried out and are tried again", error)
            tryAgain(id)
            return false
        }
        transaction.timer?.cancel()
        for group in transaction.groups {
            actions.endInGroup(group, transaction.producerID, transaction.offsets[group] ?? [])
        }
        transactions[id]?.state = .idle(lastCommitted: commits)
        transactions[id]?.partitions = []
        transactions[id]?.groups = []
        transactions[id]?.offsets = [:]
        transactions[id]?.failures = 0
        transactions[id]?.timer = nil
        return transaction.strays.isEmpty || abort(id, in: transaction.strays)
    }

    /// Aborts what lies open of a producer without a decision, and fences it, since nobody knows what is lost; `false` if not
    /// all of it could be done yet.
    private func abort(_ id: String, in partitions: Set<PartitionName>) -> Bool {
        guard let transaction = transactions[id] else { return true }
        if !transaction.isOngoing { transactions[id]?.epoch = transaction.epoch.next }
        transactions[id]?.state = .ongoing
        transactions[id]?.partitions = partitions
        transactions[id]?.strays = []
        isDue(id)
        if case .idle? = transactions[id]?.state { return true }
        return false
    }

    /// Waits a little, longer each time, and goes on ending a transaction.
    private func tryAgain(_ id: String) {
        let failures = transactions[id]?.failures ?? 0
        transactions[id]?.failures = failures + 1
        schedule(id, in: Self.pause(after: failures))
    }

    /// From a tenth of a second to five.
    static func pause(after failures: Int) -> TimeAmount { .milliseconds(min(5000, 100 << min(failures, 6))) }

    private func schedule(_ id: String, in time: TimeAmount) {
        guard !isStopped else { return }
        transactions[id]?.timer?.cancel()
        transactions[id]?.timer = loop.assumeIsolated().scheduleTask(in: time) { [weak self] in self?.isDue(id) }
    }

    private func isDue(_ id: String) {
        guard !isStopped, let transaction = transactions[id] else { return }
        if transaction.isOngoing {
            do throws(StorageError) {
                // Who was too slow is fenced, so that nothing more of it comes in.
                try decide(id, commits: false, epoch: transaction.epoch.next)
            } catch {
                actions.report("Transactions that took too long cannot be aborted and are tried again", error)
                return tryAgain(id)
            }
        }
        _ = carryOut(id)
    }

    /// Leaves what is open or decided to the next start.
    func stop() {
        isStopped = true
        for transaction in transactions.values { transaction.timer?.cancel() }
    }

    /// Forgets transactional ids that nobody has used for long.
    func forgetIdle() {
        let oldest = actions.now() - Self.idsLast
        let idle = transactions.filter { _, transaction in
            guard case .idle = transaction.state else { return false }
            return transaction.lastUse < oldest && transaction.unsynced.isEmpty
        }
        for id in idle.keys { transactions[id] = nil }
    }

    /// The producers whose transaction is not over in some partition: what is open of others is nobody's.
    var producersAtWork: Set<Int64> {
        Set(
            transactions.values.filter { if case .idle = $0.state { false } else { true } }.map(\.producerID))
    }

    /// Takes over what was kept before a restart. A decided transaction is carried out; one that was open is aborted, and
    /// its producer fenced, since nobody knows what of it was lost.
    func recover(_ entries: [StateEntry]) {
        for entry in entries {
            switch entry {
            case .producerIDs(let end): reserve(producerIDsUpTo: max(1, end) - 1)
            case .producer(_, let producerID, _, _, _): reserve(producerIDsUpTo: producerID)
            default: break
            }
        }
        let recovery = TransactionRecovery(entries, now: actions.now())
        transactions = recovery.transactions
        for (id, decision) in recovery.decisions.sorted(by: { $0.key < $1.key }) {
            redo(id, decision.partitions, commits: decision.commits)
        }
        let open = actions.openPartitions()
        for (id, transaction) in transactions.sorted(by: { $0.key < $1.key }) {
            let partitions = Set(open[transaction.producerID] ?? [])
            if case .decided = transaction.state {
                transactions[id]?.strays = partitions.subtracting(transaction.partitions)
            } else if transaction.isOngoing || !partitions.isEmpty {
                _ = abort(id, in: partitions)
            }
        }
    }

    /// Has a decision carried out, perhaps again: a marker that was lost with the power is written again, and one that is
    /// there has left nothing open that begins where its transaction did.
    private func redo(_ id: String, _ partitions: [StateEntry.Partition], commits: Bool) {
        guard let transaction = transactions[id] else { return }
        for partition in partitions {
            let name = PartitionName(topic: partition.topic, partition: partition.partition)
            let open = actions.firstOffset(name, transaction.producerID)
            // A marker that is there may not be on the disk itself either.
            transactions[id]?.unsynced[name] = partition.firstOffset ?? open
            guard let open, partition.firstOffset ?? open == open else { continue }
            transactions[id]?.partitions.insert(name)
            transactions[id]?.state = .decided(commits: commits)
        }
        _ = carryOut(id)
    }

    /// The newest state of every producer, in the place of the whole history.
    ///
    /// - Throws: If what decisions rest on cannot be brought to the disk: they may not be forgotten then.
    func snapshot() throws(StorageError) -> [StateEntry] {
        let settled = transactions.filter { if case .decided = $0.value.state { false } else { true } }
        try actions.syncPartitions(settled.values.reduce(into: Set()) { $0.formUnion($1.unsynced.keys) })
        for id in settled.keys { transactions[id]?.unsynced = [:] }
        var entries: [StateEntry] = [.producerIDs(end: producerIDsEnd)]
        for (id, transaction) in transactions.sorted(by: { $0.key < $1.key }) {
            entries.append(entry(id, transaction))
            switch transaction.state {
            case .idle(nil): break
            case .idle(let committed?):
                entries.append(.decided(id: id, epoch: nil, commits: committed, partitions: [], offsets: [:]))
                entries.append(.done(id: id))
            case .ongoing: entries.append(.open(id: id))
            case .decided(let commits): entries.append(decision(id, transaction, commits))
            }
        }
        return entries
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
        guard transaction.epoch.isHeld(by: epoch) else { return .invalidProducerEpoch }
        return transaction.isOngoing && transaction.partitions.contains(partition) ? .none : .invalidTransactionState
    }
}
