import Testing

@testable import Understanding

@Suite struct TextTests {
    private func words(_ text: String) -> [String] {
        Lexer(abbreviations: [:], vocabulary: [:]).tokens(of: text).map(\.word)
    }

    @Test(arguments: [
        ("L'entreprise d’économie sociale", ["entreprise", "economie", "sociale"]),
        ("Qu'est-ce que ça coûte?", ["est", "ce", "que", "ca", "coute"]),
        ("What's the cost? I don't know", ["what", "the", "cost", "i", "dont", "know"]),
        ("aujourd'hui, quelqu’un", ["aujourdhui", "quelquun"]),
        ("ISO14001 et Inno+", ["iso", "14001", "et", "inno", "plus"]),
        ("œuvre ŒUVRE Æ ß", ["oeuvre", "oeuvre", "ae", "ss"]),
        ("", []),
        ("  …!?  ", []),
    ])
    func textsAreSplitIntoFoldedWords(text: String, expected: [String]) {
        #expect(words(text) == expected)
    }

    @Test func decomposedAccentsAndInvisibleMarksChangeNothing() {
        #expect(words("e\u{301}coresponsable") == words("écoresponsable"))
        #expect(words("certifi\u{200B}cation\u{202E}") == ["certification"])
        #expect(words("auto\u{2011}déclaration") == words("auto-déclaration"))
    }

    @Test func placesAreThoseOfTheOriginal() {
        let text = "Où est l’étiquette?"
        let tokens = Lexer(abbreviations: [:], vocabulary: [:]).tokens(of: text)
        let scalars = Array(text.unicodeScalars)
        let last = tokens[tokens.count - 1]
        #expect(String(String.UnicodeScalarView(scalars[last.range])) == "étiquette")
    }

    @Test(arguments: [
        ["certification", "certifications"], ["fournisseur", "fournisseurs"], ["municipal", "municipaux"],
        ["vérifier", "vérifié", "vérifiée", "vérifiées", "vérifiez"], ["innovant", "innovante", "innovants"],
        ["verified", "verify", "verifies"], ["payer", "payé", "payez", "paying"], ["company", "companies"],
    ])
    func inflectedFormsShareAStem(forms: [String]) {
        let stems = Set(forms.flatMap { Lexer(abbreviations: [:], vocabulary: [:]).tokens(of: $0).map(\.stem) })
        #expect(stems.count == 1, "\(stems)")
    }

    @Test func everydayWordsKeepApart() {
        func stem(_ word: String) -> String { Token(word: Array(word.utf8), range: 0..<1).stem }
        for (one, other) in [
            ("queer", "que"), ("pass", "pas"), ("these", "the"), ("thanks", "than"), ("bonne", "bond"),
        ] {
            #expect(stem(one) != stem(other))
        }
    }

    @Test func anEndlessWordIsCut() {
        #expect(words(String(repeating: "a", count: 4000)).allSatisfy { $0.count <= Tokenizer.longestWord })
    }

    @Test func oneTypingErrorIsRepaired() {
        let vocabulary = Dictionary(
            uniqueKeysWithValues: ["certification", "fournisseur", "coute", "femmes"].map { (Array($0.utf8), 5) })
        let lexer = Lexer(abbreviations: [:], vocabulary: vocabulary)
        let repaired = lexer.tokens(of: "certifcation fournissuer coutte fammes").map(\.word)
        #expect(repaired == ["certification", "fournisseur", "coute", "femmes"])
        #expect(lexer.tokens(of: "zzz bonjour").map(\.word) == ["zzz", "bonjour"])
    }

    @Test func logarithmsAreExact() {
        #expect(FixedPoint.log2(8, over: 1) == 3 * FixedPoint.one)
        #expect(FixedPoint.log2(1, over: 2) == 0)
        #expect(FixedPoint.log2(3, over: 2) == 599)
        #expect(FixedPoint.log2(1000, over: 1) == 10204)
    }

    @Test func valuesAreFoundAsPeopleWriteThem() {
        func values(_ text: String) -> [String] {
            ValueScanner.entities(in: text).map { "\($0.type.rawValue)=\($0.value)" }
        }
        #expect(values("51 % de 25 000 $ le 2026-03-10") == ["percentage=51", "number=25000", "date=2026-03-10"])
        #expect(values("3,5 pour cent ou 1,250.75") == ["percentage=3.5", "number=1250.75"])
        #expect(values("écrire à Info@Exemple.org.") == ["email=info@exemple.org"])
        #expect(values("5e rue, ISO9001, B2B") == [])
    }
}
