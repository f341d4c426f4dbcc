public import Knowledge

extension IndicatorScore {
    /// Something to put in place that would raise a result once it is done; never something to claim before.
    public struct Improvement: Sendable, Hashable, Identifiable {
        /// What the answer would become.
        public enum Change: Sendable, Hashable {
            /// This choice.
            case choice(Choice)
            /// So many of these choices, whichever they are, on top of those that already count.
            case further(Int, of: [Choice])
            /// Yes.
            case yes
        }

        /// The question it is about.
        public let question: Question
        /// The choices of today's answer; none for yes or no, and for a question that has no answer.
        public let from: [Choice]
        /// Whether the question has an answer today. If not, part of it may already be in place.
        public let isAnswered: Bool
        /// What the answer would become.
        public let change: Change
        /// The exact points that the result would gain, from scoring the answers again.
        public let gain: Rational
        /// The result, as displayed, once it is done.
        public let scoreAfter: Int
        /// How much work it is: an estimate, from how realistic the question is for an SME and from how many steps up it is.
        public let effort: Effort
        /// The schemes that would back the answer and still run, in the question's order.
        public let certifications: [Certification]
        /// What an SME can do that the knowledge base ties to one of the question's schemes.
        public let solutions: [Solution]

        public var id: String { question.id }
        /// The points gained in tenths, the half up.
        public var gainInTenths: Int { gain.rounded(toParts: 10) }
    }

    /// What would raise the indicator, or one part of it, most for the least effort, at most one change a question.
    ///
    /// Neutral answers are left as they are, and so is a yes-or-no answer that no scheme would back: it tells a fact, such as
    /// the record of the last years, that cannot be put in place. Nothing while the result is not shown.
    public func improvements(limit: Int, of part: Indicator? = nil) -> [Improvement] {
        guard let now = exact(of: part) else { return [] }
        let candidates = contributions.compactMap { contribution in
            attempts(at: contribution).compactMap { attempt in
                evaluate(attempt, at: contribution, part: part, now: now)
            }.min { $0.precedes($1) }
        }
        return candidates.sorted { $0.precedes($1) }.prefix(max(limit, 0)).map(\.improvement)
    }

    private func exact(of part: Indicator?) -> Rational? {
        part.map { self.part($0)?.exact } ?? exactOverall
    }

    /// A change to one answer, and by how many steps it goes up.
    private struct Attempt {
        let change: Improvement.Change
        let answer: AnswerValue
        let steps: Int
    }

    private struct Candidate {
        let improvement: Improvement
        let steps: Int

        /// The gain for each unit of work: a step is 1 where the question is realistic for an SME, 2 or 3 where less so.
        private var yield: Rational { improvement.gain / Rational(cost) }
        private var cost: Int { steps * (Effort(improvement.question.realism.sme).order + 1) }

        /// Whether it is to be named first: more gain for the work, then less work.
        func precedes(_ other: Candidate) -> Bool {
            if yield != other.yield { return yield > other.yield }
            if cost != other.cost { return cost < other.cost }
            return improvement.question.number < other.improvement.question.number
        }
    }

    private func attempts(at contribution: Contribution) -> [Attempt] {
        guard contribution.state != .neutral, let rule = contribution.question.scoring.rule else { return [] }
        let question = contribution.question
        switch rule {
        case .choice:
            let higher = question.choices.filter { choice in
                !choice.neutral && choice.points.map { Rational($0, over: 100) > contribution.points } ?? false
            }.sorted { ($0.points ?? 0) < ($1.points ?? 0) }
            // What is worth a whole point mostly asks for a third party or a formal program: it counts as two steps.
            return higher.enumerated().map { place, choice in
                Attempt(
                    change: .choice(choice), answer: .choice(choice.id), steps: place + (choice.points == 100 ? 2 : 1))
            }
        case .count:
            let chosen = answers[question.id]?.chosen ?? []
            let counted = question.choices.filter { $0.counted && !$0.neutral }
            let held = counted.filter { chosen.contains($0.id) }
            let open = counted.filter { !chosen.contains($0.id) }
            let most = min((question.scoring.fullAt ?? 1) - held.count, open.count)
            return stride(from: 1, through: most, by: 1).map { further in
                let kept = Set((held + open.prefix(further)).map(\.id))
                return Attempt(
                    change: .further(further, of: open),
                    answer: .choices(question.choices.map(\.id).filter(kept.contains)), steps: further)
            }
        case .yesNo:
            guard contribution.points == .zero, !question.certifications.isEmpty else { return [] }
            return [Attempt(change: .yes, answer: .flag(true), steps: 1)]
        }
    }

    /// Scores the answers again with a change; nothing when that raises nothing.
    private func evaluate(
        _ attempt: Attempt, at contribution: Contribution, part: Indicator?, now: Rational
    ) -> Candidate? {
        let question = contribution.question
        var sheet = answers
        sheet.answer(question.id, attempt.answer)
        let after = IndicatorScore(
            questionnaire: questionnaire, form: form, sheet: sheet, knowledge: knowledge, on: day)
        guard let result = after.exact(of: part), result > now else { return nil }
        let schemes = question.certifications.compactMap(knowledge.certification).filter { $0.status != .ended }
        let improvement = Improvement(
            question: question, from: (answers[question.id]?.chosen ?? []).compactMap(question.choice),
            isAnswered: contribution.state == .answered, change: attempt.change, gain: result - now,
            scoreAfter: result.rounded, effort: Effort(question.realism.sme).raised(by: attempt.steps - 1),
            certifications: schemes,
            solutions: knowledge.solutions.filter { solution in
                solution.actors.contains(.sme) && schemes.contains { solution.certifications.contains($0.id) }
            })
        return Candidate(improvement: improvement, steps: attempt.steps)
    }
}

extension Effort {
    /// The effort of one step up in a question as realistic as this.
    fileprivate init(_ realism: RealismLevel) {
        self =
            switch realism {
            case .high: .low
            case .medium: .medium
            case .low: .high
            }
    }

    /// The effort some levels above, at most the highest.
    fileprivate func raised(by levels: Int) -> Effort {
        Self.allCases[min(order + levels, Self.allCases.count - 1)]
    }
}
