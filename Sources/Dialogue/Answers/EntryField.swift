import Knowledge

/// A field that templates can say of an entry: what it is called, what is inside it, and where its value comes from.
struct EntryField<Entry>: Sendable {
    let name: String
    let shape: FieldSchema
    let value: @Sendable (Entry, EntryScopeBuilder) -> TemplateValue

    init(
        _ name: String, _ shape: FieldSchema = .leaf,
        _ value: @escaping @Sendable (Entry, EntryScopeBuilder) -> TemplateValue
    ) {
        self.name = name
        self.shape = shape
        self.value = value
    }

    /// What a template may use of such an entry.
    static func shape(of fields: [EntryField]) -> [String: FieldSchema] {
        Dictionary(uniqueKeysWithValues: fields.map { ($0.name, $0.shape) })
    }
}
