import NIOCore

/// The records of a partition on disk: segments, each named after the first offset it is for, of batches as they are.
///
/// A segment appears under its name with its first batch whole, so that one without a whole first batch is damaged, never new.
final class PartitionFiles {
    struct Segment {
        var baseOffset: Int64
        var file: AppendFile
    }

    /// Which segments there must be, and what was deleted before them.
    struct Inventory {
        var start: Int64 = 0
        var bases: [Int64] = []
    }

    let folder: String
    let disk: any Disk
    /// Keeps the inventory, on the disk itself.
    var note: (Inventory) throws(StorageError) -> Void = { (_) throws(StorageError) in }
    /// The batches from an offset on, as they are in memory: a file that nobody can vouch for is written anew from them.
    var batches: (Int64) -> [RecordBatch] = { _ in [] }
    var segments: [Segment] = []
    /// What was before this offset is deleted.
    var startOffset: Int64 = 0
    /// Whether something may not be on the disk itself: what is found at the start, for one.
    private var needsSync = true
    /// Files that are no part of the log any more, but still there since that could not be noted.
    private var leftovers: [String] = []

    /// How large a segment grows before the next one begins. The first one is written anew when a part of it expires, which
    /// must not take long.
    private static let segmentSize = 8 << 20

    init(folder: String, disk: any Disk) {
        self.folder = folder
        self.disk = disk
    }

    var inventory: Inventory { Inventory(start: startOffset, bases: segments.map(\.baseOffset)) }

    /// Appends a batch whole, or not at all.
    ///
    /// - Parameter syncs: Whether it is on the disk itself afterwards.
    func append(_ batch: RecordBatch, syncs: Bool) throws(StorageError) {
        guard let last = segments.last, last.file.size < Self.segmentSize else { return try begin(with: batch) }
        try mend()
        let file = segments[segments.count - 1].file
        let size = file.size
        try file.append(batch.stored)
        needsSync = true
        guard syncs else { return }
        do throws(StorageError) {
            try sync()
        } catch {
            file.takeBack(to: size)
            throw error
        }
    }

    /// Begins a segment. Until it is noted it is none: what is refused here the next start finds and removes.
    private func begin(with batch: RecordBatch) throws(StorageError) {
        try sync()
        let path = path(batch.baseOffset)
        let bytes = batch.stored
        try disk.put(bytes, at: path)
        try disk.syncFolder(folder)
        var noted = inventory
        noted.bases.append(batch.baseOffset)
        try note(noted)
        segments.append(
            Segment(
                baseOffset: batch.baseOffset, file: AppendFile(path: path, size: bytes.readableBytes, disk: disk)))
        needsSync = false
    }

    /// Brings everything to the disk.
    func sync() throws(StorageError) {
        try mend()
        guard needsSync, let last = segments.last else { return }
        try last.file.sync()
        needsSync = false
    }

    /// Writes the last segment anew if nobody can vouch for it.
    private func mend() throws(StorageError) {
        guard let last = segments.last, last.file.isDoubtful else { return }
        let mended = try write(batches(last.baseOffset)[...], base: last.baseOffset)
        segments[segments.count - 1] = mended
        guard !mended.file.isDoubtful else { throw .file(path: folder, detail: "the names in it cannot be kept") }
        needsSync = false
    }

    private func write(_ batches: ArraySlice<RecordBatch>, base: Int64) throws(StorageError) -> Segment {
        var bytes = ByteBuffer()
        for batch in batches { bytes.writeImmutableBuffer(batch.stored) }
        try disk.put(bytes, at: path(base))
        let file = AppendFile(path: path(base), size: bytes.readableBytes, disk: disk)
        do throws(StorageError) { try disk.syncFolder(folder) } catch { file.doubt() }
        return Segment(baseOffset: base, file: file)
    }

    /// Neighbouring segments that become one.
    private struct Group {
        var segments: [Segment]
        var batches: Range<Int>
        var size: Int
        var isChanged: Bool
    }

    /// Brings the files to hold these batches and nothing else. Segments of which nothing is gone stay as they are.
    ///
    /// - Parameter start: What is before this offset is deleted.
    func keep(_ batches: [RecordBatch], from start: Int64) throws(StorageError) {
        var failure: StorageError?
        var kept: [Segment] = []
        var gone: [Segment] = []
        for group in groups(of: batches) {
            guard group.isChanged, failure == nil else {
                kept += group.segments
                continue
            }
            guard !group.batches.isEmpty else {
                gone += group.segments
                continue
            }
            do throws(StorageError) {
                let base = max(group.segments[0].baseOffset, start)
                kept.append(try write(batches[group.batches], base: base))
                gone += group.segments.filter { $0.baseOffset != base }
            } catch {
                kept += group.segments
                failure = error
            }
        }
        if kept.last?.file !== segments.last?.file { needsSync = false }
        segments = kept
        startOffset = max(startOffset, start)
        leftovers += gone.map(\.file.path)
        try tidy()
        if let failure { throw failure }
    }

    private func groups(of batches: [RecordBatch]) -> [Group] {
        var groups: [Group] = []
        var index = 0
        for (number, segment) in segments.enumerated() {
            let end = number + 1 < segments.count ? segments[number + 1].baseOffset : .max
            let first = index
            var size = 0
            while index < batches.count, batches[index].baseOffset < end {
                size += batches[index].bytes.readableBytes
                index += 1
            }
            let isChanged = size != segment.file.size || segment.file.isDoubtful
            if let last = groups.last, last.isChanged || isChanged, last.size > 0, size > 0,
                last.size + size <= Self.segmentSize
            {
                groups[groups.count - 1].segments.append(segment)
                groups[groups.count - 1].batches = last.batches.lowerBound..<index
                groups[groups.count - 1].size += size
                groups[groups.count - 1].isChanged = true
            } else {
                groups.append(Group(segments: [segment], batches: first..<index, size: size, isChanged: isChanged))
            }
        }
        return groups
    }

    /// Removes files that are no part of the log any more. Until that is noted an empty file stands for each, which says to
    /// the next start that it is gone on purpose, and where the log begins since; their room is free at once, so that a full disk gets some.
    func tidy() throws(StorageError) {
        guard !leftovers.isEmpty else { return }
        for (index, path) in leftovers.enumerated() where !path.hasSuffix(DiskNames.deleted) {
            let witness = "\(path).\(startOffset)\(DiskNames.deleted)"
            try disk.rename(path, to: witness)
            leftovers[index] = witness
        }
        try disk.syncFolder(folder)
        do throws(StorageError) {
            try note(inventory)
        } catch {
            for path in leftovers { try disk.truncate(path, to: 0) }
            throw error
        }
        for path in leftovers { try disk.remove(path) }
        leftovers = []
    }

    /// Takes over files that are to be removed, found at the start.
    func take(leftovers paths: [String]) { leftovers += paths }

    func path(_ offset: Int64) -> String {
        let digits = String(offset)
        return "\(folder)/\(String(repeating: "0", count: max(0, 20 - digits.count)))\(digits).log"
    }
}

extension RecordBatch {
    /// The batch as it is on disk: where the protocol has the leader's epoch, which is always 0 here, stands when the broker
    /// took it, in seconds since 1970. The batch's checksum does not cover that field.
    var stored: ByteBuffer {
        var stored = bytes
        stored.setInteger(UInt32(clamping: appendTime / 1000), at: stored.readerIndex + Self.appendTimeIndex)
        return stored
    }

    static let appendTimeIndex = 12
}
