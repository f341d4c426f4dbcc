import Knowledge
import Text

extension Question {
    /// Texts with the places of what they say: what says each of what can be said, and whole answers.
    func examples(_ vocabulary: AnswerVocabulary) -> [(says: [Int], text: String)] {
        let phrases = sayings(vocabulary).enumerated().flatMap { place, texts in texts.map { (says: [place], text: $0) }
        }
        let wholes = answers.flatMap { answer in
            let places = answer.says.compactMap(sayable.firstIndex)
            return (answer.texts.fr + answer.texts.en).map { (says: places, text: $0) }
        }
        return phrases + wholes
    }

    /// For each of what can be said, all that says it: titles, their parts that no other shares, and what people say.
    func sayings(_ vocabulary: AnswerVocabulary) -> [[String]] {
        guard type != .yesNo else { return sayable.map { says[$0].map { $0.fr + $0.en } ?? [] } }
        return zip(choices, vocabulary.sayings(of: choices.map(\.text))).map { choice, titles in
            titles + (says[choice.id].map { $0.fr + $0.en } ?? [])
        }
    }
}

extension AnswerVocabulary {
    /// For each title, the title in both languages, with and without what stands in brackets, and its parts that no other
    /// shares.
    func sayings(of titles: [LocalizedText]) -> [[String]] {
        let parts = titles.map { title in Language.allCases.flatMap { self.parts(of: title[$0]) } }
        var owners: [[String]: Set<Int>] = [:]
        for (place, texts) in parts.enumerated() {
            for text in texts { owners[stems(of: text), default: []].insert(place) }
        }
        return titles.indices.map { place in
            let own = parts[place].filter { owners[stems(of: $0)]?.count == 1 }
            return Language.allCases.flatMap { [titles[place][$0], titles[place][$0].withoutBrackets] } + own
        }
    }

    /// What a title lists, each alone: « Dons, commandites ou services offerts » is three.
    private func parts(of title: String) -> [String] {
        // What stands in brackets are examples: one word of them is also a word of other choices.
        let outside = Set(title.withoutBrackets.split { ",;/:".contains($0) }.map(String.init).map(\.trimmed))
        let marks = title.split { ",;()/:".contains($0) }.filter { part in
            stems(of: String(part)).count > 1 || outside.contains(String(part).trimmed)
        }
        let words = marks.flatMap { part in
            part.split(separator: " ").split { self[.or].contains($0.lowercased()) }.map { $0.joined(separator: " ") }
        }
        return words.map(\.trimmed).filter { part in
            let stems = stems(of: part)
            return !stems.isEmpty
                && !stems.allSatisfy { $0 == AnswerClauses.negation || plainTitleStems.contains($0) }
        }
    }
}
