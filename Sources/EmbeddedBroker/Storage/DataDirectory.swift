import Foundation
import Logging
import NIOCore

/// Where a broker keeps its data, locked against a second one.
///
/// `topics/NAME/settings.json`, `topics/NAME/PARTITION/*.log`, `removed/NAME`, `state.log`, `lock`. What is there is what the
/// broker wrote, or it does not start: nothing unreadable is taken for empty.
final class DataDirectory {
    let state: StateLog
    let disk: any Disk
    private let path: String
    private let logger: Logger
    private var lock: AnyObject?

    init(path: String, disk: any Disk, logger: Logger) throws(StorageError) {
        self.path = path
        self.disk = disk
        self.logger = logger
        state = StateLog(path: "\(path)/state.log", disk: disk, logger: logger)
        try Self.check(path)
        switch try disk.entry(at: path) {
        case nil: try disk.makeFolder(path)
        case .file: throw .notADirectoryForData(path: path, detail: "it is a file")
        case .folder, .other: break
        }
        let entries = try disk.entries(of: path)
        if entries["state.log"] == nil { try checkIsNew(entries) }
        guard let lock = try disk.lock("\(path)/lock") else { throw .inUse(directory: path) }
        self.lock = lock
        try disk.makeFolder("\(path)/topics")
        try removeTemporaries(in: path)
        if entries["state.log"] == nil { try state.begin() }
    }

    /// Lets another broker use the directory.
    func unlock() { lock = nil }

    private static func check(_ path: String) throws(StorageError) {
        guard !path.isEmpty else { throw .notADirectoryForData(path: path, detail: "it is no name") }
        guard !path.utf8.contains(0) else { throw .notADirectoryForData(path: path, detail: "it has a zero in it") }
        let resolved = URL(filePath: path).resolvingSymlinksInPath().standardized.path(percentEncoded: false)
        guard resolved != "/", !resolved.isEmpty else {
            throw .notADirectoryForData(path: path, detail: "it is the root of the file system")
        }
    }

    /// A folder without decisions is a new one, or one whose decisions are lost.
    private func checkIsNew(_ entries: [String: DiskEntry]) throws(StorageError) {
        let own: Set = ["lock", "topics", "removed", "state.log.new", "state.log.damaged", "lost+found"]
        if let other = entries.keys.filter({ !own.contains($0) && !$0.hasPrefix(".") }).min() {
            throw .notADirectoryForData(path: path, detail: "it holds other things, such as \(other)")
        }
        guard entries["topics"] != nil, entries["state.log.damaged"] == nil else { return }
        guard try disk.entries(of: "\(path)/topics").isEmpty else {
            throw .missing(
                path: "\(path)/state.log", detail: "there are topics beside it",
                remedy: """
                    Restore it from a backup. Without one, make an empty file \(path)/state.log\(DiskNames.damaged): the broker \
                    then begins a new one with the topics and records that are there; groups lose their offsets, and open \
                    transactions are aborted.
                    """)
        }
    }

    /// Removes what was being written when the broker ended.
    private func removeTemporaries(in folder: String) throws(StorageError) {
        for name in try disk.entries(of: folder).keys.sorted() where name.hasSuffix(DiskNames.temporary) {
            try disk.remove("\(folder)/\(name)")
        }
    }

    /// The topics that are there.
    ///
    /// - Parameter created: The topics that there must be.
    func topics(created: Set<String>) throws(StorageError) -> [TopicSettings] {
        var found: [TopicSettings] = []
        let entries = try disk.entries(of: "\(path)/topics")
        for (name, entry) in entries.sorted(by: { $0.key < $1.key }) {
            let folder = "\(path)/topics/\(name)"
            guard entry == .folder, Topic.isName(name) else { throw .unknown(path: folder) }
            if let settings = try settings(of: name, in: folder, isCreated: created.contains(name)) {
                found.append(settings)
            }
        }
        if let lost = created.subtracting(found.map(\.name)).min() {
            throw .missing(
                path: "\(path)/topics/\(lost)", detail: "the topic was created and not deleted",
                remedy: """
                    Restore the folder from a backup. To go on without the topic, make an empty folder \
                    \(path)/removed/\(lost).
                    """)
        }
        return found
    }

    private func settings(of name: String, in folder: String, isCreated: Bool) throws(StorageError) -> TopicSettings? {
        let file = "\(folder)/\(TopicSettings.fileName)"
        try removeTemporaries(in: folder)
        let entries = try disk.entries(of: folder)
        if entries.isEmpty, !isCreated {
            logger.warning("\(folder) is empty, as after a crash while the topic was created, and is removed.")
            try disk.remove(folder)
            return nil
        }
        guard entries[TopicSettings.fileName] != nil else {
            throw .missing(
                path: file, detail: "the topic's folder is there", remedy: TopicSettings.remedy(file, folder))
        }
        let settings = try TopicSettings(name: name, reading: disk.contents(of: file), from: file, folder: folder)
        for (entry, kind) in entries.sorted(by: { $0.key < $1.key }) where entry != TopicSettings.fileName {
            let isPartition = (0..<settings.partitions).contains(Int(entry) ?? -1) && String(Int(entry) ?? -1) == entry
            guard isPartition, kind == .folder else { throw .unknown(path: "\(folder)/\(entry)") }
        }
        return settings
    }

    /// Writes a topic's settings and folders, for good.
    func create(_ topic: TopicSettings) throws(StorageError) {
        let folder = "\(path)/topics/\(topic.name)"
        do throws(StorageError) {
            try disk.makeFolder(folder)
            try disk.put(try topic.encoded(), at: "\(folder)/\(TopicSettings.fileName)")
            for partition in 0..<topic.partitions { try disk.makeFolder("\(folder)/\(partition)") }
            try disk.syncFolder(folder)
        } catch {
            // What is left of it is removed at the next start.
            do throws(StorageError) { try disk.remove(folder) } catch {}
            throw error
        }
    }

    /// Takes back a topic that nobody has been told of.
    func discard(topic: String) throws(StorageError) { try disk.remove("\(path)/topics/\(topic)") }

    func folder(of topic: String, partition: Int) -> String { "\(path)/topics/\(topic)/\(partition)" }

    /// Moves a topic out of the way: from then on it is not there, whatever happens.
    func remove(topic: String) throws(StorageError) {
        try disk.makeFolder("\(path)/removed")
        try disk.remove("\(path)/removed/\(topic)")
        try disk.rename("\(path)/topics/\(topic)", to: "\(path)/removed/\(topic)")
        try disk.syncFolder("\(path)/topics")
        try disk.syncFolder("\(path)/removed")
    }

    /// The topics that were moved out of the way and whose end is not noted yet.
    func removedTopics() throws(StorageError) -> [String] {
        guard try disk.entry(at: "\(path)/removed") != nil else { return [] }
        return try disk.entries(of: "\(path)/removed").keys.sorted()
    }

    /// Frees the room that a topic took which is out of the way; its folder says until then that it is gone.
    func empty(removedTopic topic: String) throws(StorageError) {
        for name in try disk.entries(of: "\(path)/removed/\(topic)").keys {
            try disk.remove("\(path)/removed/\(topic)/\(name)")
        }
    }

    /// Forgets a topic whose end is noted.
    func forget(removedTopic topic: String) throws(StorageError) { try disk.remove("\(path)/removed/\(topic)") }
}
