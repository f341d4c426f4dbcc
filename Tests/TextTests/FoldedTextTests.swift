import Testing
import Text

/// Words as people type them, folded and without their inflexion.
@Suite struct FoldedTextTests {
    private func words(_ text: String) -> [String] {
        FoldedText(text).words.map { String(decoding: $0, as: UTF8.self) }
    }

    private func stem(_ word: String) -> String {
        String(decoding: FoldedText(word).words.flatMap { Stemmer.stem($0[...]) }, as: UTF8.self)
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

    @Test func placesAreThoseOfTheOriginal() throws {
        let text = "Où est l’étiquette?"
        let last = try #require(FoldedText(text).pieces.last)
        let scalars = Array(text.unicodeScalars)
        #expect(String(String.UnicodeScalarView(scalars[last.range])) == "étiquette")
    }

    @Test func sentencesAndQuestionsEnd() {
        let ends = FoldedText("Bonjour. C'est 3.5 % : ok? Merci!").pieces.map(\.end)
        #expect(ends == [.sentence, .nothing, .nothing, .sentence, .question, .sentence])
    }

    @Test(arguments: [
        ["certification", "certifications"], ["fournisseur", "fournisseurs"], ["municipal", "municipaux"],
        ["vérifier", "vérifié", "vérifiée", "vérifiées", "vérifiez"], ["innovant", "innovante", "innovants"],
        ["verified", "verify", "verifies"], ["payer", "payé", "payez", "paying"], ["company", "companies"],
    ])
    func inflectedFormsShareAStem(forms: [String]) {
        #expect(Set(forms.map(stem)).count == 1)
    }

    @Test(arguments: [
        ("queer", "que"), ("pass", "pas"), ("these", "the"), ("thanks", "than"), ("bonne", "bond"),
    ])
    func everydayWordsKeepApart(one: String, other: String) {
        #expect(stem(one) != stem(other))
    }

    @Test func anEndlessWordIsCut() {
        #expect(words(String(repeating: "a", count: 4000)).allSatisfy { $0.count <= FoldedText.longestWord })
    }
}
