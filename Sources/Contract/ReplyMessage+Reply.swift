import Dialogue
import Knowledge
import Questionnaires
import Text
import Understanding

extension ReplyMessage {
    /// The message of a reply to a question.
    init(_ reply: Reply, conversation: String, id: String, source: String, knowledgeVersion: String) {
        self.conversation = conversation
        question = QuestionID(id: id, source: source)
        sequence = reply.sequence
        language = reply.language
        outcome = reply.outcome.rawValue
        intent = Intent(id: reply.intent.rawValue, confidence: Self.fraction(reply.confidence))
        alternatives =
            reply.alternatives.isEmpty
            ? nil
            : reply.alternatives.map {
                Alternative(
                    id: $0.intent.rawValue, confidence: Self.fraction($0.confidence),
                    entities: $0.entities.map(Entity.init))
            }
        also = reply.also.isEmpty ? nil : reply.also.map(\.rawValue)
        entities = reply.entities.map(Entity.init)
        text = reply.text
        markdown = reply.markdown
        references = reply.references.map {
            Reference(
                kind: $0.kind, id: $0.id, title: $0.title, url: $0.url, assurance: $0.assurance?.rawValue,
                asOf: String($0.asOf), confidence: $0.confidence.rawValue)
        }
        suggestions = reply.suggestions.map { Suggestion(id: $0.id, title: $0.title) }
        questionnaire = reply.questionnaire.map { Questionnaire($0, in: reply.language) }
        rejected = reply.rejected.map { Rejection(code: $0.code.rawValue, message: $0.message) }
        self.knowledgeVersion = knowledgeVersion
        explanation = reply.explanation
    }
}

extension ReplyMessage.Entity {
    fileprivate init(_ entity: Understanding.Entity) {
        type = entity.type.rawValue
        value = CleanText.line(entity.value)
        text = entity.text.map { CleanText.line($0) }
        start = entity.range?.lowerBound
        end = entity.range?.upperBound
        inherited = entity.isInherited ? true : nil
    }
}

extension ReplyMessage.Questionnaire {
    fileprivate init(_ status: Reply.QuestionnaireStatus, in language: Language) {
        id = status.id
        run = status.run
        state = status.state.rawValue
        question = status.question.map { question in
            Question(
                id: question.id, section: question.section, number: status.number ?? question.number,
                type: question.type.rawValue,
                text: question.text[language], help: question.why[language],
                choices: status.choices.isEmpty
                    ? nil : status.choices.map { ReplyMessage.Suggestion(id: $0.id, title: $0.title) },
                unit: question.unit?[language],
                required: question.validation.required)
        }
        problem = status.problem.map { ReplyMessage.Rejection(code: $0.code, message: $0.message) }
        progress = Progress(
            answered: status.progress.answered, remaining: status.progress.remaining, total: status.progress.total)
        indicator = status.score.map { SubmissionMessage.Score($0) }
    }
}
