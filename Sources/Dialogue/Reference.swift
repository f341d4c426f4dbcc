public import Knowledge
import Understanding

/// An entry of the knowledge base that an answer rests on.
public struct Reference: Sendable, Hashable {
    /// What tells references apart.
    struct Key: Hashable, Sendable {
        var kind: String
        var id: String
    }

    /// The kind of entry: `certification`, `barrier`, `solution`, `action`, `term`, `guide`, `questionnaire`,
    /// `organisation` or `workstream`.
    public var kind: String
    /// The id of the entry in the knowledge base.
    public var id: String
    /// The title of the entry in the language of the reply.
    public var title: String
    /// Where to read on, if there is a public page.
    public var url: String?
    /// How far the scheme can be relied on, for certifications and the like.
    public var assurance: Assurance?
    /// The year of the information.
    public var asOf: Int
    /// How sure the entry is.
    public var confidence: Confidence
    /// Whether it must be checked before one relies on it: low confidence, or no documentary source.
    public var needsChecking: Bool

    var key: Key { Key(kind: kind, id: id) }

    /// The entry as an entity, if it is one that a question can name.
    var entity: Entity? {
        EntityType(rawValue: kind).flatMap { $0.isEntry ? Entity($0, id) : nil }
    }
}
