import Authoring
import Content
import Dialogue
import Foundation
import Knowledge
import Rendering
import Testing
import Text
import Understanding

/// Examples and phrases as tables, and back: on the real content, and on lists written in every way.
@Suite("Authoring tables")
struct AuthoringTests {
    private static let files = Result { () throws -> [ContentFile] in
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().path(percentEncoded: false)
        return try ContentFolder.files(under: root, named: "intents")
    }
    private static let tables = Result { AuthoringTables.tables(of: try files.get(), into: ContentReader()) }

    let reader = ContentReader()

    private var problems: [String] { reader.sortedProblems.map(\.description) }

    /// The rows of a table of the real content, its header first.
    private func rows(_ table: AuthoringTable) throws -> [[String]] { try rows(table, in: Self.tables.get()) }

    private func rows(_ table: AuthoringTable, in tables: [AuthoringTable: ContentFile]) throws -> [[String]] {
        try CommaSeparatedValues.rows(of: String(decoding: try #require(tables[table]).bytes, as: UTF8.self)).map {
            $0.map(CommaSeparatedValues.original)
        }
    }

    private func file(_ table: AuthoringTable, _ rows: [[String]], separator: Character = ",") -> ContentFile {
        ContentFile(
            path: table.fileName, text: CommaSeparatedValues.text(of: rows, separator: separator, cleaning: false))
    }

    /// What the lines of a changed file have that the original had not, and the other way round.
    private func difference(_ change: AuthoringChange, _ files: [ContentFile]) throws -> (new: [String], gone: [String])
    {
        let before = try #require(files.first { $0.path == change.file.path })
        let lines = [change.file, before].map {
            String(decoding: $0.bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
        }
        var new: [String] = []
        var gone: [String] = []
        for step in lines[0].difference(from: lines[1]) {
            switch step {
            case .insert(_, let line, _): new.append(String(line))
            case .remove(_, let line, _): gone.append(String(line))
            }
        }
        return (new, gone)
    }

    /// One small file after a table of its phrases.
    private func after(_ yaml: String, _ rows: [[String]]) throws -> String {
        let changes = AuthoringTables.changes(
            of: [ContentFile(path: "intents/a.yaml", text: yaml)],
            by: [.lexicon: file(.lexicon, [AuthoringTable.lexicon.columns] + rows)], into: reader)
        try #require(problems == [])
        return changes.first.map { String(decoding: $0.file.bytes, as: UTF8.self) } ?? yaml
    }

    // MARK: - The real content

    @Test("what was exported and is imported as it is changes no byte, whatever the separator and the order")
    func nothingChanges() throws {
        let files = try Self.files.get()
        #expect(AuthoringTables.changes(of: files, by: try Self.tables.get(), into: reader) == [])
        for separator in [";", "\t"] as [Character] {
            var again: [AuthoringTable: ContentFile] = [:]
            for table in AuthoringTable.allCases {
                let rows = try rows(table)
                #expect(rows.count > 1000)
                again[table] = file(table, [rows[0]] + rows.dropFirst().reversed(), separator: separator)
            }
            #expect(AuthoringTables.changes(of: files, by: again, into: reader) == [])
        }
        #expect(problems == [])
    }

    @Test("tables are what Excel reads: a byte order mark, and a header")
    func form() throws {
        let examples = try #require(try Self.tables.get()[.examples])
        #expect(examples.path == "examples.csv")
        #expect(examples.bytes.starts(with: "\u{FEFF}intent,language,example\r\n".utf8))
        let lexicon = try rows(.lexicon)
        #expect(lexicon.first == ["section", "id", "language", "phrase"])
        #expect(lexicon.contains(["entity", "group=women", "fr", "femmes"]))
        #expect(lexicon.contains(["abbreviation", "pcq", "fr", "parce que"]))
        #expect(lexicon.contains(["function-word", "", "en", "the"]))
    }

    @Test("an example added, changed or removed is that line of its file, and no other")
    func examples() throws {
        let files = try Self.files.get()
        let rows = try rows(.examples)
        let places = rows.indices.filter { rows[$0].starts(with: ["certification.cost", "fr"]) }
        let place = try #require(places.dropFirst().first { !rows[$0][2].contains("\"") })
        func change(_ rows: [[String]]) throws -> (new: [String], gone: [String]) {
            let changes = AuthoringTables.changes(of: files, by: [.examples: file(.examples, rows)], into: reader)
            #expect(problems == [])
            #expect(changes.map(\.file.path) == ["intents/certifications.yaml"])
            let change = try #require(changes.first)
            let difference = try difference(change, files)
            #expect((change.added.count, change.removed.count) == (difference.new.count, difference.gone.count))
            return difference
        }

        var edited = rows
        edited.insert(["certification.cost", "fr", "c'est tu cher, zorglubifier ma shop"], at: place)
        let added = try change(edited)
        #expect(added.new == ["        - c'est tu cher, zorglubifier ma shop"] && added.gone == [])

        edited = rows
        edited[place][2] = "Zorglub: combien?"
        let changed = try change(edited)
        #expect(changed.new == [#"        - "Zorglub: combien?""#])
        #expect(changed.gone.count == 1 && changed.gone[0].contains(rows[place][2]))

        edited = rows
        edited.remove(at: place)
        let removed = try change(edited)
        #expect(removed.new == [] && removed.gone == changed.gone)
    }

    @Test("a phrase added, changed or removed leaves the rest of its list as it was")
    func phrases() throws {
        let files = try Self.files.get()
        var rows = try rows(.lexicon)
        for list in [["concept", "how-much", "en"], ["entity", "group=women", "fr"], ["polite", "", "fr"]] {
            let places = rows.indices.filter { rows[$0].starts(with: list) }
            for place in [places[0], places[places.count / 2] + 1, places[places.count - 1] + 2] {
                rows.insert(list + ["zorglub\(place)"], at: place)
            }
        }
        let because = try #require(rows.firstIndex(of: ["abbreviation", "pcq", "fr", "parce que"]))
        rows[because][3] = "parce que, zorglub"

        let changes = AuthoringTables.changes(of: files, by: [.lexicon: file(.lexicon, rows)], into: reader)
        #expect(changes.map(\.added.count) == [3, 3, 4] && changes.map(\.removed.count) == [0, 0, 1])
        let language = try difference(try #require(changes.last), files)
        #expect(language.new.contains("    pcq: parce que, zorglub") && language.gone.contains("    pcq: parce que"))
        #expect(try changes.allSatisfy { try difference($0, files).gone.count <= 4 })

        let changed = files.map { file in changes.first { $0.file.path == file.path }?.file ?? file }
        #expect(try self.rows(.lexicon, in: AuthoringTables.tables(of: changed, into: reader)) == rows)
        let restored = AuthoringTables.changes(of: changed, by: try Self.tables.get(), into: reader)
        for change in restored {
            let original = try #require(files.first { $0.path == change.file.path })
            // A line that had become too long stays broken.
            #expect(change.file.bytes.filter { $0 > 0x20 } == original.bytes.filter { $0 > 0x20 }, "\(original.path)")
        }
        #expect(restored.map(\.removed) == changes.map(\.added))
        #expect(problems == [])
    }

    @Test("accents, quotes, separators and what YAML has a use for survive, in examples as in phrases")
    func textsSurvive() throws {
        let texts = [
            "Où est-ce, là-bas?", #"Dites « oui », "non" ou 'peut-être'"#, "prix: combien # en dollars",
            "#mot: [a, {b}]",
            "deux\nlignes", #"C:\chemin\n"#, "- tiret", "'quoi'", "yes", "null", "12.5", "e\u{301}te\u{301} 🙂",
            "a\u{2028}b\tc", "fin:", "50 %, & plus!", "*", "a;b", "?",
        ]
        let files = [
            ContentFile(
                path: "intents/a.yaml",
                text: "intents:\n  greet:\n    examples:\n      fr:\n        - un\n      en: [one]\n"),
            ContentFile(path: "intents/b.yaml", text: "polite: {fr: [un], en: [one]} # fin\n"),
        ]
        var tables: [AuthoringTable: ContentFile] = [:]
        var expected: [AuthoringTable: [[String]]] = [:]
        for (table, list) in [(AuthoringTable.examples, ["greet"]), (.lexicon, ["polite", ""])] {
            let rows = [table.columns] + (["un"] + texts).map { list + ["fr", $0] } + [list + ["en", "one"]]
            // A number is written so that a spreadsheet leaves it as it is.
            expected[table] = rows.map { $0.map { $0 == "12.5" ? "'12.5" : $0 } }
            tables[table] = file(table, rows, separator: ";")
        }
        let changes = AuthoringTables.changes(of: files, by: tables, into: reader)
        #expect(changes.map(\.added.count) == [texts.count, texts.count])
        let changed = AuthoringTables.tables(of: changes.map(\.file), into: reader)
        for table in AuthoringTable.allCases { #expect(try rows(table, in: changed) == expected[table]) }
        #expect(problems == [])
    }

    // MARK: - Ways of writing lists

    @Test("lists between brackets keep their line breaks and comments")
    func flowLists() throws {
        let yaml = """
            polite:  # les formules
              fr: [bonjour, # le matin
                salut, 'allô',
                bonsoir]  # fin
              en: [hello,]

            """
        let changed = try after(
            yaml,
            [
                ["polite", "", "fr", "salut"], ["polite", "", "fr", "coucou, toi"], ["polite", "", "fr", "bonsoir"],
                ["polite", "", "en", "hi"], ["polite", "", "en", "hello"],
            ])
        #expect(
            changed == """
                polite:  # les formules
                  fr: [ # le matin
                    salut, "coucou, toi",
                    bonsoir]  # fin
                  en: [hi, hello,]

                """)
    }

    @Test("a line that becomes too long goes on in the next, indented by two more")
    func wrapping() throws {
        let words = (1...30).map { "mot numéro \($0)" }
        let rows = words.map { ["polite", "", "fr", $0] } + [["polite", "", "en", "hello"]]
        let lines = try after("polite:\n  fr: []\n  en: [hello]\n", rows).split(separator: "\n")
        #expect(lines.count == 5 && lines.allSatisfy { $0.count <= 160 })
        #expect(lines[2].hasPrefix("    mot numéro "))
    }

    @Test("lists of lines keep their indentation and comments, whatever the line breaks")
    func blockLists() throws {
        let yaml = """
            polite:
              fr:
              - bonjour  # le matin
              # Le soir
              - "bonsoir
                à vous"
              - salut
              en:
                - hello
            """
        let rows = [
            ["polite", "", "fr", "bon matin"], ["polite", "", "fr", "salut"], ["polite", "", "en", "hello"],
            ["polite", "", "en", "hi"],
        ]
        let expected = """
            polite:
              fr:
              - bon matin  # le matin
              # Le soir
              - salut
              en:
                - hello
                - hi
            """
        #expect(try after(yaml, rows) == expected)
        #expect(
            try after(yaml.replacing("\n", with: "\r\n"), rows) == expected.replacing("\n", with: "\r\n"))
    }

    // MARK: - What is refused

    @Test("every wrong row is told with its number and a remedy, and nothing is changed")
    func wrongRows() throws {
        let files = try Self.files.get()
        let rows = try rows(.lexicon)
        let wrong = [
            ["concept", "zorglub-word", "fr", "zorglub"], ["concept", "tendr", "de", "appel"],
            ["concpt", "tender", "fr", "x"],
            ["concept", "tender", "fr", " "], ["concept", "tender"], ["polite", "tender", "fr", "x"],
        ]
        let table = file(.lexicon, rows + wrong)
        #expect(AuthoringTables.changes(of: files, by: [.lexicon: table], into: reader) == [])
        let first = rows.count + 1
        #expect(
            reader.sortedProblems.map { [$0.line, $0.column] } == [
                [first, 2], [first + 1, 2], [first + 1, 3], [first + 2, 1], [first + 3, 4], [first + 4, 2],
                [first + 5, 2],
            ])
        #expect(reader.sortedProblems.allSatisfy { $0.file == "lexicon.csv" && $0.remedy != nil })
        #expect(problems[0].contains("« zorglub-word »") && problems[0].contains("declared in a YAML file"))
        #expect(problems[1].contains("Did you mean « tender »?"))
    }

    @Test("an example of an unknown intent, of two intents, or twice of one is refused")
    func wrongExamples() throws {
        let files = try Self.files.get()
        let rows = try rows(.examples)
        let greeting = try #require(rows.first { $0.starts(with: ["greet", "fr"]) })
        for (wrong, message) in [
            (["gret", "fr", "zorglub"], "Did you mean « greet »?"),
            (["thanks", "fr", greeting[2]], "is an example of greet too"),
            (greeting, "stands in row"),
        ] {
            let reader = ContentReader()
            let table = file(.examples, rows + [wrong])
            #expect(AuthoringTables.changes(of: files, by: [.examples: table], into: reader) == [])
            #expect(reader.problems.count == 1 && reader.problems[0].line == rows.count + 1)
            #expect(reader.problems[0].description.contains(message))
        }
    }

    @Test("a table saved with a filter, without its header or in another encoding is refused")
    func wrongTables() throws {
        let files = try Self.files.get()
        let rows = try rows(.examples)
        let french = file(.examples, rows.filter { $0[1] != "en" })
        let headless = file(.examples, Array(rows.dropFirst()))
        let binary = ContentFile(path: "examples.csv", bytes: [0xE9, 0x00, 0xE8])
        let unclosed = ContentFile(path: "examples.csv", text: "intent;language;example\ngreet;fr;\"bonjour")
        for (table, message) in [
            (french, "the table has no row for the intent"), (headless, "the column « example » is missing"),
            (binary, "the table is no text"), (unclosed, "never closed"),
        ] {
            let reader = ContentReader()
            #expect(AuthoringTables.changes(of: files, by: [.examples: table], into: reader) == [])
            #expect(reader.problems.contains { $0.description.contains(message) && $0.remedy != nil })
        }
    }

    @Test("what a spreadsheet makes of numbers, and of the encoding, is no change; a change is told with its row")
    func spreadsheetSavedAgain() throws {
        let yaml = "polite:\n  fr: [51 %, \"3,50\", été]\n  en: [51%, 51 %, please]\n"
        let files = [ContentFile(path: "intents/a.yaml", text: yaml)]
        let saved =
            "section;id;language;phrase\npolite;;fr;51.00%\npolite;;fr;3.5\npolite;;fr;été\npolite;;en;51,00%\npolite;;en;51,00%\npolite;;en;"
        let windows = try #require((saved + "please\n").data(using: .windowsCP1252))
        let table = ContentFile(path: "lexicon.csv", bytes: Array(windows))
        #expect(AuthoringTables.changes(of: files, by: [.lexicon: table], into: reader) == [])
        let changed = ContentFile(path: "lexicon.csv", text: saved + "kindly\n")
        let change = try #require(AuthoringTables.changes(of: files, by: [.lexicon: changed], into: reader).first)
        #expect(change.added == ["polite in en · kindly"] && change.removed == ["polite in en · please"])
        #expect(String(decoding: change.file.bytes, as: UTF8.self).contains("fr: [51 %, \"3,50\", été]"))
        #expect(problems.isEmpty)
    }

    @Test("what a spreadsheet would take for a number or a day stands behind an apostrophe, and comes back as it was")
    func spreadsheetTexts() throws {
        let texts = [
            "51 %", "51%", "27 avril", "mars 2021", "10/10", "2021-04-27", "3 h 30", "TRUE", "1er mai", "'51 %",
            "5 avr",
            "ISO 14001", "24/7 line", "net 90", "été", "2 fois", "vrai ou faux", "=1+1", "- 3",
        ]
        let list = { (texts: [String]) in texts.map { "\"\($0)\"" }.joined(separator: ", ") }
        let files = [
            ContentFile(path: "intents/a.yaml", text: "polite:\n  fr: [\(list(texts))]\n  en: [thanks]\n")
        ]
        let table = try #require(AuthoringTables.tables(of: files, into: reader)[.lexicon])
        let cells = try CommaSeparatedValues.rows(of: String(decoding: table.bytes, as: UTF8.self)).dropFirst().map {
            $0[3]
        }
        for text in [
            "51 %", "27 avril", "mars 2021", "10/10", "2021-04-27", "3 h 30", "TRUE", "1er mai", "'51 %", "5 avr",
        ] {
            #expect(cells.contains("'" + text), "\(text)")
        }
        for text in ["ISO 14001", "24/7 line", "net 90", "été", "2 fois", "vrai ou faux"] {
            #expect(cells.contains(text))
        }
        #expect(AuthoringTables.changes(of: files, by: [.lexicon: table], into: reader) == [])
        #expect(problems.isEmpty)
    }

    @Test("a list that cannot be changed in place is told so")
    func unusualYAML() throws {
        let yaml = "polite:\n  fr: &a [oui, non]\n  en: *a\n"
        let rows = [["polite", "", "fr", "oui"], ["polite", "", "en", "oui"]]
        let changes = AuthoringTables.changes(
            of: [ContentFile(path: "intents/a.yaml", text: yaml)],
            by: [.lexicon: file(.lexicon, [AuthoringTable.lexicon.columns] + rows)], into: reader)
        #expect(changes == [])
        #expect(problems.first?.contains("by hand") == true)
    }

    // MARK: - Comma-separated values

    @Test(
        "tables are read as spreadsheets write them",
        arguments: [
            "a,b\r\n\"x, \"\"y\"\"\",\"1\n2\"\r\n", "\u{FEFF}a;b\n\"x, \"\"y\"\"\";\"1\n2\"\n",
            "a\tb\rx, \"y\"\t\"1\n2\"",
        ])
    func reading(text: String) throws {
        #expect(try CommaSeparatedValues.rows(of: text) == [["a", "b"], ["x, \"y\"", "1\n2"]])
    }

    @Test("what is written is read again")
    func writing() throws {
        let rows = [["é", "", "a,b", "c;d"], [""], ["\"", "\n", "\n\n", "\"\u{301},\u{301}"], ["", ""]]
        for separator in [",", ";", "\t"] as [Character] {
            let text = CommaSeparatedValues.text(of: rows, separator: separator)
            #expect(try CommaSeparatedValues.rows(of: text) == rows)
        }
        #expect(CommaSeparatedValues.text(of: [["a", "b c"]]) == "a,b c\r\n")
    }

    @Test("a quote out of place is told with its row and field")
    func wrongQuotes() {
        #expect(throws: CommaSeparatedValuesError.unclosedQuote(row: 2, field: 2)) {
            try CommaSeparatedValues.rows(of: "a,b\nc,\"d\n")
        }
        #expect(throws: CommaSeparatedValuesError.textAfterQuote(row: 1, field: 1)) {
            try CommaSeparatedValues.rows(of: "\"a\"b,c\n")
        }
    }
}
