import Knowledge
public import Text

extension Explanation: CustomStringConvertible {
    /// The explanation for a terminal.
    public var description: String { text(in: .en) }

    /// The explanation for a terminal, in a language.
    public func text(in reader: Language) -> String {
        var lines = ["\(decision) · \(language.rawValue)", ""]
        lines.append(reader.say("words     ") + words.map(Self.text).joined(separator: " "))
        if let question { lines.append(reader.say("question  « \(question) »")) }
        if !concepts.isEmpty {
            lines.append(reader.say("concepts  ") + concepts.map { "#\($0)" }.joined(separator: " "))
        }
        if !entities.isEmpty {
            lines.append(
                reader.say("entities  ")
                    + entities.map { entity in
                        "\(entity.type.rawValue)=\(entity.value)" + (entity.text.map { " « \($0) »" } ?? "")
                    }.joined(separator: ", "))
        }
        for (place, candidate) in candidates.enumerated() {
            lines += ["", "\(place + 1). \(candidate.intent.rawValue)  \(candidate.score)"]
            let gifts = candidate.contributions.map { "\($0.feature) \($0.points)" }.joined(separator: ", ")
            lines.append(reader.say("   words \(candidate.words): \(gifts)"))
            lines.append(reader.say("   letters \(candidate.letters)"))
            if let example = candidate.nearestExample {
                lines.append(reader.say("   nearest \(candidate.nearest): « \(example) »"))
            }
            if candidate.relevance != 0 { lines.append(reader.say("   relevance \(candidate.relevance)")) }
            if candidate.situation != 0 { lines.append(reader.say("   situation \(candidate.situation)")) }
            if candidate.fitted != 0 || !candidate.apart.isEmpty {
                let apart = candidate.apart.map { "\($0.feature) \($0.points)" }.joined(separator: ", ")
                lines.append(reader.say("   told apart \(candidate.fitted): \(apart)"))
            }
            if candidate.rules != 0 {
                lines.append(
                    reader.say("   rules \(candidate.rules): \(candidate.rule ?? reader.say("counter-evidence"))"))
            }
        }
        if candidates.count > 1 { lines += ["", reader.say("\(candidates[0].intent.rawValue) leads by \(lead).")] }
        for counterfactual in counterfactuals {
            lines.append(
                reader.say(
                    "Without « \(counterfactual.without) », \(counterfactual.intent.rawValue) would come first."))
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
