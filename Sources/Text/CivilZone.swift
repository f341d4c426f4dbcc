internal import Foundation

/// Where people live, as far as it says which day it is.
public struct CivilZone: Sendable, Hashable {
    /// Its name in the time zone database of IANA.
    public let name: String

    /// Québec, where this assistant is at home.
    public static let quebec = CivilZone(known: "America/Toronto")

    private init(known name: String) { self.name = name }

    /// A zone by its name in the time zone database, as `America/Vancouver`; `nil` if this machine knows none of that name.
    public init?(name: String) {
        if name == Self.quebec.name || name == "America/Montreal" {
            self = .quebec
        } else {
            guard TimeZone(identifier: name) != nil else { return nil }
            self.init(known: name)
        }
    }

    /// How far clocks are ahead of UTC at a moment, in milliseconds, by the tables of this machine; `nil` if they do not know the zone.
    func offset(at moment: RecordTime) -> Int? {
        let date = Date(timeIntervalSince1970: Double(moment.milliseconds) / 1000)
        return TimeZone(identifier: name).map { $0.secondsFromGMT(for: date) * 1000 }
    }
}
