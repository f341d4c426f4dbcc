import CEditLine
import Dialogue
import Foundation
import Knowledge
import Messages

/// The screen and keyboard of a chat.
struct TerminalChat {
    /// What is said around the replies, by language.
    let words: (Language) -> TerminalWords

    private var isInteractive: Bool { isatty(STDIN_FILENO) != 0 && isatty(STDOUT_FILENO) != 0 }
    private var isColourful: Bool {
        isatty(STDOUT_FILENO) != 0 && (ProcessInfo.processInfo.environment["NO_COLOR"] ?? "").isEmpty
    }

    /// Reads questions and shows replies until there are no more questions.
    func run(_ answer: (ClientQuestion) async throws -> ClientReply?) async throws {
        var language = Self.languageOfTheTerminal
        if isInteractive {
            setlocale(LC_CTYPE, "")
            StandardOutput.print(words(language).welcome + "\n")
        }
        while let line = await nextLine(words(language).prompt) {
            let text = line.trimmingCharacters(in: .whitespaces)
            guard !text.isEmpty else { continue }
            guard let reply = try await answer(ClientQuestion(text: text, channel: "terminal")) else { continue }
            language = reply.language
            show(reply)
            if isInteractive, Self.farewells.contains(text.lowercased()) { return }
        }
        if isInteractive { StandardOutput.print("\n" + words(language).bye) }
    }

    /// Words after which the chat itself ends.
    private static let farewells: Set<String> = ["au revoir", "bye", "goodbye", "quit", "exit", "quitter", "ciao"]

    private static var languageOfTheTerminal: Language {
        let environment = ProcessInfo.processInfo.environment
        let locale = environment["LC_ALL"] ?? environment["LC_MESSAGES"] ?? environment["LANG"] ?? ""
        return locale.hasPrefix("en") ? .en : .fr
    }

    private func nextLine(_ prompt: String) async -> String? {
        let isInteractive = isInteractive
        // Reading blocks, and a thread of the shared pool must not.
        return await withCheckedContinuation { continuation in
            Thread.detachNewThread {
                guard isInteractive else { return continuation.resume(returning: readLine()) }
                guard let line = readline(prompt) else { return continuation.resume(returning: nil) }
                defer { free(line) }
                add_history(line)
                continuation.resume(returning: String(cString: line))
            }
        }
    }

    private func show(_ reply: ClientReply) {
        let words = words(reply.language)
        StandardOutput.print("\n" + reply.text)
        if isInteractive {
            let sources = reply.references.compactMap { reference in reference.url.map { "\(reference.title): \($0)" } }
            if !sources.isEmpty {
                StandardOutput.print(
                    "\n\(words.sources)\n" + sources.prefix(5).map { "  \($0)" }.joined(separator: "\n"),
                    in: isColourful ? .dim : .plain)
            }
            if !reply.suggestions.isEmpty {
                let lines = reply.suggestions.enumerated().map { "  \($0.offset + 1). \($0.element.title)" }
                StandardOutput.print(
                    "\n\(words.suggestions)\n" + lines.joined(separator: "\n"), in: isColourful ? .coloured : .plain)
            }
        }
        StandardOutput.print("")
    }
}
