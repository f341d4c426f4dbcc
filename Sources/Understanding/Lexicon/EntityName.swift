package import Knowledge
import Text

/// The names by which people call one entry of the knowledge base, in both languages.
package struct EntityName: Sendable {
    package var type: EntityType
    package var id: String
    package var phrases: [String]

    /// The names of all entries.
    package static func all(in knowledge: KnowledgeBase) -> [EntityName] {
        var names: [EntityName] = []
        for entry in knowledge.certifications {
            let acronym = entry.acronym.map(both) ?? []
            names.append(
                EntityName(
                    type: .certification, id: entry.id,
                    phrases: both(entry.name) + both(entry.aliases) + acronym))
        }
        for entry in knowledge.barriers {
            names.append(EntityName(type: .barrier, id: entry.id, phrases: both(entry.title) + both(entry.complaints)))
        }
        for entry in knowledge.solutions {
            names.append(EntityName(type: .solution, id: entry.id, phrases: both(entry.title) + both(entry.aliases)))
        }
        for entry in knowledge.actions {
            names.append(EntityName(type: .action, id: entry.id, phrases: both(entry.title) + both(entry.aliases)))
        }
        for entry in knowledge.terms {
            names.append(
                EntityName(
                    type: .term, id: entry.id,
                    phrases: both(entry.term) + both(entry.abbreviations) + both(entry.synonyms)))
        }
        return names
    }

    private static func both(_ text: LocalizedText) -> [String] { Language.allCases.map { text[$0] } }
    private static func both(_ list: LocalizedList) -> [String] { Language.allCases.flatMap { list[$0] } }
}
