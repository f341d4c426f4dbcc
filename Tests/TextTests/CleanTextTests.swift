import TestTexts
import Testing
import Text

/// What is taken out of texts from outside, and what stays.
@Suite struct CleanTextTests {
    @Test(arguments: [
        "Émilie Côté-Œuvray inc. « à l'heure »", "12\u{A0}000\u{202F}$", "e\u{301}a\u{308}", "שָׁלוֹם בע\"מ", "شركة الأمل",
        "می\u{200C}خواهم", "क्\u{200D}ष", "👩🏽\u{200D}💻", "👨\u{200D}👩\u{200D}👧\u{200D}👦", "❤\u{FE0F}\u{200D}🔥",
        "1\u{FE0F}\u{20E3}",
        "🏴\u{E0067}\u{E0062}\u{E0073}\u{E0063}\u{E0074}\u{E007F}", "葛\u{E0100}城市", "ᠠ\u{180B}", "a\u{34F}\u{301}",
        "Ω≈ç√ 中文 日本語 한국어", "",
    ])
    func benignTextsStay(text: String) {
        #expect(CleanText.lines(text) == text && CleanText.line(text) == text)
    }

    @Test func everyControlCharacterAndMarkOfDirectionGoes() {
        let values =
            Array(0...0x1F) + Array(0x7F...0x9F) + [0xAD, 0x61C, 0x115F, 0x180E, 0x200B, 0x200E, 0x200F, 0x3164]
            + Array(0x2028...0x202E) + Array(0x2060...0x206F) + [
                0xFEFF, 0xFFA0, 0xFFF9, 0xFFFE, 0xFDD0, 0xE0001, 0xE0041,
            ]
        for scalar in values.compactMap(Unicode.Scalar.init) {
            let text = "a\(scalar)b"
            #expect(["ab", "a b"].contains(CleanText.line(text)), "\(scalar.value)")
            #expect(["ab", "a b", "a\nb"].contains(CleanText.lines(text)), "\(scalar.value)")
            #expect(CleanText.isHidden(scalar) == (scalar != "\n"), "\(scalar.value)")
        }
    }

    @Test(arguments: [
        ("a\u{200D}b", "ab"), ("a\u{200C}b", "ab"), ("\u{200D}👩", "👩"), ("👩\u{200D}", "👩"),
        ("pay\u{FE0F}pal", "paypal"),
        ("\u{FE0F}\u{FE0F}x", "x"), ("🏴\u{E0067}\u{E0062}x", "🏴x"), ("👍\u{FE0F}\u{FE0F}", "👍\u{FE0F}"),
        ("a\u{34F}b", "ab"),
    ])
    func whatHidesWhereNothingNeedsItGoes(text: String, clean: String) {
        #expect(CleanText.line(text) == clean)
    }

    @Test func linesAreOfOneKind() {
        #expect(CleanText.lines("a\r\nb\rc\u{2028}d\u{85}e\tf") == "a\nb\nc\nd\ne f")
        #expect(CleanText.line("a\r\nb\rc\u{2028}d\u{85}e\tf") == "a b c d e f")
    }

    @Test func theBeginningOfATextIsBoundedWhateverItIsMadeOf() {
        #expect(CleanText.line("a\nb", limit: 2) == "a " && CleanText.line("ab", limit: 2) == "ab")
        #expect(CleanText.line("👩\u{200D}💻", limit: 2) == "👩")
        let heaped = "e" + String(repeating: "\u{301}", count: 10_000)
        #expect(CleanText.line(heaped, limit: 40).unicodeScalars.count == 40)
    }

    @Test func whatIsCleanStaysClean() {
        var numbers = SeededNumbers(seed: 1)
        for _ in 0..<2000 {
            let text = HostileText.text(&numbers)
            let clean = CleanText.lines(text)
            #expect(CleanText.lines(clean) == clean && !HostileText.hasHidden(clean), "\(text.debugDescription)")
        }
    }
}
