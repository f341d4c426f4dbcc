public import Dialogue
import Foundation
public import Knowledge

/// Conversations without Kafka, through the same codec and the same assistant: JSON Lines in and out, or plain text.
///
/// State is kept in memory, as the service keeps it.
public final class LineDialogue {
    /// A reply for a terminal.
    public struct Answer: Sendable {
        /// The plain text of the reply.
        public var text: String
        /// The reply in CommonMark.
        public var markdown: String
        /// What is suggested next: titles, with the ids to send back.
        public var suggestions: [(id: String, title: String)]
        /// The titles of what the reply rests on, with their addresses.
        public var references: [(title: String, url: String?)]
        /// The whole reply object of the contract.
        public var json: String
    }

    private let processor: TurnProcessor
    private var states: [String: [UInt8]] = [:]
    private var count: Int64 = 0

    public init(content: Content) {
        processor = TurnProcessor(content: content)
    }

    /// Answers a line of JSON: a question object, with `conversation` and `id` if one likes.
    ///
    /// - Returns: The reply object, or an object with `error` for a line that is no question.
    public func answer(line: String, now: Int64) -> String {
        let fields = try? JSONDecoder().decode(LineFields.self, from: Data(line.utf8))
        let conversation = fields?.conversation ?? "line-\(count + 1)"
        return answer(Array(line.utf8), id: fields?.id, conversation: conversation, now: now)
    }

    /// Answers a text, or what a person picked.
    public func answer(
        text: String? = nil, choice: String? = nil, language: Language? = nil, conversation: String, now: Int64
    ) -> Answer {
        let question = QuestionFields(text: text, choice: choice, language: language?.rawValue)
        let json = answer(MessageText.json(question), id: nil, conversation: conversation, now: now)
        let reply = try? JSONDecoder().decode(ReplyFields.self, from: Data(json.utf8))
        return Answer(
            text: reply?.text ?? json, markdown: reply?.markdown ?? json,
            suggestions: reply?.suggestions.map { ($0.id, $0.title) } ?? [],
            references: reply?.references.map { ($0.title, $0.url) } ?? [], json: json)
    }

    private func answer(_ value: [UInt8], id: String?, conversation: String, now: Int64) -> String {
        count += 1
        var headers: [RecordHeader] = []
        if let id {
            headers = [
                RecordHeader("ce_specversion", "1.0"), RecordHeader("ce_id", id), RecordHeader("ce_source", "/lines"),
                RecordHeader("ce_type", MessageType.question.rawValue),
            ]
        }
        let record = IncomingRecord(
            topic: "lines", partition: 0, offset: count, timestamp: now, key: Array(conversation.utf8), value: value,
            headers: headers)
        let turn = processor.process(record, state: states[conversation])
        switch turn.state {
        case .unchanged: break
        case .replaced(let state): states[conversation] = state
        case .removed: states[conversation] = nil
        }
        if let reply = turn.records.first(where: { $0.channel == .replies }), let value = reply.value {
            return String(decoding: value, as: UTF8.self)
        }
        guard let letter = turn.records.first(where: { $0.channel == .deadLetters }) else {
            return #"{"error":{"code":"duplicate","message":"this question was answered before"}}"#
        }
        func header(_ name: String) -> String {
            letter.headers.last { $0.name == name }?.value.map { String(decoding: $0, as: UTF8.self) } ?? ""
        }
        let error = LineError(error: .init(code: header("dlq.code"), message: header("dlq.message")))
        return String(decoding: MessageText.json(error), as: UTF8.self)
    }
}

private struct LineFields: Decodable {
    var conversation: String?
    var id: String?
}

private struct QuestionFields: Encodable {
    var text: String?
    var choice: String?
    var language: String?
}

private struct LineError: Encodable {
    struct Problem: Encodable {
        var code: String
        var message: String
    }

    var error: Problem
}

/// What a terminal shows of a reply.
struct ReplyFields: Decodable {
    struct Suggestion: Decodable {
        var id: String
        var title: String
    }

    struct Reference: Decodable {
        var title: String
        var url: String?
    }

    var text: String
    var markdown: String
    var suggestions: [Suggestion]
    var references: [Reference]
}
