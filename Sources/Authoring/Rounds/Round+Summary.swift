extension Round: CustomStringConvertible {
    /// How many lines of each kind went as they should.
    public var description: String {
        let lines = RoundLine.Kind.allCases.compactMap { kind -> String? in
            let outcomes = outcomes(of: kind)
            guard !outcomes.isEmpty else { return nil }
            let right = outcomes.count(where: \.isRight)
            let opposite = outcomes.count(where: \.isOpposite)
            let tenths = right * 1000 / outcomes.count
            let tail = opposite > 0 ? ", \(opposite) kept as the opposite" : ""
            return "\(kind.rawValue): \(right)/\(outcomes.count) (\(tenths / 10).\(tenths % 10) %)\(tail)"
        }
        return lines.joined(separator: "\n")
    }
}
