import Knowledge
import Text

/// A word, a number or a mark of an answer, folded.
struct AnswerToken: Hashable {
    enum Kind { case word, number, mark }

    var kind: Kind
    /// Lower-case letters without accents, digits, or one mark.
    var text: String
    /// Whether nothing stands between it and the token before.
    var isGlued: Bool
    /// What was written since the token before, up to the end of this one.
    var written: String

    func isMark(_ marks: String) -> Bool {
        guard kind == .mark else { return false }
        // Nearly every mark is one byte.
        return text.utf8.count == 1 ? marks.utf8.contains(text.utf8.first!) : marks.contains(text)
    }
}

extension [AnswerToken] {
    /// The tokens as they were written, fit to be shown again.
    var written: String { CleanText.line(map(\.written).joined()).trimmed }

    /// Where each of ``wordsOfNames`` stands among the tokens.
    var placesOfNames: [Int] { indices.filter { self[$0].kind != .mark || self[$0].text == "+" } }

    /// The words and numbers, without the marks.
    var words: [String] { filter { $0.kind != .mark }.map(\.text) }

    /// The same with `+` as the word « plus »: it is part of names, « ECO+ ».
    var wordsOfNames: [String] {
        filter { $0.kind != .mark || $0.text == "+" }.map { $0.text == "+" ? "plus" : $0.text }
    }
}

extension Collection<AnswerToken> {
    /// Whether the first tokens are the words of a phrase.
    func begins(with phrase: [String]) -> Bool {
        count >= phrase.count && zip(self, phrase).allSatisfy { $0.text == $1 }
    }
}
