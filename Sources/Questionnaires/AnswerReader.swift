public import Knowledge
import Text

/// Reads the answer to a question of a questionnaire in people's words.
///
/// What is understood is exact: between two readings it never guesses, it says both. A pure function of the text, the
/// question and the content.
public struct AnswerReader: Sendable {
    /// What an answer was read as.
    public enum Reading: Sendable, Hashable {
        case understood(AnswerValue)
        /// The person does not know.
        case dontKnow
        case notUnderstood(AnswerProblem)
    }

    let question: Knowledge.Question
    let questionnaire: Questionnaire
    let knowledge: KnowledgeBase
    let matcher: TitleMatcher
    let schemes: SchemeNames

    /// - Parameters:
    ///   - question: the question that is answered.
    ///   - questionnaire: the one it stands in: its documents can be named as evidence.
    ///   - knowledge: the schemes that can be named.
    public init(question: Knowledge.Question, questionnaire: Questionnaire, knowledge: KnowledgeBase) {
        self.init(question, of: questionnaire, knowledge, SchemeNames(knowledge))
    }

    /// A reader for each question of a questionnaire, by the id of the question. The names of the schemes are read once for all.
    package static func readers(of questionnaire: Questionnaire, knowledge: KnowledgeBase) -> [String: AnswerReader] {
        let schemes = SchemeNames(knowledge)
        return Dictionary(
            uniqueKeysWithValues: questionnaire.questions.map { question in
                (question.id, AnswerReader(question, of: questionnaire, knowledge, schemes))
            })
    }

    private init(
        _ question: Knowledge.Question, of questionnaire: Questionnaire, _ knowledge: KnowledgeBase,
        _ schemes: SchemeNames
    ) {
        self.question = question
        self.questionnaire = questionnaire
        self.knowledge = knowledge
        self.schemes = schemes
        matcher = TitleMatcher(question.choices.map(\.text))
    }

    /// Reads an answer.
    ///
    /// - Parameters:
    ///   - text: the answer as written.
    ///   - words: its words with typing errors repaired, as ``Interpreter/words(of:)`` gives them. They serve only where
    ///     the text itself cannot be read: they are without marks, so « 1-3 » would be « 1 3 ».
    ///   - language: the language of the conversation. Both are read in any case: people mix them.
    public func read(_ text: String, words: [String], language: Language) -> Reading {
        let tokens = AnswerWords.tokens(of: text)
        if question.type == .text { return readText(text) }
        if saysDontKnow(tokens) { return .dontKnow }
        if question.type == .evidence { return readEvidence(tokens) }
        let reading = read(tokens)
        guard case .notUnderstood(let problem) = reading, problem.isAboutForm,
            !tokens.contains(where: { $0.kind == .number })
        else { return reading }
        let repaired = AnswerWords.tokens(of: words.joined(separator: " "))
        guard repaired.words != tokens.words else { return reading }
        if saysDontKnow(repaired) { return .dontKnow }
        let second = read(repaired)
        if case .notUnderstood(let problem) = second, problem.isAboutForm { return reading }
        return second
    }

    /// Reads what was picked: `yes` or `no`, the id of a choice, of a document or of a scheme.
    public func read(choice: String) -> Reading { read(choices: [choice]) }

    /// Reads all that was picked; none if empty.
    public func read(choices: [String]) -> Reading {
        switch question.type {
        case .yesNo:
            guard choices.count == 1, let flag = ["yes": true, "no": false][choices[0]] else {
                return .notUnderstood(.notYesNo)
            }
            return accept(flag)
        case .singleChoice, .multiChoice:
            var places: [Int] = []
            for id in choices {
                guard let place = question.choices.firstIndex(where: { $0.id == id }) else {
                    return .notUnderstood(.notAChoice(id, of: question))
                }
                places.append(place)
            }
            return question.type == .multiChoice ? acceptAll(places) : acceptOne(places)
        case .evidence:
            var items: [AnswerValue.Evidence] = []
            for id in choices {
                if questionnaire.document(id) != nil {
                    items.append(.init(kind: .document, id: id))
                } else if knowledge.certification(id) != nil {
                    items.append(.init(kind: .certification, id: id))
                } else {
                    return .notUnderstood(.notAChoice(id, of: question))
                }
            }
            return accept(items)
        case .number, .percentage: return .notUnderstood(.notANumber(question))
        case .date: return .notUnderstood(.notADate)
        case .text: return .notUnderstood(.notAChoice(choices.first ?? "", of: question))
        }
    }

    private func read(_ tokens: [AnswerToken]) -> Reading {
        switch question.type {
        case .yesNo: readYesNo(tokens)
        case .singleChoice: readSingle(tokens)
        case .multiChoice: readMulti(tokens)
        case .number, .percentage: readNumber(tokens)
        case .date: readDate(tokens)
        case .text, .evidence: .notUnderstood(.notAChoice("", of: question))
        }
    }

    // MARK: - Not knowing

    private func saysDontKnow(_ tokens: [AnswerToken]) -> Bool {
        let words = tokens.words
        if words.isEmpty { return tokens.contains { $0.isMark("?") } }
        return Self.dontKnow.contains(words.filter { !Self.aroundDontKnow.contains($0) }.joined(separator: " "))
    }

    private static let dontKnow: Set<String> = [
        "sais pas", "chais pas", "sait pas", "savons pas", "aucune idee", "pas idee", "pas sur", "pas sure",
        "pas certain", "pas certaine", "ignore", "inconnu", "incertain", "incertaine", "pas aucune idee",
        "dont know", "do not know", "doesnt know", "no idea", "not sure", "unsure", "not certain", "no clue", "idk",
        "dunno", "unknown", "have no idea", "dont have clue", "dont have idea", "dont have any idea", "have no clue",
    ]

    private static let aroundDontKnow: Set<String> = [
        "je", "j", "ne", "le", "la", "on", "nous", "en", "ai", "ca", "cela", "i", "we", "am", "im", "it", "that", "a",
        "an", "the", "suis", "est", "desole", "desolee", "sorry", "franchement", "honnetement", "honestly", "vraiment",
        "really", "trop", "encore", "yet", "combien", "lequel", "laquelle", "which", "one", "how", "many", "much",
        "exactement", "exactly", "pour", "instant", "moment", "for", "now", "euh", "ben", "bah", "well", "uh", "tout",
        "merci", "thanks", "actually",
    ]

    // MARK: - Text

    private func readText(_ text: String) -> Reading {
        // What is not seen is no answer.
        let trimmed = CleanText.lines(text).trimmed
        if !question.validation.digits.isEmpty {
            let digits = AnswerWords.tokens(of: trimmed).filter { $0.kind == .number }.map(\.text).joined()
            guard question.validation.digits.contains(digits.utf8.count) else {
                return .notUnderstood(.wrongDigits(question.validation))
            }
            return .understood(.text(digits))
        }
        let length = trimmed.unicodeScalars.count
        let shortest = Swift.max(question.validation.minLength ?? 1, 1)
        if length < shortest { return .notUnderstood(.tooShort(length, shortest: shortest)) }
        if let longest = question.validation.maxLength, length > longest {
            return .notUnderstood(.tooLong(length, longest: longest))
        }
        return .understood(.text(trimmed))
    }
}

extension String {
    /// Without the white space at both ends.
    var trimmed: String {
        let scalars = unicodeScalars
        guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
            let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
        else { return "" }
        return String(scalars[first...last])
    }
}
