public import Text
internal import Yams

extension ContentNode {
    /// The text, as written. An empty one is reported.
    public func text() -> String? {
        guard let scalar = node.scalar else {
            report("this must be a text, not \(kind)")
            return nil
        }
        let text = scalar.string
        let isNull = scalar.style == .plain && ["~", "null"].contains(text)
        guard !isNull, text.contains(where: { !$0.isWhitespace }) else {
            report("the text is empty", remedy: "Write it, or remove the key.")
            return nil
        }
        return text
    }

    /// A whole number.
    public func integer() -> Int? {
        guard let text = text() else { return nil }
        guard let number = Int(text) else {
            report("« \(text) » is not a whole number")
            return nil
        }
        return number
    }

    /// A whole number within bounds.
    public func integer(in bounds: ClosedRange<Int>) -> Int? {
        guard let number = integer() else { return nil }
        guard bounds.contains(number) else {
            report(
                "\(number) is out of bounds",
                remedy: "Write a number from \(bounds.lowerBound) to \(bounds.upperBound).")
            return nil
        }
        return number
    }

    /// `true` or `false`.
    public func flag() -> Bool? {
        guard let text = text() else { return nil }
        switch text {
        case "true": return true
        case "false": return false
        default:
            report("« \(text) » is neither true nor false", remedy: "Write true or false.")
            return nil
        }
    }

    /// The texts of a list; those that are none are reported and left out.
    public func texts() -> [String] {
        items.compactMap { $0.text() }
    }

    /// A value of an enumeration, by its raw text.
    public func value<Value: RawRepresentable & CaseIterable>(
        _ type: Value.Type, called name: TranslatableText
    ) -> Value? where Value.RawValue == String {
        guard let text = text() else { return nil }
        if let value = Value(rawValue: text) { return value }
        reportUnknown(name, text, among: Value.allCases.map(\.rawValue))
        return nil
    }

    /// A value of an enumeration, by its raw number.
    public func value<Value: RawRepresentable & CaseIterable>(
        _ type: Value.Type, called name: TranslatableText
    ) -> Value? where Value.RawValue == Int {
        guard let text = text() else { return nil }
        if let number = Int(text), let value = Value(rawValue: number) { return value }
        reportUnknown(name, text, among: Value.allCases.map { String($0.rawValue) })
        return nil
    }

    /// Values of an enumeration in a list, each at most once.
    public func values<Value: RawRepresentable & CaseIterable & Hashable>(
        _ type: Value.Type, called name: TranslatableText
    ) -> [Value] where Value.RawValue == String {
        var seen: Set<Value> = []
        return items.compactMap { item in
            guard let value = item.value(type, called: name) else { return nil }
            guard seen.insert(value).inserted else {
                item.report("« \(value.rawValue) » is already in this list", remedy: "Remove one of the two.")
                return nil
            }
            return value
        }
    }

    /// A text in both languages: `{fr: …, en: …}`.
    public func localized() -> LocalizedText? {
        guard let mapping = mapping(required: ["fr", "en"]) else { return nil }
        let french = mapping.text("fr")
        let english = mapping.text("en")
        guard let french, let english else { return nil }
        return LocalizedText(fr: french, en: english)
    }

    /// A list of texts in both languages: `{fr: […], en: […]}`.
    public func localizedList() -> LocalizedList? {
        guard let mapping = mapping(required: ["fr", "en"]) else { return nil }
        guard let french = mapping["fr"], let english = mapping["en"] else { return nil }
        return LocalizedList(fr: french.texts(), en: english.texts())
    }
}
