import ArgumentParser
import Rendering
import Service
import Text

/// `passerelle settings`: what can be configured, and what is.
struct ShowSettings: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "settings",
        abstract: .translated("Show every setting: what it is for, what it may be, and what is configured."),
        discussion: .translated(
            """
            A setting stands in config/passerelle.yaml under its name, or in the environment variable, which wins. With _FILE at the \
            end of its name a variable holds the path of a file with the value. Properties of librdkafka stand under \
            kafka.properties, or in PASSERELLE_KAFKA_PROPERTIES_ and their name in capitals, with _ for each dot; routes stand in \
            the file only.

            Example:
              passerelle settings --config config/passerelle.yaml
            """))

    @OptionGroup var options: SettingsOptions

    @OptionGroup var output: LanguageOptions

    func run() throws {
        let settings = try options.settings()
        let language = OutputLanguage.current
        for setting in Setting.all {
            StandardOutput.print(
                """
                \(setting.name): \(setting.value(in: settings))
                    \(setting.meaning.text(in: language))
                    \(setting.values.text(in: language))
                    \(setting.variable)
                """)
        }
    }
}
