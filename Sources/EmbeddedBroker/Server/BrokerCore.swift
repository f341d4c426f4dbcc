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
    /// Fetches that wait for records, each called when a partition grows.
    private var waiting: [Int: () -> Void] = [:]
    private var waiterCount = 0
    private let directory: DataDirectory?

    static let nodeID: Int32 = 1
    static let clusterID = "embedded"

    init(loop: any EventLoop, configuration: EmbeddedBrokerConfiguration, logger: Logger) throws(StorageError) {
        self.loop = loop
        self.configuration = configuration
        self.logger = logger
        groups = GroupCoordinator(
            loop: loop, initialDelay: configuration.groupInitialDelay, limits: configuration.limits.groups)
        // Counted from the time on, the ids that were given before a restart are not given again, though no log holds them.
        transactions = TransactionCoordinator(
            loop: loop, firstProducerID: max(1000, Int64(SystemClock.millisecondsSince1970())))
        directory =
            if let path = configuration.dataDirectory { try DataDirectory(path: path, logger: logger) } else { nil }
        connectTransactions()
        try recover()
        scheduleCleaning()
    }

    private func connectTransactions() {
        transactions.endInPartition = { [weak self] name, producerID, epoch, commits in
            guard let self, let log = self.partition(name), log.hasOpen(producerID) else { return }
            _ = log.end(producerID: producerID, epoch: epoch, commits: commits, timestamp: self.now)
            self.grew()
        }
        transactions.endInGroup = { [weak self] id, producerID, commits in
            guard let self else { return }
            let group = self.groups.group(id)
            guard let pending = group.pending.removeValue(forKey: producerID), commits else { return }
            group.offsets.merge(pending) { _, new in new }
        }
        transactions.pendingInGroup = { [weak self] id, producerID in
            self?.groups.group(id).pending[producerID]?.map { name, offset in
                StateEntry.Offset(
                    topic: name.topic, partition: name.partition, offset: offset.offset, metadata: offset.metadata)
            } ?? []
        }
        transactions.keep = { [weak self] (entry) throws(StorageError) in try self?.keep(entry) }
        transactions.syncPartitions = { [weak self] (names) throws(StorageError) in
            for name in names { try self?.sync(name) }
        }
    }

    /// Keeps an entry of the state, on the disk itself if so configured.
    func keep(_ entry: StateEntry) throws(StorageError) {
        guard let directory else { return }
        try directory.state.append(entry)
        // That something began, or was carried out, may be lost: it is then found undecided, or done once more.
        switch entry {
        case .open, .done: break
        case .offsets, .producer, .decided: if configuration.sync == .eachCommit { try directory.state.sync() }
        }
    }

    /// Brings the records of a partition to the disk, if so configured.
    func sync(_ name: PartitionName) throws(StorageError) {
        if configuration.sync == .eachCommit { try partition(name)?.files?.sync() }
    }

    /// Takes over what is in the data directory.
    private func recover() throws(StorageError) {
        guard let directory else { return }
        for kept in directory.topics() {
            let topic = Topic(name: kept.name, partitionCount: kept.partitions, settings: kept.settings)
            for (number, log) in topic.partitions.enumerated() {
                let files = try directory.files(of: kept.name, partition: number)
                try files.recover { log.restore($0) }
                log.files = files
                transactions.reserve(producerIDsUpTo: log.greatestProducerID)
            }
            topics[kept.name] = topic
        }
        let entries = try directory.state.recover()
        for entry in entries {
            switch entry {
            case .offsets(let group, let offsets): take(offsets, into: group)
            case .decided(_, true, _, let offsets): for (group, offsets) in offsets { take(offsets, into: group) }
            default: break
            }
        }
        transactions.recover(entries)
        // What is still open now was never decided.
        for topic in topics.values {
            for log in topic.partitions {
                for open in log.openProducers {
                    _ = log.end(producerID: open.producerID, epoch: open.epoch + 1, commits: false, timestamp: now)
                }
                try log.files?.sync()
            }
        }
        try directory.state.replace(with: snapshot)
    }

    private func take(_ offsets: [StateEntry.Offset], into group: String) {
        for offset in offsets {
            groups.group(group).offsets[PartitionName(topic: offset.topic, partition: offset.partition)] =
                Group.Offset(offset: offset.offset, metadata: offset.metadata)
        }
    }

    private var snapshot: [StateEntry] {
        groups.groups.values.sorted { $0.id < $1.id }.map { group in
            .offsets(
                group: group.id,
                group.offsets.map { name, offset in
                    .init(
                        topic: name.topic, partition: name.partition, offset: offset.offset, metadata: offset.metadata)
                })
        } + transactions.snapshot
    }

    /// Brings everything to disk and lets go of the data directory.
    func close() {
        for topic in topics.values {
            for log in topic.partitions {
                do throws(StorageError) { try log.files?.sync() } catch { logger.error("\(error)") }
            }
        }
        directory?.unlock()
    }

    private func scheduleCleaning() {
        loop.assumeIsolated().scheduleTask(in: .seconds(30)) { [weak self] in
            self?.clean()
            self?.scheduleCleaning()
        }
    }

    /// Milliseconds since 1970.
    var now: Int64 { Int64(SystemClock.millisecondsSince1970()) }

    func partition(_ name: PartitionName) -> PartitionLog? {
        guard let topic = topics[name.topic], topic.partitions.indices.contains(Int(name.partition)) else { return nil }
        return topic.partitions[Int(name.partition)]
    }

    func createTopic(_ name: String, partitionCount: Int, settings: [String: String]) throws(StorageError) {
        let topic = Topic(name: name, partitionCount: partitionCount, settings: settings)
        if let directory {
            try directory.create(topic: name, partitions: partitionCount, settings: settings)
            for (number, log) in topic.partitions.enumerated() {
                log.files = try directory.files(of: name, partition: number)
            }
        }
        topics[name] = topic
    }

    func deleteTopic(_ name: String) {
        guard topics.removeValue(forKey: name) != nil else { return }
        directory?.delete(topic: name)
        for group in groups.groups.values {
            group.offsets = group.offsets.filter { $0.key.topic != name }
        }
        grew()
    }

    /// Has `wake` called once, when some partition has grown.
    func awaitGrowth(_ wake: @escaping () -> Void) -> Int {
        waiterCount += 1
        waiting[waiterCount] = wake
        return waiterCount
    }

    func forget(waiter: Int) { waiting[waiter] = nil }

    /// Tells everybody who waits that there may be something new.
    func grew() {
        let all = waiting
        waiting = [:]
        for (_, wake) in all.sorted(by: { $0.key < $1.key }) { wake() }
    }

    /// Retention and compaction, as the topics' settings have it.
    func clean() {
        for topic in topics.values {
            for log in topic.partitions {
                if topic.isCompacted {
                    do throws(StorageError) {
                        try Compaction.compact(log, now: now, tombstonesLast: topic.number("delete.retention.ms"))
                    } catch {
                        logger.error("\(topic.name) could not be compacted. \(error)")
                    }
                } else {
                    let (age, size, now) = (topic.number("retention.ms"), topic.number("retention.bytes"), now)
                    log.trim { batch in
                        (age >= 0 && batch.maxTimestamp < now - age) || (size >= 0 && Int64(log.byteCount) > size)
                    }
                }
            }
        }
    }
}
