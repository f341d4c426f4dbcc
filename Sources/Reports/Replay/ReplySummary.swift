import Contract
import Dialogue
import Knowledge
import Text
import Understanding

/// What a replay shows and compares of a reply. Ids stand as they were written: those of then may be gone now.
public struct ReplySummary: Sendable, Hashable, Encodable {
    /// The number of the reply in its conversation, from 1.
    public var sequence: Int
    /// The language of the reply: `fr` or `en`.
    public var language: String
    /// What kind of reply it is.
    public var outcome: String
    /// The intent's id.
    public var intent: String
    /// How sure the intent was, from 0 to 1. Not compared: it moves with every example.
    public var confidence: Double
    /// The ids of the intents offered, best first.
    public var alternatives: [String]
    /// The ids of the intents of further questions that the reply answers too.
    public var also: [String]
    /// What was understood to be named, or was taken from earlier: `type=value`, in the order of the alphabet.
    public var entities: [String]
    /// The entries that the answer rests on: `kind/id`, in the order of the answer.
    public var references: [String]
    /// The code of why the question was not taken.
    public var rejection: String?
    /// The plain text, `nil` where wording is not compared.
    public var text: String?
    /// Which knowledge base and rules answered.
    public var knowledgeVersion: String
}

/// What tells a question from every other.
struct ReplayQuestionID: Hashable {
    var conversation: String
    var source: String
    var id: String
}

/// A reply with the question that it answers, read from the value of its record.
struct RecordedReply {
    var question: ReplayQuestionID
    var reply: ReplySummary

    /// Reads a reply; `nil` if the value is none.
    init?(_ value: [UInt8], withText: Bool) {
        guard let message = ReplyMessage(value), (0...Conversation.mostReplies).contains(message.sequence) else {
            return nil
        }
        question = ReplayQuestionID(
            conversation: message.conversation, source: message.question.source, id: message.question.id)
        let entities = Set(message.entities.map { "\($0.type)=\($0.value)" })
        reply = ReplySummary(
            sequence: message.sequence, language: message.language.rawValue, outcome: message.outcome,
            intent: message.intent.id, confidence: message.intent.confidence ?? 0,
            alternatives: (message.alternatives ?? []).map(\.id), also: message.also ?? [],
            entities: entities.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) },
            references: message.references.map { "\($0.kind)/\($0.id)" }, rejection: message.rejected?.code,
            text: withText ? message.text : nil, knowledgeVersion: message.knowledgeVersion)
    }
}
