import Knowledge
public import Text

extension Interpreter {
    /// Explains what ``interpret(_:prior:in:)`` makes of a text. Takes longer than understanding it: for people, not for
    /// every question.
    public func explain(_ text: String, prior: Language?, in situation: Situation = .nothingOpen) -> Explanation {
        let interpretation = interpret(text, prior: prior, in: situation)
        let reading = lexicon.read(text)
        let weighed = weigh(reading, in: situation)
        var gifts: [Int: [(feature: Feature, weight: Int)]] = [:]
        _ = index.scores(of: weighed.features) { owner, feature, weight in
            gifts[owner, default: []].append((feature, weight))
        }
        let candidates = interpretation.candidates.prefix(3).compactMap { candidate -> Explanation.Candidate? in
            guard let topic = topics.firstIndex(where: { $0.intent == candidate.intent }) else { return nil }
            let evidence = weighed.evidence[topic]
            let given = gifts[topic] ?? []
            let all = max(1, given.reduce(0) { $0 + $1.weight })
            let contributions = given.sorted { ($1.weight, name(of: $0.feature)) < ($0.weight, name(of: $1.feature)) }
                .prefix(8)
                .map { gift in
                    Explanation.Contribution(
                        feature: name(of: gift.feature), points: Self.thousandths(gift.weight * evidence.words / all))
                }
            return Explanation.Candidate(
                intent: candidate.intent,
                score: Self.thousandths(candidate.score),
                words: Self.thousandths(evidence.words),
                letters: Self.thousandths(evidence.letters),
                nearest: Self.thousandths(evidence.nearest),
                nearestExample: candidate.nearestExample,
                relevance: Self.thousandths(evidence.relevance),
                rules: Self.thousandths(evidence.rules),
                rule: candidate.rule,
                situation: Self.thousandths(evidence.situation),
                fitted: Self.thousandths(evidence.fitted),
                apart: apart(topic, from: interpretation.candidates, weighed.features),
                contributions: contributions)
        }
        let first = interpretation.candidates.first
        let second = interpretation.candidates.dropFirst().first
        return Explanation(
            language: interpretation.language,
            decision: interpretation.decision.name,
            words: words(of: reading),
            question: weighed.questions.first.map { self.text(of: $0, in: text) },
            concepts: interpretation.concepts,
            entities: interpretation.entities,
            candidates: candidates,
            lead: Self.thousandths((first?.score ?? 0) - (second?.score ?? 0)),
            counterfactuals: counterfactuals(to: interpretation, text: text, prior: prior, in: situation))
    }

    /// What tells an intent from the best of the others, by the fitted weights.
    private func apart(
        _ topic: Int, from candidates: [Interpretation.Candidate], _ features: FeatureExtractor.Features
    ) -> [Explanation.Contribution] {
        guard let other = candidates.first(where: { $0.intent != topics[topic].intent }),
            let rival = topics.firstIndex(where: { $0.intent == other.intent })
        else { return [] }
        return fitted.contributions(of: features.all, for: topic, over: rival)
            .filter { $0.points != 0 }
            .map { Explanation.Contribution(feature: name(of: $0.feature), points: Self.thousandths($0.points)) }
            .sorted { ($1.points.magnitude, $0.feature) < ($0.points.magnitude, $1.feature) }
            .prefix(8).map(\.self)
    }

    private static func thousandths(_ points: Int) -> Int { points * 1000 / FixedPoint.one }

    /// The most words that are shown one by one: nobody reads more.
    private static let mostExplained = 200

    private func words(of reading: LexicalReading) -> [Explanation.Word] {
        reading.tokens.indices.prefix(Self.mostExplained).map { index in
            let token = reading.tokens[index]
            return Explanation.Word(
                word: token.word, stem: token.stem < 0 ? token.word : lexicon.text(ofStem: token.stem),
                start: token.range.lowerBound, end: token.range.upperBound, repairedFrom: token.repairedFrom,
                isUnknown: token.stem < 0, isPolite: reading.isPolite[index])
        }
    }

    /// A feature as an explanation writes it.
    package func name(of feature: Feature) -> String {
        feature.name(
            word: { lexicon.text(ofStem: $0) }, concept: { lexicon.conceptIDs[$0] },
            entity: { extractor.name(ofEntity: $0) })
    }

    /// The part of a text that was read.
    private func text(of reading: LexicalReading, in text: String) -> String {
        guard let first = reading.tokens.first, let last = reading.tokens.last else { return "" }
        let scalars = Array(text.unicodeScalars)[first.range.lowerBound..<last.range.upperBound]
        return String(String.UnicodeScalarView(scalars))
    }

    /// The words without which another intent would have come first, at most three.
    private func counterfactuals(
        to interpretation: Interpretation, text: String, prior: Language?, in situation: Situation
    ) -> [Explanation.Counterfactual] {
        guard let first = interpretation.candidates.first?.intent, interpretation.tokens.count <= 40 else { return [] }
        let scalars = Array(text.unicodeScalars)
        var seen: Set<Range<Int>> = []
        var found: [Explanation.Counterfactual] = []
        for token in interpretation.tokens where seen.insert(token.range).inserted && found.count < 3 {
            var shorter = String.UnicodeScalarView(scalars[..<token.range.lowerBound])
            shorter.append(" ")
            shorter.append(contentsOf: scalars[token.range.upperBound...])
            let other = interpret(String(shorter), prior: prior, in: situation).candidates.first?.intent
            if let other, other != first {
                found.append(.init(without: String(String.UnicodeScalarView(scalars[token.range])), intent: other))
            }
        }
        return found
    }
}

extension Interpretation.Decision {
    /// A name for explanations.
    package var name: String {
        switch self {
        case .answer: "answer"
        case .clarify: "clarify"
        case .notUnderstood: "not-understood"
        }
    }
}
