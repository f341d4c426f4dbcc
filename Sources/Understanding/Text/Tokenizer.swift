/// Splits a text into folded words.
///
/// - Elided articles and pronouns (`l'`, `d'`, `qu'`, `jusqu'` …) are dropped, straight or curly apostrophe alike.
/// - English contractions lose their ending (`what's` is `what`), but `n't` stays with its verb (`don't` is `dont`).
/// - Hyphens separate; letters and digits separate (`ISO14001` is `iso 14001`); `+` is the word `plus`.
///
/// Time and memory grow linearly with the text.
struct Tokenizer: Sendable {
    /// One word before repairs.
    struct Piece {
        var word: [UInt8]
        var range: Range<Int>
        /// Whether the word was parted from the next by a hyphen only.
        var hyphenated = false
    }

    /// The longest run of letters that is still a word; what is longer is cut there, so that one endless word costs
    /// no more than many short ones.
    static let longestWord = 40

    static func pieces(of text: String) -> [Piece] {
        var scanner = Scanner()
        var index = 0
        for scalar in text.unicodeScalars {
            scanner.take(scalar, at: index)
            index += 1
        }
        scanner.endWord(at: index)
        return scanner.pieces
    }

    private struct Scanner {
        var pieces: [Piece] = []
        private var word: [UInt8] = []
        private var start = 0
        private var isNumber = false
        /// Set while the characters since an apostrophe may be the ending of an English contraction.
        private var afterApostrophe = false

        mutating func take(_ scalar: Unicode.Scalar, at index: Int) {
            switch Folding.fold(scalar) {
            case .letters(let first, let second):
                begin(at: index, number: false)
                word.append(first)
                if second != 0 { word.append(second) }
            case .foreign:
                begin(at: index, number: false)
                word.append(contentsOf: UTF8.encode(scalar) ?? .init())
            case .digit(let digit):
                begin(at: index, number: true)
                word.append(digit)
            case .apostrophe:
                takeApostrophe(at: index)
            case .hyphen:
                let hadWord = !word.isEmpty
                endWord(at: index)
                if hadWord, !pieces.isEmpty { pieces[pieces.count - 1].hyphenated = true }
            case .plus:
                endWord(at: index)
                pieces.append(Piece(word: Array("plus".utf8), range: index..<(index + 1)))
            case .nothing:
                break
            case .percent, .separator:
                endWord(at: index)
            }
        }

        private mutating func begin(at index: Int, number: Bool) {
            if word.isEmpty {
                start = index
                isNumber = number
            } else if isNumber != number || word.count >= Tokenizer.longestWord {
                endWord(at: index)
                start = index
                isNumber = number
            }
        }

        private mutating func takeApostrophe(at index: Int) {
            guard !word.isEmpty, !isNumber else {
                endWord(at: index)
                return
            }
            if Tokenizer.elided.contains(word) {
                word.removeAll(keepingCapacity: true)
            } else if Tokenizer.joined.contains(word) || word.last == UInt8(ascii: "n") {
                return
            } else {
                endWord(at: index)
                afterApostrophe = true
            }
        }

        mutating func endWord(at index: Int) {
            defer {
                word.removeAll(keepingCapacity: true)
                afterApostrophe = false
            }
            guard !word.isEmpty else { return }
            if afterApostrophe, Tokenizer.contractions.contains(word) { return }
            pieces.append(Piece(word: word, range: start..<index))
        }
    }

    private static let elided: Set<[UInt8]> = bytes([
        "l", "d", "j", "m", "t", "s", "c", "n", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu", "presqu",
    ])
    /// Words in which the apostrophe stands inside: *aujourd'hui*, *quelqu'un*, *entr'ouvert*.
    private static let joined: Set<[UInt8]> = bytes(["aujourd", "quelqu", "entr", "prud"])
    private static let contractions: Set<[UInt8]> = bytes(["s", "m", "re", "ve", "ll", "d", "t"])

    private static func bytes(_ words: [String]) -> Set<[UInt8]> { Set(words.map { Array($0.utf8) }) }
}
