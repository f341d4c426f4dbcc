public import Knowledge
public import Text

extension IndicatorScore.Improvement.Change {
    /// What would have to be put in place.
    ///
    /// - Parameter vocabulary: words what the questionnaire itself has no text for.
    public func text(in language: Language, with vocabulary: Vocabulary) -> String {
        switch self {
        case .choice(let choice): return choice.text[language]
        case .further(let count, let choices):
            let titles = choices.map { $0.text[language] }.joined(separator: "; ")
            return vocabulary.text(
                AnswerDisplayWord.further, in: language, ["count": String(count), "choices": titles])
        case .yes: return vocabulary.text(AnswerDisplayWord.yes, in: language)
        }
    }
}
