import Dialogue
import Foundation
import Knowledge
import Questionnaires
import Text
import Understanding

/// A reply as it stands in JSON.
struct ReplyMessage: Encodable {
    struct QuestionID: Encodable {
        var id: String
        var source: String
    }

    struct IntentField: Encodable {
        var id: Intent
        var confidence: Double
    }

    struct EntityField: Encodable {
        var type: EntityType
        var value: String
        var text: String?
        var start: Int?
        var end: Int?
        var inherited: Bool?

        init(_ entity: Entity) {
            type = entity.type
            value = CleanText.line(entity.value)
            text = entity.text.map { CleanText.line($0) }
            start = entity.range?.lowerBound
            end = entity.range?.upperBound
            inherited = entity.isInherited ? true : nil
        }
    }

    struct AlternativeField: Encodable {
        var id: Intent
        var confidence: Double
        var entities: [EntityField]
    }

    struct ReferenceField: Encodable {
        var kind: String
        var id: String
        var title: String
        var url: String?
        var assurance: String?
        var asOf: String
        var confidence: String
    }

    struct SuggestionField: Encodable {
        var id: String
        var title: String
    }

    struct QuestionnaireField: Encodable {
        struct ChoiceField: Encodable {
            var id: String
            var title: String
        }

        struct QuestionField: Encodable {
            var id: String
            var section: String
            var number: Int
            var type: String
            var text: String
            var help: String
            var choices: [ChoiceField]?
            var unit: String?
            var required: Bool
        }

        struct ProgressField: Encodable {
            var answered: Int
            var remaining: Int
            var total: Int
        }

        var id: String
        var run: String
        var state: QuestionnaireRun.State
        var question: QuestionField?
        var problem: RejectionField?
        var progress: ProgressField
        var indicator: SubmissionMessage.Score?

        init(_ status: Reply.QuestionnaireStatus, in language: Language) {
            id = status.id
            run = status.run
            state = status.state
            question = status.question.map { question in
                QuestionField(
                    id: question.id, section: question.section, number: status.number ?? question.number,
                    type: question.type.rawValue,
                    text: question.text[language], help: question.why[language],
                    choices: status.choices.isEmpty
                        ? nil : status.choices.map { ChoiceField(id: $0.id, title: $0.title) },
                    unit: question.unit?[language],
                    required: question.validation.required)
            }
            problem = status.problem.map { RejectionField(code: $0.code, message: $0.message) }
            progress = ProgressField(
                answered: status.progress.answered, remaining: status.progress.remaining, total: status.progress.total)
            indicator = status.score.map { SubmissionMessage.Score($0) }
        }
    }

    struct RejectionField: Encodable {
        var code: String
        var message: String
    }

    var conversation: String
    var question: QuestionID
    var sequence: Int
    var language: String
    var outcome: Reply.Outcome
    var intent: IntentField
    var alternatives: [AlternativeField]?
    var also: [Intent]?
    var entities: [EntityField]
    var text: String
    var markdown: String
    var references: [ReferenceField]
    var suggestions: [SuggestionField]
    var questionnaire: QuestionnaireField?
    var rejected: RejectionField?
    var knowledgeVersion: String
    var explanation: Explanation?

    init(_ reply: Reply, conversation: String, id: String, source: String, knowledgeVersion: String) {
        self.conversation = conversation
        question = QuestionID(id: id, source: source)
        sequence = reply.sequence
        language = reply.language.rawValue
        outcome = reply.outcome
        intent = IntentField(id: reply.intent, confidence: Self.fraction(reply.confidence))
        alternatives =
            reply.alternatives.isEmpty
            ? nil
            : reply.alternatives.map {
                AlternativeField(
                    id: $0.intent, confidence: Self.fraction($0.confidence), entities: $0.entities.map(EntityField.init)
                )
            }
        also = reply.also.isEmpty ? nil : reply.also
        entities = reply.entities.map(EntityField.init)
        text = reply.text
        markdown = reply.markdown
        references = reply.references.map {
            ReferenceField(
                kind: $0.kind, id: $0.id, title: $0.title, url: $0.url, assurance: $0.assurance?.rawValue,
                asOf: String($0.asOf), confidence: $0.confidence.rawValue)
        }
        suggestions = reply.suggestions.map { SuggestionField(id: $0.id, title: $0.title) }
        questionnaire = reply.questionnaire.map { QuestionnaireField($0, in: reply.language) }
        rejected = reply.rejected.map { RejectionField(code: $0.code.rawValue, message: $0.message) }
        self.knowledgeVersion = knowledgeVersion
        explanation = reply.explanation
    }

    static func fraction(_ thousandths: Int) -> Double { Double(thousandths) / 1000 }
}
