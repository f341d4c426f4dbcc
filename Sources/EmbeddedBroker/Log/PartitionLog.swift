import NIOCore

/// The records of one partition, with what idempotence and transactions need to know of them.
///
/// What is in memory never runs ahead of the disk: a batch is noted once it is written, and if need be synced.
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
        /// When it last wrote, in milliseconds since 1970.
        var lastUse: Int64 = 0
        /// The last five batches, as librdkafka and the Java client keep at most five in flight.
        var batches: [(first: Int32, last: Int32, offset: Int64)] = []
    }

    private(set) var batches: [RecordBatch] = []
    /// The greatest time of a record up to each batch: it only grows, so that a time is found by bisection.
    private var latest: [Int64] = []
    private(set) var startOffset: Int64 = 0
    /// The offset that the next record gets.
    private(set) var endOffset: Int64 = 0
    private(set) var byteCount = 0
    private(set) var aborted: [AbortedTransaction] = []
    /// The first offset of the transaction that each producer has open here.
    private var open: [Int64: Int64] = [:]
    private var producers: [Int64: Producer] = [:]
    /// Where the batches are kept; `nil`: in memory only.
    private(set) var files: PartitionFiles?
    /// Whether a batch outside of transactions is on the disk itself before it is answered.
    private var syncsWrites = false
    private let clock: () -> Int64
    private let troubles: DiskTroubles?

    /// How long an idempotent producer is remembered that writes no more (Kafka's `producer.id.expiration.ms`).
    private static let producersLast: Int64 = 86_400_000

    init(clock: @escaping () -> Int64 = SystemClock.millisecondsSince1970, troubles: DiskTroubles? = nil) {
        self.clock = clock
        self.troubles = troubles
    }

    /// Takes over what is on disk, and keeps on writing there.
    func use(_ files: PartitionFiles, holding restored: [RecordBatch], syncsWrites: Bool) {
        startOffset = files.startOffset
        endOffset = startOffset
        for batch in restored { note(batch) }
        files.contents = { [weak self] in (self?.batches ?? [], self?.startOffset ?? 0) }
        self.files = files
        self.syncsWrites = syncsWrites
    }

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
        do throws(StorageError) {
            return .written(offset: try write(batch, syncs: syncsWrites && !batch.isTransactional))
        } catch {
            troubles?.report("Records are refused", error)
            return .refused(.storageError)
        }
    }

    /// Ends a producer's transaction here, if one is open.
    func end(producerID: Int64, epoch: Int16, commits: Bool) throws(StorageError) {
        guard open[producerID] != nil else { return }
        let marker = RecordBatch.marker(commits: commits, producerID: producerID, epoch: epoch, timestamp: clock())
        _ = try write(marker, syncs: false)
    }

    private func write(_ batch: RecordBatch, syncs: Bool) throws(StorageError) -> Int64 {
        var placed = batch.placed(at: endOffset)
        placed.appendTime = clock()
        try files?.append(placed, syncs: syncs)
        note(placed)
        return placed.baseOffset
    }

    private func note(_ batch: RecordBatch) {
        append(latestOf: batch)
        batches.append(batch)
        byteCount += batch.bytes.readableBytes
        endOffset = batch.nextOffset
        guard batch.producerID >= 0 else { return }
        var producer = producers[batch.producerID] ?? Producer(epoch: batch.producerEpoch)
        if batch.isControl {
            if let first = open.removeValue(forKey: batch.producerID), !batch.commits {
                aborted.append(
                    AbortedTransaction(producerID: batch.producerID, firstOffset: first, lastOffset: batch.baseOffset))
            }
            if batch.producerEpoch > producer.epoch { producer = Producer(epoch: batch.producerEpoch) }
        } else {
            if producer.epoch != batch.producerEpoch { producer = Producer(epoch: batch.producerEpoch) }
            producer.batches.append((batch.baseSequence, batch.lastSequence, batch.baseOffset))
            if producer.batches.count > 5 { producer.batches.removeFirst() }
            if batch.isTransactional, open[batch.producerID] == nil { open[batch.producerID] = batch.baseOffset }
        }
        producer.lastUse = batch.appendTime
        producers[batch.producerID] = producer
    }

    private func append(latestOf batch: RecordBatch) {
        let before = latest.last ?? .min
        latest.append(batch.isControl ? before : max(before, batch.maxTimestamp))
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
        let index = latest.firstIndex(after: { $0 < timestamp })
        return index < batches.count ? (batches[index].baseOffset, batches[index].maxTimestamp) : nil
    }

    /// The producers whose transaction is open here, with the epoch of each.
    var openProducers: [(producerID: Int64, epoch: Int16)] {
        open.keys.sorted().map { ($0, producers[$0]?.epoch ?? 0) }
    }

    /// Where the transaction begins that a producer has open here.
    func firstOffsetOfOpen(_ producerID: Int64) -> Int64? { open[producerID] }

    /// The producer ids that there are.
    var producerIDs: some Collection<Int64> { producers.keys }

    /// Forgets producers that have not written for long.
    func forgetIdleProducers() {
        let now = clock()
        guard producers.values.contains(where: { $0.lastUse < now - Self.producersLast }) else { return }
        producers = producers.filter { $0.value.lastUse >= now - Self.producersLast || open[$0.key] != nil }
    }

    /// Drops what retention has over: decided batches from the front, in memory and on disk. Nothing younger than the age
    /// is dropped for it, whatever times its records bear: what counts is when the broker took them.
    ///
    /// - Parameters:
    ///   - age: How long a batch is kept, in milliseconds; `nil`: for ever.
    ///   - size: How many bytes are kept, but at least the newest batch; `nil`: all.
    func trim(age: Int64?, size: Int64?) throws(StorageError) {
        let now = clock()
        let stable = lastStableOffset
        var count = 0
        var left = byteCount
        while count < batches.count, batches[count].nextOffset <= stable {
            // A clock that was ahead for a while must not keep everything behind it for ever.
            if batches[count].appendTime > now { batches[count].appendTime = now }
            let isOld = age.map { batches[count].appendTime < now - $0 } ?? false
            let isOver = size.map { Int64(left) > $0 && count < batches.count - 1 } ?? false
            guard isOld || isOver else { break }
            left -= batches[count].bytes.readableBytes
            count += 1
        }
        guard count > 0 || files?.isBehind == true else { return }
        replace(with: Array(batches.dropFirst(count)))
        startOffset = batches.first?.baseOffset ?? endOffset
        aborted.removeAll { $0.lastOffset < startOffset }
        try files?.keep(batches, from: startOffset)
    }

    /// Puts other batches in the place of all there are, after compaction.
    func replaceBatches(with compacted: [RecordBatch]) throws(StorageError) {
        try files?.keep(compacted, from: startOffset)
        replace(with: compacted)
        let markers = Set(compacted.lazy.filter(\.isControl).map(\.baseOffset))
        aborted.removeAll { !markers.contains($0.lastOffset) }
    }

    private func replace(with batches: [RecordBatch]) {
        self.batches = batches
        byteCount = batches.reduce(0) { $0 + $1.bytes.readableBytes }
        latest = []
        for batch in batches { append(latestOf: batch) }
    }

    private func indexOfBatch(holding offset: Int64) -> Int { batches.firstIndex(after: { $0.lastOffset < offset }) }
}

extension Array {
    /// The first index from which on `isBefore` no longer holds, which it does for all before.
    fileprivate func firstIndex(after isBefore: (Element) -> Bool) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if isBefore(self[middle]) { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
