import Content
import Dialogue
import Kafka
import Knowledge
import Logging
import Text

/// Settings from the environment, which win over the file: `PASSERELLE_KAFKA_BOOTSTRAP_SERVERS` is `kafka.bootstrap-servers`.
///
/// A variable whose name ends in `_FILE` holds the path of a file with the value. Any property of librdkafka is
/// `PASSERELLE_KAFKA_PROPERTIES_` and its name, with `_` for each dot: `PASSERELLE_KAFKA_PROPERTIES_SASL_PASSWORD_FILE`.
struct EnvironmentVariables {
    let environment: [String: String]
    let readFile: (String) -> String?

    private static let prefix = "PASSERELLE_"
    private static let properties = "PASSERELLE_KAFKA_PROPERTIES_"
    /// Variables of the test suite, which shares the prefix.
    private static let tests = "PASSERELLE_TEST_"

    /// Applies the variables; the problems are those of the environment.
    func apply(to settings: inout Settings) -> [ContentProblem] {
        var problems: [ContentProblem] = []
        for (variable, written) in environment.sorted(by: { $0.key < $1.key })
        where variable.hasPrefix(Self.prefix) && !variable.hasPrefix(Self.tests) {
            var name = variable
            var value = written
            if name.hasSuffix("_FILE") {
                name.removeLast("_FILE".count)
                guard let content = readFile(written) else {
                    problems.append(Self.problem(variable, "the file that it names cannot be read", "Check its path."))
                    continue
                }
                value = SecretFile.content(content)
            }
            if name.hasPrefix(Self.properties) {
                let property = name.dropFirst(Self.properties.count).lowercased().replacing("_", with: ".")
                settings.service.kafka.properties[property] = value
            } else if let setter = Self.setters[name] {
                if !setter(&settings, value) {
                    let remedy = Credentials.areIn(value) ? Settings.placeOfCredentials : "See config/passerelle.yaml."
                    problems.append(Self.problem(variable, "its value cannot be used", remedy))
                }
            } else {
                let nearest = NearestName.of(name, among: Self.setters.keys.sorted())
                problems.append(
                    Self.problem(
                        variable, "no setting has that name",
                        nearest.map { "Did you mean \($0)?" }
                            ?? "Known: \(Self.setters.keys.sorted().joined(separator: ", "))."))
            }
        }
        return problems
    }

    private static func problem(_ variable: String, _ message: String, _ remedy: String) -> ContentProblem {
        ContentProblem(
            severity: .error, file: "environment", line: 1, column: 1, message: "\(variable): \(message)",
            remedy: remedy)
    }

    /// Each returns whether the value could be used.
    private typealias Setter = @Sendable (inout Settings, String) -> Bool

    private static let setters: [String: Setter] = [
        "PASSERELLE_KAFKA_BOOTSTRAP_SERVERS": { settings, value in
            settings.service.kafka.bootstrapServers = value
            return !value.isEmpty && !Credentials.areIn(value)
        },
        "PASSERELLE_SERVICE_GROUP": text(\.service.group),
        "PASSERELLE_SERVICE_INSTANCE": text(\.service.instance),
        "PASSERELLE_SERVICE_PUMPS": number(\.service.pumps),
        "PASSERELLE_SERVICE_COMMIT_QUIET_MILLISECONDS": milliseconds(\.service.commit.quiet),
        "PASSERELLE_SERVICE_COMMIT_INTERVAL_MILLISECONDS": milliseconds(\.service.commit.interval),
        "PASSERELLE_SERVICE_COMMIT_RECORDS": number(\.service.commit.records),
        "PASSERELLE_TOPICS_SUBMISSIONS": text(\.service.topics.submissions),
        "PASSERELLE_TOPICS_HANDOFFS": text(\.service.topics.handoffs),
        "PASSERELLE_TOPICS_INSIGHTS": text(\.service.topics.insights),
        "PASSERELLE_TOPICS_DEAD_LETTERS": text(\.service.topics.deadLetters),
        "PASSERELLE_TOPICS_PARTITIONS": number(\.service.topicDefaults.partitions),
        "PASSERELLE_TOPICS_REPLICATION_FACTOR": number(\.service.topicDefaults.replicationFactor),
        "PASSERELLE_CONTENT_FOLDER": text(\.contentFolder),
        "PASSERELLE_CONVERSATION_EXPIRES_AFTER": whole(ConversationExpiry.days) {
            $0.dialogue.expiry = ConversationExpiry(days: $1)
        },
        "PASSERELLE_DIALOGUE_CONTEXT_MINUTES": whole(1...10_080) { $0.dialogue.contextLifetime = Int64($1) * 60_000 },
        "PASSERELLE_DIALOGUE_HANDOFF_HOURS": whole(1...8760) { $0.dialogue.handoffLifetime = Int64($1) * 3_600_000 },
        "PASSERELLE_DIALOGUE_LONGEST_REPLY": whole(DialoguePolicy.lengths) {
            $0.dialogue.longestReply = $1
        },
        "PASSERELLE_LOG_LEVEL": { settings, value in
            guard let level = Logger.Level(rawValue: value) else { return false }
            settings.logLevel = level
            return true
        },
    ]

    private static func text(_ path: any WritableKeyPath<Settings, String> & Sendable) -> Setter {
        { settings, value in
            settings[keyPath: path] = value
            return !value.isEmpty
        }
    }

    private static func number(_ path: any WritableKeyPath<Settings, Int> & Sendable) -> Setter {
        { settings, value in
            guard let number = Int(value) else { return false }
            settings[keyPath: path] = number
            return true
        }
    }

    private static func whole(
        _ range: ClosedRange<Int>, _ set: @escaping @Sendable (inout Settings, Int) -> Void
    ) -> Setter {
        { settings, value in
            guard let number = Int(value), range.contains(number) else { return false }
            set(&settings, number)
            return true
        }
    }

    private static func milliseconds(_ path: any WritableKeyPath<Settings, Duration> & Sendable) -> Setter {
        { settings, value in
            guard let number = Int(value), number >= 0 else { return false }
            settings[keyPath: path] = .milliseconds(number)
            return true
        }
    }
}
