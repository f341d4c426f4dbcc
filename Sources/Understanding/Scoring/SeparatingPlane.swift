/// Weights of features that hold the examples of one class and all others apart by a margin.
///
/// A linear support vector machine with squared hinge loss, found by dual coordinate descent (Hsieh, Chang, Lin, Keerthi and
/// Sundararajan, *A dual coordinate descent method for large-scale linear SVM*, ICML 2008): example
/// after example gets the share that its own error asks for, and the weights are the sum of the shares. There is one best answer,
/// and the order in which examples come does not decide which. In whole numbers: the same on every machine.
struct SeparatingPlane: Sendable {
    /// What each feature says for the class, in units of 1/``one``.
    let weights: [Int32]
    /// What is said for the class before any feature, in units of 1/``one``.
    let offset: Int32

    /// One, as the unit of weights: an example of the class is to say more than one for it, any other less than minus one.
    static let one = 1 << 16

    /// The examples of all classes, one after another.
    struct Examples: Sendable {
        /// Where the features of each begin; one more than there are examples.
        private(set) var starts = [0]
        /// The numbers of their features.
        private(set) var numbers: [Int32] = []
        /// How much of each feature there is, in units of 1/1024.
        private(set) var values: [Int32] = []
        let featureCount: Int

        var count: Int { starts.count - 1 }

        init(featureCount: Int) { self.featureCount = featureCount }

        mutating func append(_ parts: [(number: Int32, value: Int32)]) {
            for part in parts {
                numbers.append(part.number)
                values.append(part.value)
            }
            starts.append(numbers.count)
        }
    }

    /// What a share of one costs, in units of 1/``one``: an error of one costs half as much as the inverse of this. One, and less for the
    /// examples of a class that has fewer than others, since all others speak against it: by the root of how many fewer, down to a quarter.
    private static func costOfShare(count: Int, of all: Int, classCount: Int) -> Int {
        min(one, max(one / 4, FixedPoint.squareRoot(of: one * one / max(1, all) * count * classCount)))
    }

    /// How far from right a share may be, in units of 1/``one``.
    private static let tolerance = one / 10
    /// How often all examples are gone through, and how often those that count, before what was found is taken as it is.
    private static let (mostRounds, mostRoundsOfSome) = (12, 24)

    /// - Parameters:
    ///   - examples: All examples.
    ///   - isOfClass: Whether each is of the class.
    ///   - classCount: How many classes there are, where the examples of one that has few are to count for more.
    init(_ examples: Examples, isOfClass: [Bool], classCount: Int?) {
        let own =
            classCount.map {
                Self.costOfShare(count: isOfClass.count(where: \.self), of: examples.count, classCount: $0)
            } ?? Self.one
        var search = Search(examples, isOfClass, costs: isOfClass.map { $0 ? own : Self.one })
        for _ in 0..<Self.mostRounds {
            var left = search.round(among: Array(0..<examples.count))
            if left.error <= Self.tolerance { break }
            for _ in 0..<Self.mostRoundsOfSome where left.error > Self.tolerance {
                left = search.round(among: left.counting)
            }
        }
        weights = search.weights
        offset = Int32(clamping: search.offset)
    }

    /// Weights and shares on the way.
    private struct Search {
        let examples: Examples
        let isOfClass: [Bool]
        /// What a share of one costs each, in units of 1/``one``.
        let costs: [Int]
        /// How fast the error of each grows with its share, in units of 1/``one``.
        let growth: [Int]
        var weights: [Int32]
        var offset = 0
        /// The share of each, not negative, in units of 1/``one``.
        var shares: [Int]

        init(_ examples: Examples, _ isOfClass: [Bool], costs: [Int]) {
            self.examples = examples
            self.isOfClass = isOfClass
            self.costs = costs
            growth = (0..<examples.count).map { examples.square(of: $0) * (one / FixedPoint.one) + one + costs[$0] }
            weights = [Int32](repeating: 0, count: examples.featureCount)
            shares = [Int](repeating: 0, count: examples.count)
        }

        /// Puts the share of each of some examples right, beside those of the others.
        ///
        /// - Returns: The most that a share was from right, and the examples that have a share: those that have none, and ask for none,
        ///   seldom ask later.
        mutating func round(among some: [Int]) -> (error: Int, counting: [Int]) {
            var most = 0
            var counting: [Int] = []
            counting.reserveCapacity(some.count)
            for example in some {
                let said = examples.product(of: example, with: weights) + offset
                let share = shares[example]
                let error = (isOfClass[example] ? said : -said) - one + share * costs[example] / one
                if share == 0 && error >= 0 { continue }
                counting.append(example)
                most = max(most, abs(error))
                let next = max(0, share - error * one / growth[example])
                shares[example] = next
                let change = isOfClass[example] ? next - share : share - next
                examples.add(change, times: example, to: &weights)
                offset += change
            }
            return (most, counting)
        }
    }
}

extension SeparatingPlane.Examples {
    /// The sum of the squares of an example's features, in units of 1/1024.
    fileprivate func square(of example: Int) -> Int {
        values[starts[example]..<starts[example + 1]].reduce(0) { $0 + Int($1) * Int($1) } / FixedPoint.one
    }

    /// What weights say of an example, in their unit.
    fileprivate func product(of example: Int, with weights: [Int32]) -> Int {
        weights.withUnsafeBufferPointer { weights in
            numbers.withUnsafeBufferPointer { numbers in
                values.withUnsafeBufferPointer { values in
                    var product = 0
                    for part in starts[example]..<starts[example + 1] {
                        product &+= Int(weights[Int(numbers[part])]) &* Int(values[part])
                    }
                    return product / FixedPoint.one
                }
            }
        }
    }

    /// Adds an example, so many times, to weights.
    fileprivate func add(_ factor: Int, times example: Int, to weights: inout [Int32]) {
        weights.withUnsafeMutableBufferPointer { weights in
            numbers.withUnsafeBufferPointer { numbers in
                values.withUnsafeBufferPointer { values in
                    for part in starts[example]..<starts[example + 1] {
                        weights[Int(numbers[part])] &+= Int32(
                            truncatingIfNeeded: (factor &* Int(values[part]) &+ FixedPoint.one / 2) >> 10)
                    }
                }
            }
        }
    }
}
