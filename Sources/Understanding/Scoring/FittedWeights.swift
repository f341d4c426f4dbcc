/// Weights by which intents are told apart, fitted against one another from the examples.
///
/// An averaged multiclass perceptron with a margin (Collins, *Discriminative training methods for hidden Markov models*, 2002;
/// Crammer and Singer, *Ultraconservative online algorithms for multiclass problems*, 2003): example after example is held
/// against the weights, and where its own intent does not lead every other by the margin, its features speak more for that
/// intent from then on, and less for its nearest rival. What is kept is the average over all steps. Where ``ExampleIndex``
/// counts each intent for itself, this finds what tells it from the others.
///
/// Whole numbers, in a fixed order, without chance: the same examples give the same weights on every machine, and each weight
/// belongs to a feature that a person can read.
struct FittedWeights: Sendable {
    /// How often all examples are gone through.
    private static let rounds = 15
    /// By how much the intent of an example is to lead, in units of 1/1024. Found, like the rest, on questions to develop on.
    private static let margin = Int32(4 * FixedPoint.one)

    private let classCount: Int
    private let numbers: IntegerTable
    /// What each feature is worth before a text is brought to length one, in units of 1/1024. One that a single example has is none.
    private let values: [Int32]
    /// The weights of each feature for each class, feature by feature, in units of 1/1024.
    private let weights: [Int32]

    /// - Parameter examples: The class and the features of each example.
    init(classCount: Int, examples: [(owner: Int, features: [Feature])]) {
        let uses = Self.uses(in: examples)
        var numbers = IntegerTable()
        var values: [Int32] = []
        for (feature, count) in uses where count > 1 {
            _ = numbers.insert(feature.key, Int32(values.count))
            values.append(Int32(FixedPoint.log2(examples.count, over: count) * Self.eighths(of: feature.kind) / 8))
        }
        let texts = examples.map { example in
            (owner: example.owner, parts: Self.parts(of: example.features, numbers, values))
        }
        weights = Self.fitted(to: texts, classCount: classCount, featureCount: values.count)
        self.classCount = classCount
        self.numbers = numbers
        self.values = values
    }

    /// How many examples have each feature that counts, in the order of the first.
    private static func uses(in examples: [(owner: Int, features: [Feature])]) -> [(feature: Feature, count: Int)] {
        var places = IntegerTable()
        var uses: [(feature: Feature, count: Int)] = []
        for feature in examples.lazy.flatMap(\.features) where eighths(of: feature.kind) > 0 {
            let place = Int(places.insert(feature.key, Int32(uses.count)))
            if place == uses.count { uses.append((feature, 0)) }
            uses[place].count += 1
        }
        return uses
    }

    /// How many eighths of its rarity a feature of a kind is worth: what a person named or meant tells more than their words, and how
    /// they spell tells nothing here.
    private static func eighths(of kind: Feature.Kind) -> Int {
        switch kind {
        case .concept, .entity: 12
        case .word: 8
        case .pair: 6
        case .letters: 0
        }
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

    private static func fitted(
        to texts: [(owner: Int, parts: [Part])], classCount: Int, featureCount: Int
    ) -> [Int32] {
        var weights = [Int32](repeating: 0, count: featureCount * classCount)
        var sums = [Int](repeating: 0, count: featureCount * classCount)
        var scores = [Int32](repeating: 0, count: classCount)
        let steps = rounds * texts.count
        var step = 0
        for round in 0..<rounds {
            for place in order(of: texts.count, in: round) {
                let text = texts[place]
                add(text.parts, weights, to: &scores)
                var rival = text.owner == 0 ? 1 : 0
                for other in scores.indices where other != text.owner && scores[other] > scores[rival] { rival = other }
                if rival < classCount, scores[text.owner] - scores[rival] < margin {
                    for (number, value) in text.parts {
                        let row = Int(number) * classCount
                        weights[row + text.owner] += value
                        weights[row + rival] -= value
                        sums[row + text.owner] += Int(value) * (steps - step)
                        sums[row + rival] -= Int(value) * (steps - step)
                    }
                }
                step += 1
            }
        }
        return sums.map { Int32($0 / max(1, steps)) }
    }

    /// All places below a count, each once, with those of one intent far from each other, and another beginning each round.
    private static func order(of count: Int, in round: Int) -> some Sequence<Int> {
        var stride = max(1, count * 5 / 13)
        while greatestCommonDivisor(of: stride, count) > 1 { stride += 1 }
        return (0..<count).lazy.map { (($0 + 1) * stride + round * 7919) % count }
    }

    private static func greatestCommonDivisor(of first: Int, _ second: Int) -> Int {
        second == 0 ? first : greatestCommonDivisor(of: second, first % second)
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
    func scores(of features: [Feature]) -> [Int32] {
        var scores = [Int32](repeating: 0, count: classCount)
        Self.add(Self.parts(of: features, numbers, values), weights, to: &scores)
        return scores
    }

    /// What each feature of a text says for one class rather than for another, in units of 1/1024, in the order of the features.
    func contributions(of features: [Feature], for owner: Int, over rival: Int) -> [(feature: Feature, points: Int)] {
        let known = features.filter { numbers[$0.key] >= 0 }
        return zip(known, Self.parts(of: features, numbers, values)).map { feature, part in
            let row = Int(part.number) * classCount
            return (feature, Int(weights[row + owner] - weights[row + rival]) * Int(part.value) / FixedPoint.one)
        }
    }
}
