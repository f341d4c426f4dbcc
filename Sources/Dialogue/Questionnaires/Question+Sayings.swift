import Knowledge

extension Knowledge.Question {
    /// For each of what can be said, all that says it: titles, their parts that no other shares, and what people say.
    var sayings: [[String]] {
        guard type != .yesNo else { return sayable.map { says[$0].map { $0.fr + $0.en } ?? [] } }
        let titles = choices.map { choice in
            Language.allCases.flatMap { [choice.text[$0], choice.text[$0].withoutBrackets] }
        }
        let parts = choices.map { choice in Language.allCases.flatMap { choice.text[$0].parts } }
        var owners: [[String]: Set<Int>] = [:]
        for (place, texts) in parts.enumerated() {
            for text in texts { owners[AnswerClauses.stems(of: text), default: []].insert(place) }
        }
        return choices.indices.map { place in
            let own = parts[place].filter { owners[AnswerClauses.stems(of: $0)]?.count == 1 }
            let said = says[choices[place].id].map { $0.fr + $0.en } ?? []
            return titles[place] + own + said
        }
    }
}

extension String {
    /// What a title lists, each alone: « Dons, commandites ou services offerts » is three.
    fileprivate var parts: [String] {
        let marks = split { ",;()/:".contains($0) }
        let words = marks.flatMap { part in
            part.split(separator: " ").split { ["ou", "or"].contains($0.lowercased()) }.map { $0.joined(separator: " ") }
        }
        return words.map(\.trimmed).filter { part in
            let stems = AnswerClauses.stems(of: part)
            return !stems.isEmpty && !stems.allSatisfy { ["oui", "yes", "non", "no", AnswerClauses.negation, "autr", "other"].contains($0) }
        }
    }
}
