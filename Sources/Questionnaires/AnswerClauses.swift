import Text

/// An answer parted where one thing ends and another begins, with what is denied told from what is not.
struct AnswerClauses {
    /// A word of a clause that says something.
    struct Word: Hashable {
        var stem: String
        /// Where its token stands in the answer.
        var token: Int
    }

    struct Clause: Hashable {
        var words: [Word]
        /// Whether something in it is denied.
        var isNegative: Bool
        /// Whether it is said in place of what came before.
        var isCorrection: Bool
    }

    private(set) var clauses: [Clause] = []
    /// The words of the whole answer, small ones too, by the places of their tokens; nothing where a mark stands.
    let texts: [String]
    /// Yes or no, where the answer begins with it.
    let opening: AnswerReader.Consent

    /// - Parameters:
    ///   - corrections: The phrases that put something in place of what came before, as folded words.
    ///   - isList: Whether « et » parts too; else it does only where something is denied, which is seldom all that is said.
    init(_ tokens: [AnswerToken], corrections: [[String]] = [], isList: Bool = false) {
        texts = tokens.map { $0.kind == .mark ? "" : $0.text }
        let all = tokens.count
        var tokens = tokens
        opening = Self.takeOpening(from: &tokens)
        let offset = all - tokens.count
        var start = 0
        var isCorrection = false
        func add(_ end: Int, _ clauses: inout [Clause]) {
            let whole = Self.words(tokens[start..<end], offset)
            let isParted = isList || whole.contains { $0.stem == Self.negation }
            let parts =
                isParted
                ? tokens[start..<end].split { Self.joints.contains($0.text) }.map { Self.words($0, offset) } : [whole]
            for words in parts.flatMap(Self.denialApart) where !words.isEmpty {
                clauses.append(
                    Clause(
                        words: words, isNegative: words.contains { $0.stem == Self.negation },
                        isCorrection: isCorrection))
            }
        }
        var index = 0
        while index < tokens.count {
            let length = corrections.filter { phrase in
                tokens[index...].prefix(phrase.count).map(\.text) == phrase
            }.map(\.count).max()
            if let length {
                add(index, &clauses)
                isCorrection = true
                index += length
                start = index
            } else if tokens.isBreak(at: index) {
                add(index, &clauses)
                // A word that begins a clause is part of it: « juste moi ».
                start = tokens[index].kind == .mark ? index + 1 : index
                index += 1
            } else {
                index += 1
            }
        }
        add(tokens.count, &clauses)
    }

    /// What is said before something is denied, apart: « une amende pour un harnais pas attaché » has a fine. The word that is
    /// denied may stand before the denial: « on mesure pas ».
    private static func denialApart(_ words: [Word]) -> [[Word]] {
        guard let denial = words.firstIndex(where: { $0.stem == negation }), denial >= shortestBefore else {
            return [words]
        }
        return [Array(words[..<(denial - 1)]), Array(words[(denial - 1)...])]
    }

    /// The fewest words before a denial that stand apart from it.
    private static let shortestBefore = 3

    private static func words(_ tokens: ArraySlice<AnswerToken>, _ offset: Int) -> [Word] {
        said(Array(tokens)).map { Word(stem: stem($0.text), token: $0.token + tokens.startIndex + offset) }
            .filter { !$0.stem.isEmpty }
    }

    static let joints: Set<String> = ["et", "and", "pis", "puis", "+", "&"]

    /// Whether « et » or the like stands between two tokens.
    func joins(_ first: Int, _ second: Int) -> Bool {
        texts[(first + 1)..<second].contains { Self.joints.contains($0) }
    }

    /// Whether words stand around a token as they do in a phrase.
    ///
    /// - Parameters:
    ///   - phrase: The words of the phrase.
    ///   - place: Which of them the token is.
    func stand(_ phrase: [String], _ place: Int, at token: Int) -> Bool {
        func follows(_ words: some Sequence<String>, _ places: some Sequence<Int>) -> Bool {
            var places = places.makeIterator()
            return words.allSatisfy { word in
                while let next = places.next() {
                    if !texts[next].isEmpty {
                        return texts[next] == word || Stemmer.stem(texts[next]) == Stemmer.stem(word)
                    }
                }
                return false
            }
        }
        return follows(phrase[..<place].reversed(), (0..<token).reversed())
            && follows(phrase[(place + 1)...], (token + 1)..<texts.count)
    }

    /// The stems of a phrase, in order; the small words too where there is nothing else.
    static func stems(of phrase: String) -> [String] {
        let tokens = AnswerWords.tokens(of: phrase).filter { $0.kind != .mark }
        let stems = said(tokens).map { stem($0.text) }.filter { !$0.isEmpty }
        return stems.isEmpty || stems == [negation] ? tokens.map { Stemmer.stem($0.text) } : stems
    }

    /// The clauses with the stems of some words as they are repaired.
    ///
    /// - Parameter repaired: The stem of a word, given the word and the stem that it has; `nil` if it stays.
    func repaired(_ repaired: (String, String) -> String?) -> AnswerClauses {
        var copy = self
        for clause in clauses.indices {
            for (place, word) in clauses[clause].words.enumerated() where word.stem != Self.negation {
                if let stem = repaired(texts[word.token], word.stem) { copy.clauses[clause].words[place].stem = stem }
            }
        }
        return copy
    }

    /// Whether nothing is said but that something is not.
    var isOnlyDenial: Bool {
        !clauses.isEmpty && clauses.allSatisfy { $0.words.allSatisfy { $0.stem == Self.negation } }
    }

    /// Whether a clause says nothing but that something is not.
    var hasDenialAlone: Bool { clauses.contains { $0.words.allSatisfy { $0.stem == Self.negation } } }

    /// Whether the first clause says nothing but that something is not, and more is said after it.
    var beginsWithDenialAlone: Bool {
        clauses.count > 1 && clauses[0].words.allSatisfy { $0.stem == Self.negation }
    }

    /// The clauses in which something is denied, as they would be without the denial.
    var affirmingDenied: AnswerClauses {
        var copy = self
        copy.clauses = clauses.filter(\.isNegative).map { clause in
            Clause(
                words: clause.words.filter { $0.stem != Self.negation }, isNegative: false,
                isCorrection: clause.isCorrection)
        }
        return copy
    }

    /// Whether words are small ones and denials alone.
    static func saysLittle(_ words: [String]) -> Bool {
        words.allSatisfy { small.contains($0) || denying.contains($0) || ["one", "any"].contains($0) }
    }

    /// What every word that denies is read as.
    static let negation = "¬"

    private static func stem(_ word: String) -> String {
        let stem = compared(word)
        return stem != negation && small.contains(word) ? "" : stem
    }

    /// A word, small ones too, as it is compared: without its inflexion, what denies as ``negation``, years by what they tell.
    static func compared(_ word: String) -> String {
        if denying.contains(word) { return negation }
        if word.utf8.count == 4, let year = Int(word), (1900...2099).contains(year) {
            return year >= firstYearAhead ? yearAhead : yearBehind
        }
        return Stemmer.stem(word)
    }

    /// What a year that a target is set for is read as, and one that something was done in: what tells is which, not the figure.
    private static let (yearAhead, yearBehind) = ("year-ahead", "year-behind")
    /// From this year on a year is one that a target is set for: this is when the phrases were gathered.
    private static let firstYearAhead = 2026

    /// The words without what only looks like a denial: « pas mal », "not only".
    private static func said(_ tokens: [AnswerToken]) -> [(text: String, token: Int)] {
        var said: [(text: String, token: Int)] = []
        var index = 0
        while index < tokens.count {
            let pair = index + 1 < tokens.count ? "\(tokens[index].text) \(tokens[index + 1].text)" : ""
            if harmless.contains(pair) {
                index += 2
                continue
            }
            if let word = joined[pair] {
                said.append((word, index))
                index += 2
                continue
            }
            if tokens[index].kind != .mark { said.append((tokens[index].text, index)) }
            index += 1
        }
        return said
    }

    /// Takes a yes or a no off the front, where it is one: "no policy" denies, "no, we don't" answers.
    static func takeOpening(from tokens: inout [AnswerToken]) -> AnswerReader.Consent {
        var rest = tokens[...]
        rest = rest.drop { $0.kind == .mark || greeting.contains($0.text) }
        guard let first = rest.first else { return .neither }
        let next = rest.dropFirst().first
        func take() { tokens = Array(rest.dropFirst().drop { $0.kind == .mark }) }
        if AnswerReader.clearYes.contains(first.text) {
            take()
            return .yes
        }
        guard AnswerReader.clearNo.contains(first.text) else { return .neither }
        // « non-profit » is one word.
        if let next, next.isMark("-"), next.isGlued { return .neither }
        // "nope" answers; « non » and "no" may deny what stands behind them.
        let answers = !["non", "no"].contains(first.text)
        guard answers || next == nil || next?.kind == .mark || next.map({ afterNo.contains($0.text) }) == true else {
            return .neither
        }
        take()
        return .no
    }

    /// « Ok » is no yes here: it may stand before anything.
    private static let greeting = Interjections.words.union([
        "ok", "okay", "honnetement", "honestly", "franchement", "frankly",
    ])
    private static let afterNo: Set<String> = [
        "je", "j", "on", "nous", "il", "elle", "ca", "c", "ce", "pas", "jamais", "rien", "aucun", "aucune", "merci",
        "malheureusement",
        "we", "i", "it", "they", "that", "not", "never", "nothing", "none", "sorry", "unfortunately", "thanks", "mais",
        "but",
        "non", "no", "vraiment", "really", "desole", "y", "la", "le", "les", "the", "mon", "notre", "our", "my",
    ]
    private static let harmless: Set<String> = [
        "at all", "du tout", "pas mal", "pas juste", "pas seulement", "pas rien", "not only", "not just", "not bad",
        "rien que", "rien qu",
        "sans probleme",
        "pas probleme", "no problem", "sans doute", "no doubt", "sans faute", "pas pire", "sans cesse",
    ]
    /// What is one word, and denies nothing: « organisme sans but lucratif »; or not the whole: « pas tous », "not all".
    private static let joined: [String: String] = [
        "non profit": "nonprofit", "non profits": "nonprofit", "non lucratif": "nonlucratif", "sans but": "sansbut",
        "plus loin": "plusloin", "non plus": "pas", "no further": "plusloin", "no farther": "plusloin",
        "not all": "notall",
        "nous autres": "nous", "vous autres": "vous", "eux autres": "eux",
        "not every": "notall", "pas tous": "pastous", "pas toutes": "pastous",
        "non binaire": "nonbinaire", "non binary": "nonbinaire", "non toxique": "nontoxique", "non toxic": "nontoxique",
    ]
    private static let denying: Set<String> = [
        "expiree", "expirees",
        "pas", "jamais", "aucun", "aucune", "aucuns", "aucunes", "rien", "sans", "non", "not", "no", "never", "none",
        "nothing", "without",
        "dont", "doesnt", "didnt", "isnt", "arent", "wasnt", "werent", "havent", "hasnt", "hadnt", "cant", "cannot",
        "expired", "lapsed", "echue", "perimee", "perime",
        "couldnt", "wont",
        "wouldnt", "shouldnt", "aint", "neither", "nor", "ni", "nul", "nulle", "nobody", "nowhere", "pantoute", "guere",
    ]
    private static let small: Set<String> = [
        "le", "la", "les", "l", "un", "une", "des", "de", "du", "d", "et", "ou", "a", "au", "aux", "en", "dans", "par",
        "sur", "je", "j",
        "tu", "il", "elle", "on", "nous", "vous", "ils", "elles", "ne", "n", "se", "s", "y", "que", "qu", "qui", "ce",
        "c", "ca", "cela",
        "cet", "cette", "ces", "est", "sont", "suis", "sommes", "etait", "etre", "ai", "as", "avons", "avez", "ont",
        "avoir", "mon", "ma",
        "mes", "notre", "nos", "votre", "vos", "son", "sa", "ses", "leur", "leurs", "mais", "donc", "la", "pis", "puis",
        "svp", "merci", "reponse", "answer",
        "bien", "tres", "vraiment", "aussi", "meme", "euh", "ben", "fait", "faire", "faut", "chez", "pour", "avec",
        "comme", "si",
        "the", "an", "of", "and", "or", "in", "on", "for", "with", "we", "i", "you", "it", "its", "they", "them", "he",
        "she", "is", "are",
        "was", "were", "be", "been", "am", "have", "has", "had", "do", "does", "did", "our", "my", "your", "their",
        "his", "her", "that",
        "this", "these", "those", "to", "at", "by", "as", "so", "but", "just", "really", "very", "also", "well",
        "please", "thanks", "im",
        "ve", "re", "ll", "honestly", "honnetement", "franchement", "would", "will", "can", "there", "here", "us", "me",
        "s", "t", "m",
    ]
}

extension [AnswerToken] {
    /// Whether one clause ends at a token. A full stop with something right behind it is part of what it stands in: « 1.5 ».
    func isBreak(at index: Int) -> Bool {
        let token = self[index]
        switch token.kind {
        case .mark:
            return token.isMark(",;!?:()\n/•")
                || token.isMark(".") && !(index + 1 < count && self[index + 1].isGlued && self[index + 1].kind != .mark)
        case .word:
            // « nulle part » is no « à part ».
            if token.text == "part" { return index > 0 && ["a", "mis"].contains(self[index - 1].text) }
            return Self.breaks.contains(token.text)
        case .number:
            return false
        }
    }

    private static let breaks: Set<String> = [
        "mais", "but", "however", "though", "although", "cependant", "toutefois", "sauf", "except", "excepte", "hormis",
        "juste",
        "seulement", "only", "part",
    ]
}
