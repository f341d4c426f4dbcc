public import Text

/// Something that keeps SMEs from the markets of large organizations.
public struct Barrier: Sendable, Hashable, Identifiable {
    /// The id, stable and public.
    public let id: String
    /// A short title.
    public let title: LocalizedText
    /// What happens, and why.
    public let explanation: LocalizedText
    /// The dimensions of the SMEs that feel it most; none means every SME.
    public let dimensions: [Dimension]
    /// On whose side the cause mostly lies.
    public let sides: [Actor]
    /// The steps where it bites.
    public let stages: [Stage]
    /// The ways people complain of it.
    public let complaints: LocalizedList
    /// What the entry rests on.
    public let provenance: Provenance
}
