public import Knowledge

/// What a person sent.
public struct Question: Sendable, Hashable {
    /// What the person wrote; `nil` when they picked something instead.
    public var text: String?
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

    public init(
        text: String? = nil, choice: String? = nil, choices: [String]? = nil, language: Language? = nil,
        audience: Actor? = nil, channel: String? = nil, explain: Bool = false, fingerprint: UInt64
    ) {
        self.text = text
        self.choice = choice
        self.choices = choices
        self.language = language
        self.audience = audience
        self.channel = channel
        self.explain = explain
        self.fingerprint = fingerprint
    }
}
