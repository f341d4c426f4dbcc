import Dialogue
import Knowledge
import Questionnaires
import TestContent
import Testing
import Text
import Understanding

/// What becomes of a questionnaire once it is finished.
@Suite struct DeclarationTests {
    /// A person who answers the short form and then goes on.
    private struct Person {
        let engine: DialogueEngine
        private(set) var conversation = Conversation()
        private(set) var events: [Event] = []
        private var count: UInt64 = 0

        /// An engine from which declarations go to files alone.
        private static let filing = Result { () throws -> DialogueEngine in
            var policy = DialoguePolicy()
            policy.deliveries = .files
            return try LoadedContent.load(
                intents: "\(RealContent.root)/intents", knowledge: "\(RealContent.root)/knowledge", policy: policy
            ).engine
        }

        init(files: Bool) throws { engine = try files ? Self.filing.get() : RealContent.engine }

        init() throws { engine = try RealContent.engine }

        @discardableResult
        mutating func say(_ text: String) throws -> Reply { try send(.init(text: text, fingerprint: count + 1)) }

        @discardableResult
        mutating func pick(_ choices: String...) throws -> Reply {
            try send(
                choices.count == 1
                    ? .init(choice: choices[0], fingerprint: count + 1)
                    : .init(choices: choices, fingerprint: count + 1))
        }

        private mutating func send(_ question: UserMessage) throws -> Reply {
            count += 1
            // The evening of 29 November in Montréal, a minute a question.
            let now = RecordTime(milliseconds: 1_795_996_860_000 + Int64(count) * 60_000)
            let turn = try #require(engine.reply(to: question, in: conversation, now: now))
            conversation = turn.conversation ?? Conversation()
            events = turn.events
            return try #require(turn.reply)
        }

        var submission: Event.Submission? {
            for case .submission(let submission) in events { return submission }
            return nil
        }

        /// Answers the open question and all that follow.
        @discardableResult
        mutating func finish(_ start: Reply, sharing: String) throws -> Reply {
            var reply = start
            while let question = reply.questionnaire?.question {
                reply =
                    switch question.id {
                    case "q-sharing-consent": try pick(sharing)
                    case "q-legal-name": try say("Meubles Lavoie")
                    case "q-offer-summary": try say("Nous vendons des meubles remis à neuf pour les édifices publics.")
                    default:
                        switch question.type {
                        case .yesNo: try pick("yes")
                        case .number: try say("12")
                        case .singleChoice, .multiChoice: try pick(question.choices[1].id)
                        default: try pick("questionnaire.skip")
                        }
                    }
            }
            return reply
        }

        @discardableResult
        mutating func fill(sharing: String) throws -> Reply {
            try finish(try pick("questionnaire.start questionnaire=supplier-short"), sharing: sharing)
        }
    }

    private func plain(_ text: String) -> String { text.replacing("\u{A0}", with: " ") }

    @Test(arguments: [
        (false, "all-buyers", "est transmise, dans les limites"), (false, "private", "rien n'est transmis"),
        (true, "all-buyers", "Rien n'est transmis d'ici"), (true, "private", "rien n'est transmis"),
    ])
    func whatIsSaidToBePassedOnIs(files: Bool, sharing: String, said: String) throws {
        var person = try Person(files: files)
        let text = plain(try person.fill(sharing: sharing).text)
        #expect(text.contains(said))
        #expect(text.contains("est transmise") == (!files && sharing != "private"))
    }

    @Test func aReportIsAskedForInPeoplesWords() throws {
        var person = try Person()
        for text in ["je veux mon rapport", "mon rapport svp", "where is my report?", "ma déclaration en PDF"] {
            let reply = try person.say(text)
            #expect(reply.intent == .questionnaireReport && reply.outcome == .answered, "\(text)")
        }
        var open = try person.pick("questionnaire.start questionnaire=supplier-short")
        open = try person.say("Meubles Lavoie")
        let early = try person.say("je veux mon rapport")
        #expect(early.intent == .questionnaireReport && plain(early.text).contains("Il reste 16 questions"))
        #expect(early.questionnaire?.question == open.questionnaire?.question)
        try person.finish(early, sharing: "all-buyers")
        let late = try person.say("I want my report")
        #expect(late.intent == .questionnaireReport && late.outcome == .questionnaire)
        #expect(late.text.contains("passerelle report --kafka --conversation"))
    }

    @Test func aCorrectionKeepsTheAnswersAndTakesThePlaceOfWhatItCorrects() throws {
        var person = try Person()
        try person.fill(sharing: "all-buyers")
        let first = try #require(person.submission)
        let reopened = try person.say("je veux corriger ma déclaration")
        #expect(reopened.intent == .questionnaireEdit && reopened.questionnaire?.state == .asking)
        #expect(plain(reopened.text).contains("du 29 novembre 2026 : vos réponses sont gardées"))
        #expect(reopened.questionnaire?.question?.id == "q-attestation")
        #expect(person.conversation.run?.id != first.run.id)
        let edited = try person.pick("questionnaire.edit question=q-organization-type")
        #expect(edited.questionnaire?.question?.id == "q-organization-type")
        try person.pick("cooperative")
        let done = try person.pick("yes")
        #expect(plain(done.text).contains("Elle remplace celle du 29 novembre 2026"))
        let second = try #require(person.submission)
        #expect(second.run.replaced?.run == first.run.id && first.run.replaced == nil)
        var expected = first.run.sheet
        expected.answer("q-organization-type", .choice("cooperative"))
        #expect(second.run.sheet == expected)
        // Once more: it names the one before it, not the first.
        try person.say("correct my declaration")
        try person.pick("yes")
        #expect(person.submission?.run.replaced?.run == second.run.id)
    }

    @Test func aCorrectionBeginsAtTheAnswerThatIsNamed() throws {
        var person = try Person()
        try person.fill(sharing: "all-buyers")
        let reply = try person.say("changer ma réponse sur le nombre d'employés")
        #expect(reply.questionnaire?.question?.id == "q-employees-count")
        #expect(plain(reply.text).contains("Je rouvre votre déclaration"))
        #expect(try person.say("15").questionnaire?.question?.id == "q-attestation")
    }

    @Test func whatWasSharedCanBeTakenBack() throws {
        var person = try Person()
        try person.fill(sharing: "all-buyers")
        try person.say("corriger ma déclaration")
        try person.pick("questionnaire.edit question=q-sharing-consent")
        try person.pick("private")
        let done = plain(try person.pick("yes").text)
        #expect(done.contains("ne paraîtra plus dans les comparaisons") && done.contains("29 novembre 2026"))
        let withdrawal = try #require(person.submission)
        #expect(withdrawal.consent == "private" && withdrawal.run.replaced?.wasShared == true)
        // What was shared with nobody has nothing to take back.
        try person.say("corriger ma déclaration")
        #expect(plain(try person.pick("yes").text).contains("Vous avez choisi de ne rien partager"))
        #expect(person.submission == nil)
    }

    @Test func givingUpSaysWhatIsErased() throws {
        var person = try Person()
        try person.pick("questionnaire.start questionnaire=supplier-short")
        #expect(
            plain(try person.pick("questionnaire.cancel").text).hasPrefix("Abandonner le questionnaire? Oui ou non?"))
        try person.pick("no")
        try person.say("Meubles Lavoie")
        #expect(try person.pick("questionnaire.cancel").text.contains("Votre réponse sera effacée"))
        try person.pick("no")
        try person.pick("corporation")
        #expect(plain(try person.pick("questionnaire.restart").text).contains("Vos 2 réponses seront effacées"))
        try person.pick("no")
        #expect(plain(try person.pick("questionnaire.cancel").text).contains("Vos 2 réponses seront effacées"))
        let done = try person.pick("yes")
        #expect(plain(done.text) == "Le questionnaire est abandonné. Vos 2 réponses sont effacées.")
        #expect(person.conversation.run == nil)
    }

    @Test func whatWasPassedOnStaysSo() throws {
        var person = try Person()
        try person.fill(sharing: "all-buyers")
        let answers = try #require(person.conversation.run).sheet.values.count
        let nothing = plain(try person.say("annuler le questionnaire").text)
        #expect(nothing.contains("rien n'est effacé. Vos \(answers) réponses restent"))
        #expect(nothing.contains("a été transmise le 29 novembre 2026, et le reste"))
        #expect(person.conversation.run?.state == .completed)
        try person.say("corriger ma déclaration")
        let asked = plain(try person.pick("questionnaire.cancel").text)
        #expect(asked.contains("déjà transmise le 29 novembre 2026 reste transmise"))
        #expect(plain(try person.pick("yes").text).contains("reste transmise"))
        // Of what was kept private nothing is said to be with others.
        var other = try Person()
        try other.fill(sharing: "private")
        #expect(!plain(try other.say("annuler le questionnaire").text).contains("transmise"))
    }
}
