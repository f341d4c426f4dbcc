import Knowledge

/// What a text says to a yes-no question.
enum Consent { case yes, no, both, neither }

extension AnswerVocabulary {
    /// Yes or no counts where the text begins with it: « aucune sanction » may be either, depending on the question.
    func consent(_ tokens: [AnswerToken]) -> Consent {
        // A mark is kept as a comma: after one, a second yes or no contradicts the first.
        var words = tokens.map { $0.kind == .mark ? "," : $0.text }
        words.trimPrefix { $0 == "," || aroundConsent.contains($0) }
        while words.last == "," { words.removeLast() }
        let plain = words.filter { $0 != "," }
        let whole = plain.joined(separator: " ")
        if self[.noPhrases].contains(whole) { return .no }
        if self[.yesPhrases].contains(whole) { return .yes }
        guard let first = plain.first, !self[.notApplicable].contains(whole),
            !self[.notApplicableOpenings].begins(plain)
        else { return .neither }
        // "No sanctions" says that there are none, which may be yes.
        if self[.noBeforeNouns].contains(first), let after = words.dropFirst().first, after != ",",
            !self[.behindNounNo].contains(after)
        {
            return .neither
        }
        if plain.prefix(Self.mostBeforeDoubt).contains(where: self[.doubts].contains)
            || self[.doubtPhrases].isWithin(whole)
        {
            return .neither
        }
        if self[.noOpenings].begins(plain) { return .no }
        // « pas vraiment, c'est son beau-frère qui mène »: the denial, then why.
        let opening = words.prefix { $0 != "," }
        if opening.count > 1, self[.noPhrases].contains(opening.joined(separator: " ")) { return .no }
        // "I do, I'm the VP so I can sign for it": the same of a yes.
        if opening.count > 1, self[.yesPhrases].contains(opening.joined(separator: " ")),
            !contradicts(words, others: self[.clearNo])
        {
            return .yes
        }
        let saysYes = self[.clearYes].contains(first)
        if saysYes || self[.clearNo].contains(first) {
            if contradicts(words, others: self[saysYes ? .clearNo : .clearYes]) { return .both }
            if self[.notKnowingEndings].phrases.contains(where: { plain.suffix($0.count).elementsEqual($0) }) {
                return .neither
            }
            return saysYes ? .yes : .no
        }
        guard let opening = self[.yesOpenings].opening(plain) else { return .neither }
        let rest = plain.dropFirst(opening.count)
        if let next = rest.first, self[.negations].contains(next) || self[.turningYes].begins(rest) { return .no }
        return contradicts(words, others: self[.clearNo]) ? .both : .yes
    }

    /// Among how many words from the beginning a doubt is one of the whole text.
    private static let mostBeforeDoubt = 3

    /// Whether a text wavers from its beginning: « peut-être », "it depends".
    func isDoubtful(_ tokens: [AnswerToken]) -> Bool {
        let words = tokens.words
        return words.prefix(Self.mostBeforeDoubt).contains(where: self[.doubts].contains)
            || self[.doubtPhrases].isWithin(words.prefix(Self.mostBeforeDoubt + 1).joined(separator: " "))
    }

    /// Whether the text is yes or no and nothing else.
    func plainConsent(_ tokens: [AnswerToken]) -> Consent {
        let words = tokens.words.filter { !aroundConsent.contains($0) }
        guard !words.isEmpty else { return .neither }
        let whole = words.joined(separator: " ")
        if self[.yesPhrases].contains(whole) || words.allSatisfy(self[.clearYes].contains) { return .yes }
        if self[.noPhrases].contains(whole) || words.allSatisfy(self[.clearNo].contains) { return .no }
        return .neither
    }

    private func contradicts(_ words: [String], others: WordSet) -> Bool {
        words.indices.dropFirst().contains { index in
            let before = words[index - 1]
            return others.contains(words[index]) && !isHarmless(words, index)
                && (before == "," || self[.betweenYesAndNo].contains(before) || self[.clearYes].contains(before)
                    || self[.clearNo].contains(before))
        }
    }

    /// "No problem" and "no one else" after yes contradict nothing.
    private func isHarmless(_ words: [String], _ index: Int) -> Bool {
        index + 1 < words.count && self[.harmlessBehindNo].contains(words[index + 1])
    }
}

extension [String] {
    fileprivate mutating func trimPrefix(while isDropped: (String) -> Bool) {
        removeFirst(prefix(while: isDropped).count)
    }
}
