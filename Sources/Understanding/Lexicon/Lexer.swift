/// Turns a text into tokens with the help of a vocabulary: writes abbreviations out, supplies missing apostrophes,
/// joins and parts words, repairs typing errors.
///
/// What it changes it changes the same way in the content's own phrases, so that a phrase is found however a
/// person happens to spell it.
struct Lexer: Sendable {
    private let abbreviations: [[UInt8]: [[UInt8]]]
    private let vocabulary: Set<[UInt8]>
    private let repair: SpellingRepair?

    /// - Parameters:
    ///   - abbreviations: what stands for longer words, in folded words (`cb` for `combien`, `chu` for `je suis`).
    ///   - vocabulary: the folded words of the content with how often each is used; empty while the vocabulary is
    ///     being collected, and then nothing is repaired.
    init(abbreviations: [[UInt8]: [[UInt8]]], vocabulary: [[UInt8]: Int]) {
        self.abbreviations = abbreviations
        self.vocabulary = Set(vocabulary.keys)
        self.repair = vocabulary.isEmpty ? nil : SpellingRepair(vocabulary: vocabulary)
    }

    func tokens(of text: String) -> [Token] {
        var tokens: [Token] = []
        let pieces = Tokenizer.pieces(of: text)
        var index = 0
        while index < pieces.count {
            let piece = pieces[index]
            if index + 1 < pieces.count, let joined = join(piece, pieces[index + 1]) {
                tokens.append(joined)
                index += 2
                continue
            }
            append(piece, to: &tokens)
            index += 1
        }
        return tokens
    }

    /// *auto déclaration* and *auto-déclaration* are the word *autodéclaration* when only that is in the vocabulary.
    private func join(_ first: Tokenizer.Piece, _ second: Tokenizer.Piece) -> Token? {
        guard first.word.count > 1, second.word.count > 2, first.word.count + second.word.count <= Tokenizer.longestWord
        else { return nil }
        let joined = first.word + second.word
        guard vocabulary.contains(joined) else { return nil }
        guard first.hyphenated || !(vocabulary.contains(first.word) && vocabulary.contains(second.word)) else {
            return nil
        }
        return Token(word: joined, range: first.range.lowerBound..<second.range.upperBound)
    }

    private func append(_ piece: Tokenizer.Piece, to tokens: inout [Token]) {
        func add(_ word: [UInt8], repaired: Bool) {
            let original = repaired ? String(decoding: piece.word, as: UTF8.self) : nil
            tokens.append(Token(word: word, range: piece.range, repairedFrom: original))
        }
        if let expansion = abbreviations[piece.word] {
            for word in expansion { add(word, repaired: true) }
        } else if vocabulary.isEmpty || vocabulary.contains(piece.word) {
            add(piece.word, repaired: false)
        } else if let word = withoutElision(piece.word) {
            add(word, repaired: true)
        } else if isInflected(piece.word) {
            add(piece.word, repaired: false)
        } else if let (first, second) = parted(piece.word) {
            add(first, repaired: true)
            add(second, repaired: true)
        } else if let word = repair?.repair(piece.word) {
            add(word, repaired: true)
        } else {
            add(piece.word, repaired: false)
        }
    }

    /// *lentreprise* is *entreprise*, *doffres* is *offres*.
    private func withoutElision(_ word: [UInt8]) -> [UInt8]? {
        for prefix in Self.elisions where word.count > prefix.count + 2 && word.starts(with: prefix) {
            let rest = Array(word.dropFirst(prefix.count))
            if Self.beginsWithVowel(rest), vocabulary.contains(rest) { return rest }
        }
        return nil
    }

    /// Another inflexion of a word of the vocabulary is not an error.
    private func isInflected(_ word: [UInt8]) -> Bool {
        for ending in Self.inflexions {
            if vocabulary.contains(word + ending) { return true }
            if word.count > ending.count + 3, word.suffix(ending.count).elementsEqual(ending),
                vocabulary.contains(Array(word.dropLast(ending.count)))
            {
                return true
            }
        }
        return false
    }

    /// *appeldoffres* stays as it is, *fichierfournisseur* is two words of the vocabulary of five letters or more.
    private func parted(_ word: [UInt8]) -> (first: [UInt8], second: [UInt8])? {
        guard word.count >= 10 else { return nil }
        for cut in 5...(word.count - 5) {
            let first = Array(word[..<cut])
            guard vocabulary.contains(first) else { continue }
            let second = Array(word[cut...])
            if vocabulary.contains(second) { return (first, second) }
        }
        return nil
    }

    private static func beginsWithVowel(_ word: [UInt8]) -> Bool {
        word.first.map { "aeiouyh".utf8.contains($0) } ?? false
    }

    private static let elisions: [[UInt8]] = ["qu", "l", "d", "j", "m", "t", "s", "c", "n"].map { Array($0.utf8) }
    private static let inflexions: [[UInt8]] = ["s", "es", "x", "e", "ed", "ing", "er", "ez", "ent", "ly"].map {
        Array($0.utf8)
    }
}
