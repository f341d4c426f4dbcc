public import Content
import Knowledge
public import Text
public import Understanding

/// A conversation as it should go: what a person says, and what must be so of each reply.
public struct Transcript: Sendable {
    /// What must be so of a reply; what is `nil` or empty may be anything.
    public struct Expectation: Sendable {
        public var intent: String?
        public var outcome: String
        /// Whether nothing must be said, since a person has the conversation.
        public var isSilent: Bool
        /// Further intents that the reply must answer too.
        public var also: [Intent]
        public var language: Language?
        /// Entities that must be there, by type.
        public var entities: [(type: String, value: String)]
        /// Fragments that the plain text must contain.
        public var says: [String]
        /// Fragments that the plain text must not contain.
        public var neverSays: [String]
        /// The ids of entries that the reply must rest on.
        public var references: [String]
        /// The ids of suggestions that must be offered.
        public var suggests: [String]
        /// The code with which the question must be rejected.
        public var rejected: String?
    }

    /// One question and what is expected of its reply.
    public struct Turn: Sendable {
        public var question: UserMessage
        public var expectation: Expectation
        /// How long after the turn before, in milliseconds.
        public var pause: Int64
        /// `file:line` of the turn.
        public var place: String
    }

    public var title: String
    public var turns: [Turn]

    /// Reads the conversations of a file. Problems go to `reader`.
    public static func load(_ file: ContentFile, into reader: ContentReader) -> [Transcript] {
        guard let root = reader.root(of: file)?.mapping(required: ["conversations"]) else { return [] }
        return root.items("conversations").compactMap { node in
            guard let mapping = node.mapping(required: ["title", "turns"]), let title = mapping.text("title") else {
                return nil
            }
            let turns = mapping.items("turns").enumerated().compactMap { turn($0.element, number: $0.offset + 1) }
            return Transcript(title: title, turns: turns)
        }
    }

    /// Ten years, in minutes.
    private static let longestPause = 5_256_000

    private static func turn(_ node: ContentNode, number: Int) -> Turn? {
        guard
            let mapping = node.mapping(
                required: ["expect"],
                optional: ["person", "choice", "choices", "language", "audience", "minutes-later"]),
            let expect = mapping["expect"]?.mapping(
                required: [],
                optional: [
                    "intent", "outcome", "language", "entities", "says", "never-says", "references", "suggests",
                    "rejected", "silent", "also",
                ])
        else { return nil }
        let entities = (expect["entities"]?.entries ?? []).flatMap { type, _, value in
            (value.isSequence ? value.texts() : [value.text() ?? ""]).map { (type: type, value: $0) }
        }
        return Turn(
            question: UserMessage(
                text: mapping["person"].map { $0.text() ?? "" },
                choice: mapping.text("choice"),
                choices: mapping["choices"]?.texts(),
                language: mapping["language"].flatMap { $0.value(Language.self, called: "language") },
                audience: mapping["audience"].flatMap { $0.value(Actor.self, called: "audience") },
                fingerprint: UInt64(number)),
            expectation: Expectation(
                intent: expect.text("intent"),
                outcome: expect.text("outcome") ?? Reply.Outcome.answered.rawValue,
                isSilent: expect.text("silent") == "true",
                also: expect.texts("also").compactMap(Intent.init),
                language: expect["language"].flatMap { $0.value(Language.self, called: "language") },
                entities: entities,
                says: expect.texts("says"),
                neverSays: expect.texts("never-says"),
                references: expect.texts("references"),
                suggests: expect.texts("suggests"),
                rejected: expect.text("rejected")),
            pause: Int64(mapping["minutes-later"]?.integer(in: 0...longestPause) ?? 1) * 60_000,
            place: "\(node.file):\(node.line)")
    }
}
