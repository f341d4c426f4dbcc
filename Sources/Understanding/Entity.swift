/// What a question is about. The raw values are public interface.
public enum EntityType: String, CaseIterable, Sendable, Hashable, Codable {
    case certification
    case barrier
    case solution
    case action
    case term
    case question
    case questionnaire
    case dimension
    case group
    case approach
    case assurance
    case kind
    case actor
    case stage
    case priority
    case horizon
    case language
    case number
    case date
    case percentage
    case email

    /// Whether a value is an entry of the knowledge base, known by its names.
    public var isEntry: Bool {
        switch self {
        case .certification, .barrier, .solution, .action, .term, .question, .questionnaire: true
        default: false
        }
    }
}

/// A thing named in a question.
public struct Entity: Sendable, Hashable, Codable {
    public var type: EntityType
    /// An id of the knowledge base, a value of an enumeration, or a normalised number, date or address.
    public var value: String
    /// The words of the question that name it; `nil` for what an earlier question named.
    public var text: String?
    /// Where those words stand in the question, in Unicode scalars; `nil` for what an earlier question named.
    public var range: Range<Int>?
    /// Whether an earlier question named it, and this one leaves it out.
    public var isInherited: Bool

    /// The most things that a question is taken to name.
    public static let most = 32

    public init(
        _ type: EntityType, _ value: String, text: String? = nil, range: Range<Int>? = nil, isInherited: Bool = false
    ) {
        self.type = type
        self.value = value
        self.text = text
        self.range = range
        self.isInherited = isInherited
    }
}
