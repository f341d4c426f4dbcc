import Dialogue
import Text

/// What becomes of a conversation in which nobody asks anything any more.
public enum ExpiryVerdict: Sendable {
    /// It stays as it is. Before this moment, in milliseconds since 1970, there is no need to ask again, unless a question comes.
    case keep(until: Int64)
    /// A warning is to be published, and the state that notes it is to be kept in place of the one there is.
    case warn(ProcessedTurn)
    /// It is to be forgotten: a tombstone in place of its state.
    case remove
}

extension TurnProcessor {
    /// How long a state has been there, in milliseconds, before ``expiry(of:key:idleSince:now:)`` can tell of anything; `nil` if
    /// conversations are kept for ever.
    public var earliestExpiry: Int64? { content.engine.policy.expiry.earliest }

    /// Tells what is due for a conversation that nobody has asked anything in for some time. A pure function, as
    /// ``process(_:state:)``: the same arguments give the same bytes, and a warning given again after a failure has the same ids.
    ///
    /// How long conversations are kept is ``DialoguePolicy/expiry`` of the content. One with an open questionnaire is warned once,
    /// at least 30 days before it is removed; the warning is in the state, and any question takes it away. A state that
    /// cannot be read goes by age alone.
    ///
    /// - Parameters:
    ///   - state: The newest bytes of the conversation's state.
    ///   - key: The key of its records.
    ///   - idleSince: When that state was written, in milliseconds since 1970: the timestamp of its record, or of the question that
    ///     led to it. Where the state holds a warning, what it says itself counts instead.
    ///   - now: In milliseconds since 1970.
    public func expiry(of state: [UInt8], key: [UInt8], idleSince: Int64, now: Int64) -> ExpiryVerdict {
        let (idleSince, now) = (RecordTime(milliseconds: idleSince), RecordTime(milliseconds: now))
        let engine = content.engine
        let name = String(validating: key, as: UTF8.self)
        // Whom no message can reach is not warned either.
        let kept = name == nil ? nil : ConversationMessage.readable(state)
        switch engine.due(for: kept ?? Conversation(), idleSince: idleSince, now: now) {
        case .nothing(let until): return .keep(until: until.milliseconds)
        case .erasure: return .remove
        case .warning(let erasedFrom):
            guard let name, let kept,
                let (conversation, reply) = engine.warn(kept, erasedFrom: erasedFrom, idleSince: idleSince, now: now),
                let bytes = ConversationMessage(conversation).bytes
            else { return .keep(until: erasedFrom.milliseconds) }
            let cause = Self.cause(ofWarningIn: key, idleSince: idleSince)
            let message = ReplyMessage(
                reply, conversation: name, id: cause, source: MessageType.source, knowledgeVersion: content.version)
            let record = OutgoingRecord(
                channel: .replies, key: key, value: message.bytes,
                headers: MessageType.reply.headers(of: cause, at: now))
            return .warn(ProcessedTurn(state: .replaced(bytes), records: [record]))
        }
    }

    /// The headers of the record that keeps, or forgets, the state of a conversation after a verdict of
    /// ``expiry(of:key:idleSince:now:)`` with the same arguments.
    public func conversationHeaders(ofExpiryIn key: [UInt8], idleSince: Int64, now: Int64) -> [RecordHeader] {
        MessageType.conversation.headers(
            of: Self.cause(ofWarningIn: key, idleSince: RecordTime(milliseconds: idleSince)),
            at: RecordTime(milliseconds: now))
    }

    /// What names the end of a conversation among all: its key, and since when nothing was asked.
    private static func cause(ofWarningIn key: [UInt8], idleSince: RecordTime) -> String {
        "\(String(decoding: key, as: UTF8.self))/expiry/\(idleSince.milliseconds)"
    }
}
