public import Knowledge

extension QuestionnaireRun {
    /// How far a run is, over the questions that are shown.
    public struct Progress: Sendable, Hashable {
        /// How many are answered or passed.
        public let answered: Int
        /// How many are open.
        public let remaining: Int

        /// All that are shown.
        public var total: Int { answered + remaining }
    }

    /// What was said in a section.
    public struct ReviewedSection: Sendable, Hashable {
        public let section: Questionnaire.Section
        public let items: [ReviewedQuestion]
    }

    /// A question that was answered or passed.
    public struct ReviewedQuestion: Sendable, Hashable {
        public let question: Question
        /// The answer; nothing if the question was passed.
        public let value: AnswerValue?
        /// Why the question was passed; nothing if it was answered.
        public let skipped: SkipReason?
    }

    /// How far the run is.
    public func progress(in questionnaire: Questionnaire) -> Progress {
        let shown = questionnaire.shown(form, sheet)
        let remaining = shown.count(where: isOpen)
        return Progress(answered: shown.count - remaining, remaining: remaining)
    }

    /// What was answered and passed, by section, in the order of the questionnaire; of shown questions only.
    public func review(in questionnaire: Questionnaire) -> [ReviewedSection] {
        let settled = questionnaire.shown(form, sheet).filter { sheet.isSettled($0.id) }
        return questionnaire.sections.compactMap { section in
            let items = settled.filter { $0.section == section.id }
                .map { ReviewedQuestion(question: $0, value: sheet[$0.id], skipped: sheet.skipped[$0.id]) }
            return items.isEmpty ? nil : ReviewedSection(section: section, items: items)
        }
    }
}
