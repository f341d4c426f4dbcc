import Knowledge

/// Finds the features of a reading.
package struct FeatureExtractor: Sendable {
    private static let types = EntityType.allCases
    /// The fewest letters of a word whose runs tell how alike two texts are.
    private static let shortestAlike = 4

    /// For each meaning of the lexicon, the number of its feature. The values that rules speak of by name stand for
    /// themselves, others for any value of their type.
    private let numbers: [Int]
    private let distinguishedNames: [String]

    init(topics: [IntentDefinitions.Topic], lexicon: Lexicon) {
        let conditions = topics.flatMap { topic in topic.rules.flatMap { rule in rule.when.joined() } }
        let schemes = Set(
            conditions.compactMap { condition -> String? in
                if case .value(.certification, let value) = condition { return value }
                return nil
            }
        ).sorted()
        distinguishedNames = schemes
        numbers = lexicon.meanings.map { meaning in
            guard case .value(let type, let value) = meaning else { return -1 }
            if type == .certification, let number = schemes.firstIndex(of: value) { return Self.types.count + number }
            return Self.types.firstIndex(of: type) ?? 0
        }
    }

    /// The features of a question.
    package struct Features {
        /// Each once, in order of appearance.
        package var list: [Feature] = []
        /// The other runs of letters, of three to five, in names too, each once: they tell little of how alike
        /// two texts are, and much where all is weighed at once.
        var runs: [Feature] = []
        /// How many words nothing in the content uses.
        package var unknownWords = 0

        package init(list: [Feature] = []) { self.list = list }

        /// All that is weighed at once.
        package var all: [Feature] { list + runs }
    }

    package func features(of reading: LexicalReading) -> Features {
        var features = Features()
        features.list.reserveCapacity(reading.tokens.count * 8 + 8)
        var seen = SmallSet(
            atMost: reading.tokens.reduce(16) { $0 + 3 * $1.letters.count + 6 } + reading.concepts.count)
        func add(_ feature: Feature) { if seen.insert(feature.key) { features.list.append(feature) } }
        var previous: Int32?? = .none
        var inName = false
        for (index, token) in reading.tokens.enumerated() where !reading.isPolite[index] {
            if reading.isName[index] {
                if !inName {
                    if let previous { add(.pair(previous, nil)) }
                    previous = .some(nil)
                }
                inName = true
                continue
            }
            inName = false
            if token.stem < 0 {
                features.unknownWords += 1
                previous = .none
            } else {
                add(.word(token.stem))
                if let previous { add(.pair(previous, token.stem)) }
                previous = .some(token.stem)
            }
            if token.letters.count >= Self.shortestAlike {
                Self.forEachRun(of: token.letters, ofLengths: 4...4) { add(.letters($0)) }
            }
        }
        for (token, isPolite) in zip(reading.tokens, reading.isPolite) where !isPolite {
            Self.forEachRun(of: token.letters, ofLengths: 3...5) { run in
                let feature = Feature.letters(run)
                if seen.insert(feature.key) { features.runs.append(feature) }
            }
        }
        for concept in reading.concepts { add(.concept(concept)) }
        for named in reading.named {
            add(.entity(numbers[named.meaning]))
        }
        return features
    }

    /// The name of the feature that a kind of thing, or a distinguished one, is.
    package func name(ofEntity number: Int) -> String {
        number < Self.types.count ? Self.types[number].rawValue : distinguishedNames[number - Self.types.count]
    }

    /// Runs of letters of a word, with a mark before it and after it: of four "_cer", "cert", … , "ion_".
    private static func forEachRun(
        of word: String.UTF8View, ofLengths lengths: ClosedRange<Int>, _ body: (UInt64) -> Void
    ) {
        let mark = UInt64(UInt8(ascii: "_"))
        var window = mark
        var count = 1
        func take(_ letter: UInt64) {
            window = window << 8 | letter
            count += 1
            for length in lengths where length <= count { body(window & (1 << UInt64(8 * length) - 1)) }
        }
        for letter in word { take(UInt64(letter)) }
        take(mark)
    }
}

/// A set of keys, none of them 0, for the time of one question.
private struct SmallSet {
    private var slots: [UInt64]

    init(atMost count: Int) {
        var size = 64
        while size < 2 * count { size *= 2 }
        slots = [UInt64](repeating: 0, count: size)
    }

    /// Whether the key was not there yet.
    mutating func insert(_ key: UInt64) -> Bool {
        var slot = Int(truncatingIfNeeded: ((key ^ key >> 29) &* 0x9E37_79B9_7F4A_7C15) >> 32) & (slots.count - 1)
        while slots[slot] != 0 {
            if slots[slot] == key { return false }
            slot = (slot + 1) & (slots.count - 1)
        }
        slots[slot] = key
        return true
    }
}
