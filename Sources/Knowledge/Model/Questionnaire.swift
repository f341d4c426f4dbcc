public import Text

/// How far an answer is backed.
public enum EvidenceLevel: String, CaseIterable, Sendable, Codable, Hashable, Comparable {
    /// The person's word.
    case declared
    /// The person's word, and that a certification covers it which has not expired.
    case claimed
    /// A document that the person describes; nobody has seen it.
    case documented
    /// A certification that was confirmed with the organization that gives it.
    case certified
    /// Evidence reviewed by a buyer or a third party.
    case verified

    /// The levels that what a person says of itself can have. The others take somebody else who looks.
    public static let ofSelfDeclarations: [EvidenceLevel] = [.declared, .claimed, .documented]

    /// 0 for a bare declaration, 4 for reviewed evidence.
    public var rank: Int { Self.allCases.firstIndex(of: self)! }

    /// Orders by how far the answer is backed.
    public static func < (left: EvidenceLevel, right: EvidenceLevel) -> Bool { left.rank < right.rank }
}

/// How the answers of a questionnaire become an indicator.
public struct ScoringMethod: Sendable, Hashable {
    /// What each part of the score is called.
    public let titles: [Indicator: LocalizedText]
    /// The weight of each part in the whole; 0 for one that is shown apart.
    public let weights: [Indicator: Int]
    /// The least share of the weight, in percent, that must have a real answer for the indicator to be shown.
    public let minimumCompleteness: Int
    /// What each level of evidence is called.
    public let levels: [EvidenceLevel: LocalizedText]
    /// The level that a scheme of each assurance gives to an answer once it is confirmed.
    public let levelOfAssurance: [Assurance: EvidenceLevel]
    /// How an answer gets its points.
    public let answerPoints: LocalizedText
    /// How a part of the score is computed.
    public let subScore: LocalizedText
    /// What a bonus question does.
    public let bonus: LocalizedText
    /// What a neutral choice does.
    public let neutral: LocalizedText
    /// How the whole is computed.
    public let overall: LocalizedText
    /// When innovation is not shown.
    public let innovationDisplay: LocalizedText
    /// How results are rounded.
    public let rounding: LocalizedText
    /// When the indicator is shown.
    public let completeness: LocalizedText
    /// What evidence changes.
    public let assurance: LocalizedText
    /// What is said behind the share of the weight that documents back.
    public let backedShare: LocalizedText
    /// What must be said with every result.
    public let alwaysSay: LocalizedText
}

/// A questionnaire that suppliers fill in.
public struct Questionnaire: Sendable, Hashable, Identifiable {
    /// A part of it.
    public struct Section: Sendable, Hashable, Identifiable {
        /// The id, stable.
        public let id: String
        /// The title.
        public let title: LocalizedText
    }

    /// A document that can serve as evidence.
    public struct Document: Sendable, Hashable, Identifiable {
        /// The id, stable and public.
        public let id: String
        /// What it is.
        public let title: LocalizedText
        /// What people call it besides.
        public internal(set) var says = LocalizedList()
    }

    /// A short form: some of the questions, in the order of the whole.
    public struct ShortForm: Sendable, Hashable, Identifiable {
        /// The id, stable and public.
        public let id: String
        /// The title.
        public let title: LocalizedText
        /// The questions, by id.
        public let questions: [String]
        /// Where the questions stand among those of the whole, in order.
        public let places: [Int]

        /// - Parameter all: The questions of the whole.
        init(id: String, title: LocalizedText, questions: [String], among all: [Question]) {
            self.id = id
            self.title = title
            self.questions = questions
            let chosen = Set(questions)
            places = all.indices.filter { chosen.contains(all[$0].id) }
        }
    }

    /// Another framework that asks some of the same.
    public struct Framework: Sendable, Hashable, Identifiable {
        /// A topic of it.
        public struct Topic: Sendable, Hashable, Identifiable {
            /// The id, as questions write it.
            public let id: String
            /// The title.
            public let title: LocalizedText
        }

        /// The id, as questions write it.
        public let id: String
        /// The name.
        public let title: LocalizedText
        /// The scheme it is, by id.
        public let certification: String?
        /// A remark on its edition or nature.
        public let note: LocalizedText?
        /// The topics; none when questions write its own numbers.
        public let topics: [Topic]
    }

    /// A mark on a supplier's profile, set when conditions hold.
    public struct Tag: Sendable, Hashable, Identifiable {
        /// The id, stable and public.
        public let id: String
        /// The title.
        public let title: LocalizedText
        /// What must all hold.
        public let conditions: [Condition]
    }

    /// The id, stable and public.
    public let id: String
    /// The title.
    public let title: LocalizedText
    /// What it is for.
    public let about: LocalizedText
    /// What standing it has, and has not.
    public let standing: LocalizedText
    /// How a question can be passed.
    public let passing: LocalizedText
    /// Its short form.
    public let shortForm: ShortForm?
    /// Its sections, in order.
    public let sections: [Section]
    /// The documents that can back answers.
    public internal(set) var documents: [Document]
    /// The frameworks of its crosswalk.
    public let frameworks: [Framework]
    /// What the crosswalk rests on.
    public let crosswalkSources: [Source]
    /// The marks that answers can set.
    public let tags: [Tag]
    /// How answers become an indicator.
    public let scoring: ScoringMethod
    /// The questions, in order.
    public internal(set) var questions: [Question]
    /// The questions whose answers the program reads itself, by id.
    public let roles: [Role: String]
    /// What the entry rests on.
    public let provenance: Provenance

    /// The ids of the whole and of its short form.
    public var forms: [String] { [id] + (shortForm.map { [$0.id] } ?? []) }
    /// The question of an id.
    public func question(_ id: String) -> Question? { questions.first { $0.id == id } }
    /// The section of an id.
    public func section(_ id: String) -> Section? { sections.first { $0.id == id } }
    /// The document of an id.
    public func document(_ id: String) -> Document? { documents.first { $0.id == id } }
    /// The framework of an id.
    public func framework(_ id: String) -> Framework? { frameworks.first { $0.id == id } }
}
