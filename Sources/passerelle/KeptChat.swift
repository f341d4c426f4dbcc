import Contract
import Foundation
import Text

/// The conversation of a chat, so that another chat can go on with it: what it is called, and what is kept of it in
/// `.passerelle/` of the working folder.
struct KeptChat: Sendable {
    /// How the conversation begins.
    enum Beginning: Sendable, Hashable {
        case new
        /// It goes on.
        case continued
        /// It was to go on, and is not there.
        case unknown
        /// It is new, and another was left with an open questionnaire, which this command goes on with.
        case leftOpen(command: String)
    }

    let conversation: String
    let beginning: Beginning
    /// The command that goes on with the conversation; none where nothing is kept.
    let command: String?

    private static let folder = URL(filePath: ".passerelle", directoryHint: .isDirectory)
    private static let states = folder.appending(path: "conversations", directoryHint: .isDirectory)
    private static let leftOpen = folder.appending(path: "open-questionnaire")

    /// - Parameters:
    ///   - wanted: The conversation to go on with; a new one if left out.
    ///   - isKept: Whether the conversation is there after the chat.
    ///   - isKnown: Whether a conversation of a name is there; `nil` where that is not known before it is asked.
    init(wanted: String?, isKept: Bool, isKnown: (String) -> Bool? = { _ in nil }) {
        conversation = wanted ?? UUID().uuidString.lowercased()
        command = isKept ? Self.command(CommandLine.arguments, conversation: conversation) : nil
        if let wanted {
            beginning = isKnown(wanted) == false ? .unknown : .continued
        } else if let command = try? String(contentsOf: Self.leftOpen, encoding: .utf8), !command.isEmpty {
            beginning = .leftOpen(command: command)
        } else {
            beginning = .new
        }
    }

    /// Notes whether a questionnaire is left open, so that the next chat can say how to go on with it.
    func note(_ reply: ReplyMessage, isOpen: Bool) {
        if isOpen, let command {
            Self.write(Data(command.utf8), to: Self.leftOpen)
        } else if (try? String(contentsOf: Self.leftOpen, encoding: .utf8)) == command {
            try? FileManager.default.removeItem(at: Self.leftOpen)
        }
    }

    // MARK: - The state of a conversation without Kafka

    /// The state of a conversation; nothing for one that is not kept here.
    static func state(of conversation: String) -> [UInt8]? {
        (try? Data(contentsOf: file(of: conversation))).map { [UInt8]($0) }
    }

    /// Keeps the state of the conversation, or erases it.
    func keep(_ state: [UInt8]?) {
        let file = Self.file(of: conversation)
        guard let state else {
            try? FileManager.default.removeItem(at: file)
            return
        }
        Self.write(Data(state), to: file)
    }

    /// Erases the states that nothing was written to for a lifetime.
    static func erase(olderThan lifetime: TimeInterval) {
        let files = try? FileManager.default.contentsOfDirectory(
            at: states, includingPropertiesForKeys: [.contentModificationDateKey])
        for file in files ?? [] {
            let values = try? file.resourceValues(forKeys: [.contentModificationDateKey])
            guard let date = values?.contentModificationDate, -date.timeIntervalSinceNow > lifetime else { continue }
            try? FileManager.default.removeItem(at: file)
        }
    }

    /// The longest name of a conversation, in bytes: a record's key has no more, and with its escapes it still names a file.
    static let longestName = 80

    private static func file(of conversation: String) -> URL {
        let allowed = CharacterSet(charactersIn: "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_")
        let name = conversation.addingPercentEncoding(withAllowedCharacters: allowed) ?? ""
        return states.appending(path: name + ".json")
    }

    /// Writes a file that only its owner reads. The chat goes on where that fails, and says that nothing is kept.
    private static func write(_ data: Data, to file: URL) {
        do {
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700])
            try data.write(to: file, options: .atomic)
            try FileManager.default.setAttributes(
                [.posixPermissions: 0o600], ofItemAtPath: file.path(percentEncoded: false))
        } catch {
            StandardError.print(
                "\(file.relativePath) cannot be written: this conversation is not kept. Check that you may write there."
            )
        }
    }

    /// The command of this process, as it goes on with a conversation.
    static func command(_ arguments: [String], conversation: String) -> String {
        var words: [String] = []
        var rest = arguments[...]
        while let word = rest.popFirst() {
            if word == "--conversation" {
                _ = rest.popFirst()
            } else if !word.hasPrefix("--conversation=") {
                words.append(word)
            }
        }
        return (words + ["--conversation", conversation]).map(quoted).joined(separator: " ")
    }

    /// A word as a shell of POSIX reads it.
    private static func quoted(_ word: String) -> String {
        let isPlain =
            !word.isEmpty
            && word.allSatisfy {
                ($0.isASCII && $0.isLetter) || ($0.isASCII && $0.isNumber) || "_@%+=:,./-".contains($0)
            }
        return isPlain ? word : "'" + word.replacing("'", with: "'\\''") + "'"
    }
}
