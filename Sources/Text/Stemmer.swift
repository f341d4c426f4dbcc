/// A light, accent-blind stemmer for French and English at once.
///
/// One stemmer serves both languages because people mix them and because a stem must not depend on a guess about the
/// language. It removes only what inflects (plural, feminine, the endings of common conjugations), never what derives
/// a word of another meaning. Input is folded text (see ``Folding``); accents must have been folded first, for
/// people who drop them would otherwise get other stems.
package enum Stemmer {
    /// The stem of a folded word.
    package static func stem(_ word: String) -> String { String(decoding: stem(Array(word.utf8)[...]), as: UTF8.self) }

    /// The stem of a folded word. Words of three letters or fewer, and words with digits, are their own stem.
    package static func stem(_ word: ArraySlice<UInt8>) -> [UInt8] {
        var stem = Array(word)
        guard stem.count > 3, !stem.contains(where: { $0 < 0x61 }) else { return stem }
        if stem.count > 4, ends(stem, "aux"), !ends(stem, "eaux") {
            stem.removeLast(2)
            stem.append(UInt8(ascii: "l"))
        }
        if let last = stem.last, last == UInt8(ascii: "s") || last == UInt8(ascii: "x"), !ends(stem, "ss") {
            stem.removeLast()
        }
        // An English double e is part of the word: *queer* is not *que*.
        for (ending, least, replacement) in endings
        where stem.count >= least && ends(stem, ending) && !ends(stem, "eer") {
            stem.removeLast(ending.utf8CodeUnitCount)
            replacement.withUTF8Buffer { stem.append(contentsOf: $0) }
            break
        }
        if stem.count > 3, stem.last == UInt8(ascii: "e") { stem.removeLast() }
        if stem.count > 3, stem.last == UInt8(ascii: "y") { stem[stem.count - 1] = UInt8(ascii: "i") }
        if stem.count > 4, stem[stem.count - 1] == stem[stem.count - 2], stem.last != UInt8(ascii: "s") {
            stem.removeLast()
        }
        return stem
    }

    /// Endings with the least length of a word that loses them and what takes their place: longest first.
    private static let endings: [(StaticString, Int, StaticString)] = [
        ("issement", 10, ""), ("issaient", 10, ""), ("issant", 9, ""), ("issent", 9, ""), ("eraient", 9, ""),
        ("eriez", 8, ""), ("erait", 8, ""), ("aient", 8, ""), ("eront", 8, ""), ("ement", 8, ""), ("euse", 6, "eu"),
        ("rice", 7, "eur"), ("ante", 8, ""), ("ive", 6, "if"), ("ing", 6, ""), ("ied", 6, "i"), ("ait", 6, ""),
        ("ant", 7, ""), ("ont", 7, ""), ("era", 7, ""), ("ent", 8, ""), ("ee", 5, ""), ("er", 5, ""), ("ez", 5, ""),
        ("ed", 5, ""), ("ie", 6, "i"),
    ]

    private static func ends(_ word: [UInt8], _ ending: StaticString) -> Bool {
        let length = ending.utf8CodeUnitCount
        guard word.count > length else { return false }
        return ending.withUTF8Buffer { bytes in
            for index in 0..<length where word[word.count - length + index] != bytes[index] { return false }
            return true
        }
    }
}
