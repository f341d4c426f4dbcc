public import Text

/// Where something that an entry says comes from.
public enum Source: Sendable, Hashable {
    /// The workstream's own text.
    case chantier
    /// What people of the trade generally know: no document backs it.
    case generalKnowledge
    /// A public page.
    case url(String)

    /// Whether a document backs it.
    public var isDocumentary: Bool { self != .generalKnowledge }
}

/// What the declared sources are called.
public struct SourceTitles: Sendable, Hashable {
    /// The workstream's text.
    public let chantier: LocalizedText
    /// Knowledge without a document.
    public let generalKnowledge: LocalizedText

    /// A source's title; a page is called by its address.
    public func title(of source: Source) -> LocalizedText {
        switch source {
        case .chantier: chantier
        case .generalKnowledge: generalKnowledge
        case .url(let address): LocalizedText(fr: address, en: address)
        }
    }
}

/// What an entry rests on.
public struct Provenance: Sendable, Hashable {
    /// Where its content comes from; never empty.
    public let sources: [Source]
    /// The year of the information, not of the last check.
    public let asOf: Int
    /// How sure it is.
    public let confidence: Confidence
    /// Whose word it is.
    public let authority: Authority

    /// Whether it must never be presented as certain: low confidence, or no documentary source.
    public var needsChecking: Bool { confidence == .low || !sources.contains(where: \.isDocumentary) }
}

/// A kind of entry that others can refer to.
public enum EntryKind: String, CaseIterable, Sendable, Codable, Hashable {
    /// A certification, register, label or other scheme.
    case certification
    /// A barrier.
    case barrier
    /// A solution.
    case solution
    /// An action of a contracting organization.
    case action
    /// A term of the glossary.
    case term
    /// A question of a questionnaire.
    case question
    /// A document that can serve as evidence.
    case document
    /// A guide.
    case guide
}

/// A reference to an entry, written `kind:id` in the files.
public struct EntryReference: Sendable, Hashable {
    /// What kind of entry.
    public let kind: EntryKind
    /// Its id, unique within the kind.
    public let id: String

    /// Creates a reference.
    public init(kind: EntryKind, id: String) {
        self.kind = kind
        self.id = id
    }
}
