import Kafka
import Logging

/// The clients do something that they must not; with new ones everything is well again.
struct SessionBroken: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) {
        self.description = description
    }
}

extension Session {
    /// Makes the replies, the state and the offsets of the transaction in progress visible, all of them or none.
    ///
    /// After an abort, which makes it false, the questions come again. Anything worse is thrown.
    @discardableResult
    func commit(within budget: Duration = .seconds(30), leaving: Set<TopicPartition> = []) throws -> Bool {
        guard let batch else { return true }
        defer { if !batch.isAnnouncement { settings.suspectTurn.end() } }
        let limit = ContinuousClock.now + budget
        do {
            // The records must be in the log before the offsets are accepted: who owns the partition next looks for
            // the end of the conversations as soon as it is its own, and our place in the group is checked here last.
            try again(until: limit) { timeout in try producer.flush(timeout: timeout) }
            let offsets = offsets(of: batch)
            try producer.send(offsets: offsets, of: consumer, timeout: timeLeft(until: limit, atMost: .seconds(4)))
            // While the outcome is open only another commit can tell it.
            try again(until: limit) { timeout in try producer.commit(timeout: timeout) }
        } catch let error as KafkaError where error.disposition == .abortable {
            try abort(because: error, leaving: leaving)
            return false
        }
        for (partition, offset) in batch.next {
            stores[partition]?.commit()
            opened[partition] = batch.releases ? nil : offset
            // Nobody else can have written in between: what is kept with a partition is complete up to here.
            if let position = positions[partition], let end = marks[partition]?.conversationsEnd {
                positions[partition] = max(position, end)
            }
        }
        refused.settle(batch.next)
        crashGuard.settle(batch.counts)
        self.batch = nil
        abortsInARow = 0
        consumer.noteSuccess()
        logger.trace("Committed.", metadata: ["questions": "\(batch.count)"])
        return true
    }

    /// Where the group stands after a batch, with what the partitions' next owners are told.
    private func offsets(of batch: Batch) -> [TopicPartition: CommittedOffset] {
        let ends = producer.writtenEnds
        var offsets: [TopicPartition: CommittedOffset] = [:]
        for (partition, offset) in batch.next {
            let written = router.conversations(of: partition).flatMap { ends[$0] } ?? 0
            let mark = PartitionMark(
                conversationsEnd: max(written, marks[partition]?.conversationsEnd ?? 0),
                owner: batch.releases ? nil : crashGuard.process,
                attempts: batch.attempts[partition] ?? 0
            )
            marks[partition] = mark
            offsets[partition] = CommittedOffset(offset, metadata: mark.metadata)
        }
        return offsets
    }

    /// Tells the next owners of partitions, in their marks, that this one ends in good order.
    func release(_ partitions: [TopicPartition]) throws {
        let offsets = opened.filter { partitions.contains($0.key) }
        guard batch == nil, !offsets.isEmpty else { return }
        try producer.begin()
        batch = .releasing(offsets)
        try commit(within: .seconds(2), leaving: Set(partitions))
    }

    /// Says in the mark that a question is begun, before it is. False if it is not to be answered now but comes again.
    func announce(_ record: KafkaRecord, attempts: Int = 0) throws -> Bool {
        try producer.begin()
        batch = .announcing(record, attempts: attempts)
        return try commit()
    }

    /// Drops the transaction in progress and goes back to where it began, except in partitions that leave.
    func abort(because error: KafkaError?, leaving: Set<TopicPartition> = []) throws {
        guard let batch else { return }
        if let error {
            logger.warning(
                "A transaction was aborted; its questions are answered again. \(error)",
                metadata: ["questions": "\(batch.count)"]
            )
        }
        for store in stores.values { store.rollBack() }
        self.batch = nil
        if let error, RefusedRecords.areNamed(by: error) {
            refused.refuse(first: batch.first, next: batch.next, count: batch.count)
            // The numbers that the brokers check have a gap now, where the refused record was.
            throw error
        }
        try again(until: .now + .seconds(10)) { timeout in try producer.abort(timeout: timeout) }
        let targets = batch.first.filter { batch.goesBack && stores[$0.key] != nil && !leaving.contains($0.key) }
        try consumer.seek(to: targets)
        awaited.merge(targets) { _, new in new }
        places.merge(targets) { _, new in new }
        abortsInARow += 1
        stop.wait(min(.seconds(1), .milliseconds(25 << min(abortsInARow, 6))))
    }

    /// Makes a call again while it is retriable and there is time.
    private func again(
        until limit: ContinuousClock.Instant,
        _ call: (_ timeout: Duration) throws -> Void
    ) throws {
        while true {
            do {
                return try call(timeLeft(until: limit, atMost: .seconds(2)))
            } catch let error as KafkaError where error.disposition == .retriable && hasTime(until: limit) {
                logger.info("Kafka keeps a transaction waiting. \(error)")
            }
        }
    }

    private func hasTime(until limit: ContinuousClock.Instant) -> Bool {
        ContinuousClock.now < min(limit, stop.deadline ?? limit)
    }

    /// How long a call may take; never nothing, so that each is made at least once.
    private func timeLeft(until limit: ContinuousClock.Instant, atMost longest: Duration) -> Duration {
        max(.milliseconds(100), min(longest, min(limit, stop.deadline ?? limit) - .now))
    }
}
