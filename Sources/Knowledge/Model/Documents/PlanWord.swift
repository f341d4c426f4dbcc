/// What an action plan says of its own; all else in it is the knowledge base's.
package enum PlanWord: String, DocumentWord {
    case plan, actions
    case oneAction = "one-action"
    case labelled
    case limitedTo = "limited-to"
    case proposal, proposed, days
    case toCheck = "to-check"
    case informationFrom = "information-from"
    case provenance, phase, number, action, description, barriers, priority, dimensions, stages
    case firstStep = "first-step"
    case indicator, effort, actors, start, end, authority, sources
    case asOf = "as-of"
    case confidence, checking

    package static let document = "plan"

    package var fields: [String] {
        switch self {
        case .actions: ["count"]
        case .labelled: ["label", "text"]
        case .days: ["first", "last"]
        case .informationFrom: ["year"]
        default: []
        }
    }
}
