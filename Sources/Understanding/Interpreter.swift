public import Knowledge

/// Understands questions: a text in; language, intent and entities out, with the reasons.
///
/// A pure function of the text and the content: no clock, no chance, no locale, whole-number arithmetic, ties broken by
/// the order of ``Intent``. Built once, then used from any thread.
public final class Interpreter: Sendable {
    let lexicon: Lexicon
    let topics: [IntentDefinitions.Topic]
    let index: ExampleIndex
    private let exampleTexts: [String]
    let rules: RuleBook
    private let barriers: EntryFinder
    private let questions: EntryFinder

    /// - Parameters:
    ///   - definitions: how questions are understood.
    ///   - knowledge: what they can be about: its names are recognised.
    public init(definitions: IntentDefinitions, knowledge: KnowledgeBase) {
        let order = Dictionary(
            Intent.allCases.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { first, _ in first })
        topics = definitions.topics.sorted { (order[$0.intent] ?? 0) < (order[$1.intent] ?? 0) }
        lexicon = Lexicon(definitions: definitions, names: EntityName.all(in: knowledge))
        var examples: [(owner: Int, features: [Feature])] = []
        var texts: [String] = []
        for (owner, topic) in topics.enumerated() {
            for language in Language.allCases {
                for text in topic.examples[language] ?? [] {
                    examples.append((owner, Feature.features(of: lexicon.read(text), isUnknown: {})))
                    texts.append(text)
                }
            }
        }
        index = ExampleIndex(classCount: topics.count, examples: examples)
        exampleTexts = texts
        rules = RuleBook(topics: topics, conceptIDs: lexicon.conceptIDs)
        barriers = EntryFinder(
            entries: knowledge.barriers.map { barrier in
                (barrier.id, Language.allCases.flatMap { barrier.complaints[$0] + [barrier.title[$0]] })
            },
            lexicon: lexicon)
        questions = EntryFinder(
            entries: knowledge.questionnaires.flatMap(\.questions).map { question in
                (question.id, Language.allCases.flatMap { [question.label[$0], question.text[$0]] })
            },
            lexicon: lexicon)
    }

    /// The title of an intent for people, as in a menu; about `entity` when the intent has a title for its type.
    public func title(of intent: Intent, about entity: (type: EntityType, name: String)?, in language: Language)
        -> String
    {
        guard let topic = topics.first(where: { $0.intent == intent }) else { return intent.rawValue }
        guard let entity, let about = topic.titleAbout, about.type == entity.type else { return topic.title[language] }
        let parts = about.text[language].split(
            separator: "{\(about.type.rawValue)}", maxSplits: 1, omittingEmptySubsequences: false)
        return parts.joined(separator: entity.name)
    }

    /// The type of entity that the intent's title can name, if any.
    public func entityInTitle(of intent: Intent) -> EntityType? {
        topics.first { $0.intent == intent }?.titleAbout?.type
    }

    /// The text with its typing errors repaired and its abbreviations written out, and nothing else changed.
    public func repair(_ text: String) -> String {
        var scalars = Array(text.unicodeScalars)
        let repaired = lexicon.read(text).tokens.filter { $0.repairedFrom != nil }
        let places = Dictionary(grouping: repaired, by: \.range).sorted { $0.key.lowerBound > $1.key.lowerBound }
        for (range, words) in places {
            scalars.replaceSubrange(range, with: words.map(\.word).joined(separator: " ").unicodeScalars)
        }
        return String(String.UnicodeScalarView(scalars))
    }

    /// Understands `text`.
    ///
    /// - Parameter prior: the language of the conversation so far: a text that tells little is taken to be in it.
    public func interpret(_ text: String, prior: Language?) -> Interpretation {
        let reading = lexicon.read(text)
        let language = language(of: reading, prior: prior)
        var unknown = 0
        let features = Feature.features(of: reading) { unknown += 1 }
        let scores = index.scores(of: features, unknownWords: unknown)
        let verdicts = rules.verdicts(on: reading)
        let totals = topics.indices.map { Self.total(scores[$0]) + verdicts[$0].points }
        let ranked = topics.indices.sorted { (totals[$1], $0) < (totals[$0], $1) }
        let candidates = ranked.prefix(5).map { topic in
            Interpretation.Candidate(
                intent: topics[topic].intent,
                score: totals[topic],
                confidence: Self.confidence(of: totals[topic]),
                rule: verdicts[topic].rule,
                nearestExample: scores[topic].nearestExample < 0 ? nil : exampleTexts[Int(scores[topic].nearestExample)]
            )
        }
        let decision = reading.tokens.isEmpty ? Interpretation.Decision.notUnderstood : Threshold.decide(candidates)
        var entities = reading.entities + ValueScanner.entities(in: text)
        if case .answer(let intent) = decision, let found = unnamedEntry(for: intent, in: reading),
            !entities.contains(where: { $0.type == found.type })
        {
            entities.append(found)
        }
        return Interpretation(
            language: language,
            decision: decision,
            candidates: candidates,
            entities: entities.map { $0.quoting(text) },
            tokens: reading.tokens,
            concepts: reading.concepts.map { lexicon.conceptIDs[$0] })
    }

    /// The entry that a text is about without naming it: a difficulty complained of, a question to go back to.
    private func unnamedEntry(for intent: Intent, in reading: Reading) -> Entity? {
        switch intent {
        case .barrierSolve: barriers.nearest(to: reading).map { Entity(.barrier, $0) }
        case .questionnaireEdit, .questionnaireWhy: questions.nearest(to: reading).map { Entity(.question, $0) }
        default: nil
        }
    }

    private func language(of reading: Reading, prior: Language?) -> Language {
        var leaning = lexicon.leaning(of: reading.words)
        switch prior {
        case .fr: leaning += Self.priorWeight
        case .en: leaning -= Self.priorWeight
        case nil: break
        }
        return leaning >= 0 ? .fr : .en
    }

    /// What the language of the conversation weighs: as much as two words that are used three times as often in it.
    private static let priorWeight = 3 * FixedPoint.one

    /// What each measure counts for: words all, letters and the nearest example half. Letters count no more than
    /// words do: they help a word that is misspelt, and make none of what is no word at all.
    static func parts(of score: ExampleIndex.Score) -> (words: Int, letters: Int, nearest: Int) {
        (score.words, min(score.letters / 2, score.words), score.nearest / 2)
    }

    private static func total(_ score: ExampleIndex.Score) -> Int {
        let parts = parts(of: score)
        return parts.words + parts.letters + parts.nearest
    }

    /// A score as thousandths between 0 and 1: half at ``Threshold/middling``, and never quite 1.
    private static func confidence(of score: Int) -> Int {
        let score = max(0, score)
        return score * score * 1000 / (score * score + Threshold.middling * Threshold.middling)
    }
}

/// When a score is enough, and when a lead is.
private enum Threshold {
    static let middling = FixedPoint.one * 50 / 100
    private static let enough = FixedPoint.one * 40 / 100
    private static let lead = FixedPoint.one * 10 / 100

    static func decide(_ candidates: [Interpretation.Candidate]) -> Interpretation.Decision {
        guard let first = candidates.first, first.score >= enough else { return .notUnderstood }
        let near = candidates.prefix(3).filter { first.score - $0.score < lead && $0.score >= enough }
        return near.count > 1 ? .clarify(near.map(\.intent)) : .answer(first.intent)
    }
}

extension Entity {
    /// The entity with the words of `text` that its range covers.
    fileprivate func quoting(_ text: String) -> Entity {
        guard let range, self.text == nil else { return self }
        var entity = self
        let scalars = text.unicodeScalars
        let start = scalars.index(scalars.startIndex, offsetBy: range.lowerBound)
        let end = scalars.index(start, offsetBy: range.count)
        entity.text = String(scalars[start..<end])
        return entity
    }
}
