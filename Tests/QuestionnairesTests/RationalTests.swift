import Questionnaires
import Testing

@Suite struct RationalTests {
    @Test func fractionsAreReduced() {
        #expect(Rational(6, over: -4) == Rational(-3, over: 2))
        #expect(Rational(0, over: 7) == .zero)
        #expect(Rational(1, over: 6) + Rational(1, over: 3) == Rational(1, over: 2))
        #expect(Rational(2, over: 3) / Rational(4, over: 9) - Rational(1, over: 2) == Rational(1))
        #expect(Rational(14, over: 6).description == "7/3")
    }

    @Test(arguments: [(1, 2, 1), (5, 2, 3), (-1, 2, 0), (-3, 2, -1), (-5, 3, -2), (49, 100, 0), (7, 1, 7)])
    func theHalfGoesUp(numerator: Int, denominator: Int, expected: Int) {
        #expect(Rational(numerator, over: denominator).rounded == expected)
    }

    @Test func noFractionTraps() {
        let numbers = [Int.min, .min + 1, -1_000_003, -1, 0, 1, 3, 97, 1 << 32, (1 << 53) + 1, .max - 1, .max]
        let fractions = numbers.flatMap { above in numbers.filter { $0 != 0 }.map { Rational(above, over: $0) } }
        for left in fractions {
            #expect(left.denominator > 0 && left.rounded(toParts: 10) == left.rounded(toParts: 10))
            for right in fractions {
                for result in [left + right, left - right, left * right, right == .zero ? .zero : left / right] {
                    #expect(result.denominator > 0)
                }
                #expect((left < right) == !(right <= left))
            }
        }
        // The least common multiple of these has 69 bits.
        let primes = [97, 89, 83, 79, 73, 71, 67, 61, 59, 53, 47]
        let sum = primes.reduce(Rational.zero) { $0 + Rational(1, over: $1) }
        #expect(sum.rounded(toParts: 1_000_000) == 162_447)
    }

    @Test func largeFractionsCompare() {
        let near = Rational(Int.max - 1, over: Int.max)
        #expect(near < Rational(1))
        #expect(Rational(Int.max - 2, over: Int.max - 1) < near)
        #expect(Rational(1, over: 20).rounded(toParts: 10) == 1)
    }
}
