import Knowledge
import Text

extension Explanation: CustomStringConvertible {
    /// The explanation for a terminal.
    public var description: String {
        var lines = ["\(decision) · \(language.rawValue)", ""]
        lines.append("words     " + words.map(Self.text).joined(separator: " "))
        if let question { lines.append("question  « \(question) »") }
        if !concepts.isEmpty { lines.append("concepts  " + concepts.map { "#\($0)" }.joined(separator: " ")) }
        if !entities.isEmpty {
            lines.append(
                "entities  "
                    + entities.map { entity in
                        "\(entity.type.rawValue)=\(entity.value)" + (entity.text.map { " « \($0) »" } ?? "")
                    }.joined(separator: ", "))
        }
        for (place, candidate) in candidates.enumerated() {
            lines += ["", "\(place + 1). \(candidate.intent.rawValue)  \(candidate.score)"]
            let gifts = candidate.contributions.map { "\($0.feature) \($0.points)" }.joined(separator: ", ")
            lines.append("   words \(candidate.words): \(gifts)")
            lines.append("   letters \(candidate.letters)")
            if let example = candidate.nearestExample {
                lines.append("   nearest \(candidate.nearest): « \(example) »")
            }
            if candidate.relevance != 0 { lines.append("   relevance \(candidate.relevance)") }
            if candidate.situation != 0 { lines.append("   situation \(candidate.situation)") }
            if candidate.fitted != 0 || !candidate.apart.isEmpty {
                let apart = candidate.apart.map { "\($0.feature) \($0.points)" }.joined(separator: ", ")
                lines.append("   told apart \(candidate.fitted): \(apart)")
            }
            if candidate.rules != 0 {
                lines.append("   rules \(candidate.rules): \(candidate.rule ?? "counter-evidence")")
            }
        }
        if candidates.count > 1 { lines += ["", "\(candidates[0].intent.rawValue) leads by \(lead)."] }
        for counterfactual in counterfactuals {
            lines.append("Without « \(counterfactual.without) », \(counterfactual.intent.rawValue) would come first.")
        }
        return lines.joined(separator: "\n")
    }

    private static func text(_ word: Word) -> String {
        var text = word.word
        if let original = word.repairedFrom { text += " (« \(original) »)" }
        if word.isUnknown { text += "?" }
        return word.isPolite ? "(\(text))" : text
    }
}
