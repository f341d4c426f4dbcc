import Dialogue
import Knowledge
import Questionnaires
import TestContent
import Testing
import Text
import Understanding

/// Kinds of answers that strangers gave: counts with what was or what works half, what is still to come, denials and asides.
@Suite struct AnswersInPlainWordsTests {
    private func read(_ question: String, _ text: String) throws -> AnswerReading {
        let engine = try RealContent.engine
        let questionnaire = try #require(engine.knowledge.questionnaires.first)
        let reader = AnswerReader(
            question: try #require(questionnaire.question(question)), questionnaire: questionnaire,
            knowledge: engine.knowledge)
        return reader.read(text, engine.interpreter.tokens(of: text))
    }

    @Test(arguments: [
        ("q-employees-count", "quatre à temps plein pis deux à mi-temps", 5),
        ("q-employees-count", "cinq, j'avais oublié les deux filles au service", 5),
        ("q-employees-count", "used to be 40 before the tariffs, we're down to 31", 31),
        ("q-employees-count", "pas d'employés, juste nous trois", 0),
        ("q-employees-count", "eleven techs plus two in the office", 13),
        ("q-ghg-total", "our 2024 report says 1,940 tonnes", 1940),
        ("q-ghg-total", "412 tonnes, contre 460 l'année d'avant", 412),
    ])
    func whatIsCountedIsTold(question: String, text: String, expected: Int) throws {
        #expect(try read(question, text) == .understood(.number(expected)))
    }

    @Test(arguments: [
        "quatre à temps plein, deux à temps partiel", "une quinzaine? non, 14, ou 15", "skip this one",
    ])
    func whatCannotBeCountedIsAsked(text: String) throws {
        guard case .notUnderstood = try read("q-employees-count", text) else {
            Issue.record("« \(text) » was counted")
            return
        }
    }

    @Test(arguments: [
        ("q-certifications-held", "B Corp en cours, rien d'obtenu encore", ["no-certificate"]),
        ("q-certifications-held", "aucune, on pense à B Corp pour 2027 mais c'est pas fait", ["no-certificate"]),
        ("q-regions-served", "rien qu'en Abitibi-Témiscamingue", ["region"]),
        ("q-innovation-type", "we use AI to count seedlings", ["digital-ai"]),
        ("q-innovation-type", "non, on pose du bardeau comme tout le monde", ["no-innovation"]),
        ("q-ethics-code", "écrit? non. mais le monde ici savent quoi faire", ["oral-rules"]),
        ("q-ownership-groups", "je suis une femme noire", ["women", "visible-minority"]),
        ("q-waste-practices", "le bac brun pis le recylage", ["recycling", "organics"]),
        ("q-product-ecodesign", "ça s'applique pas à moi, je traduis des textes", ["not-applicable"]),
    ])
    func whatIsMeantIsChosen(question: String, text: String, expected: [String]) throws {
        guard case .understood(let value) = try read(question, text) else {
            Issue.record("« \(text) » was not understood")
            return
        }
        #expect(value.chosen == expected)
    }

    @Test func aDayBesideAYearIsTheDay() throws {
        let text = "le 30 septembre 2026 pour EcoVadis, l'ISO c'est en 2028"
        #expect(try read("q-certification-expiry", text) == .understood(.date("2026-09-30")))
    }

    @Test func whereADocumentIsNamesNoOther() throws {
        let text = "le certificat d'assurance, notre courtier l'a par courriel"
        guard case .understood(.evidence(let items)) = try read("q-evidence-upload", text) else {
            Issue.record("no evidence was heard")
            return
        }
        #expect(items.map(\.id) == ["doc-insurance-certificate"])
    }

    /// While a question is open, what is asked of it is likelier than what is asked of anything.
    @Test func theSituationCounts() throws {
        let interpreter = try RealContent.engine.interpreter
        func score(_ intent: Intent, in situation: Situation) throws -> Int {
            let interpretation = interpreter.interpret("what's that for", prior: .en, in: situation)
            return try #require(interpretation.candidates.first { $0.intent == intent }).score
        }
        #expect(try score(.questionnaireWhy, in: .questionAsked) > score(.questionnaireWhy, in: .nothingOpen))
        #expect(try score(.glossaryDefine, in: .questionAsked) == score(.glossaryDefine, in: .nothingOpen))
    }
}
