/// What two texts that want the same thing have in common: a word, a concept, a kind of thing named, two words in a row,
/// three to five letters in a row.
package struct Feature: Hashable, Sendable {
    package enum Kind: UInt8, Sendable {
        case word = 1
        case concept
        case entity
        case pair
        case letters
    }

    package let key: UInt64

    package var kind: Kind { Kind(rawValue: UInt8(key >> 60)) ?? .word }

    /// - Parameters:
    ///   - kind: What it is.
    ///   - payload: What tells it from others of its kind: at most 60 bits.
    package init(_ kind: Kind, _ payload: UInt64) { key = UInt64(kind.rawValue) << 60 | payload }

    package static func word(_ stem: Int32) -> Feature { Feature(.word, UInt64(UInt32(bitPattern: stem))) }
    static func concept(_ index: Int) -> Feature { Feature(.concept, UInt64(index)) }
    static func entity(_ number: Int) -> Feature { Feature(.entity, UInt64(number)) }
    static func letters(_ packed: UInt64) -> Feature { Feature(.letters, packed) }

    /// Two words in a row, by their stems; `nil` stands for any scheme's name.
    static func pair(_ first: Int32?, _ second: Int32?) -> Feature {
        func code(_ stem: Int32?) -> UInt64 { stem.map { UInt64($0) + 1 } ?? 0 }
        return Feature(.pair, (code(first) & 0x3FFF_FFFF) << 30 | code(second) & 0x3FFF_FFFF)
    }

    /// A name for people.
    package func name(word: (Int32) -> String, concept: (Int) -> String, entity: (Int) -> String) -> String {
        let payload = key & 0x0FFF_FFFF_FFFF_FFFF
        func part(_ code: UInt64) -> String { code == 0 ? "…" : word(Int32(truncatingIfNeeded: code - 1)) }
        switch kind {
        case .word: return word(Int32(truncatingIfNeeded: payload))
        case .concept: return "#\(concept(Int(payload)))"
        case .entity: return "@\(entity(Int(payload)))"
        case .pair: return "\(part(payload >> 30))+\(part(payload & 0x3FFF_FFFF))"
        case .letters:
            return String(
                decoding: (0..<5).reversed().map { UInt8(truncatingIfNeeded: payload >> (8 * $0)) }.filter { $0 != 0 },
                as: UTF8.self)
        }
    }
}
