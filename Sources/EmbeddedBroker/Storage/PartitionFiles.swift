import Foundation
import Logging
import NIOCore

/// The records of a partition on disk: segments, each named after its first offset, of batches as they are.
final class PartitionFiles {
    private let folder: String
    private let logger: Logger
    private var segments: [(baseOffset: Int64, nextOffset: Int64, file: AppendFile)] = []
    private var needsSync = false

    /// How large a segment grows before the next one begins.
    private static let segmentSize = 64 << 20

    init(folder: String, logger: Logger) throws(StorageError) {
        self.folder = folder
        self.logger = logger
        try DataDirectory.makeFolder(folder)
    }

    /// Reads what is there. A torn end is cut off at the last whole, sound batch, and said.
    func recover(_ take: (RecordBatch) -> Void) throws(StorageError) {
        let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).filter {
            $0.hasSuffix(".log")
        }
        var end: Int64 = -1
        for name in names.sorted() {
            let file = try AppendFile(path: "\(folder)/\(name)")
            let contents = try file.contents()
            let (batches, sound) = RecordBatch.batches(in: contents)
            if sound < contents.readableBytes {
                logger.warning(
                    """
                    \(file.path): the last \(contents.readableBytes - sound) bytes are no whole record batch and are cut \
                    off, as after a crash.
                    """)
                try file.truncate(to: sound)
            }
            // Segments overlap when a crash came between a compaction and the removal of what it replaced.
            for batch in batches where batch.baseOffset >= end {
                take(batch.placed(at: batch.baseOffset))
                end = batch.nextOffset
            }
            if let first = batches.first { segments.append((first.baseOffset, end, file)) }
        }
    }

    func append(_ batch: RecordBatch) throws(StorageError) {
        if segments.last.map({ $0.file.size >= Self.segmentSize }) ?? true {
            let file = try AppendFile(path: path(batch.baseOffset))
            segments.append((batch.baseOffset, batch.baseOffset, file))
        }
        try segments[segments.count - 1].file.append(batch.bytes)
        segments[segments.count - 1].nextOffset = batch.nextOffset
        needsSync = true
    }

    func sync() throws(StorageError) {
        guard needsSync, let last = segments.last else { return }
        try last.file.sync()
        needsSync = false
    }

    /// Removes the segments that hold nothing from `offset` on.
    func trim(before offset: Int64) {
        while segments.count > 1, segments[0].nextOffset <= offset {
            unlink(segments.removeFirst().file.path)
        }
    }

    /// Writes all batches anew, after compaction. Whatever moment a crash comes at, either the old or the new is there.
    func replace(with batches: [RecordBatch]) throws(StorageError) {
        guard let first = batches.first, let last = batches.last else { return }
        let temporary = "\(path(first.baseOffset)).new"
        unlink(temporary)
        let file = try AppendFile(path: temporary)
        for batch in batches { try file.append(batch.bytes) }
        try file.sync()
        let final = path(first.baseOffset)
        guard rename(temporary, final) == 0 else {
            throw .file(path: final, detail: String(cString: strerror(errno)))
        }
        for segment in segments where segment.file.path != final { unlink(segment.file.path) }
        segments = [(first.baseOffset, last.nextOffset, try AppendFile(path: final))]
    }

    private func path(_ offset: Int64) -> String {
        let digits = String(offset)
        return "\(folder)/\(String(repeating: "0", count: 20 - digits.count))\(digits).log"
    }
}
