import Contract
import Dialogue
import Text

extension ReplayReport {
    /// Which question it is, among those of its conversation.
    public struct QuestionID: Sendable, Hashable, Encodable {
        /// Its `ce_id`, or its place for a bare question.
        public var id: String
        /// Its `ce_source`, or its topic for a bare question.
        public var source: String

        init(_ question: ReplayQuestionID) {
            id = question.id
            source = question.source
        }
    }

    /// A question that is not replied to as it was.
    public struct Difference: Sendable, Hashable, Encodable {
        /// The key of the conversation, its middle left out if it is long.
        public var conversation: String
        /// When it was asked, as RFC 3339 writes it; `nil` if that is not known.
        public var time: String?
        /// `nil` for a record that does not say.
        public var question: QuestionID?
        /// What the person wrote or picked.
        public var text: String
        /// What differs between the two replies; empty where there is only one.
        public var changed: [ReplayAspect]
        /// `nil` if there is none.
        public var then: ReplySummary?
        /// `nil` if there is none.
        public var now: ReplySummary?
        /// Whether earlier questions of the conversation were not there to be asked again: the difference may come from
        /// what they said.
        public var lacksBeginning: Bool

        init(_ pair: ReplayComparison.Pair) {
            conversation = ReplayReport.shortened(pair.turn.conversation)
            time = ReplayReport.time(pair.turn.timestamp)
            question = pair.turn.id.map(QuestionID.init)
            text = pair.turn.text
            changed = pair.changed
            then = pair.then
            now = pair.turn.now
            lacksBeginning = pair.lacksBeginning
        }
    }

    /// Replies of then that are not numbered 1, 2, 3 and so on: some are missing, or are there twice.
    public struct SequenceGap: Sendable, Hashable, Encodable {
        /// The key of the conversation, its middle left out if it is long.
        public var conversation: String
        /// When the reply with the wrong number was written; `nil` if that is not known.
        public var time: String?
        /// What the reply with the wrong number answers.
        public var question: QuestionID
        /// The number after that of the reply before.
        public var expected: Int
        /// The number that it has.
        public var got: Int
    }

    /// A key that fits on a line with others: the beginning and the end of a long one, which tell keys apart that
    /// begin alike.
    static func shortened(_ conversation: String) -> String {
        let key = CleanText.line(conversation)
        return key.count <= 14 ? key : "\(key.prefix(6))…\(key.suffix(7))"
    }

    /// - Parameter timestamp: in milliseconds since 1970; 0 or less where none is known.
    static func time(_ timestamp: Int64) -> String? {
        timestamp > 0 ? Timestamp.text(RecordTime(milliseconds: timestamp)) : nil
    }
}
