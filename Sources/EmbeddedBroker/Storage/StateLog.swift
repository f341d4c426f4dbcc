import Foundation
import Logging
import NIOCore

/// An append-only file of entries: length, checksum, JSON. It is written anew when most of it is history.
final class StateLog {
    private let path: String
    private let disk: any Disk
    private let logger: Logger
    private var file: AppendFile
    /// Below this size history is not worth writing anew.
    private var largest = StateLog.leastLargest
    /// All that the entries so far amount to.
    var snapshot: () throws(StorageError) -> [StateEntry] = { () throws(StorageError) in [] }
    /// Told when the history could not be written anew.
    var troubles: ((StorageError) -> Void)?

    private static let leastLargest = 1 << 20
    private static let format = 1
    /// No entry is longer: what a request can name stays below.
    private static let longestEntry = 64 << 20

    init(path: String, disk: any Disk, logger: Logger) {
        self.path = path
        self.disk = disk
        self.logger = logger
        file = AppendFile(path: path, size: 0, disk: disk)
    }

    /// Begins a file that is not there.
    func begin() throws(StorageError) { try replace(with: []) }

    /// Reads all entries. A torn end is cut off, and said; damage anywhere else is an error.
    func recover() throws(StorageError) -> [StateEntry] {
        let contents = try disk.contents(of: path)
        var entries: [StateEntry] = []
        var position = 0
        while position < contents.readableBytes {
            guard let (body, next) = Self.entry(at: position, in: contents) else { break }
            do {
                let entry = try JSONDecoder().decode(StateEntry.self, from: Data(body.readableBytesView))
                entries.append(entry)
            } catch {
                throw damage(position, "the entry is whole, but none that this version knows")
            }
            if case .format(let format)? = entries.last, format != Self.format {
                throw damage(position, "it has format \(format), and this version knows \(Self.format)")
            }
            position = next
        }
        guard !entries.isEmpty else { throw damage(0, "it does not begin with a whole entry") }
        if position < contents.readableBytes { try cut(contents, at: position) }
        file = AppendFile(path: path, size: position, disk: disk)
        return entries
    }

    private func cut(_ contents: ByteBuffer, at position: Int) throws(StorageError) {
        let rest = contents.readableBytes - position
        for candidate in (position + 1)..<contents.readableBytes where Self.entry(at: candidate, in: contents) != nil {
            throw damage(position, "the entry there is broken, and a sound one follows at byte \(candidate)")
        }
        // Only the last write can be torn: its length reaches to the end of the file, or nothing of it has arrived.
        let length = contents.getInteger(at: position, as: UInt32.self).map { Int($0) + 8 }
        let isTorn = length.map { $0 >= rest } ?? true
        guard isTorn || contents.isZero(from: position) else {
            throw damage(position, "the entry there is broken, and more follows it")
        }
        logger.warning("\(path): the last \(rest) bytes are no whole entry and are cut off, as after a crash.")
        try disk.truncate(path, to: position)
        try disk.sync(path)
    }

    private func damage(_ position: Int, _ detail: String) -> StorageError {
        .damaged(
            path: path, position: position, detail: detail,
            remedy: """
                Restore it from a backup. Without one, rename it to \(path)\(DiskNames.damaged): the broker then begins a new \
                one with the topics and records that are there; groups lose their offsets, and open transactions are aborted.
                """)
    }

    /// The whole, sound entry at a byte and where it ends.
    private static func entry(at position: Int, in contents: ByteBuffer) -> (body: ByteBuffer, next: Int)? {
        guard let length = contents.getInteger(at: position, as: UInt32.self), length > 0, length <= longestEntry,
            let checksum = contents.getInteger(at: position + 4, as: UInt32.self),
            let body = contents.getSlice(at: position + 8, length: Int(length)),
            body.withUnsafeReadableBytes({ CRC32C.checksum($0) }) == checksum
        else { return nil }
        return (body, position + 8 + Int(length))
    }

    /// Appends entries, all of them or none.
    ///
    /// - Parameter syncs: Whether they are on the disk itself afterwards.
    func append(_ entries: [StateEntry], syncs: Bool) throws(StorageError) {
        if file.isDoubtful {
            try replace(with: snapshot())
        } else if file.size >= largest {
            shrink()
        }
        let size = file.size
        try file.append(try encode(entries))
        guard syncs else { return }
        do throws(StorageError) {
            try file.sync()
        } catch {
            file.takeBack(to: size)
            throw error
        }
    }

    /// Puts what the entries amount to in the place of the whole history; if that fails, the history goes on.
    private func shrink() {
        do throws(StorageError) {
            try replace(with: snapshot())
        } catch {
            largest = file.size + Self.leastLargest
            troubles?(error)
        }
    }

    /// Puts a few entries in the place of the whole history.
    func replace(with entries: [StateEntry]) throws(StorageError) {
        let bytes = try encode([.format(Self.format)] + entries)
        try disk.put(bytes, at: path)
        file = AppendFile(path: path, size: bytes.readableBytes, disk: disk)
        do throws(StorageError) {
            try disk.syncFolder(DiskNames.folder(of: path))
        } catch {
            // Power lost now may bring the old history back: nothing may be built on the new one.
            file.doubt()
            throw error
        }
        largest = max(Self.leastLargest, 2 * bytes.readableBytes)
    }

    private func encode(_ entries: [StateEntry]) throws(StorageError) -> ByteBuffer {
        var buffer = ByteBuffer()
        let encoder = JSONEncoder()
        for entry in entries {
            let data: Data
            do { data = try encoder.encode(entry) } catch { throw .file(path: path, detail: "\(error)") }
            guard data.count <= Self.longestEntry else {
                throw .file(path: path, detail: "an entry of \(data.count) bytes is longer than \(Self.longestEntry)")
            }
            buffer.writeInteger(UInt32(data.count))
            buffer.writeInteger(data.withUnsafeBytes { CRC32C.checksum($0) })
            buffer.writeBytes(data)
        }
        return buffer
    }
}

extension ByteBuffer {
    /// Whether there are only zeros from an index on.
    func isZero(from index: Int) -> Bool {
        getSlice(at: index, length: writerIndex - index)?.readableBytesView.allSatisfy { $0 == 0 } ?? true
    }
}
