import Foundation
import TestContent
import Testing

/// README.md and README.fr.md say the same, each in its language.
@Suite struct ReadmeTests {
    /// What is the same in both languages, in order.
    private struct Skeleton: Equatable {
        /// The levels of the headings.
        var headings: [Int] = []
        /// What the rows of tables begin with, where that is code.
        var rows: [String] = []
        /// The lines of code, without what is remarked behind them.
        var code: [Substring] = []
        var links: [String] = []

        init(_ name: String) throws {
            let text = try String(contentsOfFile: "\(RealContent.root)/\(name)", encoding: .utf8)
            for line in text.split(separator: "\n") {
                if line.hasPrefix("#") { headings.append(line.prefix { $0 == "#" }.count) }
                if let cell = line.firstMatch(of: /^\| (`[^|]*(?:\\\|[^|]*)*`) \|/) {
                    rows.append(String(cell.output.1))
                }
                if line.hasPrefix("    ") { code.append(line.split(separator: "  #")[0]) }
            }
            links = text.matches(of: /\]\(([^)]*)\)/).map { String($0.output.1) }.filter { !$0.hasPrefix("README") }
        }
    }

    @Test func bothHaveTheSameCommandsTablesAndLinks() throws {
        let (english, french) = (try Skeleton("README.md"), try Skeleton("README.fr.md"))
        #expect(english.rows.count > 25 && english.headings.count > 8 && english.links.count > 10)
        #expect(english.headings == french.headings)
        #expect(english.rows == french.rows)
        #expect(english.code == french.code)
        #expect(english.links.sorted() == french.links.sorted())
    }

    @Test func theyHaveEveryCommand() throws {
        let main = try String(
            contentsOfFile: "\(RealContent.root)/Sources/passerelle/Passerelle.swift", encoding: .utf8)
        let list = try #require(main.firstMatch(of: /subcommands: \[([^\]]*)\]/)).output.1
        let rows = try Skeleton("README.md").rows
        #expect(
            list.matches(of: /\w+\.self/).count
                == Set(rows.compactMap { $0.firstMatch(of: /`passerelle (\w+)/)?.output.1 }).count)
    }

    @Test func whatTheyLinkToIsThere() throws {
        for link in try Skeleton("README.fr.md").links where !link.contains("://") {
            #expect(FileManager.default.fileExists(atPath: "\(RealContent.root)/\(link)"), "\(link)")
        }
    }
}
