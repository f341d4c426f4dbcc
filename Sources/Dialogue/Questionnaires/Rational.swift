/// An exact fraction in lowest terms, for results that must be the same everywhere and be rounded only once.
///
/// Common factors are taken out before numbers are multiplied: with the weights, points and counts of a questionnaire, each
/// at most 100, the numbers stay far from the bounds of `Int`. Beyond them it traps rather than give a wrong result.
public struct Rational: Sendable, Hashable {
    /// What is divided; it has the sign.
    public let numerator: Int
    /// What divides it, 1 or more.
    public let denominator: Int

    /// Creates a fraction; the denominator must not be 0.
    public init(_ numerator: Int, over denominator: Int = 1) {
        precondition(denominator != 0, "a fraction over 0")
        let divisor = Self.commonDivisor(numerator, denominator) * denominator.signum()
        self.numerator = numerator / divisor
        self.denominator = denominator / divisor
    }

    /// Zero.
    public static let zero = Rational(0)

    /// The nearest whole number, the half up.
    public var rounded: Int { rounded(toParts: 1) }

    /// The nearest number of equal parts of one, the half up: with 10, the tenths.
    public func rounded(toParts parts: Int) -> Int {
        let scaled = self * Rational(2 * parts) + Rational(1)
        let (quotient, remainder) = scaled.numerator.quotientAndRemainder(dividingBy: 2 * scaled.denominator)
        return remainder < 0 ? quotient - 1 : quotient
    }

    private static func commonDivisor(_ first: Int, _ second: Int) -> Int {
        var (one, other) = (abs(first), abs(second))
        while other != 0 { (one, other) = (other, one % other) }
        return one
    }
}

extension Rational {
    /// The sum.
    public static func + (left: Rational, right: Rational) -> Rational {
        let divisor = commonDivisor(left.denominator, right.denominator)
        let scale = right.denominator / divisor
        return Rational(
            left.numerator * scale + right.numerator * (left.denominator / divisor), over: left.denominator * scale)
    }

    /// The difference.
    public static func - (left: Rational, right: Rational) -> Rational { left + right * Rational(-1) }

    /// Subtracts in place.
    public static func -= (left: inout Rational, right: Rational) { left = left - right }

    /// The product.
    public static func * (left: Rational, right: Rational) -> Rational {
        let one = Rational(left.numerator, over: right.denominator)
        let other = Rational(right.numerator, over: left.denominator)
        return Rational(one.numerator * other.numerator, over: one.denominator * other.denominator)
    }

    /// The quotient; the divisor must not be 0.
    public static func / (left: Rational, right: Rational) -> Rational {
        left * Rational(right.denominator, over: right.numerator)
    }
}

extension Rational: Comparable {
    /// Orders by value, with products of twice the width.
    public static func < (left: Rational, right: Rational) -> Bool {
        let one = left.numerator.multipliedFullWidth(by: right.denominator)
        let other = right.numerator.multipliedFullWidth(by: left.denominator)
        return (one.high, one.low) < (other.high, other.low)
    }
}

extension Rational: CustomStringConvertible {
    /// The whole number, or the fraction: `7/3`.
    public var description: String { denominator == 1 ? "\(numerator)" : "\(numerator)/\(denominator)" }
}
