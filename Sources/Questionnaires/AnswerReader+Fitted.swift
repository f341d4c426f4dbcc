import Knowledge

/// What the phrases of each choice have in common, weighed with the phrases that were found.
///
/// The two err apart: a phrase is sure of what it says and knows nothing else; what is fitted knows a little of everything. The
/// leads that are enough were found on answers of strangers that the phrases had been mended by.
extension AnswerReader {
    /// Whether an answer has words enough to have something in common with others: « bleu » and « tout à fait » have not.
    private func isFit(_ tokens: [AnswerToken]) -> Bool {
        tokens.words.count { $0.utf8.count >= Self.fewestLetters } >= Self.fewestWords
    }

    private static let (fewestWords, fewestLetters) = (3, 3)

    // MARK: - One choice

    /// What an answer says of choices of which it can say one, from what its phrases say.
    func weighed(_ saying: Saying, _ tokens: [AnswerToken]) -> Saying {
        guard isFit(tokens), let heard = fittedSayings.heard(in: tokens) else { return saying }
        switch saying {
        case .nothing: return heard.lead >= Self.clearLead ? .places([heard.place], isOwn: false) : saying
        case .unclear(let places):
            let isContrary = nothingChoice.map(places.contains) ?? false
            let decides =
                places.contains(heard.place) && heard.lead >= (isContrary ? Self.contradictedLead : Self.clearLead)
            return decides ? .places([heard.place], isOwn: true) : saying
        case .places(let places, let isOwn):
            guard places != [heard.place], heard.lead >= (isOwn ? Self.surerLead : Self.clearLead) else {
                return saying
            }
            // That there is nothing, or something after all, takes more than to differ from a phrase.
            let isContrary = isOwn && (places == [nothingChoice]) != (heard.place == nothingChoice)
            if isContrary {
                let clauses = clauses(of: tokens)
                // « nous n'avons pas commencé » affirms nothing that could be doubted for.
                let affirms = clauses.clauses.contains { !$0.isNegative }
                if heard.lead < (affirms ? Self.contradictedLead : Self.contraryLead) || clauses.opening == .no {
                    return saying
                }
                // "doesn't matter where they're from, ads say so": two that surely speak for contraries are asked.
                let isPhrased = sayings.found(in: clauses).contains {
                    places.contains($0.place) && $0.strength >= 2 * Self.telling
                }
                if isPhrased || heard.lead < Self.contraryLead { return .unclear((places + [heard.place]).sorted()) }
            }
            return .places([heard.place], isOwn: isOwn)
        }
    }

    /// Whether an answer surely says one of the choices, though it has a phrase of who does not know, or not now.
    func saysRatherThanPasses(_ tokens: [AnswerToken]) -> Bool {
        let isWeighed = question.type == .singleChoice || question.type == .yesNo && question.validation.mustBe == nil
        guard isWeighed, isFit(tokens), let heard = fittedSayings.heard(in: tokens) else { return false }
        return min(heard.lead, heard.leadOverPassing) >= Self.surerLead
    }

    /// What an answer to a yes-no question says, where that is sure and no phrase says the contrary.
    func fittedYesNo(_ tokens: [AnswerToken]) -> Bool? {
        guard question.validation.mustBe == nil, let heard = fittedConsent(tokens), heard.lead >= Self.surerLead else {
            return nil
        }
        let flag = heard.place == 0
        let found = sayings.found(in: clauses(of: tokens))
        // « c'est elles qui mènent, moi je fais juste les livres »: where phrases say both, what is sure and said first decides.
        if heard.lead >= Self.contraryLead,
            found.contains(where: { $0.clause == 0 && $0.place == heard.place && $0.strength >= Self.leastTelling })
        {
            return flag
        }
        if let said = sayingOfYesNo(tokens), said.isOwn, said.flag != flag { return nil }
        return found.contains { $0.place != heard.place && $0.strength >= Self.telling } ? nil : flag
    }

    /// An answer to what must be said clearly, unless what its phrases have in common speaks for the contrary: « hold off on that one,
    /// our lawyer wants to read the answers ».
    func doubted(_ heard: Heard, _ tokens: [AnswerToken]) -> Heard {
        guard let mustBe = question.validation.mustBe, case .understood(.flag(mustBe)) = heard.reading,
            let fitted = fittedConsent(tokens), (fitted.place == 0) != mustBe
        else { return heard }
        return Heard(reading: .notUnderstood(.plainYesOrNo), isOwn: true)
    }

    private func fittedConsent(_ tokens: [AnswerToken]) -> FittedSayings.Heard? {
        guard !question.says.isEmpty, isFit(tokens) else { return nil }
        return fittedSayings.heard(in: tokens)
    }

    /// The lead, in units of 1/1024, that is enough where no phrase decides, where one says something else, and where one says the
    /// contrary; from ``contradictedLead`` to that one it is asked.
    private static let (clearLead, surerLead, contraryLead) = (500, 650, 1200)
    /// The same where phrases speak for something and for nothing, and from which a contrary that a phrase says is doubted.
    private static let contradictedLead = 800
    /// What a phrase for the contrary tells that the weights do not outvote.
    private static let telling = 1000

    // MARK: - Some choices

    /// What an answer says of choices of which it can say several, from what its phrases say.
    ///
    /// Each choice has what the whole answer and the part that says it most have in common with its phrases, something more where
    /// it comes first of a part, and much more where a phrase of its own was found.
    func weighedAmongSome(_ saying: Saying, _ tokens: [AnswerToken]) -> Saying {
        if case .unclear = saying { return saying }
        guard isFit(tokens) else { return saying }
        let (found, isOwn): ([Int], Bool) =
            if case .places(let places, let isOwn) = saying { (places, isOwn) } else { ([], false) }
        let parts = self.clauses(of: tokens, isList: true)
        let told = partsOfNow(parts, tokens)
        guard !told.isEmpty else { return saying }
        let whole = fittedSayings.leads(in: Array(told.joined()))
        let leads = told.map { fittedSayings.leads(in: $0) }
        let foremost = Set(leads.compactMap { part in part.indices.max { part[$0] < part[$1] } })
        let excluded = leftOut(of: parts).union(placesWithin(found)).subtracting(found)
        let points = whole.indices.map { place -> Int in
            if excluded.contains(place) { return .min }
            return whole[place] + (leads.map { $0[place] }.max() ?? 0)
                + (foremost.contains(place) ? Self.firstOfPart : 0) + (found.contains(place) ? Self.phrased : 0)
        }
        let said = points.indices.filter { points[$0] >= Self.said }
        guard let best = said.max(by: { points[$0] < points[$1] }) else { return saying }
        if question.choices[best].exclusive {
            // "only the CWB ticket for the welding, nothing green": something is said besides, and more surely by the weights.
            let others = said.filter { !question.choices[$0].exclusive && whole[$0] > whole[best] }
            return others.isEmpty ? .places([best], isOwn: isOwn) : .unclear(([best] + others).sorted())
        }
        return .places(said.filter { !question.choices[$0].exclusive }, isOwn: isOwn)
    }

    /// The parts of an answer that tell of what there is: « le site web, aucune idée » and "in the works" do not.
    private func partsOfNow(_ parts: AnswerClauses, _ tokens: [AnswerToken]) -> [[AnswerToken]] {
        let ahead = phrases.tokensAhead(in: parts)
        return parts.clauses.compactMap { clause in
            guard let first = clause.words.first?.token, let last = clause.words.last?.token,
                !clause.words.contains(where: { ahead.contains($0.token) })
            else { return nil }
            let part = Array(tokens[first...last])
            return phrases.passingClause(part) == nil ? part : nil
        }
    }

    /// What a phrase of a choice is worth beside what is fitted, what coming first of a part is, and how much is enough, in units of
    /// 1/1024.
    private static let (phrased, firstOfPart, said) = (3000, 1500, 1800)
}
