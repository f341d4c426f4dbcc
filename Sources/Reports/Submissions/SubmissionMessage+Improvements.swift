public import Contract
public import Knowledge
import Questionnaires
public import Text

extension SubmissionMessage {
    /// What would raise the indicator most for the least effort, the best first; none where what was shared is too little to
    /// compute it from.
    public func improvements(
        limit: Int, knowledge: KnowledgeBase, language: Language
    ) -> [SubmissionReport.Improvement] {
        guard let score = SubmissionFacts(self, knowledge: knowledge)?.score else { return [] }
        return score.improvements(limit: limit).map { improvement in
            let schemes = improvement.certifications.prefix(3).map { $0.acronym?[language] ?? $0.name[language] }
            return SubmissionReport.Improvement(
                title: improvement.question.label[language], gainInTenths: improvement.gainInTenths,
                detail: improvement.change.text(in: language, with: knowledge.vocabulary)
                    + (schemes.isEmpty ? "" : " (\(schemes.joined(separator: ", ")))"))
        }
    }
}
