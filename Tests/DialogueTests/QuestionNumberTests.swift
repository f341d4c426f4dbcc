import Dialogue
import Knowledge
import Questionnaires
import Reports
import TestContent
import Testing
import Text

/// A question has one number, wherever a person meets it: its place among those that are shown.
@Suite struct QuestionNumberTests {
    @Test(arguments: ["supplier-short", "supplier-common"])
    func theChatCountsWhatItShows(form: String) throws {
        var person = TestPerson(try RealContent.engine)
        var reply = try person.pick("questionnaire.start questionnaire=\(form)")
        var place = 1
        while let question = reply.questionnaire?.question {
            let status = try #require(reply.questionnaire)
            #expect(status.number == place, "at \(question.id)")
            #expect(reply.text.contains("\(place)/\(status.progress.total) · "), "at \(question.id)")
            #expect(status.progress.answered == place - 1)
            reply = try person.answer(question)
            place += 1
        }
        #expect(reply.questionnaire?.state == .completed && reply.questionnaire?.number == nil)
    }

    @Test(arguments: ["supplier-short", "supplier-common"])
    func theReviewAndChangesCountTheSame(form: String) throws {
        var person = TestPerson(try RealContent.engine)
        try person.goOn(to: "q-attestation", form: form)
        let run = try #require(person.conversation.run)
        let questionnaire = try #require(person.engine.knowledge.questionnaire("supplier-common"))
        let shown = questionnaire.shown(form, run.sheet)
        let review = try person.say("mes réponses").text
        for (index, question) in shown.enumerated().prefix(4) {
            #expect(review.contains("• \(index + 1). \(question.label[.fr])"), "\(question.id)")
        }
        for (index, question) in shown.enumerated() {
            let edited = try person.say("/questionnaire.edit number=\(index + 1)")
            #expect(edited.questionnaire?.question?.id == question.id)
            #expect(edited.questionnaire?.number == index + 1)
        }
    }

    @Test func theDrawingCountsAFormAsTheChatDoesWhenAllIsShown() throws {
        let questionnaire = try #require(try RealContent.engine.knowledge.questionnaire("supplier-common"))
        for form in ["supplier-short", "supplier-common"] {
            let numbers = questionnaire.numbers(ofForm: form)
            #expect(numbers.values.sorted() == Array(1...numbers.count))
            let svg = try QuestionnaireGraph(
                of: questionnaire, form: form, language: .fr, vocabulary: RealContent.engine.knowledge.vocabulary
            ).svg
            for number in numbers.values { #expect(svg.contains(">\(number)</text>")) }
            #expect(!svg.contains(">\(numbers.count + 1)</text>"))
        }
    }

    @Test func aHiddenQuestionHasNoNumber() throws {
        let questionnaire = try #require(try RealContent.engine.knowledge.questionnaire("supplier-common"))
        let form = "supplier-short"
        var sheet = AnswerSheet(values: ["q-employees-count": .number(5)])
        let numbers = questionnaire.numbers(form, sheet)
        #expect(numbers["q-ownership-share"] == nil)
        let inclusion = try #require(numbers["q-inclusion-practices"])
        sheet.answer("q-ownership-groups", .choices(["women"]))
        let women = questionnaire.numbers(form, sheet)
        #expect(women["q-ownership-share"] == inclusion)
        #expect(women["q-inclusion-practices"] ?? 0 > inclusion)
    }
}
