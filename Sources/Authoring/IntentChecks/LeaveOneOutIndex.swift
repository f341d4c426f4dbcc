import Understanding

/// Scores as an ``ExampleIndex`` made without one of the examples would, without making one: what the example had in it is
/// taken out of the counts that the question touches, and put back.
///
/// Takes several times as long as the index for a question, and a fraction of what a new index would.
struct LeaveOneOutIndex {
    private let classCount: Int
    private let scattered: Int?
    private let examples: [(owner: Int, features: [Feature])]
    private let counts: ExampleCounts
    /// The length of all classes together, in features that are not letters, and that are.
    private let totalLengths: [Int]
    /// The rarity of all by which each example can be told from others, when none is left out.
    private var rarities: [Int]
    private let highestRarity: Int
    private let weights: RelevanceWeights
    /// The rarity of a feature that is no letters and no pair, and of a pair, by the number of classes that have it.
    private let rarityOfCount: [[Int]]

    // Room for one question, empty between two.
    private var isInExample: [Bool]
    private var shared: [Int]
    private var touched: [Int] = []

    /// - Parameters:
    ///   - examples: the class and the features of each example.
    ///   - scattered: a class whose examples have little in common with each other.
    init(classCount: Int, examples: [(owner: Int, features: [Feature])], scattered: Int?) {
        self.classCount = classCount
        self.scattered = scattered
        self.examples = examples
        let counts = ExampleCounts(classCount: classCount, examples: examples)
        self.counts = counts
        totalLengths = (0...1).map { kind in counts.lengths.reduce(0) { $0 + $1[kind] } }
        highestRarity = ExampleIndex.highestRarity(classCount: classCount)
        rarityOfCount = [Feature.Kind.word, .pair, .letters].map { kind in
            [0] + (0..<classCount).map { ExampleIndex.rarity(of: kind, inClasses: $0 + 1, of: classCount) }
        }
        weights = RelevanceWeights(exampleCount: examples.count - 1)
        isInExample = Array(repeating: false, count: counts.features.count)
        shared = Array(repeating: 0, count: examples.count)
        rarities = shared
        for (number, feature) in counts.features.enumerated() {
            let sharing = counts.sharing[number]
            guard ExampleIndex.isTelling(feature.kind, sharedBy: sharing.count) else { continue }
            let rarity = rarity(of: feature.kind, inClasses: counts.inClasses[number].count)
            for example in sharing { rarities[Int(example)] += rarity }
        }
    }

    private func rarity(of kind: Feature.Kind, inClasses count: Int) -> Int {
        rarityOfCount[kind == .pair ? 1 : kind == .letters ? 2 : 0][count]
    }

    /// The scores of all classes, in their order, had an example never been there.
    mutating func scores(of question: FeatureExtractor.Features, without example: Int) -> [ExampleIndex.Score] {
        let numbers = examples[example].features.map { Int(counts.numbers[$0.key]) }
        for number in numbers { isInExample[number] = true }
        defer { for number in numbers { isInExample[number] = false } }
        let lengths = relativeLengths(without: example)

        var words = [Int](repeating: 0, count: classCount)
        var letters = words
        var relevance = Relevance(ofClass: words)
        var (most, mostLetters) = (question.unknownWords * highestRarity, 0)
        var telling = most
        for feature in question.list {
            let number = Int(counts.numbers[feature.key])
            let classes = number < 0 ? 0 : classCount(of: number, without: example)
            guard classes > 0 else {
                // A word that only the example has is unknown without it.
                if feature.kind == .word {
                    most += highestRarity
                    telling += highestRarity
                }
                continue
            }
            let rarity = rarity(of: feature.kind, inClasses: classes)
            if feature.kind == .letters {
                mostLetters += rarity
                addWeights(of: number, rarity, lengths.letters, without: example, to: &letters)
                continue
            }
            most += rarity
            addWeights(of: number, rarity, lengths.words, without: example, to: &words)
            addRelevance(of: number, feature.kind, without: example, to: &relevance)
            telling += share(number, rarity, without: example)
        }
        var scores = words.indices.map { owner in
            ExampleIndex.Score(
                words: words[owner] * FixedPoint.one / max(1, most),
                letters: letters[owner] * FixedPoint.one / max(1, mostLetters),
                relevance: relevance.sum(of: owner, fromClass(owner, without: example)) * FixedPoint.one / max(1, most))
        }
        takeNearest(telling, without: example, &scores)
        return scores
    }

    /// In how many classes a feature is.
    private func classCount(of number: Int, without example: Int) -> Int {
        let inClasses = counts.inClasses[number]
        guard isInExample[number] else { return inClasses.count }
        let isLast = inClasses.contains { Int($0.owner) == examples[example].owner && $0.count == 1 }
        return inClasses.count - (isLast ? 1 : 0)
    }

    /// The length of each class by which BM25 divides.
    private func relativeLengths(without example: Int) -> (words: [Int], letters: [Int]) {
        let owner = examples[example].owner
        let letters = examples[example].features.count { $0.kind == .letters }
        let removed = [examples[example].features.count - letters, letters]
        let lengths = removed.indices.map { kind in
            let average = max(1, (totalLengths[kind] - removed[kind]) / max(1, classCount))
            return counts.lengths.enumerated().map { index, length in
                ExampleIndex.relativeLength(
                    length[kind] - (index == owner ? removed[kind] : 0), average: average,
                    isScattered: index == scattered)
            }
        }
        return (lengths[0], lengths[1])
    }

    private func addWeights(
        of number: Int, _ rarity: Int, _ lengths: [Int], without example: Int, to sums: inout [Int]
    ) {
        guard rarity > 0 else { return }
        let owner = isInExample[number] ? examples[example].owner : -1
        for (index, count) in counts.inClasses[number] {
            let count = Int(index) == owner ? count - 1 : count
            guard count > 0 else { continue }
            sums[Int(index)] += ExampleIndex.weight(rarity: rarity, count: count, length: lengths[Int(index)])
        }
    }

    /// What a question's relevance adds up to, in the parts of ``ExampleIndex``, lest a rounding differ.
    private struct Relevance {
        /// For each class, what the features that it has say more than if it lacked them.
        var ofClass: [Int]
        /// What all features say about a class that lacks them, and how many quarters of a feature they are.
        var absence = 0
        var quarters = 0

        func sum(of owner: Int, _ fromClass: Int) -> Int { ofClass[owner] + absence + fromClass * quarters / 4 }
    }

    /// How many examples a class has.
    private func size(of owner: Int, without example: Int) -> Int {
        counts.examples[owner] - (owner == examples[example].owner ? 1 : 0)
    }

    /// What a class says about any feature that it lacks.
    private func fromClass(_ owner: Int, without example: Int) -> Int {
        weights.absence(fromClass: size(of: owner, without: example))
    }

    private func addRelevance(
        of number: Int, _ kind: Feature.Kind, without example: Int, to relevance: inout Relevance
    ) {
        let own = isInExample[number] ? examples[example].owner : -1
        let with = counts.sharing[number].count - (own < 0 ? 0 : 1)
        let quarters = ExampleIndex.quarters(of: kind)
        relevance.absence += weights.absence(of: with) * quarters / 4
        relevance.quarters += quarters
        for (owner, count) in counts.inClasses[number] {
            let owner = Int(owner)
            let count = owner == own ? count - 1 : count
            guard count > 0 else { continue }
            let gain = weights.gain(of: with, in: count, ofClass: size(of: owner, without: example))
            relevance.ofClass[owner] += gain * quarters / 4
        }
    }

    /// Gives a feature's rarity to the examples that share it, if it tells them from others; returns what it tells.
    private mutating func share(_ number: Int, _ rarity: Int, without example: Int) -> Int {
        let sharing = counts.sharing[number]
        let others = sharing.count - (isInExample[number] ? 1 : 0)
        guard others > 0, ExampleIndex.isTelling(counts.features[number].kind, sharedBy: others) else { return 0 }
        for other in sharing where Int(other) != example {
            if shared[Int(other)] == 0 { touched.append(Int(other)) }
            shared[Int(other)] += rarity
        }
        return rarity
    }

    /// Of each class the example with the highest Dice coefficient; of equal ones the first.
    private mutating func takeNearest(_ telling: Int, without example: Int, _ scores: inout [ExampleIndex.Score]) {
        let changes = rarityChanges(without: example)
        var best = [(shared: Int, of: Int, example: Int)](repeating: (0, 1, .max), count: classCount)
        for other in touched {
            let owner = examples[other].owner
            let all = telling + rarities[other] + changes[other, default: 0]
            let (one, another) = (shared[other] * best[owner].of, best[owner].shared * all)
            if one > another || (one == another && other < best[owner].example) {
                best[owner] = (shared[other], all, other)
            }
            shared[other] = 0
        }
        touched.removeAll(keepingCapacity: true)
        for owner in scores.indices where best[owner].shared > 0 {
            scores[owner].nearest = 2 * best[owner].shared * FixedPoint.one / max(1, best[owner].of)
            scores[owner].nearestExample = Int32(best[owner].example)
        }
    }

    /// By how much the rarity of other examples changes, since a feature is rarer without the example, or tells more.
    private func rarityChanges(without example: Int) -> [Int: Int] {
        var changes: [Int: Int] = [:]
        for feature in examples[example].features {
            let number = Int(counts.numbers[feature.key])
            let sharing = counts.sharing[number]
            guard ExampleIndex.isTelling(feature.kind, sharedBy: sharing.count - 1) else { continue }
            let classes = classCount(of: number, without: example)
            guard classes > 0 else { continue }
            let before =
                ExampleIndex.isTelling(feature.kind, sharedBy: sharing.count)
                ? rarity(of: feature.kind, inClasses: counts.inClasses[number].count) : 0
            let change = rarity(of: feature.kind, inClasses: classes) - before
            guard change != 0 else { continue }
            for other in sharing where Int(other) != example { changes[Int(other), default: 0] += change }
        }
        return changes
    }
}
