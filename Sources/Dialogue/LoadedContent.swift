public import Content
import Knowledge
public import Understanding

/// Everything that procurement people edit, read and checked: how questions are understood, what is answered, and how.
public struct LoadedContent: Sendable {
    /// The assistant that this content makes.
    public let engine: DialogueEngine
    /// What names this content on every reply: the beginning of the SHA-256 digest of all its files.
    public let version: String
    /// What should be mended but stops nothing.
    public let warnings: [ContentProblem]

    /// Content that cannot be used: all its problems, errors and warnings, by file and line.
    public struct Unusable: Error, Sendable, CustomStringConvertible {
        public let problems: [ContentProblem]

        public var description: String { problems.map(\.description).joined(separator: "\n") }
    }

    /// Reads and checks `intents/` and `knowledge/`.
    ///
    /// - Parameters:
    ///   - intents: The path of the folder of rules, examples and lexicons.
    ///   - knowledge: The path of the folder of the knowledge base, questionnaires and answers.
    ///   - policy: How long a conversation's context holds, and how long a reply may be.
    ///   - weights: Where fitted weights are kept from one start to the next, if anywhere.
    ///   - thisYear: The last year in which a fact can have been looked up; any if left out.
    /// - Throws: ``Unusable`` with every problem there is, or ``ContentFolderError`` if a folder cannot be read.
    public static func load(
        intents: String, knowledge: String, policy: DialoguePolicy = DialoguePolicy(), weights: WeightFolder? = nil,
        thisYear: Int? = nil
    ) throws -> LoadedContent {
        try load(
            intents: ContentFolder.files(under: parent(of: intents), named: name(of: intents)),
            knowledge: ContentFolder.files(under: parent(of: knowledge), named: name(of: knowledge)), policy: policy,
            weights: weights, thisYear: thisYear)
    }

    /// Reads and checks files already in memory; `weights` and `thisYear` as above.
    ///
    /// - Throws: ``Unusable`` with every problem there is.
    public static func load(
        intents: [ContentFile], knowledge: [ContentFile], policy: DialoguePolicy = DialoguePolicy(),
        weights: WeightFolder? = nil, thisYear: Int? = nil
    ) throws(Unusable) -> LoadedContent {
        let reader = ContentReader()
        let answers = knowledge.filter { $0.path.contains("/answers/") && $0.path.hasSuffix(".yaml") }
        let entries = knowledge.filter { !$0.path.contains("/answers/") }
        let base = KnowledgeBase.load(files: entries, into: reader, thisYear: thisYear)
        let definitions = IntentDefinitions.load(
            files: intents, questionnaires: base?.questionnaires.flatMap(\.forms), guides: base?.guides.map(\.id),
            into: reader)
        let catalog = AnswerCatalog.load(files: answers, of: definitions.catalogue, into: reader)
        guard let base, !reader.hasErrors else { throw Unusable(problems: reader.sortedProblems) }
        return LoadedContent(
            engine: DialogueEngine(
                knowledge: base, definitions: definitions, catalog: catalog, policy: policy, weights: weights),
            version: String(ContentDigest(of: intents + knowledge).description.prefix(12)),
            warnings: reader.sortedProblems)
    }

    private static func parent(of path: String) -> String {
        let parts = path.split(separator: "/", omittingEmptySubsequences: true)
        let parent = parts.dropLast().joined(separator: "/")
        if path.hasPrefix("/") { return "/" + parent }
        return parent.isEmpty ? "." : parent
    }

    private static func name(of path: String) -> String {
        path.split(separator: "/", omittingEmptySubsequences: true).last.map(String.init) ?? path
    }
}
