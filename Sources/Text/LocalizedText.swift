/// A language in which the assistant speaks.
public enum Language: String, CaseIterable, Sendable, Codable, Hashable {
    /// Québec French.
    case fr
    /// Canadian English.
    case en

    /// The other one.
    public var other: Language { self == .fr ? .en : .fr }
}

/// A text in both languages.
public struct LocalizedText: Sendable, Hashable {
    /// The text in French.
    public var fr: String
    /// The text in English.
    public var en: String

    /// Creates a text from its two forms.
    public init(fr: String, en: String) {
        self.fr = fr
        self.en = en
    }

    /// The text in a language.
    public subscript(language: Language) -> String { language == .fr ? fr : en }
}

/// A list of texts in both languages. The two lists need not be of one length: names in one are not names in the other.
public struct LocalizedList: Sendable, Hashable {
    /// The texts in French.
    public var fr: [String]
    /// The texts in English.
    public var en: [String]

    /// Creates a list from its two forms.
    public init(fr: [String] = [], en: [String] = []) {
        self.fr = fr
        self.en = en
    }

    /// The texts in a language.
    public subscript(language: Language) -> [String] { language == .fr ? fr : en }

    /// Whether there is no text in either language.
    public var isEmpty: Bool { fr.isEmpty && en.isEmpty }
}
