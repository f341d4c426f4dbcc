public import Knowledge

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

    let knowledge: KnowledgeBase

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

    /// The actions of all phases, in their order.
    public var steps: [Step] { phases.flatMap(\.steps) }

    /// The days from the first phase's first to the last phase's last, in a plan that begins on a day; `nil` when the
    /// plan has no action.
    public func period(from start: Day) -> Period? {
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
        public let first: Day
        /// The last day, which still belongs to it.
        public let last: Day
    }

    /// A day of the proleptic Gregorian calendar, without time or time zone.
    public struct Day: Sendable, Hashable, Comparable, CustomStringConvertible {
        /// The number of days since 1970-01-01; one of the years 0 to 9999.
        public let number: Int

        /// The years that a date may be given in, as in questions.
        public static let years = 1900...2199

        /// Creates the day nearest to a number of days since 1970-01-01.
        public init(number: Int) { self.number = min(max(number, -719_528), 2_932_896) }

        /// Creates a day from its date; `nil` if there is no such date in ``years``.
        public init?(year: Int, month: Int, day: Int) {
            guard Self.years.contains(year), (1...12).contains(month),
                (1...Self.lengthOfMonth(month, of: year)).contains(day)
            else { return nil }
            self.init(validYear: year, month: month, day: day)
        }

        /// Creates a day from a date such as `2027-01-04`; `nil` if the text is no date in ``years``.
        public init?(_ text: String) {
            let parts = text.split(separator: "-", omittingEmptySubsequences: false)
            guard parts.map(\.utf8.count) == [4, 2, 2],
                parts.allSatisfy({ $0.utf8.allSatisfy((UInt8(ascii: "0")...UInt8(ascii: "9")).contains) }),
                let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
            else { return nil }
            self.init(year: year, month: month, day: day)
        }

        /// H. Hinnant, *chrono-Compatible Low-Level Date Algorithms*, `days_from_civil`.
        private init(validYear year: Int, month: Int, day: Int) {
            let shiftedYear = month <= 2 ? year - 1 : year
            let era = shiftedYear.floorDivided(by: 400)
            let yearOfEra = shiftedYear - era * 400
            let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
            let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
            number = era * 146_097 + dayOfEra - 719_468
        }

        /// The year, the month from 1 and the day of the month from 1 (H. Hinnant, as above, `civil_from_days`).
        public var date: (year: Int, month: Int, day: Int) {
            let shifted = number + 719_468
            let era = shifted.floorDivided(by: 146_097)
            let dayOfEra = shifted - era * 146_097
            let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
            let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
            let shiftedMonth = (5 * dayOfYear + 2) / 153
            let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
            return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
        }

        /// The day some days later, or earlier.
        public func adding(days: Int) -> Day { Day(number: number + days) }

        /// The same day some months later, or the last of that month where it is shorter.
        public func adding(months: Int) -> Day {
            let (year, month, day) = date
            let months = year * 12 + month - 1 + months
            let laterYear = months.floorDivided(by: 12)
            let laterMonth = months - laterYear * 12 + 1
            return Day(
                validYear: laterYear, month: laterMonth, day: min(day, Self.lengthOfMonth(laterMonth, of: laterYear)))
        }

        /// The date as ISO 8601 writes it: `2027-01-04`.
        public var description: String { text(separator: "-") }

        /// The date as digits, `20270104` without a separator.
        func text(separator: String) -> String {
            let (year, month, day) = date
            return [(year, 4), (month, 2), (day, 2)].map { number, width in
                let digits = String(number)
                return String(repeating: "0", count: max(0, width - digits.count)) + digits
            }.joined(separator: separator)
        }

        /// Orders by which comes first.
        public static func < (left: Day, right: Day) -> Bool { left.number < right.number }

        private static func lengthOfMonth(_ month: Int, of year: Int) -> Int {
            switch month {
            case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
            case 4, 6, 9, 11: 30
            default: 31
            }
        }
    }
}

extension ActionPlan.Phase {
    /// The days of the phase in a plan that begins on a day: the first six months, the twelve that follow, or the
    /// eighteen after those. They do not depend on which phases the plan has.
    public func period(from start: ActionPlan.Day) -> ActionPlan.Period {
        let months =
            switch horizon {
            case .short: (0, 6)
            case .medium: (6, 18)
            case .long: (18, 36)
            }
        return .init(first: start.adding(months: months.0), last: start.adding(months: months.1).adding(days: -1))
    }

    /// The days of each action, in the order of ``steps``: one after the other, in parts of the phase that differ by a day
    /// at most.
    public func periods(from start: ActionPlan.Day) -> [ActionPlan.Period] {
        let whole = period(from: start)
        let length = whole.last.number - whole.first.number + 1
        return steps.indices.map { index in
            let first = index * length / steps.count
            let next = (index + 1) * length / steps.count
            // With more actions than days, some share a day.
            return .init(first: whole.first.adding(days: first), last: whole.first.adding(days: max(first, next - 1)))
        }
    }
}

extension Int {
    fileprivate func floorDivided(by divisor: Int) -> Int {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? quotient - 1 : quotient
    }
}
