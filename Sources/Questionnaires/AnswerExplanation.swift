import Knowledge
public import Text
package import Understanding

/// Why an answer is read as it is: its clauses, with the phrases of what can be said that were found in each.
public struct AnswerExplanation: Sendable, Encodable {
    /// What is said between one break and the next.
    public struct Clause: Sendable, Encodable {
        /// Its telling words, as stems; `¬` for every word that denies.
        public var words: [String]
        /// Whether something in it is denied; then only phrases that deny are looked for.
        public var isNegative: Bool
        public var phrases: [Phrase]
        /// What its single words speak for, in thousandths of a word that says one thing alone.
        public var leaning: [String: Int]
    }

    /// A phrase that was found.
    public struct Phrase: Sendable, Encodable {
        /// What it says: the id of a choice, `yes` or `no`.
        public var choice: String
        /// As it stands in `says:`, or a title or a part of one.
        public var phrase: String
        /// How much it tells, in thousandths of a word that says one thing alone.
        public var strength: Int
    }

    /// What the phrases of each choice have in common, held against the answer.
    public struct Fitted: Sendable, Encodable {
        /// What the answer says most, by this: the id of a choice, `yes` or `no`.
        public var choice: String
        /// The next.
        public var next: String
        /// By how much the first leads, in units of 1/1024.
        public var lead: Int
        /// What speaks most for the first and against it, beside the next: words, two in a row, runs of letters.
        public var grounds: [String: Int]
    }

    /// Whether the text sounds as answers do, or as requests.
    public struct Act: Sendable, Encodable {
        /// By how much it answers rather than asks, in units of 1/1024; less than 0 where it asks.
        public var lead: Int
        /// What speaks most for an answer and against it: words, two in a row, runs of letters.
        public var grounds: [String: Int]
    }

    public var question: String
    public var clauses: [Clause]
    /// `nil` where there is nothing to choose between.
    public var fitted: Fitted?
    public var act: Act
    /// What it was read as: ids of choices, another value as it is shown, why it passes the question, or what is wrong with it.
    public var reading: String
}

extension AnswerExplanation: CustomStringConvertible {
    public var description: String { text(in: .en) }

    /// The explanation for a terminal, in a language.
    public func text(in language: Language) -> String {
        let lines = clauses.map { clause -> String in
            let phrases = clause.phrases.map { "« \($0.phrase) » \($0.choice) \($0.strength)" }
            let leaning = clause.leaning.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
                .map { "\($0.key) \($0.value)" }
            return "  \(clause.words.joined(separator: " ")): \(phrases.joined(separator: ", "))"
                + (leaning.isEmpty ? "" : " [\(leaning.joined(separator: ", "))]")
        }
        let told = fitted.map { fitted in
            language.say(
                "  in common with \(fitted.choice), \(fitted.lead) before \(fitted.next): \(Self.listed(fitted.grounds))"
            )
        }
        let sounding = language.say("  sounds as an answer by \(act.lead): \(Self.listed(act.grounds))")
        return ([question] + lines + [told, sounding, language.say("  read as \(reading)")].compactMap(\.self))
            .joined(separator: "\n")
    }

    private static func listed(_ grounds: [String: Int]) -> String {
        grounds.sorted { (abs($1.value), $0.key) < (abs($0.value), $1.key) }
            .map { "\($0.key) \($0.value)" }.joined(separator: ", ")
    }

    /// The strongest of some grounds, as many as are told.
    static func strongest(_ grounds: [(name: String, points: Int)]) -> [String: Int] {
        let telling = grounds.filter { $0.points != 0 }.sorted { (abs($1.points), $0.name) < (abs($0.points), $1.name) }
        return Dictionary(
            telling.prefix(mostGrounds).map { ($0.name, $0.points) }, uniquingKeysWith: { first, _ in first })
    }

    /// How many grounds are told.
    private static let mostGrounds = 8
}

extension AnswerReader {
    /// Explains how an answer is read by what people say for each choice.
    ///
    /// - Parameters:
    ///   - text: the answer as written.
    ///   - read: its words as ``Interpreter/tokens(of:)`` has them, with typing errors repaired.
    ///   - act: what tells answers from requests.
    ///   - words: what is said of a problem.
    package func explain(
        _ text: String, _ read: [Token], _ act: SpeechAct, wording words: (AnswerProblem) -> String
    ) -> AnswerExplanation {
        let tokens = vocabulary.tokens(of: text)
        let clauses = mending(read).clauses(of: tokens)
        let found = sayings.found(in: clauses)
        let explained = clauses.clauses.enumerated().map { number, clause in
            let strengths = sayings.leaning(of: clause).strengths
            return AnswerExplanation.Clause(
                words: clause.words.map(\.stem), isNegative: clause.isNegative,
                phrases: found.filter { $0.clause == number }.map {
                    .init(choice: sayable[$0.place], phrase: $0.phrase, strength: $0.strength)
                },
                leaning: Dictionary(uniqueKeysWithValues: zip(sayable, strengths).filter { $0.1 > 0 }))
        }
        return AnswerExplanation(
            question: question.id, clauses: explained, fitted: explainFitted(tokens), act: act.explain(text),
            reading: described(self.read(text, read), wording: words))
    }

    private func explainFitted(_ tokens: [AnswerToken]) -> AnswerExplanation.Fitted? {
        guard !sayable.isEmpty, let heard = fittedSayings.heard(in: tokens) else { return nil }
        return AnswerExplanation.Fitted(
            choice: sayable[heard.place], next: sayable[heard.next], lead: heard.lead,
            grounds: AnswerExplanation.strongest(
                fittedSayings.grounds(in: tokens, for: heard.place, over: heard.next)))
    }

    private func described(_ reading: AnswerReading, wording words: (AnswerProblem) -> String) -> String {
        switch reading {
        case .understood(let value):
            value.chosen.isEmpty
                ? questionnaire.display(value, to: question, in: .fr, with: knowledge.vocabulary)
                : value.chosen.joined(separator: ", ")
        case .passed(let reason): "passed, \(reason.rawValue)"
        case .notUnderstood(let problem): "\(problem.code): \(words(problem))"
        }
    }
}
