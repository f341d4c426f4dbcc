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

/// Reads answers as folded tokens. Marks are kept, which words for intents are without: « 1-3 » is not « 1, 3 ».
enum AnswerWords {
    static func words(of text: String) -> [String] { tokens(of: text).words }

    static func tokens(of text: String) -> [AnswerToken] {
        var scanner = Scanner()
        for scalar in text.unicodeScalars { scanner.take(scalar) }
        scanner.end()
        return scanner.tokens
    }

    /// The words that say what a text is about, without their inflexion.
    static func stems(of words: [String]) -> [String] {
        var seen: Set<String> = []
        return words.filter { !fillers.contains($0) }.map(stem).filter { seen.insert($0).inserted }
    }

    static func stem(_ word: String) -> String {
        var stem = word
        guard stem.utf8.count > 3, stem.utf8.allSatisfy({ $0 > 0x39 }) else { return stem }
        if let last = stem.last, last == "s" || last == "x", !stem.hasSuffix("ss") { stem.removeLast() }
        while stem.utf8.count > 3, stem.last == "e" { stem.removeLast() }
        if stem.utf8.count > 3, stem.last == "y" { stem = stem.dropLast() + "i" }
        return stem
    }

    private static let fillers: Set<String> = [
        "le", "la", "les", "l", "un", "une", "des", "de", "du", "et", "ou", "a", "au", "aux", "en", "dans", "pour",
        "par",
        "sur", "avec", "nous", "on", "je", "j", "avons", "ai", "est", "sont", "the", "an", "of", "and", "or", "in",
        "on",
        "for", "with", "we", "i", "have", "is", "are", "our", "my", "notre", "nos", "votre", "vos", "mes", "mon", "ma",
        "ce", "cet", "cette", "ces", "that", "this", "these", "to", "que", "qui", "mais", "but", "svp", "please",
    ]
}

private struct Scanner {
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
            if let letters = Self.letters[scalar] {
                grow(letters, .word)
            } else if scalar.properties.isWhitespace {
                end()
                isGlued = false
            } else if let word = Self.signs[scalar] {
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
            if word == "qu", tokens.last?.text == "rien" { tokens[tokens.count - 1].text = "juste" }
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
        let text = word.utf8.count == 2 ? Self.capitals[said.trimmed] ?? word : word
        tokens.append(AnswerToken(kind: kind, text: text, isGlued: isGlued, written: said))
        written = .init()
        isGlued = true
    }

    /// What is a small word unless it is written in capitals: « ai » has, "AI" thinks.
    private static let capitals = ["AI": "ia", "IT": "informatique"]

    /// The signs that people answer with.
    private static let signs: [Unicode.Scalar: String] = [
        "👍": "oui", "✅": "oui", "👌": "oui", "✔": "oui", "👎": "non", "❌": "non",
    ]
    private static let elided: Set<String> = ["l", "d", "j", "m", "t", "s", "c", "n", "qu"]
    private static let contracted: Set<String> = ["s", "m", "re", "ve", "ll", "d", "t"]

    private static let letters: [Unicode.Scalar: String] = {
        var table: [Unicode.Scalar: String] = [:]
        for (accented, plain) in [
            ("ÀÁÂÃÄÅàáâãäå", "a"), ("Ææ", "ae"), ("Çç", "c"), ("ÈÉÊËèéêë", "e"), ("ÌÍÎÏìíîï", "i"), ("Ññ", "n"),
            ("ÒÓÔÕÖØòóôõöø", "o"), ("Œœ", "oe"), ("ÙÚÛÜùúûü", "u"), ("ÝýŸÿ", "y"),
        ] {
            for scalar in accented.unicodeScalars { table[scalar] = plain }
        }
        return table
    }()
}
