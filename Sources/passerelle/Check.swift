import ArgumentParser
import Dialogue
import Knowledge

/// `passerelle check`: reads and checks the content and the configuration.
struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Check the content and the configuration, and list every problem.",
        discussion: """
            Prints each problem with its file, line and column, what is wrong and how to mend it. Errors end with status \
            78; warnings do not.
            """
    )

    @OptionGroup var options: SettingsOptions

    func run() throws {
        let content = try options.content(of: options.settings())
        for warning in content.warnings { StandardError.print(warning.description) }
        StandardOutput.print(
            "Configuration and content \(content.version): no error, \(content.warnings.count) warnings.")
    }
}
