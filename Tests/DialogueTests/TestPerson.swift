import Dialogue
import Knowledge
import Testing
import Text

/// A person who says one thing after the other to the engine as it is.
struct TestPerson {
    let engine: DialogueEngine
    var conversation = Conversation()
    /// The channel that the person writes from.
    var channel: String?
    private var count: UInt64 = 0

    init(_ engine: DialogueEngine) { self.engine = engine }

    @discardableResult
    mutating func say(_ text: String) throws -> Reply {
        try send(UserMessage(text: text, channel: channel, fingerprint: count + 1))
    }

    @discardableResult
    mutating func pick(_ choices: String...) throws -> Reply {
        try send(
            choices.count == 1
                ? UserMessage(choice: choices[0], channel: channel, fingerprint: count + 1)
                : UserMessage(choices: choices, channel: channel, fingerprint: count + 1))
    }

    private mutating func send(_ question: UserMessage) throws -> Reply {
        count += 1
        let turn = try #require(
            engine.reply(to: question, in: conversation, now: RecordTime(milliseconds: Int64(count) * 1000)))
        conversation = turn.conversation ?? Conversation()
        return try #require(turn.reply)
    }

    /// The simplest answer to a question.
    @discardableResult
    mutating func answer(_ question: Question) throws -> Reply {
        switch question.type {
        case .evidence: try say("aucune")
        case _ where !question.validation.required && question.choices.isEmpty && question.type != .yesNo:
            try pick("questionnaire.skip")
        case .yesNo: try pick("yes")
        case .singleChoice, .multiChoice: try pick(question.choices[0].id)
        case .number, .percentage: try say("12")
        case .date: try say("2026-05-01")
        case .text: try say("Atelier Boréal, meubles remis à neuf pour les villes")
        }
    }

    /// Begins a form and answers its questions until one of them is open.
    @discardableResult
    mutating func goOn(to id: String, form: String = "supplier-short") throws -> Reply {
        var reply = try pick("questionnaire.start questionnaire=\(form)")
        while let question = reply.questionnaire?.question, question.id != id { reply = try answer(question) }
        try #require(reply.questionnaire?.question?.id == id)
        return reply
    }
}
