import Text

/// Weights by which things are told apart that people ask for or answer, fitted against one another from examples of each.
///
/// Each class has the weights that hold its examples and all others apart (``SeparatingPlane``). Where ``ExampleIndex`` counts each
/// intent for itself, this finds what tells it from the others.
///
/// Whole numbers, without chance: the same examples give the same weights on every machine, and each weight belongs to a feature
/// that a person can read.
package struct FittedWeights: Sendable {
    /// How many eighths of its rarity a feature of each kind is worth.
    package struct Worth: Sendable {
        let eighths: [Int]

        package init(word: Int, pair: Int, letters: Int, concept: Int = 0, entity: Int = 0) {
            eighths = [0, word, concept, entity, pair, letters]
        }

        fileprivate subscript(kind: Feature.Kind) -> Int { eighths[Int(kind.rawValue)] }

        /// For intents: what a person named or meant tells more than their words, and their words more than the letters that these share with others.
        static let intents = Worth(word: 8, pair: 8, letters: 5, concept: 11, entity: 11)
    }

    let classCount: Int
    /// The number of each feature that counts.
    let numbers: IntegerTable
    /// What each feature is worth before a text is brought to length one, in units of 1/1024. One that a single example has is none.
    let values: [Int32]
    /// The weights of each feature for each class, feature by feature, in units of 1/``unit``.
    let weights: [Int16]
    /// What is said for each class before any feature, in units of 1/1024.
    let offsets: [Int32]

    /// One, as the unit of weights: none is eight or more.
    private static let unit = 1 << 12

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
    ///   - isEven: Whether the examples of a class that has few of them count for more.
    ///   - folder: Where what was fitted is kept, if anywhere.
    package init(
        classCount: Int, examples: [Example], worth: Worth, isEven: Bool = false, keptIn folder: WeightFolder? = nil
    ) {
        let set = TrainingSet(classCount: classCount, examples: examples, worth: worth, isEven: isEven)
        self = folder?.weights(for: set) ?? Self(fitting: set)
    }

    /// Fits the weights.
    init(fitting set: TrainingSet) {
        let uses = Self.uses(in: set.examples, set.worth)
        var numbers = IntegerTable()
        var values: [Int32] = []
        for (feature, count) in uses where count > 1 {
            _ = numbers.insert(feature.key, Int32(values.count))
            values.append(
                Int32(FixedPoint.log2(set.examples.count, over: count) * set.worth[feature.kind] / 8))
        }
        let ordered = set.examples.indices.sorted {
            (set.examples[$0].key, $0) < (set.examples[$1].key, $1)
        }.map { set.examples[$0] }
        var all = SeparatingPlane.Examples(featureCount: values.count)
        for example in ordered { all.append(Self.parts(of: example.features, numbers, values)) }
        let planes = Parallel.map(set.classCount) { [all] owner in
            SeparatingPlane(
                all, isOfClass: ordered.map { $0.owners.contains(owner) }, classCount: set.isEven ? set.classCount : nil
            )
        }
        var weights = [Int16](repeating: 0, count: values.count * set.classCount)
        for (owner, plane) in planes.enumerated() {
            for (number, weight) in plane.weights.enumerated() {
                weights[number * set.classCount + owner] = Int16(
                    clamping: Int(weight) * Self.unit / SeparatingPlane.one)
            }
        }
        self.init(
            classCount: set.classCount, numbers: numbers, values: values, weights: weights,
            offsets: planes.map { Int32(Int($0.offset) * FixedPoint.one / SeparatingPlane.one) })
    }

    /// Weights that were fitted before.
    init(classCount: Int, numbers: IntegerTable, values: [Int32], weights: [Int16], offsets: [Int32]) {
        self.classCount = classCount
        self.numbers = numbers
        self.values = values
        self.weights = weights
        self.offsets = offsets
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

    /// What a text says for each class, in units of 1/1024: examples of the class say more than 1024, all others less than −1024.
    package func scores(of features: [Feature]) -> [Int32] {
        var sums = [Int32](repeating: 0, count: classCount)
        let parts = Self.parts(of: features, numbers, values)
        weights.withUnsafeBufferPointer { weights in
            sums.withUnsafeMutableBufferPointer { sums in
                for (number, value) in parts {
                    let row = UnsafeBufferPointer(rebasing: weights[(Int(number) * classCount)...].prefix(classCount))
                    for owner in 0..<classCount { sums[owner] &+= (Int32(row[owner]) &* value) >> 6 }
                }
            }
        }
        return zip(sums, offsets).map { $0 >> 6 + $1 }
    }

    /// What each feature of a text says for one class rather than for another, in units of 1/1024, in the order of the features.
    package func contributions(of features: [Feature], for owner: Int, over rival: Int) -> [(
        feature: Feature, points: Int
    )] {
        let known = features.filter { numbers[$0.key] >= 0 }
        return zip(known, Self.parts(of: features, numbers, values)).map { feature, part in
            let row = Int(part.number) * classCount
            return (feature, (Int(weights[row + owner]) - Int(weights[row + rival])) * Int(part.value) / Self.unit)
        }
    }
}
