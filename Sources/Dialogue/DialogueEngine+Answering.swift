import Knowledge
import Questionnaires
import Text
import Understanding

extension DialogueEngine {
    /// Answers what is wanted: one thing, or several under a title each.
    func answer(_ wanted: [Wanted], _ draft: inout ReplyDraft) {
        guard wanted.count == 1, let only = wanted.first else { return showTogether(wanted, &draft) }
        draft.refinements = only.refinements
        if takeQuestionnaireCommand(only, &draft) { return }
        switch only.intent {
        case .languageSwitch:
            let asked = only.entities.first { $0.type == .language }.flatMap { Language(rawValue: $0.value) }
            draft.conversation.language = asked ?? draft.language.other
            return showAgainInNewLanguage(only.entities, &draft)
        case .more:
            return showMore(&draft)
        case .repeat:
            return showAgain(&draft)
        case .privacyForget where !draft.isPicked:
            return askToForget(&draft)
        case .privacyForget:
            draft.outcome = .forgotten
        case .humanHandoff:
            return handOver(only.entities, &draft)
        case .outOfScope:
            draft.outcome = .fallback
        default:
            break
        }
        show(only.intent, only.entities, page: 0, &draft, saidAs: only.act)
    }

    /// The next page of the last answer; said to be the end when there is none.
    private func showMore(_ draft: inout ReplyDraft) {
        guard let last = draft.conversation.last else {
            return show(.more, [], page: 0, &draft, saying: ["nothing-said": .flag(true)])
        }
        draft.refinements = last.refinements
        let pages = pages(of: request(last.intent, last.entities, draft)).count
        guard last.page + 1 < pages else { return show(.more, [], page: 0, &draft, keepingLast: true) }
        show(last.intent, last.entities, page: last.page + 1, &draft, saidAs: .more)
    }

    private func showAgain(_ draft: inout ReplyDraft) {
        if let open = open(draft), let asked = open.question {
            _ = say(.ask(asked), open, .repeat, nil, &draft)
            return
        }
        guard let last = draft.conversation.last else { return show(.repeat, [], page: 0, &draft) }
        draft.refinements = last.refinements
        show(last.intent, last.entities, page: last.page, &draft, saidAs: .repeat)
    }

    /// What was said last, in the language that was just switched to; a word alone where nothing holds any more, and while a
    /// questionnaire's question comes back behind it.
    private func showAgainInNewLanguage(_ entities: [Entity], _ draft: inout ReplyDraft) {
        guard let last = draft.conversation.last, draft.now.since(last.time) <= policy.contextLifetime,
            open(draft)?.question == nil
        else { return show(.languageSwitch, entities, page: 0, &draft) }
        var request = request(.languageSwitch, entities, draft)
        request.extra = ["again": .flag(true)]
        draft.preface = pages(of: request).first?.markdown
        draft.refinements = last.refinements
        show(last.intent, last.entities, page: last.page, &draft, saidAs: .languageSwitch, keepingLast: true)
    }

    func request(_ intent: Intent, _ entities: [Entity], _ draft: ReplyDraft) -> AnswerRequest {
        // A remedy is for somebody: whom the question names, else who asks.
        let named = entities.lazy.filter { $0.type == .actor }.compactMap { Actor(rawValue: $0.value) }.first
        return AnswerRequest(
            intent: intent, entities: entities, refinements: draft.refinements, language: draft.language,
            audience: (intent == .barrierSolve ? named : nil) ?? draft.conversation.audience)
    }

    func pages(of request: AnswerRequest) -> [Page] { pages(of: request, composer.scope(for: request)) }

    /// - Parameter parts: How many answers share the reply.
    func pages(of request: AnswerRequest, _ scope: TemplateScope, parts: Int = 1) -> [Page] {
        var renderer = TemplateRenderer(
            partials: catalog.partials[request.language] ?? [:],
            caution: composer.phrase(.toCheckMark, in: request.language))
        let template = catalog.answers[request.intent]?.template[request.language] ?? []
        return Paginator(longestReply: policy.longestReply, parts: parts).pages(
            of: renderer.render(template, with: scope))
    }

    /// Says a page of an answer.
    ///
    /// - Parameters:
    ///   - meant: What the question is said to have meant, where it is not the intent that is answered.
    ///   - keepingLast: Whether what was said before stays what a follow-up goes on from.
    ///   - extra: What the template gets besides.
    func show(
        _ intent: Intent, _ entities: [Entity], page: Int, _ draft: inout ReplyDraft, saidAs meant: Intent? = nil,
        keepingLast: Bool = false, saying extra: [String: TemplateValue] = [:]
    ) {
        var request = request(intent, entities, draft)
        request.extra = extra
        let scope = composer.scope(for: request)
        let pages = pages(of: request, scope)
        let shown = pages.indices.contains(page) ? pages[page] : Page(markdown: "", references: [])
        var markdown = shown.markdown
        var suggestions = suggestions(after: intent, scope, draft.language)
        let asksWho = page == 0 && askWho(about: request, &draft)
        if asksWho {
            markdown += "\n\n" + composer.phrase(.whoAsks, in: draft.language)
            suggestions = whoAsks(intent, entities, draft.language) + suggestions
        }
        if let sibling = draft.sibling {
            suggestions.removeAll { $0.id == sibling.id }
            suggestions.insert(suggestion(sibling, draft.language), at: 0)
        }
        if page + 1 < pages.count {
            markdown += "\n\n" + composer.phrase(.moreHint, in: draft.language)
            suggestions.insert(suggestion(Command(intent: .more, entities: []), draft.language), at: 0)
        }
        draft.say(
            meant ?? intent, entities, markdown: markdown, references: shown.references,
            suggestions: Array(suggestions.prefix(Self.mostSuggestions)))
        if !keepingLast, !interpreter.intents.has(.passing, intent) {
            draft.conversation.last = .init(
                intent: intent, entities: entities.map { Entity($0.type, $0.value) }, refinements: draft.refinements,
                shown: shown.references.compactMap(\.entity), page: page, time: draft.now,
                offered: draft.suggestions.map(\.id), runnersUp: draft.runnersUp, asksWho: asksWho,
                spokenOf: spokenOf(entities, draft))
        }
    }

    /// The first page of each of several answers, in the order they were asked. The conversation goes on from the last.
    private func showTogether(_ wanted: [Wanted], _ draft: inout ReplyDraft) {
        var parts: [String] = []
        var references: [Reference] = []
        var suggestions: [Reply.Suggestion] = []
        for (index, part) in wanted.enumerated() {
            draft.refinements = part.refinements
            let request = request(part.intent, part.entities, draft)
            let scope = composer.scope(for: request)
            let pages = pages(of: request, scope, parts: wanted.count)
            guard let page = pages.first else { continue }
            let title = suggestion(Command(intent: part.intent, entities: part.entities), draft.language).title
            parts.append("**\(title)**\n\n\(page.markdown)")
            references += page.references.filter { new in !references.contains { $0.key == new.key } }
            suggestions += self.suggestions(after: part.intent, scope, draft.language).prefix(3)
            if index == wanted.count - 1, pages.count > 1 {
                parts.append(composer.phrase(.moreHint, in: draft.language))
                suggestions.insert(suggestion(Command(intent: .more, entities: []), draft.language), at: 0)
            }
        }
        guard let first = wanted.first, let last = wanted.last else { return }
        draft.also = wanted.dropFirst().map(\.intent)
        var seen: Set<String> = []
        draft.say(
            first.intent, first.entities, markdown: parts.joined(separator: "\n\n"), references: references,
            suggestions: Array(suggestions.filter { seen.insert($0.id).inserted }.prefix(Self.mostSuggestions)))
        draft.conversation.last = .init(
            intent: last.intent, entities: last.entities.map { Entity($0.type, $0.value) },
            refinements: last.refinements, shown: references.compactMap(\.entity), page: 0, time: draft.now,
            offered: draft.suggestions.map(\.id), spokenOf: spokenOf(wanted.flatMap(\.entities), draft))
    }

    /// The schemes of an answer and of those before it, newest first, as long as the context holds.
    func spokenOf(_ entities: [Entity], _ draft: ReplyDraft) -> [Entity] {
        let last = draft.conversation.last.flatMap { draft.now.since($0.time) <= policy.contextLifetime ? $0 : nil }
        var seen: Set<String> = []
        return (entities.reversed().filter { $0.type == .certification } + (last?.spokenOf ?? []))
            .filter { seen.insert($0.value).inserted }.map { Entity($0.type, $0.value) }
    }

    /// Whether to ask who asks: once in a conversation, where the answer is not the same for both.
    private func askWho(about request: AnswerRequest, _ draft: inout ReplyDraft) -> Bool {
        guard draft.conversation.audience == nil, draft.conversation.run == nil, !draft.conversation.wasAskedWho,
            !interpreter.intents.has(.passing, request.intent),
            !interpreter.intents.has(.talk, request.intent), !request.entities.contains(where: { $0.type == .actor }),
            catalog.isForSomeone(request.intent, in: request.language)
        else { return false }
        draft.conversation.wasAskedWho = true
        return true
    }

    /// The two answers to the question who asks: each asks the same again.
    private func whoAsks(_ intent: Intent, _ entities: [Entity], _ language: Language) -> [Reply.Suggestion] {
        [(Actor.sme, Phrase.iAmSME), (.buyer, .iAmBuyer)].map { actor, phrase in
            let told = entities.filter { $0.type.isCommandable } + [Entity(.actor, actor.rawValue)]
            return Reply.Suggestion(
                id: Command(intent: intent, entities: told).id, title: composer.phrase(phrase, in: language))
        }
    }

    /// The most suggestions of a reply.
    static let mostSuggestions = 6

    func suggestions(after intent: Intent, _ scope: TemplateScope, _ language: Language) -> [Reply.Suggestion] {
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

    func suggestion(_ command: Command, _ language: Language) -> Reply.Suggestion {
        let named = interpreter.entityInTitle(of: command.intent).flatMap { type in
            command.entities.first { $0.type == type }
        }
        let about = named.flatMap { entity in knowledge.name(of: entity, in: language).map { (entity.type, $0) } }
        return Reply.Suggestion(
            id: command.id, title: interpreter.title(of: command.intent, about: about, in: language))
    }
}

extension EntityType {
    /// Whether a command can carry values of the type.
    var isCommandable: Bool {
        switch self {
        case .number, .date, .percentage, .email: false
        default: true
        }
    }
}
