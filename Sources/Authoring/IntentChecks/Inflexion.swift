import Knowledge
import Text

/// Whether one word is another with an ending of its language: a plural, a feminine, a form of the verb.
///
/// The stemmer takes endings of both languages off every word, whatever its language. This tells what one language would:
/// French *faire* and English "fair" are no forms of one word, though their stem is the same.
enum Inflexion {
    /// Endings that the forms of one word have after what they share: of each line, any two.
    private static let french = endings([
        ["", "e", "s", "es"], ["", "x"], ["l", "le", "ls", "les", "ux"], ["f", "ve", "fs", "ves"],
        ["x", "se", "ses"], ["eur", "eurs", "euse", "euses", "rice", "rices"],
        [
            "e", "es", "ent", "er", "ez", "ee", "ees", "ons", "ait", "aient", "ant", "ante", "ants", "antes", "era",
            "eront", "erait", "eraient", "eriez",
        ],
        ["", "s", "t", "nent"],
        [
            "i", "ie", "is", "ies", "it", "ir", "issant", "issants", "issante", "issantes", "issent", "issait",
            "issaient",
        ],
    ])
    private static let english = endings([
        ["", "s", "es", "ed", "ing"], ["", "s", "d"], ["e", "es", "ed", "ing"], ["y", "ies", "ied", "ying"],
    ])
    /// English endings before which a last consonant is doubled: "begin", "beginning".
    private static let doubling: Set<[UInt8]> = [Array("ed".utf8), Array("ing".utf8)]
    /// What two forms of one word share at least.
    private static let leastShared = 2

    private static func endings(_ paradigms: [[String]]) -> [Set<[UInt8]>] {
        paradigms.map { Set($0.map { Array($0.utf8) }) }
    }

    /// Whether two folded words are forms of one word in a language.
    static func relates(_ one: String, _ other: String, in language: Language) -> Bool {
        let (one, other) = (Array(one.utf8), Array(other.utf8))
        let shared = zip(one, other).prefix { $0 == $1 }.count
        guard shared >= leastShared else { return false }
        let paradigms = language == .fr ? french : english
        return (leastShared...shared).contains { length in
            let (first, second) = (Array(one[length...]), Array(other[length...]))
            if paradigms.contains(where: { $0.contains(first) && $0.contains(second) }) { return true }
            return language == .en
                && (isDoubled(first, after: one[length - 1], beside: second)
                    || isDoubled(second, after: one[length - 1], beside: first))
        }
    }

    private static func isDoubled(_ ending: [UInt8], after letter: UInt8, beside other: [UInt8]) -> Bool {
        ending.first == letter && doubling.contains(Array(ending.dropFirst()))
            && (other.isEmpty || other == [UInt8(ascii: "s")])
    }
}
