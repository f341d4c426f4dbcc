import Testing
import Text

/// Distances and hashes of words.
@Suite struct WordTests {
    @Test(arguments: [
        ("", "", 0), ("", "abc", 3), ("abc", "", 3), ("fournisseur", "fournisseur", 0),
        ("fournisseur", "fournisseurs", 1),
        ("fornisseur", "fournisseur", 1), ("fuornisseur", "fournisseur", 1), ("fourmisseur", "fournisseur", 1),
        ("certificat", "certitude", 5), ("ca", "abc", 3),
    ])
    func aDistanceCountsTypingErrors(one: String, other: String, distance: Int) {
        #expect(EditDistance.alignment(Array(one.utf8)[...], Array(other.utf8)[...]) == distance)
        #expect(EditDistance.alignment(Array(other.utf8)[...], Array(one.utf8)[...]) == distance)
    }

    /// The vectors that its authors publish.
    @Test(
        arguments: [
            ("", 0xcbf2_9ce4_8422_2325), ("a", 0xaf63_dc4c_8601_ec8c), ("foobar", 0x8594_4171_f739_67e8),
        ] as [(String, UInt64)])
    func aHashIsThatOfTheAlgorithm(text: String, value: UInt64) {
        var hash = FNV1a()
        hash.add(text.utf8)
        #expect(hash.value == value)
    }
}
