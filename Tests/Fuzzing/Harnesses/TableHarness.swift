import Authoring
import Content
import Dialogue
import Knowledge
import Rendering
import Reports
import Text
import Understanding

/// What the table is by one byte, then the table.
enum TableHarness {
    static func run(_ input: inout FuzzInput) throws {
        let kind = input.byte() % 4
        let bytes = input.rest()
        switch kind {
        case 0: change(by: [.examples: ContentFile(path: "examples.csv", bytes: bytes)])
        case 1: change(by: [.lexicon: ContentFile(path: "lexicon.csv", bytes: bytes)])
        case 2: try harmonise(String(decoding: bytes, as: UTF8.self))
        default: try readAgain(String(decoding: bytes, as: UTF8.self))
        }
    }

    private static func change(by tables: [AuthoringTable: ContentFile]) {
        _ = AuthoringTables.changes(of: files, by: tables, into: ContentReader())
    }

    private static let matcher = Result { () throws -> QuestionMatcher in
        let engine = try Prepared.content.engine
        return QuestionMatcher(
            questions: engine.knowledge.questionnaires.flatMap(\.questions), wordings: engine.knowledge.wordings,
            interpreter: engine.interpreter)
    }

    private static func harmonise(_ text: String) throws {
        let knowledge = try Prepared.content.engine.knowledge
        let matcher = try matcher.get()
        guard let base = knowledge.questionnaires.first,
            let questionnaire = try? BuyerQuestionnaire(
                name: "a.csv", commaSeparatedValues: text, isRecognised: matcher.isRecognised)
        else { return }
        let harmonisation = Harmonisation(of: [questionnaire], with: base, knowledge: knowledge, matcher: matcher)
        for language in Language.allCases {
            _ = harmonisation.text(in: language)
            _ = harmonisation.html(in: language)
            _ = try CommaSeparatedValues.rows(of: harmonisation.commaSeparatedValues(in: language))
        }
    }

    /// What was read is read again from what is written of it, and no cell that is written can be computed.
    private static func readAgain(_ text: String) throws {
        guard let rows = try? CommaSeparatedValues.rows(of: text) else { return }
        for separator: Character in [",", ";", "\t"] {
            let written = CommaSeparatedValues.text(
                of: [["a", "b", "c", "d"]] + rows, separator: separator, cleaning: false)
            let read = try CommaSeparatedValues.rows(of: written).dropFirst()
            try BrokenPromise.check(
                read.map { $0.map(CommaSeparatedValues.original) }.elementsEqual(rows),
                "a table is read as it was written")
            for cell in read.joined() {
                try BrokenPromise.check(
                    cell.unicodeScalars.first.map { !"=+-@".unicodeScalars.contains($0) } ?? true,
                    "no cell begins as a formula")
            }
        }
    }

    /// A content as small as can be, with a list in each way of writing one.
    private static let files = [
        ContentFile(
            path: "intents/about.yaml",
            text: """
                intents:
                  - id: about.passerelle
                    title: {fr: À propos, en: About}
                    examples:
                      fr: [Qui es-tu?, "C'est quoi, Passerelle?"]
                      en:
                        - Who are you?
                        - 'What''s this?'
                """),
        ContentFile(
            path: "intents/lexicon/acts.yaml",
            text: """
                concepts:
                  - id: cost
                    fr: [coût, prix]
                    en: [cost, "price"]
                """),
    ]
}
