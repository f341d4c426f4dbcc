import ArgumentParser
import Kafka
import Knowledge
import Logging
import Rendering
import Service
import Text

/// `passerelle topics`: the topics that the configuration needs.
struct Topics: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: .translated("Create or describe the topics that the configuration needs."),
        subcommands: [Create.self, Describe.self])

    /// `passerelle topics create`.
    struct Create: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: .translated("Create the topics that are missing."),
            discussion: .translated(
                """
                Topics that exist are left as they are. New ones get the partitions and replicas of the configuration \
                (topics.partitions, topics.replication-factor); conversation topics are compacted and get as many \
                partitions as their questions.
                """))

        @OptionGroup var options: SettingsOptions

        @OptionGroup var output: LanguageOptions

        func run() async throws {
            let settings = try options.settings()
            let lines = try await KafkaThread.run(name: "topics") { () throws -> [String] in
                let admin = try Admin(settings.service.kafka, logger: settings.logger())
                defer { admin.close(timeout: .seconds(2)) }
                let missing = TopicPlan(settings.service).missing(from: try admin.topics(timeout: Topics.patience))
                for topic in missing { try admin.create(topic, timeout: Topics.patience) }
                return missing.map { .translated("created \($0.name) (\($0.partitions) partitions)") }
            }
            StandardOutput.print(lines.isEmpty ? .translated("Every topic exists.") : lines.joined(separator: "\n"))
        }
    }

    /// `passerelle topics describe`.
    struct Describe: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: .translated("Show the topics that the configuration needs, and what is wrong with them."))

        @OptionGroup var options: SettingsOptions

        @OptionGroup var output: LanguageOptions

        func run() async throws {
            let settings = try options.settings()
            let plan = TopicPlan(settings.service)
            let existing = try await KafkaThread.run(name: "topics") { () throws -> [String: TopicDescription] in
                let admin = try Admin(settings.service.kafka, logger: settings.logger())
                defer { admin.close(timeout: .seconds(2)) }
                return try admin.topics(timeout: Topics.patience)
            }
            var table = TextTable([.left, .left])
            for topic in plan.topics {
                let state = existing[topic.name].map { topic -> TranslatableText in
                    "\(topic.partitions) partitions, \(topic.replicationFactor) replicas"
                }
                table.add([topic.name, "\(topic.role.rawValue): \(String.translated(state ?? "missing"))"])
            }
            StandardOutput.print(table.description)
            let problems = plan.problems(with: existing)
            guard problems.isEmpty else {
                problems.forEach(StandardError.print)
                throw ExitCode.failure
            }
        }
    }

    /// How long the cluster may take to answer.
    private static let patience = Duration.seconds(15)
}
