/// Words and phrases that have the same part, as folded words.
struct WordSet: Sendable {
    /// Each as its words, in the order of the content.
    let phrases: [[String]]
    /// The same with spaces between words.
    private let texts: Set<String>

    init(_ phrases: [[String]]) {
        self.phrases = phrases
        texts = Set(phrases.map { $0.joined(separator: " ") })
    }

    /// Whether a word, or a text of words with spaces between, is one of them.
    func contains(_ text: String) -> Bool { texts.contains(text) }

    /// Whether one of them stands somewhere in a text of words with spaces between.
    func isWithin(_ text: String) -> Bool {
        let text = " \(text) "
        return phrases.contains { text.contains(" \($0.joined(separator: " ")) ") }
    }

    /// The words of the first of them that a text of words begins with.
    func opening(_ words: some Collection<String>) -> [String]? { phrases.first { words.starts(with: $0) } }

    /// Whether a text of words begins with one of them.
    func begins(_ words: some Collection<String>) -> Bool { opening(words) != nil }

    /// Whether one of them stands among tokens from a place on.
    func begins(_ tokens: some Collection<AnswerToken>) -> Bool { phrases.contains { tokens.begins(with: $0) } }

    /// Whether tokens end with one of them.
    func ends(_ tokens: some BidirectionalCollection<AnswerToken>) -> Bool {
        phrases.contains { tokens.suffix($0.count).begins(with: $0) }
    }

    func union(_ other: WordSet) -> WordSet { WordSet(phrases + other.phrases) }

    func subtracting(_ other: WordSet) -> WordSet { WordSet(phrases.filter { !other.phrases.contains($0) }) }
}
