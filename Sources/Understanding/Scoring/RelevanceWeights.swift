/// The relevance weight of a feature for a class (Robertson and Spärck Jones, *Relevance weighting of search terms*, 1976): with
/// N examples, n of them with the feature, R of the class and r of those with the feature,
///
///     log2 ((r + a) (N − n − R + r + a) / ((n − r + a) (R − r + a)))
///
/// in units of 1/1024, with a = 1/5, less than the half of the original since classes are small. Where r is 0 that is nearly
/// log2 ((N − n + a) / (n + a)) + log2 (a / (R + a)): what the feature says to all classes that lack it, and what the class says to
/// all features it lacks, so that only the other weights need be kept.
package struct RelevanceWeights: Sendable {
    private let exampleCount: Int
    /// log2 (5 k + 1), by k.
    private let logarithms: [Int]

    /// - Parameter exampleCount: N.
    package init(exampleCount: Int) {
        self.exampleCount = exampleCount
        logarithms = (0...exampleCount).map { FixedPoint.log2(5 * $0 + 1, over: 1) }
    }

    /// What a feature that `with` examples have says about a class that lacks it.
    package func absence(of with: Int) -> Int { log(exampleCount - with) - log(with) }

    /// What a class of `size` examples says about any feature that it lacks.
    package func absence(fromClass size: Int) -> Int { -log(size) }

    /// How much more a feature that `with` examples have says for a class of `size` examples, `count` of them with it, than its
    /// absence would say.
    package func gain(of with: Int, in count: Int, ofClass size: Int) -> Int {
        log(count) - log(size - count) + log(exampleCount - with - size + count) - log(with - count)
            - absence(of: with) - absence(fromClass: size)
    }

    private func log(_ count: Int) -> Int { logarithms[max(0, count)] }
}
