/// How grave a problem found in the content is.
public enum Severity: String, Sendable, Hashable, Codable {
    /// The content cannot be used as it is.
    case error
    /// The content can be used, but somebody should look at it.
    case warning
}

/// One thing that is wrong in a content file: where, what, and how to mend it.
///
/// As JSON, an object with the fields below under their own names; those without a value are left out.
public struct ContentProblem: Error, Sendable, Hashable, Codable, Comparable, CustomStringConvertible {
    /// How grave it is.
    public var severity: Severity
    /// The file, as it is shown to people, for instance `knowledge/barriers.yaml`.
    public var file: String
    /// The line, counted from 1.
    public var line: Int
    /// The column, counted from 1, in Unicode scalars.
    public var column: Int
    /// What is wrong, without a final period.
    public var message: String
    /// How to mend it: a sentence or two.
    public var remedy: String?
    /// A text that shows the problem when a person says it.
    public var witness: String?
    /// Where two places disagree, the file of the other one.
    public var otherFile: String?
    /// The line of the other place, counted from 1.
    public var otherLine: Int?

    /// Creates a problem.
    public init(
        severity: Severity, file: String, line: Int, column: Int, message: String, remedy: String? = nil,
        witness: String? = nil, otherFile: String? = nil, otherLine: Int? = nil
    ) {
        self.severity = severity
        self.file = file
        self.line = line
        self.column = column
        self.message = message
        self.remedy = remedy
        self.witness = witness
        self.otherFile = otherFile
        self.otherLine = otherLine
    }

    /// `file:line:column: error: message. Remedy Witness: « … ». Other place: file:line.`, a form that editors and CI
    /// systems make clickable.
    public var description: String {
        var parts = ["\(file):\(line):\(column): \(severity.rawValue): \(message)."]
        if let remedy { parts.append(remedy) }
        if let witness { parts.append("Witness: « \(witness) ».") }
        if let otherFile, let otherLine { parts.append("Other place: \(otherFile):\(otherLine).") }
        return parts.joined(separator: " ")
    }

    /// Orders problems by place, so that a report reads as the files do.
    public static func < (left: ContentProblem, right: ContentProblem) -> Bool {
        if left.file != right.file { return left.file.utf8.lexicographicallyPrecedes(right.file.utf8) }
        return (left.line, left.column, left.message) < (right.line, right.column, right.message)
    }
}
