/// A place in a list that was shown, as people say it: « 2 », « la deuxième », "the last one".
enum ListPlace: Hashable {
    /// Counted from 1, at most ``longest``.
    case number(Int)
    case last

    /// No list that is shown has more entries.
    static let longest = 999

    /// Reads figures, with nothing before, between or behind them but spaces, a full stop or a bracket: « 2. », « 3) ». `nil` for
    /// everything else, a sign and a number that no list has included.
    init?(figures text: String) {
        var number = 0
        var hasDigit = false
        for scalar in text.unicodeScalars {
            switch scalar {
            case "0"..."9":
                number = number * 10 + Int(scalar.value - 0x30)
                hasDigit = true
                guard number <= Self.longest else { return nil }
            case ".", ")": continue
            default: guard scalar.properties.isWhitespace else { return nil }
            }
        }
        guard hasDigit, number > 0 else { return nil }
        self = .number(number)
    }

    /// Reads an ordinal: a folded word, « troisieme », "first".
    init?(ordinal word: String) {
        guard let place = Self.ordinals[word] else { return nil }
        self = place
    }

    /// The index, from 0, in a list of so many; `nil` where it has no such place.
    func index(in count: Int) -> Int? {
        switch self {
        case .number(let number): (1...Self.longest).contains(number) && number <= count ? number - 1 : nil
        case .last: count > 0 ? count - 1 : nil
        }
    }

    private static let ordinals: [String: ListPlace] = [
        "premier": .number(1), "premiere": .number(1), "first": .number(1), "1er": .number(1), "deuxieme": .number(2),
        "second": .number(2), "seconde": .number(2), "2e": .number(2), "troisieme": .number(3), "third": .number(3),
        "quatrieme": .number(4), "fourth": .number(4), "cinquieme": .number(5), "fifth": .number(5),
        "dernier": .last, "derniere": .last, "last": .last,
    ]
}
