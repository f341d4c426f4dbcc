import Contract
import Kafka
import Logging

extension Session {
    /// Answers a question within the transaction in progress, or begins one.
    func take(_ record: KafkaRecord) throws {
        let partition = record.topicPartition
        guard let store = stores[partition] else {
            throw SessionBroken("A record of \(partition) came, which is not assigned.")
        }
        if let offset = awaited.removeValue(forKey: partition), offset != record.offset {
            throw SessionBroken("After going back to \(partition)/\(offset), \(record.offset) came.")
        }
        let crashVerdict = crashGuard.verdict(partition)
        let verdict = refused.verdict(partition, record.offset).orSuspected(crashVerdict != .innocent)
        if verdict != .innocent || opened[partition] == nil {
            try commit()
            // An abort may have gone back to before this record, which then comes again.
            if awaited[partition] != nil { return }
        }
        switch crashVerdict {
        case .innocent:
            if try opened[partition] == nil && !announce(record) { return }
        case .suspected(let attempts):
            let hasTurn = try announceSuspect(record, attempts: attempts + 1)
            guard hasTurn else { return }
        case .exhausted:
            break
        }
        let (change, outputs) = outputs(for: record, store: store, verdict: verdict, crashVerdict: crashVerdict)
        if batch == nil {
            try producer.begin()
            batch = Batch()
        }
        // Only now, with all outputs known to be of the right size: what is written cannot be taken back by itself.
        for output in outputs { try producer.write(output) }
        if let key = record.key { store.stage(change, for: key, at: Self.now) }
        batch?.add(record)
        places[partition] = record.offset + 1
        batch?.isClosed = verdict != .innocent
    }

    /// Announces a question that may end the process, and keeps the turn until it is committed. False if it comes again.
    private func announceSuspect(_ record: KafkaRecord, attempts: Int) throws -> Bool {
        guard settings.suspectTurn.begin(within: .seconds(1)) else {
            let place = [record.topicPartition: record.offset]
            try consumer.seek(to: place)
            awaited.merge(place) { _, new in new }
            return false
        }
        let isAnnounced = try announce(record, attempts: attempts)
        if !isAnnounced { settings.suspectTurn.end() }
        return isAnnounced
    }

    private func outputs(
        for record: KafkaRecord,
        store: ConversationStore,
        verdict: RefusedRecords.Verdict,
        crashVerdict: CrashGuard.Verdict
    ) -> (StateChange, [NewKafkaRecord]) {
        let incoming = IncomingRecord(record)
        if case .exhausted(let attempts) = crashVerdict {
            logger.error(
                "A question has ended \(attempts) processes, each time alone: a dead letter.", metadata: place(record))
            let letter = deadLetter(
                incoming, record, "attempts-exhausted",
                "\(attempts) processes ended while they answered this record.",
                withValue: verdict != .refusedAsDeadLetter
            )
            return (.unchanged, [letter])
        }
        switch verdict {
        case .refused, .refusedAsDeadLetter:
            logger.error("The brokers refuse what a question causes: a dead letter.", metadata: place(record))
            let letter = deadLetter(
                incoming, record, "output-refused", "The brokers refused the records that this one causes.",
                withValue: verdict == .refused
            )
            return (.unchanged, [letter])
        case .innocent, .suspected:
            break
        }
        let turn = settings.handler.process(incoming, state: record.key.flatMap { store[$0] })
        if turn.state != .unchanged, record.key == nil {
            logger.error("A question without a key cannot have a conversation.", metadata: place(record))
            let letter = deadLetter(incoming, record, "missing-key", "The record has no key.", withValue: true)
            return (.unchanged, [letter])
        }
        var outputs = turn.records.map { router.record($0, for: record.topicPartition) }
        if let key = record.key {
            let headers = settings.handler.conversationHeaders(causedBy: incoming)
            if let state = router.record(turn.state, key: key, headers: headers, for: record.topicPartition) {
                outputs.append(state)
            }
        }
        guard let error = outputs.lazy.compactMap({ self.sizeError(of: $0) }).first else {
            return (turn.state, outputs)
        }
        if turn.records.count == 1, turn.records[0].channel == .deadLetters, turn.state == .unchanged {
            logger.error("A dead letter is too large and goes without its value.", metadata: place(record))
            return (.unchanged, [withoutValue(outputs[0])])
        }
        logger.error("What a question causes is too large: a dead letter. \(error)", metadata: place(record))
        return (
            .unchanged, [deadLetter(incoming, record, "output-too-large", error.detail, withValue: true)]
        )
    }

    /// Why a record cannot be written; nil if it can.
    func sizeError(of record: NewKafkaRecord) -> KafkaError? {
        do throws(KafkaError) {
            try producer.checkSize(record)
            return nil
        } catch {
            return error
        }
    }

    /// A dead letter for a record, with its value if that can be written.
    private func deadLetter(
        _ incoming: IncomingRecord,
        _ record: KafkaRecord,
        _ code: String,
        _ message: String,
        withValue: Bool
    ) -> NewKafkaRecord {
        let outgoing = settings.handler.deadLetter(incoming, code: code, message: message)
        let letter = router.record(outgoing, for: record.topicPartition)
        return withValue && sizeError(of: letter) == nil ? letter : withoutValue(letter)
    }

    private func withoutValue(_ letter: NewKafkaRecord) -> NewKafkaRecord {
        var letter = letter
        letter.value = nil
        letter.headers.append(KafkaHeader(name: "dlq.value-omitted", text: "true"))
        return letter
    }
}
