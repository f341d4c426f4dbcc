public import Text

/// How realistic something is for each side.
public struct Realism: Sendable, Hashable {
    /// For the SME that answers or complies.
    public let sme: RealismLevel
    /// For the buyer that asks and evaluates.
    public let buyer: RealismLevel
}

/// A criterion as it could stand in a procurement document or a policy.
public struct Criterion: Sendable, Hashable {
    /// The criterion.
    public let text: LocalizedText
    /// How realistic it is.
    public let realism: Realism
}

/// Something a contracting organization can do.
public struct Action: Sendable, Hashable, Identifiable {
    /// The id, stable and public.
    public let id: String
    /// A short title.
    public let title: LocalizedText
    /// What it consists of.
    public let description: LocalizedText
    /// How soon to take it up.
    public let priority: Priority
    /// How long it takes.
    public let horizon: Horizon
    /// The steps of a purchase that it changes.
    public let stages: [Stage]
    /// What it takes into account.
    public let dimensions: [Dimension]
    /// The solutions it carries out, by id.
    public let solutions: [String]
    /// Criteria that go with it.
    public let criteria: [Criterion]
    /// What to measure.
    public let indicator: LocalizedText
    /// Other ways people name it.
    public let aliases: LocalizedList
    /// What the entry rests on.
    public let provenance: Provenance
}
