import Knowledge
import TestContent
import Testing
import Text
import Understanding

/// The interpreter on the real content.
@Suite struct InterpreterTests {
    private func decision(_ text: String) throws -> Interpretation.Decision {
        try RealContent.interpreter.interpret(text, prior: nil).decision
    }

    @Test(arguments: [
        ("Combien coûte la certification B Corp?", Intent.certificationCost, "b-corp"),
        ("How do I get ISO 14001 certified?", .certificationObtain, "iso-14001"),
        ("C'est quoi EcoVadis?", .certificationDescribe, "ecovadis"),
        ("what is SEAO", .certificationDescribe, "seao"),
    ])
    func schemesAreRecognisedByName(text: String, intent: Intent, scheme: String) throws {
        let interpretation = try RealContent.interpreter.interpret(text, prior: nil)
        #expect(interpretation.decision == .answer(intent))
        #expect(interpretation.values(of: .certification) == [scheme])
    }

    @Test func aComplaintNamesItsBarrier() throws {
        let interpretation = try RealContent.interpreter.interpret(
            "le client nous paye à 90 jours, c'est trop long", prior: nil)
        #expect(interpretation.decision == .answer(.barrierSolve))
        #expect(interpretation.values(of: .barrier) == ["payment-terms"])
    }

    @Test func twoQuestionsAreBothHeard() throws {
        let interpretation = try RealContent.interpreter.interpret(
            "C'est quoi EcoVadis, pis combien ça coûte?", prior: nil)
        #expect(interpretation.decision == .answer(.certificationDescribe))
        #expect(interpretation.further.map(\.intent) == [.certificationCost])
    }

    @Test func theQuestionOfALongMessageDecides() throws {
        let text = """
            Bonjour, on est une petite imprimerie de Rimouski et on a fait beaucoup d'efforts depuis trois ans. Notre client est \
            content. Combien coûte la certification B Corp?
            """
        #expect(try decision(text) == .answer(.certificationCost))
    }

    @Test func everydayWordsAreNotRepairedIntoTheTrade() throws {
        let tokens = try RealContent.interpreter.interpret("le facteur de mon quartier", prior: nil).tokens
        #expect(tokens.allSatisfy { $0.repairedFrom == nil })
        let repaired = try RealContent.interpreter.interpret("certifcation ecoresponsble", prior: nil).tokens
        #expect(repaired.map(\.word) == ["certification", "ecoresponsable"])
    }

    @Test func theLanguageIsRecognisedAndTheConversationsIsThePrior() throws {
        let interpreter = try RealContent.interpreter
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
        let interpreter = try RealContent.interpreter
        let first = interpreter.interpret("certification pour entreprise detenue par des femmes", prior: nil)
        let second = interpreter.interpret("certification pour entreprise detenue par des femmes", prior: nil)
        #expect(first.candidates == second.candidates)
    }

    /// What the program asks for by name is there: who renames a concept is told.
    @Test func theConceptsThatTheProgramKnowsAreDefined() throws {
        let defined = Set(try RealContent.definitions.get().concepts.map(\.id))
        #expect(Set(KnownConcept.allCases.map(\.rawValue)).subtracting(defined).isEmpty)
    }
}
