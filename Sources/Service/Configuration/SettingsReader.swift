import Content
import Kafka
import Text

/// Reads the configuration file.
struct SettingsReader {
    let readFile: (String) -> String?
    let environment: [String: String]

    /// Names of what has no single value: the properties of librdkafka, and the routes.
    private static let properties = "kafka.properties"
    private static let routes = "routes"
    private static let names = Setting.all.map(\.name) + [properties, routes]

    func read(_ root: ContentNode, into settings: inout Settings) { read(root, under: "", into: &settings) }

    /// Reads what stands under a prefix of names: "" or `service.commit.`.
    private func read(_ node: ContentNode, under prefix: String, into settings: inout Settings) {
        var keys: [String] = []
        for name in Self.names where name.hasPrefix(prefix) {
            let key = name.dropFirst(prefix.count).split(separator: ".").first.map(String.init) ?? ""
            if !keys.contains(key) { keys.append(key) }
        }
        guard let mapping = node.mapping(required: [], optional: keys) else { return }
        for key in keys {
            guard let value = mapping[key] else { continue }
            let name = prefix + key
            if name == Self.properties {
                for (property, _, node) in value.entries {
                    if let value = secret(node) { settings.service.kafka.properties[property] = value }
                }
            } else if name == Self.routes {
                settings.service.routes = value.items.compactMap(route)
            } else if let setting = Setting.all.first(where: { $0.name == name }) {
                apply(value, as: setting, to: &settings)
            } else {
                read(value, under: name + ".", into: &settings)
            }
        }
    }

    private func apply(_ node: ContentNode, as setting: Setting, to settings: inout Settings) {
        guard let text = node.text() else { return }
        do {
            try setting.apply(text, to: &settings)
        } catch {
            node.report(error.message, remedy: error.remedy)
        }
    }

    private func route(_ node: ContentNode) -> ServiceConfiguration.Route? {
        guard let mapping = node.mapping(required: ["name", "questions", "replies", "conversations"]),
            let name = mapping.text("name"), let questions = mapping.text("questions"),
            let replies = mapping.text("replies"), let conversations = mapping.text("conversations")
        else { return nil }
        return .init(name: name, questions: questions, replies: replies, conversations: conversations)
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
