/// What two texts that want the same thing have in common: a word, a concept, a kind of thing named, two words in a row,
/// four letters in a row.
struct Feature: Hashable, Sendable {
    enum Kind: UInt8, Sendable {
        case word = 1
        case concept
        case entity
        case pair
        case letters
    }

    private let key: UInt64

    var kind: Kind { Kind(rawValue: UInt8(key >> 60)) ?? .word }

    private init(_ kind: Kind, _ payload: UInt64) { key = UInt64(kind.rawValue) << 60 | payload }

    static func word(_ id: Int32) -> Feature { Feature(.word, UInt64(UInt32(bitPattern: id))) }
    static func concept(_ index: Int) -> Feature { Feature(.concept, UInt64(index)) }
    static func entity(_ index: Int) -> Feature { Feature(.entity, UInt64(index)) }
    static func letters(_ packed: UInt32) -> Feature { Feature(.letters, UInt64(packed)) }

    /// A name for people.
    func name(word: (Int32) -> String, concept: (Int) -> String, entity: (Int) -> String) -> String {
        let payload = key & 0x0FFF_FFFF_FFFF_FFFF
        func part(_ id: UInt64) -> String { id == Self.nameMark ? "…" : word(Int32(truncatingIfNeeded: id - 1)) }
        switch kind {
        case .word: return word(Int32(truncatingIfNeeded: payload))
        case .concept: return "#\(concept(Int(payload)))"
        case .entity: return "@\(entity(Int(payload)))"
        case .pair: return "\(part(payload >> 30))+\(part(payload & 0x3FFF_FFFF))"
        case .letters:
            return String(
                decoding: (0..<4).reversed().map { UInt8(truncatingIfNeeded: payload >> (8 * $0)) }, as: UTF8.self)
        }
    }

    private static func pair(_ first: UInt64, _ second: UInt64) -> Feature {
        Feature(.pair, (first & 0x3FFF_FFFF) << 30 | second & 0x3FFF_FFFF)
    }

    /// The features of a reading, each once, in order of appearance.
    ///
    /// - Parameter isUnknown: called for each word that nothing in the content uses.
    static func features(of reading: Reading, isUnknown: () -> Void) -> [Feature] {
        var list: [Feature] = []
        var previous: UInt64?
        var inName = false
        for index in reading.tokens.indices where !reading.isPolite[index] {
            if reading.isName[index] {
                if !inName { previous = extend(&list, previous, with: nameMark) }
                inName = true
                continue
            }
            inName = false
            let word = reading.words[index]
            if word < 0 {
                isUnknown()
                previous = nil
            } else {
                list.append(.word(word))
                previous = extend(&list, previous, with: UInt64(word) + 1)
            }
            appendLetters(of: reading.tokens[index].word.utf8, to: &list)
        }
        for concept in reading.concepts { list.append(.concept(concept)) }
        for (index, type) in EntityType.allCases.enumerated() {
            for entity in reading.entities where entity.type == type {
                let number = type == .certification ? reading.distinguished[entity.value] : nil
                list.append(.entity(number.map { $0 + firstDistinguished } ?? index))
            }
        }
        var seen: Set<Feature> = []
        return list.filter { seen.insert($0).inserted }
    }

    /// The number of the first feature that stands for one value rather than for a type.
    static let firstDistinguished = 1000

    /// Stands for any scheme's name in a pair of words.
    private static let nameMark: UInt64 = 0

    private static func extend(_ list: inout [Feature], _ previous: UInt64?, with next: UInt64) -> UInt64 {
        if let previous { list.append(.pair(previous, next)) }
        return next
    }

    /// Runs of four letters, with a mark before the word and after it: "_cer", "cert", … , "ion_".
    private static func appendLetters(of word: String.UTF8View, to list: inout [Feature]) {
        guard word.count >= 4 else { return }
        let mark = UInt32(UInt8(ascii: "_"))
        var window = mark
        var count = 1
        for byte in word {
            window = window << 8 | UInt32(byte)
            count += 1
            if count >= 4 { list.append(.letters(window)) }
        }
        list.append(.letters(window << 8 | mark))
    }
}
