import Knowledge

/// A text with everything the lexicon knows in it.
package struct LexicalReading {
    /// A value of an entity type found in the text, with the number of its meaning in the lexicon.
    struct Named {
        var entity: Entity
        var meaning: Int
    }

    package let tokens: [Token]
    /// Concepts present, by index, in order of first appearance.
    package private(set) var concepts: [Int] = []
    /// Where each concept stands, as often as it does.
    private(set) var conceptSpans: [(concept: Int, words: Range<Int>)] = []
    /// Concepts present in words of politeness only.
    package private(set) var politeConcepts: [Int] = []
    /// What is named, in the order of ``EntityType``, each once.
    private(set) var named: [Named] = []
    /// For each token, whether it is part of a scheme's name. Such words say which scheme, never what is wanted of it.
    package private(set) var isName: [Bool]
    /// For each token, whether it is only politeness. None is where the text is nothing else.
    package private(set) var isPolite: [Bool]
    /// How many words there are besides politeness.
    var wordCount: Int { isPolite.count { !$0 } }

    /// The words that are no mere politeness.
    var telling: [Token] { zip(tokens, isPolite).filter { !$0.1 }.map(\.0) }

    /// Whether the text says nothing besides words of politeness and function words.
    let isOnlyPolite: Bool

    package var entities: [Entity] { named.map(\.entity) }
    /// Whether the text is the name of one scheme and nothing more.
    var isOnlyName: Bool {
        isName.contains(true) && tokens.indices.allSatisfy { isName[$0] || isPolite[$0] }
            && named.count { $0.entity.type == .certification } == 1
    }

    init(
        tokens: [Token], found: [PhraseTrie.Match], meanings: [Lexicon.Meaning], saysNothing: [Bool]
    ) {
        self.tokens = tokens
        isName = Array(repeating: false, count: tokens.count)
        isPolite = isName
        var values: [(type: EntityType, match: PhraseTrie.Match)] = []
        var polite = isName
        for match in found {
            switch meanings[match.payload] {
            case .value(let type, _): values.append((type, match))
            case .polite: for index in match.words { polite[index] = true }
            case .concept, .telling: break
            }
        }
        // Politeness is left out only where something else remains to be understood.
        let remains =
            tokens.indices.contains { !polite[$0] && (tokens[$0].stem < 0 || !saysNothing[Int(tokens[$0].stem)]) }
            || found.contains { match in
                switch meanings[match.payload] {
                case .concept: match.words.contains { !polite[$0] }
                case .telling: match.words.allSatisfy { !polite[$0] }
                case .value, .polite: false
                }
            }
        isOnlyPolite = !remains && polite.contains(true)
        if remains { isPolite = polite }
        takeValues(values, meanings)
        takeConcepts(found, meanings)
    }

    private mutating func takeValues(
        _ values: [(type: EntityType, match: PhraseTrie.Match)], _ meanings: [Lexicon.Meaning]
    ) {
        guard !values.isEmpty else { return }
        // Schemes come first among the types: their names hide what else is in them.
        for type in Self.types where values.contains(where: { $0.type == type }) {
            let ofType = values.compactMap { $0.type == type ? $0.match : nil }
            for match in Self.longest(ofType) {
                if type == .certification { for index in match.words { isName[index] = true } }
                if isOnlyPolite(match.words) { continue }
                if type != .certification, type != .term, isInsideName(match.words) { continue }
                guard !named.contains(where: { $0.meaning == match.payload }),
                    case .value(_, let value) = meanings[match.payload]
                else { continue }
                let range =
                    tokens[match.words.lowerBound].range
                    .lowerBound..<tokens[match.words.upperBound - 1].range.upperBound
                named.append(.init(entity: Entity(type, value, range: range), meaning: match.payload))
            }
        }
    }

    private mutating func takeConcepts(_ found: [PhraseTrie.Match], _ meanings: [Lexicon.Meaning]) {
        for match in found {
            guard case .concept(let concept) = meanings[match.payload], !isInsideName(match.words),
                !endsPoliteness(match.words)
            else { continue }
            conceptSpans.append((concept, match.words))
            guard !concepts.contains(concept) else { continue }
            if !isOnlyPolite(match.words) {
                concepts.append(concept)
            } else if !politeConcepts.contains(concept) {
                politeConcepts.append(concept)
            }
        }
    }

    private static let types = EntityType.allCases

    private func isInsideName(_ range: Range<Int>) -> Bool { range.allSatisfy { isName[$0] } }
    /// Whether words begin in politeness and end outside it: of « pourriez-vous me dire | on fait l'autodéclaration » "dire on" says nothing.
    private func endsPoliteness(_ range: Range<Int>) -> Bool {
        isPolite[range.lowerBound] && !isPolite[range.upperBound - 1]
    }
    private func isOnlyPolite(_ range: Range<Int>) -> Bool { range.allSatisfy { isPolite[$0] } }

    /// Of matches that overlap, the longest; of equally long ones the first, then the one with the lesser number.
    private static func longest(_ matches: [PhraseTrie.Match]) -> [PhraseTrie.Match] {
        guard matches.count > 1 else { return matches }
        var taken: [PhraseTrie.Match] = []
        let ordered = matches.sorted {
            ($1.words.count, $0.words.lowerBound, $0.payload) < ($0.words.count, $1.words.lowerBound, $1.payload)
        }
        for match in ordered where !taken.contains(where: { $0.words.overlaps(match.words) }) { taken.append(match) }
        return taken.sorted { $0.words.lowerBound < $1.words.lowerBound }
    }
}
