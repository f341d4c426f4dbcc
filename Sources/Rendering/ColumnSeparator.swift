public import Text

/// What stands between the columns of a table that a spreadsheet reads.
public enum ColumnSeparator: String, CaseIterable, Sendable, Hashable {
    case comma, semicolon, tab

    /// The character.
    public var character: Character {
        switch self {
        case .comma: ","
        case .semicolon: ";"
        case .tab: "\t"
        }
    }

    /// What a spreadsheet set to a language expects: in French the comma stands in numbers, and the semicolon between columns.
    public static func usual(in language: Language) -> ColumnSeparator { language == .fr ? .semicolon : .comma }
}
