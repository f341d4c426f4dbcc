import Content
import Dialogue
import Knowledge
import Questionnaires
import TestContent
import Testing

/// An editor adds a word by which answers are recognised, in YAML alone, and it is heard.
@Suite struct AddedWordTests {
    private func engine(replacing old: String, with new: String) throws -> DialogueEngine {
        let root = RealContent.root
        let files = try ContentFolder.files(under: root, named: "knowledge").map { file in
            guard file.path.hasSuffix("/answer-words.yaml") else { return file }
            let text = String(decoding: file.bytes, as: UTF8.self)
            try #require(text.contains(old), "the content no longer holds « \(old) »")
            return ContentFile(path: file.path, text: text.replacing(old, with: new))
        }
        return try LoadedContent.load(intents: ContentFolder.files(under: root, named: "intents"), knowledge: files)
            .engine
    }

    @Test(arguments: [
        ("fr: [oui, ", "fr: [oui, Enweille, ", "q-product-ecolabel", "enweille", "Oui"),
        ("quatre: 4,", "quatre: 4, quât: 4,", "q-employees-count", "on est quat", "4\u{A0}personnes (ETP)"),
        ("juil: 7,", "juil: 7, jull: 7,", "q-certification-expiry", "le 12 jull 2027", "12 juillet 2027"),
        ("fr: [dernier, ", "fr: [dernier, darnier, ", "q-ghg-inventory", "le darnier", "scopes-1-2-3"),
    ])
    func itIsHeard(old: String, new: String, question: String, text: String, expected: String) throws {
        let before = try RealContent.engine.explain(text, answering: question)
        #expect(before?.reading != expected)
        let after = try engine(replacing: old, with: new).explain(text, answering: question)
        #expect(after?.reading == expected)
    }

    @Test func itAnswersInAConversation() throws {
        var person = TestPerson(try engine(replacing: "quatre: 4,", with: "quatre: 4, quat: 4,"))
        try person.goOn(to: "q-employees-count")
        let reply = try person.say("quat")
        #expect(reply.outcome == .questionnaire && reply.questionnaire?.problem == nil)
        #expect(reply.questionnaire?.question?.id != "q-employees-count")
    }
}
