import Foundation
import Testing
import Text

/// What the program says to who runs it is there in French, as it is said.
@Suite struct TranslationTests {
    /// The sources whose texts are for who runs the program or edits content. What brokers and clients of Kafka say of themselves, and
    /// what stands in dead letters, is English for whoever reads logs.
    private static let folders = [
        "Authoring", "Bridges", "Content", "Dialogue", "Knowledge", "Questionnaires", "Rendering", "Reports", "Service",
        "Text", "Understanding", "passerelle",
    ]

    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    private static let sources = Result { () throws -> [(file: String, text: String)] in
        try folders.flatMap { folder -> [(file: String, text: String)] in
            let place = root.appending(path: "Sources/\(folder)")
            let names = FileManager.default.enumerator(atPath: place.path(percentEncoded: false))
            return try (names?.allObjects as? [String] ?? []).filter {
                $0.hasSuffix(".swift") && !$0.hasPrefix("Translations/")
            }.map { (name: String) -> (file: String, text: String) in
                (
                    "\(folder)/\(name)",
                    try String(contentsOf: place.appending(path: name), encoding: .utf8)
                )
            }
        }
    }

    @Test func everyTextOfThatKindHasItsFrench() throws {
        let opening =
            /(?:\.translated\(|\bsay\(|UnsuitedValue\(|StandardError\.print\(|(?:remedy|message): |\.report\()\s*$/
        var looked = 0
        for (file, text) in try Self.sources.get() {
            for literal in SourceLiteral.all(in: text) where text[..<literal.start].suffix(60).contains(opening) {
                let words = literal.template.replacing(/%[0-9]+/, with: "")
                guard words.contains(where: \.isLetter) else { continue }
                looked += 1
                #expect(
                    FrenchTranslations.all[literal.template] != nil, "\(file) says in English only: \(literal.template)"
                )
            }
        }
        #expect(looked > 400)
    }

    @Test func everyTranslationIsOfATextThatIsSaid() throws {
        var said: Set<String> = []
        for (_, text) in try Self.sources.get() { said.formUnion(SourceLiteral.all(in: text).map(\.template)) }
        // Words of the content, such as kinds of entries, are looked up by their names.
        for template in FrenchTranslations.all.keys where template.contains(" ") {
            #expect(said.contains(template), "nothing says any more: \(template)")
        }
    }

    @Test func aTranslationHasTheValuesOfItsText() {
        for (english, french) in FrenchTranslations.all {
            let values = { (text: String) in text.matches(of: /%[0-9]+/).map { String($0.output) }.sorted() }
            #expect(values(english) == values(french), "\(english)")
            #expect(english.split(separator: "\n").count == french.split(separator: "\n").count, "\(english)")
            #expect(english.hasSuffix(" ") == french.hasSuffix(" ") && english.hasPrefix(" ") == french.hasPrefix(" "))
        }
    }

    @Test func valuesStandWhereTheTranslationHasThem() {
        let text: TranslatableText = "« \(3) » is already in this list"
        #expect(text.text(in: .en) == "« 3 » is already in this list")
        #expect(text.text(in: .fr).contains("3") && text.text(in: .fr) != text.text(in: .en))
        let both: TranslatableText = "a \(1)" + " and \(2)"
        #expect(both.template == "a %1 and %2" && both.description == "a 1 and 2")
        let within: TranslatableText =
            "\("the list is empty" as TranslatableText): \(TranslatableText(verbatim: "100 %1 x"))"
        #expect(within.description == "the list is empty: 100 %1 x")
        #expect(("no error" as TranslatableText).text(in: .fr) == "aucune erreur")
        #expect(("never translated" as TranslatableText).text(in: .fr) == "never translated")
    }
}

/// A text in a Swift source: literals joined by `+`, as ``TranslatableText`` has them.
private struct SourceLiteral {
    let start: String.Index
    let template: String

    static func all(in text: String) -> [SourceLiteral] {
        var found: [SourceLiteral] = []
        var place = text.startIndex
        while place < text.endIndex {
            if text[place...].hasPrefix("//") {
                place = text[place...].firstIndex(of: "\n") ?? text.endIndex
            } else if text[place] == "\"" {
                place = read(text, from: place, into: &found)
            } else {
                place = text.index(after: place)
            }
        }
        return found
    }

    /// Reads literals joined by `+`, and those within their interpolations; gives the place behind them.
    private static func read(
        _ text: String, from start: String.Index, into found: inout [SourceLiteral]
    ) -> String.Index {
        var template = ""
        var values = 0
        var place = start
        while true {
            place = read(text, from: place, into: &template, &values, &found)
            guard let next = text[place...].prefixMatch(of: /\s*\+\s*(?=")/) else { break }
            place = next.range.upperBound
        }
        found.append(SourceLiteral(start: start, template: template))
        return place
    }

    /// Reads one literal; gives the place behind it.
    private static func read(
        _ text: String, from start: String.Index, into template: inout String, _ values: inout Int,
        _ found: inout [SourceLiteral]
    ) -> String.Index {
        let quote = text[start...].hasPrefix("\"\"\"") ? "\"\"\"" : "\""
        var place = text.index(start, offsetBy: quote.count)
        var literal = ""
        while place < text.endIndex, !text[place...].hasPrefix(quote) {
            if text[place...].hasPrefix("\\(") {
                values += 1
                literal += "%\(values)"
                place = end(ofInterpolation: text.index(place, offsetBy: 2), in: text, &found)
            } else if text[place] == "\\" {
                let escaped = text.index(after: place)
                // The end of a line that goes on is kept as a mark until the indentation is gone.
                literal += text[escaped] == "n" ? "\n" : text[escaped] == "\n" ? "\u{0}\n" : String(text[escaped])
                place = text.index(after: escaped)
            } else {
                literal.append(text[place])
                place = text.index(after: place)
            }
        }
        template += quote.count == 1 ? literal : withoutIndentation(literal)
        return place < text.endIndex ? text.index(place, offsetBy: quote.count) : place
    }

    private static func end(
        ofInterpolation start: String.Index, in text: String, _ found: inout [SourceLiteral]
    ) -> String.Index {
        var depth = 1
        var place = start
        while depth > 0, place < text.endIndex {
            switch text[place] {
            case "\"":
                place = read(text, from: place, into: &found)
                continue
            case "(": depth += 1
            case ")": depth -= 1
            default: break
            }
            place = text.index(after: place)
        }
        return place
    }

    private static func withoutIndentation(_ literal: String) -> String {
        var lines = literal.split(separator: "\n", omittingEmptySubsequences: false).dropFirst()
        let indentation = String(lines.popLast() ?? "")
        return lines.map { $0.hasPrefix(indentation) ? $0.dropFirst(indentation.count) : $0 }.joined(separator: "\n")
            .replacing("\u{0}\n", with: "")
    }
}
