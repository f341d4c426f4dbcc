extension IndicatorScore: Hashable {
    /// Scores of the same answers to the same questions on the same day are the same.
    public static func == (one: IndicatorScore, other: IndicatorScore) -> Bool {
        one.form == other.form && one.day == other.day && one.answers == other.answers
            && one.questionnaire == other.questionnaire
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(form)
        hasher.combine(answers)
    }
}
