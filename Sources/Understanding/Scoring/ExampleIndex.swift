import Synchronization

/// Scores a question against the examples of each class, by counting alone.
///
/// Three measures, each from 0 to ``FixedPoint/one``, and a fourth that knows no bounds:
/// - *words*: BM25 with each class as one document (Robertson and Walker, 1994) over words, concepts, kinds of thing named and pairs
///   of words, divided by the most the question could have scored, so that words nothing knows count against every class;
/// - *letters*: the same over runs of four letters;
/// - *nearest*: the Dice coefficient, weighted by inverse document frequency, of the question and the nearest example of the
///   class, over what few enough examples share;
/// - *relevance*: how much likelier the question's words are in the class than outside of it, as the binary logarithm of the
///   odds (the relevance weight of Robertson and Spärck Jones, 1976), divided as *words* is; negative for what the class lacks.
///
/// A question costs at most its features times the number of classes and ``mostSharing``, however many examples there are.
package final class ExampleIndex: Sendable {
    /// BM25's k1 = 1.2 and b = 0.75 (Manning, Raghavan, Schütze, *Introduction to Information Retrieval*, 11.4.3).
    private static let k1 = 1229
    private static let b = 768
    /// b for a class of scattered subjects: a word of one of many subjects says as much as a word of few.
    private static let bOfScattered = 410
    /// A feature that more examples share tells little about which of them is near.
    private static let mostSharing = 128

    /// What one class scored.
    package struct Score {
        package var words: Int
        package var letters: Int
        package var nearest = 0
        package var nearestExample: Int32 = -1
        package var relevance: Int

        package init(words: Int = 0, letters: Int = 0, relevance: Int = 0) {
            self.words = words
            self.letters = letters
            self.relevance = relevance
        }
    }

    /// A list for each feature, one after another.
    private struct Lists<Element: Sendable>: Sendable {
        private var elements: [Element] = []
        private var ends: [Int] = []

        mutating func append(_ list: some Sequence<Element>) {
            elements.append(contentsOf: list)
            ends.append(elements.count)
        }

        func range(of feature: Int) -> Range<Int> { (feature == 0 ? 0 : ends[feature - 1])..<ends[feature] }

        /// All elements, for as long as a question takes: reading them one by one through the array would cost more than
        /// what is done with each.
        func withElements<Result>(_ body: (UnsafeBufferPointer<Element>) -> Result) -> Result {
            elements.withUnsafeBufferPointer(body)
        }
    }

    /// A class that a feature speaks for, and how much: at most `idf`, which is below 2^16 for fewer than 2^62 classes.
    private struct Posting {
        var owner: UInt16
        var weight: UInt16
        /// How much more relevant the feature makes the class than its absence would.
        var relevance: Int32 = 0
    }

    private struct Example {
        var owner: Int32
        /// The rarity of all by which it can be told from others.
        var rarity: Int32 = 0
    }

    let classCount: Int
    private let numbers: IntegerTable
    /// The inverse document frequency of each feature, and the highest there can be.
    private let rarity: [Int32]
    private let highestRarity: Int
    /// What each feature says about a class that lacks it, and what lacking any says about each class.
    private let absence: [Int32]
    private let absenceFromClass: [Int32]
    private let classes: Lists<Posting>
    private let sharing: Lists<Int32>
    private let examples: [Example]
    private let tallies = Mutex<[Tally]>([])

    /// - Parameters:
    ///   - examples: the class and the features of each example.
    ///   - scattered: a class whose examples have little in common with each other.
    package init(classCount: Int, examples: [(owner: Int, features: [Feature])], scattered: Int? = nil) {
        self.classCount = classCount
        let counts = ExampleCounts(classCount: classCount, examples: examples)
        highestRarity = Self.highestRarity(classCount: classCount)
        let average = counts.averageLengths
        var rarity: [Int32] = []
        var absence: [Int32] = []
        var classes = Lists<Posting>()
        var sharing = Lists<Int32>()
        var facts = examples.map { Example(owner: Int32($0.owner)) }
        let relevance = RelevanceWeights(exampleCount: examples.count)
        for (feature, inClasses) in zip(counts.features, counts.inClasses) {
            let idf = Self.rarity(of: feature.kind, inClasses: inClasses.count, of: classCount)
            rarity.append(Int32(idf))
            let quarters = Self.quarters(of: feature.kind)
            let with = inClasses.reduce(0) { $0 + $1.count }
            absence.append(Int32(relevance.absence(of: with) * quarters / 4))
            let kind = feature.kind == .letters ? 1 : 0
            classes.append(
                inClasses.map { owner, count in
                    let length = Self.relativeLength(
                        counts.lengths[Int(owner)][kind], average: average[kind], isScattered: Int(owner) == scattered)
                    let gain = relevance.gain(of: with, in: count, ofClass: counts.examples[Int(owner)])
                    return Posting(
                        owner: UInt16(owner), weight: UInt16(Self.weight(rarity: idf, count: count, length: length)),
                        relevance: Int32(gain * quarters / 4))
                })
        }
        for (feature, examples) in counts.sharing.enumerated() {
            let isTelling = Self.isTelling(counts.features[feature].kind, sharedBy: examples.count)
            sharing.append(isTelling ? examples : [])
            if isTelling { for example in examples { facts[Int(example)].rarity += rarity[feature] } }
        }
        absenceFromClass = counts.examples.map { Int32(relevance.absence(fromClass: $0)) }
        self.absence = absence
        numbers = counts.numbers
        self.rarity = rarity
        self.classes = classes
        self.sharing = sharing
        self.examples = facts
    }

    private static let one = FixedPoint.one

    /// How many quarters of its rarity a feature of a kind is worth.
    package static func quarters(of kind: Feature.Kind) -> Int { kind == .pair ? 2 : 4 }

    /// The inverse document frequency of what only one class could have.
    package static func highestRarity(classCount: Int) -> Int { FixedPoint.log2(2 * classCount + 2, over: 1) }

    /// The inverse document frequency of a feature, by how many of all classes have it.
    package static func rarity(of kind: Feature.Kind, inClasses count: Int, of classCount: Int) -> Int {
        FixedPoint.log2(2 * classCount + 2, over: 2 * count - 1) * quarters(of: kind) / 4
    }

    /// The length of a class by which BM25 divides, in units of 1/1024.
    package static func relativeLength(_ length: Int, average: Int, isScattered: Bool) -> Int {
        let b = isScattered ? bOfScattered : b
        return one - b + b * length / average
    }

    /// What a feature gives to a class that has it so many times.
    package static func weight(rarity: Int, count: Int, length: Int) -> Int {
        let saturation = count * one * one / (count * one + k1 * length / one)
        return rarity * saturation / one
    }

    /// Whether a feature tells examples from each other.
    package static func isTelling(_ kind: Feature.Kind, sharedBy count: Int) -> Bool {
        count <= mostSharing && kind != .letters
    }

    /// The scores of all classes, in their order.
    ///
    /// - Parameter contribute: called with the class, the feature and what it gives to the class score, for explanations.
    package func scores(
        of question: FeatureExtractor.Features, contribute: ((Int, Feature, Int) -> Void)? = nil
    ) -> [Score] {
        var sums = Sums(most: question.unknownWords * highestRarity, classCount: classCount)
        var tally = tallies.withLock { $0.popLast() } ?? Tally(exampleCount: examples.count)
        classes.withElements { postings in
            sharing.withElements { sharers in
                for feature in question.list {
                    let number = Int(numbers[feature.key])
                    if number >= 0 {
                        let weight = rarity[number]
                        let postings = UnsafeBufferPointer(rebasing: postings[classes.range(of: number)])
                        if feature.kind == .letters {
                            sums.addLetters(weight, postings)
                            continue
                        }
                        sums.addWord(weight, Int(absence[number]), Self.quarters(of: feature.kind), postings)
                        if let contribute {
                            for posting in postings { contribute(Int(posting.owner), feature, Int(posting.weight)) }
                        }
                        let sharers = UnsafeBufferPointer(rebasing: sharers[sharing.range(of: number)])
                        if !sharers.isEmpty { sums.telling += Int(weight) }
                        tally.add(weight, to: sharers)
                    } else if feature.kind == .word {
                        // A pair never seen says little; a word that only names use says as much as an unknown one.
                        sums.most += highestRarity
                        sums.telling += highestRarity
                    }
                }
            }
        }
        var scores = (0..<classCount).map { owner in
            let absent = sums.absence + Int(absenceFromClass[owner]) * sums.quarters / 4
            return Score(
                words: Int(sums.words[owner]) * Self.one / max(1, sums.most),
                letters: Int(sums.letters[owner]) * Self.one / max(1, sums.mostLetters),
                relevance: (Int(sums.relevance[owner]) + absent) * Self.one / max(1, sums.most))
        }
        takeNearest(tally, sums.telling, &scores)
        tally.clear()
        tallies.withLock { [tally] in $0.append(tally) }
        return scores
    }

    /// What a question adds up to.
    private struct Sums {
        /// For each class.
        var words: [Int32]
        var letters: [Int32]
        var relevance: [Int32]
        /// What the features say about a class that lacks them all, but for what the class itself adds for each quarter of one.
        var absence = 0
        var quarters = 0
        /// The most that a class could have.
        var most: Int
        var mostLetters = 0
        /// The rarity of what tells one example from another.
        var telling: Int

        init(most: Int, classCount: Int) {
            words = [Int32](repeating: 0, count: classCount)
            letters = words
            relevance = words
            self.most = most
            telling = most
        }

        mutating func addWord(
            _ weight: Int32, _ absence: Int, _ quarters: Int, _ postings: UnsafeBufferPointer<Posting>
        ) {
            most += Int(weight)
            self.absence += absence
            self.quarters += quarters
            words.withUnsafeMutableBufferPointer { words in
                relevance.withUnsafeMutableBufferPointer { relevance in
                    for posting in postings {
                        words[Int(posting.owner)] &+= Int32(posting.weight)
                        relevance[Int(posting.owner)] &+= posting.relevance
                    }
                }
            }
        }

        mutating func addLetters(_ weight: Int32, _ postings: UnsafeBufferPointer<Posting>) {
            mostLetters += Int(weight)
            letters.withUnsafeMutableBufferPointer { letters in
                for posting in postings { letters[Int(posting.owner)] &+= Int32(posting.weight) }
            }
        }
    }

    /// Of each class the example with the highest Dice coefficient; of equal ones the first.
    private func takeNearest(_ tally: borrowing Tally, _ tellingRarity: Int, _ scores: inout [Score]) {
        var best = [(shared: Int, of: Int, example: Int32)](repeating: (0, 1, .max), count: classCount)
        for example in tally.touched {
            let owner = Int(examples[Int(example)].owner)
            let shared = Int(tally.shared[Int(example)])
            let all = tellingRarity + Int(examples[Int(example)].rarity)
            let (one, other) = (shared * best[owner].of, best[owner].shared * all)
            if one > other || (one == other && example < best[owner].example) {
                best[owner] = (shared, all, example)
            }
        }
        for owner in scores.indices where best[owner].shared > 0 {
            scores[owner].nearest = 2 * best[owner].shared * Self.one / max(1, best[owner].of)
            scores[owner].nearestExample = best[owner].example
        }
    }
}

/// How much of a question each example shares. Kept from one question to the next, empty, since making a large one anew
/// would cost more than the question.
private struct Tally: Sendable {
    private(set) var shared: [Int32]
    private(set) var touched: [Int32] = []

    init(exampleCount: Int) { shared = [Int32](repeating: 0, count: exampleCount) }

    mutating func add(_ weight: Int32, to examples: UnsafeBufferPointer<Int32>) {
        shared.withUnsafeMutableBufferPointer { shared in
            for example in examples {
                if shared[Int(example)] == 0 { touched.append(example) }
                shared[Int(example)] &+= weight
            }
        }
    }

    mutating func clear() {
        for example in touched { shared[Int(example)] = 0 }
        touched.removeAll(keepingCapacity: true)
    }
}
