import Content
import Knowledge
import Text

/// What an intent is besides how it is recognised.
extension IntentLoader {
    static let descriptionKeys = [
        "traits", "siblings", "takes", "describes", "narrowed-by", "narrows-together", "handler", "guide",
    ]

    mutating func description(of intent: Intent, _ mapping: ContentMapping) -> IntentDescription {
        var description = IntentDescription(
            intent, title: mapping["title"]?.localized() ?? LocalizedText(fr: "", en: ""))
        description.traits = Set(mapping["traits"]?.values(IntentDescription.Trait.self, called: "trait") ?? [])
        description.siblings = mapping.items("siblings").compactMap { node in
            node.text().map { text in
                intentUses.append((text, node))
                return Intent(rawValue: text)
            }
        }
        for (name, nameNode, slot) in mapping["takes"]?.entries ?? [] {
            guard let type = nameNode.value(EntityType.self, called: "entity type"),
                let slot = slot.value(IntentDescription.Slot.self, called: "way to take an entity")
            else { continue }
            if slot != .optional, let other = description.takes.first(where: { $0.value == slot })?.key {
                reader.report(
                    .error, at: nameNode, "« \(intent.rawValue) » is about \(other.rawValue) and \(name)",
                    remedy: "Let one of the two be optional.")
            }
            description.takes[type] = slot
        }
        description.describes = mapping["describes"].flatMap { $0.value(EntityType.self, called: "entity type") }
        description.narrowedBy = mapping.items("narrowed-by").compactMap { node in
            node.text().map { text in
                conceptUses.append((text, node))
                return text
            }
        }
        description.narrowsTogether = mapping["narrows-together"]?.flag() ?? false
        if let node = mapping["handler"], let text = node.text() {
            let handler = Intent(rawValue: text)
            if Intent.contract.contains(handler) {
                description.handler = handler
            } else {
                node.reportUnknown("handler", text, among: Intent.contract.map(\.rawValue))
            }
        }
        description.guide = mapping["guide"]?.text()
        if let node = mapping["guide"], let guide = description.guide { guideUses.append((guide, node)) }
        return description
    }
}

extension Substring {
    /// Whether it is small letters, with hyphens between.
    var isIdentifier: Bool {
        !isEmpty && first != "-" && last != "-"
            && utf8.allSatisfy { (0x61...0x7A).contains($0) || $0 == 0x2D || (0x30...0x39).contains($0) }
    }
}
