import Knowledge
public import Text

/// What an intent is besides how it is recognised, as `intents/` declares it.
public struct IntentDescription: Sendable, Hashable {
    /// A way in which an intent is not like most.
    public enum Trait: String, CaseIterable, Sendable, Hashable {
        /// Talk about the talk: a greeting, thanks, a yes. Two of them make no menu, and none is a second question.
        case talk
        /// Said in passing: what was spoken of before stays what a follow-up goes on from.
        case passing
        /// Asked of the questionnaire or of the assistant while a question is open.
        case command
        /// Moves about in a questionnaire.
        case movesAbout = "moves-about"
        /// Done only after a yes.
        case confirmed
        /// A word or two are too little to do it.
        case spelledOut = "spelled-out"
        /// Tells something, and is asked for by a question.
        case tells
        /// Does something while a question is open, rather than tells something.
        case acts
        /// Leaves the questionnaire.
        case leaves
        /// Likely while a question is open.
        case nearQuestions = "near-questions"
        /// Unlikely while a question is open.
        case farFromQuestions = "far-from-questions"
        /// Unlikely while no question is open.
        case needsQuestion = "needs-question"
    }

    /// What an entity is to an intent.
    public enum Slot: String, CaseIterable, Sendable, Hashable {
        /// It changes the answer where it is named.
        case optional
        /// The answer is about it: where the text names none, the one that was spoken of is meant.
        case inherited
        /// The answer is about several: those that were spoken of join what is named.
        case gathered
    }

    public var intent: Intent
    /// The title people read in a menu.
    public var title: LocalizedText
    public var traits: Set<Trait> = []
    /// Those that are easily meant in its place: answered with the other as a suggestion, never a menu.
    public var siblings: [Intent] = []
    /// The entities that change the answer; those that tell who asks, of whom, when and how much change any.
    public var takes: [EntityType: Slot] = [:]
    /// The type of entry that it tells about, of which a bare name asks this.
    public var describes: EntityType?
    /// The concepts that narrow the answer though they are no entities.
    public var narrowedBy: [String] = []
    /// Whether several of these narrow together, rather than one in place of another.
    public var narrowsTogether = false
    /// The intent whose fields its answer's template may use: itself, unless it says otherwise.
    public var handler: Intent
    /// The guide that its answer's template may use as `guide`, by id.
    public var guide: String?

    init(_ intent: Intent, title: LocalizedText) {
        self.intent = intent
        self.title = title
        handler = intent
    }
}

/// All intents of the content, with what each is.
public struct IntentCatalogue: Sendable {
    /// In the order in which ties are broken: those of the contract, then others by their ids.
    public let all: [IntentDescription]
    private let places: [Intent: Int]

    /// - Parameter descriptions: One for each intent; those of the contract that no text is recognised as are added.
    public init(_ descriptions: [IntentDescription]) {
        let missing = Intent.contract.filter { intent in
            !intent.isRecognisedFromText && !descriptions.contains { $0.intent == intent }
        }
        all = (descriptions + missing.map { IntentDescription($0, title: LocalizedText(fr: "", en: "")) })
            .sorted { $0.intent.order < $1.intent.order }
        places = Dictionary(
            all.enumerated().map { ($0.element.intent, $0.offset) }, uniquingKeysWith: { first, _ in first })
    }

    public subscript(intent: Intent) -> IntentDescription? { places[intent].map { all[$0] } }

    /// The intent of an id, if the content has it.
    public func intent(_ id: String) -> Intent? {
        let intent = Intent(rawValue: id)
        return places[intent] == nil ? nil : intent
    }

    /// Whether an intent has a trait.
    public func has(_ trait: IntentDescription.Trait, _ intent: Intent) -> Bool {
        self[intent]?.traits.contains(trait) ?? false
    }

    /// Whether entities of a type change the answer, and so are worth showing with it.
    public func takes(_ type: EntityType, _ intent: Intent) -> Bool {
        switch type {
        case .group, .actor, .number, .date, .percentage, .email: true
        default: self[intent]?.takes[type] != nil
        }
    }

    /// The type of entry that an answer is about and that a follow-up may leave out.
    public func subject(of intent: Intent) -> EntityType? {
        self[intent]?.takes.first { $0.value == .inherited }?.key
    }

    /// The type of which an answer gathers several.
    public func gathered(by intent: Intent) -> EntityType? {
        self[intent]?.takes.first { $0.value == .gathered }?.key
    }

    /// The intent that tells about one entry of a type.
    public func describing(_ type: EntityType) -> Intent? { all.first { $0.describes == type }?.intent }

    /// Whether one of two is easily meant in place of the other.
    public func areSiblings(_ first: Intent, _ second: Intent) -> Bool {
        self[first]?.siblings.contains(second) ?? false || self[second]?.siblings.contains(first) ?? false
    }
}
