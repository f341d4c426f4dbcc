import Dialogue
public import Knowledge
import Text
public import Understanding

/// Finds the questions of a questionnaire that ask what another question asks, in French or in English.
///
/// Each question of the questionnaire is one class of an ``ExampleIndex``, whose examples are its label, its text, why it
/// is asked and its choices in both languages. Built once, then used from any thread; whole-number arithmetic, ties broken
/// by the order of the questions.
public struct QuestionMatcher: Sendable {
    /// A question that may ask the same.
    public struct Candidate: Sendable, Hashable {
        /// The question's id.
        public var question: String
        /// How much speaks for it, from 0 to 1000: in proportion, so that the lead of one over another is their difference.
        public var score: Int
        /// The words (by their stems) and pairs of words `one+two`, `#concepts` and `@kinds` of things named that the two
        /// share, those that give most first; at most eight.
        public var shared: [String]
    }

    private let ids: [String]
    private let lexicon: Lexicon
    private let extractor: FeatureExtractor
    private let further: FurtherWords
    private let index: ExampleIndex

    /// - Parameters:
    ///   - questions: The questions that texts are matched with.
    ///   - interpreter: What reads texts, with the words and concepts of the content.
    public init(questions: [Question], interpreter: Interpreter) {
        ids = questions.map(\.id)
        lexicon = interpreter.lexicon
        extractor = interpreter.extractor
        var further = FurtherWords()
        var examples: [(owner: Int, features: [Feature])] = []
        for (owner, question) in questions.enumerated() {
            for phrase in Self.phrases(of: question) {
                let reading = lexicon.read(phrase)
                for token in reading.tokens where token.stem < 0 { further.learn(token) }
                examples.append((owner, Self.features(of: reading, extractor, further).list))
            }
        }
        self.further = further
        index = ExampleIndex(classCount: questions.count, examples: examples)
    }

    private static func phrases(of question: Question) -> [String] {
        Language.allCases.flatMap { language in
            [question.label[language], question.text[language], question.why[language]]
                + question.choices.map { $0.text[language] }
        }
    }

    /// The questions that share most with a text, the best first; none that shares nothing.
    ///
    /// - Parameters:
    ///   - text: A question as somebody else asks it; what comes after its first 4,000 Unicode scalars is not read.
    ///   - most: How many there may be.
    public func candidates(for text: String, atMost most: Int = 3) -> [Candidate] {
        let read = String(String.UnicodeScalarView(text.unicodeScalars.prefix(Self.longestText)))
        var features = Self.features(of: lexicon.read(read), extractor, further)
        // What no question of the questionnaire uses says nothing of which of them is meant.
        features.unknownWords = 0
        var shared = [[(feature: Feature, weight: Int)]](repeating: [], count: ids.count)
        let scores = index.scores(of: features) { owner, feature, weight in
            shared[owner].append((feature, weight))
        }.map(Self.score)
        return scores.indices.filter { scores[$0] > 0 }.sorted { (scores[$1], $0) < (scores[$0], $1) }.prefix(most)
            .map { Candidate(question: ids[$0], score: scores[$0], shared: names(of: shared[$0])) }
    }

    /// As long as a question to the assistant may be.
    private static let longestText = 4000

    /// Weighed as ``Evidence`` weighs the same measures. Words give at most 1, letters and the nearest phrase a half each.
    private static func score(_ measures: ExampleIndex.Score) -> Int {
        let total = measures.words + min(measures.letters / 2, measures.words) + measures.nearest / 2
        return total * 1000 / (2 * FixedPoint.one)
    }

    private func names(of shared: [(feature: Feature, weight: Int)]) -> [String] {
        shared.map { (name: name(of: $0.feature), weight: $0.weight) }
            .sorted { ($1.weight, $0.name) < ($0.weight, $1.name) }.prefix(Self.mostShared).map(\.name)
    }

    private static let mostShared = 8

    private func name(of feature: Feature) -> String {
        feature.name(
            word: { further.text(of: $0) ?? lexicon.text(ofStem: $0) }, concept: { lexicon.conceptIDs[$0] },
            entity: { extractor.name(ofEntity: $0) })
    }

    private static func features(
        of reading: LexicalReading, _ extractor: FeatureExtractor, _ further: FurtherWords
    ) -> FeatureExtractor.Features {
        var features = extractor.features(of: reading)
        var seen: Set<Int32> = []
        for (index, token) in reading.tokens.enumerated()
        where token.stem < 0 && !reading.isName[index] && !reading.isPolite[index] {
            guard let stem = further.stem(of: token), seen.insert(stem).inserted else { continue }
            features.list.append(.word(stem))
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
