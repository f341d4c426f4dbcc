import Content
import Foundation
import Text

/// Results, each line as soon as it is there.
///
/// What is printed is clean, whoever wrote it: nothing in it can steer a terminal.
enum StandardOutput {
    /// How a text stands out on a terminal.
    enum Style: String {
        case plain = ""
        case dim = "\u{1B}[2m"
        case coloured = "\u{1B}[36m"
    }

    static func print(_ text: String, in style: Style = .plain) {
        let text = CleanText.lines(text)
        write(style == .plain ? text + "\n" : "\(style.rawValue)\(text)\u{1B}[0m\n")
    }

    /// Prints a value as JSON that people can read, its keys in order.
    static func print(json value: some Encodable) throws {
        let encoder = JSONEncoder()
        encoder.userInfo[ContentProblem.languageKey] = OutputLanguage.current
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        write(String(decoding: JSONText.clean(try encoder.encode(value)), as: UTF8.self) + "\n")
    }

    /// Writes a document of another format than lines, clean by its own rules, as it is.
    static func write(_ document: String) {
        FileHandle.standardOutput.write(Data(document.utf8))
    }
}

/// Lines for people, apart from results: clean as results are, and without the credentials of an address.
enum StandardError {
    static func print(_ text: TranslatableText) { print(verbatim: text.text(in: OutputLanguage.current)) }

    /// Prints a problem of the content.
    static func print(_ problem: ContentProblem) { print(verbatim: problem.text(in: OutputLanguage.current)) }

    /// Prints what is already in a language, or in none.
    static func print(verbatim text: String) {
        FileHandle.standardError.write(Data((Credentials.redacted(CleanText.lines(text)) + "\n").utf8))
    }
}
