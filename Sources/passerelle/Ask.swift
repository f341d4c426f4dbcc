public import ArgumentParser
import Contract
import Dialogue
import Foundation
import Knowledge
import Service
import Text

/// `passerelle ask`: one question, or questions as JSON Lines, answered without Kafka.
struct Ask: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: .translated("Answer a question, or JSON Lines from standard input, without Kafka."),
        discussion: .translated(
            """
            With "-" as the question, each line of standard input is a question object of the message contract with two \
            more fields, "conversation" (a new one for each line if left out) and "id"; each line of the output is its \
            reply object, in the same order.

            Examples:
              passerelle ask "Combien coûte B Corp?"
              passerelle ask --json --language en "They pay us at 90 days, what can we do?"
              echo '{"conversation":"a","text":"Bonjour"}' | passerelle ask -
            """)
    )

    @Argument(help: .translated("The question, or - for JSON Lines on standard input."))
    var question: String

    @Flag(name: .long, help: .translated("Print the reply object rather than its text."))
    var json = false

    @Option(
        name: .long, help: .translated("Answer in this language: fr or en. Recognised from the question if left out."))
    var language: Language?

    @OptionGroup var options: SettingsOptions

    func validate() throws {
        guard question == "-", json || language != nil else { return }
        throw ValidationError(
            .translated(
                "Each line of standard input is answered with an object, in the language of its field « language »: leave "
                    + "\(json ? "--json" : "--language") out."))
    }

    func run() throws {
        var settings = try options.settings()
        settings.dialogue.deliveries = []
        let dialogue = InMemorySession(content: try options.content(of: settings))
        if question == "-" {
            while let line = readLine(strippingNewline: true) {
                guard !line.isEmpty else { continue }
                StandardOutput.print(dialogue.answer(line: line, now: .now))
            }
            return
        }
        let asked = ClientQuestion(text: question, language: language)
        guard let reply = dialogue.answer(asked, conversation: "ask", now: .now) else { throw ExitCode.failure }
        StandardOutput.print(json ? String(decoding: reply.bytes, as: UTF8.self) : reply.text)
    }
}

extension Language: ExpressibleByArgument {}

extension Int64 {
    /// This moment, in milliseconds since 1970.
    static var now: Int64 { Int64(Date().timeIntervalSince1970 * 1000) }
}
