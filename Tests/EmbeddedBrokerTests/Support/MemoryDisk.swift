import NIOCore

@testable import EmbeddedBroker

/// A disk in memory that fills, fails and loses its power as a test has it.
///
/// What a sync has not reached is lost with the power, but for a prefix of what was appended; so are names that their folder's
/// sync has not reached. After a sync that failed, what it should have reached does not get there while the process lives,
/// though the next one succeeds, as on Linux.
final class MemoryDisk: Disk {
    enum Operation: CaseIterable {
        case create, write, truncate, sync, syncFolder, rename, remove
    }

    private final class File {
        var bytes = ByteBuffer()
        var synced = ByteBuffer()
        var isPoisoned = false
    }

    private var files: [String: File] = [:]
    /// The files whose names survive a loss of power.
    private var safe: [String: File] = [:]
    private var folders: Set<String> = []
    private var others: Set<String> = []
    private var locked: Set<String> = []
    /// How many bytes there is room for; `nil`: any number.
    var room: Int?
    /// Whether an operation on a path fails.
    var fails: (Operation, String) -> Bool = { _, _ in false }

    private func check(_ operation: Operation, _ path: String) throws(StorageError) {
        if fails(operation, path) { throw .file(path: path, detail: "\(operation) fails") }
    }

    private func file(_ path: String) throws(StorageError) -> File {
        guard let file = files[path] else { throw .file(path: path, detail: "no such file") }
        return file
    }

    func entry(at path: String) throws(StorageError) -> DiskEntry? {
        if files[path] != nil { return .file }
        if folders.contains(path) { return .folder }
        return others.contains(path) ? .other : nil
    }

    func entries(of folder: String) throws(StorageError) -> [String: DiskEntry] {
        guard folders.contains(folder) else { throw .file(path: folder, detail: "no such folder") }
        var found: [String: DiskEntry] = [:]
        let all = files.keys.map { ($0, DiskEntry.file) } + folders.map { ($0, .folder) } + others.map { ($0, .other) }
        for (path, entry) in all where DiskNames.folder(of: path) == folder {
            found[String(path.dropFirst(folder.count + 1))] = entry
        }
        return found
    }

    func makeFolder(_ path: String) throws(StorageError) {
        guard files[path] == nil, !others.contains(path) else { throw .file(path: path, detail: "it is no folder") }
        folders.insert(path)
        let above = DiskNames.folder(of: path)
        if above != "/", above != ".", above != path { try makeFolder(above) }
    }

    func contents(of path: String) throws(StorageError) -> ByteBuffer { try file(path).bytes }

    func create(_ path: String, _ bytes: ByteBuffer) throws(StorageError) {
        try check(.create, path)
        guard !folders.contains(path), !others.contains(path) else { throw .file(path: path, detail: "it is no file") }
        release(files[path])
        if room == 0 { throw .full(path: path) }
        files[path] = File()
        try write(bytes, to: path, at: 0)
    }

    func write(_ bytes: ByteBuffer, to path: String, at position: Int) throws(StorageError) {
        let file = try file(path)
        if fails(.write, path) {
            put(
                bytes.getSlice(at: bytes.readerIndex, length: bytes.readableBytes / 2) ?? bytes, into: file,
                at: position)
            throw .file(path: path, detail: "write fails")
        }
        let growth = position + bytes.readableBytes - file.bytes.readableBytes
        if let room, growth > room {
            let fit = max(0, bytes.readableBytes - (growth - room))
            put(bytes.getSlice(at: bytes.readerIndex, length: fit) ?? bytes, into: file, at: position)
            throw .full(path: path)
        }
        put(bytes, into: file, at: position)
    }

    private func put(_ bytes: ByteBuffer, into file: File, at position: Int) {
        let before = file.bytes.readableBytes
        var whole = file.bytes.getSlice(at: 0, length: min(position, before)) ?? ByteBuffer()
        whole.writeImmutableBuffer(bytes)
        if whole.readableBytes < before,
            let rest = file.bytes.getSlice(at: whole.readableBytes, length: before - whole.readableBytes)
        {
            whole.writeImmutableBuffer(rest)
        }
        file.bytes = whole
        room? -= whole.readableBytes - before
    }

    func truncate(_ path: String, to size: Int) throws(StorageError) {
        try check(.truncate, path)
        let file = try file(path)
        room? += max(0, file.bytes.readableBytes - size)
        file.bytes = file.bytes.getSlice(at: 0, length: min(size, file.bytes.readableBytes)) ?? ByteBuffer()
    }

    func sync(_ path: String) throws(StorageError) {
        let file = try file(path)
        do { try check(.sync, path) } catch {
            file.isPoisoned = true
            throw error
        }
        if !file.isPoisoned { file.synced = file.bytes }
    }

    func syncFolder(_ path: String) throws(StorageError) {
        try check(.syncFolder, path)
        for name in Set(files.keys).union(safe.keys) where DiskNames.folder(of: name) == path {
            safe[name] = files[name]
        }
    }

    func rename(_ path: String, to new: String) throws(StorageError) {
        try check(.rename, path)
        if folders.contains(path) {
            move(&files, path, new)
            move(&safe, path, new)
            folders = Set(folders.map { $0 == path || $0.hasPrefix(path + "/") ? new + $0.dropFirst(path.count) : $0 })
            return
        }
        let file = try file(path)
        release(files[new])
        files[path] = nil
        files[new] = file
    }

    private func move(_ files: inout [String: File], _ path: String, _ new: String) {
        files = Dictionary(
            uniqueKeysWithValues: files.map {
                ($0.key.hasPrefix(path + "/") ? new + $0.key.dropFirst(path.count) : $0.key, $0.value)
            })
    }

    func remove(_ path: String) throws(StorageError) {
        try check(.remove, path)
        release(files.removeValue(forKey: path))
        others.remove(path)
        guard folders.contains(path) else { return }
        for name in files.keys where name.hasPrefix(path + "/") { release(files.removeValue(forKey: name)) }
        safe = safe.filter { !$0.key.hasPrefix(path + "/") }
        folders = folders.filter { $0 != path && !$0.hasPrefix(path + "/") }
    }

    private func release(_ file: File?) { if let file { room? += file.bytes.readableBytes } }

    private final class Lock {
        let end: () -> Void
        init(end: @escaping () -> Void) { self.end = end }
        deinit { end() }
    }

    func lock(_ path: String) throws(StorageError) -> AnyObject? {
        if files[path] == nil { files[path] = File() }
        guard locked.insert(path).inserted else { return nil }
        return Lock { [weak self] in self?.locked.remove(path) }
    }

    /// Ends the process that uses the disk; the system goes on, and brings to the disk what it could not before.
    func kill() {
        locked = []
        for file in files.values { file.isPoisoned = false }
    }

    /// Takes the power away.
    func losePower(_ dice: inout some RandomNumberGenerator) {
        locked = []
        files = safe.mapValues { file in
            let kept = File()
            kept.bytes = file.synced
            let (size, written) = (file.synced.readableBytes, file.bytes.readableBytes)
            if !file.isPoisoned, written > size, file.bytes.getSlice(at: 0, length: size) == file.synced {
                let more = Int.random(in: 0...(written - size), using: &dice)
                kept.bytes = file.bytes.getSlice(at: 0, length: size + more) ?? kept.bytes
            }
            kept.synced = kept.bytes
            return kept
        }
        safe = files
    }

    /// The paths of all files that have something in them.
    var paths: [String] { files.filter { $0.value.bytes.readableBytes > 0 }.keys.sorted() }

    subscript(path: String) -> [UInt8] {
        get { files[path].map { Array($0.bytes.readableBytesView) } ?? [] }
        set {
            let file = File()
            file.bytes = ByteBuffer(bytes: newValue)
            file.synced = file.bytes
            files[path] = file
            safe[path] = file
        }
    }

    /// Takes a file away.
    func lose(_ path: String) {
        files[path] = nil
        safe[path] = nil
    }

    /// Puts what nobody can read in the place of a file.
    func spoil(_ path: String, as entry: DiskEntry) {
        lose(path)
        if entry == .folder { folders.insert(path) } else { others.insert(path) }
    }

    /// Another disk with the same on it.
    var copy: MemoryDisk {
        let copy = MemoryDisk()
        copy.folders = folders
        copy.others = others
        for (path, file) in files { copy[path] = Array(file.bytes.readableBytesView) }
        return copy
    }
}
