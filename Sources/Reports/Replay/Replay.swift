import Contract
public import Dialogue
import Text

/// Asks recorded questions again, and compares what is replied now with what was replied then: what a content or an
/// engine would change, before it is in use.
///
/// Each question is answered by ``TurnProcessor`` as the service would, at its own time, with the state that the replay
/// itself has built up from the questions before.
public struct Replay: Sendable {
    private let processor: TurnProcessor
    private let knowledgeVersion: String
    private let comparesText: Bool
    private var states: [[UInt8]: [UInt8]] = [:]
    private var turns: [ReplayedTurn] = []
    private var replies: [RecordedReply] = []
    private var unreadableReplies = 0
    private var sequences = SequenceCheck()

    /// - Parameters:
    ///   - content: What the assistant knows and says now.
    ///   - comparesText: Whether another wording is a difference too: it changes with every word that is edited.
    public init(content: LoadedContent, comparingText comparesText: Bool = false) {
        processor = TurnProcessor(content: content)
        knowledgeVersion = content.version
        self.comparesText = comparesText
    }

    /// Lets a conversation go on from a state rather than begin anew: what the conversation topic had for it before the
    /// first question that is added. Questions that the state has answered count as duplicates.
    ///
    /// - Parameters:
    ///   - conversation: The key of its records.
    ///   - state: The value of the record that keeps its state.
    public mutating func resume(_ conversation: [UInt8], from state: [UInt8]) {
        states[conversation] = state
    }

    /// Takes a question, which is asked again at once, or a reply of then. The questions of a conversation come in
    /// their order, and so do its replies; how the two are mixed does not matter.
    public mutating func add(_ record: ReplayRecord) {
        switch record {
        case .question(let question): ask(question)
        case .reply(let reply): keep(reply)
        }
    }

    /// What is different, in all that was added so far.
    ///
    /// - Parameters:
    ///   - since: Only questions from this time on are compared, in milliseconds since 1970; those before have been
    ///     asked all the same, for what later ones leave out.
    ///   - limit: At most so many questions are compared, the newest.
    public func report(since: Int64? = nil, limit: Int? = nil) -> ReplayReport {
        var comparison = ReplayComparison(turns, replies: replies)
        comparison.restrict(since: since, limit: limit)
        return ReplayReport(
            comparison, knowledgeVersion: knowledgeVersion, unreadableReplies: unreadableReplies,
            sequenceGaps: sequences.gaps(since: since))
    }

    private mutating func ask(_ record: IncomingRecord) {
        let state = record.key.flatMap { states[$0] }
        let processed = processor.process(record, state: state)
        turns.append(ReplayedTurn(record, result: result(of: processed, record, state)))
        guard let key = record.key else { return }
        processed.state.apply(to: &states[key])
    }

    private func result(of processed: ProcessedTurn, _ record: IncomingRecord, _ state: [UInt8]?) -> ReplayedTurn.Result
    {
        let value = processed.records.first { $0.channel == .replies }?.value
        if let value, let recorded = RecordedReply(value, withText: comparesText) { return .replied(recorded.reply) }
        if processed.records.contains(where: { $0.channel == .deadLetters }) { return .unreadable }
        return Self.isAnswered(record, in: state) ? .duplicate : .silent
    }

    /// Whether the conversation remembers the question: no reply to it is then none that is missing.
    private static func isAnswered(_ record: IncomingRecord, in state: [UInt8]?) -> Bool {
        guard let value = record.value, let event = try? CloudEvent(record, value: value) else { return false }
        return ConversationMessage.conversation(from: state).answered
            .contains(QuestionMessage.fingerprint(source: event.source, id: event.id))
    }

    private mutating func keep(_ record: IncomingRecord) {
        guard let value = record.value, let recorded = RecordedReply(value, withText: comparesText) else {
            unreadableReplies += 1
            return
        }
        // A warning answers nothing, and has its number all the same.
        if recorded.reply.outcome != Reply.Outcome.expiryWarning.rawValue { replies.append(recorded) }
        sequences.note(recorded, timestamp: record.time.milliseconds)
    }
}
