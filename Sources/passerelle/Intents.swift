import ArgumentParser
import Dialogue
import Knowledge
import Text
import Understanding

/// `passerelle intents`: what can be asked.
struct Intents: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "intents",
        abstract: .translated("List what can be asked, with what each intent takes."),
        discussion: .translated(
            """
            What a person can want, as intents/ declares it: the id that replies carry, its title in both languages, the entities \
            that change its answer, and what is special about it.

            Example:
              passerelle intents --json
            """)
    )

    @Flag(name: .long, help: .translated("Print JSON: an object with the version of the content and the intents."))
    var json = false

    @OptionGroup var options: SettingsOptions

    @OptionGroup var output: LanguageOptions

    func run() throws {
        let content = try options.content(of: options.settings())
        let intents = content.engine.interpreter.intents.all.filter(\.intent.isRecognisedFromText)
        if json {
            return try StandardOutput.print(
                json: Catalogue(content: content.version, intents: intents.map(Catalogue.Entry.init)))
        }
        for intent in intents {
            let takes = intent.takes.keys.map(\.rawValue).sorted().joined(separator: ", ")
            StandardOutput.print(
                "\(intent.intent.rawValue)  \(intent.title.fr)" + (takes.isEmpty ? "" : "  (\(takes))"))
        }
    }
}

/// The intents as integrations read them.
private struct Catalogue: Encodable {
    struct Entry: Encodable {
        var id: String
        var title: [String: String]
        var traits: [String]
        var siblings: [String]
        /// The entities that change the answer, with how each is taken.
        var takes: [String: String]
        var narrowedBy: [String]

        enum CodingKeys: String, CodingKey {
            case id, title, traits, siblings, takes
            case narrowedBy = "narrowed-by"
        }

        init(_ description: IntentDescription) {
            id = description.intent.rawValue
            title = Dictionary(uniqueKeysWithValues: Language.allCases.map { ($0.rawValue, description.title[$0]) })
            traits = description.traits.map(\.rawValue).sorted()
            siblings = description.siblings.map(\.rawValue)
            takes = Dictionary(uniqueKeysWithValues: description.takes.map { ($0.rawValue, $1.rawValue) })
            narrowedBy = description.narrowedBy
        }
    }

    /// The version of the content.
    var content: String
    var intents: [Entry]
}
