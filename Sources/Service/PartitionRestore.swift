import Kafka
import Logging

/// How far the restore of one partition has come.
final class PartitionRestore {
    enum Phase {
        /// Where the group stands is not known yet.
        case unmarked
        /// The ends of the conversations are to be asked for, from this moment on.
        case unasked(ContinuousClock.Instant)
        /// The ends of the conversations were asked for, and before them those of the questions.
        case asked(questions: PendingCall<Watermarks>, conversations: PendingCall<Watermarks>)
        /// The conversations are being read.
        case reading
        /// All of it is there.
        case finished
    }

    /// The partition of questions.
    let questions: TopicPartition
    /// The partition of their conversations.
    let conversations: TopicPartition
    let beganAt = ContinuousClock.now
    var phase = Phase.unmarked
    /// Where the group stands; nil if it has never been there.
    private(set) var committed: CommittedOffset?
    private(set) var store = ConversationStore()
    /// The offset behind the last record that belongs to the state.
    private(set) var end: Int64 = 0
    private(set) var recordCount = 0
    /// When the reader last brought something.
    private(set) var heardAt = ContinuousClock.now
    /// What keeps it from going on, for people.
    var difficulty: String?
    private var difficulties = 0
    private let kept: KeptState?

    init(_ questions: TopicPartition, conversations: TopicPartition, kept: KeptState?) {
        self.questions = questions
        self.conversations = conversations
        self.kept = kept
    }

    var isUnmarked: Bool { if case .unmarked = phase { true } else { false } }

    var isFinished: Bool { if case .finished = phase { true } else { false } }

    /// Whether the present difficulty is the first one.
    var isFirstDifficulty: Bool { difficulties == 1 }

    /// The earlier owner's mark is there, or there is none.
    func takeMark(_ committed: CommittedOffset?) {
        self.committed = committed
        difficulty = nil
        phase = .unasked(.now)
    }

    /// Asks again after a while, the longer the more often it was in vain.
    func askLater(_ difficulty: String, _ now: ContinuousClock.Instant) {
        self.difficulty = difficulty
        difficulties += 1
        phase = .unasked(now + min(.milliseconds(100 << min(difficulties, 5)), .seconds(2)))
    }

    /// The ends are there: gives back where to begin to read; nil if nothing is to be read, or the ends are not believed.
    func plan(_ watermarks: Watermarks, _ now: ContinuousClock.Instant) -> Int64? {
        let written = committed.map { PartitionMark(metadata: $0.metadata).conversationsEnd } ?? 0
        guard written == 0 || (watermarks.low...watermarks.high).contains(written) else {
            askLater(
                """
                The leader says that \(conversations) holds the offsets from \(watermarks.low) to \(watermarks.high), but \
                conversations were written to it up to \(written). It is asked again, and until it knows of them nobody is \
                answered from less. If the topic was truncated on purpose, stop the service and reset the group's offset \
                of \(questions) to where it is, which drops what it remembers.
                """, now)
            return nil
        }
        difficulty = nil
        end = watermarks.high
        heardAt = now
        var start = watermarks.low
        if let kept, kept.isUsable, (watermarks.low...watermarks.high).contains(kept.position) {
            store = kept.store
            start = kept.position
        } else {
            store = ConversationStore()
        }
        guard start < end else {
            phase = .finished
            return nil
        }
        phase = .reading
        return start
    }

    /// Silence counts from now on.
    func listenAnew() { heardAt = .now }

    /// Takes a record of the conversations.
    func take(_ record: KafkaRecord) {
        heardAt = .now
        // Nothing at or behind the end is taken: it would be a later owner's.
        if record.offset < end {
            if let key = record.key { store.restore(key, record.value, at: record.timestamp) }
            recordCount += 1
        }
        if record.offset >= end - 1 { phase = .finished }
    }

    /// The reader has come up to an offset.
    func reach(_ offset: Int64) {
        heardAt = .now
        if offset >= end { phase = .finished }
    }

    /// Says which questions are gone for ever, if some are: questions that were deleted by age before anybody answered
    /// them are nothing to pass over in silence.
    func warnOfLostQuestions(_ questionsLeft: Watermarks, _ logger: Logger) {
        guard let committed, questionsLeft.low > committed.offset else { return }
        logger.error(
            """
            Questions were deleted before they were answered. Give the topic a longer retention.ms than the service is \
            ever away.
            """,
            metadata: [
                "partition": "\(questions)", "from": "\(committed.offset)", "before": "\(questionsLeft.low)",
            ]
        )
    }

    /// What it waits for, for people.
    var situation: String {
        if let difficulty { return difficulty }
        return switch phase {
        case .unmarked: "The group's coordinator is asked where the group stands."
        case .unasked, .asked: "The leader of \(conversations) is asked for its offsets."
        case .reading:
            """
            \(conversations) is being read up to \(end). If nothing comes any more, look for a hanging transaction there.
            """
        case .finished: "They are there."
        }
    }
}
