/// Splits an answer at commas and the like, but neither inside brackets nor inside a title that holds a comma.
struct AnswerParts {
    private let tokens: [AnswerToken]
    /// Where one part can end and another begin, and at last the end of the answer.
    private let ends: [Int]

    /// - Parameter separates: Whether a token stands between two parts.
    init(_ tokens: [AnswerToken], where separates: (AnswerToken) -> Bool) {
        self.tokens = tokens
        var depth = 0
        let separators = tokens.indices.filter { index in
            if tokens[index].isMark("(") { depth += 1 }
            if tokens[index].isMark(")"), depth > 0 { depth -= 1 }
            return depth == 0 && separates(tokens[index])
        }
        ends = separators + [tokens.count]
    }

    /// The parts, at most ``most``. The longest run that is a title stays whole.
    ///
    /// Takes time in proportion to the number of parts and of tokens.
    func split(isTitle: ([String]) -> Bool) -> [[AnswerToken]] {
        var parts: [[AnswerToken]] = []
        var start = 0
        /// The place among ``ends`` of the first that is not before `start`.
        var next = 0
        while start < tokens.count, parts.count < Self.most {
            guard ends[next] > start else {
                start += 1
                next += 1
                continue
            }
            let reachable = ends[next...].prefix(Self.mostJoined)
            let place = reachable.indices.last { isTitle(words(from: start, to: ends[$0])) } ?? next
            let part = Array(tokens[start..<ends[place]])
            if part.contains(where: { $0.kind != .mark }) { parts.append(part) }
            start = ends[place]
            next = place
        }
        return parts
    }

    /// The words of a run; of one that is longer than any title, as many as tell that it is none.
    private func words(from start: Int, to end: Int) -> [String] {
        Array(tokens[start..<min(end, start + Self.longestTitle)]).words
    }

    /// A title holds no more separators than this.
    private static let mostJoined = 6
    /// A title has no more tokens than this.
    private static let longestTitle = 200
    /// No answer names more things than this.
    private static let most = 200
}
