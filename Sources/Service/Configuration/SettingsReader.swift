import Content
import Dialogue
import Kafka
import Knowledge
import Logging
import Text

/// Reads the configuration file.
struct SettingsReader {
    let readFile: (String) -> String?
    let environment: [String: String]

    func read(_ root: ContentNode, into settings: inout Settings) {
        guard
            let file = root.mapping(
                required: [],
                optional: ["kafka", "service", "routes", "topics", "content", "conversation", "dialogue", "log"])
        else {
            return
        }
        if let kafka = file["kafka"]?.mapping(required: [], optional: ["bootstrap-servers", "properties"]) {
            if let servers = kafka.text("bootstrap-servers") {
                if Credentials.areIn(servers) {
                    kafka["bootstrap-servers"]?.report(
                        "the addresses hold a name or a password, which has no effect there and would be shown in logs",
                        remedy: Settings.placeOfCredentials)
                }
                settings.service.kafka.bootstrapServers = servers
            }
            for (name, _, node) in kafka["properties"]?.entries ?? [] {
                if let value = secret(node) { settings.service.kafka.properties[name] = value }
            }
        }
        if let service = file["service"]?.mapping(required: [], optional: ["group", "instance", "pumps", "commit"]) {
            if let group = service.text("group") { settings.service.group = group }
            if let instance = service.text("instance") { settings.service.instance = instance }
            if let pumps = service["pumps"]?.integer(in: 1...64) { settings.service.pumps = pumps }
            if let commit = service["commit"]?.mapping(
                required: [], optional: ["quiet-milliseconds", "interval-milliseconds", "records"])
            {
                if let quiet = commit["quiet-milliseconds"]?.integer(in: 0...5000) {
                    settings.service.commit.quiet = .milliseconds(quiet)
                }
                if let interval = commit["interval-milliseconds"]?.integer(in: 0...5000) {
                    settings.service.commit.interval = .milliseconds(interval)
                }
                if let records = commit["records"]?.integer(in: 1...100_000) {
                    settings.service.commit.records = records
                }
            }
        }
        if let routes = file["routes"] { settings.service.routes = routes.items.compactMap(route) }
        if let topics = file["topics"] { readTopics(topics, into: &settings) }
        if let content = file["content"]?.mapping(required: [], optional: ["folder"]),
            let folder = content.text("folder")
        {
            settings.contentFolder = folder
        }
        if let conversation = file["conversation"]?.mapping(required: [], optional: ["expires-after"]),
            let days = conversation["expires-after"]?.integer(in: ConversationExpiry.days)
        {
            settings.dialogue.expiry = ConversationExpiry(days: days)
        }
        if let dialogue = file["dialogue"] { readDialogue(dialogue, into: &settings) }
        if let log = file["log"]?.mapping(required: [], optional: ["level"]),
            let level = log["level"]?.value(Logger.Level.self, called: "log level")
        {
            settings.logLevel = level
        }
    }

    private func readDialogue(_ node: ContentNode, into settings: inout Settings) {
        guard
            let dialogue = node.mapping(
                required: [], optional: ["context-minutes", "handoff-hours", "longest-reply"])
        else { return }
        if let minutes = dialogue["context-minutes"]?.integer(in: 1...10_080) {
            settings.dialogue.contextLifetime = Int64(minutes) * 60_000
        }
        if let hours = dialogue["handoff-hours"]?.integer(in: 1...8760) {
            settings.dialogue.handoffLifetime = Int64(hours) * 3_600_000
        }
        if let characters = dialogue["longest-reply"]?.integer(in: DialoguePolicy.lengths) {
            settings.dialogue.longestReply = characters
        }
    }

    private func route(_ node: ContentNode) -> ServiceConfiguration.Route? {
        guard let mapping = node.mapping(required: ["name", "questions", "replies", "conversations"]),
            let name = mapping.text("name"), let questions = mapping.text("questions"),
            let replies = mapping.text("replies"), let conversations = mapping.text("conversations")
        else { return nil }
        return .init(name: name, questions: questions, replies: replies, conversations: conversations)
    }

    private func readTopics(_ node: ContentNode, into settings: inout Settings) {
        guard
            let topics = node.mapping(
                required: [],
                optional: ["submissions", "handoffs", "insights", "dead-letters", "partitions", "replication-factor"])
        else { return }
        if let name = topics.text("submissions") { settings.service.topics.submissions = name }
        if let name = topics.text("handoffs") { settings.service.topics.handoffs = name }
        if let name = topics.text("insights") { settings.service.topics.insights = name }
        if let name = topics.text("dead-letters") { settings.service.topics.deadLetters = name }
        if let count = topics["partitions"]?.integer(in: 1...10_000) {
            settings.service.topicDefaults.partitions = count
        }
        if let count = topics["replication-factor"]?.integer(in: 1...100) {
            settings.service.topicDefaults.replicationFactor = count
        }
    }

    /// A value as written, or where to find it: `{file: /run/secrets/password}` or `{environment: KAFKA_PASSWORD}`.
    private func secret(_ node: ContentNode) -> String? {
        guard node.isMapping else { return node.text() }
        guard let place = node.mapping(required: [], optional: ["file", "environment"]) else { return nil }
        if let path = place.text("file") {
            if let text = readFile(path) { return SecretFile.content(text) }
            node.report("the file « \(path) » cannot be read", remedy: "Check its path and that this user may read it.")
        } else if let name = place.text("environment") {
            if let text = environment[name] { return text }
            node.report("the environment variable « \(name) » is not set", remedy: "Set it, or write the value here.")
        } else {
            node.report(
                "neither file nor environment is given", remedy: "Write for instance {file: /run/secrets/password}.")
        }
        return nil
    }
}

/// Files that hold one secret.
enum SecretFile {
    /// The secret: the content without the line break that editors leave at the end.
    static func content(_ text: String) -> String {
        var text = text
        while text.last?.isNewline == true { text.removeLast() }
        return text
    }
}
