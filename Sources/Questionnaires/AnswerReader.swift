public import Knowledge
import Text
public import Understanding

/// Reads the answer to a question of a questionnaire in people's words.
///
/// What is understood is exact: between two readings it never guesses, it says both. A pure function of the text, the
/// question and the content.
public struct AnswerReader: Sendable {
    private let asked: AskedQuestion
    var question: Question { asked.question }
    var questionnaire: Questionnaire { asked.questionnaire }
    var knowledge: KnowledgeBase { asked.knowledge }
    var matcher: TitleMatcher { asked.matcher }
    var schemes: SchemeNames { asked.schemes }
    var vocabulary: AnswerVocabulary { asked.vocabulary }
    var phrases: AnswerPhraseBook { asked.phrases }
    var sayings: SayingMatcher { asked.sayings.value }
    var fittedSayings: FittedSayings { asked.fittedSayings.value }
    var documentSayings: SayingMatcher { asked.documentSayings.value }
    var sayable: [String] { asked.sayable }
    var choiceWords: [[String]] { asked.choiceWords }
    var asksForAbsence: Bool { asked.asksForAbsence }
    var nothingChoice: Int? { asked.nothingChoice }
    var denyingChoices: [Int] { asked.denyingChoices }
    var affirmingChoices: [Int] { asked.affirmingChoices }
    /// The words of the text at hand that nothing in the content uses.
    private var unknown: Set<String> = []
    /// What words of the text at hand are but for a typing error.
    private var repairs: [String: String] = [:]

    /// - Parameters:
    ///   - question: the question that is answered.
    ///   - questionnaire: the one it stands in: its documents can be named as evidence.
    ///   - knowledge: the schemes that can be named.
    public init(question: Question, questionnaire: Questionnaire, knowledge: KnowledgeBase) {
        let vocabulary = AnswerVocabulary(knowledge.answerWords)
        asked = AskedQuestion(
            question, of: questionnaire, knowledge, SchemeNames(knowledge, vocabulary),
            AnswerPhraseBook(knowledge.answerPhrases, vocabulary))
    }

    /// A reader for each question of a questionnaire, by the id of the question. The names of the schemes are read once for all.
    package static func readers(
        of questionnaire: Questionnaire, knowledge: KnowledgeBase, phrases: AnswerPhraseBook
    ) -> [String: AnswerReader] {
        let schemes = SchemeNames(knowledge, phrases.vocabulary)
        return Dictionary(
            uniqueKeysWithValues: questionnaire.questions.map { question in
                (question.id, AnswerReader(AskedQuestion(question, of: questionnaire, knowledge, schemes, phrases)))
            })
    }

    private init(_ asked: AskedQuestion) { self.asked = asked }

    /// The clauses of an answer; a word that nothing uses is read as the word of a phrase that it is but for a typing error.
    func clauses(of tokens: [AnswerToken], isList: Bool = false) -> AnswerClauses {
        let clauses = AnswerClauses(tokens, vocabulary, corrections: phrases.corrections, isList: isList)
        guard !unknown.isEmpty || !repairs.isEmpty else { return clauses }
        return clauses.repaired { word, stem in
            guard !sayings.knows(stem) else { return nil }
            if let repaired = repairs[word] {
                let stem = Stemmer.stem(repaired)
                return sayings.knows(stem) ? stem : nil
            }
            return unknown.contains(word) ? sayings.repaired(stem) : nil
        }
    }

    /// Makes what is otherwise made when the question is first answered.
    package func prepare() {
        _ = sayings
        if !question.sayable.isEmpty { _ = fittedSayings }
    }

    /// Whether a text holds a word, a number or a sign that answers are given with.
    package func saysAnything(_ text: String) -> Bool { !vocabulary.words(of: text).isEmpty }

    /// What was heard in a text.
    public struct Heard: Sendable, Hashable {
        public var reading: AnswerReading
        /// Whether the text has the question's own words or form: a choice's phrase, a number, a day. What is only near is
        /// not.
        public var isOwn: Bool
        /// Whether nothing is said besides, of what passes the question.
        var isWhole = false

        init(reading: AnswerReading, isOwn: Bool, isWhole: Bool = false) {
            self.reading = reading
            self.isOwn = isOwn
            self.isWhole = isWhole
        }
    }

    /// Reads an answer.
    ///
    /// - Parameters:
    ///   - text: the answer as written.
    ///   - read: its words as ``Interpreter/tokens(of:)`` has them, with typing errors repaired. They serve only where the words
    ///     as written tell nothing.
    public func read(_ text: String, _ read: [Token]) -> AnswerReading { hear(text, read).reading }

    /// Reads an answer, and says how sure it is one.
    ///
    /// - Parameters: as those of ``read(_:_:)``.
    public func hear(_ text: String, _ read: [Token]) -> Heard { mending(read).hearWhole(text) }

    /// The reader with the typing errors of a text, as the interpreter has mended them.
    func mending(_ read: [Token]) -> AnswerReader {
        var reader = self
        reader.unknown = Set(read.lazy.filter { $0.isUnknown && $0.repairedFrom == nil }.map(\.word))
        // What is written out in several words is no typing error.
        for (written, tokens) in Dictionary(grouping: read, by: \.repairedFrom) where tokens.count == 1 {
            guard let written, written.utf8.count >= Self.shortestMended else { continue }
            reader.repairs[vocabulary.words(of: written).joined()] = tokens[0].word
        }
        return reader
    }

    /// The fewest letters of a word that is mended: shorter ones are marks of choices and abbreviations.
    private static let shortestMended = 5

    private func hearWhole(_ text: String) -> Heard {
        let tokens = vocabulary.tokens(of: text)
        if question.type == .text { return hearText(text, tokens) }
        let repaired = tokens.map { token in
            var token = token
            token.text = repairs[token.text] ?? token.text
            return token
        }
        if question.type == .evidence {
            let heard = hearEvidence(tokens)
            switch heard.reading {
            case .understood(.evidence(let items)) where !items.contains(where: \.id.isEmpty): return heard
            case .passed: return heard
            default: break
            }
            let second = hearEvidence(repaired)
            guard case .understood(.evidence(let others)) = second.reading, !others.contains(where: \.id.isEmpty) else {
                return heard
            }
            return second
        }
        let heard = hear(tokens)
        guard case .notUnderstood(let problem) = heard.reading, problem.isAboutForm, repaired.words != tokens.words
        else { return heard }
        let second = hear(repaired)
        if case .notUnderstood(let problem) = second.reading, problem.isAboutForm { return heard }
        return second
    }

    /// Reads what was picked: `yes` or `no`, the id of a choice, of a document or of a scheme.
    public func read(choice: String) -> AnswerReading { read(choices: [choice]) }

    /// Reads all that was picked; none if empty.
    public func read(choices: [String]) -> AnswerReading {
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

    /// What does not know, or will say later, is heard first: « je sais pas d'où vient la marchandise » tells nothing of goods. What
    /// stands in a clause of its own behind it counts all the same: « je sais pas trop, disons douze ».
    private func hear(_ tokens: [AnswerToken]) -> Heard {
        if let denied = deniedAsAsked(tokens) { return hear(denied) }
        // « les GES? jamais calculé ça »: what is asked first is not the answer to it.
        if let asked = tokens.dropLast().lastIndex(where: { $0.isMark("?") }), !Array(tokens[asked...]).words.isEmpty {
            return hear(Array(tokens[(asked + 1)...]))
        }
        // Where a choice says that the person would rather not answer, that is the answer.
        let hasRefusal =
            question.choices.contains { $0.neutral && $0.exclusive }
            || questionnaire.roles[.sharingConsent] == question.id
        let reasons: Set<SkipReason> = hasRefusal ? [.unknown, .later] : [.unknown, .later, .refused]
        // « aucune idée d'où sortent les pinceaux, j'ai jamais posé la question »: what surely says a choice is no word of not knowing.
        if saysRatherThanPasses(tokens) {
            let heard = hearValue(tokens)
            if case .understood = heard.reading { return heard }
        }
        // "all of it, nobody else has a share".
        if question.type == .percentage, let first = tokens.split(whereSeparator: { $0.kind == .mark }).first,
            case .understood(let value) = readNumber(Array(first)), value == .number(100)
        {
            return Heard(reading: .understood(value), isOwn: true)
        }
        guard let end = tokens.indices.first(where: { vocabulary.isBreak(tokens, at: $0) }),
            let opening = phrases.openingFound(Array(tokens[..<end]), reasons)
        else {
            guard let passing = phrases.openingFound(tokens, reasons) else { return hearValue(tokens) }
            // « notre comptable a ça par écrit dans le manuel »: what says a choice as strongly counts.
            if let heard = hearStronger(tokens, than: passing.strength) { return heard }
            return Heard(reading: .passed(passing.reason), isOwn: true, isWhole: true)
        }
        let said = Array(tokens[(end + 1)...])
        // « je vais demander à Gilles, mettez ça à plus tard ».
        if question.type != .number, question.type != .percentage, question.type != .date,
            phrases.opening(said, reasons) != nil, !said.contains(where: { $0.kind == .number })
        {
            return Heard(reading: .passed(opening.reason), isOwn: true, isWhole: true)
        }
        let rest = hearValue(said)
        // « je saurais pas vous dire, moi je fais les ventes »: a word by the way is no answer.
        let isSaid = question.choices.isEmpty || strongestSaying(said) >= Self.leastBehindPassing
        if case .understood = rest.reading, rest.isOwn, isSaid { return rest }
        if let heard = hearStronger(tokens, than: opening.strength) { return heard }
        return Heard(reading: .passed(opening.reason), isOwn: true, isWhole: true)
    }

    /// « écrit? non, mais on en parle », « écrit, non. mais on y pense »: who asks and denies at once denies what is asked. With a
    /// comma, one word is asked; `nil` where nothing is.
    private func deniedAsAsked(_ tokens: [AnswerToken]) -> [AnswerToken]? {
        guard let asked = tokens.firstIndex(where: { $0.isMark("?") || $0.isMark(",") }), asked > 0,
            asked <= (tokens[asked].isMark("?") ? Self.longestAsked : 1), asked + 2 < tokens.count,
            vocabulary[.clearNo].contains(tokens[asked + 1].text),
            tokens[asked].isMark("?") || tokens[asked + 2].kind == .mark
        else { return nil }
        let first = tokens[0].text
        guard !vocabulary[.clearYes].contains(first), !vocabulary[.clearNo].contains(first),
            !vocabulary[.interjections].contains(first)
        else { return nil }
        let denial = AnswerToken(kind: .word, text: vocabulary.denial, isGlued: false, written: "")
        let comma = AnswerToken(kind: .mark, text: ",", isGlued: true, written: ",")
        return [denial] + tokens[..<asked] + [comma] + tokens[(asked + 2)...]
    }

    /// What an answer says where a phrase of a choice tells more than the one that passes the question.
    private func hearStronger(_ tokens: [AnswerToken], than passing: Int) -> Heard? {
        let strongest = strongestSaying(tokens)
        guard strongest > passing || strongest == passing && strongest >= Self.leastBesidesPassing else { return nil }
        let heard = hearValue(tokens)
        if case .understood = heard.reading, heard.isOwn { return heard }
        return nil
    }

    /// The most tokens of what is asked and denied at once.
    private static let longestAsked = 4
    /// What a phrase of a choice tells at least that counts behind a clause that passes the question.
    private static let leastBehindPassing = 1200
    /// What a phrase of a choice tells at least that counts beside one that passes the question and tells as much.
    private static let leastBesidesPassing = 1500

    /// How much the strongest phrase of a choice tells.
    private func strongestSaying(_ tokens: [AnswerToken]) -> Int {
        guard question.type != .date else { return 0 }
        return sayings.found(in: clauses(of: tokens)).map(\.strength).max() ?? 0
    }

    private func hearValue(_ tokens: [AnswerToken]) -> Heard {
        // « mon comptable m'a incorporé en 2019, avant j'étais à mon compte »: what is now is the answer.
        if question.type == .singleChoice, let present = phrases.present(in: tokens) {
            let heard = hearValueOfOneTime(present)
            if case .understood(let value) = heard.reading, heard.isOwn, !isDeniedAllAlong(value, present, of: tokens) {
                return heard
            }
        }
        return hearValueOfOneTime(tokens)
    }

    /// Whether there is nothing now because something is denied, in words that nobody gathered, where it was denied before as well:
    /// "never wrote anything down but I haven't sprayed since 2004 and won't" tells of no turn.
    private func isDeniedAllAlong(_ value: AnswerValue, _ present: [AnswerToken], of tokens: [AnswerToken]) -> Bool {
        saysNothing(value) && !hasOwnPhrase(for: nothingChoice, present)
            && clauses(of: tokens).clauses.first?.isNegative == true
    }

    private func hearValueOfOneTime(_ tokens: [AnswerToken]) -> Heard {
        if tokens.words.isEmpty, tokens.contains(where: { $0.isMark("?") }) {
            return Heard(reading: .passed(.unknown), isOwn: true)
        }
        let heard: Heard =
            switch question.type {
            case .yesNo: hearYesNo(tokens)
            case .singleChoice: hearSingle(tokens)
            case .multiChoice: hearMulti(tokens)
            case .number, .percentage: Heard(reading: readNumber(tokens), isOwn: !isOneByTheWay(tokens))
            case .date: Heard(reading: readDate(tokens), isOwn: true)
            case .text, .evidence: Heard(reading: .notUnderstood(.notAChoice("", of: question)), isOwn: false)
            }
        if case .understood(let value) = heard.reading, heard.isOwn {
            // « le proprio s'occupe des vidanges, aucune idée »: what is not known is not nothing.
            if saysNothing(value), !hasOwnPhrase(for: nothingChoice, tokens), let reason = phrases.passingClause(tokens)
            {
                return Heard(reading: .passed(reason), isOwn: true, isWhole: true)
            }
            return heard
        }
        guard let meaning = phrases.passing(tokens, most: 3) else {
            // « c'est mon acheteuse qui gère ça, je vous reviens là-dessus »: words that are only near tell less than a clause of its own.
            if !tokens.contains(where: { $0.kind == .number }), let reason = phrases.passingClause(tokens) {
                return Heard(reading: .passed(reason), isOwn: true)
            }
            guard case .notUnderstood(let problem) = heard.reading, problem.isAboutForm,
                let reason = phrases.beginning(tokens, [.unknown, .later, .refused])
            else { return heard }
            return Heard(reading: .passed(reason), isOwn: true)
        }
        if case .understood = heard.reading, meaning == .none { return heard }
        if meaning == .none, !vocabulary[.notApplicable].contains(tokens.words.joined(separator: " ")),
            let none = thereIsNone
        {
            return Heard(reading: none, isOwn: true)
        }
        return Heard(reading: .passed(meaning), isOwn: true, isWhole: phrases.passing(tokens, most: 0) != nil)
    }

    /// "One step backwards please": what is only « un » or "one" in a sentence is hardly a count.
    private func isOneByTheWay(_ tokens: [AnswerToken]) -> Bool {
        tokens.words.count > Self.longestCountOfOne && !tokens.contains { $0.kind == .number }
            && NumberScanner(tokens, vocabulary).figures.allSatisfy { $0.whole == 1 }
    }

    /// The most words in which « un » or "one" is a count.
    private static let longestCountOfOne = 4

    /// That there is none, as an answer, where an answer says it.
    private var thereIsNone: AnswerReading? {
        switch question.type {
        case .yesNo: accept(asksForAbsence)
        case .singleChoice: nothingChoice.map { acceptOne([$0]) }
        case .multiChoice: nothingChoice.map { acceptAll([$0]) }
        default: nil
        }
    }

    /// Whether a phrase of more than a word says a choice: « jamais calculé ».
    private func hasOwnPhrase(for place: Int?, _ tokens: [AnswerToken]) -> Bool {
        sayings.found(in: clauses(of: tokens)).contains {
            $0.place == place && $0.words.count > 1
        }
    }

    private func saysNothing(_ value: AnswerValue) -> Bool {
        guard let nothingChoice else { return false }
        return value.chosen == [question.choices[nothingChoice].id]
    }

    // MARK: - Text

    private func hearText(_ text: String, _ tokens: [AnswerToken]) -> Heard {
        // What is not seen is no answer.
        let trimmed = CleanText.lines(text).trimmed
        if !question.validation.digits.isEmpty { return hearDigits(tokens) }
        if tokens.words.isEmpty == false, let meaning = phrases.passing(tokens, most: 0) {
            return Heard(reading: .passed(meaning), isOwn: true)
        }
        // « on a changé de nom, j'ai pas la bonne formule, je vous reviens là-dessus »: who speaks of themselves tells no name.
        if tokens.words.count >= Self.shortestTalk, !phrases.hasLegalForm(tokens), !phrases.offers(tokens),
            phrases.withoutIntroduction(trimmed).count == trimmed.count,
            tokens.indices.contains(where: { speaks(tokens, at: $0) }),
            let reason = phrases.passingClause(tokens)
                ?? phrases.beginning(tokens, [.unknown, .later], least: Self.leastPassingTalk),
            // « bonne question… disons qu'on moule des bacs » answers.
            reason != .unknown || AnswerClauses(tokens, vocabulary).clauses.contains(where: \.isNegative)
        {
            return Heard(reading: .passed(reason), isOwn: false)
        }
        let said = phrases.withoutIntroduction(trimmed)
        let length = said.unicodeScalars.count
        let shortest = Swift.max(question.validation.minLength ?? 1, 1)
        if length < shortest {
            return Heard(reading: .notUnderstood(.tooShort(length, shortest: shortest)), isOwn: false)
        }
        if let longest = question.validation.maxLength, length > longest {
            return Heard(reading: .notUnderstood(.tooLong(length, longest: longest)), isOwn: false)
        }
        return Heard(reading: .understood(.text(said)), isOwn: false)
    }

    /// The fewest telling words of a phrase that passes a name or a description.
    private static let leastPassingTalk = 2
    /// The fewest words of a text that tells why there is no answer.
    private static let shortestTalk = 7

    /// Whether a word is one by which people speak of themselves; the « on » of "on the rack" is none.
    private func speaks(_ tokens: [AnswerToken], at index: Int) -> Bool {
        vocabulary[.speakingOfOneself].contains(tokens[index].text)
            && !vocabulary[.notSpeaking].begins(tokens[index...])
    }

    /// An identifier of so many digits, alone or in a sentence. Of several the one with the most digits: the federal number of
    /// nine is asked for only where there is no NEQ.
    private func hearDigits(_ tokens: [AnswerToken]) -> Heard {
        let counts = question.validation.digits
        var groups: [String] = []
        var group = ""
        for token in tokens {
            if token.kind == .number {
                group += token.text
            } else if token.kind == .word || token.isMark(",;:") {
                if !group.isEmpty { groups.append(group) }
                group = ""
            }
        }
        if !group.isEmpty { groups.append(group) }
        let all = groups.joined()
        if counts.contains(all.utf8.count) { return Heard(reading: .understood(.text(all)), isOwn: true) }
        let fitting = groups.filter { counts.contains($0.utf8.count) }
        if let longest = fitting.map(\.utf8.count).max(),
            let digits = fitting.first(where: { $0.utf8.count == longest })
        {
            return Heard(reading: .understood(.text(digits)), isOwn: true)
        }
        if groups.isEmpty,
            let reason = phrases.passing(tokens, most: 3)
                ?? phrases.passingClause(tokens) ?? phrases.beginning(tokens, [.unknown, .later, .refused, .none])
        {
            return Heard(reading: .passed(reason), isOwn: true, isWhole: phrases.passing(tokens, most: 0) != nil)
        }
        return Heard(reading: .notUnderstood(.wrongDigits(question.validation)), isOwn: !groups.isEmpty)
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
