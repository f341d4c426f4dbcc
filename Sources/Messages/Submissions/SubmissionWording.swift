import Knowledge
import Questionnaires
import Text

/// How reports and comparisons are worded in a language.
struct SubmissionWording {
    let language: Language
    let vocabulary: Vocabulary

    subscript(word: SubmissionWord) -> String { plain(vocabulary.text(word, in: language)) }

    var colon: String { language == .fr ? "\u{A0}: " : ": " }

    /// A text with the non-breaking spaces that French wants before a colon and a per cent sign and inside « ».
    func plain(_ text: String) -> String {
        guard language == .fr else { return text }
        var scalars = Array(text.unicodeScalars)
        for place in scalars.indices where scalars[place] == " " {
            let next = place + 1 < scalars.count ? scalars[place + 1] : " "
            let opens = place > 0 && scalars[place - 1] == "«"
            if opens || next == ":" || next == "%" || next == "»" { scalars[place] = "\u{A0}" }
        }
        return String(String.UnicodeScalarView(scalars))
    }

    func plain(_ text: LocalizedText) -> String { plain(text[language]) }

    /// The same as markup.
    func markup(_ word: SubmissionWord) -> String { Markup.escaped(self[word]) }
    func markup(_ text: LocalizedText) -> String { Markup.escaped(plain(text)) }
    func markup(_ text: String) -> String { Markup.escaped(plain(text)) }

    /// What a person wrote: nothing that could reorder or hide the text around it.
    func quoted(_ text: String) -> String {
        CleanText.lines(text).split(separator: "\n").map { Markup.escaped(String($0)) }.joined(separator: "<br/>")
    }

    func percent(_ number: Int) -> String { language == .fr ? "\(number)\u{A0}%" : "\(number)%" }

    /// A number of tenths, with one decimal where it is not whole.
    func tenths(_ tenths: Int) -> String {
        let rest = tenths % 10
        return rest == 0 ? "\(tenths / 10)" : "\(tenths / 10)\(language == .fr ? "," : ".")\(rest)"
    }

    /// A number of at least 0 with its digits by threes.
    func grouped(_ number: Int) -> String {
        guard number >= 1000 else { return String(number) }
        let rest = String(number % 1000)
        let separator = language == .fr ? "\u{A0}" : ","
        return grouped(number / 1000) + separator + String(repeating: "0", count: 3 - rest.count) + rest
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
