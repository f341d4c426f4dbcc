import Knowledge

extension AnswerReader {
    /// What an answer says of the choices, by what people say for them.
    enum Saying: Hashable {
        /// These, as places; `isOwn` where a phrase of theirs was found rather than single words.
        case places([Int], isOwn: Bool)
        /// One of these, and nobody could tell which.
        case unclear([Int])
        case nothing
    }

    // MARK: - One choice

    func sayingOfOne(_ tokens: [AnswerToken]) -> Saying {
        if let either = alternatives(tokens) { return .unclear(either) }
        return asSharedAsSaid(weighed(oneSaid(tokens), tokens), tokens)
    }

    private func oneSaid(_ tokens: [AnswerToken]) -> Saying {
        guard saysMoreThanFigures(tokens) else { return .nothing }
        let clauses = self.clauses(of: tokens)
        var found = sayings.found(in: clauses)
        if let last = clauses.clauses.lastIndex(where: \.isCorrection),
            found.contains(where: { clauses.clauses[$0.clause].isCorrection })
        {
            found.removeAll { !clauses.clauses[$0.clause].isCorrection && $0.clause < last }
        }
        var strengths = [Int](repeating: 0, count: sayable.count)
        for one in found { strengths[one.place] += one.strength }
        let isOwn = found.contains { $0.strength >= Self.leastTelling } || !found.isEmpty && covers(found, clauses)
        var leaning = SayingMatcher.Leaning(strengths: [Int](repeating: 0, count: sayable.count))
        for (number, clause) in clauses.clauses.enumerated() {
            let taken = Set(found.filter { $0.clause == number }.flatMap { Array($0.words) })
            leaning.add(sayings.leaning(of: clause, without: taken))
        }
        // Who begins with yes does not say that there is nothing.
        if clauses.opening == .yes, let nothing = nothingChoice {
            strengths[nothing] = 0
            leaning.strengths[nothing] = 0
        }
        if clauses.opening == .no, let nothing = nothingChoice {
            // « non, rien d'écrit » is no « oui, mais rien d'écrit »; « non, par écrit » contradicts itself.
            let affirmed = found.first { !clauses.clauses[$0.clause].isNegative && affirmingChoices.contains($0.place) }
            if let affirmed { return .unclear([nothing, affirmed.place].sorted()) }
            for place in affirmingChoices { strengths[place] = 0 }
            // « non, on a jamais additionné ça »: who denies, and affirms nothing besides, says that there is nothing.
            if !found.contains(where: { !clauses.clauses[$0.clause].isNegative && $0.place != nothing }) {
                // "no, we just recover refrigerant and keep the vans tuned up": much is said besides, in words that nobody gathered.
                let much = clauses.clauses.contains { !$0.isNegative && $0.words.count > Self.muchBesides }
                let other = question.choices.indices.filter { $0 != nothing }.max {
                    leaning.strengths[$0] < leaning.strengths[$1]
                }
                if much, let other, leaning.strengths[other] > leaning.strengths[nothing] {
                    return .unclear([nothing, other].sorted())
                }
                return .places([nothing], isOwn: true)
            }
        }
        if isOwn, strengths.contains(where: { $0 > 0 }) {
            // What is said by the way counts half.
            let phrased = strengths
            for (place, strength) in leaning.strengths.enumerated() { strengths[place] += strength / 2 }
            let saying = decide(strengths)
            // « on covoiture, c'est pas plus organisé que ça »: where something is said besides that there is nothing, nobody
            // notes nothing.
            guard case .places(let places, _) = saying, let place = places.first, place == nothingChoice else {
                return saying
            }
            if let other = leaning.strengths.indices.filter({ $0 != place }).max(by: {
                phrased[$0] + leaning.strengths[$0] < phrased[$1] + leaning.strengths[$1]
            }) {
                let phrase = phrased[other]
                if phrase > Self.leastContrary, phrase * 5 >= phrased[place] * 3 {
                    // « pas d'engagement, ni écrit ni autrement »: what is only said not to be is nothing besides.
                    let isDenied = found.allSatisfy { $0.place != other || clauses.clauses[$0.clause].isNegative }
                    return isDenied ? .unclear([place, other].sorted()) : .places([other], isOwn: true)
                }
                let lean = leaning.strengths[other] - leaning.strengths[place]
                if phrase > 0 && phrase * 2 >= phrased[place]
                    || lean >= Swift.max(Self.leastLeaningAgainst, phrased[place])
                {
                    return .unclear([place, other].sorted())
                }
            }
            return doubtOfNothing(clauses, without: found) ?? saying
        }
        if clauses.opening == .no || clauses.isOnlyDenial || clauses.hasDenialAlone, let nothing = nothingChoice {
            return .places([nothing], isOwn: true)
        }
        // « y a rien de monté là-dessus »: whatever it is that there is none of.
        if let nothing = nothingChoice, question.choices[nothing].points == 0, !clauses.clauses.isEmpty,
            clauses.clauses.allSatisfy({ $0.words.first?.stem == AnswerClauses.negation }),
            leaning.told * 5 < leaning.words * 2
        {
            return .places([nothing], isOwn: false)
        }
        guard leaning.told >= 2 || leaning.told * 5 >= leaning.words * 2 else { return .nothing }
        for (place, strength) in leaning.strengths.enumerated() { strengths[place] += strength }
        guard let best = strengths.max(), best >= Self.leastLeaning else { return .nothing }
        let isClear = strengths.count { $0 * 3 > best * 2 } == 1
        guard isClear, let place = strengths.firstIndex(of: best) else { return .nothing }
        if place == nothingChoice, let doubt = doubtOfNothing(clauses, without: found) { return doubt }
        // « on n'y a jamais songé, pour les trois bricoles qu'on achète »: who denies first, in words that nobody gathered, may say that
        // there is nothing.
        if let nothingChoice, place != nothingChoice, clauses.clauses.count > 1, clauses.clauses[0].isNegative,
            clauses.clauses[0].words.count > 1, !found.contains(where: { $0.clause == 0 })
        {
            return .unclear([nothingChoice, place].sorted())
        }
        return .places([place], isOwn: false)
    }

    /// « pas grand-chose de formel. Les gars ferment les machines, on garde les palettes »: where much is said besides that there
    /// is nothing, in words that nobody gathered, which is meant is asked.
    ///
    /// - Parameter found: The phrases that were found: what says that there is nothing is nothing besides.
    private func doubtOfNothing(_ clauses: AnswerClauses, without found: [SayingMatcher.Found]) -> Saying? {
        let besides = clauses.clauses.indices.filter { number in
            !clauses.clauses[number].isNegative
                && !found.contains { $0.clause == number && $0.place == nothingChoice }
        }.map { clauses.clauses[$0] }
        guard let nothingChoice, clauses.opening != .no, besides.count > 1,
            besides.map(\.words.count).reduce(0, +) >= Self.muchBesides,
            let next = question.choices.indices.first(where: {
                $0 != nothingChoice && question.choices[$0].points ?? 0 > 0
            })
        else { return nil }
        return .unclear([nothingChoice, next].sorted())
    }

    /// The choices between which an answer wavers: « coop ou compagnie », "either a co-op or a corporation".
    private func alternatives(_ tokens: [AnswerToken]) -> [Int]? {
        let joints = tokens.indices.filter { vocabulary[.or].contains(tokens[$0].text) }
        guard !joints.isEmpty else { return nil }
        let clauses = self.clauses(of: tokens)
        let found = sayings.found(in: clauses)
        for joint in joints.prefix(Self.mostAlternatives) {
            func place(_ isWanted: (Int) -> Bool) -> Int? {
                found.filter {
                    $0.strength >= Self.leastTelling
                        && isWanted(clauses.clauses[$0.clause].words[$0.words.lowerBound].token)
                }
                .max { $0.strength < $1.strength }?.place
            }
            let before = place { $0 < joint && joint - $0 <= Self.nearJoint }
            let after = place { $0 > joint && $0 - joint <= Self.nearJoint }
            if let before, let after, before != after { return [before, after].sorted() }
        }
        return nil
    }

    /// How many « ou » of an answer are looked at.
    private static let mostAlternatives = 8
    /// How many tokens from « ou » an alternative stands at most.
    private static let nearJoint = 4

    /// Consent to all buyers that something is taken back from is none to all: without the answers on diversity, where it is those,
    /// and else which is meant is asked.
    func asSharedAsSaid(_ saying: Saying, _ tokens: [AnswerToken]) -> Saying {
        let wide = [SharingConsent.buyers, .buyersWithoutDiversity].map(\.rawValue)
        guard questionnaire.roles[.sharingConsent] == question.id, case .places(let places, let isOwn) = saying,
            !(isOwn && places.map({ sayable[$0] }) == [SharingConsent.buyersWithoutDiversity.rawValue]),
            places.contains(where: { wide.contains(sayable[$0]) }), phrases.excepts(tokens)
        else { return saying }
        if tokens.contains(where: speaksOfDiversity),
            let without = sayable.firstIndex(of: SharingConsent.buyersWithoutDiversity.rawValue)
        {
            return .places([without], isOwn: true)
        }
        return .unclear(sayable.indices.filter { wide.contains(sayable[$0]) })
    }

    private func speaksOfDiversity(_ token: AnswerToken) -> Bool {
        vocabulary[.diversityBeginnings].phrases.contains { token.text.hasPrefix($0[0]) }
    }

    /// Whether there is a word, or a figure as long as the name of a standard: « 14001 ».
    private func saysMoreThanFigures(_ tokens: [AnswerToken]) -> Bool {
        tokens.contains { $0.kind == .word || $0.kind == .number && $0.text.utf8.count > 3 }
    }

    /// The strongest, where it is clear; of steps of a scale the higher, which the lower is part of.
    private func decide(_ strengths: [Int]) -> Saying {
        guard let best = strengths.max(), let place = strengths.firstIndex(of: best) else { return .nothing }
        let near = strengths.indices.filter { strengths[$0] * 100 >= best * Self.nearness }
        guard near.count > 1 else { return .places([place], isOwn: true) }
        if question.type == .singleChoice {
            let points = near.compactMap { question.choices[$0].points }
            if points.count == near.count, points.allSatisfy({ $0 > 0 }), Set(points).count == points.count,
                let highest = near.max(by: { (question.choices[$0].points ?? 0) < (question.choices[$1].points ?? 0) })
            {
                return .places([highest], isOwn: true)
            }
        }
        let far = strengths.indices.filter { strengths[$0] * 100 >= best * Self.sameness }
        return far.count > 1 ? .unclear(far) : .places([place], isOwn: true)
    }

    private func covers(_ found: [SayingMatcher.Found], _ clauses: AnswerClauses) -> Bool {
        clauses.clauses.indices.allSatisfy { number in
            let words = Set(found.filter { $0.clause == number }.flatMap { Array($0.words) })
            return words.count == clauses.clauses[number].words.count
        }
    }

    // MARK: - Some choices

    func sayingOfSome(_ tokens: [AnswerToken]) -> Saying { weighedAmongSome(someSaid(tokens), tokens) }

    private func someSaid(_ tokens: [AnswerToken]) -> Saying {
        guard saysMoreThanFigures(tokens) else { return .nothing }
        let clauses = self.clauses(of: tokens)
        let parts = self.clauses(of: tokens, isList: true)
        let ahead = phrases.tokensAhead(in: parts)
        let isOfGroups = questionnaire.roles[.ownershipGroups] == question.id
        let found = foremost(
            sayings.found(in: clauses, overlapping: isOfGroups).filter { one in
                (one.strength >= Self.leastTelling || isWholePart(one, clauses))
                    && (one.place == nothingChoice
                        || !ahead.contains(clauses.clauses[one.clause].words[one.words.lowerBound].token))
            }, clauses, tokens)
        // What is denied and would be said without the denial is left out: « pas le compost »; but not what was said at length.
        let atLength = Set(found.filter { $0.words.count > 1 && !clauses.clauses[$0.clause].isNegative }.map(\.place))
        let denied = leftOut(of: clauses).subtracting(atLength)
        var places = Set(found.map(\.place))
        // « aucune pour le moment, chaque préposée s'arrange »: where a phrase says that there is nothing, it takes another to say more.
        let saysNothing = nothingChoice.map(places.contains) ?? false
        var isOwn = !found.isEmpty
        for name in schemes.found(in: tokens.wordsOfNames)
        where !isDenied(name, in: tokens) && !ahead.contains(tokens.placesOfNames[name.words.lowerBound]) {
            let named = question.choices.indices.filter {
                !Set(question.choices[$0].certifications).isDisjoint(with: name.ids)
            }
            if named.count == 1 {
                places.formUnion(named)
                isOwn = true
            }
        }
        // What a firm holds is named: single words of other things claim nothing.
        let isHeld = question.choices.contains { !$0.certifications.isEmpty }
        let taken = Set(found.flatMap { one in clauses.clauses[one.clause].words[one.words].map(\.token) })
        for part in parts.clauses where !part.isNegative && !part.words.contains(where: { taken.contains($0.token) }) {
            let leaning = sayings.leaning(of: part)
            // A word by the way adds no choice to those that were said.
            guard !isHeld, !saysNothing, clauses.opening != .no, !clauses.beginsWithDenialAlone,
                !part.words.contains(where: { ahead.contains($0.token) }),
                leaning.told * 3 >= leaning.words, leaning.told > 1 && !isOfGroups || places.isEmpty,
                let best = leaning.strengths.max(), best >= Self.leastLeaning,
                leaning.strengths.count(where: { $0 * 3 > best * 2 }) == 1,
                let place = leaning.strengths.firstIndex(of: best), place != nothingChoice,
                !question.choices[place].exclusive || places.isEmpty
            else { continue }
            places.insert(place)
        }
        // « rien de ça, on a jamais soumissionné »: what is denied first is all that is asked about.
        if places.isEmpty, clauses.isOnlyDenial || clauses.beginsWithDenialAlone || !ahead.isEmpty,
            let nothing = nothingChoice
        {
            return .places([nothing], isOwn: true)
        }
        let said = Set(found.filter { clauses.clauses[$0.clause].isNegative }.map(\.place))
        let kept = withoutPlacesWithin(places.subtracting(denied.subtracting(said)), found)
        if kept.isEmpty {
            guard clauses.opening == .no, let nothing = nothingChoice else { return .nothing }
            return .places([nothing], isOwn: false)
        }
        // « rien à part le recyclage »: what there is counts; but a word by the way does not beside « ça s'applique pas ».
        let real = kept.filter { !question.choices[$0].exclusive }
        let besides = kept.filter { question.choices[$0].neutral && question.choices[$0].exclusive }
        func strength(_ places: Set<Int>) -> Int {
            found.filter { places.contains($0.place) }.map(\.strength).max() ?? 0
        }
        if strength(besides) > strength(real) { return .places(besides.sorted(), isOwn: isOwn) }
        // « ma conjointe est immigrante, moi je rentre dans aucune case »: one owner of a group is enough.
        if !isOfGroups, let nothing = nothingChoice, !phrases.excepts(tokens), !real.isEmpty,
            real.isSubset(of: Set(found.map(\.place))),
            clauses.opening == .no || strength([nothing]) > strength(real),
            found.allSatisfy({ !real.contains($0.place) || isByTheWay($0, strength([nothing]), clauses) })
        {
            return .places([nothing], isOwn: true)
        }
        return .places((real.isEmpty ? kept : real).sorted(), isOwn: isOwn)
    }

    /// « l'Estrie, de Magog à Mégantic »: where a wider area is named, the towns that are named with it are within it. The areas of the
    /// question stand from the narrowest to the widest.
    private func withoutPlacesWithin(_ places: Set<Int>, _ found: [SayingMatcher.Found]) -> Set<Int> {
        guard found.allSatisfy({ $0.place != 0 || $0.words.count <= Self.longestTown && $0.isName })
        else { return places }
        return places.subtracting(placesWithin(places))
    }

    /// The towns, where a region or more is named that they may be in.
    func placesWithin(_ places: some Collection<Int>) -> Set<Int> {
        guard questionnaire.roles[.regionsServed] == question.id,
            places.contains(where: { (1...Self.widestAround).contains($0) })
        else { return [] }
        return [0]
    }

    /// The last of the areas that surely hold the towns named beside them: the region, all of Québec.
    private static let widestAround = 2
    /// The most words of a town's name: « Saint-Jean-sur-Richelieu ».
    private static let longestTown = 3

    /// Whether a phrase is a single word that stands back behind what says at length that there is none: "the way my grandfather
    /// made it, so no, nothing new". « compost. pas le compost finalement » denies what was said, not all.
    private func isByTheWay(_ one: SayingMatcher.Found, _ nothing: Int, _ clauses: AnswerClauses) -> Bool {
        let words = clauses.clauses[one.clause].words
        let stem = words[one.words.lowerBound].stem
        let isTakenBack = clauses.clauses.contains { $0.isNegative && $0.words.contains { $0.stem == stem } }
        guard one.words.count == 1, !isTakenBack else { return false }
        return clauses.opening == .no || words.count > (nothing < Self.atLength ? 2 : 1)
    }

    /// Whether a phrase is all that is said in its clause, or in its part of a list: « Québec et Ontario ».
    private func isWholePart(_ one: SayingMatcher.Found, _ clauses: AnswerClauses) -> Bool {
        let words = clauses.clauses[one.clause].words
        let before =
            one.words.lowerBound == 0
            || clauses.joins(words[one.words.lowerBound - 1].token, words[one.words.lowerBound].token)
        let last = one.words.upperBound - 1
        let after = one.words.upperBound == words.count || clauses.joins(words[last].token, words[last + 1].token)
        return before && after
    }

    /// The phrases that count in each part of a list: where one of several words is found, single words beside it are by the way;
    /// else the strongest, and those that say one choice alone.
    private func foremost(
        _ found: [SayingMatcher.Found], _ clauses: AnswerClauses, _ tokens: [AnswerToken]
    ) -> [SayingMatcher.Found] {
        var number = 0
        let partOfToken = tokens.indices.map { index in
            if vocabulary.isBreak(tokens, at: index) || vocabulary.joins(tokens[index]) { number += 1 }
            return number
        }
        func part(_ one: SayingMatcher.Found) -> Int {
            partOfToken[clauses.clauses[one.clause].words[one.words.lowerBound].token]
        }
        // A person can be of several groups in one breath: « femme autochtone ».
        if questionnaire.roles[.ownershipGroups] == question.id { return found }
        let parts = Dictionary(grouping: found, by: part)
        return found.filter { one in
            let beside = parts[part(one)] ?? []
            guard one.words.count == 1 else { return true }
            if beside.contains(where: { $0.words.count > 1 && $0.place != one.place }) { return false }
            let strongest = beside.map(\.strength).max() ?? 0
            return one.strength == strongest || one.strength >= Self.alone
        }
    }

    /// How much a phrase of some words tells.
    private static let atLength = 2000
    /// How much a word tells that says one choice alone.
    private static let alone = 950

    /// The choices whose affirming phrases stand where something is denied.
    func leftOut(of clauses: AnswerClauses) -> Set<Int> {
        Set(sayings.found(in: clauses.affirmingDenied).filter { $0.strength >= Self.leastTelling }.map(\.place))
    }

    private func isDenied(_ name: SchemeNames.Found, in tokens: [AnswerToken]) -> Bool {
        let before = tokens.wordsOfNames[..<name.words.lowerBound].suffix(3)
        return before.contains(where: vocabulary[.negations].contains)
    }

    // MARK: - Yes and no

    /// What an answer says in the question's own sense.
    ///
    /// - Returns: What it says, and whether a phrase says it rather than single words; `nil` if nothing does.
    func sayingOfYesNo(_ tokens: [AnswerToken]) -> (flag: Bool, isOwn: Bool)? {
        guard !question.says.isEmpty, !vocabulary[.notApplicable].contains(tokens.words.joined(separator: " ")) else {
            return nil
        }
        let clauses = self.clauses(of: tokens)
        var found = sayings.found(in: clauses).filter { $0.strength >= Self.leastTelling || covers([$0], clauses) }
        // "On paper maybe, but it's her husband who runs the show": after a doubt only what is said at length counts.
        if vocabulary.isDoubtful(tokens) {
            found.removeAll { $0.clause == 0 || $0.words.count < 2 }
            if found.isEmpty { return nil }
        }
        var strengths = [0, 0]
        for one in found { strengths[one.place] = Swift.max(strengths[one.place], one.strength) }
        // « l'environnement, euh, la réponse est non »: a clause that is only a denial.
        if found.isEmpty, clauses.hasDenialAlone, !asksForAbsence { return (false, true) }
        if found.isEmpty {
            var told = 0
            var words = 0
            for clause in clauses.clauses {
                let leaning = sayings.leaning(of: clause)
                for (place, strength) in leaning.strengths.enumerated() { strengths[place] += strength }
                told += leaning.told
                words += leaning.words
            }
            let isOneSided = strengths.contains(0)
            guard told >= 2, told * (isOneSided ? 6 : 3) >= words,
                strengths.max() ?? 0 >= Self.leastLeaning
            else { return nil }
        }
        let (least, most) = (Swift.min(strengths[0], strengths[1]), Swift.max(strengths[0], strengths[1]))
        guard most > 0, least * 4 < most * 3 else { return nil }
        return (strengths[0] == most, !found.isEmpty)
    }

    // MARK: - Which choice is which

    /// How much of the strongest another must have to be as good, in hundredths; and to be a lower step of the same scale.
    private static let (sameness, nearness) = (85, 60)
    /// What less than this tells counts only where nothing else is said.
    static let leastTelling = 650
    /// How many words, said in clauses that affirm, are much beside a phrase that says that there is nothing.
    private static let muchBesides = 5
    /// What a phrase must tell against one that says that there is nothing.
    private static let leastContrary = 900
    /// What single words must tell against it: more than one of them.
    private static let leastLeaningAgainst = 1400
    /// What single words must tell together.
    private static let leastLeaning = 700
}
