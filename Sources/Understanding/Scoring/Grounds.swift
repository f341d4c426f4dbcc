import Knowledge

/// What may stand in a text that is a request of one intent and nothing besides.
struct Grounds: Sendable {
    /// The concepts of its rules.
    let concepts: Set<String>
    /// In how many of its examples each stem stands.
    private var uses: [Int32: Int] = [:]

    /// In how many examples a stem must stand to be common.
    private static let least = 4

    init(of topic: IntentDefinitions.Topic) {
        concepts = Set(
            topic.rules.flatMap { $0.when.flatMap(\.self) }.compactMap { condition in
                if case .concept(let id) = condition { id } else { nil }
            })
    }

    /// Takes an example into account.
    mutating func count(_ example: [Token]) {
        for stem in Set(example.map(\.stem)) where stem >= 0 { uses[stem, default: 0] += 1 }
    }

    /// Whether the examples use a stem over and over.
    func isCommon(_ stem: Int32) -> Bool { uses[stem, default: 0] >= Self.least }
}

/// How much of a text is not accounted for by a request.
public struct Remainder: Sendable, Hashable {
    /// How many words say something.
    public var told: Int
    /// How many of them the request does not account for.
    public var left: Int
    /// How many words a rule of the request rests on.
    public var ruled: Int
    /// Whether somebody speaks to somebody: « je », « peux-tu », "let me".
    public var isAddressed: Bool

    public init(told: Int, left: Int, ruled: Int, isAddressed: Bool) {
        self.told = told
        self.left = left
        self.ruled = ruled
        self.isAddressed = isAddressed
    }
}

extension Interpreter {
    /// The intents that a rule speaks for in some of a text's tokens, the strongest rule first, whatever examples say.
    ///
    /// - Parameters:
    ///   - tokens: Which of the interpretation's tokens are looked at.
    ///   - isWanted: Whether an intent is looked for.
    public func ruled(
        in interpretation: Interpretation, tokens: Range<Int>, where isWanted: (Intent) -> Bool
    ) -> [Intent] {
        let reading = lexicon.read(Array(interpretation.tokens[tokens]))
        let verdicts = rules.verdicts(on: reading)
        let found = topics.indices.filter {
            isWanted(topics[$0].intent) && verdicts[$0].rule >= 0 && verdicts[$0].points > 0
        }
        return found.sorted { (-verdicts[$0].points, $0) < (-verdicts[$1].points, $1) }.map { topics[$0].intent }
    }

    /// What of a text is left when it is taken for a request of an intent.
    ///
    /// - Parameters:
    ///   - tokens: Which of the interpretation's tokens are looked at.
    ///   - isAround: Whether a word goes around requests and says nothing besides.
    public func remainder(
        of interpretation: Interpretation, beside intent: Intent, in tokens: Range<Int>, isAround: (String) -> Bool
    ) -> Remainder {
        var remainder = Remainder(told: 0, left: 0, ruled: 0, isAddressed: false)
        guard let grounds = grounds[intent] else { return remainder }
        var isRuled = [Bool](repeating: false, count: interpretation.tokens.count)
        for span in interpretation.conceptSpans where grounds.concepts.contains(span.concept) {
            for index in span.tokens { isRuled[index] = true }
        }
        let values = interpretation.entities.filter {
            [.number, .question, .language, .questionnaire].contains($0.type)
        }
        .compactMap(\.range)
        for index in tokens {
            let token = interpretation.tokens[index]
            if Self.addressing.contains(token.word) { remainder.isAddressed = true }
            if isRuled[index] {
                // « mettez ça sur la glace » begins with what is to be done.
                if index == tokens.lowerBound, tokens.count >= Self.shortestImperative { remainder.isAddressed = true }
                remainder.told += 1
                remainder.ruled += 1
                continue
            }
            if isAround(token.word) || lexicon.isFunctionWord(token) { continue }
            remainder.told += 1
            let isQuestion = intent == .questionnaireEdit && questionWords.contains(token.stem)
            let isValue = isQuestion || values.contains { $0.overlaps(token.range) }
            if !isValue, !grounds.isCommon(token.stem) { remainder.left += 1 }
        }
        return remainder
    }

    /// The fewest words of a request that begins with its verb.
    private static let shortestImperative = 4
    private static let addressing: Set<String> = [
        "je", "j", "tu", "on", "moi", "me", "veux", "peux", "pourrais", "voudrais", "aimerais", "faut", "attends",
        "attendez", "laisse",
        "i", "you", "me", "let", "can", "could", "want", "need", "please", "lets", "wait", "svp", "vous", "pouvez",
        "pourriez", "stp", "im", "we",
    ]
}
