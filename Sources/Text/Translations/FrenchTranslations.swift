/// The French of what the program says to who runs it or edits its content, by the English of ``TranslatableText/template``.
public enum FrenchTranslations {
    /// Every translation, by its English.
    public static let all = commands.merging(content) { first, _ in first }.merging(tools) { first, _ in first }

    /// The French of a template, with its values where they stand in French; `nil` where there is none.
    static func of(_ template: String) -> String? { all[template].map(FrenchTypography.apply) }
}
