public import Contract
import Dialogue
import Foundation
public import Knowledge
import Questionnaires
public import Text

/// Suppliers side by side, for a buyer: the newest finished questionnaire of each conversation that its person agreed to
/// share. The scores are those of the messages; how far the answers are backed is read from the answers.
public struct SubmissionComparison: Sendable {
    /// Which suppliers to show.
    public struct Filter: Sendable, Hashable {
        /// Those that a mark, a part of the score, an answer or a claimed scheme connects with it.
        public var dimension: Knowledge.Dimension?
        /// Those owned by people of the group, where what tells it is shared.
        public var group: OwnerGroup?
        /// Those that are shown with this level of backing or a higher one.
        public var assurance: EvidenceLevel?
        /// Whether the reader is the buyer who invited the suppliers.
        public var hasInvited: Bool

        public init(
            dimension: Knowledge.Dimension? = nil, group: OwnerGroup? = nil, assurance: EvidenceLevel? = nil,
            hasInvited: Bool = false
        ) {
            self.dimension = dimension
            self.group = group
            self.assurance = assurance
            self.hasInvited = hasInvited
        }
    }

    /// A supplier, with what it agreed to share.
    struct Row {
        let reading: SubmissionFacts
        let name: String
        let parts: [Indicator: Int]
        let claims: [SubmissionFacts.Claim]
        let tags: [Questionnaire.Tag]
        /// How far the answers are backed.
        let backing: IndicatorScore.Backing
        /// Whether what the person said of diversity is left out.
        var withholdsDiversity: Bool { !reading.submission.consent.includesDiversity }

        init(_ reading: SubmissionFacts, nameless: String) {
            let isShared = reading.submission.consent.includesDiversity
            self.reading = reading
            name = reading.legalName ?? nameless
            let scores = reading.submission.indicator.parts.compactMap { part in part.score.map { (part.id, $0) } }
            parts = Dictionary(scores) { $1 }.filter { isShared || $0.key != .diversity }
            claims = reading.claims.filter { claim in
                !claim.isAccess && (isShared || !claim.schemes.contains { $0.dimensions.contains(.diversity) })
            }
            tags = reading.tags.filter { isShared || !reading.isSensitive($0) }
            backing = reading.backing
        }
    }

    let knowledge: KnowledgeBase
    let wording: SubmissionWording
    /// In alphabetical order.
    let rows: [Row]
    /// The questionnaires of the rows, each once.
    let questionnaires: [Questionnaire]
    /// How many suppliers were left out because they do not share their answers.
    public let unshared: Int
    /// How many submissions answer a questionnaire that the knowledge base does not have.
    public let unknown: Int

    /// How many suppliers there are.
    public var count: Int { rows.count }

    /// - Parameters:
    ///   - submissions: In the order in which they were written.
    ///   - language: The language to write in.
    public init(of submissions: [SubmissionMessage], knowledge: KnowledgeBase, filter: Filter, language: Language) {
        self.knowledge = knowledge
        wording = SubmissionWording(language: language, vocabulary: knowledge.vocabulary)
        // The newest counts even if it is not shared: an earlier consent does not outlive it.
        let newest = SubmissionMessage.newest(of: submissions)
        let shared = newest.filter { $0.consent.allowsReading(byBuyerWhoInvited: filter.hasInvited) }
        unshared = newest.count - shared.count
        let readings = shared.compactMap { SubmissionFacts($0, knowledge: knowledge) }
        unknown = shared.count - readings.count
        let nameless = wording[.noName]
        rows = readings.filter(filter.admits).map { Row($0, nameless: nameless) }.sorted { left, right in
            let keys = [left, right].map { $0.name.alphabeticKey }
            return keys[0] == keys[1]
                ? left.reading.submission.conversation < right.reading.submission.conversation : keys[0] < keys[1]
        }
        let used = Set(rows.map { $0.reading.questionnaire.id })
        questionnaires = knowledge.questionnaires.filter { used.contains($0.id) }
    }
}

extension SubmissionFacts {
    /// Whether a mark tells something sensitive.
    func isSensitive(_ tag: Questionnaire.Tag) -> Bool {
        tag.conditions.contains { questionnaire.question($0.question)?.validation.sensitive ?? false }
    }
}

extension SubmissionComparison.Filter {
    /// Whether a supplier that shares its answers is to be shown.
    func admits(_ reading: SubmissionFacts) -> Bool {
        if let assurance, reading.backing.level < assurance { return false }
        if let group, !(reading.submission.consent.includesDiversity && reading.groups.contains(group)) { return false }
        return dimension.map { isConnected(reading, with: $0) } ?? true
    }

    private func isConnected(_ reading: SubmissionFacts, with dimension: Knowledge.Dimension) -> Bool {
        let tellsDiversity = reading.submission.consent.includesDiversity
        if dimension == .diversity {
            guard tellsDiversity else { return false }
            if reading.tags.contains(where: reading.isSensitive) { return true }
        }
        if let part = dimension.part,
            reading.submission.indicator.parts.contains(where: { $0.id == part && $0.score ?? 0 > 0 })
        {
            return true
        }
        return reading.dimensions(tellsDiversity: tellsDiversity).contains(dimension)
    }
}

extension Knowledge.Dimension {
    /// The part of the score that is about it. That on diversity is about practices at work, not about who owns the firm.
    fileprivate var part: Indicator? {
        switch self {
        case .ecoResponsible: .environment
        case .innovation: .innovation
        case .diversity, .socialEconomy, .accessibility: nil
        }
    }
}

extension SubmissionFacts {
    /// The groups that own the firm: their ids are the choices of the question on ownership.
    var groups: [OwnerGroup] {
        (self[.ownershipGroups]?.chosen ?? []).compactMap(OwnerGroup.init(rawValue:))
            + (isSocialEconomy ? [.socialEconomy] : [])
    }

    /// The dimensions that answers and claims of schemes speak to.
    func dimensions(tellsDiversity: Bool) -> Set<Knowledge.Dimension> {
        var dimensions: Set<Knowledge.Dimension> = []
        for claim in claims {
            // A scheme that also tells who owns the firm tells it in whatever list it stands.
            if !tellsDiversity, claim.schemes.contains(where: { $0.dimensions.contains(.diversity) }) { continue }
            let shared = claim.schemes.map { Set($0.dimensions) }
            dimensions.formUnion(shared.dropFirst().reduce(shared.first ?? []) { $0.intersection($1) })
        }
        if isSocialEconomy { dimensions.insert(.socialEconomy) }
        if tellsDiversity, isAccessible { dimensions.insert(.accessibility) }
        return dimensions
    }

    private var isSocialEconomy: Bool {
        (self[.organizationType]?.chosen ?? []).contains {
            $0 == Questionnaire.Role.cooperative || $0 == Questionnaire.Role.nonProfit
        }
    }

    private var isAccessible: Bool {
        let question = questionnaire.question(for: .accessibility)
        return (self[.accessibility]?.chosen ?? []).contains { question?.choice($0)?.counted ?? false }
    }
}

extension String {
    /// What a list in alphabetical order goes by: small letters without accents.
    fileprivate var alphabeticKey: String {
        String(
            String.UnicodeScalarView(
                lowercased().decomposedStringWithCanonicalMapping.unicodeScalars.filter {
                    $0.properties.canonicalCombiningClass == .notReordered
                }))
    }
}
