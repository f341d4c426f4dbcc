public import Text

/// One thing known about an organization or the workstream.
public struct Fact: Sendable, Hashable, Identifiable {
    /// The id, stable.
    public let id: String
    /// The fact.
    public let text: LocalizedText
    /// The entries it concerns.
    public let references: [EntryReference]
    /// What it rests on.
    public let provenance: Provenance
}

/// The organization that held the workstream.
public struct Organisation: Sendable, Hashable, Identifiable {
    /// The id, stable.
    public let id: String
    /// The short name.
    public let name: LocalizedText
    /// The name in full.
    public let longName: LocalizedText
    /// What is known of it.
    public let facts: [Fact]
    /// What the names rest on.
    public let provenance: Provenance
}

/// A meeting of the workstream.
public struct Meeting: Sendable, Hashable, Identifiable {
    /// Whether the text ties a statement to its meeting, or the sense does.
    public enum Placement: String, CaseIterable, Sendable, Codable, Hashable {
        /// The text says it under the meeting's heading.
        case stated
        /// It was attached by its sense.
        case inferred
    }

    /// An objective or a conclusion.
    public struct Point: Sendable, Hashable {
        /// What it says.
        public let text: LocalizedText
        /// How it came to this meeting.
        public let placement: Placement
    }

    /// Something odd about a date.
    public enum DateFlag: String, CaseIterable, Sendable, Codable, Hashable {
        /// The date does not fit the order in which the meetings make sense.
        case outOfSequence = "out-of-sequence"
    }

    /// The id, stable.
    public let id: String
    /// The date as the text gives it, `YYYY-MM-DD`.
    public let date: String
    /// What is odd about it.
    public let dateFlag: DateFlag?
    /// A short title.
    public let title: LocalizedText
    /// What was to be done.
    public let objectives: [Point]
    /// What came out of it.
    public let synthesis: [Point]
    /// What the entry rests on.
    public let provenance: Provenance
}

/// A tool that was presented to the workstream.
public struct PresentedTool: Sendable, Hashable, Identifiable {
    /// The id: that of the certification it is.
    public let id: String
    /// The name it was presented by.
    public let name: LocalizedText
    /// What the text says of it.
    public let presented: LocalizedText
    /// What further reading adds.
    public let complement: LocalizedText
    /// What the entry rests on.
    public let provenance: Provenance
}

/// The SME workstream.
public struct Chantier: Sendable, Hashable, Identifiable {
    /// The id, stable.
    public let id: String
    /// The name.
    public let name: LocalizedText
    /// The years.
    public let period: String
    /// What it was.
    public let what: LocalizedText
    /// In which spirit its members worked.
    public let spirit: LocalizedText
    /// Who took part.
    public let participants: LocalizedText
    /// What its text is like, and how it was read.
    public let textState: LocalizedText
    /// What it set out to do.
    public let objectives: [Fact]
    /// What it produced.
    public let achievements: [Fact]
    /// How many meetings there were.
    public let meetingCount: LocalizedText
    /// What is odd about the dates.
    public let dateOddity: LocalizedText
    /// The meetings, in the order that makes sense.
    public let meetings: [Meeting]
    /// What it found.
    public let findings: [Fact]
    /// The tools presented to it.
    public let tools: [PresentedTool]
    /// What is not known of it.
    public let unknowns: [LocalizedText]
    /// What the priorities of the actions rest on.
    public let priorityBasis: LocalizedText
    /// What the realism of the criteria rests on.
    public let realismBasis: LocalizedText
    /// What the entry rests on.
    public let provenance: Provenance
}
