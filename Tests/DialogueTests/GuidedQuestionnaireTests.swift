import Dialogue
import Knowledge
import Questionnaires
import Testing
import Text
import Understanding

/// Questionnaires that a person is led through, by the engine as it is.
struct GuidedQuestionnaireTests {
    /// A person who says one thing after the other.
    private struct Person {
        let engine: DialogueEngine
        private var conversation = Conversation()
        private var count: UInt64 = 0

        init(_ engine: DialogueEngine) { self.engine = engine }

        mutating func say(_ text: String) throws -> Reply {
            try send(Dialogue.Question(text: text, fingerprint: count + 1))
        }

        mutating func pick(_ choices: String...) throws -> Reply {
            try send(
                choices.count == 1
                    ? Dialogue.Question(choice: choices[0], fingerprint: count + 1)
                    : Dialogue.Question(choices: choices, fingerprint: count + 1))
        }

        private mutating func send(_ question: Dialogue.Question) throws -> Reply {
            count += 1
            let turn = try #require(
                engine.reply(to: question, in: conversation, now: RecordTime(milliseconds: Int64(count) * 1000)))
            conversation = turn.conversation ?? Conversation()
            return try #require(turn.reply)
        }

        /// The simplest answer to a question.
        mutating func answer(_ question: Knowledge.Question) throws -> Reply {
            switch question.type {
            case .evidence: try say("aucune")
            case _ where !question.validation.required && question.choices.isEmpty && question.type != .yesNo:
                try pick("questionnaire.skip")
            case .yesNo: try pick("yes")
            case .singleChoice, .multiChoice: try pick(question.choices[0].id)
            case .number, .percentage: try say("12")
            case .date: try say("2026-05-01")
            case .text: try say("Atelier Boréal, meubles remis à neuf pour les villes")
            }
        }
    }

    @Test func somethingElseIsAnsweredAtEachQuestionOfTheWholeQuestionnaire() throws {
        let engine = try TestContent.engine
        var person = Person(engine)
        var reply = try person.say("Je veux remplir le questionnaire")
        var asked: [String] = []
        while let question = reply.questionnaire?.question, asked.count <= 40 {
            asked.append(question.id)
            let beside = try person.say("Quelles certifications pour une entreprise détenue par des femmes?")
            #expect(beside.intent == .certificationFind && beside.markdown.hasPrefix("Voici"), "at \(question.id)")
            #expect(beside.text.contains("Revenons au questionnaire") && beside.markdown.count <= 2000)
            #expect(beside.questionnaire?.question?.id == question.id)
            reply = try person.answer(question)
            #expect(reply.outcome == .questionnaire && reply.questionnaire?.problem == nil, "at \(question.id)")
        }
        #expect(asked.count == Set(asked).count && asked.contains("q-evidence-upload"))
        #expect(reply.questionnaire?.state == .completed)
        let review = try person.say("revoir mes réponses")
        #expect(review.intent == .questionnaireReview && review.markdown.count <= 2000)
    }

    @Test(arguments: ["privacy.forget", "certification.cost certification=b-corp", "nothing.like.that"])
    func whatIsPickedBesideAQuestionForTextIsNoAnswer(choice: String) throws {
        var person = Person(try TestContent.engine)
        let asked = try person.say("Je veux remplir le questionnaire").questionnaire?.question
        #expect(asked?.id == "q-legal-name")
        let reply = try person.pick(choice)
        #expect(reply.outcome != .questionnaire)
        let next = try person.say("Je veux continuer le questionnaire").questionnaire?.question
        #expect(next?.id == (choice == "privacy.forget" ? nil : "q-legal-name"))
    }
}
