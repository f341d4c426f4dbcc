public import Text

extension Evaluation {
    /// A count of how many of how many.
    public struct Rate: Sendable, Hashable, CustomStringConvertible {
        public var count: Int
        public var of: Int

        public init(count: Int, of: Int) {
            self.count = count
            self.of = of
        }

        /// In tenths of a percent, rounded; `nil` of nothing.
        public var tenths: Int? { of == 0 ? nil : (count * 1000 + of / 2) / of }

        /// The 95 % confidence interval, in tenths of a percent, rounded: the Wilson score interval (Wilson, *Probable
        /// Inference, the Law of Succession, and Statistical Inference*, Journal of the American Statistical
        /// Association 22, 1927). Of nothing, anything is possible. For display only.
        public var interval: ClosedRange<Int> {
            guard of > 0 else { return 0...1000 }
            let z = 1.959_963_985
            let (n, share) = (Double(of), Double(count) / Double(of))
            let scale = 1 + z * z / n
            let centre = (share + z * z / (2 * n)) / scale
            let half = z / scale * (share * (1 - share) / n + z * z / (4 * n * n)).squareRoot()
            func tenths(_ share: Double) -> Int { Int((min(max(share, 0), 1) * 1000).rounded()) }
            return tenths(centre - half)...tenths(centre + half)
        }

        /// The percentage alone, to one decimal: `93.5`, or a dash of nothing.
        public func percentage(in language: Language) -> String {
            tenths.map { Self.text($0, in: language) } ?? "–"
        }

        /// The confidence interval: `89.4 to 96.1`, or a dash of nothing.
        public func interval(in language: Language) -> String {
            let (low, high) = (
                Self.text(interval.lowerBound, in: language), Self.text(interval.upperBound, in: language)
            )
            return of == 0 ? "–" : language.say("\(low) to \(high)")
        }

        /// How many of how many: `12 of 15`.
        package func counts(in language: Language) -> String { language.say("\(count) of \(of)") }

        /// The percentage with its counts, or a dash of nothing.
        public func text(in language: Language) -> String {
            let share = of == 0 ? "–" : "\(percentage(in: language)) %"
            return language.typeset("\(share) (\(counts(in: language)))")
        }

        public var description: String { text(in: .en) }

        /// Tenths as a decimal number.
        package static func text(_ tenths: Int, in language: Language) -> String {
            "\(tenths / 10)\(language.decimalSeparator)\(tenths % 10)"
        }
    }
}

extension Evaluation.Rate: Encodable {
    private enum CodingKeys: CodingKey {
        case count, of, percent, low, high
    }

    /// Writes the count, what it is of, the percentage (0 of nothing) and the ends of its 95 % confidence interval.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(count, forKey: .count)
        try container.encode(of, forKey: .of)
        try container.encode(Double(tenths ?? 0) / 10, forKey: .percent)
        try container.encode(Double(interval.lowerBound) / 10, forKey: .low)
        try container.encode(Double(interval.upperBound) / 10, forKey: .high)
    }
}
