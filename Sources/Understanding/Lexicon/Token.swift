import Text

/// A word of a text, folded, with its place in the original.
public struct Token: Sendable, Hashable {
    /// The word in lower-case ASCII (or as written, in a script that is not Latin), after repairs.
    public var word: String
    /// Where the word stands in the original text, in Unicode scalars.
    public var range: Range<Int>
    /// The word as it was before a typing error was repaired or an abbreviation written out; `nil` when it is as typed.
    public var repairedFrom: String?
    /// The number of the word's stem in the lexicon; -1 for a word that nothing in the content uses.
    package var stem: Int32

    /// Whether nothing in the content uses the word.
    package var isUnknown: Bool { stem < 0 }

    /// Whether `l'` stood before the word: an article, or a pronoun.
    package var isAfterElidedL = false

    /// What ends with the word.
    var end = FoldedText.End.nothing

    package init(word: String, range: Range<Int>, repairedFrom: String? = nil, stem: Int32) {
        self.word = word
        self.range = range
        self.repairedFrom = repairedFrom
        self.stem = stem
    }

    /// The word as bytes.
    package var letters: String.UTF8View { word.utf8 }
}
