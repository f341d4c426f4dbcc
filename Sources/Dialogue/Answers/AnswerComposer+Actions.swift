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
            let plan = ActionPlan(
                knowledge: knowledge, dimensions: dimensions(of: request), stages: request.stage.map { [$0] } ?? [],
                horizon: request.horizon, priority: request.priority)
            return [
                "phases": .list(
                    plan.phases.map { phase in
                        TemplateScope([
                            "title": .text(phrase(title(of: phase.horizon), in: request.language)),
                            "actions": .list(phase.steps.compactMap { scopes.action($0.id) }),
                        ])
                    }),
                "count": .text(String(plan.steps.count)),
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

    private func title(of horizon: Horizon) -> Phrase {
        switch horizon {
        case .short: .phaseShort
        case .medium: .phaseMedium
        case .long: .phaseLong
        }
    }

    /// What a question about a group asks for is diversity.
    private func dimensions(of request: AnswerRequest) -> [Knowledge.Dimension] {
        request.dimensions + (request.groups.isEmpty ? [] : [.diversity])
    }

    /// Actions of a stage, a dimension, a priority, a horizon: first what to begin with.
    private func actions(for request: AnswerRequest) -> [Action] {
        let dimensions = dimensions(of: request)
        var found = knowledge.actions
        func narrow(_ keep: (Action) -> Bool) {
            let kept = found.filter(keep)
            if !kept.isEmpty { found = kept }
        }
        if !dimensions.isEmpty { narrow { $0.dimensions.contains(where: dimensions.contains) } }
        if let stage = request.stage { narrow { $0.stages.contains(stage) } }
        if let horizon = request.horizon { narrow { $0.horizon == horizon } }
        if let priority = request.priority { narrow { $0.priority == priority } }
        return found.stablySorted { action in
            // An action for one dimension speaks to it more than one for all three.
            let breadth = dimensions.isEmpty ? 0 : action.dimensions.count
            return action.priority.rawValue * 100 + action.horizon.order * 10 + breadth
        }
    }
}
