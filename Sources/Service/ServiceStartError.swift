public import Text

/// Why the service cannot start: settings or topics that somebody has to change first.
public struct ServiceStartError: TranslatableError, Hashable {
    /// What is wrong, a sentence each.
    public var problems: [TranslatableText]

    /// Makes an error of one or more problems.
    public init(problems: [TranslatableText]) {
        self.problems = problems
    }

    /// The problems, one a line.
    public var text: TranslatableText {
        problems.dropFirst().reduce(problems.first ?? "") { text, problem in "\(text)\n\(problem)" }
    }
}
