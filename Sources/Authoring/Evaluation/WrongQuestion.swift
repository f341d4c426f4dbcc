import Knowledge
public import Text
public import Understanding

/// A question whose best candidate is wrong, and what spoke for that one.
public struct WrongQuestion: Sendable, Hashable, Encodable {
    public var id: String
    public var text: String
    public var language: Language
    public var style: String
    public var expected: Intent
    /// What it was taken for; out of scope when nothing fits.
    public var got: Intent
    /// `answer`, `clarify` or `not-understood`.
    public var decision: String
    /// The best candidate and what spoke for it; `nil` if the text has no words.
    public var best: Explanation.Candidate?
    /// The right candidate, if it is among the first three.
    public var right: Explanation.Candidate?

    init(_ outcome: Evaluation.Outcome, explainedBy interpreter: Interpreter) {
        let explanation = interpreter.explain(outcome.question.text, prior: nil)
        id = outcome.question.id
        text = outcome.question.text
        language = outcome.question.language
        style = outcome.question.style
        expected = outcome.question.intent
        got = outcome.first
        decision = explanation.decision
        best = explanation.candidates.first
        right = explanation.candidates.first { $0.intent == outcome.question.intent }
    }

    private static let mostFeatures = 5

    /// What spoke for the best candidate, a line each. Points are thousandths of a score of 1.
    package func reasons(in language: Language) -> [String] {
        guard let best else { return [language.say("The text has no words.")] }
        var reasons: [String] = []
        switch decision {
        case Interpretation.Decision.notUnderstood.name:
            reasons.append(language.say("nothing scores enough; the best is \(best.intent.rawValue), \(best.score)"))
        case Interpretation.Decision.clarify([]).name: reasons.append(language.say("score \(best.score), in a menu"))
        default: reasons.append(language.say("score \(best.score)"))
        }
        if !best.contributions.isEmpty {
            let features = best.contributions.prefix(Self.mostFeatures).map { "\($0.feature) \($0.points)" }
            reasons.append(language.say("words \(best.words): \(features.joined(separator: ", "))"))
        }
        if best.rules != 0 {
            reasons.append(
                language.say("rules \(best.rules): \(best.rule ?? language.say("counter-evidence"))"))
        }
        if let example = best.nearestExample { reasons.append(language.say("nearest \(best.nearest): « \(example) »")) }
        if let right {
            if right.intent != best.intent { reasons.append(language.say("the right one scores \(right.score)")) }
        } else {
            reasons.append(language.say("the right one is not among the first three"))
        }
        return reasons
    }
}
