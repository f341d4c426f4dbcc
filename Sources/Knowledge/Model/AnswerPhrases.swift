public import Text

/// The words by which answers to questions of any kind are told apart, as procurement people write them.
public struct AnswerPhrases: Sendable, Hashable {
    /// What words say of an answer. The raw values are keys of the file.
    public enum Meaning: String, Sendable, Hashable, CaseIterable {
        /// The person does not know.
        case unknown
        /// The person will say later, or has it not at hand.
        case later
        /// The person would rather not say.
        case refused
        /// There is none of what is asked for.
        case none
        /// The answer shown back is not what was meant.
        case mistaken
        /// What stands before a name, and is no part of it.
        case introducing
        /// What names a document that backs an answer.
        case document
        /// What begins a question or a request.
        case asking
        /// What goes around a command and says nothing besides.
        case around
        /// What takes back part of what was just said.
        case excepting
        /// What tells of what is still to come, or is over: it is not what there is.
        case ahead
        /// What tells of a state that was, and is no more.
        case formerly
        /// What tells of the state that holds now.
        case nowadays
        /// What says that the words after it are meant in place of those before.
        case correcting
        /// What ends a company's name.
        case legalForm = "legal-form"
        /// What is done when a description tells what a firm does.
        case offering
    }

    private let phrases: [Meaning: LocalizedList]

    public init(_ phrases: [Meaning: LocalizedList] = [:]) { self.phrases = phrases }

    /// The phrases of a meaning.
    public subscript(meaning: Meaning) -> LocalizedList { phrases[meaning] ?? LocalizedList() }

    /// The phrases of a meaning in both languages.
    public func all(_ meaning: Meaning) -> [String] { Language.allCases.flatMap { self[meaning][$0] } }
}
