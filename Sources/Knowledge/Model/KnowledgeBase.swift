public import Content
public import Text

/// All that the assistant knows: what its answers are made of.
public struct KnowledgeBase: Sendable {
    /// What the enumerations' values are called.
    public let vocabulary: Vocabulary
    /// What the declared sources are called.
    public let sources: SourceTitles
    /// The schemes, in the files' order.
    public let certifications: [Certification]
    /// The barriers, in the file's order.
    public let barriers: [Barrier]
    /// The solutions, in the file's order.
    public let solutions: [Solution]
    /// The actions, in the file's order.
    public let actions: [Action]
    /// The terms, in the file's order.
    public let terms: [Term]
    /// The guides, in the file's order.
    public let guides: [Guide]
    /// The organization behind the workstream.
    public let organisation: Organisation
    /// The workstream.
    public let chantier: Chantier
    /// The questionnaires, in the order of their files.
    public let questionnaires: [Questionnaire]
    /// The words by which answers to questions are recognised.
    public let answerWords: AnswerWords
    /// The words by which answers to questions of any kind are told apart.
    public let answerPhrases: AnswerPhrases
    /// How other organisations word questions.
    public let wordings: QuestionWordings
    /// The fingerprint of the files it was loaded from.
    public let digest: ContentDigest
    /// Where in its files each entry is defined.
    public let definedAt: [EntryReference: ContentPlace]

    private let places: [EntryReference: Int]

    init(
        vocabulary: Vocabulary, sources: SourceTitles, certifications: [Certification], barriers: [Barrier],
        solutions: [Solution], actions: [Action], terms: [Term], guides: [Guide], organisation: Organisation,
        chantier: Chantier, questionnaires: [Questionnaire], answerWords: AnswerWords,
        answerPhrases: AnswerPhrases, wordings: QuestionWordings, digest: ContentDigest,
        definedAt: [EntryReference: ContentPlace]
    ) {
        self.vocabulary = vocabulary
        self.sources = sources
        self.certifications = certifications
        self.barriers = barriers
        self.solutions = solutions
        self.actions = actions
        self.terms = terms
        self.guides = guides
        self.organisation = organisation
        self.chantier = chantier
        self.questionnaires = questionnaires
        self.answerWords = answerWords
        self.answerPhrases = answerPhrases
        self.wordings = wordings
        self.digest = digest
        self.definedAt = definedAt
        var places: [EntryReference: Int] = [:]
        func add(_ kind: EntryKind, _ ids: some Sequence<String>) {
            for (place, id) in ids.enumerated() { places[EntryReference(kind: kind, id: id)] = place }
        }
        add(.certification, certifications.map(\.id))
        add(.barrier, barriers.map(\.id))
        add(.solution, solutions.map(\.id))
        add(.action, actions.map(\.id))
        add(.term, terms.map(\.id))
        add(.guide, guides.map(\.id))
        self.places = places
    }

    /// The scheme of an id.
    public func certification(_ id: String) -> Certification? { entry(.certification, id, of: certifications) }
    /// The barrier of an id.
    public func barrier(_ id: String) -> Barrier? { entry(.barrier, id, of: barriers) }
    /// The solution of an id.
    public func solution(_ id: String) -> Solution? { entry(.solution, id, of: solutions) }
    /// The action of an id.
    public func action(_ id: String) -> Action? { entry(.action, id, of: actions) }
    /// The term of an id.
    public func term(_ id: String) -> Term? { entry(.term, id, of: terms) }
    /// The guide of an id.
    public func guide(_ id: String) -> Guide? { entry(.guide, id, of: guides) }

    /// The questionnaire of an id, be it the whole or its short form.
    public func questionnaire(_ id: String) -> Questionnaire? {
        questionnaires.first { $0.id == id || $0.shortForm?.id == id }
    }

    /// The question of an id, in whichever questionnaire.
    public func question(_ id: String) -> Question? {
        questionnaires.lazy.compactMap { $0.question(id) }.first
    }

    /// The evidence document of an id, in whichever questionnaire.
    public func document(_ id: String) -> Questionnaire.Document? {
        questionnaires.lazy.compactMap { $0.document(id) }.first
    }

    /// The solutions to a barrier: first those for which it is the main one, then the others, each in the file's order.
    public func solutions(to barrier: String) -> [Solution] {
        let all = solutions.filter { $0.barriers.contains(barrier) }
        return all.filter { $0.barriers.first == barrier } + all.filter { $0.barriers.first != barrier }
    }

    /// What the entry that a reference names is called.
    public func title(of reference: EntryReference) -> LocalizedText? {
        switch reference.kind {
        case .certification: certification(reference.id)?.name
        case .barrier: barrier(reference.id)?.title
        case .solution: solution(reference.id)?.title
        case .action: action(reference.id)?.title
        case .term: term(reference.id)?.term
        case .question: question(reference.id)?.label
        case .document: document(reference.id)?.title
        case .guide: guide(reference.id)?.title
        }
    }

    private func entry<Entry>(_ kind: EntryKind, _ id: String, of entries: [Entry]) -> Entry? {
        places[EntryReference(kind: kind, id: id)].map { entries[$0] }
    }
}
