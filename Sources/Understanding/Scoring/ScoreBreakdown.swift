/// What speaks for one intent, in units of 1/1024.
package struct ScoreBreakdown: Sendable {
    /// What the words and concepts share with the examples of the intent, together.
    var words = 0
    /// What the letters share with them. Counts no more than words do: letters help a word that is misspelt, and make none
    /// of what is no word at all.
    var letters = 0
    /// How near the nearest example is.
    var nearest = 0
    /// How far the words are from telling most for this intent: 0 for the one that they tell most for, else negative.
    var relevance = 0
    /// What the rules give or take.
    var rules = 0
    /// What the situation gives or takes.
    var situation = 0
    /// What the weights fitted to tell intents apart say: how far this one is from the one for which they say most, which has 0.
    /// Of all that speaks for an intent this tells most.
    var fitted = 0
    /// The number of the nearest example; -1 if none shares anything.
    package var nearestExample: Int32 = -1
    /// The number of the rule that fired; -1 if none did.
    var rule: Int32 = -1

    /// All but the fitted weights: what the intent's own examples, rules and situation say.
    package var counted: Int { words + letters + nearest + relevance + rules + situation }

    package var total: Int { counted + fitted }

    /// - Parameter mostRelevant: the highest relevance of any intent; `nil` for an intent that relevance does not judge.
    init(_ score: ExampleIndex.Score, _ verdict: RuleBook.Verdict, mostRelevant: Int?) {
        words = score.words
        letters = min(score.letters / 2, score.words)
        nearest = score.nearest / 2
        relevance = mostRelevant.map { (score.relevance - $0) / 10 } ?? 0
        nearestExample = score.nearestExample
        rules = verdict.points
        rule = verdict.rule
    }

    /// Turns what the fitted weights say into how far each is behind the first, at the rate at which they count.
    static func rank(_ evidence: inout [ScoreBreakdown]) {
        let most = evidence.map(\.fitted).max() ?? 0
        for place in evidence.indices { evidence[place].fitted = (evidence[place].fitted - most) * 5 / 3 }
    }

    /// What a whole text and a question in it say together; the question names the example and the rule, if it has any.
    ///
    /// - Parameter eighths: how much the question counts, the whole counting for the rest.
    package func mixed(with question: ScoreBreakdown, eighths: Int) -> ScoreBreakdown {
        func mix(_ whole: Int, _ question: Int) -> Int { (whole * (8 - eighths) + question * eighths) / 8 }
        var mixed = question
        mixed.words = mix(words, question.words)
        mixed.letters = mix(letters, question.letters)
        mixed.nearest = mix(nearest, question.nearest)
        mixed.relevance = mix(relevance, question.relevance)
        mixed.rules = mix(rules, question.rules)
        // Fitted weights know what goes before a question for what it is, unless that is a question too.
        mixed.fitted = eighths > 4 ? (fitted + question.fitted) / 2 : (fitted * 3 + question.fitted) / 4
        if mixed.nearestExample < 0 { mixed.nearestExample = nearestExample }
        if mixed.rule < 0 { mixed.rule = rule }
        return mixed
    }

    /// How many eighths a question counts beside the text it is part of. « Que peut-on faire? » says little by itself; where more
    /// than one thing is asked, the whole speaks for the other questions too.
    package static func eighths(of question: LexicalReading, among count: Int) -> Int {
        if count > 1 { return 6 }
        return question.tokens.count <= 4 && question.named.isEmpty ? 1 : 4
    }
}
