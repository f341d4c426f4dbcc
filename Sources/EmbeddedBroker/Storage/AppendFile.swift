import Foundation
import NIOCore

/// A file that grows at its end only. What could not be written whole is taken back, so that the file is always a row of
/// whole entries, but for the last moment before a crash.
final class AppendFile {
    let path: String
    private(set) var size: Int
    private let descriptor: CInt

    /// Opens the file, and makes it if it is not there.
    init(path: String) throws(StorageError) {
        self.path = path
        descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw Self.failure(path) }
        size = Int(lseek(descriptor, 0, SEEK_END))
    }

    deinit { close(descriptor) }

    func append(_ bytes: ByteBuffer) throws(StorageError) {
        let isWhole = bytes.withUnsafeReadableBytes { pointer in
            var done = 0
            while done < pointer.count {
                let count = pwrite(descriptor, pointer.baseAddress! + done, pointer.count - done, off_t(size + done))
                if count < 0, errno == EINTR { continue }
                if count <= 0 { return false }
                done += count
            }
            return true
        }
        guard isWhole else {
            let failure = Self.failure(path)
            _ = ftruncate(descriptor, off_t(size))
            throw failure
        }
        size += bytes.readableBytes
    }

    /// Brings what was written to the disk.
    func sync() throws(StorageError) {
        guard fdatasync(descriptor) == 0 else { throw Self.failure(path) }
    }

    /// Cuts the file at a size.
    func truncate(to size: Int) throws(StorageError) {
        guard ftruncate(descriptor, off_t(size)) == 0 else { throw Self.failure(path) }
        self.size = size
    }

    /// Everything in the file.
    func contents() throws(StorageError) -> ByteBuffer {
        guard let data = FileManager.default.contents(atPath: path) else { throw Self.failure(path) }
        return ByteBuffer(bytes: data)
    }

    private static func failure(_ path: String) -> StorageError {
        .file(path: path, detail: String(cString: strerror(errno)))
    }
}
