public import Content
import Dialogue
public import Knowledge
public import Understanding

/// What can be proved about `intents/` beyond its form: that no two intents claim one sentence, that every rule can fire and
/// is needed, that words of different meaning are told apart. Each finding comes with a sentence that shows it, where there
/// is one, and with the places of both sides.
///
/// A pure function of the content. How well the examples find their own intents is ``LeaveOneOut``.
public enum IntentChecks {
    /// Everything found: errors by place, then warnings by kind.
    ///
    /// - Parameters:
    ///   - definitions: how questions are understood.
    ///   - knowledge: what they can be about.
    ///   - interpreter: made of these two.
    public static func problems(
        in definitions: IntentDefinitions, knowledge: KnowledgeBase, interpreter: Interpreter
    ) -> [ContentProblem] {
        let realisations = Realisations(definitions: definitions, knowledge: knowledge, lexicon: interpreter.lexicon)
        let words = ConceptWords(definitions: definitions, lexicon: interpreter.lexicon)
        let impossible = ImpossibleRules.problems(in: definitions, realisations)
        let errors = SharedSentences.problems(in: definitions, by: interpreter) + impossible
        return errors.filter { $0.severity == .error }.sorted() + impossible.filter { $0.severity == .warning }.sorted()
            + ShadowedRules.problems(in: definitions, realisations)
            + TiedRules.problems(in: definitions, realisations)
            + LanguageBalance.problems(in: definitions)
            + EverydayNames.problems(in: definitions, knowledge: knowledge)
            + WordClash.problems(
                of: StemCollisions.clashes(in: words, definitions: definitions, lexicon: interpreter.lexicon)
                    + TypingCollisions.clashes(in: words, definitions: definitions, lexicon: interpreter.lexicon),
                known: definitions.knownClashes)
    }
}
