import ArgumentParser
import Dialogue
import Knowledge
import Questionnaires
import Text
import Understanding

/// `passerelle explain`: why a text is understood as it is.
struct Explain: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: .translated("Show why a text is understood as it is."),
        discussion: .translated(
            """
            Shows the words with what was repaired, the concepts and entities found, the first three intents with what each \
            feature gave, and the words without which another intent would have come first. Points are thousandths.

            With --question, shows how a text answers that question: its clauses, and the phrases of knowledge/questionnaires/says \
            that were found in each.

            Examples:
              passerelle explain "c'est tu cher B Corp pour une ptite entreprise"
              passerelle explain --question q-waste-practices "le bac brun pis le bleu"
            """)
    )

    @Argument(help: .translated("The text to explain."))
    var text: String

    @Flag(name: .long, help: .translated("Print the explanation as JSON."))
    var json = false

    @Option(name: .long, help: .translated("The language of the conversation so far: fr or en."))
    var language: Language?

    @Option(name: .long, help: .translated("The id of a question of a questionnaire that the text answers."))
    var question: String?

    @OptionGroup var options: SettingsOptions

    func run() throws {
        let content = try options.content(of: options.settings())
        if let question {
            guard let explanation = content.engine.explain(text, answering: question) else {
                throw ValidationError(
                    .translated(
                        "No questionnaire asks \(question). The ids of the questions stand in knowledge/questionnaires."
                    ))
            }
            if json {
                try StandardOutput.print(json: explanation)
            } else {
                StandardOutput.print(explanation.text(in: OutputLanguage.current))
            }
            return
        }
        let explanation = content.engine.interpreter.explain(text, prior: language)
        if json {
            try StandardOutput.print(json: explanation)
        } else {
            StandardOutput.print(explanation.text(in: OutputLanguage.current))
        }
    }
}
