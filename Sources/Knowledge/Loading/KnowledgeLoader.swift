import Content
import Text

/// Gathers the entries of the knowledge base file by file, then checks how they hold together.
final class KnowledgeLoader {
    let reader: ContentReader
    let identifiers = IdentifierRegistry()
    let names = NameRegistry()

    var vocabulary: Vocabulary?
    var sources: SourceTitles?
    var organisation: Organisation?
    var chantier: Chantier?
    var answerWords: AnswerWords?
    var certifications: [Certification] = []
    var barriers: [Barrier] = []
    var solutions: [Solution] = []
    var actions: [Action] = []
    var terms: [Term] = []
    var guides: [Guide] = []
    var questionnaires: [Questionnaire] = []
    var answerPhrases = AnswerPhrases()
    /// What people say for choices: read once the questions are known.
    var says: [ContentNode] = []
    var answers: [ContentNode] = []
    /// What people call documents: read once the questionnaires are known.
    var documentsSay: [ContentNode] = []

    /// How others word questions: read once the questions are known.
    var wordings = QuestionWordings()
    private var questionWordings: [ContentNode] = []

    /// A reference that can only be checked when everything is read.
    struct PendingReference {
        let reference: EntryReference
        let node: ContentNode
    }

    var references: [PendingReference] = []
    private var definitions: [String: ContentNode] = [:]
    /// A file that could not be read may hold what others refer to: its absence must not be reported a hundred times.
    private var hasUnreadFile = false

    /// What must be defined once and only once.
    static let singles = ["vocabulary", "sources", "organisation", "chantier", "answer-words"]
    static let parts =
        ["certifications", "barriers", "solutions", "actions", "terms", "guides"] + singles
        + ["questionnaire"]
    /// What a knowledge base can do without.
    static let optionalParts = [
        "says", "answer-examples", "documents-say", "answer-phrases", "question-wordings", "outside-topics",
    ]

    /// The years in which a fact can have been looked up.
    let years: ClosedRange<Int>

    init(reader: ContentReader, thisYear: Int? = nil) {
        self.reader = reader
        years = 1990...max(1990, thisYear ?? 2100)
    }

    func read(_ file: ContentFile) {
        guard let root = reader.root(of: file) else {
            hasUnreadFile = true
            return
        }
        for (key, keyNode, value) in root.entries {
            if let first = definitions[key], Self.singles.contains(key) || key == "answer-phrases" {
                keyNode.report("« \(key) » is already defined at \(first.place)", remedy: "Keep one of the two.")
                continue
            }
            definitions[key] = keyNode
            read(key, keyNode, value)
        }
    }

    private func read(_ key: String, _ keyNode: ContentNode, _ value: ContentNode) {
        switch key {
        case "vocabulary": vocabulary = readVocabulary(value)
        case "sources": sources = readSources(value)
        case "organisation": organisation = readOrganisation(value)
        case "chantier": chantier = readChantier(value)
        case "certifications": certifications += value.items.compactMap(readCertification)
        case "barriers": barriers += value.items.compactMap(readBarrier)
        case "solutions": solutions += value.items.compactMap(readSolution)
        case "actions": actions += value.items.compactMap(readAction)
        case "terms": terms += value.items.compactMap(readTerm)
        case "guides": guides += value.items.compactMap(readGuide)
        case "questionnaire":
            if let questionnaire = readQuestionnaire(value) { questionnaires.append(questionnaire) }
        case "says": says.append(value)
        case "answer-examples": answers.append(value)
        case "documents-say": documentsSay.append(value)
        case "question-wordings": questionWordings.append(value)
        case "outside-topics": readOutsideTopics(value)
        case "answer-words": answerWords = readAnswerWords(value)
        case "answer-phrases": answerPhrases = readAnswerPhrases(value)
        default:
            keyNode.reportUnknown("part of the knowledge base", key, among: Self.parts + Self.optionalParts)
        }
    }

    /// Reports what refers to nothing.
    func checkReferences() {
        guard !hasUnreadFile else { return }
        says.forEach(readSays)
        answers.forEach(readAnswers)
        documentsSay.forEach(readDocumentsSay)
        questionWordings.forEach(readQuestionWordings)
        for pending in references where !identifiers.contains(pending.reference) {
            pending.node.reportUnknown(
                pending.reference.kind.name, pending.reference.id,
                among: identifiers.ids(of: pending.reference.kind))
        }
    }

    /// Reports parts that are missing altogether, and entries that nothing leads to.
    func checkWhole() {
        guard !hasUnreadFile else { return }
        for part in Self.parts where definitions[part] == nil {
            reader.report(
                .error, file: "knowledge", line: 1, column: 1, "no file defines « \(part) »",
                remedy: "Write a file that begins with « \(part): ».")
        }
        warnOfLoneEntries()
    }

    private func warnOfLoneEntries() {
        let addressed = Set(solutions.flatMap(\.barriers))
        // A solution that could not be read is reported at its own place, and may be the one.
        let isRead = !reader.hasErrors
        for (id, node) in identifiers.entries(of: .barrier) where isRead && !addressed.contains(id) {
            node.report(
                "no solution addresses the barrier « \(id) »: people would be told where to begin, and then nothing",
                remedy: "Name it under « barriers » of a solution.")
        }
        let used = Set(references.filter { $0.reference.kind == .document }.map(\.reference.id))
        for (id, node) in identifiers.entries(of: .document) where !used.contains(id) {
            node.report(.warning, "no question asks for the document « \(id) »", remedy: "Use it, or remove it.")
        }
    }

    func knowledgeBase(digest: ContentDigest) -> KnowledgeBase? {
        guard let vocabulary, let sources, let organisation, let chantier, let answerWords else { return nil }
        return KnowledgeBase(
            vocabulary: vocabulary, sources: sources, certifications: certifications, barriers: barriers,
            solutions: solutions, actions: actions, terms: terms, guides: guides, organisation: organisation,
            chantier: chantier, questionnaires: questionnaires, answerWords: answerWords,
            answerPhrases: answerPhrases, wordings: wordings, digest: digest, definedAt: identifiers.definedAt)
    }
}
