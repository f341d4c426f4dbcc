public import Text

/// An enumeration whose values have titles in the vocabulary.
public protocol VocabularyValue: CaseIterable, Hashable, Sendable {
    /// The enumeration's name in the vocabulary's file.
    static var vocabularyName: String { get }
    /// The value's name in the vocabulary's file.
    var vocabularyKey: String { get }
}

extension VocabularyValue where Self: RawRepresentable, RawValue == String {
    /// The raw text.
    public var vocabularyKey: String { rawValue }
}

extension Dimension: VocabularyValue {
    /// `dimensions`
    public static var vocabularyName: String { "dimensions" }
}
extension OwnerGroup: VocabularyValue {
    /// `groups`
    public static var vocabularyName: String { "groups" }
}
extension Approach: VocabularyValue {
    /// `approaches`
    public static var vocabularyName: String { "approaches" }
}
extension Assurance: VocabularyValue {
    /// `assurances`
    public static var vocabularyName: String { "assurances" }
}
extension SchemeKind: VocabularyValue {
    /// `kinds`
    public static var vocabularyName: String { "kinds" }
}
extension SchemeContext: VocabularyValue {
    /// `contexts`
    public static var vocabularyName: String { "contexts" }
}
extension Actor: VocabularyValue {
    /// `actors`
    public static var vocabularyName: String { "actors" }
}
extension Stage: VocabularyValue {
    /// `stages`
    public static var vocabularyName: String { "stages" }
}
extension Priority: VocabularyValue {
    /// `priorities`
    public static var vocabularyName: String { "priorities" }
    /// The number.
    public var vocabularyKey: String { String(rawValue) }
}
extension Horizon: VocabularyValue {
    /// `horizons`
    public static var vocabularyName: String { "horizons" }
}
extension Cost: VocabularyValue {
    /// `costs`
    public static var vocabularyName: String { "costs" }
}
extension Scope: VocabularyValue {
    /// `scopes`
    public static var vocabularyName: String { "scopes" }
}
extension Effort: VocabularyValue {
    /// `efforts`
    public static var vocabularyName: String { "efforts" }
}
extension Status: VocabularyValue {
    /// `statuses`
    public static var vocabularyName: String { "statuses" }
}
extension Confidence: VocabularyValue {
    /// `confidences`
    public static var vocabularyName: String { "confidences" }
}
extension Authority: VocabularyValue {
    /// `authorities`
    public static var vocabularyName: String { "authorities" }
}
extension RealismLevel: VocabularyValue {
    /// `realism`
    public static var vocabularyName: String { "realism" }
}
extension Topic: VocabularyValue {
    /// `topics`
    public static var vocabularyName: String { "topics" }
}
extension EntryKind: VocabularyValue {
    /// `entries`
    public static var vocabularyName: String { "entries" }
}

/// What the values of the enumerations are called. A vocabulary that was loaded without an error has every title.
public struct Vocabulary: Sendable, Hashable {
    /// The words for one value.
    public struct Words: Sendable, Hashable {
        /// Its title.
        public let title: LocalizedText
        /// The suppliers it describes: "women-owned suppliers".
        public let suppliers: LocalizedText?
        /// The businesses it describes: "women-owned businesses".
        public let businesses: LocalizedText?
        /// What it means, in a sentence.
        public let explained: LocalizedText?
    }

    let words: [String: [String: Words]]
    /// What documents say of their own, by document and key.
    let documents: [String: [String: LocalizedText]]

    /// The words for a value.
    public func words<Value: VocabularyValue>(for value: Value) -> Words {
        guard let words = words[Value.vocabularyName]?[value.vocabularyKey] else {
            preconditionFailure("a vocabulary without \(Value.vocabularyName).\(value.vocabularyKey) was let through")
        }
        return words
    }

    /// A value's title.
    public func title<Value: VocabularyValue>(of value: Value) -> LocalizedText { words(for: value).title }

    /// What a value means, or its title where the vocabulary does not explain it.
    public func explanation<Value: VocabularyValue>(of value: Value) -> LocalizedText {
        let words = words(for: value)
        return words.explained ?? words.title
    }

    /// The suppliers of a dimension or group.
    public func suppliers<Value: VocabularyValue>(of value: Value) -> LocalizedText {
        let words = words(for: value)
        return words.suppliers ?? words.title
    }

    /// The businesses of a dimension or group.
    public func businesses<Value: VocabularyValue>(of value: Value) -> LocalizedText {
        let words = words(for: value)
        return words.businesses ?? words.title
    }
}
