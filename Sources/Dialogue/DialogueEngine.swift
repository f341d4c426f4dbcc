public import Knowledge
public import Understanding

/// The assistant: `(conversation, question, now) → (conversation, reply, events)`.
///
/// A pure function of its arguments and the content: no clock, no input or output, no chance, no locale. The service, the
/// terminal, tests and the replay of a log all run this very code. Built once, then used from any thread; a class, so that
/// what holds one does not depend on how it is made inside.
public final class DialogueEngine: Sendable {
    /// The longest text that is taken, in Unicode scalars.
    public static let longestText = 4000

    public let knowledge: KnowledgeBase
    public let interpreter: Interpreter
    let composer: AnswerComposer
    let catalog: AnswerCatalog

    public init(knowledge: KnowledgeBase, definitions: IntentDefinitions, catalog: AnswerCatalog) {
        self.knowledge = knowledge
        self.catalog = catalog
        interpreter = Interpreter(definitions: definitions, knowledge: knowledge)
        composer = AnswerComposer(knowledge: knowledge, catalog: catalog, interpreter: interpreter)
    }

    /// Answers a question.
    ///
    /// - Parameters:
    ///   - question: What the person sent.
    ///   - conversation: What is kept of the conversation so far; a new ``Conversation`` for a new one.
    ///   - now: The time of the question, in milliseconds since 1970.
    /// - Returns: What became of it, or `nil` for a question that the conversation has already answered.
    public func reply(to question: Question, in conversation: Conversation, now: Int64) -> Turn? {
        guard !conversation.answered.contains(question.fingerprint) else { return nil }
        var draft = Draft(question: question, conversation: conversation, now: now)
        switch understand(question, &draft) {
        case .rejected(let code, let message): reject(code, message, &draft)
        case .wanted(let intent, let entities): answer(intent, entities, &draft)
        case .unclear(let intents): clarify(intents, &draft)
        case .notUnderstood: notUnderstood(&draft)
        }
        return draft.turn()
    }

    /// What a question was taken to be.
    private enum Understood {
        case wanted(Intent, [Entity])
        case unclear([Interpretation.Candidate])
        case notUnderstood
        case rejected(Reply.Rejection.Code, String)
    }

    private func understand(_ question: Question, _ draft: inout Draft) -> Understood {
        if let choice = question.choice { return choose(choice, draft) }
        if question.choices != nil {
            return .rejected(.unknownChoice, composer.phrase(.unknownChoice, in: draft.language))
        }
        let text = question.text ?? ""
        guard text.utf8.count <= 4 * Self.longestText, text.unicodeScalars.count <= Self.longestText else {
            return .rejected(.textTooLong, composer.phrase(.questionTooLong, in: draft.language))
        }
        if text.first == "/" { return command(String(text.dropFirst()), draft.language) }
        if let place = Int(text.filter { !$0.isWhitespace }), let offered = draft.conversation.last?.offered,
            offered.indices.contains(place - 1)
        {
            return choose(offered[place - 1], draft)
        }
        let interpretation = interpreter.interpret(text, prior: draft.prior)
        guard !interpretation.tokens.isEmpty else {
            return .rejected(.emptyQuestion, composer.phrase(.questionEmpty, in: draft.language))
        }
        draft.understood(interpretation, askedIn: question.language)
        if question.explain { draft.explanation = interpreter.explain(text, prior: draft.prior) }
        if let place = Ordinal.place(in: interpretation), let last = draft.conversation.last, last.shown.isEmpty,
            let choice = last.offered.filter({ $0 != Self.noneOfThese }).element(at: place)
        {
            return choose(choice, draft)
        }
        let completed = FollowUp.complete(interpretation, after: draft.conversation.last, now: draft.now)
        draft.mentions = completed.entities
        let goesOn = completed.intent != nil && completed.intent == draft.conversation.last?.intent
        if interpretation.onlyTellsWhoAsks, !goesOn {
            return .wanted(.help, interpretation.entities.filter { $0.type == .actor })
        }
        if let intent = completed.intent {
            draft.refinements = completed.refinements.filter(intent.refinements.contains)
            return .wanted(intent, completed.entities.filter { intent.concerns($0.type) })
        }
        if case .clarify(let intents) = interpretation.decision {
            return .unclear(interpretation.candidates.filter { intents.contains($0.intent) })
        }
        return .notUnderstood
    }

    /// The id of a suggestion is a command: one that was offered long ago is still understood.
    private func choose(_ choice: String, _ draft: Draft) -> Understood {
        if choice == Self.noneOfThese { return .notUnderstood }
        guard let command = try? Command(choice, knowledge: knowledge) else {
            return .rejected(.unknownChoice, composer.phrase(.unknownChoice, in: draft.language))
        }
        return .wanted(command.intent, command.entities)
    }

    private func command(_ text: String, _ language: Language) -> Understood {
        do throws(Command.Problem) {
            let command = try Command(text, knowledge: knowledge)
            return .wanted(command.intent, command.entities)
        } catch {
            switch error {
            case .unknownIntent(_, let nearest?):
                return .rejected(
                    .unknownCommand, composer.phrase(.unknownCommandNearest, in: language, ["nearest": nearest]))
            case .unknownIntent:
                return .rejected(.unknownCommand, composer.phrase(.unknownCommand, in: language))
            case .unknownValue(let value, let nearest):
                let value = CleanText.of(value, limit: 80)
                return .rejected(
                    .unknownValue,
                    composer.phrase(.unknownValueNearest, in: language, ["value": value, "nearest": nearest ?? ""]))
            }
        }
    }

    /// The id of the last choice of a menu: nothing of it was meant.
    static let noneOfThese = "none"

    private func answer(_ intent: Intent, _ entities: [Entity], _ draft: inout Draft) {
        switch intent {
        case .languageSwitch:
            let asked = entities.first { $0.type == .language }.flatMap { Language(rawValue: $0.value) }
            draft.conversation.language = asked ?? draft.language.other
        case .more:
            return showMore(&draft)
        case .repeat:
            return showAgain(&draft)
        case .privacyForget:
            draft.outcome = .forgotten
        case .humanHandoff:
            draft.outcome = .handoff
            draft.callPerson()
        case .outOfScope:
            draft.outcome = .fallback
        default:
            break
        }
        show(intent, entities, page: 0, &draft)
    }

    /// The next page of the last answer; said to be the end when there is none.
    private func showMore(_ draft: inout Draft) {
        guard let last = draft.conversation.last else {
            return show(.more, [], page: 0, &draft, saying: ["nothing-said": .flag(true)])
        }
        draft.refinements = last.refinements
        let pages = pages(of: last.intent, last.entities, draft).count
        guard last.page + 1 < pages else { return show(.more, [], page: 0, &draft, keepingLast: true) }
        show(last.intent, last.entities, page: last.page + 1, &draft)
    }

    private func showAgain(_ draft: inout Draft) {
        guard let last = draft.conversation.last else { return show(.repeat, [], page: 0, &draft) }
        draft.refinements = last.refinements
        show(last.intent, last.entities, page: last.page, &draft)
    }

    private func request(_ intent: Intent, _ entities: [Entity], _ draft: Draft) -> AnswerRequest {
        // A remedy is for somebody: whom the question names, else who asks.
        let named = entities.lazy.filter { $0.type == .actor }.compactMap { Actor(rawValue: $0.value) }.first
        return AnswerRequest(
            intent: intent, entities: entities, refinements: draft.refinements, language: draft.language,
            audience: (intent == .barrierSolve ? named : nil) ?? draft.conversation.audience)
    }

    private func pages(of intent: Intent, _ entities: [Entity], _ draft: Draft) -> [Page] {
        let request = request(intent, entities, draft)
        return pages(of: request, composer.scope(for: request))
    }

    private func pages(of request: AnswerRequest, _ scope: TemplateScope) -> [Page] {
        var renderer = TemplateRenderer(
            partials: catalog.partials[request.language] ?? [:],
            caution: composer.phrase(.toCheckMark, in: request.language))
        let template = catalog.answers[request.intent]?.template[request.language] ?? []
        return Paginator.pages(of: renderer.render(template, with: scope))
    }

    private func show(
        _ intent: Intent, _ entities: [Entity], page: Int, _ draft: inout Draft, keepingLast: Bool = false,
        saying extra: [String: TemplateValue] = [:]
    ) {
        var request = request(intent, entities, draft)
        request.extra = extra
        let scope = composer.scope(for: request)
        let pages = pages(of: request, scope)
        let shown = pages.indices.contains(page) ? pages[page] : Page(markdown: "", references: [])
        var markdown = shown.markdown
        var suggestions = suggestions(after: intent, scope, draft.language)
        if page + 1 < pages.count {
            markdown += "\n\n" + composer.phrase(.moreHint, in: draft.language)
            suggestions.insert(suggestion(Command(intent: .more, entities: []), draft.language), at: 0)
        }
        draft.say(
            intent, entities, markdown: markdown, references: shown.references,
            suggestions: Array(suggestions.prefix(6)))
        if !keepingLast, intent.isTopic {
            draft.conversation.last = .init(
                intent: intent, entities: entities.map { Entity($0.type, $0.value) }, refinements: draft.refinements,
                shown: shown.references.compactMap(\.entity), page: page, time: draft.now,
                offered: draft.suggestions.map(\.id))
        }
    }

    private func suggestions(after intent: Intent, _ scope: TemplateScope, _ language: Language) -> [Reply.Suggestion] {
        var seen: Set<String> = []
        return (catalog.answers[intent]?.suggestions ?? []).compactMap { template in
            var entities: [Entity] = []
            for (type, value) in template.entities {
                var renderer = TemplateRenderer(partials: [:], caution: "")
                let value = renderer.render(value, with: scope).text
                if value.isEmpty { return nil }
                entities.append(Entity(type, value))
            }
            let command = Command(intent: template.intent, entities: entities)
            return seen.insert(command.id).inserted ? suggestion(command, language) : nil
        }
    }

    private func suggestion(_ command: Command, _ language: Language) -> Reply.Suggestion {
        let named = interpreter.entityInTitle(of: command.intent).flatMap { type in
            command.entities.first { $0.type == type }
        }
        let about = named.flatMap { entity in knowledge.name(of: entity, in: language).map { (entity.type, $0) } }
        return Reply.Suggestion(
            id: command.id, title: interpreter.title(of: command.intent, about: about, in: language))
    }

    private func clarify(_ candidates: [Interpretation.Candidate], _ draft: inout Draft) {
        draft.outcome = .clarify
        draft.alternatives = candidates.prefix(3).map { candidate in
            Reply.Alternative(
                intent: candidate.intent, confidence: candidate.confidence,
                entities: draft.mentions.filter { candidate.intent.concerns($0.type) })
        }
        var options = draft.alternatives.map { alternative in
            suggestion(
                Command(intent: alternative.intent, entities: alternative.entities.filter { $0.type.isCommandable }),
                draft.language)
        }
        let scopes = options.enumerated().map { index, option in
            TemplateScope(["number": .text(String(index + 1)), "title": .text(option.title)])
        }
        var request = request(.ambiguous, [], draft)
        request.extra = ["options": .list(scopes)]
        let pages = pages(of: request, composer.scope(for: request))
        options.append(
            Reply.Suggestion(id: Self.noneOfThese, title: composer.phrase(.noneOfThese, in: draft.language)))
        draft.say(
            .ambiguous, draft.mentions, markdown: pages.first?.markdown ?? "", references: [], suggestions: options)
        draft.conversation.last = .init(
            intent: draft.alternatives[0].intent, entities: [], page: 0, time: draft.now, offered: options.map(\.id))
    }

    private func notUnderstood(_ draft: inout Draft) {
        draft.outcome = .fallback
        draft.misses += 1
        var request = request(.outOfScope, [], draft)
        request.extra = ["not-understood": .flag(true), "second-time": .flag(draft.misses > 1)]
        let scope = composer.scope(for: request)
        let pages = pages(of: request, scope)
        draft.say(
            .outOfScope, draft.mentions, markdown: pages.first?.markdown ?? "", references: [],
            suggestions: Array(suggestions(after: .outOfScope, scope, draft.language).prefix(6)))
    }

    private func reject(_ code: Reply.Rejection.Code, _ message: String, _ draft: inout Draft) {
        draft.outcome = .rejected
        draft.rejection = .init(code: code, message: message)
        let scope = composer.scope(for: request(.help, [], draft))
        draft.say(
            .outOfScope, [], markdown: message, references: [],
            suggestions: Array(suggestions(after: .help, scope, draft.language).prefix(6)))
    }
}

extension Intent {
    /// Whether an answer is a topic to come back to, rather than talk about the talk.
    fileprivate var isTopic: Bool {
        switch self {
        case .more, .repeat, .thanks, .affirm, .deny, .languageSwitch, .feedbackPositive, .feedbackNegative,
            .outOfScope, .goodbye:
            false
        default: true
        }
    }
}

extension EntityType {
    /// Whether a command can carry values of the type.
    fileprivate var isCommandable: Bool {
        switch self {
        case .number, .date, .percentage, .email: false
        default: true
        }
    }
}

extension Array {
    /// The element at a place from the beginning, or from the end when it is negative.
    fileprivate func element(at place: Int) -> Element? {
        let index = place < 0 ? count + place : place
        return indices.contains(index) ? self[index] : nil
    }
}

extension Interpretation {
    /// Whether the text says who the person is, and asks nothing: "Hello, I'm a buyer".
    fileprivate var onlyTellsWhoAsks: Bool {
        !entities.isEmpty && entities.allSatisfy { $0.type == .actor || $0.type == .term } && tokens.count <= 9
            && values(of: .actor).count == 1 && candidates.first?.rule == nil
    }
}
