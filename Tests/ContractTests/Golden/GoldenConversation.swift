import Contract
import Dialogue
import Foundation
import Knowledge
import Testing
import Text

/// A conversation whose questions are always the same, and all that it leads to, as the topics carry it.
struct GoldenConversation {
    /// The replies as published, each a line.
    private(set) var replies = ""
    /// The submissions as published, each a line.
    private(set) var submissions = ""
    /// What the other topics got, each a line: the channel, the headers and the value.
    private(set) var events = ""
    /// The state that had most in it, as the topic of conversations carries it.
    private(set) var largestState = ""

    private let processor: TurnProcessor
    private let version: String
    private let language: Language
    private var state: [UInt8]?
    private var count: Int64 = 0

    init(_ content: LoadedContent, in language: Language) {
        processor = TurnProcessor(content: content)
        version = content.version
        self.language = language
    }

    /// What stands for the version of the content, which every edit of any of its files changes.
    static let anyVersion = "content-version"

    /// A conversation that does not come to its end.
    struct Stuck: Error, CustomStringConvertible {
        var description: String
    }

    /// What is asked of the reply beside its bytes.
    struct Shown: Decodable {
        struct Questionnaire: Decodable {
            var question: Question?
        }

        struct Question: Decodable {
            struct Choice: Decodable {
                var id: String
            }

            var id: String
            var type: String
            var choices: [Choice]?
            var required: Bool
        }

        var questionnaire: Questionnaire?
    }

    @discardableResult mutating func say(_ text: String) throws -> Shown? {
        try send(ClientQuestion(text: text, language: language))
    }

    @discardableResult mutating func pick(_ choices: String...) throws -> Shown? {
        try send(
            choices.count == 1
                ? ClientQuestion(choice: choices[0], language: language)
                : ClientQuestion(choices: choices, language: language))
    }

    /// Sends a record as it is.
    mutating func send(_ value: String) throws { _ = try send(value: Array(value.utf8)) }

    private mutating func send(_ question: ClientQuestion) throws -> Shown? { try send(value: question.value) }

    private mutating func send(value: [UInt8]) throws -> Shown? {
        count += 1
        let record = IncomingRecord(
            topic: "questions", partition: 0, offset: count, timestamp: 1_767_323_045_678 + count * 60_000,
            key: Array("golden-\(language.rawValue)".utf8), value: value, headers: [])
        let turn = processor.process(record, state: state)
        switch turn.state {
        case .unchanged: break
        case .replaced(let bytes):
            state = bytes
            if bytes.count > largestState.utf8.count { largestState = String(decoding: bytes, as: UTF8.self) + "\n" }
        case .removed: state = nil
        }
        var shown: Shown?
        for record in turn.records {
            let value = record.value ?? []
            let line = String(decoding: value, as: UTF8.self).replacing(version, with: Self.anyVersion) + "\n"
            switch record.channel {
            case .replies:
                replies += line
                shown = try JSONDecoder().decode(Shown.self, from: Data(value))
            case .submissions: submissions += line
            case .conversations: break
            case .handoffs, .insights, .deadLetters:
                let headers = record.headers.map { "\($0.name)=\(String(decoding: $0.value ?? [], as: UTF8.self))" }
                events += "\(record.channel) \(headers.joined(separator: " ")) \(line)"
            }
        }
        return shown
    }

    /// Answers a questionnaire from its beginning to its end, in the plainest way.
    ///
    /// - Parameter answers: What is answered to certain questions: a choice's id, or a text for a question without choices.
    mutating func complete(_ form: String, answers: [String: String]) throws {
        var shown = try pick("questionnaire.start questionnaire=\(form)")
        var steps = 0
        while let question = shown?.questionnaire?.question {
            steps += 1
            guard steps <= 60 else { throw Stuck(description: "\(question.id) does not take its answer") }
            shown = try answer(question, answers[question.id])
        }
    }

    private mutating func answer(_ question: Shown.Question, _ given: String?) throws -> Shown? {
        if let choices = question.choices?.map(\.id) {
            let choice = given ?? choices[min(1, choices.count - 1)]
            guard choices.contains(choice) else { throw Stuck(description: "\(question.id) has no choice \(choice)") }
            return try pick(choice)
        }
        if let given { return try say(given) }
        guard question.required else { return try pick("questionnaire.skip") }
        return try say(question.type == "date" ? "2026-05-01" : "12")
    }
}
