/// What of a reply may have changed. The raw values are what the report shows.
public enum ReplayAspect: String, Sendable, Hashable, Encodable, CaseIterable {
    case intent, outcome, language, alternatives, also, entities, references, rejection
    /// The wording, compared only when asked for.
    case text

    /// Whether the two replies differ in this.
    func differs(_ then: ReplySummary, _ now: ReplySummary) -> Bool { values(of: then) != values(of: now) }

    /// What is compared of a reply, in an order that counts.
    func values(of reply: ReplySummary) -> [String] {
        switch self {
        case .intent: [reply.intent]
        case .outcome: [reply.outcome]
        case .language: [reply.language]
        case .alternatives: reply.alternatives
        case .also: reply.also
        case .entities: reply.entities
        case .references: reply.references
        case .rejection: reply.rejection.map { [$0] } ?? []
        case .text: reply.text.map { [$0] } ?? []
        }
    }
}
