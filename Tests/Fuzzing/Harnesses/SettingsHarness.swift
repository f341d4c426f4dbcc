import Content
import Dialogue
import Knowledge
import Service

/// Which variable of the environment by one byte, then its value and the configuration file, cut at the first byte 255.
enum SettingsHarness {
    static func run(_ input: inout FuzzInput) throws {
        let variable = input.pick(of: variables)
        let pieces = input.pieces(atMost: 2)
        let environment = [variable: String(decoding: pieces[0], as: UTF8.self), "KAFKA_PASSWORD": secret]
        let file = pieces.count > 1 ? ContentFile(path: "passerelle.yaml", bytes: pieces[1]) : nil
        let loaded = Result { () throws(Settings.Unusable) in
            try Settings.load(file: file, environment: environment) { _ in secret }
        }
        switch loaded {
        case .success(let settings):
            try BrokenPromise.check(settings.service.problems.isEmpty, "settings that are taken have no problems")
        case .failure(let refusal):
            try BrokenPromise.check(!refusal.problems.isEmpty, "settings that are refused have problems")
            try BrokenPromise.check(!refusal.description.contains(secret), "a problem does not show a secret")
        }
    }

    private static let secret = "s3cr3t-w0rd"

    private static let variables = [
        "PASSERELLE_OTHER", "PASSERELLE_KAFKA_BOOTSTRAP_SERVERS", "PASSERELLE_KAFKA_PROPERTIES_SASL_PASSWORD",
        "PASSERELLE_SERVICE_PUMPS", "PASSERELLE_SERVICE_GROUP", "PASSERELLE_SERVICE_INSTANCE",
        "PASSERELLE_SERVICE_COMMIT_QUIET_MILLISECONDS", "PASSERELLE_TOPICS_PARTITIONS",
        "PASSERELLE_TOPICS_DEAD_LETTERS",
        "PASSERELLE_CONTENT_FOLDER", "PASSERELLE_DIALOGUE_CONTEXT_MINUTES", "PASSERELLE_DIALOGUE_LONGEST_REPLY",
        "PASSERELLE_LOG_LEVEL", "PASSERELLE_LOG_LEVEL_FILE",
    ]
}
