import Foundation
import NIOCore

/// What the broker knows besides records: the offsets of groups, and where each transactional producer stands.
enum StateEntry: Codable {
    struct Offset: Codable {
        var topic: String
        var partition: Int32
        var offset: Int64
        var metadata: String?
    }

    struct Partition: Codable {
        var topic: String
        var partition: Int32
    }

    /// Offsets that a group has committed.
    case offsets(group: String, [Offset])
    /// A producer has, or has again, this id and epoch.
    case producer(id: String, producerID: Int64, epoch: Int16, timeoutMilliseconds: Int64)
    /// A transaction includes these partitions and groups; until it ends, it is open.
    case open(id: String)
    /// A transaction is decided: whatever happens now, it ends so in all its partitions and groups.
    case decided(id: String, commits: Bool, partitions: [Partition], offsets: [String: [Offset]])
    /// The decision is carried out.
    case done(id: String)
}

/// An append-only file of entries: length, checksum, JSON.
final class StateLog {
    private var file: AppendFile
    private let path: String

    init(path: String) throws(StorageError) {
        self.path = path
        file = try AppendFile(path: path)
    }

    /// Reads all whole entries; a torn end is cut off.
    func recover() throws(StorageError) -> [StateEntry] {
        var entries: [StateEntry] = []
        var contents = try file.contents()
        var sound = 0
        while let length = contents.readInteger(as: UInt32.self), let checksum = contents.readInteger(as: UInt32.self),
            let slice = contents.readSlice(length: Int(length)),
            slice.withUnsafeReadableBytes({ CRC32C.checksum($0) }) == checksum,
            let entry = try? JSONDecoder().decode(StateEntry.self, from: Data(slice.readableBytesView))
        {
            entries.append(entry)
            sound += 8 + Int(length)
        }
        if sound < file.size { try file.truncate(to: sound) }
        return entries
    }

    func append(_ entry: StateEntry) throws(StorageError) {
        try file.append(Self.encode(entry))
    }

    func sync() throws(StorageError) { try file.sync() }

    /// Puts a few entries in the place of the whole history.
    func replace(with entries: [StateEntry]) throws(StorageError) {
        unlink("\(path).new")
        let fresh = try AppendFile(path: "\(path).new")
        for entry in entries { try fresh.append(Self.encode(entry)) }
        try fresh.sync()
        guard rename("\(path).new", path) == 0 else {
            throw .file(path: path, detail: String(cString: strerror(errno)))
        }
        file = try AppendFile(path: path)
    }

    private static func encode(_ entry: StateEntry) -> ByteBuffer {
        // The entries hold strings and numbers only: encoding them has no way to fail.
        guard let data = try? JSONEncoder().encode(entry) else {
            preconditionFailure("an entry that JSON cannot carry")
        }
        var buffer = ByteBuffer()
        buffer.writeInteger(UInt32(data.count))
        buffer.writeInteger(data.withUnsafeBytes { CRC32C.checksum($0) })
        buffer.writeBytes(data)
        return buffer
    }
}
