public import Knowledge
import Understanding

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
        /// The base does not ask it.
        case none
    }

    /// A buyer's question with what it corresponds to.
    public struct Correspondence: Sendable, Hashable {
        /// The buyer's questionnaire, by its place in ``Harmonisation/questionnaires``.
        public var questionnaire: Int
        /// The buyer's question.
        public var row: BuyerQuestionnaire.Row
        /// What it may ask, the likeliest first; at most three.
        public var candidates: [QuestionMatcher.Candidate]

        /// Whether the base asks it.
        public var verdict: Verdict { Harmonisation.verdict(on: candidates) }
        /// The questions of the base among the candidates, the likeliest first; at most two.
        public var ofBase: [(id: String, candidate: QuestionMatcher.Candidate)] {
            candidates.compactMap { candidate in
                if case .question(let id) = candidate.subject { (id, candidate) } else { nil }
            }.prefix(2).map { $0 }
        }
        /// The id of the question of the base that it asks or may ask.
        public var question: String? { verdict == .none ? nil : ofBase.first?.id }
        /// The id of the outside topic that it likeliest asks, if it likeliest asks one.
        public var topic: String? {
            if let first = candidates.first, case .outside(let id) = first.subject { id } else { nil }
        }
    }

    /// The common base.
    public let base: Questionnaire
    /// The buyers' questionnaires.
    public let questionnaires: [BuyerQuestionnaire]
    /// Every question of the buyers, in their order.
    public let correspondences: [Correspondence]
    let knowledge: KnowledgeBase

    var vocabulary: Vocabulary { knowledge.vocabulary }

    /// Matches every question of some questionnaires with those of a base.
    ///
    /// - Parameters:
    ///   - questionnaires: The buyers' questionnaires.
    ///   - base: The common base, a questionnaire of `knowledge`.
    ///   - knowledge: The knowledge base, with how others word questions and what documents say of their own.
    ///   - matcher: What tells questions apart, made of that base.
    public init(
        of questionnaires: [BuyerQuestionnaire], with base: Questionnaire, knowledge: KnowledgeBase,
        matcher: QuestionMatcher
    ) {
        self.base = base
        self.knowledge = knowledge
        self.questionnaires = questionnaires
        correspondences = questionnaires.enumerated().flatMap { place, questionnaire in
            questionnaire.rows.map { row in
                Correspondence(
                    questionnaire: place, row: row, candidates: matcher.candidates(for: row.text, atMost: 3))
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

    /// The places of the questionnaires that ask a question of the base with a verdict.
    func asking(_ question: String, _ verdict: Verdict) -> Set<Int> {
        Set(asked(question, verdict).map(\.questionnaire))
    }

    /// The questions of the buyers that ask a question of the base with a verdict.
    func asked(_ question: String, _ verdict: Verdict) -> [Correspondence] {
        correspondences.filter { $0.verdict == verdict && $0.question == question }
    }

    /// A match says at least so much for its question,
    private static let enough = 420
    /// and so much more than for anything else. Both were chosen on the questionnaires `bank.csv` and `city.csv` of
    /// `Tests/Questionnaires`; the others only measure them.
    private static let enoughLead = 220
    /// What the base does not ask says so much more for an outside topic than for any question of the base.
    private static let outsideLead = 120
    /// Below this score, nothing is near.
    private static let near = 180

    private static func verdict(on candidates: [QuestionMatcher.Candidate]) -> Verdict {
        guard let first = candidates.first, first.score >= near else { return .none }
        switch first.subject {
        case .question:
            let second = candidates.dropFirst().first?.score ?? 0
            return first.score >= enough && first.score - second >= enoughLead ? .match : .doubtful
        case .outside:
            let nearest = candidates.first { if case .question = $0.subject { true } else { false } }?.score ?? 0
            return first.score - nearest >= outsideLead ? .none : .doubtful
        }
    }
}
