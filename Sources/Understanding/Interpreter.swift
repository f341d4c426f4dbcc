public import Knowledge
public import Text

/// Understands questions: a text in; language, intent and entities out, with the reasons.
///
/// A pure function of the text and the content: no clock, no chance, no locale, whole-number arithmetic, ties broken by
/// the order of ``Intent``. Built once, then used from any thread.
public final class Interpreter: Sendable {
    package let lexicon: Lexicon
    package let topics: [IntentDefinitions.Topic]
    /// Questions that people asked, for each of ``topics``.
    private let questionsAsked: [[String]]
    /// All intents, with what each is.
    public let intents: IntentCatalogue
    /// The words of a question that leaves something out.
    public let followUp: IntentDefinitions.FollowUpWords
    package let extractor: FeatureExtractor
    package let index: ExampleIndex
    package let rules: RuleBook
    let fitted: FittedWeights
    private let exampleTexts: [String]
    /// For each intent, the concepts of its rules, and the stems that its examples use over and over.
    let grounds: [Intent: Grounds]
    /// The intents of the examples that are a few words, by those words.
    private let shortExamples: [[String]: Intent]
    /// The stems of what questions of questionnaires are called and say.
    let questionWords: Set<Int32>
    private let barriers: EntryFinder
    private let questions: EntryFinder

    /// - Parameters:
    ///   - definitions: how questions are understood.
    ///   - knowledge: what they can be about: its names are recognised.
    ///   - weights: where fitted weights are kept from one start to the next, if anywhere.
    public init(definitions: IntentDefinitions, knowledge: KnowledgeBase, weights: WeightFolder? = nil) {
        topics = definitions.topics.sorted { $0.intent.order < $1.intent.order }
        intents = definitions.catalogue
        followUp = definitions.followUp
        questionsAsked = topics.map { topic in
            definitions.questions.filter { $0.intent == topic.intent }.flatMap(\.texts)
        }
        lexicon = Lexicon(definitions: definitions, names: EntityName.all(in: knowledge))
        extractor = FeatureExtractor(topics: topics, lexicon: lexicon)
        let learned = Parallel.map(topics.count) { [topics, questionsAsked, lexicon, extractor] owner in
            Learned(topics[owner], questions: questionsAsked[owner], lexicon: lexicon, extractor: extractor)
        }
        grounds = Dictionary(uniqueKeysWithValues: zip(topics, learned).map { ($0.intent, $1.grounds) })
        shortExamples = zip(topics, learned).reduce(into: [:]) { known, topic in
            for words in topic.1.shortExamples { known[words] = topic.0.intent }
        }
        let examples = learned.enumerated().flatMap { owner, topic in topic.features.map { (owner, $0.list) } }
        index = ExampleIndex(
            classCount: topics.count, examples: examples,
            scattered: topics.firstIndex { $0.intent == .outOfScope })
        fitted = FittedWeights(
            classCount: topics.count,
            examples: learned.enumerated().flatMap { owner, topic in
                zip(topic.texts + topic.questions, topic.features + topic.questionFeatures).map { text, features in
                    .init([owner], features.all, text: text)
                }
            },
            worth: .intents, isEven: true, keptIn: weights)
        exampleTexts = learned.flatMap(\.texts)
        rules = RuleBook(topics: topics, lexicon: lexicon)
        barriers = EntryFinder(
            entries: knowledge.barriers.map { barrier in
                (barrier.id, Language.allCases.flatMap { barrier.complaints[$0] + [barrier.title[$0]] })
            },
            lexicon: lexicon, extractor: extractor)
        var questionWords: Set<Int32> = []
        for question in knowledge.questionnaires.flatMap(\.questions) {
            for text in Language.allCases.flatMap({ [question.label[$0], question.text[$0]] }) {
                questionWords.formUnion(lexicon.read(text).tokens.map(\.stem))
            }
        }
        self.questionWords = questionWords
        questions = EntryFinder(
            entries: knowledge.questionnaires.flatMap(\.questions).map { question in
                (question.id, Language.allCases.flatMap { [question.label[$0], question.text[$0]] })
            },
            lexicon: lexicon, extractor: extractor)
    }

    /// What the examples of one intent teach, and the questions that people asked.
    private struct Learned: Sendable {
        let texts: [String]
        private(set) var features: [FeatureExtractor.Features] = []
        private(set) var grounds: Grounds
        /// The examples of a few words.
        private(set) var shortExamples: [[String]] = []
        let questions: [String]
        let questionFeatures: [FeatureExtractor.Features]

        init(_ topic: IntentDefinitions.Topic, questions: [String], lexicon: Lexicon, extractor: FeatureExtractor) {
            texts = Language.allCases.flatMap { topic.examples[$0] ?? [] }
            grounds = Grounds(of: topic)
            self.questions = questions
            questionFeatures = questions.map { extractor.features(of: lexicon.read($0)) }
            for text in texts {
                let reading = lexicon.read(text)
                features.append(extractor.features(of: reading))
                grounds.count(reading.tokens)
                if reading.tokens.count <= Interpreter.mostShort { shortExamples.append(reading.tokens.map(\.word)) }
            }
        }
    }

    /// The intent that a text of a few words is an example of, word for word.
    public func intent(ofExample interpretation: Interpretation) -> Intent? {
        intent(ofExample: interpretation.tokens)
    }

    private func intent(ofExample tokens: [Token]) -> Intent? {
        tokens.count <= Self.mostShort ? shortExamples[tokens.map(\.word)] : nil
    }

    /// The most words of an example that stands for itself: « retour », "go back please".
    private static let mostShort = 3

    /// The title of an intent for people, as in a menu; about `entity` when the intent has a title for its type.
    public func title(of intent: Intent, about entity: (type: EntityType, name: String)?, in language: Language)
        -> String
    {
        guard let topic = topics.first(where: { $0.intent == intent }) else { return intent.rawValue }
        guard let entity, let about = topic.titleAbout, about.type == entity.type else {
            return topic.description.title[language]
        }
        let parts = about.text[language].split(
            separator: "{\(about.type.rawValue)}", maxSplits: 1, omittingEmptySubsequences: false)
        return parts.joined(separator: entity.name)
    }

    /// The type of entity that the intent's title can name, if any.
    public func entityInTitle(of intent: Intent) -> EntityType? {
        topics.first { $0.intent == intent }?.titleAbout?.type
    }

    /// The examples of all intents but some.
    package func examples(ofAllBut left: Set<Intent>) -> [String] {
        topics.filter { !left.contains($0.intent) }.flatMap { topic in
            Language.allCases.flatMap { topic.examples[$0] ?? [] }
        }
    }

    /// The words of a text as they are understood, so that two ways to write the same are equal.
    public func words(of text: String) -> [String] { lexicon.read(text).tokens.map(\.word) }

    /// The words of a text, read, with typing errors repaired.
    public func tokens(of text: String) -> [Token] { lexicon.read(text).tokens }

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
    /// - Parameters:
    ///   - prior: the language of the conversation so far: a text that tells little is taken to be in it.
    ///   - situation: what the person has before them.
    public func interpret(_ text: String, prior: Language?, in situation: Situation = .nothingOpen) -> Interpretation {
        let reading = lexicon.read(text)
        let weighed = weigh(reading, in: situation)
        let candidates = candidates(weighed.evidence)
        var decision: Interpretation.Decision =
            if reading.tokens.isEmpty { .notUnderstood } else if reading.isOnlyName {
                // Who says a name alone wants to know what it is.
                .answer(.certificationDescribe)
            } else { Threshold.decide(candidates, words: reading.wordCount) }
        var sibling: Intent?
        if case .clarify(let offered) = decision, offered.count == 2, intents.areSiblings(offered[0], offered[1]) {
            decision = .answer(offered[0])
            sibling = offered[1]
        }
        if case .clarify(let offered) = decision, offered.first == intent(ofExample: reading.telling) {
            decision = .answer(offered[0])
        }
        var entities = Entity.distinct(reading.entities + values(in: text, outside: reading))
        let meant: Intent? =
            if case .answer(let intent) = decision { intent } else if candidates.isOnlyOffTheSubject {
                candidates[0].intent
            } else { nil }
        if let intent = meant, let found = unnamedEntry(for: intent, in: weighed.features),
            !entities.contains(where: { $0.type == found.type })
        {
            entities.append(found)
        }
        return Interpretation(
            language: language(of: reading.tokens, prior: prior),
            decision: decision,
            candidates: candidates,
            entities: entities.map { $0.quoting(text) },
            tokens: reading.tokens,
            isOnlyPolite: reading.isOnlyPolite,
            isOnlyName: reading.isOnlyName,
            concepts: reading.concepts.map { lexicon.conceptIDs[$0] },
            conceptSpans: reading.conceptSpans.map {
                Interpretation.ConceptSpan(concept: lexicon.conceptIDs[$0.concept], tokens: $0.words)
            },
            sibling: sibling,
            further: further(weighed.questions.dropFirst(), after: decision, text))
    }

    /// The figures and addresses of a text, but for those that are part of a name: « ISO 14001 » is no number.
    private func values(in text: String, outside reading: LexicalReading) -> [Entity] {
        let names = zip(reading.tokens, reading.isName).filter(\.1).map(\.0.range)
        return ValueScanner.entities(in: text).filter { value in
            guard let range = value.range else { return true }
            return !names.contains { $0.overlaps(range) }
        }
    }

    /// What speaks for each topic, in their order, and what that rests on.
    package struct Weighed {
        var evidence: [ScoreBreakdown]
        package var features: FeatureExtractor.Features
        /// The questions of a text that is more than one sentence or asks more than one thing: the first was counted
        /// beside the whole. Empty for any other text.
        package var questions: [LexicalReading]
    }

    package func weigh(_ reading: LexicalReading, in situation: Situation = .nothingOpen) -> Weighed {
        var weighed = weigh(reading)
        for topic in weighed.evidence.indices {
            weighed.evidence[topic].situation = situation.points(
                for: topics[topic].description.traits, topics[topic].intent)
        }
        ScoreBreakdown.rank(&weighed.evidence)
        return weighed
    }

    private func weigh(_ reading: LexicalReading) -> Weighed {
        let features = extractor.features(of: reading)
        let whole = evidence(for: reading, features)
        let questions = questions(in: reading)
        guard let first = questions.first else { return Weighed(evidence: whole, features: features, questions: []) }
        let asked = evidence(for: first, extractor.features(of: first))
        let eighths = ScoreBreakdown.eighths(of: first, among: questions.count)
        return Weighed(
            evidence: zip(whole, asked).map { $0.mixed(with: $1, eighths: eighths) }, features: features,
            questions: questions)
    }

    private func evidence(for reading: LexicalReading, _ features: FeatureExtractor.Features) -> [ScoreBreakdown] {
        var evidence = evidence(index.scores(of: features), rules.verdicts(on: reading))
        for (topic, score) in fitted.scores(of: features.all).enumerated() { evidence[topic].fitted = Int(score) }
        return evidence
    }

    /// What scores and verdicts on each topic come to together.
    package func evidence(_ scores: [ExampleIndex.Score], _ verdicts: [RuleBook.Verdict]) -> [ScoreBreakdown] {
        // What is out of scope is scattered: its words are seldom relevant to it, and its own measures judge it better.
        let most = scores.indices.lazy.filter { self.topics[$0].intent != .outOfScope }.map { scores[$0].relevance }
            .max()
        return scores.indices.map { topic in
            ScoreBreakdown(
                scores[topic], verdicts[topic], mostRelevant: topics[topic].intent == .outOfScope ? nil : most)
        }
    }

    /// The questions of a text of several parts; its last part where none is asked.
    private func questions(in reading: LexicalReading) -> [LexicalReading] {
        let segments = lexicon.segmenter.segments(of: reading)
        guard segments.count > 1 else { return [] }
        let asked = segments.filter(\.isQuestion)
        return (asked.isEmpty ? segments.suffix(1) : asked[...]).prefix(Self.mostQuestions).map { segment in
            lexicon.read(Array(segment.tokens))
        }
    }

    /// The most questions of one text that are looked at.
    private static let mostQuestions = 4

    /// What the questions after the first ask for, where that is clear and something else.
    private func further(
        _ questions: some Sequence<LexicalReading>, after decision: Interpretation.Decision, _ text: String
    ) -> [Interpretation.Further] {
        guard case .answer(let first) = decision, first != .outOfScope else { return [] }
        var answered: Set<Intent> = [first]
        return questions.compactMap { reading in
            let features = extractor.features(of: reading)
            var evidence = evidence(for: reading, features)
            ScoreBreakdown.rank(&evidence)
            guard
                case .answer(let intent) = Threshold.decide(candidates(evidence), words: reading.wordCount),
                !intents.has(.talk, intent), intent != .outOfScope, answered.insert(intent).inserted
            else { return nil }
            var entities = reading.entities
            if let found = unnamedEntry(for: intent, in: features), !entities.contains(where: { $0.type == found.type })
            {
                entities.append(found)
            }
            return Interpretation.Further(
                intent: intent, entities: entities.map { $0.quoting(text) },
                concepts: reading.concepts.map { lexicon.conceptIDs[$0] })
        }
    }

    /// The best five.
    private func candidates(_ evidence: [ScoreBreakdown]) -> [Interpretation.Candidate] {
        var best: [Int] = []
        for topic in evidence.indices {
            var place = best.count
            while place > 0, evidence[best[place - 1]].total < evidence[topic].total { place -= 1 }
            guard place < Self.mostCandidates else { continue }
            best.insert(topic, at: place)
            if best.count > Self.mostCandidates { best.removeLast() }
        }
        return best.map { topic in
            let evidence = evidence[topic]
            return Interpretation.Candidate(
                intent: topics[topic].intent,
                score: evidence.total,
                support: evidence.counted,
                confidence: Threshold.confidence(of: evidence.total),
                rule: rules.source(of: evidence.rule),
                nearestExample: evidence.nearestExample < 0 ? nil : exampleTexts[Int(evidence.nearestExample)])
        }
    }

    private static let mostCandidates = 5

    /// The entry that a text is about without naming it: a difficulty complained of, a question to go back to.
    private func unnamedEntry(for intent: Intent, in features: FeatureExtractor.Features) -> Entity? {
        switch intent {
        case .barrierSolve: barriers.nearest(to: features).map { Entity(.barrier, $0) }
        case .questionnaireEdit, .questionnaireWhy: questions.nearest(to: features).map { Entity(.question, $0) }
        default: nil
        }
    }

    private func language(of tokens: [Token], prior: Language?) -> Language {
        // A word or two are no change of language: « email », « cash flow » and « Camille Roy » are said in both.
        if let prior, tokens.count <= Self.mostKeeping { return prior }
        var leaning = lexicon.leaning(of: tokens)
        switch prior {
        case .fr: leaning += Self.priorWeight
        case .en: leaning -= Self.priorWeight
        case nil: break
        }
        return leaning >= 0 ? .fr : .en
    }

    /// The most words that keep the language of the conversation whatever they are.
    private static let mostKeeping = 2

    /// What the language of the conversation weighs: as much as two words that are used three times as often in it.
    private static let priorWeight = 3 * FixedPoint.one
}

extension Entity {
    /// Each thing named once, the first time that it is, and no more than ``most``.
    fileprivate static func distinct(_ entities: [Entity]) -> [Entity] {
        var seen: Set<Entity> = []
        var distinct: [Entity] = []
        for entity in entities where distinct.count < most && seen.insert(Entity(entity.type, entity.value)).inserted {
            distinct.append(entity)
        }
        return distinct
    }

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
