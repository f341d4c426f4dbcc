import Foundation
import NIOCore

/// The disk of this machine. Files stay open for a while, but never many: connections need descriptors too.
final class SystemDisk: Disk {
    private static let mostOpen = 64

    private var open: [String: (descriptor: CInt, lastUse: UInt64)] = [:]
    private var uses: UInt64 = 0

    deinit { for file in open.values { close(file.descriptor) } }

    func entry(at path: String) throws(StorageError) -> DiskEntry? {
        var status = stat()
        guard lstat(path, &status) == 0 else {
            if errno == ENOENT { return nil }
            throw Self.failure(path)
        }
        return Self.entry(status)
    }

    private static func entry(_ status: stat) -> DiskEntry {
        switch status.st_mode & S_IFMT {
        case S_IFREG: .file
        case S_IFDIR: .folder
        default: .other
        }
    }

    func entries(of folder: String) throws(StorageError) -> [String: DiskEntry] {
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
            throw .file(path: folder, detail: "the folder cannot be read")
        }
        var entries: [String: DiskEntry] = [:]
        for name in names { entries[name] = try entry(at: "\(folder)/\(name)") }
        return entries
    }

    func makeFolder(_ path: String) throws(StorageError) {
        if mkdir(path, 0o700) == 0 { return try syncFolder(DiskNames.folder(of: path)) }
        switch errno {
        case EEXIST:
            var status = stat()
            guard stat(path, &status) == 0 else { throw Self.failure(path) }
            guard Self.entry(status) == .folder else { throw .file(path: path, detail: "it is no folder") }
        case ENOENT where DiskNames.folder(of: path) != path && DiskNames.folder(of: path) != ".":
            try makeFolder(DiskNames.folder(of: path))
            guard mkdir(path, 0o700) == 0 else { throw Self.failure(path) }
            try syncFolder(DiskNames.folder(of: path))
        default: throw Self.failure(path)
        }
    }

    func contents(of path: String) throws(StorageError) -> ByteBuffer {
        let descriptor = try descriptor(path)
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw Self.failure(path) }
        let size = Int(status.st_size)
        var buffer = ByteBuffer()
        var code: CInt = 0
        buffer.writeWithUnsafeMutableBytes(minimumWritableBytes: size) { pointer in
            var done = 0
            while done < size {
                let count = pread(descriptor, pointer.baseAddress! + done, size - done, off_t(done))
                if count < 0, errno == EINTR { continue }
                if count <= 0 {
                    code = count < 0 ? errno : 0
                    break
                }
                done += count
            }
            return done
        }
        guard buffer.readableBytes == size else { throw Self.failure(path, code == 0 ? EIO : code) }
        return buffer
    }

    func create(_ path: String, _ bytes: ByteBuffer) throws(StorageError) {
        forget(path)
        try write(bytes, to: path, at: 0, flags: O_CREAT | O_TRUNC)
    }

    func write(_ bytes: ByteBuffer, to path: String, at position: Int) throws(StorageError) {
        try write(bytes, to: path, at: position, flags: 0)
    }

    private func write(_ bytes: ByteBuffer, to path: String, at position: Int, flags: CInt) throws(StorageError) {
        let descriptor = try descriptor(path, flags: flags)
        let code = bytes.withUnsafeReadableBytes { pointer -> CInt in
            var done = 0
            while done < pointer.count {
                let count = pwrite(
                    descriptor, pointer.baseAddress! + done, pointer.count - done, off_t(position + done))
                if count < 0, errno == EINTR { continue }
                // A disk that takes nothing and says nothing is full.
                if count <= 0 { return count < 0 ? errno : ENOSPC }
                done += count
            }
            return 0
        }
        guard code == 0 else { throw Self.failure(path, code) }
    }

    func truncate(_ path: String, to size: Int) throws(StorageError) {
        guard ftruncate(try descriptor(path), off_t(size)) == 0 else { throw Self.failure(path) }
    }

    func sync(_ path: String) throws(StorageError) {
        guard fdatasync(try descriptor(path)) == 0 else { throw Self.failure(path) }
    }

    func syncFolder(_ path: String) throws(StorageError) {
        let descriptor = Foundation.open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw Self.failure(path) }
        defer { close(descriptor) }
        // Some file systems have nothing to do for a folder and say so.
        guard fsync(descriptor) == 0 || errno == EINVAL else { throw Self.failure(path) }
    }

    func rename(_ path: String, to new: String) throws(StorageError) {
        forget(path)
        forget(new)
        guard Foundation.rename(path, new) == 0 else { throw Self.failure(new) }
    }

    func remove(_ path: String) throws(StorageError) {
        switch try entry(at: path) {
        case nil: return
        case .folder:
            for name in open.keys where name.hasPrefix("\(path)/") { forget(name) }
            do { try FileManager.default.removeItem(atPath: path) } catch {
                throw .file(path: path, detail: error.localizedDescription)
            }
        case .file, .other:
            forget(path)
            guard unlink(path) == 0 else { throw Self.failure(path) }
        }
    }

    private final class Lock {
        let descriptor: CInt
        init(descriptor: CInt) { self.descriptor = descriptor }
        deinit { close(descriptor) }
    }

    func lock(_ path: String) throws(StorageError) -> AnyObject? {
        let descriptor = Foundation.open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { throw Self.failure(path) }
        let lock = Lock(descriptor: descriptor)
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            if errno == EWOULDBLOCK { return nil }
            throw Self.failure(path)
        }
        return lock
    }

    /// The descriptor of a file, opened if it is not.
    private func descriptor(_ path: String, flags: CInt = 0) throws(StorageError) -> CInt {
        uses &+= 1
        if let known = open[path] {
            open[path]?.lastUse = uses
            return known.descriptor
        }
        // Without waiting: a pipe in a file's place must not hold up the start.
        let descriptor = Foundation.open(path, O_RDWR | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK | flags, 0o600)
        guard descriptor >= 0 else { throw Self.failure(path) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, Self.entry(status) == .file else {
            close(descriptor)
            throw .file(path: path, detail: "it is no ordinary file")
        }
        if open.count >= Self.mostOpen, let oldest = open.min(by: { $0.value.lastUse < $1.value.lastUse })?.key {
            forget(oldest)
        }
        open[path] = (descriptor, uses)
        return descriptor
    }

    private func forget(_ path: String) {
        if let file = open.removeValue(forKey: path) { close(file.descriptor) }
    }

    private static func failure(_ path: String, _ code: CInt = errno) -> StorageError {
        code == ENOSPC || code == EDQUOT
            ? .full(path: path) : .file(path: path, detail: String(cString: strerror(code)))
    }
}
