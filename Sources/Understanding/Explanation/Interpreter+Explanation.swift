public import Knowledge

extension Interpreter {
    /// Explains what ``interpret(_:prior:)`` makes of a text. Takes longer than understanding it: for people, not for
    /// every question.
    public func explain(_ text: String, prior: Language?) -> Explanation {
        let interpretation = interpret(text, prior: prior)
        let reading = lexicon.read(text)
        var unknown = 0
        let features = Feature.features(of: reading) { unknown += 1 }
        var gifts: [Int: [(feature: Feature, weight: Int)]] = [:]
        let scores = index.scores(of: features, unknownWords: unknown) { owner, feature, weight in
            gifts[owner, default: []].append((feature, weight))
        }
        let verdicts = rules.verdicts(on: reading)
        let candidates = interpretation.candidates.prefix(3).compactMap { candidate -> Explanation.Candidate? in
            guard let topic = topics.firstIndex(where: { $0.intent == candidate.intent }) else { return nil }
            let parts = Self.parts(of: scores[topic])
            let given = gifts[topic] ?? []
            let all = max(1, given.reduce(0) { $0 + $1.weight })
            let contributions = given.sorted { ($1.weight, name(of: $0.feature)) < ($0.weight, name(of: $1.feature)) }
                .prefix(8)
                .map { gift in
                    Explanation.Contribution(
                        feature: name(of: gift.feature), points: Self.thousandths(gift.weight * parts.words / all))
                }
            return Explanation.Candidate(
                intent: candidate.intent,
                score: Self.thousandths(candidate.score),
                words: Self.thousandths(parts.words),
                letters: Self.thousandths(parts.letters),
                nearest: Self.thousandths(parts.nearest),
                nearestExample: candidate.nearestExample,
                rules: Self.thousandths(verdicts[topic].points),
                rule: verdicts[topic].rule,
                contributions: contributions)
        }
        let first = interpretation.candidates.first
        let second = interpretation.candidates.dropFirst().first
        return Explanation(
            language: interpretation.language,
            decision: interpretation.decision.name,
            words: words(of: reading),
            concepts: interpretation.concepts,
            entities: interpretation.entities,
            candidates: candidates,
            lead: Self.thousandths((first?.score ?? 0) - (second?.score ?? 0)),
            counterfactuals: counterfactuals(to: interpretation, text: text, prior: prior))
    }

    private static func thousandths(_ points: Int) -> Int { points * 1000 / FixedPoint.one }

    private func words(of reading: Reading) -> [Explanation.Word] {
        reading.tokens.indices.map { index in
            let token = reading.tokens[index]
            return Explanation.Word(
                word: token.word, stem: token.stem, start: token.range.lowerBound, end: token.range.upperBound,
                repairedFrom: token.repairedFrom, isUnknown: reading.words[index] < 0, isPolite: reading.isPolite[index]
            )
        }
    }

    private func name(of feature: Feature) -> String {
        feature.name(
            word: { lexicon.stem(of: $0) }, concept: { lexicon.conceptIDs[$0] },
            entity: { number in
                let value = number - Feature.firstDistinguished
                return value < 0 ? EntityType.allCases[number].rawValue : lexicon.distinguishedValues[value]
            })
    }

    /// The words without which another intent would have come first, at most three.
    private func counterfactuals(
        to interpretation: Interpretation, text: String, prior: Language?
    ) -> [Explanation.Counterfactual] {
        guard let first = interpretation.candidates.first?.intent, interpretation.tokens.count <= 40 else { return [] }
        let scalars = Array(text.unicodeScalars)
        var seen: Set<Range<Int>> = []
        var found: [Explanation.Counterfactual] = []
        for token in interpretation.tokens where seen.insert(token.range).inserted && found.count < 3 {
            var shorter = String.UnicodeScalarView(scalars[..<token.range.lowerBound])
            shorter.append(" ")
            shorter.append(contentsOf: scalars[token.range.upperBound...])
            let other = interpret(String(shorter), prior: prior).candidates.first?.intent
            if let other, other != first {
                found.append(.init(without: String(String.UnicodeScalarView(scalars[token.range])), intent: other))
            }
        }
        return found
    }
}

extension Interpretation.Decision {
    /// A name for explanations.
    var name: String {
        switch self {
        case .answer: "answer"
        case .clarify: "clarify"
        case .notUnderstood: "not-understood"
        }
    }
}
