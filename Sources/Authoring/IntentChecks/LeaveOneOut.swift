public import Content
import Dialogue
import Knowledge
public import Text
public import Understanding

/// How well each example is understood by the others: scored as if it had never been there.
///
/// What no example can teach stays as it is: rules, names, and which words are words.
public struct LeaveOneOut: Sendable {
    /// One example and what the others make of it.
    public struct Outcome: Sendable {
        public var intent: Intent
        public var language: Language
        public var text: String
        /// `file:line:column`; empty for what no file holds.
        public var place: ContentPlace
        /// The best candidate; out of scope when nothing fits.
        public var first: Intent
        /// The example of that intent that is nearest, with its place; `nil` if none shares anything.
        public var nearest: (text: String, place: ContentPlace)?

        /// Whether it finds its own intent.
        public var isFound: Bool { first == intent }
    }

    /// The outcomes, by intent and language, in the order of the files.
    public let outcomes: [Outcome]

    /// Takes a second or two for ten thousand examples.
    public init(of interpreter: Interpreter) {
        let examples = interpreter.topics.flatMap(\.placedExamples)
        let readings = examples.map { interpreter.lexicon.read($0.text) }
        let owners = interpreter.topics.enumerated().flatMap { index, topic in topic.placedExamples.map { _ in index } }
        var index = LeaveOneOutIndex(
            classCount: interpreter.topics.count,
            examples: zip(owners, readings).map { ($0, interpreter.extractor.features(of: $1).list) },
            scattered: interpreter.topics.firstIndex { $0.intent == .outOfScope })
        var outcomes: [Outcome] = []
        for (number, example) in examples.enumerated() {
            let best = interpreter.best(for: readings[number], without: number, of: &index)
            let nearest = best.nearestExample < 0 ? nil : examples[Int(best.nearestExample)]
            outcomes.append(
                Outcome(
                    intent: example.intent, language: example.language, text: example.text, place: example.place,
                    first: best.intent, nearest: nearest.map { ($0.text, $0.place) }))
        }
        self.outcomes = outcomes
    }

    /// Of the examples of a language, or of all, those that find their own intent.
    public func found(in language: Language? = nil) -> Evaluation.Rate {
        let considered = outcomes.filter { language == nil || $0.language == language }
        return Evaluation.Rate(count: considered.count(where: \.isFound), of: considered.count)
    }

    /// For each intent some of whose examples do not find it, how many do not and how many there are; the one that
    /// loses most first.
    public var lost: [(intent: Intent, count: Int, of: Int)] {
        Set(outcomes.map(\.intent)).compactMap { intent in
            let considered = outcomes.filter { $0.intent == intent }
            let count = considered.count { !$0.isFound }
            return count > 0 ? (intent, count, considered.count) : nil
        }.sorted { ($1.count, $0.intent.rawValue) < ($0.count, $1.intent.rawValue) }
    }

    /// A warning for each example that does not find its intent.
    public var problems: [ContentProblem] {
        outcomes.filter { !$0.isFound }.map { outcome in
            ContentProblem(
                .warning, at: outcome.place,
                "left out, this example of \(outcome.intent.rawValue) is understood as \(outcome.first.rawValue)",
                remedy: outcome.nearest.map { "The nearest example of that is « \($0.text) »." }
                    ?? "Add examples like it.",
                witness: outcome.text, other: outcome.nearest?.place)
        }.sorted()
    }
}

extension Interpreter {
    /// The topic that scores best for an example that is left out, by all evidence but the fitted weights: those rest on all examples
    /// together.
    fileprivate func best(
        for reading: LexicalReading, without example: Int, of index: inout LeaveOneOutIndex
    ) -> (intent: Intent, nearestExample: Int32) {
        func evidence(_ reading: LexicalReading, _ features: FeatureExtractor.Features) -> [ScoreBreakdown] {
            self.evidence(index.scores(of: features, without: example), rules.verdicts(on: reading))
        }
        let weighed = weigh(reading)
        var all = evidence(reading, weighed.features)
        if let question = weighed.questions.first {
            let asked = evidence(question, extractor.features(of: question))
            let eighths = ScoreBreakdown.eighths(of: question, among: weighed.questions.count)
            all = zip(all, asked).map { $0.mixed(with: $1, eighths: eighths) }
        }
        guard let best = all.indices.max(by: { (all[$0].total, $1) < (all[$1].total, $0) }) else {
            return (.outOfScope, -1)
        }
        let isUnderstood = Threshold.isUnderstood(all[best].counted)
        return (isUnderstood ? topics[best].intent : .outOfScope, all[best].nearestExample)
    }
}
