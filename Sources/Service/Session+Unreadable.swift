import Contract
import Kafka
import Logging

extension Session {
    /// Goes on behind a batch that cannot be read, with a dead letter that tells where it is.
    ///
    /// Nothing of the batch can be kept but its place: its bytes stay in the topic as long as its retention lasts.
    func skip(_ partition: TopicPartition, unreadableAt offset: Int64, _ error: KafkaError?) throws {
        guard stores[partition] != nil else { return }
        try commit()
        guard awaited[partition] == nil, let end = committedEnd(of: partition) else { return }
        let begin = places[partition] ?? offset
        guard begin < end else { return }
        let next: Int64
        switch try look(behind: begin, in: partition, end: end) {
        case .goesOn(let offset): next = offset
        case .readable:
            // A batch before it was passed over, and the consumer is still there.
            if error != nil { return try consumer.seek(to: [partition: begin]) }
            return stalls.noteQuiet(partition, upTo: end)
        case .unsure: return
        }
        let reason = error.map(\.detail) ?? "Its records are damaged though its checksum is right"
        logger.error(
            """
            A batch of questions cannot be read and is passed over; a dead letter tells where it is. \(reason). Whoever \
            wrote it is to write its questions again.
            """,
            metadata: ["partition": "\(partition)", "from": "\(begin)", "before": "\(next)"]
        )
        let place = KafkaRecord(
            topic: partition.topic, partition: partition.partition, offset: begin, timestamp: -1, key: nil, value: nil)
        let letter = settings.handler.deadLetter(
            IncomingRecord(place), code: "batch-unreadable",
            message: "The offsets from \(begin) to \(next - 1) cannot be read: \(reason).")
        let isRefused = [.refused, .refusedAsDeadLetter].contains(refused.verdict(partition, begin))
        try producer.begin()
        batch = .passing(over: place, upTo: next)
        if !isRefused { try producer.write(router.record(letter, for: partition)) }
        try commit()
        // After an abort it is met again.
        guard awaited.removeValue(forKey: partition) == nil else { return }
        places[partition] = next
        try consumer.seek(to: [partition: next])
    }

    /// Looks for partitions whose questions do not come, now and then while there is nothing else to do.
    func lookForStalls() throws {
        guard stalls.isDue else { return }
        let stalled = stalls.stalled(places.filter { stores[$0.key] != nil }) { partition in
            reader.beginWatermarks(of: partition, timeout: .seconds(2))
        }
        for (partition, position, _) in stalled where !stop.isRequested {
            try skip(partition, unreadableAt: position, nil)
        }
    }

    private func committedEnd(of partition: TopicPartition) -> Int64? {
        do throws(KafkaError) {
            return try reader.watermarks(of: partition, timeout: .milliseconds(500)).high
        } catch {
            logger.debug("\(error)")
            return nil
        }
    }

    private func look(
        behind offset: Int64, in partition: TopicPartition, end: Int64
    ) throws -> UnreadableBatch.Outcome {
        let configuration = settings.configuration
        let reader = try PartitionReader(
            configuration.kafka, group: configuration.group, readsHeaders: false, logger: logger)
        defer { reader.close(timeout: .milliseconds(500)) }
        return try UnreadableBatch(
            partition: partition, offset: offset, end: end, reader: reader, isOver: { self.stop.isRequested }
        ).next()
    }
}
