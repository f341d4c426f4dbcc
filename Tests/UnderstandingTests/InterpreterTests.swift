import Foundation
import Knowledge
import Testing
import Understanding

/// The interpreter on the real content.
@Suite struct InterpreterTests {
    private static let interpreter = Result { () throws -> Interpreter in
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().path(percentEncoded: false)
        let reader = ContentReader()
        let knowledge = KnowledgeBase.load(
            files: try ContentFolder.files(under: root, named: "knowledge").filter { !$0.path.contains("/answers/") },
            into: reader)
        let definitions = IntentDefinitions.load(
            files: try ContentFolder.files(under: root, named: "intents"), into: reader)
        return Interpreter(definitions: definitions, knowledge: try #require(knowledge))
    }

    private func decision(_ text: String) throws -> Interpretation.Decision {
        try Self.interpreter.get().interpret(text, prior: nil).decision
    }

    @Test(arguments: [
        ("Combien coûte la certification B Corp?", Intent.certificationCost, "b-corp"),
        ("How do I get ISO 14001 certified?", .certificationObtain, "iso-14001"),
        ("C'est quoi EcoVadis?", .certificationDescribe, "ecovadis"),
        ("what is SEAO", .certificationDescribe, "seao"),
    ])
    func schemesAreRecognisedByName(text: String, intent: Intent, scheme: String) throws {
        let interpretation = try Self.interpreter.get().interpret(text, prior: nil)
        #expect(interpretation.decision == .answer(intent))
        #expect(interpretation.values(of: .certification) == [scheme])
    }

    @Test func aComplaintNamesItsBarrier() throws {
        let interpretation = try Self.interpreter.get().interpret(
            "le client nous paye à 90 jours, c'est trop long", prior: nil)
        #expect(interpretation.decision == .answer(.barrierSolve))
        #expect(interpretation.values(of: .barrier) == ["payment-terms"])
    }

    @Test(arguments: [
        "Quelle certification identifie un fournisseur détenu par des femmes?",
        "How do I get paid faster by big buyers?",
        "Où sont publiés les appels d'offres?", "Which documents prove that we are eco-friendly?",
        "Je veux parler à une personne", "Quelle est la météo demain?",
    ])
    func spellingManners(text: String) throws {
        let plain = try decision(text)
        let folded = text.folding(options: .diacriticInsensitive, locale: nil)
        for variant in [
            text.uppercased(), text.lowercased(), folded, text.decomposedStringWithCanonicalMapping,
            text.replacingOccurrences(of: "'", with: "’"), "  \(text)  ", "Bonjour, \(text)", "Hello, \(text)",
            "\(text) Merci d'avance!", "\(text) svp",
        ] {
            #expect(try decision(variant) == plain, "\(variant)")
        }
    }

    @Test func theLanguageIsRecognisedAndTheConversationsIsThePrior() throws {
        let interpreter = try Self.interpreter.get()
        #expect(interpreter.interpret("Combien ça coûte?", prior: .en).language == .fr)
        #expect(interpreter.interpret("How much does it cost?", prior: .fr).language == .en)
        #expect(interpreter.interpret("ISO 14001", prior: .en).language == .en)
        #expect(interpreter.interpret("ISO 14001", prior: .fr).language == .fr)
    }

    @Test(arguments: [
        String(repeating: "🙂", count: 4000), String(repeating: "\"", count: 2000), String(repeating: "a", count: 4000),
        "Где купить? 日本語の質問", "\u{202E}\u{0}\u{7}", "' ' '' ''' l' qu'",
    ])
    func nonsenseIsNotUnderstood(text: String) throws {
        let decided = try decision(text)
        #expect(decided == .notUnderstood || decided == .answer(.outOfScope))
    }

    @Test func theSameTextIsUnderstoodTheSameWay() throws {
        let interpreter = try Self.interpreter.get()
        let first = interpreter.interpret("certification pour entreprise detenue par des femmes", prior: nil)
        let second = interpreter.interpret("certification pour entreprise detenue par des femmes", prior: nil)
        #expect(first.candidates == second.candidates)
    }
}
