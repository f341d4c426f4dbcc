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

    static let nodeID: Int32 = 1
    static let clusterID = "embedded"

    init(loop: any EventLoop, configuration: EmbeddedBrokerConfiguration, logger: Logger) {
        self.loop = loop
        self.configuration = configuration
        self.logger = logger
        groups = GroupCoordinator(loop: loop, initialDelay: configuration.groupInitialDelay)
        transactions = TransactionCoordinator(loop: loop, firstProducerID: 1000)
        transactions.endInPartition = { [weak self] name, producerID, epoch, commits in
            guard let self, let log = self.partition(name) else { return }
            _ = log.end(producerID: producerID, epoch: epoch, commits: commits, timestamp: self.now)
            self.grew()
        }
        transactions.endInGroup = { [weak self] id, producerID, commits in
            guard let self else { return }
            let group = self.groups.group(id)
            guard let pending = group.pending.removeValue(forKey: producerID), commits else { return }
            group.offsets.merge(pending) { _, new in new }
        }
        scheduleCleaning()
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

    func createTopic(_ name: String, partitionCount: Int, settings: [String: String]) {
        topics[name] = Topic(name: name, partitionCount: partitionCount, settings: settings)
    }

    func deleteTopic(_ name: String) {
        topics[name] = nil
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
                    Compaction.compact(log, now: now, tombstonesLast: topic.number("delete.retention.ms"))
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
