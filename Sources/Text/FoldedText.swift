/// A text as lower-case ASCII words without accents, all in one buffer, with their places in the original.
package struct FoldedText {
    /// One word before repairs.
    package struct Piece {
        /// Where the word stands in ``FoldedText/bytes``.
        package var bytes: Range<Int>
        /// Where it stands in the original text, in Unicode scalars.
        package var range: Range<Int>
        /// Whether the word was parted from the next by a hyphen only.
        package var hyphenated = false
        /// Whether `l'` stood before it: an article, or a pronoun.
        package var isAfterElidedL = false
        /// What ends with the word.
        package var end = End.nothing
    }

    /// What can end with a word.
    package enum End: Sendable {
        case nothing, sentence, question
    }

    package private(set) var bytes: [UInt8] = []
    package private(set) var pieces: [Piece] = []

    /// The folded letters of a piece.
    package subscript(piece: Piece) -> ArraySlice<UInt8> { bytes[piece.bytes] }

    /// All words, each as bytes of its own.
    package var words: [[UInt8]] { pieces.map { Array(self[$0]) } }

    /// Folds a text, in time that grows linearly with it.
    package init(_ text: String) {
        var scanner = Scanner()
        scanner.bytes.reserveCapacity(text.utf8.count)
        scanner.pieces.reserveCapacity(text.utf8.count / 5 + 1)
        var index = 0
        for scalar in text.unicodeScalars {
            scanner.take(scalar, at: index)
            index += 1
        }
        scanner.endWord(at: index)
        bytes = scanner.bytes
        pieces = scanner.pieces
    }

    /// The longest run of letters that is still a word; what is longer is cut there, so that one endless word costs
    /// no more than many short ones.
    package static let longestWord = 40
}

/// Splits a text into folded words.
///
/// - Elided articles and pronouns (`l'`, `d'`, `qu'`, `jusqu'` …) are dropped, straight or curly apostrophe alike.
/// - English contractions lose their ending (`what's` is `what`), but `n't` stays with its verb (`don't` is `dont`).
/// - Hyphens separate; letters and digits separate (`ISO14001` is `iso 14001`); `+` is the word `plus`.
///
/// Time and memory grow linearly with the text.
private struct Scanner {
    var bytes: [UInt8] = []
    var pieces: [FoldedText.Piece] = []
    /// Where the word being read begins in `bytes`.
    private var wordStart = 0
    private var start = 0
    private var isNumber = false
    /// Set while the characters since an apostrophe may be the ending of an English contraction.
    private var afterApostrophe = false
    /// Whether the word being read follows `l'`.
    private var isAfterElidedL = false
    /// A full stop or a colon, which ends a sentence only if a space follows.
    private var mayEnd = false

    private var wordLength: Int { bytes.count - wordStart }
    private var word: ArraySlice<UInt8> { bytes[wordStart...] }

    mutating func take(_ scalar: Unicode.Scalar, at index: Int) {
        takeEnd(scalar, at: index)
        switch Folding.fold(scalar) {
        case .letters(let first, let second):
            begin(at: index, number: false)
            bytes.append(first)
            if second != 0 { bytes.append(second) }
        case .foreign:
            begin(at: index, number: false)
            bytes.append(contentsOf: UTF8.encode(scalar) ?? .init())
        case .digit(let digit):
            begin(at: index, number: true)
            bytes.append(digit)
        case .apostrophe:
            takeApostrophe(at: index)
        case .hyphen:
            let hadWord = wordLength > 0
            endWord(at: index)
            if hadWord, !pieces.isEmpty { pieces[pieces.count - 1].hyphenated = true }
        case .plus:
            endWord(at: index)
            bytes.append(contentsOf: "plus".utf8)
            addPiece(index..<(index + 1))
        case .nothing:
            break
        case .percent, .separator:
            endWord(at: index)
        }
    }

    /// Notes the end of a sentence or of a question at the last word.
    private mutating func takeEnd(_ scalar: Unicode.Scalar, at index: Int) {
        switch scalar {
        case "?", "\u{FF1F}", "!", "\n", ";", "\u{2026}":
            endWord(at: index)
            mark(scalar == "?" || scalar == "\u{FF1F}" ? .question : .sentence)
        case ".", ":":
            mayEnd = true
        default:
            if mayEnd, scalar.properties.isWhitespace { mark(.sentence) }
            mayEnd = false
        }
    }

    private mutating func mark(_ end: FoldedText.End) {
        guard let last = pieces.indices.last, pieces[last].end != .question else { return }
        pieces[last].end = end
    }

    private mutating func begin(at index: Int, number: Bool) {
        if wordLength == 0 {
            start = index
            isNumber = number
        } else if isNumber != number || wordLength >= FoldedText.longestWord {
            endWord(at: index)
            start = index
            isNumber = number
        }
    }

    private mutating func takeApostrophe(at index: Int) {
        guard wordLength > 0, !isNumber else {
            endWord(at: index)
            return
        }
        if Self.isOne(of: Self.elided, word) {
            isAfterElidedL = wordLength == 1 && word.first == UInt8(ascii: "l")
            dropWord()
        } else if word.last == UInt8(ascii: "n") || Self.isOne(of: Self.joined, word) {
            return
        } else {
            endWord(at: index)
            afterApostrophe = true
        }
    }

    mutating func endWord(at index: Int) {
        defer { afterApostrophe = false }
        guard wordLength > 0 else { return }
        if afterApostrophe, Self.isOne(of: Self.contractions, word) { return dropWord() }
        addPiece(start..<index)
    }

    private mutating func addPiece(_ range: Range<Int>) {
        pieces.append(.init(bytes: wordStart..<bytes.count, range: range, isAfterElidedL: isAfterElidedL))
        isAfterElidedL = false
        wordStart = bytes.count
    }

    private mutating func dropWord() { bytes.removeSubrange(wordStart...) }

    private static func isOne(of words: [[UInt8]], _ word: ArraySlice<UInt8>) -> Bool {
        for candidate in words where candidate.count == word.count && word.elementsEqual(candidate) { return true }
        return false
    }

    private static let elided = words([
        "l", "d", "j", "m", "t", "s", "c", "n", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu", "presqu",
    ])
    /// Words in which the apostrophe stands inside: *aujourd'hui*, *quelqu'un*, *entr'ouvert*.
    private static let joined = words(["aujourd", "quelqu", "entr", "prud"])
    private static let contractions = words(["s", "m", "re", "ve", "ll", "d", "t"])

    private static func words(_ list: [String]) -> [[UInt8]] { list.map { Array($0.utf8) } }
}
