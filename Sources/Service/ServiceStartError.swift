/// Why the service cannot start: settings or topics that somebody has to change first.
public struct ServiceStartError: Error, Sendable, Hashable, CustomStringConvertible {
    /// What is wrong, a sentence each.
    public var problems: [String]

    /// Makes an error of one or more problems.
    public init(problems: [String]) {
        self.problems = problems
    }

    /// The problems, one a line.
    public var description: String { problems.joined(separator: "\n") }
}
