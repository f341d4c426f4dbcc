/// Numbers that are counted up and only compared with a few: a state that is read may hold any number.
package enum Counter {
    /// The nearest number from 0 to 9,999, where counting stays.
    package static func bounded(_ number: Int) -> Int { min(max(number, 0), 9_999) }
}
