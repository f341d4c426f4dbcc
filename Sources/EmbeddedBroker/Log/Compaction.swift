import NIOCore

/// Keeps the newest record of each key, and drops what later ones have replaced.
enum Compaction {
    /// How a topic is to be compacted.
    struct Rules {
        /// How long a tombstone that nothing precedes, and the marker of a transaction that is gone, are kept, in
        /// milliseconds (`delete.retention.ms`): as long, a reader may be on the way from what they speak of to them.
        var tombstonesLast: Int64
        /// How long every record stays, in milliseconds (`min.compaction.lag.ms`).
        var lag: Int64

        /// Absurd settings are taken for the nearest that make sense.
        init(_ topic: Topic) {
            tombstonesLast = max(0, topic.number("delete.retention.ms"))
            lag = max(0, topic.number("min.compaction.lag.ms"))
        }
    }

    /// Compacts what is decided of a log, record by record. Batches that are compressed stay as they are until all of them
    /// is replaced, and the last batch stays whatever it is, as it says where the log ends.
    static func compact(_ log: PartitionLog, now: Int64, _ rules: Rules) throws(StorageError) {
        let end = log.batches.dropLast().prefix {
            $0.nextOffset <= log.lastStableOffset && (rules.lag == 0 || $0.appendTime <= now - rules.lag)
        }.count
        let survey = Survey(log, end: end)
        let horizon = now - rules.tombstonesLast
        var kept: [RecordBatch] = []
        var isChanged = false
        // The producers whose transaction has something left before its marker.
        var alive: Set<Int64> = []
        for (index, batch) in log.batches.enumerated() {
            var left: RecordBatch? = batch
            if index < end {
                if batch.isControl {
                    let isEmpty = alive.remove(batch.producerID) == nil
                    if isEmpty, batch.appendTime <= horizon { left = nil }
                } else {
                    left = survey.rest(of: batch, at: index, horizon: horizon)
                    if left != nil, batch.isTransactional { alive.insert(batch.producerID) }
                }
            }
            isChanged = isChanged || left?.bytes.readableBytes != batch.bytes.readableBytes
            if let left { kept.append(left) }
        }
        if isChanged { try log.replaceBatches(with: kept) }
    }

    /// What a log holds, by key.
    private struct Survey {
        /// The records of each batch that can be read; those of aborted ones count for nothing.
        private var records: [Int: [RecordKey]] = [:]
        private var newest: [ByteBuffer: Int64] = [:]

        init(_ log: PartitionLog, end: Int) {
            let aborted = AbortedRanges(log.aborted)
            // The newest record may lie behind what is compacted, as long as it is decided.
            for (index, batch) in log.batches.enumerated()
            where batch.nextOffset <= log.lastStableOffset && !batch.isControl {
                if aborted.contains(batch) {
                    if index < end { records[index] = [] }
                    continue
                }
                guard let keys = RecordKey.keys(of: batch) else { continue }
                if index < end { records[index] = keys }
                for record in keys { if let key = record.key { newest[key] = record.offset } }
            }
        }

        /// What is left of a batch; `nil`: nothing.
        func rest(of batch: RecordBatch, at index: Int, horizon: Int64) -> RecordBatch? {
            guard let records = records[index] else { return batch }
            let kept = records.filter { record in
                guard let key = record.key, newest[key] == record.offset else { return false }
                return !record.isTombstone || batch.appendTime > horizon
            }
            if kept.isEmpty { return nil }
            return kept.count == records.count ? batch : batch.keeping(kept.map(\.bytes))
        }
    }

    /// The aborted transactions of a log, by producer.
    private struct AbortedRanges {
        private var byProducer: [Int64: [PartitionLog.AbortedTransaction]]

        init(_ aborted: [PartitionLog.AbortedTransaction]) {
            byProducer = Dictionary(grouping: aborted, by: \.producerID)
        }

        func contains(_ batch: RecordBatch) -> Bool {
            guard batch.isTransactional, let aborted = byProducer[batch.producerID] else { return false }
            // A producer's transactions follow one another: the first that ends behind the batch is the one to look at.
            var low = 0
            var high = aborted.count
            while low < high {
                let middle = (low + high) / 2
                if aborted[middle].lastOffset < batch.lastOffset { low = middle + 1 } else { high = middle }
            }
            return low < aborted.count && aborted[low].firstOffset <= batch.baseOffset
        }
    }
}

/// The key of one record in a batch.
struct RecordKey {
    var key: ByteBuffer?
    var offset: Int64
    var isTombstone: Bool
    /// The record with its length before it.
    var bytes: ByteBuffer

    /// The keys of a batch's records; `nil` if they cannot be read, as when the batch is compressed.
    static func keys(of batch: RecordBatch) -> [RecordKey]? {
        var buffer = batch.bytes
        guard let attributes = buffer.getInteger(at: buffer.readerIndex + 21, as: Int16.self), attributes & 7 == 0
        else {
            return nil
        }
        buffer.moveReaderIndex(forwardBy: RecordBatch.headerSize)
        var keys: [RecordKey] = []
        for _ in 0..<batch.recordCount {
            let start = buffer.readerIndex
            guard let length = buffer.readZigzag(), length > 0, var record = buffer.readSlice(length: length),
                record.readInteger(as: UInt8.self) != nil, record.readZigzag() != nil, let delta = record.readZigzag(),
                (0...Int(batch.lastOffsetDelta)).contains(delta), let keyLength = record.readZigzag(),
                let bytes = batch.bytes.getSlice(at: start, length: buffer.readerIndex - start)
            else { return nil }
            let key = keyLength < 0 ? nil : record.readSlice(length: keyLength)
            guard keyLength < 0 || key != nil, let valueLength = record.readZigzag() else { return nil }
            // A client's batch says where it begins as it likes; what counts is where it is placed.
            keys.append(
                RecordKey(
                    key: key, offset: batch.baseOffset &+ Int64(delta), isTombstone: valueLength < 0, bytes: bytes))
        }
        return keys
    }
}

extension RecordBatch {
    /// The batch with some of its records only: its offsets, times and producer stay as they are.
    fileprivate func keeping(_ records: [ByteBuffer]) -> RecordBatch? {
        guard var kept = bytes.getSlice(at: bytes.readerIndex, length: Self.headerSize) else { return self }
        for record in records { kept.writeImmutableBuffer(record) }
        kept.setInteger(Int32(kept.readableBytes - 12), at: kept.readerIndex + 8)
        kept.setInteger(Int32(records.count), at: kept.readerIndex + 57)
        let checksum = kept.withUnsafeReadableBytes { CRC32C.checksum(UnsafeRawBufferPointer(rebasing: $0[21...])) }
        kept.setInteger(checksum, at: kept.readerIndex + 17)
        guard var batch = RecordBatch(reading: &kept) else { return self }
        batch = batch.placed(at: baseOffset)
        batch.appendTime = appendTime
        return batch
    }
}

extension ByteBuffer {
    /// Reads a variable-length number with its sign in the lowest bit.
    fileprivate mutating func readZigzag() -> Int? {
        var value: UInt64 = 0
        for shift in stride(from: 0, through: 63, by: 7) {
            guard let byte = readInteger(as: UInt8.self) else { return nil }
            value |= UInt64(byte & 0x7F) << UInt64(shift)
            if byte & 0x80 == 0 { return Int(Int64(bitPattern: (value >> 1)) ^ -Int64(bitPattern: value & 1)) }
        }
        return nil
    }
}
