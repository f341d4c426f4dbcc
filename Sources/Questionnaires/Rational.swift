/// An exact fraction in lowest terms, for results that must be the same everywhere and be rounded only once.
///
/// Sums and products are made with twice the width and then brought to lowest terms: with the weights, points and counts of a
/// questionnaire, each at most 100, they are far within the bounds of `Int`. What is not within them, of a questionnaire made to
/// be beyond, loses its last bits until it is: the same everywhere, and never a trap.
public struct Rational: Sendable, Hashable {
    /// What is divided; it has the sign.
    public let numerator: Int
    /// What divides it, 1 or more.
    public let denominator: Int

    /// Creates a fraction; the denominator must not be 0.
    public init(_ numerator: Int, over denominator: Int = 1) {
        self.init(Int128(numerator), over: Int128(denominator))
    }

    private init(_ numerator: Int128, over denominator: Int128) {
        precondition(denominator != 0, "a fraction over 0")
        let divisor = Self.commonDivisor(numerator.magnitude, denominator.magnitude)
        var above = numerator.magnitude / divisor
        var below = denominator.magnitude / divisor
        let excess = Self.width - min(above.leadingZeroBitCount, below.leadingZeroBitCount)
        if excess > 0 {
            above >>= excess
            below = max(below >> excess, 1)
            let divisor = Self.commonDivisor(above, below)
            (above, below) = (above / divisor, below / divisor)
        }
        self.numerator = (numerator < 0) != (denominator < 0) ? -Int(above) : Int(above)
        self.denominator = Int(below)
    }

    /// How many bits of 128 are 0 in what `Int` can hold without its sign.
    private static let width = UInt128.bitWidth - Int.bitWidth + 1

    /// Zero.
    public static let zero = Rational(0)

    /// The nearest whole number, the half up.
    public var rounded: Int { rounded(toParts: 1) }

    /// The nearest number of equal parts of one, the half up: with 10, the tenths.
    public func rounded(toParts parts: Int) -> Int {
        let doubled = 2 * Int128(parts) * Int128(numerator) + Int128(denominator)
        let (quotient, remainder) = doubled.quotientAndRemainder(dividingBy: 2 * Int128(denominator))
        return Int(clamping: remainder < 0 ? quotient - 1 : quotient)
    }

    private static func commonDivisor(_ first: UInt128, _ second: UInt128) -> UInt128 {
        var (one, other) = (first, second)
        while other != 0 {
            // Division of the double width is slow, and what few fractions need.
            if let one = UInt64(exactly: one), let other = UInt64(exactly: other) {
                return UInt128(commonDivisor(one, other))
            }
            (one, other) = (other, one % other)
        }
        return one
    }

    private static func commonDivisor(_ first: UInt64, _ second: UInt64) -> UInt64 {
        var (one, other) = (first, second)
        while other != 0 { (one, other) = (other, one % other) }
        return one
    }
}

extension Rational {
    /// The sum.
    public static func + (left: Rational, right: Rational) -> Rational {
        let (one, other) = (Int128(left.denominator), Int128(right.denominator))
        return Rational(Int128(left.numerator) * other + Int128(right.numerator) * one, over: one * other)
    }

    /// The difference.
    public static func - (left: Rational, right: Rational) -> Rational { left + right * Rational(-1) }

    /// Subtracts in place.
    public static func -= (left: inout Rational, right: Rational) { left = left - right }

    /// The product.
    public static func * (left: Rational, right: Rational) -> Rational {
        Rational(
            Int128(left.numerator) * Int128(right.numerator), over: Int128(left.denominator) * Int128(right.denominator)
        )
    }

    /// The quotient; the divisor must not be 0.
    public static func / (left: Rational, right: Rational) -> Rational {
        Rational(
            Int128(left.numerator) * Int128(right.denominator), over: Int128(left.denominator) * Int128(right.numerator)
        )
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
