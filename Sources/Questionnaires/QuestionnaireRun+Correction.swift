package import Knowledge
public import Text

extension QuestionnaireRun {
    /// A declaration that was completed and that a run corrects.
    public struct Replaced: Sendable, Hashable, Codable {
        /// The id of its run.
        public let run: String
        /// When it was completed; nothing where that was not kept.
        public let completedAt: RecordTime?
        /// Whether others have it.
        public let wasShared: Bool

        private enum CodingKeys: String, CodingKey {
            case run = "r"
            case completedAt = "d"
            case wasShared = "s"
        }
    }

    /// Notes when the run was completed.
    package mutating func noteCompletion(at time: RecordTime) { completedAt = time }

    /// A run with the same answers, in which they can be changed: a declaration of its own, which takes the place of this one
    /// once it is completed. What must be attested is open again, since it is attested of other answers.
    ///
    /// - Parameters:
    ///   - id: What names the new run among all.
    ///   - wasShared: Whether others have this declaration.
    ///   - version: The version of the questionnaire.
    /// - Returns: Nothing for a run that is not completed.
    package func correction(
        id: String, wasShared: Bool, language: Language, startedAt: RecordTime, in questionnaire: Questionnaire,
        version: String
    ) -> QuestionnaireRun? {
        guard state == .completed else { return nil }
        var run = QuestionnaireRun(
            id: id, questionnaire: questionnaire, form: form, version: self.version, language: language,
            startedAt: startedAt)
        run.sheet = sheet
        run.rated = rated
        run.replaced = Replaced(run: self.id, completedAt: completedAt, wasShared: wasShared)
        if run.version != version { _ = run.migrate(to: questionnaire, version: version) }
        for question in questionnaire.questions where question.validation.mustBe != nil { run.sheet.clear(question.id) }
        return run
    }
}
