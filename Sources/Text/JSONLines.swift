internal import Foundation

/// JSON Lines: a value a line, as people write them and programs keep them.
public enum JSONLines {
    /// Reads the values, each with the number of its line, from 1. Empty lines are passed over, and only a line feed ends a line: the
    /// other characters that may do so elsewhere stand for themselves in JSON.
    ///
    /// - Parameter form: What a line is to be, in a sentence: it ends the message of an error.
    /// - Throws: ``Unreadable`` with every line that is no such value.
    public static func values<Value: Decodable>(
        _ type: Value.Type, in lines: some Collection<UInt8>, form: TranslatableText
    ) throws(Unreadable) -> [(line: Int, value: Value)] {
        var values: [(line: Int, value: Value)] = []
        var problems: [Unreadable.Problem] = []
        let decoder = JSONDecoder()
        let numbered = lines.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated()
        for (place, line) in numbered where line.contains(where: { $0 > UInt8(ascii: " ") }) {
            do {
                values.append((place + 1, try decoder.decode(type, from: Data(line))))
            } catch {
                problems.append(.init(line: place + 1, message: problem(error)))
            }
        }
        guard problems.isEmpty else { throw Unreadable(problems: problems, form: form) }
        return values
    }

    /// Lines that hold no value.
    public struct Unreadable: TranslatableError, Hashable {
        /// What is wrong with a line.
        public struct Problem: Sendable, Hashable {
            /// The number of the line, from 1.
            public var line: Int
            /// What is wrong, without a final period.
            public var message: TranslatableText
        }

        /// The problems, in the order of the lines.
        public let problems: [Problem]
        /// What a line is to be.
        public let form: TranslatableText

        /// The most lines that are told one by one.
        private static let mostShown = 20

        public var text: TranslatableText {
            var text: TranslatableText = ""
            for problem in problems.prefix(Self.mostShown) {
                text = "\(text)\("line \(problem.line): \(problem.message)." as TranslatableText)\n"
            }
            if problems.count > Self.mostShown {
                text = "\(text)\("… and \(problems.count - Self.mostShown) lines more." as TranslatableText)\n"
            }
            return "\(text)\(form)"
        }
    }

    /// What keeps JSON from being a value, in words and without a final period.
    public static func problem(_ error: any Error) -> TranslatableText {
        switch error {
        case let error as any TranslatableError: error.text
        case DecodingError.keyNotFound(let key, let context):
            "the field « \(path(context.codingPath + [key])) » is missing"
        case DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context):
            context.codingPath.isEmpty
                ? "it is no object" : "« \(path(context.codingPath)) » is not of the kind that belongs there"
        case DecodingError.dataCorrupted(let context) where !context.codingPath.isEmpty:
            "« \(path(context.codingPath)) » has no value that is known"
        default: "it is no JSON"
        }
    }

    private static func path(_ keys: [any CodingKey]) -> String {
        keys.map { key in key.intValue.map { "[\($0)]" } ?? key.stringValue }.joined(separator: ".")
    }
}

/// A value that JSON can hold, and that is none of those it can be.
public struct UnsuitedValue: TranslatableError {
    /// What is wrong, without a final period.
    public let text: TranslatableText

    /// - Parameter text: What is wrong, without a final period.
    public init(_ text: TranslatableText) { self.text = text }
}
