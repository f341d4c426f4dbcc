import ArgumentParser
import Dialogue
import Knowledge
import Understanding

/// `passerelle explain`: why a text is understood as it is.
struct Explain: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Show why a text is understood as it is.",
        discussion: """
            Shows the words with what was repaired, the concepts and entities found, the first three intents with what each \
            feature gave, and the words without which another intent would have come first. Points are thousandths.

            Example:
              passerelle explain "c'est tu cher B Corp pour une ptite entreprise"
            """
    )

    @Argument(help: "The text to explain.")
    var text: String

    @Flag(name: .long, help: "Print the explanation as JSON.")
    var json = false

    @Option(name: .long, help: "The language of the conversation so far: fr or en.")
    var language: Language?

    @OptionGroup var options: SettingsOptions

    func run() throws {
        let content = try options.content(of: options.settings())
        let explanation = content.engine.interpreter.explain(text, prior: language)
        if json {
            try StandardOutput.print(json: explanation)
        } else {
            StandardOutput.print(explanation.description)
        }
    }
}
