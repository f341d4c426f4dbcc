/// Choices named by their place: « 2 », « la deuxième », "b)", "1 to 3", "the last one".
struct ChoiceReferences {
    /// The places, from 0; they may be beyond the last choice.
    var places: [Int] = []
    /// Whether the person wavers between them: « 1 ou 2 ».
    var areAlternatives = false

    /// `nil` when the tokens say anything else.
    init?(_ tokens: [AnswerToken], count: Int) {
        if let run = Self.run(tokens, count: count) {
            places = run
            return
        }
        var opensRange = false
        /// Whether the token before was an ordinal, after which "one" is no number: "the second one".
        var afterOrdinal = false
        var index = 0
        while index < tokens.count {
            let token = tokens[index]
            let next = index + 1 < tokens.count ? tokens[index + 1] : nil
            var place: Int?
            var isOrdinal = false
            switch token.kind {
            case .mark:
                if token.text == "-", !places.isEmpty, next?.kind != .mark { opensRange = true }
                if token.isMark("%?<>~=$") { return nil }
            case .number:
                place = Int(token.text).map { $0 - 1 } ?? .max
                if let next, next.kind == .word, next.isGlued {
                    guard Self.endings.contains(next.text) else { return nil }
                    isOrdinal = true
                    index += 1
                }
            case .word:
                // "I'm the one" picks nothing.
                if token.text == "one", index > 0, tokens[index - 1].text == "the", !afterOrdinal { return nil }
                if Self.alternatives.contains(token.text), !places.isEmpty {
                    areAlternatives = true
                } else if token.text == "a", index > 0, tokens[index - 1].text.utf8.count == 1,
                    tokens[index - 1].kind == .word, next?.kind == .word, !token.written.hasSuffix("à")
                {
                    // « b a c »: the letter, or the « à » of a range?
                    return nil
                } else if Self.ranges.contains(token.text), !places.isEmpty, next != nil, next?.kind != .mark,
                    !Self.joints.contains(next?.text ?? "")
                {
                    opensRange = true
                } else if let ordinal = Self.ordinals[token.text] {
                    place = ordinal - 1
                    isOrdinal = true
                } else if Self.last.contains(token.text) {
                    place = count - 1
                    isOrdinal = true
                } else if let number = Self.numbers[token.text], !(token.text == "one" && afterOrdinal) {
                    place = number - 1
                } else if token.text.utf8.count == 1, let letter = token.text.utf8.first, letter >= UInt8(ascii: "a"),
                    Int(letter - UInt8(ascii: "a")) < count
                {
                    place = Int(letter - UInt8(ascii: "a"))
                } else if !Self.joints.contains(token.text), !Self.fillers.contains(token.text),
                    !(token.text == "no" && next?.kind == .number)
                {
                    return nil
                }
            }
            afterOrdinal = isOrdinal
            if let place {
                guard place >= 0 else { return nil }
                if opensRange, let first = places.last {
                    // A range that runs backwards or away is nothing that anybody means.
                    guard first < place, place - first < Self.longestRange else { return nil }
                    places.append(contentsOf: (first + 1)...place)
                } else {
                    places.append(place)
                }
                opensRange = false
            }
            index += 1
        }
        guard !places.isEmpty, !opensRange else { return nil }
    }

    /// « les trois premiers », "the last two": so many from one end.
    private static func run(_ tokens: [AnswerToken], count: Int) -> [Int]? {
        let words = tokens.words.filter {
            !["les", "le", "la", "the", "je", "prends", "choisis", "i", "take", "pick", "juste", "just", "mes", "my"]
                .contains($0)
        }
        guard words.count == 2 else { return nil }
        func number(_ word: String) -> Int? {
            (Int(word) ?? numbers[word]).flatMap { (2...count).contains($0) ? $0 : nil }
        }
        let isFirst = words.contains { ["premier", "premiers", "premiere", "premieres", "first"].contains($0) }
        let isLast = words.contains { ["dernier", "derniers", "derniere", "dernieres", "last"].contains($0) }
        guard isFirst != isLast, let length = words.lazy.compactMap(number).first else { return nil }
        // « premier 2 » is a slip of the pen; « deux premiers » and "first two" are not.
        guard
            words.contains(where: { ["premiers", "premieres", "first", "last", "derniers", "dernieres"].contains($0) })
        else { return nil }
        return isFirst ? Array(0..<length) : Array((count - length)..<count)
    }

    private static let longestRange = 100
    private static let endings: Set<String> = [
        "e", "er", "re", "ere", "eme", "ieme", "nd", "nde", "st", "rd", "th",
    ]
    private static let alternatives: Set<String> = ["ou", "or"]
    private static let ranges: Set<String> = ["a", "to", "through", "thru"]
    private static let joints: Set<String> = ["et", "and", "puis", "plus", "aussi", "also", "ainsi", "que"]
    private static let last: Set<String> = ["dernier", "derniere", "last"]
    private static let fillers: Set<String> = [
        "la", "le", "les", "the", "numero", "numeros", "number", "numbers", "num", "nos", "option", "options", "choix",
        "choice", "choices", "reponse", "reponses", "answer", "answers", "je", "choisis", "choisirais", "prends", "i",
        "pick", "choose", "take", "would", "say", "dirais", "est", "ce", "sont", "celui", "celle", "ma", "mon", "my",
        "is", "its", "it", "one", "letter", "lettre", "svp", "please", "merci", "thanks", "de", "du", "from", "go",
        "with", "id", "ca", "serait", "be",
    ]
    private static let ordinals: [String: Int] = {
        var table: [String: Int] = ["premiere": 1, "second": 2, "seconde": 2]
        let words = [
            ["premier", "first"], ["deuxieme"], ["troisieme", "third"], ["quatrieme", "fourth"],
            ["cinquieme", "fifth"],
            ["sixieme", "sixth"], ["septieme", "seventh"], ["huitieme", "eighth"], ["neuvieme", "ninth"],
            ["dixieme", "tenth"], ["onzieme", "eleventh"], ["douzieme", "twelfth"],
        ]
        for (index, names) in words.enumerated() { for name in names { table[name] = index + 1 } }
        return table
    }()
    private static let numbers: [String: Int] = {
        var table: [String: Int] = ["une": 1]
        let words = [
            ["un", "one"], ["deux", "two"], ["trois", "three"], ["quatre", "four"], ["cinq", "five"], ["six"],
            ["sept", "seven"], ["huit", "eight"], ["neuf", "nine"], ["dix", "ten"], ["onze", "eleven"],
            ["douze", "twelve"],
        ]
        for (index, names) in words.enumerated() { for name in names { table[name] = index + 1 } }
        return table
    }()
}
