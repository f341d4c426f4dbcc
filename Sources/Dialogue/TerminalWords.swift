import Knowledge
public import Text

/// What a chat in a terminal says around the replies.
public struct TerminalWords: Sendable, Hashable {
    public let welcome: String
    public let prompt: String
    public let bye: String
    public let sources: String
    public let suggestions: String
    /// After the first Ctrl-C while a questionnaire is open.
    public let interrupted: String
    /// The same where nothing is kept.
    public let interruptedUnkept: String
    /// Above the command that goes on with the conversation.
    public let continuing: String
    /// When a conversation goes on.
    public let continued: String
    /// Above the command that goes on with a questionnaire that was left open.
    public let leftOpen: String
    /// When the conversation to go on with is not kept here.
    public let unknownConversation: String
}

extension DialogueEngine {
    /// What a chat in a terminal says around the replies, in a language.
    public func terminalWords(in language: Language) -> TerminalWords {
        func phrase(_ phrase: Phrase) -> String {
            let text = catalog.phrase(phrase, in: language)
            return language == .fr ? FrenchTypography.apply(to: text) : text
        }
        return TerminalWords(
            welcome: phrase(.chatWelcome), prompt: phrase(.chatPrompt), bye: phrase(.chatBye),
            sources: phrase(.chatSources), suggestions: phrase(.chatSuggestions),
            interrupted: phrase(.chatInterrupted), interruptedUnkept: phrase(.chatInterruptedUnkept),
            continuing: phrase(.chatContinue), continued: phrase(.chatContinued), leftOpen: phrase(.chatLeftOpen),
            unknownConversation: phrase(.chatUnknownConversation))
    }
}
