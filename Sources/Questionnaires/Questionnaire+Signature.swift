public import Knowledge

extension Questionnaire {
    /// What names this version of the questionnaire: it changes when a question, a choice or a condition does, not when a
    /// wording does. FNV-1a, 64 bits, in hexadecimal.
    public var signature: String {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        func add(_ text: String) {
            for byte in text.utf8 + [0] { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        }
        for question in questions {
            add(question.id)
            add(question.type.rawValue)
            for choice in question.choices { add(choice.id) }
            for condition in question.showIf {
                add(condition.question)
                add(condition.comparison.rawValue)
                add("\(condition.value)")
            }
        }
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
