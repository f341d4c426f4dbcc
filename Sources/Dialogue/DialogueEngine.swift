public import Knowledge
public import Questionnaires
import Rendering
public import Text
public import Understanding

/// The assistant: `(conversation, question, now) → (conversation, reply, events)`.
///
/// A pure function of its arguments and the content: no clock, no input or output, no chance, no locale. The service, the
/// terminal, tests and the replay of a log all run this very code. Built once, then used from any thread; a class, so that
/// what holds one does not depend on how it is made inside.
public final class DialogueEngine: Sendable {
    public let knowledge: KnowledgeBase
    public let interpreter: Interpreter
    public let policy: DialoguePolicy
    /// What supplies what a question leaves out.
    private let followUp: FollowUp
    let composer: AnswerComposer
    let catalog: AnswerCatalog
    /// For each questionnaire, by its id, what reads the answers to each of its questions.
    let answerReaders: [String: [String: AnswerReader]]
    /// What tells answers from requests.
    let speechAct: SpeechAct
    /// The phrases by which answers of any kind are told apart.
    let phrases: AnswerPhraseBook
    /// The signature of each questionnaire, by its id.
    let signatures: [String: String]

    /// - Parameters:
    ///   - knowledge: What is answered from.
    ///   - definitions: How questions are understood.
    ///   - catalog: How answers are worded.
    ///   - policy: How long a conversation's context holds, and how long a reply may be.
    ///   - weights: Where fitted weights are kept from one start to the next, if anywhere.
    public init(
        knowledge: KnowledgeBase, definitions: IntentDefinitions, catalog: AnswerCatalog,
        policy: DialoguePolicy = DialoguePolicy(), weights: WeightFolder? = nil
    ) {
        self.knowledge = knowledge
        self.catalog = catalog
        self.policy = policy
        let vocabulary = AnswerVocabulary(knowledge.answerWords)
        let phrases = AnswerPhraseBook(knowledge.answerPhrases, vocabulary)
        self.phrases = phrases
        answerReaders = Dictionary(
            uniqueKeysWithValues: knowledge.questionnaires.map {
                ($0.id, AnswerReader.readers(of: $0, knowledge: knowledge, phrases: phrases))
            })
        signatures = Dictionary(uniqueKeysWithValues: knowledge.questionnaires.map { ($0.id, $0.signature) })
        interpreter = Interpreter(definitions: definitions, knowledge: knowledge, weights: weights)
        followUp = FollowUp(interpreter)
        speechAct = SpeechAct(
            questionnaires: knowledge.questionnaires, interpreter: interpreter, vocabulary, weights: weights)
        composer = AnswerComposer(knowledge: knowledge, catalog: catalog, interpreter: interpreter)
    }

    /// Makes all that is otherwise made when a question of a questionnaire is first answered, some 40 ms each: for who serves many.
    public func prepare() {
        speechAct.prepare()
        for readers in answerReaders.values { for reader in readers.values { reader.prepare() } }
    }

    /// Why a text is read as it is where it answers a question of a questionnaire; `nil` if no questionnaire asks it.
    public func explain(_ text: String, answering question: String) -> AnswerExplanation? {
        let reader = answerReaders.values.compactMap { $0[question] }.first
        return reader?.explain(text, interpreter.tokens(of: text), speechAct) { words(of: $0, in: .fr).text }
    }

    /// Answers a question.
    ///
    /// - Parameters:
    ///   - question: What the person sent.
    ///   - conversation: What is kept of the conversation so far; a new ``Conversation`` for a new one.
    ///   - now: The time of the question.
    /// - Returns: What became of it, or `nil` for a question that the conversation has already answered.
    public func reply(to question: UserMessage, in conversation: Conversation, now: RecordTime) -> Turn? {
        guard !conversation.answered.contains(question.fingerprint) else { return nil }
        // What is too long is read by nothing.
        let excess = question.excess
        let sent = excess == nil ? question : question.withoutContent
        var conversation = conversation
        // An intent that the content had and has no more is nothing to go on from.
        if let last = conversation.last, interpreter.intents[last.intent] == nil { conversation.last = nil }
        var draft = ReplyDraft(question: sent, conversation: conversation, now: now)
        if isSilent(sent, &draft) { return draft.silentTurn() }
        let question = picking(sent, draft)
        if excess == nil {
            if confirmForget(question, &draft) { return draft.turn() }
            if !picksFromMenu(question, draft), takeAsAnswer(question, &draft) { return draft.turn() }
        }
        switch excess.map({ refusal(of: $0, draft) }) ?? understand(question, &draft) {
        case .rejected(let code, let message): reject(code, message, &draft)
        case .wanted(let wanted): answer(wanted, &draft)
        case .unclear(let options): offer(options, &draft)
        case .notUnderstood: notUnderstood(&draft)
        case .givenBack: takeBack(&draft)
        }
        if draft.outcome != .questionnaire, draft.outcome != .handoff, draft.outcome != .forgotten {
            bringBackQuestion(&draft)
        }
        return draft.turn()
    }

    /// Something that a question asks for.
    struct Wanted {
        var intent: Intent
        var entities: [Entity]
        /// What narrows the answer besides entities: ids of concepts.
        var refinements: [String] = []
        /// What the question is said to have meant, where it is not the intent that is answered.
        var act: Intent?
    }

    /// What a question was taken to be.
    enum Understood {
        /// One thing or several, in order.
        case wanted([Wanted])
        /// One of these, best first.
        case unclear([Reply.Alternative])
        case notUnderstood
        /// Not taken, and why, in CommonMark.
        case rejected(Reply.Rejection.Code, String)
        /// The person who had the conversation gives it back.
        case givenBack
    }

    /// What is said to a question that is over a bound.
    private func refusal(of excess: UserMessage.Excess, _ draft: ReplyDraft) -> Understood {
        switch excess {
        case .text: .rejected(.textTooLong, composer.phrase(.questionTooLong, in: draft.language))
        case .choice: .rejected(.unknownChoice, composer.phrase(.unknownChoice, in: draft.language))
        }
    }

    private func understand(_ question: UserMessage, _ draft: inout ReplyDraft) -> Understood {
        if question.givesBack { return .givenBack }
        if let choice = question.choice { return choose(choice, &draft) }
        if question.choices != nil {
            return .rejected(.unknownChoice, composer.phrase(.unknownChoice, in: draft.language))
        }
        let text = question.text ?? question.answer ?? ""
        if text.first == "/" { return command(String(text.dropFirst()), &draft) }
        let offered = draft.conversation.last?.offered ?? []
        if let index = ListPlace(figures: text)?.index(in: offered.count) { return choose(offered[index], &draft) }
        let situation = situation(of: draft)
        let interpretation = draft.interpretation ?? interpreter.interpret(text, prior: draft.prior, in: situation)
        guard !interpretation.tokens.isEmpty else {
            return .rejected(.emptyQuestion, composer.phrase(.questionEmpty, in: draft.language))
        }
        draft.understood(interpretation, askedIn: question.language)
        if question.explain { draft.explanation = interpreter.explain(text, prior: draft.prior, in: situation) }
        // A number alone that names nothing picks from what was offered, where anything was.
        if !offered.isEmpty, text.isNumber, !interpretation.entities.contains(where: \.type.isEntry) {
            return .rejected(.unknownChoice, composer.phrase(.unknownChoice, in: draft.language))
        }
        if let intent = draft.request {
            draft.mentions = interpretation.entities
            let entities = interpretation.entities.filter { interpreter.intents.takes($0.type, intent) }
            return .wanted([Wanted(intent: intent, entities: entities)])
        }
        return self.wanted(in: interpretation, text, &draft)
    }

    private func situation(of draft: ReplyDraft) -> Situation {
        switch draft.conversation.run?.state {
        case .asking?: .questionAsked
        case .paused?: .questionnairePaused
        case .completed?, .cancelled?: .nothingOpen
        case nil: .nothingBegun
        }
    }

    private func wanted(in interpretation: Interpretation, _ text: String, _ draft: inout ReplyDraft) -> Understood {
        let last = draft.conversation.last.flatMap { draft.now.since($0.time) <= policy.contextLifetime ? $0 : nil }
        if let last {
            if let choice = pickedInWords(text, interpretation, from: last) { return choose(choice, &draft) }
            if interpretation.rejectsWhatWasSaid, !last.runnersUp.isEmpty {
                return .unclear(last.runnersUp.compactMap { alternative(for: $0) })
            }
            if last.asksWho, interpretation.onlyTellsWhoAsks(in: text) {
                return .wanted([Wanted(intent: last.intent, entities: last.entities, refinements: last.refinements)])
            }
        }
        if let intent = interpretation.actOfTalk(of: interpreter.intents, in: text) {
            return .wanted([Wanted(intent: intent, entities: [])])
        }
        let completed = followUp.complete(interpretation, after: last)
        draft.mentions = completed.entities
        let goesOn = completed.intent != nil && completed.intent == last?.intent
        if interpretation.onlyTellsWhoAsks(in: text), !goesOn {
            return .wanted([Wanted(intent: .help, entities: interpretation.entities.filter { $0.type == .actor })])
        }
        if let intent = completed.intent {
            draft.runnersUp = runnersUp(in: interpretation, behind: intent, completed.entities)
            draft.sibling = interpretation.sibling.map { sibling in
                Command(
                    intent: sibling,
                    entities: completed.entities.filter {
                        interpreter.intents.takes($0.type, sibling) && $0.type.isCommandable
                    })
            }
            let first = Wanted(
                intent: intent, entities: completed.entities.filter { interpreter.intents.takes($0.type, intent) },
                refinements: completed.refinements.filter(
                    interpreter.intents[intent]?.narrowedBy.contains ?? { _ in false }),
                act: completed.act)
            return .wanted([first] + followUp.further(interpretation, after: completed.entities))
        }
        // Of an open question, what is a command has been told already.
        if draft.conversation.run?.state == .paused, let intent = interpretation.likelyCommand(of: interpreter.intents)
        {
            return .wanted([
                Wanted(
                    intent: intent, entities: completed.entities.filter { interpreter.intents.takes($0.type, intent) })
            ])
        }
        if situation(of: draft) == .questionAsked, interpretation.asksWhatSomethingIs {
            let term = completed.entities.filter { $0.type == .term }
            return .wanted([Wanted(intent: term.isEmpty ? .questionnaireWhy : .glossaryDefine, entities: term)])
        }
        if interpretation.greetsWithAStory(text, interpreter.intents) {
            return .wanted([Wanted(intent: .greet, entities: [])])
        }
        if case .clarify(let intents) = interpretation.decision {
            return .unclear(
                interpretation.candidates.filter { intents.contains($0.intent) }.map { candidate in
                    Reply.Alternative(
                        intent: candidate.intent, confidence: candidate.confidence,
                        entities: completed.entities.filter { interpreter.intents.takes($0.type, candidate.intent) })
                })
        }
        return .notUnderstood
    }

    /// The id of a suggestion is a command: one that was offered long ago is still understood.
    private func choose(_ choice: String, _ draft: inout ReplyDraft) -> Understood {
        if choice == Self.noneOfThese { return .notUnderstood }
        guard let command = try? Command(choice, of: interpreter.intents, knowledge: knowledge) else {
            return .rejected(.unknownChoice, composer.phrase(.unknownChoice, in: draft.language))
        }
        return take(command, &draft)
    }

    private func command(_ text: String, _ draft: inout ReplyDraft) -> Understood {
        do throws(Command.Problem) {
            return take(try Command(text, of: interpreter.intents, knowledge: knowledge), &draft)
        } catch {
            let language = draft.language
            switch error {
            case .unknownIntent(_, let nearest?):
                return .rejected(
                    .unknownCommand, composer.phrase(.unknownCommandNearest, in: language, ["nearest": nearest]))
            case .unknownIntent:
                return .rejected(.unknownCommand, composer.phrase(.unknownCommand, in: language))
            case .unknownValue(let value, let nearest):
                let value = MarkdownText.escaped(CleanText.line(value, limit: 80))
                return .rejected(
                    .unknownValue,
                    composer.phrase(.unknownValueNearest, in: language, ["value": value, "nearest": nearest ?? ""]))
            }
        }
    }

    /// A command that answers the question who asks tells it, too.
    private func take(_ command: Command, _ draft: inout ReplyDraft) -> Understood {
        if draft.conversation.last?.asksWho == true,
            let actor = command.entities.first(where: { $0.type == .actor }).flatMap({ Actor(rawValue: $0.value) })
        {
            draft.conversation.audience = actor
        }
        draft.isPicked = true
        return .wanted([Wanted(intent: command.intent, entities: command.entities)])
    }

    /// The id of the last choice of a menu: nothing of it was meant.
    static let noneOfThese = "none"
}

extension String {
    /// Whether there is nothing but figures and their marks.
    fileprivate var isNumber: Bool {
        contains { $0.isASCII && $0.isNumber } && allSatisfy { ($0.isASCII && $0.isNumber) || " +-.,()".contains($0) }
    }
}

extension Interpretation {
    /// Whether the text says who the person is, and asks nothing: "Hello, I'm a buyer".
    fileprivate func onlyTellsWhoAsks(in text: String) -> Bool {
        !text.contains("?") && !entities.isEmpty && entities.allSatisfy { $0.type == .actor || $0.type == .term }
            && tokens.count <= 9
            && values(of: .actor).count == 1 && candidates.first?.rule == nil
            && (has(.presentsSelf) || tokens.count <= 2)
    }

    /// Whether the text asks what a word means, and nothing tells which of several answers is meant.
    fileprivate var asksWhatSomethingIs: Bool {
        let intents: [Intent]
        switch decision {
        case .answer(.outOfScope), .notUnderstood: intents = []
        case .clarify(let options): intents = options
        case .answer: return false
        }
        let isAsked =
            has(.defineWhat) || has(.meaning) || intents.contains(.glossaryDefine) && has(.whatIs)
        return isAsked && !entities.contains { $0.type == .certification }
    }

    /// Whether the text greets and tells who is there, and asks nothing.
    fileprivate func greetsWithAStory(_ text: String, _ intents: IntentCatalogue) -> Bool {
        switch decision {
        case .answer(.outOfScope), .notUnderstood: break
        case .clarify(let options):
            if options.contains(where: { intents[$0]?.takes[.questionnaire] != nil }) { return false }
        case .answer: return false
        }
        return has(.greeting) && !text.contains("?")
    }

    /// Whether the text says that the last answer is not what was meant.
    fileprivate var rejectsWhatWasSaid: Bool {
        guard case .answer(let intent) = decision else { return false }
        return intent == .deny && entities.isEmpty
    }
}
