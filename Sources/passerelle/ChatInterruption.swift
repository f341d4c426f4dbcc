import CEditLine
import Contract
import Dialogue
import Foundation
import Knowledge
import Synchronization
import Text

/// What Ctrl-C does in a chat: while a questionnaire is open the first one warns, and the next one leaves.
final class ChatInterruption: Sendable {
    private struct State {
        var language: Language
        var isOpen = false
        var hasAsked = false
        var isWarned = false
        var isReading = false
    }

    private let state: Mutex<State>
    private let words: @Sendable (Language) -> TerminalWords
    private let kept: KeptChat

    init(language: Language, words: @escaping @Sendable (Language) -> TerminalWords, kept: KeptChat) {
        state = Mutex(State(language: language))
        self.words = words
        self.kept = kept
    }

    /// The language of the conversation.
    var language: Language { state.withLock(\.language) }
    /// Whether a questionnaire is open.
    var isOpen: Bool { state.withLock(\.isOpen) }

    func note(_ reply: ReplyMessage) {
        state.withLock { state in
            state.language = reply.language
            state.hasAsked = reply.outcome != "forgotten"
            state.isWarned = false
            if reply.outcome == "forgotten" {
                state.isOpen = false
            } else if reply.questionnaire != nil {
                state.isOpen = reply.hasOpenQuestionnaire
            }
        }
    }

    /// Says whether a line is being read.
    func reads(_ isReading: Bool) { state.withLock { $0.isReading = isReading } }

    /// From here on signals come here.
    func watch() {
        let wishes = StopSignals.inOrder()
        Task.detached { [self] in
            for await wish in wishes {
                guard wish == SIGINT, warns() else { break }
                let words = words(language)
                TerminalChat.print("\n\n" + (kept.command == nil ? words.interruptedUnkept : words.interrupted) + "\n")
                // The thread that reads waits for a key meanwhile, and does not draw.
                if state.withLock(\.isReading) { rl_forced_update_display() }
            }
            TerminalChat.print("\n")
            sayFarewell()
            StopSignals.leave()
        }
    }

    private func warns() -> Bool {
        state.withLock { state in
            defer { state.isWarned = true }
            return state.isOpen && !state.isWarned
        }
    }

    /// Says goodbye, with the command that goes on.
    func sayFarewell() {
        let state = state.withLock(\.self)
        let words = words(state.language)
        TerminalChat.print("\n" + words.bye)
        guard state.hasAsked, let command = kept.command else { return }
        TerminalChat.print("\n" + words.continuing, command: command)
    }
}
