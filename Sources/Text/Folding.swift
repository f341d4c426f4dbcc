/// Folds a Unicode scalar to the lower-case ASCII that people type when they drop accents.
///
/// Precomposed and decomposed forms fold alike: a combining mark folds to nothing. Depends on no locale and no
/// version of a Unicode library, so that the same text folds to the same bytes on every machine.
package enum Folding {
    /// What one scalar becomes.
    package enum Folded: Equatable {
        /// Part of a word: one or two bytes of lower-case ASCII (`œ` is two, the second is 0 when there is one).
        case letters(UInt8, UInt8)
        /// Part of a word in a script that is not Latin.
        case foreign
        case digit(UInt8)
        case apostrophe
        case hyphen
        case plus
        case percent
        /// A combining mark, a soft hyphen, a zero-width or a directional control: as if it were not there.
        case nothing
        case separator
    }

    /// What a scalar becomes.
    package static func fold(_ scalar: Unicode.Scalar) -> Folded {
        let value = scalar.value
        if value < 0x80 { return foldASCII(UInt8(value)) }
        if value < 0x180 { return latin[Int(value) - 0x80] }
        switch value {
        case 0x0300...0x036F, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2069, 0xFE00...0xFE0F, 0xFEFF:
            return .nothing
        case 0x2018, 0x2019, 0x201B, 0x02BC, 0x02B9, 0x2032, 0xFF07:
            return .apostrophe
        case 0x2010...0x2015, 0x2212, 0xFE63, 0xFF0D:
            return .hyphen
        case 0xFF10...0xFF19:
            return .digit(UInt8(value - 0xFF10) + 0x30)
        case 0xFF21...0xFF3A:
            return .letters(UInt8(value - 0xFF21) + 0x61, 0)
        case 0xFF41...0xFF5A:
            return .letters(UInt8(value - 0xFF41) + 0x61, 0)
        default:
            return scalar.properties.isAlphabetic ? .foreign : .separator
        }
    }

    private static func foldASCII(_ byte: UInt8) -> Folded {
        switch byte {
        case 0x61...0x7A: .letters(byte, 0)
        case 0x41...0x5A: .letters(byte + 0x20, 0)
        case 0x30...0x39: .digit(byte)
        case 0x27, 0x60: .apostrophe
        case 0x2D: .hyphen
        case 0x2B: .plus
        case 0x25: .percent
        default: .separator
        }
    }

    /// U+0080 to U+017F.
    private static let latin: [Folded] = {
        var table = [Folded](repeating: .separator, count: 0x100)
        func set(_ letters: String, to ascii: StaticString) {
            let bytes = ascii.withUTF8Buffer { Array($0) }
            for scalar in letters.unicodeScalars where (0x80..<0x180).contains(scalar.value) {
                table[Int(scalar.value) - 0x80] = .letters(bytes[0], bytes.count > 1 ? bytes[1] : 0)
            }
        }
        set("ÀÁÂÃÄÅàáâãäåĀāĂăĄą", to: "a")
        set("Ææ", to: "ae")
        set("ÇçĆćĈĉĊċČč", to: "c")
        set("ĎďĐđÐð", to: "d")
        set("ÈÉÊËèéêëĒēĔĕĖėĘęĚě", to: "e")
        set("ĜĝĞğĠġĢģ", to: "g")
        set("ĤĥĦħ", to: "h")
        set("ÌÍÎÏìíîïĨĩĪīĬĭĮįİı", to: "i")
        set("Ĳĳ", to: "ij")
        set("Ĵĵ", to: "j")
        set("Ķķĸ", to: "k")
        set("ĹĺĻļĽľĿŀŁł", to: "l")
        set("ÑñŃńŅņŇňŉŊŋ", to: "n")
        set("ÒÓÔÕÖØòóôõöøŌōŎŏŐő", to: "o")
        set("Œœ", to: "oe")
        set("ŔŕŖŗŘř", to: "r")
        set("ŚśŜŝŞşŠšſ", to: "s")
        set("ß", to: "ss")
        set("ŢţŤťŦŧ", to: "t")
        set("Þþ", to: "th")
        set("ÙÚÛÜùúûüŨũŪūŬŭŮůŰűŲų", to: "u")
        set("Ŵŵ", to: "w")
        set("ÝýÿŶŷŸ", to: "y")
        set("ŹźŻżŽž", to: "z")
        table[0xAD - 0x80] = .nothing
        table[0xB4 - 0x80] = .apostrophe
        return table
    }()
}
