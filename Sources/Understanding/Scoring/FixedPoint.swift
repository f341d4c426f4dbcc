/// Arithmetic in whole numbers, so that a score is the same on every machine and in every build.
package enum FixedPoint {
    /// One, as a fixed-point number.
    package static let one = 1 << 10

    /// The square root of a number that is not negative, rounded down, by Newton's method.
    static func squareRoot(of number: Int) -> Int {
        guard number > 1 else { return number }
        var root = 1 << ((Int.bitWidth - number.leadingZeroBitCount + 1) / 2)
        while true {
            let next = (root + number / root) / 2
            if next >= root { return root }
            root = next
        }
    }

    /// The binary logarithm of `numerator / denominator` in units of 1/1024, rounded down; 0 when the ratio is at most 1.
    ///
    /// Bit by bit, by repeated squaring of a 31-bit mantissa: `log2` of a C library may differ in its last bit from
    /// one machine to the next.
    static func log2(_ numerator: Int, over denominator: Int) -> Int {
        precondition(numerator > 0 && denominator > 0)
        guard numerator > denominator else { return 0 }
        var whole = 0
        var scaled = denominator
        while scaled <= numerator / 2 {
            scaled *= 2
            whole += 1
        }
        var mantissa = UInt64(numerator) << 30 / UInt64(scaled)
        var result = whole << 10
        var bit = 1 << 9
        while bit > 0 {
            mantissa = (mantissa * mantissa) >> 30
            if mantissa >= 2 << 30 {
                mantissa >>= 1
                result |= bit
            }
            bit >>= 1
        }
        return result
    }
}
