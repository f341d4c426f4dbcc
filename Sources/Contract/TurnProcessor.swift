public import Dialogue
import Knowledge
import Text

/// A question record in, everything it leads to out: the contract and the assistant joined. A pure function, bytes in and
/// bytes out: the same record, state and content give the same bytes on every machine.
public final class TurnProcessor: Sendable {
    let content: LoadedContent

    /// - Parameter content: what the assistant knows and says.
    public init(content: LoadedContent) {
        self.content = content
    }

    /// Answers a record. What cannot be read comes back as a dead letter; what was answered before leads to nothing.
    ///
    /// - Parameters:
    ///   - record: The question as it was read.
    ///   - state: The newest bytes of the state of its conversation, `nil` if none is kept.
    public func process(_ record: IncomingRecord, state: [UInt8]?) -> ProcessedTurn {
        do throws(Unreadable) {
            let conversation = try Self.conversation(of: record)
            guard let value = record.value else { throw Unreadable(code: .noValue, message: "the record has no value") }
            let event = try CloudEvent(record, value: value)
            let message = try QuestionMessage.decode(event.data)
            let question = message.question(
                fingerprint: QuestionMessage.fingerprint(source: event.source, id: event.id))
            return try answer(question, event, conversation, record, state)
        } catch {
            return ProcessedTurn(
                state: .unchanged, records: [deadLetter(record, code: error.code.rawValue, message: error.message)])
        }
    }

    /// A dead letter for a record that could not be handled: its bytes as they came, and why.
    public func deadLetter(_ record: IncomingRecord, code: String, message: String) -> OutgoingRecord {
        OutgoingRecord(
            channel: .deadLetters, key: record.key, value: record.value,
            headers: record.headers + [
                RecordHeader("dlq.code", code),
                RecordHeader("dlq.message", CleanText.line(message)),
                RecordHeader("dlq.topic", record.topic),
                RecordHeader("dlq.partition", String(record.partition)),
                RecordHeader("dlq.offset", String(record.offset)),
                RecordHeader("dlq.time", Timestamp.text(record.time)),
            ])
    }

    /// A dead letter for a state that cannot be read, whose conversation begins anew.
    private func deadLetter(ofState state: [UInt8], met record: IncomingRecord) -> OutgoingRecord {
        let isKept = state.count <= Self.longestUnreadableState
        var letter = deadLetter(
            record, code: Unreadable.Code.unreadableState.rawValue,
            message: "the state that this question met cannot be read: the conversation begins anew")
        letter.value = isKept ? state : nil
        letter.headers.removeFirst(record.headers.count)
        if !isKept { letter.headers.append(RecordHeader("dlq.value-omitted", "true")) }
        return letter
    }

    /// What any cluster takes in one record, with room for the rest of it.
    private static let longestUnreadableState = 512 * 1024

    /// The headers of the record that keeps the state of a conversation after `record`.
    public func conversationHeaders(causedBy record: IncomingRecord) -> [RecordHeader] {
        MessageType.conversation.headers(causedBy: record)
    }

    private static let longestKey = 128

    private static func conversation(of record: IncomingRecord) throws(Unreadable) -> String {
        guard let key = record.key, !key.isEmpty else {
            throw Unreadable(code: .noConversation, message: "the record has no key: the key is the conversation id")
        }
        guard key.count <= longestKey else {
            throw Unreadable(
                code: .noConversation, message: "the key has \(key.count) bytes: at most \(longestKey) are taken")
        }
        guard let conversation = String(validating: key, as: UTF8.self) else {
            throw Unreadable(code: .noConversation, message: "the key is not UTF-8")
        }
        return conversation
    }

    private func answer(
        _ question: UserMessage, _ event: CloudEvent, _ conversation: String, _ record: IncomingRecord,
        _ state: [UInt8]?
    ) throws(Unreadable) -> ProcessedTurn {
        let before = state.flatMap(ConversationMessage.readable)
        guard let turn = content.engine.reply(to: question, in: before ?? Conversation(), now: record.time) else {
            return ProcessedTurn(state: .unchanged, records: [])
        }
        var records: [OutgoingRecord] = []
        if let state, before == nil { records.append(deadLetter(ofState: state, met: record)) }
        if let reply = turn.reply {
            let message = ReplyMessage(
                reply, conversation: conversation, id: event.id, source: event.source,
                knowledgeVersion: content.version)
            records.append(outgoing(.replies, .reply, message.bytes, key: record.key, record))
        }
        for event in turn.events {
            switch event {
            case .handoff(let handoff):
                let message = HandoffMessage(handoff, conversation: conversation)
                records.append(outgoing(.handoffs, .handoff, MessageText.json(message), key: record.key, record))
            case .submission(let submission):
                let message = SubmissionMessage(
                    submission, conversation: conversation, knowledge: content.engine.knowledge,
                    knowledgeVersion: content.version)
                records.append(outgoing(.submissions, .submission, MessageText.json(message), key: record.key, record))
            case .insight(let insight):
                let message = InsightMessage(insight, knowledgeVersion: content.version)
                records.append(outgoing(.insights, .insight, MessageText.json(message), key: nil, record))
            }
        }
        guard let after = turn.conversation else { return ProcessedTurn(state: .removed, records: records) }
        guard let bytes = ConversationMessage(after).bytes else {
            throw Unreadable(
                code: .stateTooLarge, message: "the conversation would take over \(ConversationMessage.mostBytes) bytes"
            )
        }
        return ProcessedTurn(state: .replaced(bytes), records: records)
    }

    private func outgoing(
        _ channel: OutgoingChannel, _ type: MessageType, _ value: [UInt8], key: [UInt8]?, _ record: IncomingRecord
    ) -> OutgoingRecord {
        OutgoingRecord(channel: channel, key: key, value: value, headers: type.headers(causedBy: record))
    }
}
