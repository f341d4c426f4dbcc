import Logging
import NIOCore

/// Reads what is on disk of a partition, and tells a torn tail, which a crash leaves, from damage.
///
/// A crash leaves: a last batch that is not whole; files written before what they replace was removed. Everything else is
/// damage, and an error that says where.
struct PartitionRecovery {
    let files: PartitionFiles
    /// What was noted of the partition; `nil`: nothing ever.
    let inventory: PartitionFiles.Inventory?
    /// Whether compaction leaves gaps between batches.
    let hasGaps: Bool
    let now: Int64
    let logger: Logger

    private var folder: String { files.folder }
    private var disk: any Disk { files.disk }

    /// - Returns: The batches, as they lie in the segments that `files` then holds.
    func run() throws(StorageError) -> [RecordBatch] {
        let found = try segments()
        var batches: [RecordBatch] = []
        var end: Int64?
        var isAfterGap = !found.deleted.isEmpty || inventory == nil
        let noted = inventory.map { Set($0.bases + found.deleted.map(\.start)) }
        if let start = inventory?.start { files.startOffset = start }
        for (index, base) in found.whole.enumerated() {
            let path = files.path(base)
            isAfterGap = isAfterGap || found.givenUp.contains { $0 < base && $0 >= end ?? 0 }
            if end == nil, !isAfterGap, let start = inventory?.start, base != start, !hasGaps {
                throw damage(path, 0, "records from offset \(start) on should be there, and this begins at \(base)")
            }
            let (read, size) = try read(path, base: base, isLast: index == found.whole.count - 1, time: batches.last)
            guard let first = read.first, let last = read.last else { continue }
            if let end, last.nextOffset <= end {
                // Written before what took its place was removed.
                files.take(leftovers: [path])
                continue
            }
            guard noted?.contains(base) ?? true else {
                try setAside(path, read, follows: base == end ?? files.startOffset)
                continue
            }
            if let end, first.baseOffset > end, !hasGaps, !isAfterGap {
                throw damage(path, 0, "the records from offset \(end) to \(base) before it are not there")
            }
            batches += read.filter { $0.baseOffset >= end ?? 0 }
            end = last.nextOffset
            isAfterGap = false
            files.segments.append(.init(baseOffset: base, file: AppendFile(path: path, size: size, disk: disk)))
        }
        if inventory == nil, let first = files.segments.first { files.startOffset = first.baseOffset }
        files.take(leftovers: found.deleted.map(\.path))
        files.startOffset = found.deleted.map(\.start).reduce(files.startOffset, max)
        if files.segments.isEmpty, let lost = found.givenUp.max() { files.startOffset = max(files.startOffset, lost) }
        return batches
    }

    /// A first batch whose segment was not noted was refused, or being written when the broker ended. More than that, and the
    /// end of the log of decisions is lost.
    private func setAside(_ path: String, _ batches: [RecordBatch], follows: Bool) throws(StorageError) {
        guard follows, batches.count == 1 else {
            throw damage(path, 0, "nothing is noted of it, so the end of state.log is lost")
        }
        let aside = path + DiskNames.unfinished
        logger.warning("\(path) was not finished when the broker ended, and is set aside as \(aside).")
        try disk.rename(path, to: aside)
    }

    /// The files of the folder by what they are.
    private struct Found {
        var whole: [Int64] = []
        var deleted: [(base: Int64, start: Int64, path: String)] = []
        var givenUp: [Int64] = []
    }

    private func segments() throws(StorageError) -> Found {
        var found = Found()
        for (name, entry) in try disk.entries(of: folder) {
            let path = "\(folder)/\(name)"
            if entry == .file, name.hasSuffix(".log" + DiskNames.temporary) {
                try disk.remove(path)
            } else if let base = base(name, ".log") {
                guard entry == .file else { throw .file(path: path, detail: "it is no ordinary file") }
                found.whole.append(base)
            } else if entry == .file, let (base, start) = witness(name) {
                found.deleted.append((base, start, path))
            } else if entry == .file, let base = base(name, ".log" + DiskNames.damaged) {
                found.givenUp.append(base)
            } else if entry == .file, base(name, ".log" + DiskNames.unfinished) != nil {
                continue
            } else {
                throw .unknown(path: path)
            }
        }
        for base in inventory?.bases ?? []
        where !found.whole.contains(base) && !found.deleted.contains(where: { $0.base == base })
            && !found.givenUp.contains(base)
        {
            throw .missing(
                path: files.path(base), detail: "the records from offset \(base) on were in it",
                remedy: """
                    Restore it from a backup. To go on without its records, make an empty file \
                    \(files.path(base))\(DiskNames.damaged).
                    """)
        }
        for base in found.givenUp.sorted() where !found.whole.contains(base) {
            logger.error("\(files.path(base)) was given up: its records, from offset \(base) on, are not served.")
        }
        found.whole.sort()
        return found
    }

    /// A file that stands for a segment which is gone on purpose.
    private func witness(_ name: String) -> (base: Int64, start: Int64)? {
        guard name.hasSuffix(DiskNames.deleted) else { return nil }
        let parts = name.dropLast(DiskNames.deleted.count).split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 3, let base = base("\(parts[0]).\(parts[1])", ".log"), let start = Int64(parts[2]),
            start >= 0
        else { return nil }
        return (base, start)
    }

    private func base(_ name: String, _ suffix: String) -> Int64? {
        guard name.hasSuffix(suffix), let base = Int64(name.dropLast(suffix.count)), base >= 0,
            files.path(base) == "\(folder)/\(name.dropLast(suffix.count)).log"
        else { return nil }
        return base
    }

    /// Reads a segment; cuts its tail if it is the last one and that is torn.
    private func read(
        _ path: String, base: Int64, isLast: Bool, time before: RecordBatch?
    ) throws(StorageError) -> (batches: [RecordBatch], size: Int) {
        let contents = try disk.contents(of: path)
        var batches: [RecordBatch] = []
        var rest = contents
        var time = before?.appendTime ?? 0
        while true {
            let index = rest.readerIndex
            guard var batch = RecordBatch(reading: &rest) else { break }
            let offset = contents.getInteger(at: index, as: Int64.self) ?? -1
            let expected = batches.last?.nextOffset ?? base
            guard offset == expected || (hasGaps && offset > expected), offset <= Self.greatestOffset else {
                throw damage(path, index, "the batch there has offset \(offset) where \(expected) should come")
            }
            batch = batch.placed(at: offset)
            time = max(time, appendTime(at: index, in: contents, of: batch))
            batch.appendTime = time
            batches.append(batch)
        }
        let size = rest.readerIndex
        guard size < contents.readableBytes else {
            guard !batches.isEmpty else { throw damage(path, 0, "it is empty") }
            return (batches, size)
        }
        guard !batches.isEmpty else { throw damage(path, 0, "it does not begin with a whole batch") }
        guard isLast else { throw damage(path, size, "the batch there is broken, and further segments follow") }
        try cut(path, contents, at: size)
        return (batches, size)
    }

    private func cut(_ path: String, _ contents: ByteBuffer, at position: Int) throws(StorageError) {
        let rest = contents.readableBytes - position
        if let sound = soundBatch(after: position, in: contents) {
            throw damage(path, position, "the batch there is broken, and a sound one follows at byte \(sound)")
        }
        // Only the last write can be torn: its length reaches to the end of the file, or nothing of it has arrived.
        let length = contents.getInteger(at: position + 8, as: Int32.self).map { Int($0) + 12 }
        let isTorn = length.map { $0 >= rest } ?? true
        guard isTorn || contents.isZero(from: position) else {
            throw damage(path, position, "the batch there is broken, and more follows it")
        }
        logger.warning("\(path): the last \(rest) bytes are no whole record batch and are cut off, as after a crash.")
        try disk.truncate(path, to: position)
        try disk.sync(path)
    }

    private func soundBatch(after position: Int, in contents: ByteBuffer) -> Int? {
        let last = contents.readableBytes - RecordBatch.headerSize
        guard position < last else { return nil }
        for candidate in (position + 1)...last where contents.getInteger(at: candidate + 16, as: Int8.self) == 2 {
            var rest = contents
            rest.moveReaderIndex(to: candidate)
            if RecordBatch(reading: &rest) != nil { return candidate }
        }
        return nil
    }

    /// Offsets that leave room for more than will ever be written.
    private static let greatestOffset = Int64.max / 2

    /// When the broker took a batch. Of one that does not say so, its own time is believed if that can be.
    private func appendTime(at index: Int, in contents: ByteBuffer, of batch: RecordBatch) -> Int64 {
        let seconds = contents.getInteger(at: index + RecordBatch.appendTimeIndex, as: UInt32.self) ?? 0
        // The second has gone by: a record is never taken for older than it is.
        let taken = seconds == 0 ? batch.maxTimestamp : Int64(seconds) * 1000 + 999
        let isPlausible = taken > 0 && taken <= now
        return max(isPlausible ? taken : now, min(batch.maxTimestamp, now))
    }

    private func damage(_ path: String, _ position: Int, _ detail: String) -> StorageError {
        .damaged(
            path: path, position: position, detail: detail,
            remedy: """
                Restore it from a backup. To go on without its records, rename it to \(path)\(DiskNames.damaged); to keep those \
                before byte \(position) of the last segment, cut it there with truncate -s \(position).
                """)
    }
}
