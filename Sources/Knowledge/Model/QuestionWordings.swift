public import Text

/// How other organisations word questions: those that a questionnaire of ours asks too, and others.
public struct QuestionWordings: Sendable, Hashable {
    /// Something that organisations ask their suppliers and that no questionnaire of ours asks.
    public struct OutsideTopic: Sendable, Hashable, Identifiable {
        /// The id, stable.
        public let id: String
        /// What it is called.
        public let title: LocalizedText
        /// Lines of questionnaires that ask it.
        public let wordings: LocalizedList
    }

    /// Lines of other questionnaires that ask a question, by its id.
    public internal(set) var ofQuestions: [String: LocalizedList] = [:]
    /// What organisations ask besides.
    public internal(set) var outside: [OutsideTopic] = []
}
