/// A word of a text, folded, with its place in the original.
public struct Token: Sendable, Hashable {
    /// The word in lower-case ASCII (or as written, in a script that is not Latin), after repairs.
    public var word: String
    /// What inflected forms of the word share.
    public var stem: String
    /// Where the word stands in the original text, in Unicode scalars.
    public var range: Range<Int>
    /// The word as it was before a typing error was repaired or an abbreviation written out; `nil` when it is as typed.
    public var repairedFrom: String?

    init(word: [UInt8], range: Range<Int>, repairedFrom: String? = nil) {
        self.word = String(decoding: word, as: UTF8.self)
        self.stem = String(decoding: Stemmer.stem(word), as: UTF8.self)
        self.range = range
        self.repairedFrom = repairedFrom
    }
}
