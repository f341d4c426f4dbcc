import Text

extension Language {
    /// A text with the spaces that the language wants.
    package func typeset(_ text: String) -> String { self == .fr ? FrenchTypography.apply(to: text) : text }
}
