import Knowledge
import Understanding

extension AnswerComposer {
    /// Getting to the market: paths, barriers, solutions.
    func market(_ request: AnswerRequest) -> [String: TemplateValue] {
        let scopes = scopes(in: request.language)
        switch request.intent {
        case .accessOverview:
            let narrowed = request.refinements.lazy.compactMap { scopes.guide("access-overview-\($0)") }.first
            return ["guide": .scope(narrowed ?? scopes.guide("access-overview"))]
        case .accessOpportunities:
            let platforms = knowledge.guide("access-opportunities")?.steps.flatMap(\.references) ?? []
            return [
                "guide": .scope(scopes.guide("access-opportunities")),
                "platforms": .list(
                    platforms.filter { $0.kind == .certification }.compactMap { scopes.certification($0.id) }),
            ]
        case .accessRegister:
            return [
                "guide": .scope(scopes.guide("access-register")),
                "certification": .scope(request.value(of: .certification).flatMap { scopes.certification($0) }),
            ]
        case .accessBid:
            return ["guide": .scope(scopes.guide("access-bid"))]
        case .barrierList:
            let barriers = self.barriers(for: request)
            return [
                "barriers": .list(barriers.compactMap { scopes.barrier($0.id, for: request.audience) }),
                "count": .text(String(barriers.count)),
            ]
        case .barrierSolve:
            let barrier = request.value(of: .barrier)
            let common = barrier == nil ? knowledge.barriers.filter { $0.provenance.authority != .research } : []
            return [
                "barrier": .scope(barrier.flatMap { scopes.barrier($0, for: request.audience) }),
                "barriers": .list(common.compactMap { scopes.barrier($0.id, for: request.audience) }),
            ]
        case .solutionList:
            let solutions = self.solutions(for: request)
            return [
                "solutions": .list(solutions.compactMap { scopes.solution($0.id) }),
                "count": .text(String(solutions.count)),
            ]
        default:
            return [:]
        }
    }

    /// Barriers of a dimension, a stage, a side: those the workstream named first.
    private func barriers(for request: AnswerRequest) -> [Barrier] {
        let side = request.value(of: .actor).flatMap(Actor.init)
        let dimensions = request.dimensions + (request.groups.isEmpty ? [] : [.diversity])
        var found = knowledge.barriers
        func narrow(_ keep: (Barrier) -> Bool) {
            let kept = found.filter(keep)
            if !kept.isEmpty { found = kept }
        }
        if !dimensions.isEmpty {
            narrow { barrier in barrier.dimensions.isEmpty || barrier.dimensions.contains(where: dimensions.contains) }
        }
        if let stage = request.stage { narrow { $0.stages.contains(stage) } }
        if let side, request.audience != side { narrow { $0.sides.contains(side) } }
        return found.stablySorted { barrier in
            let specific = barrier.dimensions.contains(where: dimensions.contains) ? 0 : 1
            return specific * 3 + barrier.provenance.authority.order
        }
    }

    /// Solutions for a difficulty, an actor, a dimension, a stage: the person's own and the easiest first.
    private func solutions(for request: AnswerRequest) -> [Solution] {
        let actor = request.value(of: .actor).flatMap(Actor.init) ?? request.audience
        var found = request.value(of: .barrier).map { knowledge.solutions(to: $0) } ?? knowledge.solutions
        if let named = request.value(of: .solution).flatMap({ knowledge.solution($0) }) { found = [named] }
        func narrow(_ keep: (Solution) -> Bool) {
            let kept = found.filter(keep)
            if !kept.isEmpty { found = kept }
        }
        if let actor { narrow { $0.actors.contains(actor) } }
        let dimensions = request.dimensions + (request.groups.isEmpty ? [] : [.diversity])
        if !dimensions.isEmpty {
            narrow { solution in
                solution.barriers.contains { id in
                    knowledge.barrier(id)?.dimensions.contains(where: dimensions.contains) ?? false
                }
            }
        }
        // What is to be done this week must take days.
        if request.horizon == .short { narrow { $0.effort == .low } }
        if let stage = request.stage {
            narrow { $0.barriers.contains { knowledge.barrier($0)?.stages.contains(stage) ?? false } }
        }
        return found.stablySorted { $0.effort.order * 3 + $0.provenance.authority.order }
    }
}

extension Authority {
    /// What the workstream said first, then what follows from it, then the rest.
    var order: Int {
        switch self {
        case .core: 0
        case .derived: 1
        case .research: 2
        }
    }
}

extension Sequence {
    /// The elements by ascending rank; equally ranked ones in the order they had.
    func stablySorted(by rank: (Element) -> Int) -> [Element] {
        enumerated()
            .map { (rank: rank($0.element), place: $0.offset, element: $0.element) }
            .sorted { ($0.rank, $0.place) < ($1.rank, $1.place) }
            .map(\.element)
    }
}
