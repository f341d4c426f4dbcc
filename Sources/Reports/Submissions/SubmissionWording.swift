import Knowledge
import Questionnaires
import Rendering
import Text

/// How reports and comparisons are worded in a language.
struct SubmissionWording {
    let language: Language
    let vocabulary: Vocabulary

    subscript(word: SubmissionWord) -> String { plain(vocabulary.text(word, in: language)) }

    var colon: String { language == .fr ? "\u{A0}: " : ": " }

    /// A text with the spaces of its language.
    func plain(_ text: String) -> String { language.typeset(text) }

    func plain(_ text: LocalizedText) -> String { plain(text[language]) }

    /// The same as markup.
    func markup(_ word: SubmissionWord) -> String { HTMLEscaping.escaped(self[word]) }
    func markup(_ text: LocalizedText) -> String { HTMLEscaping.escaped(plain(text)) }
    func markup(_ text: String) -> String { HTMLEscaping.escaped(plain(text)) }

    /// What a person wrote: nothing that could reorder or hide the text around it.
    func quoted(_ text: String) -> String {
        CleanText.lines(text).split(separator: "\n").map { HTMLEscaping.escaped(String($0)) }.joined(separator: "<br/>")
    }

    func percent(_ number: Int) -> String { language.percent(number) }

    /// A number of tenths, with one decimal where it is not whole.
    func tenths(_ tenths: Int) -> String {
        let rest = tenths % 10
        return rest == 0 ? "\(tenths / 10)" : "\(tenths / 10)\(language == .fr ? "," : ".")\(rest)"
    }

    /// What a level is called: its title says after a colon what it means.
    func name(of level: EvidenceLevel, in method: ScoringMethod) -> String {
        guard let title = method.levels[level]?[language] else { return level.rawValue }
        return title.prefix { $0 != ":" }.trimming()
    }

    func title(of part: Indicator, in method: ScoringMethod) -> String {
        method.titles[part].map(plain) ?? part.rawValue
    }
}

extension Substring {
    fileprivate func trimming() -> String {
        var text = self
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }
}
