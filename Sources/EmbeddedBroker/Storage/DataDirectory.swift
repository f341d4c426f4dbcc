import Foundation
import Logging

/// Where a broker keeps its data, locked against a second one.
///
/// `topics/NAME/settings.json`, `topics/NAME/PARTITION/*.log`, `state.log`, `lock`.
final class DataDirectory {
    let state: StateLog
    private let path: String
    private let logger: Logger
    private var lock: CInt

    init(path: String, logger: Logger) throws(StorageError) {
        self.path = path
        self.logger = logger
        try Self.makeFolder("\(path)/topics")
        lock = open("\(path)/lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard lock >= 0 else { throw .file(path: "\(path)/lock", detail: String(cString: strerror(errno))) }
        guard flock(lock, LOCK_EX | LOCK_NB) == 0 else { throw .inUse(directory: path) }
        state = try StateLog(path: "\(path)/state.log")
    }

    deinit { unlock() }

    /// Lets another broker use the directory.
    func unlock() {
        if lock >= 0 { close(lock) }
        lock = -1
    }

    static func makeFolder(_ path: String) throws(StorageError) {
        do {
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        } catch {
            throw .file(path: path, detail: "\(error.localizedDescription)")
        }
    }

    /// What is kept of a topic besides its records.
    private struct Settings: Codable {
        var partitions: Int
        var settings: [String: String]
    }

    /// The topics that are there: their names, partition counts and settings.
    func topics() -> [(name: String, partitions: Int, settings: [String: String])] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: "\(path)/topics")) ?? []
        return names.sorted().compactMap { name in
            guard let data = FileManager.default.contents(atPath: "\(path)/topics/\(name)/settings.json"),
                let kept = try? JSONDecoder().decode(Settings.self, from: data)
            else { return nil }
            return (name, kept.partitions, kept.settings)
        }
    }

    func create(topic: String, partitions: Int, settings: [String: String]) throws(StorageError) {
        let folder = "\(path)/topics/\(topic)"
        try Self.makeFolder(folder)
        let file = "\(folder)/settings.json"
        do {
            try JSONEncoder().encode(Settings(partitions: partitions, settings: settings))
                .write(to: URL(filePath: file), options: .atomic)
        } catch {
            throw .file(path: file, detail: "\(error)")
        }
    }

    func files(of topic: String, partition: Int) throws(StorageError) -> PartitionFiles {
        try PartitionFiles(folder: "\(path)/topics/\(topic)/\(partition)", logger: logger)
    }

    func delete(topic: String) {
        // The settings first: a topic without them is not there, should the rest be interrupted.
        unlink("\(path)/topics/\(topic)/settings.json")
        try? FileManager.default.removeItem(atPath: "\(path)/topics/\(topic)")
    }
}
