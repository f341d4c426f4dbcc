package import Text

/// A place in a content file.
public struct ContentPlace: Sendable, Hashable, CustomStringConvertible {
    /// The path of the file.
    public var file: String
    /// The line, from 1.
    public var line: Int
    /// The column, from 1.
    public var column: Int

    /// Creates a place.
    public init(file: String, line: Int, column: Int) {
        self.file = file
        self.line = line
        self.column = column
    }

    /// The folder of intents, which stands for definitions that no file holds.
    public static let intents = ContentPlace(file: "intents", line: 1, column: 1)

    /// The place as compilers write it: `file:line:column`.
    public var description: String { "\(file):\(line):\(column)" }
}

extension ContentProblem {
    /// A problem at a place, with the other place that it involves.
    package init(
        _ severity: Severity, at place: ContentPlace, _ message: TranslatableText, remedy: TranslatableText,
        witness: String?,
        other: ContentPlace? = nil
    ) {
        self.init(
            severity: severity, file: place.file, line: place.line, column: place.column, message: message,
            remedy: remedy, witness: witness, otherFile: other?.file, otherLine: other?.line)
    }
}
