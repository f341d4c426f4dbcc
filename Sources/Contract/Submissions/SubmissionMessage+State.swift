public import Dialogue
import Knowledge
import Questionnaires
import Text

extension SubmissionMessage {
    /// The finished declaration that the state of a conversation holds, whole, whatever sharing was agreed to: for the person
    /// who made it. Nothing where none is finished, and where the content has no such questionnaire.
    ///
    /// - Parameters:
    ///   - conversation: The id of the conversation.
    ///   - state: The newest record of the conversation on its topic.
    public init?(of conversation: String, state: [UInt8], content: LoadedContent) {
        let knowledge = content.engine.knowledge
        guard let run = ConversationMessage.readable(state)?.run, run.state == .completed,
            let questionnaire = knowledge.questionnaire(run.questionnaire)
        else { return nil }
        // When it was finished is not in states of earlier versions.
        let completedAt = run.completedAt ?? run.startedAt
        let score = IndicatorScore(
            questionnaire: questionnaire, form: run.form, sheet: run.sheet, knowledge: knowledge,
            on: completedAt.civilDay(in: content.engine.policy.zone))
        self.init(
            Event.Submission(
                run: run, questionnaire: questionnaire, score: score, consent: content.engine.consent(run),
                completedAt: completedAt),
            conversation: conversation, knowledge: knowledge, knowledgeVersion: content.version, forThePerson: true)
    }
}
