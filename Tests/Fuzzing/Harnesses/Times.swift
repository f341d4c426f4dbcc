/// Times of records that a producer may write: today's, and those that no clock shows.
enum Times {
    static let all: [Int64] = [
        Prepared.time, Prepared.time + 60_000, Prepared.time + 7_200_000, Prepared.time + 50_000_000_000, -1, 0, -1000,
        .max, .max - 1, .min, .min + 1, 253_402_300_799_999, 253_402_300_800_000, -62_135_596_800_001, 1 << 53, 1 << 32,
    ]
}
