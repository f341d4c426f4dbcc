import NIOCore

/// What stands under a name in a folder.
enum DiskEntry {
    case file
    case folder
    /// A link, a pipe, a device.
    case other
}

/// The operations of the system that storage rests on: one place for them, and for tests to let each of them fail.
protocol Disk: AnyObject {
    /// What is under a path, links not followed; `nil`: nothing.
    func entry(at path: String) throws(StorageError) -> DiskEntry?
    /// What is in a folder.
    func entries(of folder: String) throws(StorageError) -> [String: DiskEntry]
    /// Makes a folder with those above it, if it is not there, for good.
    func makeFolder(_ path: String) throws(StorageError)
    func contents(of path: String) throws(StorageError) -> ByteBuffer
    /// Makes a file, or one anew, of these bytes. What fails may leave a part of them.
    func create(_ path: String, _ bytes: ByteBuffer) throws(StorageError)
    /// Writes into a file that is there. What fails may leave a part written.
    func write(_ bytes: ByteBuffer, to path: String, at position: Int) throws(StorageError)
    func truncate(_ path: String, to size: Int) throws(StorageError)
    /// Brings what was written to the disk itself. After a failure nobody knows what of it is there.
    func sync(_ path: String) throws(StorageError)
    /// Brings the names in a folder to the disk itself.
    func syncFolder(_ path: String) throws(StorageError)
    func rename(_ path: String, to new: String) throws(StorageError)
    /// Removes a file, or a folder with all that is in it.
    func remove(_ path: String) throws(StorageError)
    /// Holds a lock as long as what is returned is kept; `nil`: another process has it.
    func lock(_ path: String) throws(StorageError) -> AnyObject?
}

extension Disk {
    /// Puts these bytes under a name: whatever moment the power fails at, what was there before or all of these are. Which of
    /// them, only ``syncFolder(_:)`` makes sure of.
    func put(_ bytes: ByteBuffer, at path: String) throws(StorageError) {
        let temporary = path + DiskNames.temporary
        do throws(StorageError) {
            try create(temporary, bytes)
            try sync(temporary)
            try rename(temporary, to: path)
        } catch {
            // What cannot be removed now is removed at the next start.
            do throws(StorageError) { try remove(temporary) } catch {}
            throw error
        }
    }
}

/// The names that files get while they come and go.
enum DiskNames {
    /// What is being written under this name takes the name without it once it is whole.
    static let temporary = ".new"
    /// Stands for a segment that retention or compaction has removed, until that is noted.
    static let deleted = ".deleted"
    /// A segment that nobody was told of when the broker ended.
    static let unfinished = ".unfinished"
    /// Stands for a file that a person gives up, so that the broker starts without it.
    static let damaged = ".damaged"

    static func folder(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }
}
