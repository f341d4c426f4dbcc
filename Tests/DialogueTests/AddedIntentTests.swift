import Content
import Dialogue
import Knowledge
import TestContent
import Testing
import Text
import Understanding

/// An editor adds an intent in YAML alone, and is told what is missing of it.
@Suite struct AddedIntentTests {
    private static let described = """
        intents:
          bid.security:
            title: {fr: La garantie de soumission, en: Bid security}
            takes: {certification: optional}
            siblings: [access.bid]
            guide: access-bid
            examples:
              fr:
                - le cautionnement demandé avec ma soumission, c'est quoi
                - la garantie de soumission de dix pour cent, je prends ça où
                - ils demandent un chèque visé avec l'enveloppe
                - qui me donne un cautionnement pour soumissionner
                - quand est-ce qu'on me rend ma garantie de soumission
                - puis-je remplacer le cautionnement de soumission par un chèque visé
              en:
                - what is a bid bond
                - they want a certified cheque with the envelope
                - who gives me a bid bond
                - when do I get my bid security back
                - can I give a certified cheque in place of the bid bond
                - ten percent bid security, where do I get that
        """
    private static let answered = """
        answers:
          bid.security:
            fr: "Une garantie de soumission assure que vous signerez. {{#guide}}Voir : {{title}}.{{/guide}}"
            en: "A bid security assures that you will sign. {{#guide}}See: {{title}}.{{/guide}}"
        """

    private func content(_ intents: String, _ answers: String) throws -> LoadedContent {
        let root = RealContent.root
        return try LoadedContent.load(
            intents: ContentFolder.files(under: root, named: "intents")
                + [ContentFile(path: "intents/added.yaml", text: intents)],
            knowledge: ContentFolder.files(under: root, named: "knowledge")
                + [ContentFile(path: "knowledge/answers/added.yaml", text: answers)])
    }

    private func problems(_ intents: String, _ answers: String = answered) throws -> [String] {
        do {
            _ = try content(intents, answers)
            return []
        } catch let unusable as LoadedContent.Unusable {
            return unusable.problems.filter { $0.severity == .error }.map(\.description)
        }
    }

    @Test func itIsUnderstoodAnsweredAndACommand() throws {
        let engine = try content(Self.described, Self.answered).engine
        let asked = engine.reply(
            to: UserMessage(text: "C'est quoi une garantie de soumission?", fingerprint: 1), in: Conversation(), now: 0)
        let reply = try #require(asked?.reply)
        #expect(reply.intent.rawValue == "bid.security")
        #expect(reply.text.contains("Préparer et déposer une bonne soumission"))
        let command = engine.reply(
            to: UserMessage(text: "/bid.security", language: .en, fingerprint: 2), in: Conversation(), now: 0)
        #expect(command?.reply?.text.hasPrefix("A bid security assures") == true)
    }

    /// A conversation outlives the content that it was had with.
    @Test(arguments: ["répète", "suite", "et pour les femmes?"])
    func whatWasSpokenOfAndIsNoMoreIsNothingToGoOnFrom(text: String) throws {
        let last = Conversation.LastAnswer(
            intent: Intent(rawValue: "bid.security"), entities: [], page: 0, time: 0, offered: [])
        let turn = try RealContent.engine.reply(
            to: UserMessage(text: text, fingerprint: 1), in: Conversation(language: .fr, last: last), now: 0)
        let reply = try #require(turn?.reply)
        #expect(!reply.text.isEmpty && reply.intent.rawValue != "bid.security")
    }

    /// Six examples more and one intent leave what was understood before as it was, but at the edges.
    @Test func whatIsAddedLeavesTheRestAsItWas() throws {
        let before = try RealContent.engine.interpreter
        let after = try content(Self.described, Self.answered).engine.interpreter
        let examples = try RealContent.examples.enumerated().filter { $0.offset.isMultiple(of: 20) }.map(
            \.element)
        let changed = examples.filter {
            before.interpret($0, prior: nil).candidates.first?.intent
                != after.interpret($0, prior: nil).candidates.first?.intent
        }
        #expect(changed.count * 100 <= examples.count, "\(changed.count) of \(examples.count): \(changed.prefix(5))")
    }

    @Test func whatIsMissingIsTold() throws {
        let unanswered = try problems(Self.described, "answers: {}")
        #expect(unanswered.contains { $0.contains("nothing answers the intent « bid.security »") })
        let undescribed = try problems("intents: {}")
        #expect(undescribed.contains { $0.contains("unknown intent « bid.security »") })
    }

    @Test(arguments: [
        ("siblings: [access.bid]", "siblings: [access.bids]", "did you mean « access.bid »"),
        ("guide: access-bid", "guide: access-bib", "did you mean « access-bid »"),
        ("guide: access-bid", "handler: access-bid", "unknown handler « access-bid »"),
        ("{certification: optional}", "{certificate: optional}", "did you mean « certification »"),
        ("{certification: optional}", "{certification: sometimes}", "unknown way to take an entity « sometimes »"),
        ("bid.security:", "Bid security:", "is no id of an intent"),
    ])
    func whatNamesNothingIsTold(part: String, wrong: String, told: String) throws {
        let found = try problems(Self.described.replacing(part, with: wrong))
        #expect(found.contains { $0.contains(told) }, "\(found)")
    }

    @Test func itsAnswerMayUseTheFieldsOfItsHandler() throws {
        let described = Self.described.replacing("guide: access-bid", with: "handler: certification.describe")
        let answered = Self.answered.replacing("{{#guide}}Voir : {{title}}.{{/guide}}", with: "{{certification.name}}")
            .replacing("{{#guide}}See: {{title}}.{{/guide}}", with: "{{certification.name}}")
        let engine = try content(described, answered).engine
        let reply = engine.reply(
            to: UserMessage(text: "/bid.security certification=b-corp", language: .fr, fingerprint: 1),
            in: Conversation(), now: 0)
        #expect(reply?.reply?.text.contains("Corp") == true)
    }
}
