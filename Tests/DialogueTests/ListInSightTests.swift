import Dialogue
import Knowledge
import Questionnaires
import TestContent
import Testing

/// A number means what the list in sight says, and there is one list at a time.
@Suite struct ListInSightTests {
    /// How often a text begins a list of numbers.
    private func lists(in text: String) -> Int {
        text.split(separator: "\n").count { $0.hasPrefix("1. ") }
    }

    @Test(arguments: [("1", true), ("2", false), (" 2. ", false), ("1)", true)])
    func yesAndNoAreListedAndPickedByNumber(text: String, answer: Bool) throws {
        var person = TestPerson(try RealContent.engine)
        let asked = try person.goOn(to: "q-product-ecolabel", form: "supplier-common")
        #expect(asked.text.contains("1. Oui\n2. Non"))
        try person.say(text)
        #expect(person.conversation.run?.sheet["q-product-ecolabel"] == .flag(answer))
    }

    @Test func aNumberThatIsNotListedIsNoYesOrNo() throws {
        var person = TestPerson(try RealContent.engine)
        try person.goOn(to: "q-attestation")
        for text in ["3", "0", "12", "1 2"] { try person.say(text) }
        #expect(person.conversation.run?.sheet["q-attestation"] == nil)
    }

    @Test func aNumberIsANumberWhereOneIsAsked() throws {
        var person = TestPerson(try RealContent.engine)
        try person.goOn(to: "q-employees-count")
        try person.say("1")
        #expect(person.conversation.run?.sheet["q-employees-count"] == .number(1))
    }

    @Test func aConfirmationIsListedAndPickedByNumber() throws {
        var person = TestPerson(try RealContent.engine)
        try person.goOn(to: "q-organization-type")
        let asked = try person.pick("questionnaire.cancel")
        #expect(asked.text.contains("1. Oui\n2. Non") && lists(in: asked.text) == 1)
        let kept = try person.say("2")
        #expect(kept.questionnaire?.question?.id == "q-organization-type")
        #expect(person.conversation.run?.sheet["q-organization-type"] == nil, "2 is no choice of the question")
        try person.pick("questionnaire.cancel")
        #expect(try person.say("1").questionnaire?.state == .cancelled)
    }

    @Test(arguments: ["q-organization-type", "q-attestation", "q-employees-count"])
    func theNumbersOfAMenuAreTheMenus(question: String) throws {
        var person = TestPerson(try RealContent.engine)
        try person.goOn(to: question)
        let menu = try person.say("innovation?")
        try #require(menu.outcome == .clarify)
        #expect(lists(in: menu.text) == 1, "\(menu.text)")
        #expect(menu.suggestions.map(\.title).allSatisfy(menu.text.contains))
        #expect(menu.text.contains("Revenons au questionnaire") && menu.questionnaire?.question?.id == question)
        let picked = try person.say("2")
        #expect(picked.intent == menu.alternatives[1].intent)
        #expect(person.conversation.run?.sheet[question] == nil)

        // The question is back with its own list, and numbers are its own again.
        #expect(picked.questionnaire?.question?.id == question)
        try person.say("1")
        #expect(person.conversation.run?.sheet[question] != nil)
    }

    @Test func noneOfTheMenuIsNoAnswerToTheQuestion() throws {
        var person = TestPerson(try RealContent.engine)
        try person.goOn(to: "q-organization-type")
        let menu = try person.say("innovation?")
        try #require(menu.suggestions.last?.id == "none")
        let reply = try person.say(String(menu.suggestions.count))
        #expect(reply.outcome == .fallback)
        #expect(person.conversation.run?.sheet["q-organization-type"] == nil)
    }

    @Test func anAnswerBesideAMenuPutsItOutOfSight() throws {
        var person = TestPerson(try RealContent.engine)
        try person.goOn(to: "q-organization-type")
        try person.say("innovation?")
        try person.pick("thanks")
        try person.say("2")
        #expect(person.conversation.run?.sheet["q-organization-type"] == .choice("partnership"))
    }
}
