public import Text

/// An ordered path through the knowledge base, for an answer that no single entry holds.
public struct Guide: Sendable, Hashable, Identifiable {
    /// One step of it.
    public struct Step: Sendable, Hashable {
        /// The id, for a step that can be called alone; unique within the guide.
        public let id: String?
        /// What to do, or what to know.
        public let text: LocalizedText
        /// More on it.
        public let detail: LocalizedText?
        /// The entries that tell more.
        public let references: [EntryReference]
    }

    /// The id, stable and public.
    public let id: String
    /// A short title.
    public let title: LocalizedText
    /// What comes before the steps.
    public let intro: LocalizedText?
    /// The steps, in order.
    public let steps: [Step]
    /// What the entry rests on.
    public let provenance: Provenance

    /// The step of an id.
    public func step(_ id: String) -> Step? { steps.first { $0.id == id } }
}
