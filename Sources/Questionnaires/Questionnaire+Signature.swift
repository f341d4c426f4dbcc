public import Knowledge
import Text

extension Questionnaire {
    /// What names this version of the questionnaire: it changes when a question, a choice or a condition does, not when a
    /// wording does. FNV-1a, 64 bits, in hexadecimal.
    public var signature: String {
        var hash = FNV1a()
        func add(_ text: String) {
            hash.add(text.utf8)
            hash.add(0)
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
        let digits = String(hash.value, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
