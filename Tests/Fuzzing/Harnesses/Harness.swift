/// An entrance that bytes from outside come in by, and what must hold whatever they are.
///
/// The same entrances are taken by the fuzzer, which makes up inputs, and by the tests, which keep those that found
/// something.
public enum Harness: String, CaseIterable, Sendable {
    /// Records of the question topic, one after the other, in a conversation of any state.
    case question
    /// Answers to an open question of a questionnaire, of each type.
    case answer
    /// The state that is kept of a conversation.
    case state
    /// Requests of Kafka's protocol to a broker that holds data.
    case frame
    /// The data directory of a broker.
    case data
    /// A file of the content folder.
    case content
    /// Tables: authoring tables and questionnaires of buyers.
    case csv
    /// The configuration file and the environment.
    case settings
    /// Files of JSON: submissions, and records to replay.
    case lines

    /// Reads the content and plays the conversations that inputs are put to, so that the first input takes no longer than
    /// the others.
    public static func prepare() throws {
        _ = try Prepared.states
    }

    /// Takes one input. It returns whatever the input is, or the process ends in a trap.
    ///
    /// - Throws: ``BrokenPromise`` if something that must always hold did not.
    public func run(_ input: [UInt8]) throws {
        var input = FuzzInput(input)
        switch self {
        case .question: try QuestionHarness.run(&input)
        case .answer: try AnswerHarness.run(&input)
        case .state: try StateHarness.run(&input)
        case .frame: try FrameHarness.run(&input)
        case .data: try DataHarness.run(&input)
        case .content: try ContentHarness.run(&input)
        case .csv: try TableHarness.run(&input)
        case .settings: try SettingsHarness.run(&input)
        case .lines: try LinesHarness.run(&input)
        }
    }
}

/// Something that must hold for every input, and did not.
public struct BrokenPromise: Error, CustomStringConvertible {
    /// What should have held.
    public var description: String

    static func check(_ holds: Bool, _ description: @autoclosure () -> String) throws {
        if !holds { throw BrokenPromise(description: description()) }
    }
}
