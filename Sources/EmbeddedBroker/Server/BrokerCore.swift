import Logging
import NIOCore

/// All that the broker knows, confined to one event loop: there is nothing to lock.
final class BrokerCore {
    let loop: any EventLoop
    let configuration: EmbeddedBrokerConfiguration
    let logger: Logger
    let groups: GroupCoordinator
    let transactions: TransactionCoordinator
    private(set) var topics: [String: Topic] = [:]
    /// What clients are told to connect to.
    var address: (host: String, port: Int32) = ("127.0.0.1", 0)
    var staleLeader = StaleLeader()
    let waiting: WaitingFetches
    private let store: BrokerStore?
    let troubles: DiskTroubles
    private let clock: () -> Int64
    private var isClosed = false

    static let nodeID: Int32 = 1
    static let clusterID = "embedded"

    init(
        loop: any EventLoop, configuration: EmbeddedBrokerConfiguration, logger: Logger,
        disk: any Disk = SystemDisk(), clock: @escaping () -> Int64 = SystemClock.millisecondsSince1970
    ) throws(StorageError) {
        self.loop = loop
        self.configuration = configuration
        self.logger = logger
        self.clock = clock
        troubles = DiskTroubles(logger: logger, clock: { loop.now })
        waiting = WaitingFetches(limit: configuration.limits.waitingPartitions)
        groups = GroupCoordinator(
            loop: loop, initialDelay: configuration.groupInitialDelay, limits: configuration.limits.groups)
        store =
            if let path = configuration.dataDirectory {
                try BrokerStore(path: path, sync: configuration.sync, disk: disk, logger: logger, troubles: troubles)
            } else { nil }
        let actions = CoreReference()
        // Counted from the time on, the ids that were given before a restart are not given again, though no log holds them.
        transactions = TransactionCoordinator(
            loop: loop, firstProducerID: max(1000, clock()), actions: actions.transactionActions)
        actions.core = self
        try recover()
        clean()
        scheduleCleaning()
    }

    /// Keeps an entry of the state, on the disk itself if so configured.
    func keep(_ entry: StateEntry) throws(StorageError) { try keep([entry]) }

    func keep(_ entries: [StateEntry]) throws(StorageError) { try store?.keep(entries) }

    /// Brings the records of a partition to the disk, if so configured.
    func sync(_ name: PartitionName) throws(StorageError) {
        if configuration.sync == .eachCommit { try partition(name)?.files?.sync() }
    }

    /// Takes over what is in the data directory.
    private func recover() throws(StorageError) {
        guard let store else { return }
        let entries = try store.recover()
        for kept in store.settings {
            let topic = makeTopic(kept.name, partitionCount: kept.partitions, settings: kept.settings)
            for (number, log) in topic.partitions.enumerated() {
                let (files, batches) = try store.recover(kept, number, hasGaps: topic.isCompacted, now: now)
                log.use(files, holding: batches, syncsWrites: configuration.sync == .eachCommit)
                for id in log.producerIDs { transactions.reserve(producerIDsUpTo: id) }
            }
            topics[kept.name] = topic
        }
        groups.take(entries) { self.topics[$0.topic] != nil }
        store.snapshot = { [weak self] () throws(StorageError) in try self?.snapshot() ?? [] }
        transactions.recover(entries)
        abortOrphans()
        do throws(StorageError) {
            for topic in topics.values { for log in topic.partitions { try log.files?.sync() } }
            try store.rewriteState()
        } catch {
            // A full disk keeps nobody from reading what is there.
            troubles.report("The log of decisions cannot be written anew at the start", error)
        }
    }

    /// Aborts transactions of which nothing is known but their records, as when the log of decisions was given up.
    private func abortOrphans(failures: Int = 0) {
        guard !isClosed else { return }
        let atWork = transactions.producersAtWork
        do throws(StorageError) {
            for topic in topics.values {
                for log in topic.partitions {
                    for open in log.openProducers where !atWork.contains(open.producerID) {
                        let epoch = ProducerEpoch(number: open.epoch).next.number
                        try log.end(producerID: open.producerID, epoch: epoch, commits: false)
                    }
                }
            }
            if failures > 0 { waiting.wakeAll() }
        } catch {
            troubles.report("Transactions that nobody knows of cannot be aborted and are tried again", error)
            loop.assumeIsolated().scheduleTask(in: TransactionCoordinator.pause(after: failures)) { [weak self] in
                self?.abortOrphans(failures: failures + 1)
            }
        }
    }

    private func snapshot() throws(StorageError) -> [StateEntry] {
        var entries = try transactions.snapshot()
        for (name, topic) in topics.sorted(by: { $0.key < $1.key }) {
            entries.append(.created(topic: name))
            for (number, log) in topic.partitions.enumerated() {
                guard let inventory = log.files?.inventory, inventory.start > 0 || !inventory.bases.isEmpty else {
                    continue
                }
                entries.append(
                    .segments(
                        topic: name, partition: Int32(number), start: inventory.start, bases: inventory.bases))
            }
        }
        return entries + groups.snapshot
    }

    /// Brings everything to disk and lets go of the data directory.
    func close() {
        isClosed = true
        transactions.stop()
        for topic in topics.values {
            for log in topic.partitions {
                do throws(StorageError) { try log.files?.sync() } catch { logger.error("\(error)") }
            }
        }
        store?.close()
    }

    private func scheduleCleaning() {
        loop.assumeIsolated().scheduleTask(in: .seconds(30)) { [weak self] in
            guard let self, !self.isClosed else { return }
            self.clean()
            self.scheduleCleaning()
        }
    }

    /// Milliseconds since 1970.
    var now: Int64 { max(0, clock()) }

    func partition(_ name: PartitionName) -> PartitionLog? {
        guard let topic = topics[name.topic], topic.partitions.indices.contains(Int(name.partition)) else { return nil }
        return topic.partitions[Int(name.partition)]
    }

    private func makeTopic(_ name: String, partitionCount: Int, settings: [String: String]) -> Topic {
        Topic(name: name, partitionCount: partitionCount, settings: settings) {
            PartitionLog(clock: { [weak self] in self?.now ?? 0 }, troubles: troubles)
        }
    }

    func createTopic(_ name: String, partitionCount: Int, settings: [String: String]) throws(StorageError) {
        let topic = makeTopic(name, partitionCount: partitionCount, settings: settings)
        if let store {
            let files = try store.create(
                TopicSettings(name: name, partitions: partitionCount, settings: settings))
            for (log, files) in zip(topic.partitions, files) {
                log.use(files, holding: [], syncsWrites: configuration.sync == .eachCommit)
            }
        }
        topics[name] = topic
    }

    func deleteTopic(_ name: String) throws(StorageError) {
        guard topics[name] != nil else { return }
        try store?.delete(topic: name)
        topics[name] = nil
        for group in groups.groups.values {
            group.offsets = group.offsets.filter { $0.key.topic != name }
        }
        waiting.wakeAll()
    }

    /// Retention and compaction, as the topics' settings have it.
    func clean() {
        for topic in topics.values {
            for log in topic.partitions {
                log.forgetIdleProducers()
                do throws(StorageError) {
                    if topic.isCompacted { try Compaction.compact(log, now: now, Compaction.Rules(topic)) }
                    if topic.isTrimmed {
                        try log.trim(age: topic.limit("retention.ms"), size: topic.limit("retention.bytes"))
                    }
                } catch {
                    troubles.report("\(topic.name) cannot be cleaned up and is tried again in half a minute", error)
                }
            }
        }
        transactions.forgetIdle()
        store?.tidy()
    }
}

/// What the coordinator of transactions has the broker do.
private final class CoreReference {
    weak var core: BrokerCore?

    var transactionActions: TransactionCoordinator.Actions {
        TransactionCoordinator.Actions(
            endInPartition: { (name, producerID, epoch, commits) throws(StorageError) in
                guard let core = self.core, let log = core.partition(name) else { return }
                try log.end(producerID: producerID, epoch: epoch, commits: commits)
                core.waiting.wake(for: CollectionOfOne(name))
            },
            firstOffset: { name, producerID in self.core?.partition(name)?.firstOffsetOfOpen(producerID) },
            openPartitions: {
                var open: [Int64: [PartitionName]] = [:]
                for topic in self.core?.topics.values ?? [:].values {
                    for (number, log) in topic.partitions.enumerated() {
                        for (producerID, _) in log.openProducers {
                            open[producerID, default: []].append(
                                PartitionName(topic: topic.name, partition: Int32(number)))
                        }
                    }
                }
                return open
            },
            pendingInGroup: { id, producerID in
                self.core?.groups.group(id).pending[producerID]?.map { name, offset in
                    StateEntry.Offset(
                        topic: name.topic, partition: name.partition, offset: offset.offset, metadata: offset.metadata)
                } ?? []
            },
            endInGroup: { id, producerID, offsets in
                guard let core = self.core else { return }
                core.groups.group(id).pending[producerID] = nil
                core.groups.take(offsets.filter { core.topics[$0.topic] != nil }, into: id)
            },
            keep: { (entries) throws(StorageError) in try self.core?.keep(entries) },
            syncPartitions: { (names) throws(StorageError) in
                for name in names.sorted() { try self.core?.sync(name) }
            },
            now: { self.core?.now ?? 0 },
            report: { what, error in self.core?.troubles.report(what, error) })
    }
}
