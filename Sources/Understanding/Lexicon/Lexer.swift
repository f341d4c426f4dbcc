import Knowledge
import Text

/// Turns a text into tokens with the help of a vocabulary: writes abbreviations out, supplies missing apostrophes,
/// joins and parts words, repairs typing errors.
///
/// What it changes it changes the same way in the content's own phrases, so that a phrase is found however a
/// person happens to spell it.
struct Lexer: Sendable {
    private let vocabulary: Vocabulary
    private let repair: SpellingRepair

    init(vocabulary: Vocabulary) {
        self.vocabulary = vocabulary
        repair = SpellingRepair(vocabulary: vocabulary)
    }

    /// The most words of one text that are repaired: what has more is not a text with errors, and repairs cost the most.
    private static let mostRepairs = 40

    func tokens(of text: String) -> [Token] {
        let folded = FoldedText(text)
        var output = Output(text: folded, ids: folded.pieces.map { vocabulary.id(of: folded[$0]) })
        output.tokens.reserveCapacity(folded.pieces.count + 2)
        var index = 0
        while index < folded.pieces.count {
            let (first, piece) = (output.tokens.count, folded.pieces[index])
            if index + 1 < folded.pieces.count, join(at: index, &output) {
                index += 2
            } else {
                append(index, to: &output)
                index += 1
            }
            guard first < output.tokens.count else { continue }
            output.tokens[first].isAfterElidedL = piece.isAfterElidedL
            output.tokens[output.tokens.count - 1].end = folded.pieces[index - 1].end
        }
        return output.tokens
    }

    /// What has been read so far of a text.
    private struct Output {
        let text: FoldedText
        /// The number of each piece in the vocabulary, or -1.
        let ids: [Int32]
        var tokens: [Token] = []
        var repairs = 0
    }

    /// *auto déclaration* and *auto-déclaration* are the word *autodéclaration* when only that is in the vocabulary.
    private func join(at index: Int, _ output: inout Output) -> Bool {
        let (first, second) = (output.text.pieces[index], output.text.pieces[index + 1])
        guard first.bytes.count > 1, second.bytes.count > 2,
            first.bytes.count + second.bytes.count <= FoldedText.longestWord,
            first.hyphenated || output.ids[index] < 0 || output.ids[index + 1] < 0
        else { return false }
        let joined = vocabulary.id(of: output.text[first], followedBy: output.text[second])
        guard joined >= 0 else { return false }
        output.tokens.append(known(joined, first.range.lowerBound..<second.range.upperBound, nil))
        return true
    }

    private func append(_ index: Int, to output: inout Output) {
        let piece = output.text.pieces[index]
        let word = output.text[piece]
        let id = output.ids[index]
        func typed() -> String { String(decoding: word, as: UTF8.self) }
        if let expansion = vocabulary.expansion(of: word) {
            for part in expansion { output.tokens.append(known(part, piece.range, typed())) }
        } else if id >= 0 {
            output.tokens.append(known(id, piece.range, nil))
        } else {
            appendUnlisted(word, piece.range, &output)
        }
    }

    /// A word that the content does not use as it stands.
    private func appendUnlisted(_ word: ArraySlice<UInt8>, _ range: Range<Int>, _ output: inout Output) {
        func typed() -> String { String(decoding: word, as: UTF8.self) }
        let stem = vocabulary.stem(of: word)
        if stem < 0, !vocabulary.isEveryday(word) {
            if let id = withoutElision(word) { return output.tokens.append(known(id, range, typed())) }
            if let (first, second) = parted(word) {
                output.tokens.append(known(first, range, typed()))
                return output.tokens.append(known(second, range, typed()))
            }
            if output.repairs < Self.mostRepairs {
                output.repairs += 1
                if let id = repair.repair(word) { return output.tokens.append(known(id, range, typed())) }
            }
        }
        output.tokens.append(Token(word: typed(), range: range, stem: stem))
    }

    private func known(_ id: Int32, _ range: Range<Int>, _ typed: String?) -> Token {
        Token(word: vocabulary.text(of: id), range: range, repairedFrom: typed, stem: vocabulary.stem(of: id))
    }

    /// *lentreprise* is *entreprise*, *doffres* is *offres*.
    private func withoutElision(_ word: ArraySlice<UInt8>) -> Int32? {
        for prefix in Self.elisions where word.count > prefix.count + 2 && word.starts(with: prefix) {
            let rest = word.dropFirst(prefix.count)
            guard let first = rest.first, Self.vowels.contains(first) else { continue }
            let id = vocabulary.id(of: rest)
            if id >= 0 { return id }
        }
        return nil
    }

    /// *appeldoffres* stays as it is, *fichierfournisseur* is two words of the vocabulary of five letters or more.
    private func parted(_ word: ArraySlice<UInt8>) -> (first: Int32, second: Int32)? {
        guard word.count >= 10 else { return nil }
        for cut in 5...(word.count - 5) {
            let first = vocabulary.id(of: word.prefix(cut))
            guard first >= 0 else { continue }
            let second = vocabulary.id(of: word.dropFirst(cut))
            if second >= 0 { return (first, second) }
        }
        return nil
    }

    private static let vowels = Array("aeiouyh".utf8)
    private static let elisions: [[UInt8]] = ["qu", "l", "d", "j", "m", "t", "s", "c", "n"].map { Array($0.utf8) }
}
