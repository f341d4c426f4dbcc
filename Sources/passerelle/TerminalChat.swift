import CEditLine
import Contract
import Dialogue
import Foundation
import Knowledge
import Rendering
import Synchronization
import Text

/// The screen and keyboard of a chat.
struct TerminalChat {
    /// What is said around the replies, by language.
    let words: @Sendable (Language) -> TerminalWords
    let kept: KeptChat

    private var isInteractive: Bool { isatty(STDIN_FILENO) != 0 && isatty(STDOUT_FILENO) != 0 }
    private var isColourful: Bool {
        isatty(STDOUT_FILENO) != 0 && (ProcessInfo.processInfo.environment["NO_COLOR"] ?? "").isEmpty
    }

    /// Reads questions and shows replies until there are no more questions.
    func run(_ answer: (ClientQuestion) async throws -> ReplyMessage?) async throws {
        let interruption = ChatInterruption(language: Self.languageOfTheTerminal, words: words, kept: kept)
        if isInteractive {
            // A locale that is not installed is no reason to lose accents.
            if setlocale(LC_CTYPE, "") == nil { setlocale(LC_CTYPE, "C.UTF-8") }
            line_editor_leave_signals()
            interruption.watch()
            greet()
        }
        var screen = TerminalScreen()
        while let line = await nextLine(words(interruption.language).prompt, interruption) {
            let text = line.trimmingCharacters(in: .whitespaces)
            guard !text.isEmpty else { continue }
            let question = isInteractive ? screen.question(for: text, channel: Self.channel) : asked(text)
            guard let reply = try await answer(question) else { continue }
            interruption.note(reply)
            if isInteractive { kept.note(reply, isOpen: interruption.isOpen) }
            show(reply, on: &screen)
            if isInteractive, Self.farewells.contains(text.lowercased()) { break }
        }
        if isInteractive { interruption.sayFarewell() }
    }

    private static let channel = "terminal"

    private func asked(_ text: String) -> ClientQuestion { ClientQuestion(text: text, channel: Self.channel) }

    /// Words after which the chat itself ends.
    private static let farewells: Set<String> = ["au revoir", "bye", "goodbye", "quit", "exit", "quitter", "ciao"]

    private static var languageOfTheTerminal: Language {
        OutputLanguage.locale(in: ProcessInfo.processInfo.environment).hasPrefix("en") ? .en : .fr
    }

    private func greet() {
        let words = words(Self.languageOfTheTerminal)
        Self.print(words.welcome)
        switch kept.beginning {
        case .new: break
        case .continued: Self.print("\n" + words.continued)
        case .unknown: Self.print("\n" + words.unknownConversation)
        case .leftOpen(let command): Self.print("\n" + words.leftOpen, command: command)
        }
        Self.print("")
    }

    private func nextLine(_ prompt: String, _ interruption: ChatInterruption) async -> String? {
        let isInteractive = isInteractive
        interruption.reads(true)
        defer { interruption.reads(false) }
        // Reading blocks, and a thread of the shared pool must not.
        return await withCheckedContinuation { continuation in
            Thread.detachNewThread {
                guard isInteractive else { return continuation.resume(returning: readLine()) }
                guard let line = readline(Self.readable(prompt)) else { return continuation.resume(returning: nil) }
                defer { free(line) }
                add_history(line)
                continuation.resume(returning: String(cString: line))
            }
        }
    }

    /// What `mbstowcs` says of bytes that are no text: `(size_t) -1`.
    private static let unreadable = Int(bitPattern: UInt.max)

    /// A prompt that the line editor can read: it ends the process on one that is no text in the locale.
    private static func readable(_ prompt: String) -> String {
        mbstowcs(nil, prompt, 0) == Self.unreadable ? String(prompt.map { $0.isASCII ? $0 : " " }) : prompt
    }

    private func show(_ reply: ReplyMessage, on screen: inout TerminalScreen) {
        let words = words(reply.language)
        guard isInteractive else { return StandardOutput.print("\n\(reply.text)\n") }
        for block in screen.blocks(of: reply, .init(sources: words.sources, suggestions: words.suggestions)) {
            let style: StandardOutput.Style =
                switch block.kind {
                case .text: .plain
                case .sources: isColourful ? .dim : .plain
                case .suggestions: isColourful ? .coloured : .plain
                }
            Self.print("\n" + block.text, in: style)
        }
        StandardOutput.print("")
    }

    /// Prints lines as wide as the terminal.
    static func print(_ text: String, in style: StandardOutput.Style = .plain) {
        StandardOutput.print(TerminalText.wrapped(text, to: columns), in: style)
    }

    /// Prints lines, and a command below them, which is never broken.
    static func print(_ text: String, command: String) {
        print(text)
        StandardOutput.print("  " + command)
    }

    /// How many cells a line has: as the environment says, else the terminal, else 80.
    private static var columns: Int {
        if let said = ProcessInfo.processInfo.environment["COLUMNS"].flatMap(Int.init), said > 0 { return said }
        var size = winsize()
        guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
        return Int(size.ws_col)
    }
}
