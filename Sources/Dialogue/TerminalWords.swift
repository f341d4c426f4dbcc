public import Knowledge

/// What a chat in a terminal says around the replies.
public struct TerminalWords: Sendable, Hashable {
    public let welcome: String
    public let prompt: String
    public let bye: String
    public let sources: String
    public let suggestions: String
}

extension DialogueEngine {
    /// What a chat in a terminal says around the replies, in a language.
    public func terminalWords(in language: Language) -> TerminalWords {
        func phrase(_ phrase: Phrase) -> String { catalog.phrase(phrase, in: language) }
        return TerminalWords(
            welcome: phrase(.chatWelcome), prompt: phrase(.chatPrompt), bye: phrase(.chatBye),
            sources: phrase(.chatSources),
            suggestions: phrase(.chatSuggestions))
    }
}
