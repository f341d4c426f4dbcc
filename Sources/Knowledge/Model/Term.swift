public import Text

/// A term of the trade.
public struct Term: Sendable, Hashable, Identifiable {
    /// The id, stable and public.
    public let id: String
    /// What it is about.
    public let topic: Topic
    /// The term.
    public let term: LocalizedText
    /// Its abbreviations.
    public let abbreviations: LocalizedList
    /// What it means, in a sentence.
    public let definition: LocalizedText
    /// Other words for it.
    public let synonyms: LocalizedList
    /// What the entry rests on.
    public let provenance: Provenance
}
