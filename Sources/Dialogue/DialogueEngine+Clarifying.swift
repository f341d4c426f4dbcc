import Knowledge
import Questionnaires
import Rendering
import Text
import Understanding

extension DialogueEngine {
    /// Offers two or three things that may be meant, and none of them.
    func offer(_ alternatives: [Reply.Alternative], _ draft: inout ReplyDraft) {
        guard let first = alternatives.first else { return notUnderstood(&draft) }
        draft.outcome = .clarify
        draft.alternatives = Array(alternatives.prefix(3))
        var options = draft.alternatives.map { alternative in
            suggestion(
                Command(intent: alternative.intent, entities: alternative.entities.filter { $0.type.isCommandable }),
                draft.language)
        }
        options.append(
            Reply.Suggestion(id: Self.noneOfThese, title: composer.phrase(.noneOfThese, in: draft.language)))
        var request = request(.ambiguous, [], draft)
        request.extra = ["options": .list(Self.numbered(options))]
        let pages = pages(of: request)
        draft.say(
            .ambiguous, draft.mentions, markdown: pages.first?.markdown ?? "", references: [], suggestions: options)
        draft.conversation.last = .init(
            intent: first.intent, entities: [], page: 0, time: draft.now, offered: options.map(\.id),
            spokenOf: spokenOf([], draft))
    }

    private static func numbered(_ options: [Reply.Suggestion]) -> [TemplateScope] {
        options.enumerated().map { index, option in
            TemplateScope(["number": .text(String(index + 1)), "title": .text(option.title)])
        }
    }

    /// What else a text may have meant, as commands: the candidates behind the one that was answered.
    func runnersUp(in interpretation: Interpretation, behind intent: Intent, _ entities: [Entity]) -> [String] {
        interpretation.candidates.filter { $0.intent != intent && $0.intent != .outOfScope && $0.support > 0 }.prefix(3)
            .map {
                candidate in
                Command(
                    intent: candidate.intent,
                    entities: entities.filter {
                        interpreter.intents.takes($0.type, candidate.intent) && $0.type.isCommandable
                    }
                ).id
            }
    }

    /// A command as something to offer.
    func alternative(for id: String) -> Reply.Alternative? {
        guard let command = try? Command(id, of: interpreter.intents, knowledge: knowledge) else { return nil }
        return Reply.Alternative(intent: command.intent, confidence: 0, entities: command.entities)
    }

    /// The choice of a menu, or the suggestion, that a text picks: by its place in words, by its title, or by refusing all.
    func pickedInWords(
        _ text: String, _ interpretation: Interpretation, from last: Conversation.LastAnswer
    ) -> String? {
        let isMenu = last.offersMenu
        let choices = last.offered.filter { $0 != Self.noneOfThese }
        if last.shown.isEmpty, let index = Ordinal.place(in: interpretation)?.index(in: choices.count) {
            return choices[index]
        }
        if isMenu, case .answer(.deny) = interpretation.decision { return Self.noneOfThese }
        let said = interpreter.words(of: text)
        return last.offered.first { id in
            Language.allCases.contains { language in
                let title =
                    id == Self.noneOfThese
                    ? composer.phrase(.noneOfThese, in: language)
                    : (try? Command(id, of: interpreter.intents, knowledge: knowledge)).map {
                        suggestion($0, language).title
                    }
                return title.map { interpreter.words(of: $0) == said } ?? false
            }
        }
    }

    /// Rephrase, then topics, then a person.
    func notUnderstood(_ draft: inout ReplyDraft) {
        draft.outcome = .fallback
        draft.misses = Counter.bounded(draft.misses + 1)
        var request = request(.outOfScope, [], draft)
        request.extra = [
            "not-understood": .flag(true), "second-time": .flag(draft.misses == 2),
            "third-time": .flag(draft.misses > 2),
        ]
        let scope = composer.scope(for: request)
        let pages = pages(of: request, scope)
        var suggestions = suggestions(after: .outOfScope, scope, draft.language)
        if draft.misses > 2 {
            let person = suggestion(Command(intent: .humanHandoff, entities: []), draft.language)
            suggestions = [person] + suggestions.filter { $0.id != person.id }
        }
        draft.say(
            .outOfScope, draft.mentions, markdown: pages.first?.markdown ?? "", references: [],
            suggestions: Array(suggestions.prefix(Self.mostSuggestions)))
    }

    /// Says why a question is not taken. What could be chosen before still can.
    ///
    /// - Parameter message: In CommonMark.
    func reject(_ code: Reply.Rejection.Code, _ message: String, _ draft: inout ReplyDraft) {
        draft.outcome = .rejected
        draft.rejection = .init(code: code, message: PlainText.of(markdown: message))
        let current = (draft.conversation.last?.offered ?? []).compactMap { id -> Reply.Suggestion? in
            if id == Self.noneOfThese {
                return .init(id: id, title: composer.phrase(.noneOfThese, in: draft.language))
            }
            return (try? Command(id, of: interpreter.intents, knowledge: knowledge)).map {
                suggestion($0, draft.language)
            }
        }
        var markdown = message
        // While a question is open, its own list comes back behind the message.
        if code == .unknownChoice, !current.isEmpty, open(draft)?.question == nil {
            let list = current.enumerated().map { "\($0.offset + 1). \($0.element.title)" }
            markdown += "\n\n" + list.joined(separator: "\n")
        }
        let scope = composer.scope(for: request(.help, [], draft))
        let suggestions = current.isEmpty ? suggestions(after: .help, scope, draft.language) : current
        draft.say(
            .outOfScope, [], markdown: markdown, references: [],
            suggestions: Array(suggestions.prefix(Self.mostSuggestions)))
    }
}
