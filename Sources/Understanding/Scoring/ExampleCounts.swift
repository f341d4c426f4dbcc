/// What the examples are made of.
struct ExampleCounts {
    var numbers = IntegerTable()
    var features: [Feature] = []
    /// For each feature, the classes it is in, in their order, and how often.
    var inClasses: [[(owner: Int32, count: Int)]] = []
    /// For each feature, the examples that have it, in their order.
    var sharing: [[Int32]] = []
    /// For each class, its length in features that are not letters, and that are.
    var lengths: [[Int]]
    /// For each class, how many examples it has.
    var examples: [Int]

    init(classCount: Int, examples: [(owner: Int, features: [Feature])]) {
        lengths = Array(repeating: [0, 0], count: classCount)
        self.examples = Array(repeating: 0, count: classCount)
        var counts: [[Int32: Int]] = []
        for (index, example) in examples.enumerated() {
            self.examples[example.owner] += 1
            for feature in example.features {
                let number = Int(numbers.insert(feature.key, Int32(features.count)))
                if number == features.count {
                    features.append(feature)
                    sharing.append([])
                    counts.append([:])
                }
                sharing[number].append(Int32(index))
                counts[number][Int32(example.owner), default: 0] += 1
                lengths[example.owner][feature.kind == .letters ? 1 : 0] += 1
            }
        }
        inClasses = counts.map { $0.map { ($0.key, $0.value) }.sorted { $0.0 < $1.0 } }
    }

    /// The average length of a class in features that are not letters, and that are; at least 1.
    var averageLengths: [Int] {
        (0...1).map { kind in max(1, lengths.reduce(0) { $0 + $1[kind] } / max(1, lengths.count)) }
    }
}
