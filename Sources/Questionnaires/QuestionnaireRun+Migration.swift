public import Knowledge

extension QuestionnaireRun {
    /// An answer that another version of the questionnaire has no place for.
    public struct DroppedAnswer: Sendable, Hashable {
        public let question: String
        public let value: AnswerValue
        /// Why: ``Refusal/unknownQuestion``, ``Refusal/hidden``, or what is wrong with the value.
        public let reason: Refusal
    }

    /// Pins the run to another version of the questionnaire. Answers stay whose question is there, and shown, and whose
    /// value is of its kind and among its choices. ``resume(in:)`` then asks what is open.
    ///
    /// A run that is over stays what it was, with the version it ended with. A form that is gone becomes the whole.
    ///
    /// - Returns: The answers dropped, in the order of the questionnaire, then by id.
    public mutating func migrate(to questionnaire: Questionnaire, version: String) -> [DroppedAnswer] {
        guard refusal != .over else { return [] }
        if form != questionnaire.shortForm?.id { form = questionnaire.id }
        self.questionnaire = questionnaire.id
        self.version = version
        pending = nil

        let questions = questionnaire.questions(ofForm: form)
        var dropped: [String: DroppedAnswer] = [:]
        for (id, value) in sheet.values {
            let question = questions.first { $0.id == id }
            let reason = question.map { $0.refusal(of: value, in: questionnaire) } ?? .unknownQuestion
            guard let reason else { continue }
            dropped[id] = DroppedAnswer(question: id, value: value, reason: reason)
        }
        for id in dropped.keys { sheet.clear(id) }
        let valid = sheet.values
        tidy(in: questionnaire)
        for (id, value) in valid where sheet[id] == nil {
            dropped[id] = DroppedAnswer(question: id, value: value, reason: .hidden)
        }
        rated = rated.filter { rating in questions.contains { $0.id == rating.key } }

        let ordered = questions.compactMap { dropped.removeValue(forKey: $0.id) }
        return ordered + dropped.values.sorted { $0.question < $1.question }
    }
}
