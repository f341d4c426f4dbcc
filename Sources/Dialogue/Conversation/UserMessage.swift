public import Knowledge
public import Text

/// What a person sent.
public struct UserMessage: Sendable, Hashable {
    /// What the person wrote; `nil` when they picked something instead.
    public var text: String?
    /// What the person wrote as an answer to the open question, whatever it says: for those who send it to be sure of that.
    public var answer: String?
    /// The id of the suggestion or choice that they picked.
    public var choice: String?
    /// The ids of all they picked, for a question with several choices.
    public var choices: [String]?
    /// The language to answer in, when the sender knows it.
    public var language: Language?
    /// Who asks, when the sender knows it.
    public var audience: Actor?
    /// The name of the channel, for insights.
    public var channel: String?
    /// Whether the reply shall say why the text was understood as it was.
    public var explain: Bool
    /// What tells the question from every other of the conversation: a duplicate has the same.
    public var fingerprint: UInt64

    /// The longest text that is taken, in Unicode scalars.
    public static let longestText = 4000
    /// The longest choice that is taken, in bytes of UTF-8: every choice that is offered is shorter.
    public static let longestChoice = 2048
    /// The most choices that are taken together.
    public static let mostChoices = 100

    public init(
        text: String? = nil, answer: String? = nil, choice: String? = nil, choices: [String]? = nil,
        language: Language? = nil,
        audience: Actor? = nil, channel: String? = nil, explain: Bool = false, fingerprint: UInt64
    ) {
        self.text = text
        self.answer = answer
        self.choice = choice
        self.choices = choices
        self.language = language
        self.audience = audience
        self.channel = channel
        self.explain = explain
        self.fingerprint = fingerprint
    }
}

extension UserMessage {
    /// What of a question is longer than is taken.
    enum Excess: Hashable {
        case text, choice
    }

    /// What of the question is over its bound, if anything is; found without reading what is.
    var excess: Excess? {
        for text in [text, answer].compactMap(\.self)
        where text.utf8.count > 4 * Self.longestText || text.unicodeScalars.count > Self.longestText {
            return .text
        }
        let picked = (choices ?? []).prefix(Self.mostChoices + 1) + [choice].compactMap(\.self)
        let isOver = choices.map { $0.count > Self.mostChoices } ?? false
        return isOver || picked.contains { $0.utf8.count > Self.longestChoice } ? .choice : nil
    }

    /// The question without what was written or picked.
    var withoutContent: UserMessage {
        var question = self
        (question.text, question.answer, question.choice, question.choices) = (nil, nil, nil, nil)
        return question
    }
}
