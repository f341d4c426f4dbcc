import Knowledge
import Text

/// What tells clauses apart, and what a word of one is compared as.
extension AnswerVocabulary {
    /// The words of a part of an answer that say something.
    ///
    /// - Parameter offset: How many tokens of the answer stand before those that the part is one of.
    func tellingWords(of tokens: ArraySlice<AnswerToken>, _ offset: Int) -> [AnswerClauses.Word] {
        said(tokens).map { AnswerClauses.Word(stem: stem($0.text), token: $0.token + offset) }
            .filter { !$0.stem.isEmpty }
    }

    /// The stems of a phrase, in order; the small words too where there is nothing else.
    func stems(of phrase: String) -> [String] {
        let tokens = tokens(of: phrase).filter { $0.kind != .mark }
        let stems = said(tokens[...]).map { stem($0.text) }.filter { !$0.isEmpty }
        return stems.isEmpty || stems == [AnswerClauses.negation] ? tokens.map { Stemmer.stem($0.text) } : stems
    }

    /// Whether words are small ones and denials alone.
    func saysLittle(_ words: [String]) -> Bool {
        words.allSatisfy { word in
            self[.small].contains(word) || self[.denying].contains(word) || self[.standIns].contains(word)
        }
    }

    /// A word, small ones too, as it is compared: without its inflexion, what denies as ``AnswerClauses/negation``, years by what
    /// they tell.
    func compared(_ word: String) -> String {
        if self[.denying].contains(word) { return AnswerClauses.negation }
        if word.utf8.count == 4, let year = Int(word), (1900...2099).contains(year) {
            return year >= Self.firstYearAhead ? Self.yearAhead : Self.yearBehind
        }
        return Stemmer.stem(word)
    }

    /// What a year that a target is set for is read as, and one that something was done in: what tells is which, not the figure.
    private static let (yearAhead, yearBehind) = ("year-ahead", "year-behind")
    /// From this year on a year is one that a target is set for: this is when the phrases were gathered.
    private static let firstYearAhead = 2026

    private func stem(_ word: String) -> String {
        let stem = compared(word)
        return stem != AnswerClauses.negation && self[.small].contains(word) ? "" : stem
    }

    /// The words without what only looks like a denial: « pas mal », "not only".
    private func said(_ tokens: ArraySlice<AnswerToken>) -> [(text: String, token: Int)] {
        var said: [(text: String, token: Int)] = []
        var index = tokens.startIndex
        while index < tokens.endIndex {
            if let found = rereadings[tokens[index].text]?.first(where: { tokens[index...].begins(with: $0.words) }) {
                if let word = found.word { said.append((word, index)) }
                index += found.words.count
                continue
            }
            if tokens[index].kind != .mark { said.append((tokens[index].text, index)) }
            index += 1
        }
        return said
    }

    /// Whether a token joins two clauses.
    func joins(_ token: AnswerToken) -> Bool { token.isMark("+&") || self[.and].contains(token.text) }

    /// Whether one clause ends at a token. A full stop with something right behind it is part of what it stands in: « 1.5 ».
    func isBreak(_ tokens: [AnswerToken], at index: Int) -> Bool {
        let token = tokens[index]
        switch token.kind {
        case .mark:
            return token.isMark(",;!?:()\n/•")
                || token.isMark(".")
                    && !(index + 1 < tokens.count && tokens[index + 1].isGlued && tokens[index + 1].kind != .mark)
        case .word:
            // « nulle part » is no « à part ».
            guard let phrases = breaks[token.text] else { return false }
            return phrases.contains { before in
                before.isEmpty || index >= before.count && tokens[(index - before.count)...].begins(with: before)
            }
        case .number:
            return false
        }
    }

    /// Takes a yes or a no off the front, where it is one: "no policy" denies, "no, we don't" answers.
    func takeOpening(from tokens: inout [AnswerToken]) -> Consent {
        let rest = tokens.drop { $0.kind == .mark || beforeOpening.contains($0.text) }
        guard let first = rest.first else { return .neither }
        let next = rest.dropFirst().first
        func take() { tokens = Array(rest.dropFirst().drop { $0.kind == .mark }) }
        if self[.clearYes].contains(first.text) {
            take()
            return .yes
        }
        guard self[.clearNo].contains(first.text) else { return .neither }
        // « non-profit » is one word.
        if let next, next.isMark("-"), next.isGlued { return .neither }
        // "nope" answers; « non » and "no" may deny what stands behind them.
        let answers = !self[.denyingNo].contains(first.text)
        guard answers || next == nil || next?.kind == .mark || next.map({ self[.behindNo].contains($0.text) }) == true
        else { return .neither }
        take()
        return .no
    }
}
