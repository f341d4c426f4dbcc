import Knowledge
import TestContent
import Testing
import Understanding

/// The weights that tell intents apart, on the real content.
@Suite struct FittedWeightsTests {
    private static let texts = [
        "Combien coûte la certification B Corp?", "on nous paye à 90 jours, que faire?", "where do I register on SEAO",
        "which label shows that a firm is owned by women?", "merci, à la prochaine",
    ]

    @Test func theSameContentGivesTheSameWeights() throws {
        let again = try RealContent.anotherInterpreter()
        for text in Self.texts {
            let first = try RealContent.interpreter.explain(text, prior: nil)
            #expect(again.explain(text, prior: nil) == first)
        }
    }

    @Test(arguments: texts)
    func whatSpeaksForOneSpeaksAgainstTheOther(text: String) throws {
        let explanation = try RealContent.interpreter.explain(text, prior: nil)
        let (first, second) = (explanation.candidates[0], explanation.candidates[1])
        #expect(!first.apart.isEmpty)
        #expect(first.apart.map(\.feature) == second.apart.map(\.feature))
        #expect(first.apart.map(\.points) == second.apart.map { -$0.points })
    }

    /// The one for which they say most has 0, and a text that they settle is not put in a menu by what all intents share.
    @Test func theFirstHasNothingTakenAway() throws {
        for text in Self.texts {
            let interpreter = try RealContent.interpreter
            let explanation = interpreter.explain(text, prior: nil)
            #expect(explanation.candidates.allSatisfy { $0.fitted <= 0 })
            #expect(explanation.candidates[0].fitted == 0)
            #expect(explanation.decision == "answer")
        }
    }
}
