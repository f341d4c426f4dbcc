import NIOCore

/// A file that grows at its end only. What could not be written whole is taken back, so that the file is always a row of
/// whole entries, but for the last moment before a crash.
final class AppendFile {
    let path: String
    private(set) var size: Int
    /// Whether the file may differ from what was written to it: after a failed sync nobody knows what of it is on the disk,
    /// and a second sync would say that all is well. It is then written anew.
    private(set) var isDoubtful = false
    private let disk: any Disk
    /// Whether something of a refused entry is still behind the end.
    private var hasRemains = false

    /// A file that is there, with its size.
    init(path: String, size: Int, disk: any Disk) {
        self.path = path
        self.size = size
        self.disk = disk
    }

    /// Appends whole, or not at all.
    func append(_ bytes: ByteBuffer) throws(StorageError) {
        if hasRemains {
            try disk.truncate(path, to: size)
            hasRemains = false
        }
        do throws(StorageError) {
            try disk.write(bytes, to: path, at: size)
        } catch {
            takeBack(to: size)
            throw error
        }
        size += bytes.readableBytes
    }

    /// Takes back what was appended behind a size.
    func takeBack(to size: Int) {
        self.size = size
        do throws(StorageError) { try disk.truncate(path, to: size) } catch { hasRemains = true }
    }

    /// Has the file written anew before anything is built on it.
    func doubt() { isDoubtful = true }

    /// Brings what was written to the disk.
    func sync() throws(StorageError) {
        do throws(StorageError) {
            try disk.sync(path)
        } catch {
            isDoubtful = true
            throw error
        }
    }
}
