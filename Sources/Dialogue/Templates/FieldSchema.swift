/// The fields that a template may use, and what is inside them.
indirect enum FieldSchema: Sendable {
    case leaf
    case scope([String: FieldSchema])
    case list([String: FieldSchema])
}

extension FieldSchema {
    /// Lines of text, as ``TemplateValue/lines(_:)`` makes them.
    static let lines = FieldSchema.list(["text": .leaf])
}
