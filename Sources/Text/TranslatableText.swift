/// A text for who runs the program or edits its content: written in English where it is said, with its French in
/// ``FrenchTranslations``.
///
/// What stands between the words of such a text, the values, is the same in both languages, unless it is itself a text of this kind.
/// What the assistant says to people is not of this kind: that is content, with both languages side by side.
public struct TranslatableText: Sendable, Hashable, ExpressibleByStringInterpolation, CustomStringConvertible {
    /// The English text with `%1`, `%2` … where values stand.
    public private(set) var template: String
    private var values: [Value]

    private indirect enum Value: Sendable, Hashable {
        case text(String)
        case translatable(TranslatableText)
    }

    private init(template: String, values: [Value]) {
        self.template = template
        self.values = values
    }

    public init(stringLiteral text: String) { self.init(template: text, values: []) }

    public init(stringInterpolation: Interpolation) { self = stringInterpolation.text }

    /// A text that is the same in both languages: a name, or what another program said.
    public init(verbatim text: String) { self.init(template: "%1", values: [.text(text)]) }

    /// Gathers the words and the values of a text.
    public struct Interpolation: StringInterpolationProtocol {
        fileprivate var text = TranslatableText(template: "", values: [])

        public init(literalCapacity: Int, interpolationCount: Int) {}

        public mutating func appendLiteral(_ literal: String) { text.template += literal }

        /// A text that has a translation of its own.
        public mutating func appendInterpolation(_ value: TranslatableText) { append(.translatable(value)) }

        /// A value that is the same in both languages.
        public mutating func appendInterpolation(_ value: some Any) { append(.text("\(value)")) }

        private mutating func append(_ value: Value) {
            text.values.append(value)
            text.template += "%\(text.values.count)"
        }
    }

    /// A text goes on with another, as one to be translated.
    public static func + (first: TranslatableText, second: TranslatableText) -> TranslatableText {
        var template = first.template
        for piece in Piece.pieces(of: second.template) {
            switch piece {
            case .words(let words): template += words
            case .value(let number): template += "%\(first.values.count + number)"
            }
        }
        return TranslatableText(template: template, values: first.values + second.values)
    }

    /// The text in English.
    public var description: String { text(in: .en) }

    /// The text in a language; in English where it has no translation.
    public func text(in language: Language) -> String {
        let template = language == .fr ? FrenchTranslations.of(self.template) ?? self.template : self.template
        return Piece.pieces(of: template).map { piece in
            switch piece {
            case .words(let words): words
            case .value(let number) where !values.indices.contains(number - 1): "%\(number)"
            case .value(let number):
                switch values[number - 1] {
                case .text(let text): text
                case .translatable(let text): text.text(in: language)
                }
            }
        }.joined()
    }

    /// A part of a template.
    private enum Piece {
        case words(String)
        case value(Int)

        static func pieces(of template: String) -> [Piece] {
            var pieces: [Piece] = []
            var words = ""
            var rest = Substring(template)
            while let character = rest.first {
                let digits = character == "%" ? rest.dropFirst().prefix { $0.isASCII && $0.isNumber } : ""
                guard let number = Int(digits) else {
                    words.append(character)
                    rest = rest.dropFirst()
                    continue
                }
                if !words.isEmpty { pieces.append(.words(words)) }
                words = ""
                pieces.append(.value(number))
                rest = rest.dropFirst(1 + digits.count)
            }
            if !words.isEmpty { pieces.append(.words(words)) }
            return pieces
        }
    }
}

extension Language {
    /// A text in this language.
    public func say(_ text: TranslatableText) -> String { text.text(in: self) }
}
