public import Text

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
public struct ContentProblem: Error, Sendable, Hashable, Comparable, CustomStringConvertible {
    /// How grave it is.
    public var severity: Severity
    /// The file, as it is shown to people, for instance `knowledge/barriers.yaml`.
    public var file: String
    /// The line, counted from 1.
    public var line: Int
    /// The column, counted from 1, in Unicode scalars.
    public var column: Int
    /// What is wrong, without a final period.
    public var message: TranslatableText
    /// How to mend it: a sentence or two.
    public var remedy: TranslatableText?
    /// A text that shows the problem when a person says it.
    public var witness: String?
    /// Where two places disagree, the file of the other one.
    public var otherFile: String?
    /// The line of the other place, counted from 1.
    public var otherLine: Int?

    /// Creates a problem.
    public init(
        severity: Severity, file: String, line: Int, column: Int, message: TranslatableText,
        remedy: TranslatableText? = nil,
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

    /// The problem in English: see ``text(in:)``.
    public var description: String { text(in: .en) }

    /// `file:line:column: error: message. Remedy Witness: « … ». Other place: file:line.`, a form that editors and CI
    /// systems make clickable; the word after the place is English in both languages, since they look for it.
    public func text(in language: Language) -> String {
        var parts = ["\(file):\(line):\(column): \(severity.rawValue): \(message.text(in: language))."]
        if let remedy { parts.append(remedy.text(in: language)) }
        if let witness { parts.append(Self.witness(witness).text(in: language)) }
        if let otherFile, let otherLine { parts.append(Self.place(otherFile, otherLine).text(in: language)) }
        return parts.joined(separator: " ")
    }

    private static func witness(_ witness: String) -> TranslatableText { "Witness: « \(witness) »." }

    private static func place(_ file: String, _ line: Int) -> TranslatableText { "Other place: \(file):\(line)." }

    /// Orders problems by place, so that a report reads as the files do.
    public static func < (left: ContentProblem, right: ContentProblem) -> Bool {
        if left.file != right.file { return left.file.utf8.lexicographicallyPrecedes(right.file.utf8) }
        return (left.line, left.column, left.message.template) < (right.line, right.column, right.message.template)
    }
}

extension ContentProblem: Encodable {
    private enum CodingKeys: String, CodingKey {
        case severity, file, line, column, message, remedy, witness, otherFile, otherLine
    }

    /// The key under which an encoder finds the ``Language`` of messages and remedies; English without it.
    public static let languageKey = CodingUserInfoKey(rawValue: "ContentProblem.language")!

    public func encode(to encoder: any Encoder) throws {
        let language = encoder.userInfo[Self.languageKey] as? Language ?? .en
        var fields = encoder.container(keyedBy: CodingKeys.self)
        try fields.encode(severity, forKey: .severity)
        try fields.encode(file, forKey: .file)
        try fields.encode(line, forKey: .line)
        try fields.encode(column, forKey: .column)
        try fields.encode(message.text(in: language), forKey: .message)
        try fields.encodeIfPresent(remedy?.text(in: language), forKey: .remedy)
        try fields.encodeIfPresent(witness, forKey: .witness)
        try fields.encodeIfPresent(otherFile, forKey: .otherFile)
        try fields.encodeIfPresent(otherLine, forKey: .otherLine)
    }
}
