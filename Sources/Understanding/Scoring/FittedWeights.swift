import Text

/// Weights by which things are told apart that people ask for or answer, fitted against one another from examples of each.
///
/// An averaged multiclass perceptron with a margin (Collins, *Discriminative training methods for hidden Markov models*, 2002;
/// Crammer and Singer, *Ultraconservative online algorithms for multiclass problems*, 2003): example after example is held
/// against the weights, and where its own class does not lead every other by the margin, its features speak more for that
/// class from then on, and less for its nearest rival. What is kept is the average over all steps. Where ``ExampleIndex``
/// counts each intent for itself, this finds what tells it from the others.
///
/// Whole numbers, in a fixed order, without chance: the same examples give the same weights on every machine, and each weight
/// belongs to a feature that a person can read.
package struct FittedWeights: Sendable {
    /// How many eighths of its rarity a feature of each kind is worth.
    package struct Worth: Sendable {
        private let eighths: [Int]

        package init(word: Int, pair: Int, letters: Int, concept: Int = 0, entity: Int = 0) {
            eighths = [0, word, concept, entity, pair, letters]
        }

        fileprivate subscript(kind: Feature.Kind) -> Int { eighths[Int(kind.rawValue)] }

        /// For intents: what a person named or meant tells more than their words, and how they spell tells nothing.
        static let intents = Worth(word: 8, pair: 6, letters: 0, concept: 12, entity: 12)
    }

    /// How often all examples are gone through.
    private static let rounds = 15
    /// By how much the class of an example is to lead, in units of 1/1024. Found, like the rest, on questions to develop on.
    private static let margin = Int32(4 * FixedPoint.one)

    private let classCount: Int
    private let numbers: IntegerTable
    /// What each feature is worth before a text is brought to length one, in units of 1/1024. One that a single example has is none.
    private let values: [Int32]
    /// The weights of each feature for each class, feature by feature, in units of 1/1024.
    private let weights: [Int32]

    /// An example: what it is of, and its features, each once.
    package struct Example: Sendable {
        /// The classes that it is of; one or more.
        var owners: [Int]
        var features: [Feature]
        /// What its text hashes to.
        var key: UInt64

        package init(_ owners: [Int], _ features: [Feature], text: String) {
            self.owners = owners
            self.features = features
            var hash = FNV1a()
            hash.add(text.utf8)
            key = hash.value
        }
    }

    /// - Parameters:
    ///   - classCount: How many classes there are: those of the examples are below it.
    ///   - examples: What is to be told apart.
    ///   - worth: What the kinds of features are worth.
    ///   - middle: A class of no example that stands between those that an example is of and those that it is not (Crammer and Singer,
    ///     *A family of additive online algorithms for category ranking*, 2003; Fürnkranz and others, *Multilabel classification via
    ///     calibrated label ranking*, 2008): a text says what leads it. `nil` where a text says one thing alone.
    package init(classCount: Int, examples: [Example], worth: Worth, middle: Int? = nil) {
        let uses = Self.uses(in: examples, worth)
        var numbers = IntegerTable()
        var values: [Int32] = []
        for (feature, count) in uses where count > 1 {
            _ = numbers.insert(feature.key, Int32(values.count))
            values.append(Int32(FixedPoint.log2(examples.count, over: count) * worth[feature.kind] / 8))
        }
        let texts = examples.map {
            Known(owners: $0.owners, parts: Self.parts(of: $0.features, numbers, values), key: $0.key)
        }
        weights = Self.fitted(to: texts, classCount: classCount, featureCount: values.count, middle: middle)
        self.classCount = classCount
        self.numbers = numbers
        self.values = values
    }

    /// How many examples have each feature that counts, in the order of the first.
    private static func uses(
        in examples: [Example], _ worth: Worth
    ) -> [(feature: Feature, count: Int)] {
        var places = IntegerTable()
        var uses: [(feature: Feature, count: Int)] = []
        for feature in examples.lazy.flatMap(\.features) where worth[feature.kind] > 0 {
            let place = Int(places.insert(feature.key, Int32(uses.count)))
            if place == uses.count { uses.append((feature, 0)) }
            uses[place].count += 1
        }
        return uses
    }

    /// A feature of a text, and its share of the text.
    private typealias Part = (number: Int32, value: Int32)

    /// The known features of a text, so that the sum of the squares of their values is one.
    private static func parts(of features: [Feature], _ numbers: IntegerTable, _ values: [Int32]) -> [Part] {
        let known = features.map { numbers[$0.key] }.filter { $0 >= 0 }
        let squares = known.reduce(0) { $0 + Int(values[Int($1)]) * Int(values[Int($1)]) }
        let length = max(1, FixedPoint.squareRoot(of: squares))
        return known.map { ($0, Int32(Int(values[Int($0)]) * FixedPoint.one / length)) }
    }

    /// An example, as its known features.
    private struct Known {
        var owners: [Int]
        var parts: [Part]
        var key: UInt64
    }

    private static func fitted(to texts: [Known], classCount: Int, featureCount: Int, middle: Int?) -> [Int32] {
        var weights = [Int32](repeating: 0, count: featureCount * classCount)
        var sums = [Int](repeating: 0, count: featureCount * classCount)
        var scores = [Int32](repeating: 0, count: classCount)
        let steps = rounds * texts.count
        var step = 0
        func move(_ text: Known, to owner: Int, from rival: Int) {
            for (number, value) in text.parts {
                let row = Int(number) * classCount
                weights[row + owner] += value
                weights[row + rival] -= value
                sums[row + owner] += Int(value) * (steps - step)
                sums[row + rival] -= Int(value) * (steps - step)
            }
        }
        for round in 0..<rounds {
            for place in order(of: texts, in: round) {
                let text = texts[place]
                add(text.parts, weights, to: &scores)
                let owner = text.owners.min { scores[$0] < scores[$1] } ?? 0
                if let rival = first(of: scores, where: { !text.owners.contains($0) }),
                    scores[owner] - scores[rival] < margin
                {
                    move(text, to: owner, from: rival)
                }
                if let middle, let other = first(of: scores, where: { $0 != middle && !text.owners.contains($0) }),
                    scores[middle] - scores[other] < margin
                {
                    move(text, to: middle, from: other)
                }
                step += 1
            }
        }
        return sums.map { Int32($0 / max(1, steps)) }
    }

    /// The class that scores most among some; the first of equals.
    private static func first(of scores: [Int32], where isMeant: (Int) -> Bool) -> Int? {
        var best: Int?
        for place in scores.indices where isMeant(place) {
            if let current = best, scores[current] >= scores[place] { continue }
            best = place
        }
        return best
    }

    /// All places, each once, in an order that comes of the texts themselves, another each round: an example more or less leaves the
    /// others in the order in which they were.
    private static func order(of texts: [Known], in round: Int) -> [Int] {
        let keys = texts.map { text in
            var hash = FNV1a()
            hash.add(UInt8(truncatingIfNeeded: round))
            for shift in stride(from: 0, to: 64, by: 8) { hash.add(UInt8(truncatingIfNeeded: text.key >> shift)) }
            return hash.value
        }
        return keys.indices.sorted { (keys[$0], $0) < (keys[$1], $1) }
    }

    /// What a text says for each class, in place of what was there.
    private static func add(_ parts: [Part], _ weights: [Int32], to scores: inout [Int32]) {
        let classCount = scores.count
        weights.withUnsafeBufferPointer { weights in
            scores.withUnsafeMutableBufferPointer { scores in
                scores.update(repeating: 0)
                for (number, value) in parts {
                    let row = UnsafeBufferPointer(rebasing: weights[(Int(number) * classCount)...].prefix(classCount))
                    for owner in 0..<classCount { scores[owner] &+= (row[owner] &* value) >> 10 }
                }
            }
        }
    }

    /// What a text says for each class, in units of 1/1024: only the differences tell anything.
    package func scores(of features: [Feature]) -> [Int32] {
        var scores = [Int32](repeating: 0, count: classCount)
        Self.add(Self.parts(of: features, numbers, values), weights, to: &scores)
        return scores
    }

    /// What each feature of a text says for one class rather than for another, in units of 1/1024, in the order of the features.
    package func contributions(of features: [Feature], for owner: Int, over rival: Int) -> [(
        feature: Feature, points: Int
    )] {
        let known = features.filter { numbers[$0.key] >= 0 }
        return zip(known, Self.parts(of: features, numbers, values)).map { feature, part in
            let row = Int(part.number) * classCount
            return (feature, Int(weights[row + owner] - weights[row + rival]) * Int(part.value) / FixedPoint.one)
        }
    }
}
