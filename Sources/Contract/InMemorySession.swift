public import Dialogue
import Foundation

/// Conversations without Kafka, through the same codec and the same assistant: JSON Lines in and out, or plain text.
///
/// State is kept in memory, as the service keeps it, and can be taken from here and given back to another.
public final class InMemorySession {
    private let content: LoadedContent
    private let processor: TurnProcessor
    /// The state of each conversation.
    public private(set) var states: [String: [UInt8]]
    private var count: Int64 = 0

    /// - Parameter states: The states of the conversations that go on.
    public init(content: LoadedContent, states: [String: [UInt8]] = [:]) {
        self.content = content
        processor = TurnProcessor(content: content)
        self.states = states
    }

    /// Answers a line of JSON: a question object, with `conversation` and `id` if one likes.
    ///
    /// - Returns: The reply object; an object with `error` for a line that is no question, or with `silent` while a person has
    ///   the conversation.
    public func answer(line: String, now: Int64) -> String {
        let fields = try? JSONDecoder().decode(LineFields.self, from: Data(line.utf8))
        let conversation = fields?.conversation ?? Self.conversation(ofLine: count + 1)
        return answer(Array(line.utf8), id: fields?.id, conversation: conversation, now: now)
    }

    /// Answers a question of a person.
    ///
    /// - Parameter id: What names the question among all of the conversation, those asked before its state was kept included;
    ///   its place among the questions of this object if left out.
    public func answer(_ question: ClientQuestion, id: String? = nil, conversation: String, now: Int64) -> ReplyMessage?
    {
        ReplyMessage(Array(answer(question.value, id: id, conversation: conversation, now: now).utf8))
    }

    /// The declaration that was finished last in a conversation, whole; nothing where none is.
    public func declaration(in conversation: String) -> SubmissionMessage? {
        states[conversation].flatMap { SubmissionMessage(of: conversation, state: $0, content: content) }
    }

    /// The conversation of the line with this number, from 1, if it names none.
    package static func conversation(ofLine number: Int64) -> String { "line-\(number)" }

    /// The record that stands for the question with this number, from 1.
    package static func record(
        _ value: [UInt8], id: String?, conversation: String, number: Int64, now: Int64
    ) -> IncomingRecord {
        IncomingRecord(
            topic: "lines", partition: 0, offset: number, timestamp: now, key: Array(conversation.utf8), value: value,
            headers: id.map { ClientQuestion.headers(id: $0, source: "/lines") } ?? [])
    }

    /// What stands for the reply that is not given while a person has the conversation.
    private static let silence = #"{"silent":{"code":"handoff","message":"a person has this conversation"}}"#

    private func answer(_ value: [UInt8], id: String?, conversation: String, now: Int64) -> String {
        count += 1
        let record = Self.record(value, id: id, conversation: conversation, number: count, now: now)
        let turn = processor.process(record, state: states[conversation])
        turn.state.apply(to: &states[conversation])
        if let reply = turn.records.first(where: { $0.channel == .replies }), let value = reply.value {
            return String(decoding: value, as: UTF8.self)
        }
        guard let letter = turn.records.first(where: { $0.channel == .deadLetters }) else {
            if turn.state != .unchanged { return Self.silence }
            return #"{"error":{"code":"duplicate","message":"this question was answered before"}}"#
        }
        func header(_ name: String) -> String {
            letter.headers.last { $0.name == name }?.value.map { String(decoding: $0, as: UTF8.self) } ?? ""
        }
        let error = LineError(error: .init(code: header("dlq.code"), message: header("dlq.message")))
        return String(decoding: MessageText.json(error), as: UTF8.self)
    }
}

/// What a line may say besides its question.
package struct LineFields: Decodable {
    package var conversation: String?
    package var id: String?
}

private struct LineError: Encodable {
    struct Problem: Encodable {
        var code: String
        var message: String
    }

    var error: Problem
}
