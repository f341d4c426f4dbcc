import Knowledge

extension AnswerReader {
    /// What a text says to a yes-no question.
    enum Consent { case yes, no, both, neither }

    func hearYesNo(_ tokens: [AnswerToken]) -> Heard {
        let plain = Self.plainConsent(tokens)
        if plain == .yes || plain == .no { return Heard(reading: accept(plain == .yes), isOwn: true) }
        return doubted(toldYesNo(tokens), tokens)
    }

    /// The same of a text that is more than a yes or a no.
    private func toldYesNo(_ tokens: [AnswerToken]) -> Heard {
        // What must be said clearly is not said with an exception.
        if question.validation.mustBe != nil, phrases.excepts(tokens) {
            return Heard(reading: .notUnderstood(.plainYesOrNo), isOwn: true)
        }
        let consent = Self.consent(tokens)
        // Who begins with yes or no has said it; only where yes means that there is none of something may the rest turn it.
        if !asksForAbsence, consent != .neither {
            return Heard(reading: consent == .both ? .notUnderstood(.yesAndNo) : accept(consent == .yes), isOwn: true)
        }
        if !(asksForAbsence && isPlainEnough(tokens)), let flag = fittedYesNo(tokens) {
            return Heard(reading: accept(flag), isOwn: true)
        }
        // « non, jamais » to whether there is none: the never is what is meant.
        let clauses = AnswerClauses(tokens)
        if asksForAbsence, clauses.opening == .no, clauses.isOnlyDenial,
            tokens.contains(where: { Self.emphatic.contains($0.text) })
        {
            return Heard(reading: accept(true), isOwn: true)
        }
        if let said = sayingOfYesNo(tokens) { return Heard(reading: accept(said.flag), isOwn: said.isOwn) }
        // « elle décide, oui »: a yes or a no that stands alone at the end.
        if !asksForAbsence, let last = tokens.lastIndex(where: { $0.kind != .mark }), last > 0,
            tokens[last - 1].kind == .mark
        {
            let isYes = Self.clearYes.contains(tokens[last].text)
            if isYes || Self.clearNo.contains(tokens[last].text) { return Heard(reading: accept(isYes), isOwn: true) }
        }
        if asksForAbsence, !isPlainEnough(tokens) {
            return Heard(reading: .notUnderstood(.plainYesOrNo), isOwn: false)
        }
        switch Self.consent(tokens) {
        case .yes: return Heard(reading: accept(true), isOwn: true)
        case .no: return Heard(reading: accept(false), isOwn: true)
        case .both: return Heard(reading: .notUnderstood(.yesAndNo), isOwn: true)
        case .neither: return Heard(reading: .notUnderstood(.notYesNo), isOwn: false)
        }
    }

    func accept(_ flag: Bool) -> Reading {
        guard let mustBe = question.validation.mustBe, mustBe != flag else { return .understood(.flag(flag)) }
        return .notUnderstood(mustBe ? .mustBeYes : .mustBeNo)
    }

    /// Whether an answer to « êtes-vous exempt de … » cannot be meant the other way round: « non, aucune » and « oui, une
    /// fois » can.
    private func isPlainEnough(_ tokens: [AnswerToken]) -> Bool {
        let words = tokens.words
        let asked = Language.allCases.flatMap { AnswerWords.stems(of: AnswerWords.words(of: question.text[$0])) }
        return words.count <= 4
            && !words.dropFirst().contains(where: Self.negations.subtracting(["non", "no"]).contains)
            && !AnswerWords.stems(of: words).contains(where: asked.contains)
    }

    /// Yes or no counts where the text begins with it: « aucune sanction » may be either, depending on the question.
    static func consent(_ tokens: [AnswerToken]) -> Consent {
        // A mark is kept as a comma: after one, a second yes or no contradicts the first.
        var words = tokens.map { $0.kind == .mark ? "," : $0.text }
        words.trimPrefix { $0 == "," || openings.contains($0) }
        while words.last == "," { words.removeLast() }
        let plain = words.filter { $0 != "," }
        let whole = plain.joined(separator: " ")
        if noPhrases.contains(whole) { return .no }
        if yesPhrases.contains(whole) { return .yes }
        guard let first = plain.first, !notApplicable.contains(whole), !whole.hasPrefix("non applicable") else {
            return .neither
        }
        // "No sanctions" says that there are none, which may be yes.
        if first == "no", let after = words.dropFirst().first, after != ",", !afterNo.contains(after) {
            return .neither
        }
        if plain.prefix(3).contains(where: doubts.contains) || whole.contains("peut etre") { return .neither }
        if denied.contains(where: { whole == $0 || whole.hasPrefix($0 + " ") }) { return .no }
        // « pas vraiment, c'est son beau-frère qui mène »: the denial, then why.
        let opening = words.prefix { $0 != "," }.joined(separator: " ")
        if opening.contains(" "), noPhrases.contains(opening) { return .no }
        let saysYes = clearYes.contains(first)
        if saysYes || clearNo.contains(first) {
            if contradicts(words, others: saysYes ? clearNo : clearYes) { return .both }
            if whole.hasSuffix("sais pas") || whole.hasSuffix("dont know") { return .neither }
            return saysYes ? .yes : .no
        }
        guard let opening = yesOpenings.first(where: { whole == $0 || whole.hasPrefix($0 + " ") }) else {
            return .neither
        }
        let rest = plain.dropFirst(opening.split(separator: " ").count)
        if let next = rest.first, negations.contains(next) || (next == "que" && rest.dropFirst().first == "non") {
            return .no
        }
        return contradicts(words, others: clearNo) ? .both : .yes
    }

    private static let emphatic: Set<String> = ["jamais", "never", "aucun", "aucune", "none"]

    /// Whether a text wavers from its beginning: « peut-être », "it depends".
    static func isDoubtful(_ tokens: [AnswerToken]) -> Bool {
        let words = tokens.words
        return words.prefix(3).contains(where: doubts.contains)
            || words.prefix(4).joined(separator: " ").contains("peut etre")
    }

    /// Whether the text is yes or no and nothing else.
    static func plainConsent(_ tokens: [AnswerToken]) -> Consent {
        let words = tokens.words.filter { !openings.contains($0) }
        let whole = words.joined(separator: " ")
        if yesPhrases.contains(whole) || (!words.isEmpty && words.allSatisfy(clearYes.contains)) { return .yes }
        if noPhrases.contains(whole) || (!words.isEmpty && words.allSatisfy(clearNo.contains)) { return .no }
        return .neither
    }

    private static func contradicts(_ words: [String], others: Set<String>) -> Bool {
        words.indices.dropFirst().contains { index in
            others.contains(words[index]) && !isHarmless(words, index)
                && (joints.contains(words[index - 1]) || clearYes.contains(words[index - 1])
                    || clearNo.contains(words[index - 1]))
        }
    }

    /// "No problem" and "no one else" after yes contradict nothing.
    private static func isHarmless(_ words: [String], _ index: Int) -> Bool {
        index + 1 < words.count
            && ["problem", "doubt", "worries", "exception", "exceptions", "one", "other"].contains(words[index + 1])
    }

    static let clearYes: Set<String> = [
        "oui", "ouais", "ouai", "ouaip", "ouip", "ui", "yes", "yep", "yeah", "yup", "yess", "ya",
    ]
    static let clearNo: Set<String> = ["non", "nan", "nope", "nah", "no", "naan"]
    static let negations: Set<String> = [
        "pas", "non", "not", "no", "sans", "without", "jamais", "never", "aucun", "aucune", "none", "rien", "nothing",
        "sauf", "except", "dont", "nulle", "nowhere",
    ]
    private static let afterNo: Set<String> = [
        "not", "we", "i", "it", "they", "but", "thanks", "sorry", "thank", "because", "never", "none", "dont", "no",
        "nope",
        "and", "or", "yes", "for", "unfortunately",
    ]
    private static let joints: Set<String> = [
        ",", "et", "and", "ou", "or", "mais", "but", "euh", "wait", "attends", "attendez", "plutot", "rather", "puis",
    ]
    private static let openings = Interjections.words.union(["merci", "thanks", "svp", "please"])
    private static let doubts: Set<String> = [
        "maybe", "perhaps", "possibly", "possiblement", "parfois", "sometimes", "depend", "depends",
    ]
    private static let yesPhrases: Set<String> = [
        "o", "y", "ok", "okay", "sure", "vrai", "true", "correct", "exact", "accord", "affirmatif", "affirmative",
        "en effet", "je confirme", "je le confirme", "i confirm", "j atteste", "atteste", "je l atteste", "i attest",
        "i do", "we do", "they do", "it does", "i agree", "je suis accord", "mets en", "je pense que oui",
        "je crois que oui", "i think so", "i believe so",
    ]
    private static let noPhrases: Set<String> = [
        "n", "pas encore", "not yet", "pas vraiment", "not really", "pas du tout", "not at all", "negatif", "negative",
        "faux", "false", "pas tout a fait", "not quite", "pas pour le moment", "pas pour instant", "not for now",
        "not right now", "pas a ma connaissance", "not that i know", "not to my knowledge", "we dont", "i dont",
        "they dont", "we do not", "i do not", "they do not", "it doesnt", "je pense que non", "je crois que non",
        "i dont think so", "i think not", "pas actuellement", "not currently", "no not yet", "absolument pas",
    ]
    private static let denied = [
        "bien sur que non", "of course not", "surement pas", "pas encore", "not yet", "pas du tout",
    ]
    private static let yesOpenings = [
        "certainement", "certainly", "naturellement", "naturally", "evidently", "obviously", "absolument", "absolutely",
        "definitely", "tout a fait", "bien sur", "of course",
        "exactement", "exactly", "effectivement", "indeed", "evidemment", "assurement", "sans aucun doute",
        "without a doubt", "bien entendu", "ok", "sure",
    ]
}

extension [String] {
    fileprivate mutating func trimPrefix(while isDropped: (String) -> Bool) {
        removeFirst(prefix(while: isDropped).count)
    }
}

extension Knowledge.Question {
    /// Whether yes means that there is none of something.
    var asksForAbsence: Bool {
        AnswerWords.words(of: text.fr).contains {
            ["exempt", "exempte", "exempts", "exemptes", "sans", "libre"].contains($0)
        }
    }
}
