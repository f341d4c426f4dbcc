public import Text

/// A certification, register, initiative, label, standard, rating or platform.
public struct Certification: Sendable, Hashable, Identifiable {
    /// The id, stable and public.
    public let id: String
    /// The name.
    public let name: LocalizedText
    /// The acronym, where there is one; a few differ by language.
    public let acronym: LocalizedText?
    /// Other ways people write or say its name.
    public let aliases: LocalizedList
    /// What it is.
    public let kind: SchemeKind
    /// What it serves when it proves none of the dimensions.
    public let context: [SchemeContext]
    /// What it proves something about.
    public let dimensions: [Dimension]
    /// The groups it concerns.
    public let groups: [OwnerGroup]
    /// Whether it looks at the supplier, at the product or at both.
    public let approaches: [Approach]
    /// How far it can be relied on.
    public let assurance: Assurance
    /// Who runs it, where known.
    public let `operator`: LocalizedText?
    /// Where it holds.
    public let scope: Scope
    /// What it attests.
    public let attests: LocalizedText
    /// Who can have it, and on which criteria.
    public let eligibility: LocalizedText
    /// What a supplier shows.
    public let evidence: LocalizedText
    /// How a buyer checks it.
    public let verification: LocalizedText
    /// What it costs the supplier.
    public let cost: Cost
    /// More on the cost.
    public let costNote: LocalizedText?
    /// A frequent misunderstanding.
    public let caution: LocalizedText?
    /// Its page, where confirmed.
    public let url: String?
    /// Whether it still runs.
    public let status: Status
    /// More on the status.
    public let statusNote: LocalizedText?
    /// Whether the workstream's text names it.
    public let mentionedByChantier: Bool
    /// What the entry rests on.
    public let provenance: Provenance
}
