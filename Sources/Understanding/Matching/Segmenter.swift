import Text

/// Parts a text into the sentences it is made of, and a sentence where it goes on to ask something else.
///
/// « C'est quoi B Corp, pis combien ça coûte? » is two questions; a long message tells a story before it asks.
struct Segmenter: Sendable {
    /// A part of a text.
    struct Segment: Sendable {
        var tokens: ArraySlice<Token>
        /// Whether it is asked, rather than told.
        var isQuestion: Bool
    }

    /// For each stem, whether it joins two questions: *et*, *pis*, "and".
    let isJoiner: [Bool]
    /// For each stem, whether it opens a question: *combien*, *est-ce*, "how".
    let isOpening: [Bool]

    /// What is shorter is no sentence.
    private static let shortest = 2
    /// A text of more parts is no message to an assistant; its rest is one part.
    private static let most = 24

    /// The parts of a text, in order, without words of politeness. Words that are too few to be a part belong to none.
    func segments(of reading: LexicalReading) -> [Segment] {
        let tokens = Self.told(in: reading)
        var segments: [Segment] = []
        var start = 0
        /// The first of the parts that the next question mark makes questions.
        var sentence = 0
        func close(at end: Int) {
            if end - start >= Self.shortest { segments.append(.init(tokens: tokens[start..<end], isQuestion: false)) }
            start = end
        }
        for (index, token) in tokens.enumerated()
        where segments.count < Self.most - 1 || index == tokens.count - 1 {
            if index > start + 1, has(isJoiner, token), opensQuestion(at: index + 1, tokens) {
                close(at: index)
                start = index + 1
            }
            guard token.end != .nothing || index == tokens.count - 1 else { continue }
            close(at: index + 1)
            if token.end == .question { for part in sentence..<segments.count { segments[part].isQuestion = true } }
            sentence = segments.count
        }
        return segments
    }

    /// The words that are not mere politeness. A sentence that ends with politeness ends before it.
    private static func told(in reading: LexicalReading) -> [Token] {
        var told: [Token] = []
        for (index, token) in reading.tokens.enumerated() {
            if !reading.isPolite[index] {
                told.append(token)
            } else if let last = told.indices.last, told[last].end == .nothing {
                told[last].end = token.end
            }
        }
        return told
    }

    /// Whether a question opens at a token, or after one word: "and roughly how much …".
    private func opensQuestion(at index: Int, _ tokens: [Token]) -> Bool {
        tokens[min(index, tokens.count)..<min(index + 2, tokens.count)].contains { has(isOpening, $0) }
    }

    private func has(_ flags: [Bool], _ token: Token) -> Bool { token.stem >= 0 && flags[Int(token.stem)] }
}
