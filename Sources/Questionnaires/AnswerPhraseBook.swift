package import Knowledge

/// The phrases by which answers of any kind are told apart, ready to be held against an answer.
package struct AnswerPhraseBook: Sendable {
    let vocabulary: AnswerVocabulary
    /// The phrases that put something in place of what came before, as folded words.
    let corrections: [[String]]
    private let introductions: [[String]]
    private let exceptions: SayingMatcher
    private let ahead: SayingMatcher
    private let documents: Set<String>
    private let legalForms: Set<[String]>
    private let asking: [[String]]
    private let offering: [[String]]
    private let around: Set<String>
    private let mistaken: SayingMatcher
    private let formerly: [[String]]
    private let nowadays: [[String]]
    private let passing: SayingMatcher
    /// What says that the person does not know, will say later or would rather not, as written.
    let passingTexts: [String]
    /// Phrases that are made of small words and a denial alone: « j'en ai pas ».
    private let literal: [(words: [String], reason: SkipReason)]

    /// What lets a question be passed, in the order in which the matcher has them.
    private static let passed: [(meaning: AnswerPhrases.Meaning, reason: SkipReason)] = [
        (.unknown, .unknown), (.later, .later), (.refused, .refused), (.none, .none),
    ]

    package init(_ phrases: AnswerPhrases, _ vocabulary: AnswerVocabulary) {
        self.vocabulary = vocabulary
        func words(_ meaning: AnswerPhrases.Meaning) -> [[String]] {
            phrases.all(meaning).map { vocabulary.words(of: $0) }.filter { !$0.isEmpty }
        }
        corrections = words(.correcting)
        introductions = words(.introducing).sorted { $0.count > $1.count }
        exceptions = SayingMatcher([phrases.all(.excepting)], vocabulary)
        ahead = SayingMatcher([phrases.all(.ahead)], vocabulary)
        documents = Set(phrases.all(.document).flatMap { vocabulary.stems(of: $0) })
        legalForms = Set(words(.legalForm))
        asking = words(.asking)
        offering = words(.offering)
        around = Set(words(.around).joined())
        formerly = words(.formerly)
        nowadays = words(.nowadays)
        mistaken = SayingMatcher([phrases.all(.mistaken)], vocabulary)
        passing = SayingMatcher(Self.passed.map { phrases.all($0.meaning) }, vocabulary)
        passingTexts = [.unknown, .later, .refused].flatMap(phrases.all)
        literal = Self.passed.flatMap { passed in
            words(passed.meaning).filter { $0.count > 1 && vocabulary.saysLittle($0) }.map { ($0, passed.reason) }
        }
    }

    /// What an answer says besides an answer: that there is none, or not now; `nil` where it says more than `most` other words.
    func passing(_ tokens: [AnswerToken], most: Int) -> SkipReason? {
        let clauses = AnswerClauses(tokens, vocabulary)
        let found = passing.found(in: clauses)
        if let reason = literally(tokens, clauses, most: most) { return reason }
        guard let best = found.max(by: { $0.strength < $1.strength }) else { return nil }
        let all = clauses.clauses.map(\.words.count).reduce(0, +)
        let told = found.filter { $0.place == best.place }.map(\.words.count).reduce(0, +)
        guard all - told <= Swift.min(most, told) else { return nil }
        return Self.passed[best.place].reason
    }

    /// Why a clause of an answer passes the question, where the clause says nothing else; that there is none is no such reason.
    func passingClause(_ tokens: [AnswerToken]) -> SkipReason? {
        let clauses = AnswerClauses(tokens, vocabulary)
        let found = passing.found(in: clauses).first { one in
            Self.passed[one.place].reason != .none && clauses.clauses[one.clause].words.count - one.words.count <= 1
        }
        return found.map { Self.passed[$0.place].reason }
    }

    /// Why a clause of an answer passes the question from its beginning, whatever is said after: « …, I have no idea what it was ».
    ///
    /// - Parameter least: The fewest telling words of the phrase.
    func beginning(_ tokens: [AnswerToken], _ reasons: Set<SkipReason>, least: Int = 1) -> SkipReason? {
        passing.found(in: AnswerClauses(tokens, vocabulary, isList: true)).first { one in
            one.words.lowerBound <= 1 && one.words.count >= least && reasons.contains(Self.passed[one.place].reason)
        }.map { Self.passed[$0.place].reason }
    }

    /// Why a clause passes the question where it says from its beginning that the person does not know, or not now; a number or
    /// a choice beside it tells nothing.
    ///
    /// - Parameter reasons: The reasons that count.
    func opening(_ tokens: [AnswerToken], _ reasons: Set<SkipReason>) -> SkipReason? {
        openingFound(tokens, reasons)?.reason
    }

    /// The same, with how much the phrase tells.
    func openingFound(
        _ tokens: [AnswerToken], _ reasons: Set<SkipReason>
    ) -> (reason: SkipReason, strength: Int)? {
        let clauses = AnswerClauses(tokens, vocabulary)
        guard clauses.clauses.count == 1,
            let found = passing.found(in: clauses).first(where: { one in
                one.words.lowerBound <= 1 && reasons.contains(Self.passed[one.place].reason)
            }), !tokens.contains(where: { $0.kind == .number })
        else { return nil }
        return (Self.passed[found.place].reason, found.strength)
    }

    private func literally(_ tokens: [AnswerToken], _ clauses: AnswerClauses, most: Int) -> SkipReason? {
        let words = tokens.words
        let first = clauses.clauses.first?.words.count { $0.stem != AnswerClauses.negation } ?? 0
        guard first <= Swift.min(most, 1) else { return nil }
        return literal.first { phrase in
            words.indices.prefix(4).contains { words[$0...].starts(with: phrase.words) }
        }?.reason
    }

    /// Whether a text is a clear yes or a clear no: short, without a question and without an exception.
    package func clearConsent(in text: String) -> Bool? {
        let tokens = vocabulary.tokens(of: text)
        guard tokens.words.count <= Self.longestConsent, !text.contains("?"), !excepts(tokens) else { return nil }
        switch vocabulary.consent(tokens) {
        case .yes: return true
        case .no: return false
        case .both, .neither: return nil
        }
    }

    /// The most words of a yes or a no.
    private static let longestConsent = 8

    /// Whether an answer takes back part of what it says.
    func excepts(_ tokens: [AnswerToken]) -> Bool {
        tokens.words.contains(where: vocabulary[.takingBack].contains)
            || !exceptions.found(in: AnswerClauses(tokens, vocabulary)).isEmpty
    }

    /// The tokens of the clauses that tell of what is still to come, is over, or is not known: « B Corp, c'est en cours ». A clause of nothing else
    /// tells it of the one before.
    func tokensAhead(in clauses: AnswerClauses) -> Set<Int> {
        var tokens: Set<Int> = []
        for found in ahead.found(in: clauses) {
            tokens.formUnion(clauses.clauses[found.clause].words.map(\.token))
            if found.clause > 0, found.words.count == clauses.clauses[found.clause].words.count {
                tokens.formUnion(clauses.clauses[found.clause - 1].words.map(\.token))
            }
        }
        // « y a une rampe, le site web par contre aucune idée »: a part that is not known is not there either.
        for found in passing.found(in: clauses) where clauses.clauses.count > 1 {
            guard Self.passed[found.place].reason == .unknown else { continue }
            tokens.formUnion(clauses.clauses[found.clause].words.map(\.token))
        }
        return tokens
    }

    /// What of an answer tells of the present, where other parts of it tell of what was: « coop jusqu'en 2020, une compagnie
    /// maintenant ». A part that tells of the present leaves those before it behind; `nil` where all is of one time.
    func present(in tokens: [AnswerToken]) -> [AnswerToken]? {
        var parts: [Range<Int>] = []
        var start = 0
        for index in tokens.indices where vocabulary.isBreak(tokens, at: index) || vocabulary.joins(tokens[index]) {
            parts.append(start..<index)
            start = index
        }
        parts.append(start..<tokens.count)
        func tells(_ phrases: [[String]], _ part: Range<Int>) -> Bool {
            let words = Array(tokens[part]).words
            return phrases.contains { phrase in words.indices.contains { words[$0...].starts(with: phrase) } }
        }
        let isPast = parts.map { tells(formerly, $0) && !tells(nowadays, $0) }
        let turn = isPast.contains(true) ? 0 : parts.indices.last { $0 > 0 && tells(nowadays, parts[$0]) } ?? 0
        let kept = parts.indices.filter { $0 >= turn && !isPast[$0] }
        guard !kept.isEmpty, kept.count < parts.count else { return nil }
        return kept.flatMap { tokens[parts[$0]] }
    }

    /// What stands behind a word that puts it in place of what came before, where a text begins with one; `nil` where none does.
    func corrected(_ tokens: [AnswerToken]) -> [AnswerToken]? {
        let words = tokens.drop { $0.kind == .mark || vocabulary[.interjections].contains($0.text) }
        let length = corrections.filter { words.begins(with: $0) }.map(\.count).max()
        guard let length else { return nil }
        let rest = words.dropFirst(length).drop { $0.kind == .mark }
        return rest.isEmpty ? nil : Array(rest)
    }

    /// What stands behind the words with which a text begins to take something back.
    struct TakenBack {
        var said: [AnswerToken]
        /// Whether they surely do: « attends minute », "oops", "make that". « finalement » and « non » may begin anything.
        var isSure: Bool
    }

    /// What a text puts in place of what was said, behind all the words with which it takes that back; ``corrected(_:)`` is for an answer that
    /// begins with one phrase that does.
    func takenBack(_ tokens: [AnswerToken]) -> TakenBack? {
        var rest = tokens[...]
        var takesBack = false
        var mayTakeBack = false
        while let first = rest.first {
            if let length = corrections.filter({ $0.count > 1 && rest.begins(with: $0) }).map(\.count).max() {
                takesBack = true
                rest = rest.dropFirst(length)
            } else if vocabulary[.stopping].contains(first.text) {
                takesBack = true
                rest = rest.dropFirst()
            } else if vocabulary[.clearNo].contains(first.text) || corrections.contains([first.text]) {
                mayTakeBack = true
                rest = rest.dropFirst()
            } else if first.kind == .mark || vocabulary[.interjections].contains(first.text)
                || takesBack && vocabulary[.small].contains(first.text)
            {
                rest = rest.dropFirst()
            } else {
                break
            }
        }
        guard takesBack || mayTakeBack, !rest.isEmpty else { return nil }
        return TakenBack(said: Array(rest), isSure: takesBack)
    }

    func namesDocument(_ tokens: [AnswerToken]) -> Bool {
        AnswerClauses(tokens, vocabulary).clauses.contains { $0.words.contains { documents.contains($0.stem) } }
    }

    /// Whether the first word that says something names a document, or the one behind a count: "two photos".
    func beginsWithDocument(_ tokens: [AnswerToken]) -> Bool {
        let words = AnswerClauses(tokens, vocabulary).clauses.first?.words ?? []
        guard let first = words.first else { return false }
        if documents.contains(first.stem) { return true }
        let isCount = NumberScanner(tokens, vocabulary).figures.contains { $0.tokens.contains(first.token) }
        return isCount && words.count > 1 && documents.contains(words[1].stem)
    }

    /// Whether the answer shown back is said not to be what was meant, and nothing else is.
    func saysMistaken(_ tokens: [AnswerToken]) -> Bool {
        let clauses = AnswerClauses(tokens, vocabulary)
        let found = mistaken.found(in: clauses)
        let all = clauses.clauses.map(\.words.count).reduce(0, +)
        return !found.isEmpty && all - found.map(\.words.count).reduce(0, +) <= 2
    }

    /// Whether the words hold what ends or begins a company's name.
    func hasLegalForm(_ tokens: [AnswerToken]) -> Bool {
        let words = tokens.words
        return legalForms.contains { form in
            words.count > form.count
                && words.indices.contains { index in
                    words[index...].starts(with: form)
                        && !(index > 0 && vocabulary[.beforeCompanies].contains(words[index - 1]))
                }
        }
    }

    /// Whether the last words are what ends a company's name: « … Retour à la Case Départ inc. ».
    func endsInLegalForm(_ tokens: [AnswerToken]) -> Bool {
        let words = tokens.words
        return legalForms.contains { form in
            guard words.count > form.count + 1, Array(words.suffix(form.count)) == form else { return false }
            return !vocabulary[.beforeCompanies].contains(words[words.count - form.count - 1])
        }
    }

    /// Whether the words begin a question or a request, at their beginning or where a clause begins.
    func asks(_ tokens: [AnswerToken]) -> Bool {
        let words = tokens.words
        var isStart = true
        /// The place among the words of the token at hand.
        var place = 0
        for token in tokens {
            if token.kind == .mark {
                isStart = isStart || token.isMark(",;.!?:")
                continue
            }
            let rest = words[place...]
            if isStart, asking.contains(where: { rest.count > $0.count && rest.starts(with: $0) }) { return true }
            isStart = isStart && vocabulary.beforeRequest.contains(token.text)
            place += 1
        }
        return false
    }

    /// Whether the words tell what a firm does.
    func offers(_ tokens: [AnswerToken]) -> Bool {
        let words = tokens.words
        return offering.contains { phrase in words.indices.contains { words[$0...].starts(with: phrase) } }
    }

    /// Whether a word goes around a command and says nothing besides.
    func isAround(_ word: String) -> Bool { around.contains(word) }

    /// A text without what introduces a name.
    func withoutIntroduction(_ text: String) -> String {
        let tokens = vocabulary.tokens(of: text)
        let places = tokens.indices.filter { tokens[$0].kind != .mark }
        let words = places.map { tokens[$0].text }
        guard let phrase = introductions.first(where: { words.starts(with: $0) && words.count > $0.count }) else {
            return text
        }
        var first = places[phrase.count]
        while first < tokens.count, tokens[first].kind == .mark { first += 1 }
        guard first < tokens.count else { return text }
        let before = tokens[..<first].map(\.written).joined()
        var rest = String(text.unicodeScalars.dropFirst(before.unicodeScalars.count)).trimmed
        // "our name's …": what English contracts is no part of the name.
        for contracted in ["'s ", "\u{2019}s "] where rest.hasPrefix(contracted) {
            rest = String(rest.dropFirst(3)).trimmed
        }
        return rest.isEmpty ? text : rest
    }
}
