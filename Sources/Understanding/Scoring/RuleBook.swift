import Knowledge

/// The rules of all intents, ready to be held against a reading.
///
/// What a rule can ask for is a numbered *signal*. A rule is looked at only if a signal of its first condition is there, so
/// that a question costs what it holds, however many rules there are.
package struct RuleBook: Sendable {
    /// What fired for one intent.
    package struct Verdict: Sendable {
        /// What the rules give or take, in units of 1/1024.
        package var points = 0
        /// The number of the strongest rule that fired; -1 if none did.
        var rule: Int32 = -1
        /// Whether counter-evidence was present.
        var isContradicted = false
    }

    private struct Rule: Sendable {
        var topic: Int
        var points: Int
        /// All but the first of what must be there: one signal of each.
        var others: [[Int32]]
        var unless: [Int32]
        var source: String
    }

    private let rules: [Rule]
    private let topicCount: Int
    /// For each signal, the rules that it may begin, and the topics that it speaks against.
    private let begun: [[Int32]]
    private let contradicted: [[Int32]]
    private let signals: Signals

    init(topics: [IntentDefinitions.Topic], lexicon: Lexicon) {
        let signals = Signals(lexicon: lexicon)
        var rules: [Rule] = []
        var begun = [[Int32]](repeating: [], count: signals.count)
        var contradicted = begun
        for (index, topic) in topics.enumerated() {
            for rule in topic.rules {
                let when = rule.when.map { $0.compactMap { signals.number(of: $0, in: lexicon) } }
                for signal in when[0] { begun[Int(signal)].append(Int32(rules.count)) }
                rules.append(
                    Rule(
                        topic: index, points: Self.points(for: rule.strength), others: Array(when.dropFirst()),
                        unless: rule.unless.compactMap { signals.number(of: $0, in: lexicon) }, source: rule.source))
            }
            for condition in topic.notWhen {
                if let signal = signals.number(of: condition, in: lexicon) {
                    contradicted[Int(signal)].append(Int32(index))
                }
            }
        }
        self.rules = rules
        self.begun = begun
        self.contradicted = contradicted
        self.signals = signals
        topicCount = topics.count
    }

    private static func points(for strength: IntentDefinitions.Strength) -> Int {
        switch strength {
        case .strong: FixedPoint.one * 30 / 100
        case .normal: FixedPoint.one * 18 / 100
        case .weak: FixedPoint.one * 8 / 100
        }
    }

    private static let contradiction = FixedPoint.one * 25 / 100

    /// A rule as written.
    func source(of rule: Int32) -> String? { rule < 0 ? nil : rules[Int(rule)].source }

    /// The verdict on each topic, in their order.
    package func verdicts(on reading: LexicalReading) -> [Verdict] {
        var verdicts = [Verdict](repeating: Verdict(), count: topicCount)
        let present = signals.present(in: reading)
        // Politeness neither begins nor stops a rule: it only tells praise with thanks from praise without.
        for signal in present.beginning {
            for number in begun[Int(signal)] {
                let topic = rules[Int(number)].topic
                let (points, best) = (rules[Int(number)].points, verdicts[topic])
                guard best.rule < 0 || best.points < points || (best.points == points && number < best.rule),
                    rules[Int(number)].others.allSatisfy({ $0.contains(where: present.contains) }),
                    !rules[Int(number)].unless.contains(where: present.isTold)
                else { continue }
                verdicts[topic].points = points
                verdicts[topic].rule = number
            }
        }
        for signal in present.all {
            for topic in contradicted[Int(signal)] where !verdicts[Int(topic)].isContradicted {
                verdicts[Int(topic)].points -= Self.contradiction
                verdicts[Int(topic)].isContradicted = true
            }
        }
        return verdicts
    }
}

/// Numbers all that rules can ask for: concepts, types of entity, and values.
private struct Signals: Sendable {
    /// What of it a reading holds.
    struct Present {
        private(set) var all: [Int32] = []
        private(set) var beginning: ArraySlice<Int32> = []
        private var bits: [UInt64]
        private var told: [UInt64] = []

        init(signalCount: Int) { bits = [UInt64](repeating: 0, count: signalCount / 64 + 1) }

        func contains(_ signal: Int32) -> Bool { Self.has(signal, in: bits) }
        /// Whether a signal is there in more than words of politeness.
        func isTold(_ signal: Int32) -> Bool { Self.has(signal, in: told) }

        private static func has(_ signal: Int32, in bits: [UInt64]) -> Bool {
            bits[Int(signal) >> 6] & 1 << UInt64(signal & 63) != 0
        }

        mutating func add(_ signal: Int32) {
            guard !contains(signal) else { return }
            bits[Int(signal) >> 6] |= 1 << UInt64(signal & 63)
            all.append(signal)
        }

        /// What was added so far may begin a rule; what comes after may not.
        mutating func endBeginning() {
            beginning = all[...]
            told = bits
        }
    }

    private let conceptCount: Int
    let count: Int
    private static let types = EntityType.allCases
    /// For each meaning of the lexicon, the number of its type.
    private let typeOfMeaning: [Int32]

    init(lexicon: Lexicon) {
        conceptCount = lexicon.conceptIDs.count
        let first = Int32(conceptCount)
        typeOfMeaning = lexicon.meanings.map { meaning in
            guard case .value(let type, _) = meaning else { return -1 }
            return first + Int32(Self.types.firstIndex(of: type) ?? 0)
        }
        count = conceptCount + Self.types.count + lexicon.meanings.count
    }

    /// The number of a condition; `nil` for what no phrase can bring about.
    func number(of condition: IntentDefinitions.Condition, in lexicon: Lexicon) -> Int32? {
        switch condition {
        case .concept(let id): lexicon.conceptIDs.firstIndex(of: id).map { Int32($0) }
        case .entity(let type): Self.types.firstIndex(of: type).map { Int32(conceptCount + $0) }
        case .value(let type, let value): lexicon.number(of: .value(type, value)).map { number(ofMeaning: $0) }
        }
    }

    private func number(ofMeaning meaning: Int) -> Int32 { Int32(conceptCount + Self.types.count + meaning) }

    func present(in reading: LexicalReading) -> Present {
        var present = Present(signalCount: count)
        for concept in reading.concepts { present.add(Int32(concept)) }
        for named in reading.named {
            present.add(typeOfMeaning[named.meaning])
            present.add(number(ofMeaning: named.meaning))
        }
        present.endBeginning()
        for concept in reading.politeConcepts { present.add(Int32(concept)) }
        return present
    }
}
