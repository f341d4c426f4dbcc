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
struct FollowUp {
    private let words: IntentDefinitions.FollowUpWords
    private let intents: IntentCatalogue

    /// - Parameter interpreter: Whose words and intents follow-ups are told by.
    init(_ interpreter: Interpreter) {
        words = interpreter.followUp
        intents = interpreter.intents
    }

    /// The most words of a text that leaves something out.
    private static let longest = 8

    /// What a question asks for once what it leaves out is supplied.
    struct Completed {
        /// `nil` when that is still not clear.
        var intent: Intent?
        var entities: [Entity]
        var refinements: [String]
        /// What the text itself is, where it is answered as something else: the denial that names what was meant.
        var act: Intent?
    }

    /// What a text asks for with what it leaves out; as it stands where nothing was said before.
    func complete(_ interpretation: Interpretation, after last: Conversation.LastAnswer?) -> Completed {
        let decided = decided(interpretation, after: last)
        var completed = Completed(
            intent: decided, entities: interpretation.entities, refinements: interpretation.concepts)
        guard let last else { return completed }
        // "what do you mean?" asks for no word.
        if decided == .glossaryDefine, interpretation.tokens.count <= Self.longestOther,
            interpretation.entities.isEmpty,
            interpretation.candidates.dropFirst().first?.intent == .repeat
        {
            completed.intent = .repeat
            return completed
        }
        if let remedy = remedyOfTheOther(interpretation, after: last) { return remedy }
        let isShort = interpretation.tokens.count <= Self.longest
        if isShort || Ordinal.opens(interpretation), let pointed = pointedAt(interpretation, decided, after: last) {
            return pointed
        }
        if isShort, let short = short(interpretation, decided, after: last) { return short }
        let pointsBack = pointsBack(interpretation)
        guard isShort || decided != nil && pointsBack else { return completed }
        let wanted =
            decided
            ?? interpretation.offered.first { intent in
                intents.subject(of: intent).map { type in last.entities.contains { $0.type == type } } ?? false
            }
        if let wanted, let needed = intents.subject(of: wanted),
            !interpretation.entities.contains(where: { $0.type == needed }),
            wanted != last.intent || interpretation.tokens.count <= 4 || pointsBack,
            let inherited = (last.entities + last.spokenOf).first(where: { $0.type == needed })
        {
            completed.intent = wanted
            completed.entities.append(inherited.asInherited)
        }
        return completed
    }

    /// What a text counts out of what was shown, « la deuxième », or the other of two, « pis l'autre? », and what it wants of it.
    private func pointedAt(
        _ interpretation: Interpretation, _ decided: Intent?, after last: Conversation.LastAnswer
    ) -> Completed? {
        let counted = Ordinal.entity(in: interpretation, among: last.shown)
        guard let pointed = counted ?? theOther(interpretation, after: last) else { return nil }
        // « quelle différence avec l'autre? »
        if counted == nil, let decided, intents.gathered(by: decided) == pointed.type {
            let both = last.entities.filter { $0.type == pointed.type } + [pointed]
            return Completed(intent: decided, entities: both.map(\.asInherited), refinements: [])
        }
        let wanted = decided.flatMap { intents.subject(of: $0) == pointed.type ? $0 : nil }
        // "last thing, what do you keep of what I told you?" counts nothing.
        guard wanted != nil || decided == nil || interpretation.lead < Self.sure else { return nil }
        let before = counted == nil && intents.subject(of: last.intent) == pointed.type ? last.intent : nil
        return (wanted ?? before ?? intents.describing(pointed.type)).map {
            Completed(intent: $0, entities: [pointed.asInherited], refinements: [])
        }
    }

    /// Of two schemes that were spoken of, the one that the last answer was not about.
    private func theOther(_ interpretation: Interpretation, after answer: Conversation.LastAnswer) -> Entity? {
        let inHand = answer.entities.filter { $0.type == .certification }
        guard inHand.count == 1, interpretation.tokens.count <= Self.longestOther,
            let last = interpretation.tokens.last, endsInTheOther(interpretation, last),
            !interpretation.entities.contains(where: { $0.type.isEntry && $0.range != nil })
        else { return nil }
        return answer.spokenOf.first { $0.value != inHand[0].value }
    }

    /// Whether a text ends in the other: « pis l'autre? », "and the other one?"; « une autre affaire » does not.
    private func endsInTheOther(_ interpretation: Interpretation, _ last: Token) -> Bool {
        let before = interpretation.tokens.dropLast().last?.word ?? ""
        return words.theOther.contains(last.word)
            || words.pointsBack.contains(last.word) && words.theOther.contains(before)
    }

    /// The most words of a text that asks of the other what was asked of the one, or what was meant.
    private static let longestOther = 6

    /// What a few words add to the question before: another thing of the same kind, the right one, a second to compare with.
    private func short(
        _ interpretation: Interpretation, _ decided: Intent?, after last: Conversation.LastAnswer
    ) -> Completed? {
        // « non, je voulais dire ECOLOGO »
        if decided == .deny,
            let meant = interpretation.entities.first(where: { $0.type.isEntry && !isDenied($0, in: interpretation) }),
            let intent = intents.takes(meant.type, last.intent) ? last.intent : intents.describing(meant.type)
        {
            return Completed(
                intent: intent, entities: interpretation.entities.filter { intents.takes($0.type, intent) },
                refinements: [], act: decided)
        }
        // « dites-m'en plus sur ECOLOGO »: of something else than what was said, no more is said yet.
        if decided == .more, let named = interpretation.entities.first(where: \.type.isEntry),
            !last.entities.contains(where: { $0.value == named.value }), let intent = intents.describing(named.type)
        {
            return Completed(intent: intent, entities: [named], refinements: [])
        }
        if isElliptic(interpretation, decided) {
            let named = interpretation.entities.filter { intents.takes($0.type, last.intent) && $0.type != .number }
            let refined = (intents[last.intent]?.narrowedBy ?? []).filter(interpretation.concepts.contains)
            if !named.isEmpty || !refined.isEmpty {
                let replaces = intents[last.intent]?.narrowsTogether != true && !refined.isEmpty
                return Completed(
                    intent: last.intent, entities: named + kept(from: last, beside: named),
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
    private func decided(_ interpretation: Interpretation, after last: Conversation.LastAnswer?) -> Intent? {
        let alone: Intent? = if case .answer(let intent) = interpretation.decision { intent } else { nil }
        // « ça prend combien de temps? » after the questionnaire was told of: an intent about a thing that nobody named gives way to what
        // was spoken of, where that is meant nearly as much.
        if let alone, let last, let needed = intents.subject(of: alone), interpretation.lead < Self.sure,
            interpretation.candidates.dropFirst().first?.intent == last.intent,
            !(interpretation.entities + last.entities + last.spokenOf).contains(where: { $0.type == needed })
        {
            return last.intent
        }
        if let alone, alone != .outOfScope { return alone }
        // In the midst of something, hardly anybody turns to what is off the subject.
        if last != nil, case .clarify = interpretation.decision, interpretation.candidates.isOnlyOffTheSubject {
            return interpretation.candidates[0].intent
        }
        guard let last, interpretation.tokens.count <= Self.longestPointing else { return alone }
        let counted = Ordinal.entity(in: interpretation, among: last.shown)
        guard pointsBack(interpretation) || counted != nil else { return alone }
        let spokenOf = last.entities.map(\.type) + [counted?.type, last.shown.first?.type].compactMap(\.self)
        let weighed = interpretation.candidates.map { candidate in
            let isSupplied =
                intents.subject(of: candidate.intent).map { type in
                    spokenOf.contains(type) && !interpretation.entities.contains { $0.type == type }
                } ?? intents.gathered(by: candidate.intent).map { type in
                    last.spokenOf.count { $0.type == type } > 1
                } ?? false
            let gift = isSupplied ? Self.supplied : candidate.intent == .outOfScope ? -Self.supplied : 0
            return (intent: candidate.intent, score: candidate.score + gift, support: candidate.support + gift)
        }.sorted { $0.score > $1.score }
        guard let first = weighed.first, first.support >= Self.enough,
            intents.subject(of: first.intent) != nil || intents.gathered(by: first.intent) != nil
        else { return alone }
        return first.intent
    }

    /// The most words of a text that points back to what was spoken of.
    private static let longestPointing = 14
    /// What it gives to an intent that what was spoken of is supplied to it, and what must speak for such an intent, in units of 1/1024.
    private static let (supplied, enough) = (600, 400)

    /// What the further questions of a message ask for. « pis combien ça coûte? » is about what the first one named.
    func further(
        _ interpretation: Interpretation, after named: [Entity]
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
    private func remedyOfTheOther(
        _ interpretation: Interpretation, after last: Conversation.LastAnswer
    ) -> Completed? {
        guard last.intent == .barrierSolve, interpretation.has(.buyerWord),
            interpretation.tokens.count <= Self.longestPointing,
            goesOn(interpretation),
            !interpretation.entities.contains(where: { $0.type == .barrier || $0.type == .certification }),
            let barrier = last.entities.first(where: { $0.type == .barrier })
        else { return nil }
        return Completed(
            intent: .barrierSolve, entities: [barrier.asInherited, Entity(.actor, Actor.buyer.rawValue)],
            refinements: [])
    }

    /// What of the last question still holds beside what is named now.
    private func kept(
        from last: Conversation.LastAnswer, beside named: [Entity]
    ) -> [Entity] {
        let changesGroup = named.contains { $0.type == .group }
        return last.entities.filter { old in
            // A comparison grows by what is named.
            if intents.gathered(by: last.intent) != nil { return !named.contains { $0.value == old.value } }
            return !named.contains { $0.type == old.type } && !(changesGroup && old.type == .dimension)
        }.map(\.asInherited)
    }

    /// Whether a text names a thing without saying what is wanted of it: « et pour les femmes? ».
    private func isElliptic(_ interpretation: Interpretation, _ decided: Intent?) -> Bool {
        guard decided != nil, !interpretation.isOnlyName else { return true }
        // "what does scope 3 mean?" leaves nothing out.
        if interpretation.has(.meaning) || interpretation.has(.defineWhat) { return false }
        // "What's ECOLOGO exactly?" either; "what about Green Seal?" does.
        if interpretation.has(.whatIs), decided.flatMap({ intents[$0]?.describes }) != nil { return false }
        if namesAndGoesOn(interpretation) { return true }
        // "FSC for instance": a name, and next to nothing said of it. « c koi CAMSC » says enough.
        if interpretation.tokens.count <= Self.longestNaming, interpretation.lead < Self.sure,
            interpretation.candidates.first?.rule == nil,
            interpretation.entities.contains(where: { $0.type == .certification })
        {
            return true
        }
        guard goesOn(interpretation), interpretation.lead < Self.sure else { return false }
        // « et pour une PME, c'est dispendieux? » tells for whom, and what is wanted besides.
        let named = interpretation.entities.filter { $0.type != .actor && $0.type != .term }
        if named.isEmpty, interpretation.tokens.count > Self.longestNaming { return decided == nil }
        return (interpretation.candidates.first?.rule ?? "").isEmpty || interpretation.tokens.count <= 5
    }

    /// The most words of a text that does little more than name a thing.
    private static let longestNaming = 4
    /// The lead, in units of 1/1024, from which a text says what it wants by itself: « Où trouver des fournisseurs autochtones? ».
    private static let sure = 1500

    /// Whether a text begins with what one goes on with: « et pour les femmes? », "what about women?"
    private func goesOn(_ interpretation: Interpretation) -> Bool {
        guard let first = interpretation.tokens.first, !words.goesOn.contains(first.word) else { return true }
        return interpretation.tokens.dropFirst().first.map { words.goesOnBehind.contains($0.word) } ?? false
    }

    /// Whether a denial stands right before what a text names: « non, pas B Corp, ECOLOGO ».
    private func isDenied(_ entity: Entity, in interpretation: Interpretation) -> Bool {
        guard let start = entity.range?.lowerBound,
            let place = interpretation.tokens.firstIndex(where: { $0.range.lowerBound >= start })
        else { return false }
        return interpretation.places(of: .negation).contains { $0.upperBound == place }
    }

    /// Whether a text is a scheme's name, and what one goes on with: "and CGLCC?"
    private func namesAndGoesOn(_ interpretation: Interpretation) -> Bool {
        let named = interpretation.entities.filter { $0.type == .certification }.compactMap(\.range)
        return !named.isEmpty
            && interpretation.tokens.allSatisfy { token in
                words.goesOn.contains(token.word) || named.contains { $0.overlaps(token.range) }
            }
    }

    /// Whether a text speaks of something that it does not name: a pronoun without its noun.
    private func pointsBack(_ interpretation: Interpretation) -> Bool {
        interpretation.tokens.contains {
            words.pointsBack.contains($0.word) || $0.isAfterElidedL && words.afterElision.contains($0.word)
        }
    }
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

    /// Whether a text begins by counting: « le premier, comment je m'assure qu'un savon l'a? »
    static func opens(_ interpretation: Interpretation) -> Bool {
        interpretation.tokens.count <= longest
            && interpretation.tokens.prefix(mostBefore + 1).contains { ListPlace(ordinal: $0.word) != nil }
    }

    /// The most words of a text that begins by counting, and the most words before the one that counts.
    private static let (longest, mostBefore) = (14, 2)

    /// The place that a text is, when it is nothing but « la deuxième ».
    static func place(in interpretation: Interpretation) -> ListPlace? {
        guard interpretation.tokens.count <= 3 else { return nil }
        return interpretation.tokens.lazy.compactMap { ListPlace(ordinal: $0.word) }.first
    }
}

extension Interpretation {
    /// The intents between which a text did not decide, best first.
    fileprivate var offered: [Intent] {
        if case .clarify(let intents) = decision { return intents }
        return []
    }
}

extension Entity {
    fileprivate var asInherited: Entity { Entity(type, value, isInherited: true) }
}
