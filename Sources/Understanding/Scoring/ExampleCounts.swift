/// What the examples are made of.
package struct ExampleCounts {
    package var numbers = IntegerTable()
    package var features: [Feature] = []
    /// For each feature, the classes it is in, in their order, and how often.
    package var inClasses: [[(owner: Int32, count: Int)]] = []
    /// For each feature, the examples that have it, in their order.
    package var sharing: [[Int32]] = []
    /// For each class, its length in features that are not letters, and that are.
    package var lengths: [[Int]]
    /// For each class, how many examples it has.
    package var examples: [Int]

    /// - Parameter examples: The class and the features of each example, those of a class together, in the order of the classes.
    package init(classCount: Int, examples: [(owner: Int, features: [Feature])]) {
        lengths = Array(repeating: [0, 0], count: classCount)
        self.examples = Array(repeating: 0, count: classCount)
        precondition(zip(examples, examples.dropFirst()).allSatisfy { $0.owner <= $1.owner }, "classes out of order")
        for (index, example) in examples.enumerated() {
            self.examples[example.owner] += 1
            for feature in example.features {
                let number = Int(numbers.insert(feature.key, Int32(features.count)))
                if number == features.count {
                    features.append(feature)
                    sharing.append([])
                    inClasses.append([])
                }
                sharing[number].append(Int32(index))
                let last = inClasses[number].count - 1
                if last >= 0, inClasses[number][last].owner == example.owner {
                    inClasses[number][last].count += 1
                } else {
                    inClasses[number].append((Int32(example.owner), 1))
                }
                lengths[example.owner][feature.kind == .letters ? 1 : 0] += 1
            }
        }
    }

    /// The average length of a class in features that are not letters, and that are; at least 1.
    var averageLengths: [Int] {
        (0...1).map { kind in max(1, lengths.reduce(0) { $0 + $1[kind] } / max(1, lengths.count)) }
    }
}
