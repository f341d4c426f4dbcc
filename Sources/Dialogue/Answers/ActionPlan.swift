public import Knowledge
public import Text

/// What a contracting organization can do over time: its actions in phases, first what to begin with.
///
/// A pure value: the same knowledge and the same wishes make the same plan, and the same first day the same dates.
public struct ActionPlan: Sendable {
    /// A way to narrow a plan.
    public enum Narrowing: String, CaseIterable, Sendable {
        /// To actions that speak to a dimension.
        case dimension
        /// To actions that change a step of a purchase.
        case stage
        /// To actions that fit within a time.
        case horizon
        /// To actions of a priority.
        case priority
    }

    /// An action of a plan, with what is known of carrying it out.
    public struct Step: Sendable, Hashable, Identifiable {
        /// The place in the whole plan, from 1.
        public let number: Int
        /// The action.
        public let action: Action
        /// The solution to begin with: the first that is not for an SME alone to carry out.
        public let solution: Solution?
        /// The main barrier of each solution that the action carries out.
        public let barriers: [Barrier]

        /// The id of the action.
        public var id: String { action.id }
    }

    /// The actions of one horizon, in their order.
    public struct Phase: Sendable, Hashable {
        /// The horizon.
        public let horizon: Horizon
        /// The actions; never empty.
        public let steps: [Step]
    }

    /// The phases that have actions, from the shortest horizon to the longest.
    public let phases: [Phase]
    /// What the plan could not be narrowed to, as no action would have been left: it was passed over.
    public let unmet: [Narrowing]
    /// The dimensions that the plan is narrowed to; none means all.
    public let dimensions: [Dimension]
    /// The steps of a purchase that the plan is narrowed to; none means all.
    public let stages: [Stage]
    /// The longest horizon that the plan is narrowed to.
    public let horizon: Horizon?
    /// The priority that the plan is narrowed to.
    public let priority: Priority?

    package let knowledge: KnowledgeBase

    /// Makes a plan of the actions that meet every wish.
    ///
    /// - Parameters:
    ///   - knowledge: Where the actions come from.
    ///   - dimensions: Keeps the actions that speak to any of these; none keeps all.
    ///   - stages: Keeps the actions that change any of these; none keeps all.
    ///   - horizon: Keeps the actions of this horizon and of shorter ones.
    ///   - priority: Keeps the actions of this priority.
    public init(
        knowledge: KnowledgeBase, dimensions: [Dimension] = [], stages: [Stage] = [], horizon: Horizon? = nil,
        priority: Priority? = nil
    ) {
        var found = knowledge.actions
        var unmet: [Narrowing] = []
        func narrow(_ narrowing: Narrowing, _ keep: (Action) -> Bool) {
            let kept = found.filter(keep)
            if kept.isEmpty { unmet.append(narrowing) } else { found = kept }
        }
        if !dimensions.isEmpty { narrow(.dimension) { $0.dimensions.contains(where: dimensions.contains) } }
        if !stages.isEmpty { narrow(.stage) { $0.stages.contains(where: stages.contains) } }
        if let horizon { narrow(.horizon) { $0.horizon <= horizon } }
        if let priority { narrow(.priority) { $0.priority == priority } }

        self.knowledge = knowledge
        self.unmet = unmet
        self.dimensions = unmet.contains(.dimension) ? [] : dimensions
        self.stages = unmet.contains(.stage) ? [] : stages
        self.horizon = unmet.contains(.horizon) ? nil : horizon
        self.priority = unmet.contains(.priority) ? nil : priority
        phases = Self.phases(of: found, for: self.dimensions, in: knowledge)
    }

    /// Those of some dimensions that no action of the knowledge base speaks to.
    public static func withoutAction(_ dimensions: [Dimension], in knowledge: KnowledgeBase) -> [Dimension] {
        dimensions.filter { dimension in !knowledge.actions.contains { $0.dimensions.contains(dimension) } }
    }

    /// The actions of all phases, in their order.
    public var steps: [Step] { phases.flatMap(\.steps) }

    /// The days from the first phase's first to the last phase's last, in a plan that begins on a day; `nil` when the
    /// plan has no action.
    public func period(from start: CivilDate) -> Period? {
        guard let first = phases.first, let last = phases.last else { return nil }
        return Period(first: first.period(from: start).first, last: last.period(from: start).last)
    }

    private static func phases(
        of actions: [Action], for dimensions: [Dimension], in knowledge: KnowledgeBase
    ) -> [Phase] {
        var phases: [Phase] = []
        var count = 0
        for horizon in Horizon.allCases {
            let ordered = actions.filter { $0.horizon == horizon }.stablySorted { action in
                // An action for one dimension speaks to it more than one for all three.
                action.priority.rawValue * 100 + (dimensions.isEmpty ? 0 : action.dimensions.count)
            }
            guard !ordered.isEmpty else { continue }
            let steps = ordered.enumerated().map { step($0.element, number: count + $0.offset + 1, in: knowledge) }
            phases.append(Phase(horizon: horizon, steps: steps))
            count += steps.count
        }
        return phases
    }

    private static func step(_ action: Action, number: Int, in knowledge: KnowledgeBase) -> Step {
        let solutions = action.solutions.compactMap { knowledge.solution($0) }
        var barriers: [Barrier] = []
        for id in solutions.compactMap(\.barriers.first) where !barriers.contains(where: { $0.id == id }) {
            if let barrier = knowledge.barrier(id) { barriers.append(barrier) }
        }
        return Step(
            number: number, action: action,
            solution: solutions.first { $0.actors.contains { $0 != .sme } }, barriers: barriers)
    }
}

extension ActionPlan {
    /// Days on end.
    public struct Period: Sendable, Hashable {
        /// The first day.
        public let first: CivilDate
        /// The last day, which still belongs to it.
        public let last: CivilDate
    }
}

extension ActionPlan.Phase {
    /// The days of the phase in a plan that begins on a day: the first six months, the twelve that follow, or the
    /// eighteen after those. They do not depend on which phases the plan has.
    public func period(from start: CivilDate) -> ActionPlan.Period {
        let months =
            switch horizon {
            case .short: (0, 6)
            case .medium: (6, 18)
            case .long: (18, 36)
            }
        return .init(first: start.adding(months: months.0), last: start.adding(months: months.1).adding(days: -1))
    }

    /// The days of each action, in the order of ``steps``: one after the other through the phase, from a working day to a working
    /// day, the longer the more effort the action takes.
    public func periods(from start: CivilDate) -> [ActionPlan.Period] {
        let whole = period(from: start)
        let days = (whole.first.number...whole.last.number).map(CivilDate.init(number:)).filter(\.isWorkingDay)
        let shares = steps.map(\.effort.share)
        let all = shares.reduce(0, +)
        var before = 0
        return shares.map { share in
            let first = before * days.count / all
            before += share
            // With more actions than days, some share a day.
            let last = max(first, before * days.count / all - 1)
            return .init(first: days[min(first, days.count - 1)], last: days[min(last, days.count - 1)])
        }
    }
}

extension ActionPlan.Step {
    /// What carrying it out takes: that of its solution; where none is known, something between.
    public var effort: Effort { solution?.effort ?? .medium }
}

extension Effort {
    /// How much of a phase it takes beside the others: what takes weeks three times what takes days, what takes months twice that.
    fileprivate var share: Int {
        switch self {
        case .low: 1
        case .medium: 3
        case .high: 6
        }
    }
}
