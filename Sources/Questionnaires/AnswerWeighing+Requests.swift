import Knowledge
import Understanding

/// The requests of the questionnaire or of the assistant that a text may be.
extension AnswerWeighing {
    /// A request of the questionnaire or of the assistant that a rule finds in the text.
    struct Request {
        var intent: Intent
        /// What it is, as the content declares it.
        var traits: Set<IntentDescription.Trait>
        var remainder: Remainder
        /// Whether the whole text, or a whole clause of it, is the request and nothing else.
        var isWhole: Bool
        /// Whether a clause is.
        var isClause: Bool
        /// Whether it is a word or two, and nobody is spoken to.
        var isBare: Bool

        /// Whether it accounts for more of what is said than another.
        func isStronger(than other: Request?) -> Bool {
            guard let other else { return true }
            if (isWhole || isClause) != (other.isWhole || other.isClause) { return isWhole || isClause }
            if isWhole != other.isWhole { return isWhole }
            if isWhole || isClause, remainder.ruled != other.remainder.ruled {
                return remainder.ruled > other.remainder.ruled
            }
            return remainder.left * Swift.max(other.remainder.told, 1) < other.remainder.left
                * Swift.max(remainder.told, 1)
        }

        /// Whether somebody is spoken to, in more than a word of a rule.
        var isSpoken: Bool { remainder.isAddressed && remainder.ruled > 1 }

        /// Whether it is done at once, and only where somebody surely asks for it: « so they call me » asks for nobody.
        var isHandingOver: Bool { traits.contains(.spelledOut) && !traits.contains(.confirmed) }

        /// Whether it passes the question with all of its words: « on saute celle-là ok ».
        var isCompleteSkip: Bool { isWhole && !isClause && remainder.left == 0 && remainder.ruled > 1 }

        /// Whether it is too little for what it would do: a bare fragment never hands off, forgets, restarts, switches the language.
        var isTooLittle: Bool {
            isBare && traits.contains(.spelledOut) && !(traits.contains(.confirmed) && remainder.told > 1)
        }
    }

    private func traits(of intent: Intent) -> Set<IntentDescription.Trait> { intents[intent]?.traits ?? [] }

    func request() -> Request? {
        let count = interpretation.tokens.count
        guard count > 0 else { return nil }
        // A command's own word: « retour », « suivant ».
        if let intent = interpreter.intent(ofExample: interpretation), intents.has(.command, intent) {
            let whole = remainder(beside: intent, in: 0..<count)
            let remainder = Remainder(
                told: Swift.max(whole.told, 1), left: 0, ruled: Swift.max(whole.told, 1), isAddressed: whole.isAddressed
            )
            return Request(
                intent: intent, traits: traits(of: intent), remainder: remainder, isWhole: true, isClause: false,
                isBare: !remainder.isAddressed)
        }
        // Who goes on with what is open may mean to later: « on continue ça demain? » is a pause before it is anything else.
        var best = strongest { intents.has(.command, $0) && $0 != .questionnaireResume }
        // « j'ai oublié quelque chose dans celle d'avant », "go back, I forgot something": what is to be changed is the one before, and
        // no other is named.
        if best?.intent == .questionnaireEdit, goesBack, !namesAnotherAnswer,
            interpretation.values(of: .number).isEmpty, interpretation.values(of: .question).isEmpty
        {
            best?.intent = .questionnaireBack
        }
        return best.map { $0.isWhole || $0.isClause } == true ? best : strongest { $0 == .questionnaireResume } ?? best
    }

    /// The most words of « passe celle-là ».
    static let longestSkip = 3

    /// Whether what was heard is the choice that says that the question is beside the point.
    var saysNotApplicable: Bool {
        guard case .understood(let value) = heard.reading, value.chosen.count == 1 else { return false }
        return reader.question.choices.contains { choice in
            choice.id == value.chosen[0] && choice.neutral
                && (choice.exclusive || reader.question.type == .singleChoice)
        }
    }

    /// Whether the text says to stop, rather than to answer later: « on arrête là ».
    var stopsHere: Bool { interpretation.has(.pauseForNow) || interpretation.has(.stop) }

    /// Whether the text names the question before, or a clause of it goes back.
    var goesBack: Bool {
        interpretation.has(.previous)
            || clauses.contains { clause in
                !interpreter.ruled(in: interpretation, tokens: clause, where: { $0 == .questionnaireBack }).isEmpty
            }
    }

    /// Whether the text names what an answer is about, elsewhere than in « la question d'avant ».
    private var namesAnotherAnswer: Bool {
        let previous = interpretation.places(of: .previous)
        return interpretation.places(of: .answerSubject).contains { place in
            !previous.contains { $0.overlaps(place) }
        }
    }

    /// The strongest of the requests that a rule finds in the whole text or in a clause of it.
    private func strongest(where isWanted: (Intent) -> Bool) -> Request? {
        let count = interpretation.tokens.count
        var best: Request?
        for (range, isClause) in [(0..<count, false)] + clauses.map({ ($0, true) }) {
            for intent in interpreter.ruled(in: interpretation, tokens: range, where: isWanted) {
                let remainder = remainder(beside: intent, in: range)
                guard remainder.ruled > 0 else { continue }
                let isWhole = remainder.left * 4 <= remainder.told
                // A clause of a longer text is a request only where somebody is spoken to, or its rule has more than a word.
                let counts =
                    isWhole && (!isClause || remainder.ruled > 1 || remainder.isAddressed || range.count == 1)
                let request = Request(
                    intent: intent, traits: traits(of: intent), remainder: remainder,
                    isWhole: counts && (!isClause || !reader.isFree),
                    isClause: counts && isClause,
                    isBare: tokens.words.count <= (reader.isFree ? Self.longestName : 2) && !remainder.isAddressed)
                if request.isStronger(than: best) { best = request }
            }
        }
        return best
    }

    /// The most words of a text without anybody spoken to that may as well be a name: « Recommencer à neuf ».
    private static let longestName = 4

    private func remainder(beside intent: Intent, in tokens: Range<Int>) -> Remainder {
        interpreter.remainder(
            of: interpretation, beside: intent, in: tokens, isAround: reader.phrases.isAround)
    }

    /// The clauses of the text, as ranges of the interpretation's tokens.
    private var clauses: [Range<Int>] {
        let scalars = Array(text.unicodeScalars)
        var clauses: [Range<Int>] = []
        var start = 0
        for index in interpretation.tokens.indices.dropFirst() where clauses.count < Self.mostClauses {
            let token = interpretation.tokens[index]
            let gap = scalars[
                interpretation.tokens[index - 1].range
                    .upperBound..<Swift.max(token.range.lowerBound, interpretation.tokens[index - 1].range.upperBound)]
            if gap.contains(where: { ",;.!?:\n".unicodeScalars.contains($0) })
                || vocabulary[.requestJoints].contains(token.word)
            {
                clauses.append(start..<index)
                start = index
            }
        }
        clauses.append(start..<interpretation.tokens.count)
        return clauses.count > 1 ? clauses : []
    }

    /// The most clauses that a request is looked for in; what comes after is part of the last.
    private static let mostClauses = 24
}
