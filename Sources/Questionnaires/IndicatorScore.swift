public import Knowledge
public import Text

/// The social responsibility indicator of a questionnaire's answers, by the questionnaire's own ``ScoringMethod``.
///
/// Everything is exact until it is rounded, once, for display. A question that is shown and has no real answer (passed, not
/// known, not yet reached) is worth 0; one with a neutral choice leaves the calculation; the answer to a hidden one counts
/// for nothing.
public struct IndicatorScore: Sendable {
    /// The result for one subject.
    public struct Part: Sendable, Hashable, Identifiable {
        /// The subject.
        public let id: Indicator
        /// The score from 0 to 100, not rounded; nothing when no standard question of it counts, or when it is shown
        /// apart and the person has nothing to show.
        public let exact: Rational?
        /// How many of its questions have a real answer.
        public let answered: Int
        /// How many questions count: standard ones, shown, without those that a neutral choice takes out.
        public let of: Int
        /// How far its answers are backed.
        public let backing: Backing

        /// The score from 0 to 100, as displayed.
        public var score: Int? { exact?.rounded }
        /// How far most of its answers are backed.
        public var assurance: EvidenceLevel { backing.level }
    }

    /// How far some answers are backed. It stands beside a score and is never in it. Only answers that are worth points
    /// are looked at: to have nothing needs no evidence.
    public struct Backing: Sendable, Hashable {
        /// The highest level that at least half of the weight reaches.
        public let level: EvidenceLevel
        /// The share of the weight that a document backs, in percent; nothing when no answer is worth points. A
        /// certification that is only claimed is no document.
        public let percent: Int?

        /// - Parameter answers: The weight and the level of each answer that is worth points.
        public init(_ answers: [(weight: Int, level: EvidenceLevel)]) {
            func weight(from level: EvidenceLevel) -> Int {
                answers.reduce(0) { $0 + ($1.level >= level ? $1.weight : 0) }
            }
            let total = weight(from: .declared)
            level = EvidenceLevel.allCases.last { total > 0 && 2 * weight(from: $0) >= total } ?? .declared
            percent = total > 0 ? Rational(100 * weight(from: .documented), over: total).rounded : nil
        }

        init(_ contributions: [Contribution]) {
            self.init(contributions.compactMap { each in each.level.map { (each.weight, $0) } })
        }
    }

    /// What one shown question does to the result.
    public struct Contribution: Sendable, Hashable, Identifiable {
        /// What became of the question.
        public enum State: Sendable, Hashable {
            /// It has a real answer.
            case answered
            /// It has none, and is worth 0.
            case unanswered
            /// Its answer takes it out of the calculation.
            case neutral
        }

        /// Points out of 100 of a result.
        public struct Share: Sendable, Hashable {
            /// What the answer gives.
            public var gives = Rational.zero
            /// What it falls short of; always 0 for a bonus.
            public var takes = Rational.zero
        }

        /// The question.
        public let question: Question
        /// The subject it counts in.
        public let indicator: Indicator
        /// What became of it.
        public let state: State
        /// What the answer is worth, from 0 to 1.
        public let points: Rational
        /// How far the answer is backed; nothing where it is worth no points, and so has nothing to back.
        public let level: EvidenceLevel?
        /// Its share in the score of its part: what all give adds up to that score. A bonus gives only what is still short
        /// of 100. Nothing while the part has no score.
        public internal(set) var inPart = Share()
        /// Its share in the indicator: what all give adds up to it. Nothing while the indicator is not shown.
        public internal(set) var inOverall = Share()

        public var id: String { question.id }
        /// Its weight in its part.
        public var weight: Int { question.scoring.weight }
        /// Whether it can only raise the result.
        public var isBonus: Bool { question.scoring.mode == .bonus }
        /// Whether it is in the sum of the weights.
        var counts: Bool { !isBonus && state != .neutral }
    }

    /// The indicator, not rounded; nothing while too little is answered.
    public let exactOverall: Rational?
    /// The results by subject, all of them, in the order of ``Indicator``.
    public let parts: [Part]
    /// The share of the weight that has a real answer, in percent, leaving out what is shown apart and what is neutral. It is
    /// rounded half up as all results are; whether it is enough is decided before it is rounded.
    public let completeness: Int
    /// The standard questions that still need a real answer, in order, leaving out what is shown apart.
    public let missing: [Question]
    /// How far the answers that count in the indicator are backed.
    public let backing: Backing
    /// What each shown scored question does, in order.
    public let contributions: [Contribution]
    /// The marks that the answers set on the profile.
    public let tags: [Questionnaire.Tag]

    package let questionnaire: Questionnaire
    let form: String
    let answers: AnswerSheet
    let knowledge: KnowledgeBase
    package let day: CivilDate
    private let evidence: GivenEvidence

    /// The indicator from 0 to 100, as displayed; nothing while too little is answered.
    public var overall: Int? { exactOverall?.rounded }
    /// How far most of the answers that count in the indicator are backed.
    public var assurance: EvidenceLevel { backing.level }
    /// The result for a subject.
    public func part(_ id: Indicator) -> Part? { parts.first { $0.id == id } }

    /// How far the answer to a question is backed by what else was answered, whether it counts in the score or not.
    public func level(backing question: Question) -> EvidenceLevel { evidence.level(for: question) }

    /// Scores the answers to the whole questionnaire or to its short form.
    ///
    /// - Parameter day: The day on which the answers hold, in Québec: what expired before it backs nothing.
    public init(
        questionnaire: Questionnaire, form: String, sheet: AnswerSheet, knowledge: KnowledgeBase,
        on day: CivilDate
    ) {
        self.questionnaire = questionnaire
        self.form = form
        self.knowledge = knowledge
        self.day = day
        answers = questionnaire.effective(form, sheet)
        let method = questionnaire.scoring
        let evidence = GivenEvidence(answers, questionnaire, form, knowledge, on: day)
        self.evidence = evidence
        var contributions = questionnaire.shown(form, answers).compactMap { [answers] question in
            Contribution(question, answer: answers[question.id], level: evidence.level(for: question))
        }

        var parts: [Part] = []
        for indicator in Indicator.allCases {
            let places = contributions.indices.filter { contributions[$0].indicator == indicator }
            let own = places.map { contributions[$0] }
            // What is shown apart opens with a question whether there is anything to show.
            let isShown = method.weight(of: indicator) > 0 || (own.first.map { $0.points > .zero } ?? false)
            let exact = isShown ? Self.share(&contributions, at: places) : nil
            let counted = own.filter(\.counts)
            parts.append(
                Part(
                    id: indicator, exact: exact, answered: counted.count { $0.state == .answered }, of: counted.count,
                    backing: Backing(own)))
        }
        self.parts = parts

        let inWhole = contributions.filter { method.weight(of: $0.indicator) > 0 }
        let unanswered = inWhole.filter { $0.counts && $0.state == .unanswered }
        let total = inWhole.reduce(0) { $0 + ($1.counts ? $1.weight : 0) }
        let answered = total - unanswered.reduce(0) { $0 + $1.weight }
        missing = unanswered.map(\.question)
        completeness = total > 0 ? Rational(100 * answered, over: total).rounded : 0
        backing = Backing(inWhole)

        let scored = parts.filter { $0.exact != nil && method.weight(of: $0.id) > 0 }
        let weights = scored.reduce(0) { $0 + method.weight(of: $1.id) }
        if weights > 0, 100 * answered >= method.minimumCompleteness * total {
            exactOverall = scored.reduce(.zero) { sum, part in
                sum + Rational(method.weight(of: part.id), over: weights) * (part.exact ?? .zero)
            }
            for place in contributions.indices {
                let share = Rational(method.weight(of: contributions[place].indicator), over: weights)
                contributions[place].inOverall.gives = contributions[place].inPart.gives * share
                contributions[place].inOverall.takes = contributions[place].inPart.takes * share
            }
        } else {
            exactOverall = nil
        }
        self.contributions = contributions
        tags = questionnaire.tags.filter { [answers] tag in tag.conditions.allSatisfy { $0.holds(of: answers) } }
    }

    /// Shares the hundred points of a part among its questions and returns its score; nothing when none of them counts.
    private static func share(_ contributions: inout [Contribution], at places: [Int]) -> Rational? {
        let total = places.reduce(0) { $0 + (contributions[$1].counts ? contributions[$1].weight : 0) }
        guard total > 0 else { return nil }
        var room = Rational(100)
        // The cap at 100 bears on the bonuses alone: without them a part cannot pass it.
        for place in places.filter({ !contributions[$0].isBonus }) + places.filter({ contributions[$0].isBonus }) {
            let contribution = contributions[place]
            let whole = Rational(100 * contribution.weight, over: total)
            let gives = min(whole * contribution.points, room)
            contributions[place].inPart.gives = gives
            if contribution.counts { contributions[place].inPart.takes = whole - gives }
            room -= gives
        }
        return Rational(100) - room
    }
}

extension ScoringMethod {
    /// The weight of a subject in the whole; 0 for one shown apart.
    fileprivate func weight(of indicator: Indicator) -> Int { weights[indicator] ?? 0 }
}

extension IndicatorScore.Contribution {
    /// Nothing for a question that is not scored.
    fileprivate init?(_ question: Question, answer: AnswerValue?, level: EvidenceLevel) {
        let scoring = question.scoring
        guard scoring.mode != .none, let indicator = scoring.indicator, let rule = scoring.rule else { return nil }
        self.question = question
        self.indicator = indicator
        let chosen = Set(answer?.chosen ?? [])
        let choices = question.choices.filter { chosen.contains($0.id) }
        let points: Rational?
        switch rule {
        case .choice:
            points = choices.first?.points.map { Rational($0, over: 100) }
        case .count:
            let full = max(scoring.fullAt ?? 1, 1)
            points = choices.isEmpty ? nil : Rational(min(choices.count(where: \.counted), full), over: full)
        case .yesNo:
            points = if case .flag(let flag) = answer { Rational(flag ? 1 : 0) } else { nil }
        }
        let isNeutral = choices.contains(where: \.neutral)
        state = isNeutral ? .neutral : points == nil ? .unanswered : .answered
        self.points = isNeutral ? .zero : points ?? .zero
        self.level = self.points > .zero ? level : nil
    }
}
