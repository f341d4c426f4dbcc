import Logging

/// All that is on disk of a broker, and which of it there must be.
final class BrokerStore {
    private let directory: DataDirectory
    private let syncsState: Bool
    private let disk: any Disk
    private let logger: Logger
    private let troubles: DiskTroubles
    /// What was noted of each partition before the start.
    private var inventories: [PartitionName: PartitionFiles.Inventory] = [:]
    private var created: Set<String> = []
    /// Topics that are out of the way, but whose end is not noted yet.
    private var removed: Set<String> = []
    /// The topics found at the start.
    private(set) var settings: [TopicSettings] = []

    init(
        path: String, sync: EmbeddedBrokerConfiguration.Sync, disk: any Disk, logger: Logger, troubles: DiskTroubles
    ) throws(StorageError) {
        self.disk = disk
        self.logger = logger
        self.troubles = troubles
        syncsState = sync == .eachCommit
        directory = try DataDirectory(path: path, disk: disk, logger: logger)
        directory.state.troubles = { troubles.report("The log of decisions cannot be written anew and grows on", $0) }
    }

    /// All that the state amounts to.
    var snapshot: () throws(StorageError) -> [StateEntry] {
        get { directory.state.snapshot }
        set { directory.state.snapshot = newValue }
    }

    /// Reads the state, and which topics there are.
    func recover() throws(StorageError) -> [StateEntry] {
        var entries = try directory.state.recover()
        removed = Set(try directory.removedTopics())
        // A topic that is out of the way is gone, noted or not.
        entries += removed.sorted().map { .deleted(topic: $0) }
        for entry in entries {
            switch entry {
            case .created(let topic): created.insert(topic)
            case .deleted(let topic):
                created.remove(topic)
                inventories = inventories.filter { $0.key.topic != topic }
            case .segments(let topic, let partition, let start, let bases):
                inventories[PartitionName(topic: topic, partition: partition)] = .init(start: start, bases: bases)
            default: break
            }
        }
        settings = try directory.topics(created: created)
        return entries
    }

    /// Reads a partition of a topic found at the start.
    func recover(
        _ topic: TopicSettings, _ partition: Int, hasGaps: Bool, now: Int64
    ) throws(StorageError) -> (PartitionFiles, [RecordBatch]) {
        let files = makeFiles(of: topic.name, partition)
        if try disk.entry(at: files.folder) == nil {
            guard !created.contains(topic.name) else {
                throw .missing(
                    path: files.folder, detail: "the topic has \(topic.partitions) partitions",
                    remedy: "Restore it from a backup, or make an empty folder to go on without its records.")
            }
            try disk.makeFolder(files.folder)
        }
        let recovery = PartitionRecovery(
            files: files,
            // Of a topic whose creation was not noted, nothing is known: what is there is taken.
            inventory: inventories[PartitionName(topic: topic.name, partition: Int32(partition))]
                ?? (created.contains(topic.name) ? .init() : nil),
            hasGaps: hasGaps, now: now, logger: logger)
        return (files, try recovery.run())
    }

    private func makeFiles(of topic: String, _ partition: Int) -> PartitionFiles {
        let files = PartitionFiles(folder: directory.folder(of: topic, partition: partition), disk: disk)
        files.note = { [weak self] (inventory) throws(StorageError) in
            try self?.directory.state.append(
                [
                    .segments(
                        topic: topic, partition: Int32(partition), start: inventory.start, bases: inventory.bases)
                ],
                syncs: true)
        }
        return files
    }

    /// Keeps entries, all of them or none, on the disk itself if so configured.
    func keep(_ entries: [StateEntry]) throws(StorageError) {
        // That something began, or was carried out, may be lost: it is then found undecided, or done once more.
        let matters = entries.contains { entry in
            switch entry {
            case .open, .done: false
            default: true
            }
        }
        try directory.state.append(entries, syncs: matters && syncsState)
    }

    /// Puts what the state amounts to in the place of its history.
    func rewriteState() throws(StorageError) { try directory.state.replace(with: directory.state.snapshot()) }

    /// Makes a topic.
    ///
    /// - Returns: The files of its partitions.
    func create(_ topic: TopicSettings) throws(StorageError) -> [PartitionFiles] {
        if removed.contains(topic.name) { try forget(removed: topic.name) }
        try directory.create(topic)
        do throws(StorageError) {
            try directory.state.append([.created(topic: topic.name)], syncs: true)
        } catch {
            do throws(StorageError) { try directory.discard(topic: topic.name) } catch {
                troubles.report("A topic that was refused is left behind", error)
            }
            throw error
        }
        return (0..<topic.partitions).map { makeFiles(of: topic.name, $0) }
    }

    /// Makes away with a topic. Its room is free at once, also on a disk that is too full to note its end.
    func delete(topic: String) throws(StorageError) {
        try directory.remove(topic: topic)
        removed.insert(topic)
        do throws(StorageError) {
            try directory.empty(removedTopic: topic)
            try forget(removed: topic)
        } catch {
            troubles.report("The end of a topic cannot be noted and is tried again in half a minute", error)
        }
    }

    private func forget(removed topic: String) throws(StorageError) {
        try directory.state.append([.deleted(topic: topic)], syncs: true)
        removed.remove(topic)
        try directory.forget(removedTopic: topic)
    }

    /// Ends what could not be ended before.
    func tidy() {
        for topic in removed.sorted() {
            do throws(StorageError) {
                try directory.empty(removedTopic: topic)
                try forget(removed: topic)
            } catch {
                troubles.report("The end of a topic cannot be noted and is tried again in half a minute", error)
            }
        }
    }

    /// Lets another broker use the directory.
    func close() { directory.unlock() }
}
