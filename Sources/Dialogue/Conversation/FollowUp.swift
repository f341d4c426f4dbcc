import Knowledge
import Understanding

/// What a question that leaves something out takes from the one before.
///
/// - After « Qu'est-ce que B Corp? », « et combien ça coûte? » is about B Corp: an intent that is about a scheme, and names
///   none, is about the scheme that was spoken of. « La deuxième » is the second that was shown.
/// - After "labels for women-owned companies", « et pour les Autochtones? » asks the same of another group, « les gratuites
///   seulement » the same of less: a text that names a thing and wants nothing clear of it wants what was wanted before.
///
/// Only while the context holds (``DialoguePolicy/contextLifetime``), and only short texts: a long one says what it is about.
enum FollowUp {
    /// The most words of a text that leaves something out.
    private static let longest = 8

    /// What a question asks for once what it leaves out is supplied.
    struct Completed {
        /// `nil` when that is still not clear.
        var intent: Intent?
        var entities: [Entity]
        var refinements: [String]
    }

    static func complete(
        _ interpretation: Interpretation, after last: Conversation.LastAnswer?, _ intents: IntentCatalogue
    ) -> Completed {
        let decided = decided(interpretation, after: last, intents)
        var completed = Completed(
            intent: decided, entities: interpretation.entities, refinements: interpretation.concepts)
        guard let last else { return completed }
        if let remedy = remedyOfTheOther(interpretation, after: last) { return remedy }
        let isShort = interpretation.tokens.count <= longest
        if isShort, let short = short(interpretation, decided, after: last, intents) { return short }
        guard isShort || decided != nil && interpretation.pointsBack else { return completed }
        let wanted =
            decided
            ?? interpretation.offered.first { intent in
                intents.subject(of: intent).map { type in last.entities.contains { $0.type == type } } ?? false
            }
        if let wanted, let needed = intents.subject(of: wanted),
            !interpretation.entities.contains(where: { $0.type == needed }),
            wanted != last.intent || interpretation.tokens.count <= 4 || interpretation.pointsBack,
            let inherited = (last.entities + last.spokenOf).first(where: { $0.type == needed })
        {
            completed.intent = wanted
            completed.entities.append(inherited.asInherited)
        }
        return completed
    }

    /// What a few words add to the question before: a place in the list that was shown, another thing of the same kind, a second to
    /// compare with.
    private static func short(
        _ interpretation: Interpretation, _ decided: Intent?, after last: Conversation.LastAnswer,
        _ intents: IntentCatalogue
    ) -> Completed? {
        if let pointed = Ordinal.entity(in: interpretation, among: last.shown) {
            let intent =
                decided.flatMap { intents.subject(of: $0) == pointed.type ? $0 : nil }
                ?? intents.describing(pointed.type)
            if let intent { return Completed(intent: intent, entities: [pointed.asInherited], refinements: []) }
        }
        if isElliptic(interpretation, decided, intents) {
            let named = interpretation.entities.filter { intents.takes($0.type, last.intent) && $0.type != .number }
            let refined = (intents[last.intent]?.narrowedBy ?? []).filter(interpretation.concepts.contains)
            if !named.isEmpty || !refined.isEmpty {
                let replaces = intents[last.intent]?.narrowsTogether != true && !refined.isEmpty
                return Completed(
                    intent: last.intent, entities: named + kept(from: last, beside: named, intents),
                    refinements: refined + (replaces ? [] : last.refinements.filter { !refined.contains($0) }))
            }
        }
        // « mets-moi les deux côte à côte »: what is compared was spoken of, the older first.
        let named = interpretation.entities.filter { $0.type == .certification }
        let others = last.spokenOf.filter { other in !named.contains { $0.value == other.value } }.prefix(
            max(0, 2 - named.count))
        guard let decided, intents.gathered(by: decided) == .certification, named.count < 2,
            named.count + others.count == 2
        else { return nil }
        return Completed(
            intent: decided, entities: others.reversed().map(\.asInherited) + interpretation.entities,
            refinements: interpretation.concepts)
    }

    /// The intent that a text has alone or, where it has none alone, in the light of what was spoken of.
    ///
    /// What a text points back to (« comment il voit que je l'ai? ») speaks for the intents that are about such a thing, and against
    /// the question's being out of scope; the first then answers where it leads as clearly as a rule would have to.
    private static func decided(
        _ interpretation: Interpretation, after last: Conversation.LastAnswer?, _ intents: IntentCatalogue
    ) -> Intent? {
        let alone: Intent? = if case .answer(let intent) = interpretation.decision { intent } else { nil }
        if let alone, alone != .outOfScope { return alone }
        // In the midst of something, hardly anybody turns to what is off the subject.
        if last != nil, case .clarify = interpretation.decision, interpretation.candidates.isOnlyOffTheSubject {
            return interpretation.candidates[0].intent
        }
        guard let last, interpretation.tokens.count <= longestPointing else { return alone }
        let counted = Ordinal.entity(in: interpretation, among: last.shown)
        guard interpretation.pointsBack || counted != nil else { return alone }
        let spokenOf = last.entities.map(\.type) + [counted?.type, last.shown.first?.type].compactMap(\.self)
        let weighed = interpretation.candidates.map { candidate in
            let isSupplied =
                intents.subject(of: candidate.intent).map { type in
                    spokenOf.contains(type) && !interpretation.entities.contains { $0.type == type }
                } ?? intents.gathered(by: candidate.intent).map { type in
                    last.spokenOf.count { $0.type == type } > 1
                } ?? false
            let gift = isSupplied ? supplied : candidate.intent == .outOfScope ? -supplied : 0
            return (intent: candidate.intent, score: candidate.score + gift, support: candidate.support + gift)
        }.sorted { $0.score > $1.score }
        guard let first = weighed.first, first.support >= enough,
            intents.subject(of: first.intent) != nil || intents.gathered(by: first.intent) != nil
        else { return alone }
        return first.intent
    }

    /// The most words of a text that points back to what was spoken of.
    private static let longestPointing = 14
    /// What it gives to an intent that what was spoken of is supplied to it, and what must speak for such an intent, in units of 1/1024.
    private static let (supplied, enough) = (600, 400)

    /// What the further questions of a message ask for. « pis combien ça coûte? » is about what the first one named.
    static func further(
        _ interpretation: Interpretation, after named: [Entity], _ intents: IntentCatalogue
    ) -> [DialogueEngine.Wanted] {
        interpretation.further.map { part in
            var entities = part.entities
            if let needed = intents.subject(of: part.intent), !entities.contains(where: { $0.type == needed }),
                let inherited = named.first(where: { $0.type == needed })
            {
                entities.append(inherited.asInherited)
            }
            return DialogueEngine.Wanted(
                intent: part.intent, entities: entities.filter { intents.takes($0.type, part.intent) },
                refinements: part.concepts.filter { intents[part.intent]?.narrowedBy.contains($0) ?? false })
        }
    }

    /// « et du côté de l'acheteur, y peut faire quoi? » after a difficulty is about the same difficulty, for the other side.
    private static func remedyOfTheOther(
        _ interpretation: Interpretation, after last: Conversation.LastAnswer
    ) -> Completed? {
        guard last.intent == .barrierSolve, interpretation.has(.buyerWord),
            interpretation.tokens.count <= longestPointing,
            let first = interpretation.tokens.first?.word, openings.contains(first),
            !interpretation.entities.contains(where: { $0.type == .barrier || $0.type == .certification }),
            let barrier = last.entities.first(where: { $0.type == .barrier })
        else { return nil }
        return Completed(
            intent: .barrierSolve, entities: [barrier.asInherited, Entity(.actor, Actor.buyer.rawValue)],
            refinements: [])
    }

    /// What of the last question still holds beside what is named now.
    private static func kept(
        from last: Conversation.LastAnswer, beside named: [Entity], _ intents: IntentCatalogue
    ) -> [Entity] {
        let changesGroup = named.contains { $0.type == .group }
        return last.entities.filter { old in
            // A comparison grows by what is named.
            if intents.gathered(by: last.intent) != nil { return !named.contains { $0.value == old.value } }
            return !named.contains { $0.type == old.type } && !(changesGroup && old.type == .dimension)
        }.map(\.asInherited)
    }

    /// Whether a text names a thing without saying what is wanted of it: « et pour les femmes? ».
    private static func isElliptic(
        _ interpretation: Interpretation, _ decided: Intent?, _ intents: IntentCatalogue
    ) -> Bool {
        guard decided != nil, !interpretation.isOnlyName else { return true }
        // "what does scope 3 mean?" leaves nothing out.
        if interpretation.has(.meaning) || interpretation.has(.defineWhat) { return false }
        // "What's ECOLOGO exactly?" either; "what about Green Seal?" does.
        if interpretation.has(.whatIs), decided.flatMap({ intents[$0]?.describes }) != nil { return false }
        // "FSC for instance": a name, and next to nothing said of it.
        if interpretation.tokens.count <= longestNaming, interpretation.candidates.first?.rule == nil,
            interpretation.entities.contains(where: { $0.type == .certification })
        {
            return true
        }
        guard let first = interpretation.tokens.first?.word, openings.contains(first), interpretation.lead < sure else {
            return false
        }
        return (interpretation.candidates.first?.rule ?? "").isEmpty || interpretation.tokens.count <= 5
    }

    /// The most words of a text that does little more than name a thing.
    private static let longestNaming = 4
    /// The lead, in units of 1/1024, from which a text says what it wants by itself: « Où trouver des fournisseurs autochtones? ».
    private static let sure = 1500
    /// The words with which people go on.
    private static let openings: Set<String> = [
        "et", "and", "pis", "ou", "or", "what", "how", "pour", "for", "puis", "avec", "with", "les", "only", "just",
    ]
}

/// Words that count: « la deuxième », "the last one".
enum Ordinal {
    /// The entry that a text points at among those shown.
    static func entity(in interpretation: Interpretation, among shown: [Entity]) -> Entity? {
        guard !shown.isEmpty, interpretation.entities.allSatisfy({ !$0.type.isEntry || $0.type == .term }) else {
            return nil
        }
        for token in interpretation.tokens {
            guard let place = ListPlace(ordinal: token.word) else { continue }
            return place.index(in: shown.count).map { shown[$0] }
        }
        return nil
    }

    /// The place that a text is, when it is nothing but « la deuxième ».
    static func place(in interpretation: Interpretation) -> ListPlace? {
        guard interpretation.tokens.count <= 3 else { return nil }
        return interpretation.tokens.lazy.compactMap { ListPlace(ordinal: $0.word) }.first
    }
}

extension Interpretation {
    /// Whether a text speaks of something that it does not name: a pronoun without its noun.
    fileprivate var pointsBack: Bool { tokens.contains { Self.pronouns.contains($0.word) } }

    private static let pronouns: Set<String> = [
        "ca", "cela", "ceci", "l", "en", "y", "dedans", "deux", "both", "two", "celle", "celui", "ceux", "celles",
        "mien", "mienne", "elle", "elles",
        "il", "ils", "dessus", "it", "its", "that", "this", "they", "them", "one", "those", "these", "mine", "there",
    ]

    /// The intents between which a text did not decide, best first.
    fileprivate var offered: [Intent] {
        if case .clarify(let intents) = decision { return intents }
        return []
    }
}

extension Entity {
    fileprivate var asInherited: Entity { Entity(type, value, isInherited: true) }
}
