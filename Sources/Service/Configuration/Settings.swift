public import Content
public import Dialogue
import Kafka
import Knowledge
public import Logging

/// Everything a person configures, read from a file and from the environment.
public struct Settings: Sendable, Hashable {
    /// The cluster, the topics, and how the service works with them.
    public var service: ServiceConfiguration
    /// The folder that holds `intents/` and `knowledge/`; relative to where the program runs.
    public var contentFolder: String
    /// How long a conversation's context holds, and how long a reply may be.
    public var dialogue: DialoguePolicy
    /// How much is logged.
    public var logLevel: Logger.Level

    /// What is used where nothing is configured: the topics of the message contract on a broker of this machine.
    public static let standard = Settings(
        service: ServiceConfiguration(
            kafka: KafkaConfiguration(bootstrapServers: "127.0.0.1:9092"),
            group: "passerelle",
            instance: "1",
            routes: [
                .init(
                    name: "public", questions: "passerelle.questions", replies: "passerelle.replies",
                    conversations: "passerelle.conversations")
            ],
            topics: .init(
                submissions: "passerelle.submissions", handoffs: "passerelle.handoffs", insights: "passerelle.insights",
                deadLetters: "passerelle.dead-letters"),
            topicDefaults: .init(partitions: 4, replicationFactor: 1)
        ),
        contentFolder: ".",
        dialogue: DialoguePolicy(),
        logLevel: .info
    )

    /// Settings that cannot be used: all their problems.
    public struct Unusable: Error, Sendable, CustomStringConvertible {
        /// Each with its place.
        public let problems: [ContentProblem]

        public var description: String { problems.map(\.description).joined(separator: "\n") }
    }

    /// Reads the settings.
    ///
    /// - Parameters:
    ///   - file: The configuration file, or `nil` to start from ``standard``.
    ///   - environment: Variables whose names begin with `PASSERELLE_` win over the file.
    ///   - readFile: Reads a file that holds a secret, given its path; `nil` if it cannot be read.
    /// - Throws: ``Unusable`` with every problem there is.
    public static func load(
        file: ContentFile?, environment: [String: String], readFile: @escaping (String) -> String?
    ) throws(Unusable) -> Settings {
        let reader = ContentReader()
        var settings = standard
        if let file, let root = reader.root(of: file) {
            SettingsReader(readFile: readFile, environment: environment).read(root, into: &settings)
        }
        var problems = reader.sortedProblems
        problems += EnvironmentVariables(environment: environment, readFile: readFile).apply(to: &settings)
        if problems.isEmpty {
            problems = settings.service.problems.map {
                ContentProblem(
                    severity: .error, file: file?.path ?? "configuration", line: 1, column: 1, message: $0, remedy: nil)
            }
        }
        guard problems.isEmpty else { throw Unusable(problems: problems) }
        return settings
    }
}
