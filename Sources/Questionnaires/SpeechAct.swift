package import Knowledge
import Text
package import Understanding

/// Whether a text answers a questionnaire or asks something, by weights fitted to whole answers and to the examples of all intents.
///
/// A rule or a phrase knows a few words and what they are for; these weights know how people talk when they tell of their firm,
/// and how when they want something of who asks: « aide aux aînés à domicile » and « de l'aide, svp ». They say which it is, never
/// what is answered or asked.
package struct SpeechAct: Sendable {
    private let weights: Deferred<FittedWeights>
    private let vocabulary: AnswerVocabulary

    /// - Parameters:
    ///   - questionnaires: Whose questions have examples of answers.
    ///   - interpreter: What knows examples of what can be asked.
    ///   - vocabulary: The words by which answers are recognised.
    ///   - folder: Where fitted weights are kept from one start to the next, if anywhere.
    package init(
        questionnaires: [Questionnaire], interpreter: Interpreter, _ vocabulary: AnswerVocabulary,
        weights folder: WeightFolder? = nil
    ) {
        self.vocabulary = vocabulary
        weights = Deferred {
            let answers = questionnaires.flatMap(\.questions).flatMap(\.answers).flatMap { example in
                Language.allCases.flatMap { example.texts[$0] }
            }
            // Yes and no answer and ask alike, and what is out of scope is told like anything else.
            let requests = interpreter.examples(ofAllBut: [.affirm, .deny, .outOfScope])
            let texts = answers.map { (Self.answer, $0) } + requests.map { (Self.request, $0) }
            let examples = Parallel.map(texts.count) { place in
                let (act, text) = texts[place]
                return FittedWeights.Example(
                    [act], Self.features(of: vocabulary.tokens(of: text), vocabulary).all, text: text)
            }
            return FittedWeights(classCount: 2, examples: examples, worth: AnswerFeatures.worth, keptIn: folder)
        }
    }

    private static let (answer, request) = (0, 1)

    private static func features(of tokens: [AnswerToken], _ vocabulary: AnswerVocabulary) -> AnswerFeatures {
        AnswerFeatures(of: tokens, vocabulary, marksQuestions: true)
    }

    /// Makes what is otherwise made when it is first asked for.
    package func prepare() { _ = weights.value }

    /// Whether a text answers or asks, and what tells.
    package func explain(_ text: String) -> AnswerExplanation.Act {
        let tokens = vocabulary.tokens(of: text)
        let grounds = Self.features(of: tokens, vocabulary).contributions(
            to: weights.value, for: Self.answer, over: Self.request)
        return AnswerExplanation.Act(lead: lead(of: tokens), grounds: AnswerExplanation.strongest(grounds))
    }

    /// By how much a text answers rather than asks, in units of 1/1024; less than 0 where it asks. The examples themselves are
    /// fitted to 2,048.
    func lead(of tokens: [AnswerToken]) -> Int {
        let scores = weights.value.scores(of: Self.features(of: tokens, vocabulary).all)
        return Int(scores[Self.answer] - scores[Self.request])
    }
}
