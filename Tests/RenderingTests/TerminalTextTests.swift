import Rendering
import Testing
import Text

@Suite struct TerminalTextTests {
    @Test func linesBreakBetweenWords() {
        let text = "Quelle est la forme juridique de votre organisation au Québec?"
        let lines = TerminalText.wrapped(text, to: 30).split(separator: "\n")
        #expect(lines == ["Quelle est la forme juridique", "de votre organisation au", "Québec?"])
        #expect(TerminalText.wrapped(text, to: 80) == text)
        #expect(TerminalText.wrapped("un\n\ndeux", to: 30) == "un\n\ndeux")
    }

    @Test(arguments: [
        ("• ", "  "), ("- ", "  "), ("1. ", "   "), ("12. ", "    "), ("  • ", "    "), ("  3) ", "     "),
        ("  ", "  "),
    ])
    func itemsHang(marker: String, hang: String) {
        let lines = TerminalText.wrapped(marker + "Entreprise individuelle ou travail autonome", to: 30)
            .split(separator: "\n")
        #expect(lines.count == 2 && lines[0].hasPrefix(marker + "Entreprise"))
        #expect(lines[1].hasPrefix(hang) && lines[1].dropFirst(hang.count).first?.isLetter == true)
    }

    @Test func addressesAreNeverBroken() {
        let address = "https://unece.org/trade/publications/recommendation-43-sustainable-procurement-ecetrade451"
        let lines = TerminalText.wrapped("  Base commune: \(address), et autre chose encore", to: 40)
            .split(separator: "\n")
        #expect(lines.contains { $0.contains(address) })
    }

    @Test func nonBreakingSpacesHold() {
        #expect(
            TerminalText.wrapped("Dites ce que vous voulez : «\u{A0}au\u{A0}revoir\u{A0}»", to: 30)
                == "Dites ce que vous voulez :\n«\u{A0}au\u{A0}revoir\u{A0}»")
    }

    @Test(arguments: [
        ("abc", 3), ("é", 1), ("e\u{301}", 1), ("日本", 4), ("한국", 4), ("👍", 2), ("👨‍👩‍👧", 2), ("❤️", 2), ("ｆｕｌｌ", 8), ("", 0),
        ("\u{1B}[36mabc\u{1B}[0m", 3), ("a\u{200B}b", 2),
    ])
    func cellsAreCountedAsATerminalDoes(text: String, cells: Int) {
        #expect(TerminalText.width(of: text) == cells)
    }

    @Test func noLineIsWiderThanTheTerminalUnlessAWordIs() {
        let text = "日本 はい 我们 向 大型 组织 销售 家具 👍 と サービス を 提供 して います \u{1B}[2mtrès discret\u{1B}[0m ensuite"
        for width in TerminalText.least...60 {
            let wrapped = TerminalText.wrapped(text, to: width)
            #expect(wrapped.split(separator: "\n").allSatisfy { TerminalText.width(of: $0) <= width })
            #expect(wrapped.replacing("\n", with: " ") == text)
        }
    }
}
