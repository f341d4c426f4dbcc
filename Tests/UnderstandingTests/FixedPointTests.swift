import Testing

@testable import Understanding

/// Whole numbers that stand for fractions.
@Suite struct FixedPointTests {
    @Test func logarithmsAreExact() {
        #expect(FixedPoint.log2(8, over: 1) == 3 * FixedPoint.one)
        #expect(FixedPoint.log2(1, over: 2) == 0)
        #expect(FixedPoint.log2(3, over: 2) == 599)
        #expect(FixedPoint.log2(1000, over: 1) == 10204)
    }
}
