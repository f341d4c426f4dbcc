import Knowledge

/// A text with everything the lexicon knows in it.
struct Reading {
    let tokens: [Token]
    /// The id of each token's stem; -1 for a word that nothing in the content uses.
    let words: [Int32]
    /// Concepts present, by index, in order of first appearance.
    private(set) var concepts: [Int] = []
    /// Concepts present in words of politeness only.
    private(set) var politeConcepts: [Int] = []
    private(set) var entities: [Entity] = []
    /// The values that rules speak of by name, numbered: they stand for themselves, not for any value of their type.
    let distinguished: [String: Int]
    /// For each token, whether it is part of a scheme's name. Such words say which scheme, never what is wanted of it.
    private(set) var isName: [Bool]
    /// For each token, whether it is only politeness.
    private(set) var isPolite: [Bool]

    init(
        tokens: [Token], words: [Int32], found: [(meaning: Lexicon.Meaning, words: Range<Int>)],
        functionWords: Set<Int32>,
        distinguished: [String: Int]
    ) {
        self.tokens = tokens
        self.words = words
        self.distinguished = distinguished
        isName = Array(repeating: false, count: tokens.count)
        isPolite = Array(repeating: false, count: tokens.count)
        markPoliteness(found.filter { $0.meaning == .polite }.map(\.words), functionWords)

        let values = found.compactMap { item -> (type: EntityType, value: String, words: Range<Int>)? in
            guard case .value(let type, let value) = item.meaning else { return nil }
            return (type, value, item.words)
        }
        let schemes = Self.longest(values.filter { $0.type == .certification })
        for scheme in schemes { for index in scheme.words { isName[index] = true } }
        for type in EntityType.allCases {
            let ofType = type == .certification ? schemes : Self.longest(values.filter { $0.type == type })
            for item in ofType where !isOnlyPolite(item.words) {
                if type != .certification, type != .term, isInsideName(item.words) { continue }
                let entity = Entity(type, item.value, range: scalars(of: item.words))
                if !entities.contains(where: { $0.type == type && $0.value == item.value }) { entities.append(entity) }
            }
        }
        for item in found {
            guard case .concept(let concept) = item.meaning, !concepts.contains(concept) else { continue }
            if isInsideName(item.words) { continue }
            if isOnlyPolite(item.words) { politeConcepts.append(concept) } else { concepts.append(concept) }
        }
    }

    /// Politeness is left out only where something else remains to be understood.
    private mutating func markPoliteness(_ phrases: [Range<Int>], _ functionWords: Set<Int32>) {
        var polite = isPolite
        for phrase in phrases { for index in phrase { polite[index] = true } }
        let remains = words.indices.contains { !polite[$0] && !functionWords.contains(words[$0]) }
        if remains { isPolite = polite }
    }

    private func isInsideName(_ range: Range<Int>) -> Bool { range.allSatisfy { isName[$0] } }
    private func isOnlyPolite(_ range: Range<Int>) -> Bool { range.allSatisfy { isPolite[$0] } }

    private func scalars(of range: Range<Int>) -> Range<Int> {
        tokens[range.lowerBound].range.lowerBound..<tokens[range.upperBound - 1].range.upperBound
    }

    /// Of matches that overlap, the longest; of equally long ones the first, then the one with the lesser id.
    private static func longest(
        _ matches: [(type: EntityType, value: String, words: Range<Int>)]
    ) -> [(type: EntityType, value: String, words: Range<Int>)] {
        var taken: [(type: EntityType, value: String, words: Range<Int>)] = []
        let ordered = matches.sorted {
            ($1.words.count, $0.words.lowerBound, $0.value) < ($0.words.count, $1.words.lowerBound, $1.value)
        }
        for match in ordered where !taken.contains(where: { $0.words.overlaps(match.words) }) { taken.append(match) }
        return taken.sorted { $0.words.lowerBound < $1.words.lowerBound }
    }
}
