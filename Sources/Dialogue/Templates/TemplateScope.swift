/// What a field of a template stands for.
enum TemplateValue: Sendable {
    case text(String)
    case flag(Bool)
    case scope(TemplateScope)
    case list([TemplateScope])
    case absent
}

/// A set of named values: what an answer says, or what it says of one entry of the knowledge base.
final class TemplateScope: Sendable {
    private let fields: [String: TemplateValue]
    private let base: TemplateScope?
    /// What an answer that shows a field of this scope rests on.
    let reference: Reference?

    init(_ fields: [String: TemplateValue], reference: Reference? = nil) {
        self.fields = fields
        self.reference = reference
        base = nil
    }

    /// The fields of `base`, and more, or others in their place.
    init(_ base: TemplateScope, adding fields: [String: TemplateValue]) {
        self.fields = fields
        self.base = base
        reference = base.reference
    }

    /// The names of its fields.
    var names: Set<String> { Set(fields.keys).union(base?.names ?? []) }

    subscript(name: String) -> TemplateValue? { fields[name] ?? base?[name] }
}

extension TemplateValue {
    static func text(_ text: String?) -> TemplateValue { text.map { .text($0) } ?? .absent }
    static func scope(_ scope: TemplateScope?) -> TemplateValue { scope.map { .scope($0) } ?? .absent }
    static func joined(_ parts: [String]) -> TemplateValue {
        parts.isEmpty ? .absent : .text(parts.joined(separator: ", "))
    }
    /// A list of lines, each in the field `text`.
    static func lines(_ lines: [String]) -> TemplateValue { .list(lines.map { TemplateScope(["text": .text($0)]) }) }

    var isPresent: Bool {
        switch self {
        case .text(let text): !text.isEmpty
        case .flag(let flag): flag
        case .scope: true
        case .list(let items): !items.isEmpty
        case .absent: false
        }
    }
}
