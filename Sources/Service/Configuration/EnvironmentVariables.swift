import Content
import Kafka
import Text

/// Settings from the environment, which win over the file: `PASSERELLE_KAFKA_BOOTSTRAP_SERVERS` is `kafka.bootstrap-servers`.
///
/// A variable whose name ends in `_FILE` holds the path of a file with the value. Any property of librdkafka is
/// `PASSERELLE_KAFKA_PROPERTIES_` and its name, with `_` for each dot: `PASSERELLE_KAFKA_PROPERTIES_SASL_PASSWORD_FILE`.
struct EnvironmentVariables {
    let environment: [String: String]
    let readFile: (String) -> String?

    static let prefix = "PASSERELLE_"
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
                    problems.append(
                        Self.problem(variable, "the file that it names cannot be read", "Check its path."))
                    continue
                }
                value = SecretFile.content(content)
            }
            if name.hasPrefix(Self.properties) {
                let property = name.dropFirst(Self.properties.count).lowercased().replacing("_", with: ".")
                settings.service.kafka.properties[property] = value
            } else if let setting = Setting.all.first(where: { $0.variable == name }) {
                do {
                    try setting.apply(value, to: &settings)
                } catch {
                    problems.append(Self.problem(variable, error.message, error.remedy))
                }
            } else {
                let known = Setting.all.map(\.variable)
                problems.append(
                    Self.problem(
                        variable, "no setting has that name",
                        NearestName.of(name, among: known).map { "Did you mean \($0)?" }
                            ?? "Known: \(known.joined(separator: ", "))."))
            }
        }
        return problems
    }

    private static func problem(
        _ variable: String, _ message: TranslatableText, _ remedy: TranslatableText
    ) -> ContentProblem {
        ContentProblem(
            severity: .error, file: "environment", line: 1, column: 1, message: "\(variable): \(message)",
            remedy: remedy)
    }
}
