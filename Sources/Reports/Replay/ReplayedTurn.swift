import Contract
import Dialogue
import Text

/// A question that was asked again, and what became of it.
struct ReplayedTurn {
    package enum Result {
        case replied(ReplySummary)
        /// Taken, and answered with silence.
        case silent
        /// No question that can be read.
        case unreadable
        /// Answered before: nothing came of it.
        case duplicate
    }

    /// `nil` for a record that does not say which question it is.
    var id: ReplayQuestionID?
    /// The key of the conversation, as far as it is text.
    package var conversation: String
    var timestamp: Int64
    var partition: Int32
    var offset: Int64
    /// What the person wrote, or what they picked.
    var text: String
    var result: Result

    init(_ record: IncomingRecord, result: Result) {
        conversation = String(decoding: record.key ?? [], as: UTF8.self)
        timestamp = record.time.milliseconds
        partition = record.partition
        offset = record.offset
        self.result = result
        let value = record.value ?? []
        guard let event = try? CloudEvent(record, value: value) else {
            text = ""
            return
        }
        id = ReplayQuestionID(conversation: conversation, source: event.source, id: event.id)
        let message = try? QuestionMessage.decode(event.data)
        text = CleanText.line(message?.text ?? message?.choice ?? message?.choices?.joined(separator: ", ") ?? "")
    }

    var now: ReplySummary? {
        if case .replied(let reply) = result { reply } else { nil }
    }

    var isDuplicate: Bool {
        if case .duplicate = result { true } else { false }
    }

    var isUnreadable: Bool {
        if case .unreadable = result { true } else { false }
    }

    /// The order in which questions are shown: that of their times, then that of their topic.
    static func isBefore(_ first: ReplayedTurn, _ second: ReplayedTurn) -> Bool {
        (first.timestamp, first.partition, first.offset) < (second.timestamp, second.partition, second.offset)
    }
}
