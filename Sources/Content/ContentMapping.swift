public import Text

/// A mapping whose keys were checked: what is required or allowed can be taken from it.
public struct ContentMapping {
    /// The mapping itself, to report problems at its beginning.
    public let node: ContentNode
    let values: [String: ContentNode]

    init(node: ContentNode, values: [String: ContentNode]) {
        self.node = node
        self.values = values
    }

    /// The value of a key, if the key is there.
    public subscript(key: String) -> ContentNode? { values[key] }

    /// Whether the key is there.
    public func has(_ key: String) -> Bool { values[key] != nil }

    /// The text of a key; nothing if it is absent or wrong.
    public func text(_ key: String) -> String? { values[key]?.text() }

    /// The whole number of a key.
    public func integer(_ key: String) -> Int? { values[key]?.integer() }

    /// The flag of a key, or a default when it is absent.
    public func flag(_ key: String, default absent: Bool = false) -> Bool { values[key]?.flag() ?? absent }

    /// The texts of a key's list; none when it is absent.
    public func texts(_ key: String) -> [String] { values[key]?.texts() ?? [] }

    /// The items of a key's list; none when it is absent.
    public func items(_ key: String) -> [ContentNode] { values[key]?.items ?? [] }

    /// The text of a key in both languages.
    public func localized(_ key: String) -> LocalizedText? { values[key]?.localized() }

    /// The list of a key in both languages.
    public func localizedList(_ key: String) -> LocalizedList? { values[key]?.localizedList() }

    /// The value of a key in an enumeration of texts.
    public func value<Value: RawRepresentable & CaseIterable>(
        _ key: String, _ type: Value.Type, called name: TranslatableText? = nil
    ) -> Value? where Value.RawValue == String {
        values[key]?.value(type, called: name ?? TranslatableText(verbatim: key))
    }

    /// The value of a key in an enumeration of numbers.
    public func value<Value: RawRepresentable & CaseIterable>(
        _ key: String, _ type: Value.Type, called name: TranslatableText? = nil
    ) -> Value? where Value.RawValue == Int {
        values[key]?.value(type, called: name ?? TranslatableText(verbatim: key))
    }

    /// The values of a key's list in an enumeration; none when it is absent.
    public func values<Value: RawRepresentable & CaseIterable & Hashable>(
        _ key: String, _ type: Value.Type, called name: TranslatableText
    ) -> [Value] where Value.RawValue == String {
        values[key]?.values(type, called: name) ?? []
    }
}
