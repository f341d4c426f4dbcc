import Knowledge

/// Choices named by their place: « 2 », « la deuxième », "b)", "1 to 3", "the last one".
struct ChoiceReferences {
    /// The places, from 0; they may be beyond the last choice.
    var places: [Int] = []
    /// Whether the person wavers between them: « 1 ou 2 ».
    var areAlternatives = false

    /// `nil` when the tokens say anything else.
    init?(_ tokens: [AnswerToken], count: Int, _ vocabulary: AnswerVocabulary) {
        if let run = Self.run(tokens, count: count, vocabulary) {
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
                    guard vocabulary[.ordinalEndings].contains(next.text) else { return nil }
                    isOrdinal = true
                    index += 1
                }
            case .word:
                // "I'm the one" picks nothing.
                if vocabulary[.pickingNothing].ends(tokens[...index]) { return nil }
                if vocabulary[.or].contains(token.text), !places.isEmpty {
                    areAlternatives = true
                } else if token.text == "a", index > 0, tokens[index - 1].text.utf8.count == 1,
                    tokens[index - 1].kind == .word, next?.kind == .word, !token.written.hasSuffix("à")
                {
                    // « b a c »: the letter, or the « à » of a range?
                    return nil
                } else if vocabulary[.ranges].contains(token.text), !places.isEmpty, next != nil, next?.kind != .mark,
                    !vocabulary[.placeJoints].contains(next?.text ?? "")
                {
                    opensRange = true
                } else if let ordinal = vocabulary[.ordinals][token.text] {
                    place = ordinal - 1
                    isOrdinal = true
                } else if vocabulary[.last].contains(token.text) {
                    place = count - 1
                    isOrdinal = true
                } else if let number = vocabulary.placeNumbers[token.text],
                    !(afterOrdinal && vocabulary[.pronounsBehindOrdinals].contains(token.text))
                {
                    place = number - 1
                } else if token.text.utf8.count == 1, let letter = token.text.utf8.first, letter >= UInt8(ascii: "a"),
                    Int(letter - UInt8(ascii: "a")) < count
                {
                    place = Int(letter - UInt8(ascii: "a"))
                } else if !vocabulary[.placeJoints].contains(token.text),
                    !vocabulary[.aroundPlaces].contains(token.text),
                    !(vocabulary[.placeNumbering].contains(token.text) && next?.kind == .number)
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
    private static func run(_ tokens: [AnswerToken], count: Int, _ vocabulary: AnswerVocabulary) -> [Int]? {
        let words = tokens.words.filter { !vocabulary[.aroundSeveral].contains($0) }
        guard words.count == 2 else { return nil }
        func number(_ word: String) -> Int? {
            (Int(word) ?? vocabulary.placeNumbers[word]).flatMap { (2...count).contains($0) ? $0 : nil }
        }
        let (first, last) = (vocabulary[.firstSeveral], vocabulary[.lastSeveral])
        let isFirst = words.contains { first.contains($0) || vocabulary[.ordinals][$0] == 1 }
        let isLast = words.contains { last.contains($0) || vocabulary[.last].contains($0) }
        guard isFirst != isLast, let length = words.lazy.compactMap(number).first else { return nil }
        // « premier 2 » is a slip of the pen; « deux premiers » and "first two" are not.
        guard words.contains(where: { first.contains($0) || last.contains($0) }) else { return nil }
        return isFirst ? Array(0..<length) : Array((count - length)..<count)
    }

    private static let longestRange = 100
}
