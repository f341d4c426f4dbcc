import Knowledge
import Text

/// Reads answers as folded tokens. Marks are kept, which words for intents are without: « 1-3 » is not « 1, 3 ».
struct AnswerTokenizer: Sendable {
    /// The signs that people answer with, and the words that they are read as.
    fileprivate let signs: [Unicode.Scalar: String]
    /// What is a small word unless it is written in capitals, by that word.
    fileprivate let capitals: [String: (written: String, text: String)]
    /// What restricts rather than denies before « qu' ».
    fileprivate let restricting: [String: String]

    /// Reads letters, figures and marks alone.
    init() { (signs, capitals, restricting) = ([:], [:], [:]) }

    init(_ words: AnswerWords) {
        let plain = AnswerTokenizer()
        func folded(_ text: String) -> String { plain.words(of: text).joined() }
        func table<Key, Value>(_ readings: AnswerWords.Readings, _ entry: (String, String) -> (Key, Value)) -> [Key:
            Value]
        {
            Dictionary(
                words[readings].sorted { $0.key < $1.key }.map { entry($0.key, folded($0.value)) },
                uniquingKeysWith: { first, _ in first })
        }
        signs = table(.signs) { ($0.unicodeScalars.first ?? "\0", $1) }
        capitals = table(.capitals) { (folded($0), (written: $0, text: $1)) }
        restricting = table(.restricting) { (folded($0), $1) }
    }

    func words(of text: String) -> [String] { tokens(of: text).words }

    func tokens(of text: String) -> [AnswerToken] {
        var scanner = Scanner(self)
        for scalar in text.unicodeScalars { scanner.take(scalar) }
        scanner.end()
        return scanner.tokens
    }
}

private struct Scanner {
    private let tokenizer: AnswerTokenizer
    private(set) var tokens: [AnswerToken] = []
    private var word = ""
    private var kind = AnswerToken.Kind.word
    /// What has been read since the last token.
    private var written = String.UnicodeScalarView()
    private var isGlued = false
    /// Whether the scalar at hand is a mark, which is written with its token.
    private var isMarked = false
    /// Whether the next word may be what English contracts: the « s » of « what's ».
    private var afterApostrophe = false

    init(_ tokenizer: AnswerTokenizer) { self.tokenizer = tokenizer }

    mutating func take(_ scalar: Unicode.Scalar) {
        defer { if !isMarked { written.append(scalar) } }
        isMarked = false
        switch scalar {
        case "0"..."9": grow(String(scalar), .number)
        case "a"..."z": grow(String(scalar), .word)
        case "A"..."Z": grow(String(UnicodeScalar(UInt8(scalar.value) + 0x20)), .word)
        case "'", "\u{2019}", "\u{2018}", "\u{2032}", "`": takeApostrophe()
        case "\u{300}"..."\u{36F}", "\u{AD}", "\u{200B}"..."\u{200F}", "\u{202A}"..."\u{202E}", "\u{2060}"..."\u{2069}",
            "\u{FE00}"..."\u{FE0F}", "\u{FEFF}":
            break
        case "\u{2010}"..."\u{2015}", "\u{2212}": addMark("-")
        case "\n", "\r", "\u{2028}", "\u{2029}": addMark("\n")
        case "\u{FF10}"..."\u{FF19}": grow(String(scalar.value - 0xFF10), .number)
        default:
            if case .letters(let first, let second) = Folding.fold(scalar) {
                grow(String(UnicodeScalar(first)), .word)
                if second != 0 { grow(String(UnicodeScalar(second)), .word) }
            } else if scalar.properties.isWhitespace {
                end()
                isGlued = false
            } else if let word = tokenizer.signs[scalar] {
                end()
                grow(word, .word)
                end()
            } else if scalar.isASCII || "\u{B0}\u{BA}½¼¾".unicodeScalars.contains(scalar) {
                addMark(String(scalar))
            } else if scalar.properties.isAlphabetic {
                grow(String(scalar), .word)
            } else {
                end()
                isGlued = false
            }
        }
    }

    private mutating func grow(_ letters: String, _ kind: AnswerToken.Kind) {
        if !word.isEmpty, self.kind != kind { end() }
        if word.isEmpty { self.kind = kind }
        word += letters
    }

    private mutating func addMark(_ mark: String) {
        end()
        tokens.append(AnswerToken(kind: .mark, text: mark, isGlued: isGlued, written: String(written) + mark))
        written = .init()
        isMarked = true
        isGlued = true
    }

    private mutating func takeApostrophe() {
        guard !word.isEmpty, kind == .word else { return end() }
        if Self.elided.contains(word) {
            // « rien qu'en Estrie » denies nothing.
            if word == "qu", let last = tokens.last, let restricted = tokenizer.restricting[last.text] {
                tokens[tokens.count - 1].text = restricted
            }
            word = ""
        } else if word.last != "n", word != "aujourd", word != "quelqu" {
            end()
            afterApostrophe = true
        }
    }

    mutating func end() {
        defer {
            word = ""
            afterApostrophe = false
        }
        guard !word.isEmpty, !(afterApostrophe && Self.contracted.contains(word)) else { return }
        let said = String(written)
        let text = tokenizer.capitals[word].flatMap { $0.written == said.trimmed ? $0.text : nil } ?? word
        tokens.append(AnswerToken(kind: kind, text: text, isGlued: isGlued, written: said))
        written = .init()
        isGlued = true
    }

    private static let elided: Set<String> = ["l", "d", "j", "m", "t", "s", "c", "n", "qu"]
    private static let contracted: Set<String> = ["s", "m", "re", "ve", "ll", "d", "t"]
}
