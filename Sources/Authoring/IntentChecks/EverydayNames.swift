import Content
import Knowledge
import Text
import Understanding

/// Names of entries that are everyday words: whoever says the word would be answered about the entry.
///
/// A word is an everyday one where it is among the small words of its language (« où »), or says by itself a concept that rules of
/// many intents ask for (« trouver »). Acronyms may look like small words (« DO »): those are not looked for in texts.
enum EverydayNames {
    static func problems(in definitions: IntentDefinitions, knowledge: KnowledgeBase) -> [ContentProblem] {
        var concepts: [[[UInt8]]: IntentDefinitions.Concept] = [:]
        for concept in definitions.concepts where intents(using: concept.id, in: definitions) >= manyIntents {
            for phrase in concept.phrases { concepts[FoldedText(phrase).words] = concept }
        }
        let entries =
            knowledge.certifications.map { (EntryReference(kind: .certification, id: $0.id), $0.aliases) }
            + knowledge.solutions.map { (EntryReference(kind: .solution, id: $0.id), $0.aliases) }
            + knowledge.actions.map { (EntryReference(kind: .action, id: $0.id), $0.aliases) }
        return entries.flatMap { entry, aliases in
            Language.allCases.flatMap { language -> [ContentProblem] in
                let small = Set((definitions.functionWords[language] ?? []).map { FoldedText($0).words })
                return aliases[language].compactMap { name -> ContentProblem? in
                    // What is written as a name is one, whatever the word means else.
                    guard !name.contains(where: \.isUppercase) else { return nil }
                    let words = FoldedText(name).words
                    let concept = words.count == 1 ? concepts[words] : nil
                    guard small.contains(words) || concept != nil else { return nil }
                    return ContentProblem(
                        .warning, at: knowledge.definedAt[entry] ?? .intents,
                        "« \(name) » is an everyday word, and names « \(entry.id) »: whoever says it would be answered about that",
                        remedy: "Write a name that tells, of several words where it takes them.", witness: name,
                        other: concept?.place)
                }
            }
        }
    }

    /// How many intents ask for a concept that says nothing of what a text is about.
    private static let manyIntents = 4

    /// How many intents have a rule that asks for a concept.
    private static func intents(using concept: String, in definitions: IntentDefinitions) -> Int {
        definitions.topics.count { topic in
            topic.rules.contains { $0.when.joined().contains(.concept(concept)) }
        }
    }
}
