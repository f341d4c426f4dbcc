public import Knowledge

extension IndicatorScore.Improvement.Change {
    /// What would have to be put in place.
    public func text(in language: Language) -> String {
        switch self {
        case .choice(let choice): return choice.text[language]
        case .further(let count, let choices):
            let titles = choices.map { $0.text[language] }.joined(separator: "; ")
            return LocalizedText(fr: "\(count) de plus parmi : \(titles)", en: "\(count) more of: \(titles)")[language]
        case .yes: return QuestionnaireWords.yes[language]
        }
    }
}
