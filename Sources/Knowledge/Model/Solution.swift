public import Text

/// A way around barriers.
public struct Solution: Sendable, Hashable, Identifiable {
    /// The id, stable and public.
    public let id: String
    /// A short title.
    public let title: LocalizedText
    /// The idea in a sentence.
    public let summary: LocalizedText
    /// The barriers it addresses, by id, the main one first.
    public let barriers: [String]
    /// Who must act.
    public let actors: [Actor]
    /// How much work it is.
    public let effort: Effort
    /// What to do, in order.
    public let steps: LocalizedList
    /// Schemes worth showing with it, by id.
    public let certifications: [String]
    /// Other ways people name it.
    public let aliases: LocalizedList
    /// A remark, mostly on the law.
    public let note: LocalizedText?
    /// What the entry rests on.
    public let provenance: Provenance
}
