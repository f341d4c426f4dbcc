/// An error that tells a person in both languages what happened, where, and what to do.
public protocol TranslatableError: Error, Sendable, CustomStringConvertible {
    /// What it tells.
    var text: TranslatableText { get }
}

extension TranslatableError {
    /// The text in English.
    public var description: String { text.description }
}
