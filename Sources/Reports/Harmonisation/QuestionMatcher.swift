import Dialogue
public import Knowledge
import Text
public import Understanding

/// Tells which question of a questionnaire another organisation's question asks, in French or in English, or which of the
/// things that organisations ask besides.
///
/// Each question and each outside topic is a class of ``FittedWeights``, whose examples are its label, its text and how others
/// word it (``QuestionWordings``). Built once, then used from any thread; whole-number arithmetic, ties broken by the order of
/// the questions.
public struct QuestionMatcher: Sendable {
    /// What a question may ask.
    public enum Subject: Sendable, Hashable {
        /// A question of the questionnaire, by its id.
        case question(String)
        /// Something else that organisations ask, by its id.
        case outside(String)
    }

    /// Something that a question may ask.
    public struct Candidate: Sendable, Hashable {
        /// What it is.
        public var subject: Subject
        /// How much speaks for it, from 0 to 1000: a wording that is known has 1000, one that is known of something else 0.
        public var score: Int
        /// The words (by their stems), pairs of words `one+two`, `#concepts`, `@kinds` of things named and runs of letters that
        /// speak for it rather than for its rival, those that say most first; at most eight.
        public var shared: [String]
    }

    private let subjects: [Subject]
    private let lexicon: Lexicon
    private let extractor: FeatureExtractor
    private let further: FurtherWords
    private let weights: FittedWeights

    /// - Parameters:
    ///   - questions: The questions that texts are matched with.
    ///   - wordings: How others word them, and what others ask besides.
    ///   - interpreter: What reads texts, with the words and concepts of the content.
    public init(questions: [Question], wordings: QuestionWordings, interpreter: Interpreter) {
        let lexicon = interpreter.lexicon
        let extractor = interpreter.extractor
        subjects = questions.map { .question($0.id) } + wordings.outside.map { .outside($0.id) }
        let texts =
            questions.map { question in
                let others = wordings.ofQuestions[question.id]
                return Language.allCases.flatMap { [question.label[$0], question.text[$0]] + (others?[$0] ?? []) }
            } + wordings.outside.map { topic in Language.allCases.flatMap { [topic.title[$0]] + topic.wordings[$0] } }
        var further = FurtherWords()
        var readings: [(owner: Int, text: String, reading: LexicalReading)] = []
        for (owner, texts) in texts.enumerated() {
            for text in texts {
                let reading = lexicon.read(text)
                for token in reading.tokens where token.stem < 0 { further.learn(token) }
                readings.append((owner, text, reading))
            }
        }
        (self.lexicon, self.extractor, self.further) = (lexicon, extractor, further)
        let examples = readings.map { [further] example in
            FittedWeights.Example(
                [example.owner], Self.features(of: example.reading, extractor, further), text: example.text)
        }
        weights = FittedWeights(classCount: subjects.count, examples: examples, worth: Self.worth, isEven: true)
    }

    /// What a word tells of a question in a form stands mostly in the word itself: labels have two or three.
    private static let worth = FittedWeights.Worth(word: 8, pair: 6, letters: 3, concept: 6, entity: 4)

    /// What a text may ask, the likeliest first.
    ///
    /// - Parameters:
    ///   - text: A question as somebody else asks it; what comes after its first 4,000 Unicode scalars is not read.
    ///   - most: How many there may be.
    public func candidates(for text: String, atMost most: Int = 3) -> [Candidate] {
        let read = String(String.UnicodeScalarView(text.unicodeScalars.prefix(UserMessage.longestText)))
        let features = Self.features(of: lexicon.read(read), extractor, further)
        let scores = weights.scores(of: features)
        let ranked = scores.indices.sorted { (scores[$1], $0) < (scores[$0], $1) }
        return ranked.prefix(most).enumerated().map { place, owner in
            Candidate(
                subject: subjects[owner], score: min(1000, max(0, (Int(scores[owner]) + 1024) * 1000 / 2048)),
                shared: names(of: features, for: owner, over: ranked[place == 0 ? min(1, ranked.count - 1) : 0]))
        }
    }

    /// Whether a text is surely something that organisations ask.
    public func isRecognised(_ text: String) -> Bool {
        let candidates = candidates(for: text, atMost: 2)
        guard let first = candidates.first, candidates.count > 1 else { return false }
        return first.score >= 500 && first.score - candidates[1].score >= 150
    }

    private func names(of features: [Feature], for owner: Int, over rival: Int) -> [String] {
        weights.contributions(of: features, for: owner, over: rival).filter { $0.points > 0 }
            .map { (name: name(of: $0.feature), points: $0.points) }
            .sorted { ($1.points, $0.name) < ($0.points, $1.name) }.prefix(Self.mostShared).map(\.name)
    }

    private static let mostShared = 8

    private func name(of feature: Feature) -> String {
        feature.name(
            word: { further.text(of: $0) ?? lexicon.text(ofStem: $0) }, concept: { lexicon.conceptIDs[$0] },
            entity: { extractor.name(ofEntity: $0) })
    }

    private static func features(
        of reading: LexicalReading, _ extractor: FeatureExtractor, _ further: FurtherWords
    ) -> [Feature] {
        var features = extractor.features(of: reading).all
        var seen: Set<Int32> = []
        for (index, token) in reading.tokens.enumerated()
        where token.stem < 0 && !reading.isName[index] && !reading.isPolite[index] {
            guard let stem = further.stem(of: token), seen.insert(stem).inserted else { continue }
            features.append(.word(stem))
        }
        return features
    }
}

/// The words that questionnaires use and conversations do not, so that the lexicon has no stem for them.
private struct FurtherWords: Sendable {
    private var stems = WordTable()

    /// Far above the numbers of the lexicon's own stems.
    private static let first: Int32 = 1 << 28

    mutating func learn(_ token: Token) { _ = stems.insert(Stemmer.stem(Array(token.letters)[...])[...]) }

    func stem(of token: Token) -> Int32? {
        let number = stems.id(of: Stemmer.stem(Array(token.letters)[...])[...])
        return number < 0 ? nil : Self.first + number
    }

    /// The stem of a number, if it is one of these.
    func text(of stem: Int32) -> String? {
        stem < Self.first ? nil : String(decoding: stems[stem - Self.first], as: UTF8.self)
    }
}
