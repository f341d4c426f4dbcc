import Dialogue
import Knowledge
import Questionnaires
import TestContent
import Testing
import Text
import Understanding

/// Looking back, pausing and going on.
@Suite struct QuestionnaireReviewTests {
    private func questionnaire() throws -> Questionnaire {
        try #require(try RealContent.engine.knowledge.questionnaire("supplier-common"))
    }

    // MARK: - The review

    @Test(arguments: [("mes réponses", "suite"), ("my answers", "more")])
    func theWholeReviewIsReadBeforeTheAttestation(review: String, more: String) throws {
        var person = TestPerson(try RealContent.engine)
        try person.goOn(to: "q-offer-summary", form: "supplier-common")
        // The longest offer that there is makes more pages.
        let words = String(repeating: "meubles remis à neuf, ", count: 18)
        try person.say(words)
        var reply = try person.pick("questionnaire.resume")
        while let question = reply.questionnaire?.question, question.id != "q-attestation" {
            reply = try person.answer(question)
        }
        let language: Language = more == "more" ? .en : .fr
        if language == .en { try person.pick("language.switch language=en") }

        var pages = [try person.say(review)]
        while pages[pages.count - 1].suggestions.first?.id == "more", pages.count < 20 {
            let page = pages[pages.count - 1]
            #expect(page.text.contains(more) && page.questionnaire?.question?.id == "q-attestation")
            // The numbers in sight are those of questions.
            var other = person
            try other.say("1")
            #expect(other.conversation.run?.state == .asking)
            pages.append(try person.say(more))
        }
        #expect(pages.count > 1 && pages.allSatisfy { $0.markdown.count <= 2000 && !$0.text.contains("…") })
        let all = pages.map(\.text).joined(separator: "\n")
        let run = try #require(person.conversation.run)
        for section in run.review(in: try questionnaire()) {
            for item in section.items {
                let number = try #require(run.number(of: item.question.id, in: try questionnaire()))
                #expect(all.contains("• \(number). \(item.question.label[language])"), "\(item.question.id)")
            }
        }
        // What is open is asked in full behind the last page.
        #expect(pages.last?.text.contains(language == .fr ? "1. Oui\n2. Non" : "1. Yes\n2. No") == true)
        #expect(try person.say("1").questionnaire?.state == .completed)
    }

    @Test(arguments: [
        (SkipReason.unsaid, "passée\n"), (.none, "passée : ne s'applique pas"), (.later, "passée : plus tard"),
        (.refused, "passée : vous préférez ne pas répondre"), (.unknown, "passée : vous ne savez pas"),
    ])
    func theReviewSaysWhyAQuestionWasPassed(reason: SkipReason, words: String) throws {
        let questionnaire = try questionnaire()
        var run = QuestionnaireRun(
            id: "r", questionnaire: questionnaire, form: questionnaire.id, version: questionnaire.signature,
            language: .fr,
            startedAt: 0)
        _ = run.start(in: questionnaire)
        _ = run.answer(.text("Boréal inc."), in: questionnaire)
        _ = run.skip(in: questionnaire, reason: reason)
        var person = TestPerson(try RealContent.engine)
        person.conversation.run = run
        let review = try person.say("mes réponses").text.replacing("\u{A0}", with: " ")
        #expect(review.contains("• 2. NEQ") || review.contains("• 2. Num"))
        #expect(review.contains(" : " + words), "\(review)")
        let edited = try person.say("/questionnaire.edit number=2").text.replacing("\u{A0}", with: " ")
        #expect(edited.contains("Votre réponse : " + words))
    }

    // MARK: - The earlier answer

    @Test func backAndEditShowWhatWasAnswered() throws {
        var person = TestPerson(try RealContent.engine)
        let first = try person.goOn(to: "q-employees-count")
        #expect(!first.text.contains("Votre réponse"))
        let back = try person.pick("questionnaire.back").text.replacing("\u{A0}", with: " ")
        #expect(back.contains("Votre réponse : Entreprise individuelle ou travail autonome\n\nQuelle est la forme"))
        let edited = try person.say("/questionnaire.edit number=1").text.replacing("\u{A0}", with: " ")
        #expect(edited.contains("Votre réponse : Atelier Boréal"))
        try person.pick("language.switch language=en")
        #expect(try person.say("/questionnaire.edit number=2").text.contains("Your answer: "))
    }

    // MARK: - What waits for a yes

    @Test(arguments: ["mes réponses", "où j'en suis"])
    func aConfirmationThatIsOutOfSightIsNotGiven(between: String) throws {
        var person = TestPerson(try RealContent.engine)
        try person.goOn(to: "q-organization-type")
        try person.pick("questionnaire.cancel")
        try person.say(between)
        try person.say("oui")
        #expect(person.conversation.run?.state == .asking)
        #expect(person.conversation.run?.sheet["q-legal-name"] != nil)
    }

    // MARK: - Pausing and going on

    @Test(arguments: [
        (Language.fr, "reprendre le questionnaire"), (.en, "resume the questionnaire"),
    ])
    func pausingSaysWhatGoesOnAndThatWorks(language: Language, words: String) throws {
        var person = TestPerson(try RealContent.engine)
        try person.goOn(to: "q-organization-type")
        if language == .en { try person.pick("language.switch language=en") }
        let paused = try person.pick("questionnaire.pause")
        #expect(paused.questionnaire?.state == .paused && paused.text.contains(words))
        // Anything else says it again.
        let refused = try person.pick("questionnaire.back")
        #expect(refused.text.contains(words))
        person.channel = "another"
        let resumed = try person.say(words)
        #expect(resumed.intent == .questionnaireResume && resumed.language == language)
        #expect(resumed.questionnaire?.question?.id == "q-organization-type")
    }

    @Test(arguments: [
        "resume", "Resume.", "resume questionnaire", "please resume my questionnaire", "continue", "reprendre",
        "reprends",
        "je veux reprendre", "ok on reprend", "j'aimerais continuer le questionnaire", "on continue svp",
    ])
    func aPausedQuestionnaireGoesOnInManyWords(text: String) throws {
        for language in Language.allCases {
            var person = TestPerson(try RealContent.engine)
            try person.goOn(to: "q-organization-type")
            if language == .en { try person.pick("language.switch language=en") }
            try person.pick("questionnaire.pause")
            let resumed = try person.say(text)
            #expect(resumed.questionnaire?.state == .asking, "in \(language)")
            #expect(resumed.questionnaire?.question?.id == "q-organization-type", "in \(language)")
        }
    }

    @Test(arguments: [
        ("résumé", Intent.questionnaireReview), ("reprendre depuis le début", .questionnaireRestart),
        ("Combien coûte B Corp?", .certificationCost),
    ])
    func whatIsSaidInAPauseMeansWhatItSays(text: String, intent: Intent) throws {
        var person = TestPerson(try RealContent.engine)
        try person.goOn(to: "q-organization-type")
        try person.pick("questionnaire.pause")
        let reply = try person.say(text)
        #expect(reply.intent == intent && person.conversation.run?.state == .paused)
    }
}
