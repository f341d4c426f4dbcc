import Knowledge
package import Understanding

/// What a text is, while a question of a questionnaire is open.
package enum AnswerVerdict {
    /// It answers the question, or tries to.
    case answer(AnswerReader.Heard)
    /// It asks for something: of the questionnaire or of the assistant, where a rule tells what, or about something else.
    case request(Intent?)
    /// It says that the answer before was not what was meant; and what was meant, where it says it.
    case mending(AnswerValue?)
    /// It puts a figure in place of one that was noted, to the question of an id.
    case correction(AnswerValue, of: String)
    /// It may be either, and the person is asked which.
    case either(AnswerValue, Intent)
}

/// Weighs *this text answers the open question* against everything else that it may be: in one place, from one interpretation.
///
/// In the order of what counts most: a choice's own phrase, a number, a day; a request's rule with little left over; the shape
/// of a question; last an intent that is only near an example, which alone never takes a text away from the open question.
package struct AnswerWeighing {
    let text: String
    let interpretation: Interpretation
    let heard: AnswerReader.Heard
    let reader: AnswerReader
    let interpreter: Interpreter
    let tokens: [AnswerToken]
    /// By how much the text answers rather than asks, in units of 1/1024.
    let answering: Int
    var intents: IntentCatalogue { interpreter.intents }
    var vocabulary: AnswerVocabulary { reader.vocabulary }

    package init(
        _ text: String, _ interpretation: Interpretation, _ heard: AnswerReader.Heard, _ reader: AnswerReader,
        _ interpreter: Interpreter, _ act: SpeechAct
    ) {
        self.text = text
        self.interpretation = interpretation
        self.heard = heard
        self.reader = reader
        self.interpreter = interpreter
        tokens = reader.vocabulary.tokens(of: text)
        answering = act.lead(of: tokens)
    }

    /// - Parameters:
    ///   - before: The reader of the question that was answered last, if what was understood was just shown back.
    ///   - answered: The readers of all questions that have an answer.
    package func verdict(before: AnswerReader?, answered: [AnswerReader] = []) -> AnswerVerdict {
        let request = request()
        if let correction = correction(before: before, answered, unless: request) { return correction }
        // « je me suis mêlé, on recommence du début »: what is asked for in a clause of its own is more than that something is wrong.
        let isToldWhatToDo =
            request.map { $0.isClause && $0.traits.contains(.confirmed) && $0.remainder.left == 0 } ?? false
        if let before, !isToldWhatToDo, let mending = mending(by: before, unless: request) { return mending }
        switch reader.question.type {
        case .text where reader.question.validation.digits.isEmpty: return freeVerdict(request)
        default: return ownVerdict(request)
        }
    }

    // MARK: - Questions whose answers have a form of their own

    private func ownVerdict(_ request: Request?) -> AnswerVerdict {
        if let request, request.isWhole, !request.isTooLittle, !stands(against: request) {
            return .request(request.intent)
        }
        // A value with nothing but marks is for the open question alone.
        if !text.contains(where: \.isLetter) { return .answer(heard) }
        let isQuestion = isQuestion
        if thanks { return .request(.thanks) }
        if let sounding = verdictByAct(request) { return sounding }
        if isUnderstood, heard.isOwn {
            if let sure = sureCommand, intents.has(.acts, sure), !isPutOff,
                !tokens.contains(where: { $0.kind == .number })
            {
                return .request(sure)
            }
            // « c'est quoi Ariba? » names a choice and is no answer; « une vingtaine? » is one.
            let asks = tokens.last?.isMark("?") == true && reader.phrases.asks(tokens)
            let isFigure = tokens.contains { $0.kind == .number } && reader.question.choices.isEmpty
            let isLong = isQuestion && !isFigure && tokens.words.count > Self.longestDoubt && asksForSomething
            return asks || isLong || !isFigure && isRuledQuestion ? .request(nil) : .answer(heard)
        }
        if let request, request.isWhole, !request.isTooLittle { return .request(request.intent) }
        // "I want to change what I put for question 5": where nothing answers, a sentence that surely is a command is one.
        if !isUnderstood, !isDoubtful, let sure = sureCommand { return .request(sure) }
        if isQuestion, asksForSomething || !isUnderstood { return .request(nil) }
        if let request, !isUnderstood, request.remainder.left * 2 <= request.remainder.told, !request.isTooLittle {
            return .request(request.intent)
        }
        return !isUnderstood && !isDoubtful && isDigression ? .request(nil) : .answer(heard)
    }

    /// What the text is where it surely sounds as answers do, or as requests do: « en quoi ça vous sert de savoir ça » asks, though
    /// it has words of a choice; `nil` where it does not.
    private func verdictByAct(_ request: Request?) -> AnswerVerdict? {
        if answering >= Self.surelyAnswers, !isQuestion, request?.isWhole != true {
            // « pas plus loin, ça vaut pas la peine »: what would ask for a yes is not asked of who answers.
            let isCommand =
                request.map { $0.isClause && $0.remainder.left == 0 && !$0.traits.contains(.confirmed) } ?? false
            return isCommand ? nil : .answer(heard)
        }
        let isFigure = tokens.contains { $0.kind == .number } && reader.question.choices.isEmpty
        guard isUnderstood, !isPassed, !isFigure, !heard.isWhole else { return nil }
        // « une innovation sociale, je dirais » has the words of many questions, and asks nothing.
        let asked: Intent? = if case .answer(let intent) = interpretation.decision { intent } else { nil }
        let isAsked = isQuestion || asked != nil && asked != .outOfScope
        // "whats an AMP authorization": a rule knows what is asked, and who says « j'avais oublié Maude » asks nothing.
        let isRuled =
            isAsked && interpretation.candidates.first?.rule != nil
            && (isQuestion || asked.map { !intents.has(.command, $0) } ?? false)
        guard isAsked || !heard.isOwn else { return nil }
        let isSure = answering <= (heard.isOwn && !isRuled ? Self.surelyAsks : Self.likelyAsks)
        return isSure ? .request(request.flatMap { $0.isWhole ? $0.intent : nil }) : nil
    }

    /// From what lead on a text surely answers; and below which it surely asks, and likely does, in units of 1/1024. Of answers of
    /// strangers 12 in 2,640 were below the second, and of their requests 2 in 1,527 above the first.
    private static let (surelyAnswers, surelyAsks, likelyAsks) = (720, -2500, -1400)
    /// The same up to which what denies and acts is a command: "no clue what my truck puts out" changes nothing.
    private static let soundsOfCommand = -900
    /// The same from which a text describes what is sold: nine in ten descriptions are above, one in twenty requests.
    private static let likelyDescribes = -620

    /// Whether an answer in the question's own words stands against a request: unless somebody is spoken to, and nothing is
    /// left over.
    private func stands(against request: Request) -> Bool {
        if isPutOff, request.intent == .questionnairePause { return true }
        guard isUnderstood, heard.isOwn else { return isUnderstood && request.isBare }
        let isSkip = request.intent == .questionnaireSkip
        if isSkip, tokens.words.count <= Self.longestSkip || request.isCompleteSkip { return false }
        // « ça s'applique pas à moi » says so where a choice does.
        if isSkip, saysNotApplicable { return true }
        // « tout le monde peut voir, j'ai rien à cacher »: who asks nothing wants nothing told.
        if request.traits.contains(.tells), !isQuestion, !isPassed || request.remainder.left > 0 { return true }
        return isPassed ? passStands(against: request) : valueStands(against: request)
    }

    /// The same of what passes the question.
    private func passStands(against request: Request) -> Bool {
        let isSkip = request.intent == .questionnaireSkip
        // "this bot isn't getting what I say, get me a person please": what is asked for besides is done; and a command is one
        // though it denies: "I don't want to do this anymore".
        if request.isSpoken,
            request.isClause && request.remainder.left == 0
                || request.traits.contains(.acts) && isAgreed(request) && answering <= Self.soundsOfCommand
        {
            return isSkip
        }
        // « j'ai pas bien compris, répète la question »
        if answering <= Self.likelyAsks, isAgreed(request), !heard.isWhole { return isSkip }
        return heard.isWhole || isSkip || !request.remainder.isAddressed
    }

    /// The same of a value.
    private func valueStands(against request: Request) -> Bool {
        // « 12, mais attends, je veux revenir à celle d'avant »: what is asked in a clause of its own is done.
        // « laisse tomber, ça m'intéresse plus, annule toute »: what asks for a yes anyway is asked.
        if request.isClause, request.remainder.left == 0, request.traits.contains(.confirmed),
            !request.traits.contains(.spelledOut), answering <= Self.soundsOfCommand,
            interpretation.candidates.first?.intent == request.intent
        {
            return false
        }
        let isNearlyAll = request.traits.contains(.confirmed) && request.remainder.left * 3 <= request.remainder.told
        if request.isClause, request.isSpoken, isAgreed(request) || isNearlyAll, answering < Self.surelyAnswers,
            request.traits.contains(.acts) || isQuestion
        {
            return false
        }
        return request.remainder.left > 0 || !request.remainder.isAddressed
    }

    /// Whether nothing is left over of a request, or all the words together say the same.
    private func isAgreed(_ request: Request) -> Bool {
        request.remainder.left == 0 || interpretation.decision == .answer(request.intent)
    }

    // MARK: - Names and descriptions, which are nearly anything

    private func freeVerdict(_ request: Request?) -> AnswerVerdict {
        // "hold on, I don't get how this works": what stands before a name stands before much else.
        let isWholeClause = request.map { $0.isClause && $0.remainder.left == 0 && $0.remainder.ruled > 2 } ?? false
        let sure = sureCommand
        let isName =
            isTitle || reader.phrases.endsInLegalForm(tokens)
            || sure == nil && (reader.phrases.hasLegalForm(tokens) || isIntroduced && !isWholeClause)
        let isOffer = reader.phrases.offers(tokens) && tokens.words.count > 5 && !text.contains("?")
        let isPause = (request?.intent ?? sure) == .questionnairePause && stopsHere
        if case .passed = heard.reading, heard.isOwn, !isPause { return .answer(heard) }
        if reader.questionnaire.roles[.legalName] != reader.question.id {
            let isNothingElse = request.map { $0.isWhole && $0.remainder.left == 0 } ?? false
            // « je vais devoir arrêter ici, le camion arrive dans la cour » tells of a trade, and stops.
            let isSpoken =
                answering < Self.surelyAnswers
                && request.map { $0.isClause && $0.isSpoken && $0.remainder.left == 0 && !$0.isHandingOver } ?? false
            if answering >= Self.likelyDescribes, !isNothingElse, !isSpoken, !isPause { return .answer(heard) }
            if answering <= Self.surelyAsks, let intent = request?.intent ?? sure { return .request(intent) }
            if answering <= Self.likelyAsks, isQuestion, asksForSomething { return .request(request?.intent ?? sure) }
        }
        if let request, request.isWhole, !isName, !(isOffer && request.remainder.left > 0) {
            guard case .understood(let value) = heard.reading else { return .request(request.intent) }
            if request.isTooLittle || request.isBare && request.traits.contains(.leaves) && !speaksOfTheQuestionnaire {
                return .either(value, request.intent)
            }
            return .request(request.intent)
        }
        let isAsked = tokens.last?.isMark("?") == true
        if let request, !isName || isAsked, !isOffer || isWholeClause, request.isClause,
            request.remainder.isAddressed || isAsked
        {
            return .request(request.intent)
        }
        if let sure, !isName { return .request(sure) }
        if isQuestion, !isName, isAsked || asksForSomething { return .request(nil) }
        if !isName, let intent = sentence, case .understood(let value) = heard.reading { return .either(value, intent) }
        return .answer(heard)
    }

    /// The command that a sentence surely is, all its words weighed: far ahead of all else.
    private var sureCommand: Intent? {
        guard tokens.words.count >= Self.shortestSentence, speaks, case .answer(let intent) = interpretation.decision,
            intents.has(.command, intent), let first = interpretation.candidates.first,
            first.score >= Self.sure,
            interpretation.lead >= Self.farAhead
        else { return nil }
        return intent
    }

    /// Whether somebody speaks, of themselves or to somebody.
    private var speaks: Bool { tokens.contains { vocabulary[.speakers].contains($0.text) } }

    /// Whether the question is put off, and nothing says that all is.
    private var isPutOff: Bool {
        if case .passed(.later) = heard.reading { return !stopsHere }
        return false
    }

    /// What the score of a command that needs no more is, in units of 1/1024.
    private static let sure = 1200
    /// How far it is ahead of all else.
    private static let farAhead = 500

    /// What a whole sentence about something else is about, where a name is asked for: « j'ai peur que ça coûte trop cher ».
    private var sentence: Intent? {
        guard reader.questionnaire.roles[.legalName] == reader.question.id, tokens.words.count >= Self.shortestSentence,
            let first = tokens.first(where: { $0.kind == .word }), vocabulary[.sentenceSubjects].contains(first.text),
            case .answer(let intent) = interpretation.decision, !intents.has(.talk, intent), intent != .outOfScope
        else { return nil }
        return intent
    }

    /// The fewest words of a sentence that is hardly a name.
    private static let shortestSentence = 6

    /// Whether the text calls what is being filled in by its name, as no company is called: « annuler le questionnaire ».
    private var speaksOfTheQuestionnaire: Bool {
        tokens.contains { vocabulary[.questionnaireNames].contains($0.text) }
    }

    /// Whether it is written as titles are, every word of length with a capital: « Traduction En Français ».
    private var isTitle: Bool {
        let all = text.split { !$0.isLetter }
        func isCapital(_ word: Substring) -> Bool { word.first?.isUppercase == true }
        let words = all.filter { $0.count > 3 }
        guard words.allSatisfy({ isCapital($0) && $0.dropFirst().contains { $0.isLowercase } }) else { return false }
        return words.count > 1 || all.count > 1 && all.allSatisfy(isCapital)
    }

    private var isIntroduced: Bool {
        if case .understood(.text(let said)) = heard.reading {
            return said.unicodeScalars.count < text.unicodeScalars.count - 6
        }
        return false
    }

    // MARK: - Evidence

    private var isPassed: Bool { if case .passed = heard.reading { true } else { false } }

    var isUnderstood: Bool {
        switch heard.reading {
        case .understood, .passed: true
        case .notUnderstood: false
        }
    }

    private var isQuestion: Bool {
        tokens.last?.isMark("?") == true || reader.phrases.asks(tokens)
    }

    /// Whether the person thanks, and says no more that answers: « Merci, je vais regarder ça ».
    private var thanks: Bool {
        let isPolite = interpretation.isOnlyPolite
        guard isPolite || [.answer(.thanks), .answer(.goodbye)].contains(interpretation.decision), !heard.isWhole,
            !tokens.contains(where: { $0.kind == .number })
        else { return false }
        return (isPolite ? tokens.words[...] : tokens.words.prefix(Self.longestOpening)).contains(
            where: vocabulary[.thanking].contains)
    }

    /// In how many words who thanks begins with it.
    private static let longestOpening = 3

    /// Whether the text has what answers the question, and too much of it to tell which is meant.
    private var isDoubtful: Bool {
        guard case .notUnderstood(let problem) = heard.reading else { return false }
        return ["ambiguous", "not-exact", "out-of-range", "several-choices", "exclusive-choice"].contains(problem.code)
    }

    /// Whether the interpretation knows what is asked for, or the text surely asks.
    private var asksForSomething: Bool {
        switch interpretation.decision {
        case .answer(let intent): intent != .outOfScope && !intents.has(.talk, intent)
        case .clarify: true
        case .notUnderstood: false
        }
    }

    /// Whether a text that answers nothing is clearly about something else: by a rule, not by nearness alone.
    private var isDigression: Bool {
        guard case .answer(let intent) = interpretation.decision, intent != .outOfScope, !intents.has(.talk, intent),
            let first = interpretation.candidates.first
        else { return false }
        return first.rule != nil && tokens.words.count > 2
    }

    /// Whether the text is a question that a rule knows: "what is EcoVadis anyhow".
    private var isRuledQuestion: Bool {
        guard reader.phrases.asks(tokens), case .answer(let intent) = interpretation.decision,
            intents.subject(of: intent) != nil || intents[intent]?.describes != nil
        else { return false }
        return interpretation.candidates.first?.rule != nil
    }

    /// The most words of an answer that is given as if it were asked: « une vingtaine? ».
    private static let longestDoubt = 4

    // MARK: - Mending what was just noted

    private func mending(by before: AnswerReader, unless request: Request?) -> AnswerVerdict? {
        let isOwn = isUnderstood && heard.isOwn
        let deniesFirst = tokens.first.map { vocabulary[.clearNo].contains($0.text) } ?? false
        if reader.phrases.saysMistaken(tokens), !isOwn || deniesFirst && tokens.words.count > 1 {
            return goesBack ? .request(.questionnaireBack) : .mending(nil)
        }
        var rest = tokens.drop { $0.kind == .mark || vocabulary[.interjections].contains($0.text) }
        // "Correction, seven."
        if !isOwn, !reader.isFree, request?.isWhole != true, let said = reader.phrases.corrected(tokens),
            !before.takesFigure || figureAlone(in: said) != nil
        {
            let again = before.hear(said.written, interpreter.tokens(of: said.written))
            if case .understood(let value) = again.reading, again.isOwn { return .mending(value) }
        }
        guard let first = rest.first, vocabulary[.clearNo].contains(first.text) else { return nil }
        rest = rest.dropFirst().drop { $0.kind == .mark }
        if rest.isEmpty { return isOwn && !reader.isFree ? nil : .mending(nil) }
        // Where « non » answers the open question, it is no word on the one before.
        let takesNo = reader.question.type == .yesNo || reader.nothingChoice != nil
        // "no wait, we weigh it all too": who stops goes back, whatever the open question takes.
        let stops = rest.first.map { vocabulary[.stopping].contains($0.text) } ?? false
        guard !takesNo || stops, !isOwn || reader.isFree, before.question.type != .text else { return nil }
        let said = Array(rest).written
        let again = before.hear(said, interpreter.tokens(of: said))
        if case .understood(let value) = again.reading, again.isOwn { return .mending(value) }
        // « non, j'ai compté un gars qui est à la retraite »: what was noted is denied, and nothing is said in its place.
        return isUnderstood && !stops ? nil : .mending(nil)
    }
}

extension AnswerReader {
    /// Whether nearly anything answers the question.
    var isFree: Bool { question.type == .text && question.validation.digits.isEmpty }
}
