import Foundation

/// The time of day.
enum SystemClock {
    static func millisecondsSince1970() -> Int64 { Int64(Date().timeIntervalSince1970 * 1000) }
}
