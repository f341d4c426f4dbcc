/// Splits an answer at commas and the like, but neither inside brackets nor inside a title that holds a comma.
struct AnswerParts {
    static let listSeparators: Set<String> = [",", ";", "\n", "+", "/", "&", "et", "and", "puis"]
    static let evidenceSeparators: Set<String> = [",", ";", "\n"]

    private let tokens: [AnswerToken]
    /// Where one part can end and another begin.
    private let isSeparator: [Bool]

    init(_ tokens: [AnswerToken], separators: Set<String>) {
        self.tokens = tokens
        var depth = 0
        isSeparator = tokens.map { token in
            if token.isMark("(") { depth += 1 }
            if token.isMark(")"), depth > 0 { depth -= 1 }
            return depth == 0 && separators.contains(token.text)
        }
    }

    /// The parts. The longest run that is a title stays whole.
    func split(isTitle: ([String]) -> Bool) -> [[AnswerToken]] {
        var parts: [[AnswerToken]] = []
        var start = 0
        while start < tokens.count {
            guard !isSeparator[start] else {
                start += 1
                continue
            }
            let ends = (start + 1...tokens.count).filter { $0 == tokens.count || isSeparator[$0] }.prefix(
                Self.mostJoined)
            let end = ends.last { isTitle(Array(tokens[start..<$0]).words) } ?? ends.first ?? tokens.count
            let part = Array(tokens[start..<end])
            if part.contains(where: { $0.kind != .mark }) { parts.append(part) }
            start = end
        }
        return parts
    }

    /// A title holds no more separators than this.
    private static let mostJoined = 6
}
