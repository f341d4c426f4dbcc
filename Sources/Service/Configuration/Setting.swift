public import Text

/// One thing that can be configured. Its name gives its place in the configuration file and its environment variable, and with
/// what it says of itself the documentation.
public struct Setting: Sendable {
    /// What a value may be.
    public enum Values: Sendable, Hashable {
        /// Any text but an empty one.
        case text
        /// Addresses of brokers, host:port, without credentials.
        case addresses
        /// A whole number.
        case whole(ClosedRange<Int>)
        /// One of several words.
        case words([String])
        /// The name of a zone in the time zone database.
        case zone
    }

    /// The keys that lead to it in the configuration file, with dots between: `service.commit.records`.
    public let name: String
    /// What it is for: a sentence.
    public let meaning: TranslatableText
    /// What a value may be.
    public let values: Values
    private let get: @Sendable (Settings) -> String
    private let set: @Sendable (inout Settings, String) -> Void

    /// - Parameters:
    ///   - get: What is configured, as it is written.
    ///   - set: Configures a value that is one of `values`.
    init(
        _ name: String, _ values: Values, _ meaning: TranslatableText, get: @escaping @Sendable (Settings) -> String,
        set: @escaping @Sendable (inout Settings, String) -> Void
    ) {
        self.name = name
        self.meaning = meaning
        self.values = values
        self.get = get
        self.set = set
    }

    /// The environment variable that wins over the file: `PASSERELLE_SERVICE_COMMIT_RECORDS`.
    public var variable: String {
        EnvironmentVariables.prefix + name.uppercased().replacing(".", with: "_").replacing("-", with: "_")
    }

    /// What is configured, as it is written.
    public func value(in settings: Settings) -> String { get(settings) }

    /// Configures a value.
    ///
    /// - Throws: ``Unsuited`` if it is none of ``values``; then nothing has changed.
    func apply(_ value: String, to settings: inout Settings) throws(Unsuited) {
        switch values {
        case .text where value.allSatisfy(\.isWhitespace):
            throw Unsuited(message: "the text is empty", remedy: "Write it, or remove the setting.")
        case .text: break
        case .addresses where Credentials.areIn(value):
            throw Unsuited(
                message:
                    "the addresses hold a name or a password, which has no effect there and would be shown in logs",
                remedy:
                    "Write host:port only, and the credentials as kafka.properties: sasl.username and sasl.password.")
        case .addresses where value.allSatisfy(\.isWhitespace):
            throw Unsuited(message: "the text is empty", remedy: "Write host:port, with commas between several.")
        case .addresses: break
        case .whole(let bounds):
            guard let number = Int(value), bounds.contains(number) else {
                throw Unsuited(
                    message: "« \(value) » cannot be used",
                    remedy: "Write a whole number from \(bounds.lowerBound) to \(bounds.upperBound).")
            }
        case .zone:
            guard CivilZone(name: value) != nil else {
                throw Unsuited(
                    message: "« \(value) » is no time zone that this machine knows",
                    remedy: "Write a name such as America/Toronto or America/Vancouver.")
            }
        case .words(let words):
            guard words.contains(value) else {
                throw Unsuited(
                    message: "« \(value) » cannot be used", remedy: "Write one of \(words.joined(separator: ", ")).")
            }
        }
        set(&settings, value)
    }

    /// Why a value cannot be configured.
    struct Unsuited: Error {
        let message: TranslatableText
        let remedy: TranslatableText
    }
}

extension Setting.Values {
    /// What a value may be, for who configures.
    public func text(in language: Language) -> String {
        switch self {
        case .text: language.say("Text.")
        case .addresses: language.say("host:port, with commas between several.")
        case .whole(let bounds): language.say("A whole number from \(bounds.lowerBound) to \(bounds.upperBound).")
        case .words(let words): language.say("One of \(words.joined(separator: ", ")).")
        case .zone: language.say("A name of the time zone database, such as America/Toronto.")
        }
    }
}

extension Setting {
    /// A text of the settings.
    init(
        _ name: String, _ path: any WritableKeyPath<Settings, String> & Sendable, _ meaning: TranslatableText,
        _ values: Values = .text
    ) {
        self.init(name, values, meaning, get: { $0[keyPath: path] }, set: { $0[keyPath: path] = $1 })
    }

    /// A whole number of the settings.
    init(
        _ name: String, _ path: any WritableKeyPath<Settings, Int> & Sendable, in bounds: ClosedRange<Int>,
        _ meaning: TranslatableText
    ) {
        self.init(
            name, .whole(bounds), meaning, get: { String($0[keyPath: path]) },
            set: { settings, value in Int(value).map { settings[keyPath: path] = $0 } })
    }

    /// A duration of the settings in milliseconds, that is written in a longer unit.
    init(
        _ name: String, _ path: any WritableKeyPath<Settings, Int64> & Sendable, unit: Int64,
        in bounds: ClosedRange<Int>,
        _ meaning: TranslatableText
    ) {
        self.init(
            name, .whole(bounds), meaning, get: { String($0[keyPath: path] / unit) },
            set: { settings, value in Int64(value).map { settings[keyPath: path] = $0 * unit } })
    }

    /// A duration of the settings, that is written in milliseconds.
    init(
        _ name: String, _ path: any WritableKeyPath<Settings, Duration> & Sendable, in bounds: ClosedRange<Int>,
        _ meaning: TranslatableText
    ) {
        self.init(
            name, .whole(bounds), meaning, get: { String(Int($0[keyPath: path] / .milliseconds(1))) },
            set: { settings, value in Int(value).map { settings[keyPath: path] = .milliseconds($0) } })
    }
}
