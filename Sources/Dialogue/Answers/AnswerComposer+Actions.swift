import Knowledge
import Understanding

extension AnswerComposer {
    /// What a contracting organisation can do.
    func actions(_ request: AnswerRequest) -> [String: TemplateValue] {
        let scopes = scopes(in: request.language)
        switch request.intent {
        case .actionFind:
            let actions = self.actions(for: request)
            return [
                "action": .scope(request.value(of: .action).flatMap { scopes.action($0) }),
                "actions": .list(actions.compactMap { scopes.action($0.id) }),
                "count": .text(String(actions.count)),
            ]
        case .actionPlan:
            let actions = self.actions(for: request)
            let phases: [(Horizon, Phrase)] = [(.short, .phaseShort), (.medium, .phaseMedium), (.long, .phaseLong)]
            return [
                "phases": .list(
                    phases.compactMap { horizon, title -> TemplateScope? in
                        let inPhase = actions.filter { $0.horizon == horizon }
                        guard !inPhase.isEmpty else { return nil }
                        return TemplateScope([
                            "title": .text(phrase(title, in: request.language)),
                            "actions": .list(inPhase.compactMap { scopes.action($0.id) }),
                        ])
                    }),
                "count": .text(String(actions.count)),
            ]
        case .criteriaRealism:
            let builder = EntryScopeBuilder(knowledge: knowledge, language: request.language) { scopes.phrase($0) }
            return [
                "guide": .scope(scopes.guide("criteria-realism")),
                "criteria": .list(
                    self.actions(for: request).flatMap { action in
                        action.criteria.map { builder.criterion($0, of: action) }
                    }),
            ]
        default:
            return [:]
        }
    }

    /// Actions of a stage, a dimension, a priority, a horizon: first what to begin with.
    private func actions(for request: AnswerRequest) -> [Action] {
        let dimensions = request.dimensions + (request.groups.isEmpty ? [] : [.diversity])
        var found = knowledge.actions
        func narrow(_ keep: (Action) -> Bool) {
            let kept = found.filter(keep)
            if !kept.isEmpty { found = kept }
        }
        if !dimensions.isEmpty { narrow { $0.dimensions.contains(where: dimensions.contains) } }
        if let stage = request.stage { narrow { $0.stages.contains(stage) } }
        // A plan over a time takes in all that fits within it.
        if let horizon = request.horizon {
            narrow { request.intent == .actionPlan ? $0.horizon <= horizon : $0.horizon == horizon }
        }
        if let priority = request.priority { narrow { $0.priority == priority } }
        return found.stablySorted { action in
            // An action for one dimension speaks to it more than one for all three.
            let breadth = dimensions.isEmpty ? 0 : action.dimensions.count
            return action.priority.rawValue * 100 + action.horizon.order * 10 + breadth
        }
    }
}
