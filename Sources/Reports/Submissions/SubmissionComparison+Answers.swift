import Dialogue
import Knowledge
import Questionnaires
import Text

extension SubmissionComparison.Row {
    /// What was answered to a question that the program reads itself, in the words of the questionnaire and on one line;
    /// nothing where nothing was answered, and where the consent to sharing does not cover it.
    func answer(to role: Questionnaire.Role, _ wording: SubmissionWording) -> String? {
        guard let id = reading.questionnaire.roles[role], let question = reading.questionnaire.question(id),
            let value = reading[id], !question.validation.sensitive || !withholdsDiversity
        else { return nil }
        let text = CleanText.line(
            reading.questionnaire.display(value, to: question, in: wording.language, with: wording.vocabulary))
        return text.isEmpty ? nil : text
    }
}
