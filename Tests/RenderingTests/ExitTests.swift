import Foundation
import Rendering
import TestTexts
import Testing
import Text

/// What leaves in each format, whoever wrote it.
@Suite struct ExitTests {
    private func texts(_ seed: UInt64, _ count: Int = 3000) -> [String] {
        var numbers = SeededNumbers(seed: seed)
        return (0..<count).map { _ in HostileText.text(&numbers) }
    }

    // MARK: - CommonMark

    @Test func nothingOfAPersonLivesInCommonMark() {
        for text in texts(2) {
            let markdown = MarkdownText.escaped(text)
            #expect(!HostileText.isLive(markdown: markdown), "\(text.debugDescription)")
            #expect(!HostileText.hasHidden(markdown) && !markdown.contains("\n"))
        }
    }

    @Test func allOfItCanBeReadAsItWasWritten() {
        for text in ["Acme inc.", "Émilie & fils (2020) - 50 % #1", "a_b*c", "x < y > z", "info@acme.ca", "AC/DC \\ 9"]
        {
            var scalars = Array(MarkdownText.escaped(text).unicodeScalars)[...]
            var read = String.UnicodeScalarView()
            while let scalar = scalars.popFirst() {
                if scalar == "\\", let next = scalars.first, MarkdownText.isEscapable(next) {
                    read.append(scalars.removeFirst())
                } else {
                    read.append(scalar)
                }
            }
            #expect(String(read) == text)
        }
    }

    @Test func callsForAttentionAreQuiet() {
        #expect(
            MarkdownText.quiet("@channel <!everyone> <@U1> a@b.ca (@here)")
                == "＠channel ‹!everyone> ‹＠U1> a@b.ca (＠here)")
    }

    // MARK: - HTML

    @Test func nothingOpensATagOrEndsAnAttribute() {
        for text in texts(3) {
            let markup = HTMLEscaping.escaped(text)
            #expect(!markup.contains { "<>\"'".contains($0) } && !HostileText.hasHidden(markup))
            let entities = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")]
            let read = entities.reduce(markup) { read, entity in
                read.replacingOccurrences(of: entity.0, with: entity.1, options: .literal)
            }
            #expect(read == CleanText.lines(text))
        }
    }

    // MARK: - Tables

    @Test(arguments: [
        ("=1+1", "'=1+1"), ("Acme;=1+1", "Acme;'=1+1"), ("a,\t \"-2", "a,  \"'-2"), (" @x", " '@x"),
        ("\u{FF1D}1", "'\u{FF1D}1"),
        ("a\n+1", "a\n'+1"), ("'=1", "''=1"), ("a|=1", "a|'=1"), ("a-b", "a-b"), ("O'Neil - fils", "O'Neil - fils"),
        ("=", "'="),
    ])
    func aFormulaBehindAnySeparatorIsText(cell: String, inert: String) {
        #expect(CommaSeparatedValues.inert(CleanText.lines(cell)) == inert)
    }

    @Test func noTableComputesAndEachReadsBack() throws {
        let cells = texts(4)
        for separator in [",", ";", "\t"] as [Character] {
            let rows = stride(from: 0, to: cells.count, by: 3).map { Array(cells[$0..<($0 + 3)]) }
            let table = CommaSeparatedValues.text(of: rows, separator: separator)
            #expect(!HostileText.computes(table: table))
            #expect(!HostileText.hasHidden(table.replacing("\r\n", with: "\n")) || separator == "\t")
            let read = try CommaSeparatedValues.rows(of: table).map { $0.map(CommaSeparatedValues.original) }
            #expect(read == rows.map { $0.map(CleanText.lines) })
        }
    }

    @Test func aCellIsOneForEverySpreadsheet() {
        #expect(
            CommaSeparatedValues.text(of: [["a;b", "c,d", " e", "f", "g\nh"]])
                == "\"a;b\",\"c,d\",\" e\",f,\"g\nh\"\r\n")
    }

    @Test func aLongTableIsReadInOnePass() throws {
        let table = String(repeating: "\"a\"\"b\",c;d\r\n", count: 200_000)
        #expect(try CommaSeparatedValues.rows(of: table).count == 200_000)
    }

    // MARK: - JSON

    @Test func jsonHidesNothingAndReadsTheSame() throws {
        for text in texts(5) {
            let json = JSONText.clean(try JSONEncoder().encode([text]))
            #expect(!HostileText.hasHidden(String(decoding: json, as: UTF8.self)))
            #expect(try JSONDecoder().decode([String].self, from: Data(json)) == [text])
        }
    }

    // MARK: - Credentials

    @Test(arguments: [
        ("sasl://user:pw@host:9092/1: refused", "sasl://…@host:9092/1: refused"), ("user:p@w@h:1,x:y@g", "…@h:1,…@g"),
        ("write to info@acme.ca", "write to info@acme.ca"), ("a://u@h", "a://…@h"), ("host:9092", "host:9092"),
        ("@", "@"),
    ])
    func credentialsOfAddressesAreLeftOut(text: String, redacted: String) {
        #expect(Credentials.redacted(text) == redacted)
    }
}
