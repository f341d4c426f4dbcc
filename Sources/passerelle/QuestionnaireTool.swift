import ArgumentParser
import Dialogue
import Knowledge
import Questionnaires
import Reports
import Text

/// `passerelle questionnaire`: looks at the questionnaires without answering them.
struct QuestionnaireTool: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "questionnaire", abstract: .translated("Look at a questionnaire: what it asks, and when."),
        subcommands: [Graph.self])

    /// `passerelle questionnaire graph`: the questions and which answers show which of them, as a drawing.
    struct Graph: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: .translated("Draw a questionnaire as an SVG file."),
            discussion: .translated(
                """
                The questions from top to bottom in their sections, each with its number, its type, its weight in the \
                score and whether it is required, and arrows for the answers that show further questions. The file needs \
                nothing else to be shown, and follows the light or dark colours of the reader.

                Examples:
                  passerelle questionnaire graph --output questionnaire.svg
                  passerelle questionnaire graph --form supplier-short --language en --output short.svg
                """)
        )

        @Option(
            name: .long, help: .translated("The questionnaire or its short form: supplier-common or supplier-short."))
        var form = "supplier-common"

        @Option(name: .long, help: .translated("The language of the drawing."))
        var language: Language = .fr

        @Option(
            name: .long, help: .translated("Write to this file rather than to standard output."),
            completion: .file(extensions: ["svg"]))
        var output: String?

        @OptionGroup var options: SettingsOptions

        func run() throws {
            let knowledge = try options.content(of: options.settings()).engine.knowledge
            guard let questionnaire = knowledge.questionnaire(form) else {
                let forms = knowledge.questionnaires.flatMap(\.forms).joined(separator: ", ")
                throw ValidationError(.translated("There is no form « \(form) ». Choose one of: \(forms)."))
            }
            let drawing = QuestionnaireGraph(
                of: questionnaire, form: form, language: language, vocabulary: knowledge.vocabulary
            ).svg
            try Files.write(drawing, toFileOrOutput: output)
        }
    }
}
