import ArgumentParser
import Foundation
import Text

/// The language in which commands speak to who runs them: help, errors, headings. What `--language` says, else what the locale of
/// the terminal says, else English.
enum OutputLanguage {
    /// The language of this process.
    static let current = chosen(CommandLine.arguments, ProcessInfo.processInfo.environment)

    /// The language that arguments and an environment choose. Help is asked for before arguments are read as such: what stands
    /// behind `--language` counts wherever it stands.
    static func chosen(_ arguments: [String], _ environment: [String: String]) -> Language {
        let option = "--language"
        for (place, argument) in arguments.enumerated() {
            let value = argument == option ? arguments.dropFirst(place + 1).first : argument.value(of: option)
            if let language = value.flatMap(Language.init) { return language }
        }
        return locale(in: environment).hasPrefix("fr") ? .fr : .en
    }

    /// The locale of messages, by the order of POSIX: empty where none is set.
    static func locale(in environment: [String: String]) -> String {
        ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty } ?? ""
    }
}

extension String {
    /// A text in the language of this process.
    static func translated(_ text: TranslatableText) -> String { text.text(in: OutputLanguage.current) }

    /// What stands behind `option=`, if the text begins so.
    fileprivate func value(of option: String) -> String? {
        hasPrefix(option + "=") ? String(dropFirst(option.count + 1)) : nil
    }
}

extension ArgumentHelp? {
    /// A text of help in the language of this process.
    static func translated(_ text: TranslatableText) -> ArgumentHelp? { ArgumentHelp(String.translated(text)) }
}

/// `--language` for commands whose documents are the same in both languages.
struct LanguageOptions: ParsableArguments {
    @Option(name: .long, help: .translated("The language of what is printed: fr or en. As LANG says if left out."))
    var language: Language?
}
