import Dialogue
public import Knowledge
public import Understanding

/// Questionnaires of several buyers beside a common base: what each of their questions corresponds to, what all of them ask,
/// what only one asks, and what the base lacks.
///
/// A pure function of the questionnaires and the content.
public struct Harmonisation: Sendable {
    /// What becomes of a question. The raw values stand in the crosswalk.
    public enum Verdict: String, CaseIterable, Sendable, Hashable {
        /// The base asks the same.
        case match
        /// The base may ask the same: a person decides.
        case doubtful
        /// Nothing in the base is near.
        case none
    }

    /// A buyer's question with what it corresponds to.
    public struct Correspondence: Sendable, Hashable {
        /// The buyer's questionnaire, by its place in ``Harmonisation/questionnaires``.
        public var questionnaire: Int
        /// The buyer's question.
        public var row: BuyerQuestionnaire.Row
        /// The nearest questions of the base, the best first; at most two.
        public var candidates: [QuestionMatcher.Candidate]

        /// Whether the nearest is it.
        public var verdict: Verdict { Harmonisation.verdict(on: candidates) }
        /// The id of the question of the base that it matches or may match.
        public var question: String? { verdict == .none ? nil : candidates.first?.question }
    }

    /// The common base.
    public let base: Questionnaire
    /// The buyers' questionnaires.
    public let questionnaires: [BuyerQuestionnaire]
    /// Every question of the buyers, in their order.
    public let correspondences: [Correspondence]
    let vocabulary: Vocabulary

    /// Matches every question of some questionnaires with those of a base.
    ///
    /// - Parameters:
    ///   - questionnaires: The buyers' questionnaires.
    ///   - base: The common base.
    ///   - interpreter: What reads texts.
    ///   - vocabulary: What the documents say of their own.
    public init(
        of questionnaires: [BuyerQuestionnaire], with base: Questionnaire, by interpreter: Interpreter,
        vocabulary: Vocabulary
    ) {
        let matcher = QuestionMatcher(questions: base.questions, interpreter: interpreter)
        self.base = base
        self.vocabulary = vocabulary
        self.questionnaires = questionnaires
        correspondences = questionnaires.enumerated().flatMap { place, questionnaire in
            questionnaire.rows.map { row in
                Correspondence(
                    questionnaire: place, row: row, candidates: matcher.candidates(for: row.text, atMost: 2))
            }
        }
    }

    /// The questions of the base that each questionnaire surely asks.
    public var askedByAll: [Question] {
        base.questions.filter { asking($0.id, .match).count == questionnaires.count }
    }

    /// The questions of the base that one questionnaire alone surely asks and no other may ask, with its place. Empty where
    /// there is but one questionnaire.
    public var askedByOne: [(question: Question, questionnaire: Int)] {
        guard questionnaires.count > 1 else { return [] }
        return base.questions.compactMap { question in
            let sure = asking(question.id, .match)
            guard let only = sure.first, sure.union(asking(question.id, .doubtful)).count == 1 else { return nil }
            return (question, only)
        }
    }

    /// The questions of the base that no questionnaire asks, not even perhaps.
    public var askedByNone: [Question] {
        base.questions.filter { asking($0.id, .match).isEmpty && asking($0.id, .doubtful).isEmpty }
    }

    /// The buyers' questions that the base lacks.
    public var lacking: [Correspondence] { correspondences.filter { $0.verdict == .none } }
    /// The buyers' questions that a person must decide on.
    public var doubtful: [Correspondence] { correspondences.filter { $0.verdict == .doubtful } }

    /// The places of the questionnaires with a question of a verdict on a question of the base.
    private func asking(_ question: String, _ verdict: Verdict) -> Set<Int> {
        Set(
            correspondences.filter { $0.candidates.first?.question == question && $0.verdict == verdict }
                .map(\.questionnaire))
    }

    /// From this score on the nearest question is it, if it also leads by ``enoughLead``. These three figures were chosen on
    /// two of the questionnaires of `Tests/Questionnaires`, `bank.csv` and `city.csv`; the two others only measure them.
    private static let enough = 215
    /// By how much the nearest must lead the second.
    private static let enoughLead = 40
    /// Below this score nothing is near.
    private static let near = 160

    private static func verdict(on candidates: [QuestionMatcher.Candidate]) -> Verdict {
        guard let first = candidates.first, first.score >= near else { return .none }
        let second = candidates.dropFirst().first?.score ?? 0
        return first.score >= enough && first.score - second >= enoughLead ? .match : .doubtful
    }
}
