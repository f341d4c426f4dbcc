import Dialogue
import Knowledge
import Questionnaires
import TestContent
import Testing
import Text
import Understanding

/// Questionnaires that a person is led through, by the engine as it is.
struct GuidedQuestionnaireTests {
    @Test func somethingElseIsAnsweredAtEachQuestionOfTheWholeQuestionnaire() throws {
        let engine = try RealContent.engine
        var person = TestPerson(engine)
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
        var person = TestPerson(try RealContent.engine)
        let asked = try person.say("Je veux remplir le questionnaire").questionnaire?.question
        #expect(asked?.id == "q-legal-name")
        let reply = try person.pick(choice)
        #expect(reply.outcome != .questionnaire)
        let next = try person.say("Je veux continuer le questionnaire").questionnaire?.question
        #expect(next?.id == (choice == "privacy.forget" ? nil : "q-legal-name"))
    }
}
