import NIOCore

/// The records of one partition, with what idempotence and transactions need to know of them.
final class PartitionLog {
    /// What a produced batch came to.
    enum Appended {
        case written(offset: Int64)
        /// The batch was written before: a retry after a lost answer.
        case duplicate(offset: Int64)
        case refused(ErrorCode)
    }

    /// An aborted transaction, as fetches tell it to readers of committed records.
    struct AbortedTransaction {
        var producerID: Int64
        var firstOffset: Int64
        var lastOffset: Int64
    }

    private struct Producer {
        var epoch: Int16
        /// The last five batches, as librdkafka and the Java client keep at most five in flight.
        var batches: [(first: Int32, last: Int32, offset: Int64)] = []
    }

    private(set) var batches: [RecordBatch] = []
    private(set) var startOffset: Int64 = 0
    /// The offset that the next record gets.
    private(set) var endOffset: Int64 = 0
    private(set) var byteCount = 0
    private(set) var aborted: [AbortedTransaction] = []
    /// The first offset of the transaction that each producer has open here.
    private var open: [Int64: Int64] = [:]
    private var producers: [Int64: Producer] = [:]
    /// Where the batches are kept; `nil`: in memory only.
    var files: PartitionFiles?

    /// Everything before this offset is decided: committed, aborted, or never part of a transaction.
    var lastStableOffset: Int64 { open.values.min() ?? endOffset }

    /// Appends a batch as it came from a client.
    func append(_ batch: RecordBatch) -> Appended {
        if batch.producerID >= 0 {
            switch check(batch) {
            case .written: break
            case let other: return other
            }
        }
        return write(batch)
    }

    /// Ends a producer's transaction here.
    func end(producerID: Int64, epoch: Int16, commits: Bool, timestamp: Int64) -> ErrorCode {
        let marker = RecordBatch.marker(commits: commits, producerID: producerID, epoch: epoch, timestamp: timestamp)
        if case .refused(let code) = write(marker) { return code }
        return .none
    }

    private func write(_ batch: RecordBatch) -> Appended {
        let placed = batch.placed(at: endOffset)
        do throws(StorageError) {
            try files?.append(placed)
        } catch {
            return .refused(.storageError)
        }
        note(placed)
        return .written(offset: placed.baseOffset)
    }

    /// Takes over a batch that is on disk already.
    func restore(_ batch: RecordBatch) {
        if batches.isEmpty { startOffset = batch.baseOffset }
        note(batch)
    }

    private func note(_ batch: RecordBatch) {
        batches.append(batch)
        byteCount += batch.bytes.readableBytes
        endOffset = batch.nextOffset
        guard batch.producerID >= 0 else { return }
        if batch.isControl {
            if let first = open.removeValue(forKey: batch.producerID), !batch.commits {
                aborted.append(
                    AbortedTransaction(producerID: batch.producerID, firstOffset: first, lastOffset: batch.baseOffset))
            }
            let known = producers[batch.producerID]?.epoch ?? -1
            if batch.producerEpoch > known { producers[batch.producerID] = Producer(epoch: batch.producerEpoch) }
            return
        }
        var producer = producers[batch.producerID] ?? Producer(epoch: batch.producerEpoch)
        if producer.epoch != batch.producerEpoch { producer = Producer(epoch: batch.producerEpoch) }
        producer.batches.append((batch.baseSequence, batch.lastSequence, batch.baseOffset))
        if producer.batches.count > 5 { producer.batches.removeFirst() }
        producers[batch.producerID] = producer
        if batch.isTransactional, open[batch.producerID] == nil { open[batch.producerID] = batch.baseOffset }
    }

    /// Whether an idempotent producer's batch follows its last.
    private func check(_ batch: RecordBatch) -> Appended {
        guard let producer = producers[batch.producerID] else { return .written(offset: 0) }
        if batch.producerEpoch < producer.epoch { return .refused(.invalidProducerEpoch) }
        if batch.producerEpoch > producer.epoch {
            return batch.baseSequence == 0 ? .written(offset: 0) : .refused(.outOfOrderSequenceNumber)
        }
        if let known = producer.batches.first(where: { $0.first == batch.baseSequence && $0.last == batch.lastSequence }
        ) {
            return .duplicate(offset: known.offset)
        }
        guard let last = producer.batches.last else { return .written(offset: 0) }
        return RecordBatch.sequence(last.last, plus: 1) == batch.baseSequence
            ? .written(offset: 0) : .refused(.outOfOrderSequenceNumber)
    }

    /// Batches from an offset on, up to a number of bytes, but at least one; only those before `limit`.
    func read(from offset: Int64, before limit: Int64, bytes: Int) -> [RecordBatch] {
        var found: [RecordBatch] = []
        var size = 0
        var index = indexOfBatch(holding: offset)
        while index < batches.count, batches[index].baseOffset < limit {
            let batch = batches[index]
            if !found.isEmpty, size + batch.bytes.readableBytes > bytes { break }
            found.append(batch)
            size += batch.bytes.readableBytes
            index += 1
        }
        return found
    }

    /// The first record at or after a time: its batch's first offset and greatest time.
    func offset(atOrAfter timestamp: Int64) -> (offset: Int64, timestamp: Int64)? {
        batches.first { !$0.isControl && $0.maxTimestamp >= timestamp }.map { ($0.baseOffset, $0.maxTimestamp) }
    }

    /// The producers whose transaction is open here, with the epoch of each.
    var openProducers: [(producerID: Int64, epoch: Int16)] {
        open.keys.sorted().map { ($0, producers[$0]?.epoch ?? 0) }
    }

    /// Whether a producer has a transaction open here.
    func hasOpen(_ producerID: Int64) -> Bool { open[producerID] != nil }

    /// The greatest producer id there is.
    var greatestProducerID: Int64 { producers.keys.max() ?? -1 }

    /// Drops whole batches from the front until `isOver` says no more.
    func trim(while isOver: (RecordBatch) -> Bool) {
        var count = 0
        while count < batches.count - 1, batches[count].nextOffset <= lastStableOffset, isOver(batches[count]) {
            byteCount -= batches[count].bytes.readableBytes
            count += 1
        }
        guard count > 0 else { return }
        batches.removeFirst(count)
        startOffset = batches.first?.baseOffset ?? endOffset
        aborted.removeAll { $0.lastOffset < startOffset }
        files?.trim(before: startOffset)
    }

    /// Puts other batches in the place of all there are, after compaction.
    func replaceBatches(with compacted: [RecordBatch]) throws(StorageError) {
        try files?.replace(with: compacted)
        batches = compacted
        byteCount = compacted.reduce(0) { $0 + $1.bytes.readableBytes }
    }

    private func indexOfBatch(holding offset: Int64) -> Int {
        var low = 0
        var high = batches.count
        while low < high {
            let middle = (low + high) / 2
            if batches[middle].lastOffset < offset { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
