import Knowledge
import Understanding

extension AnswerReader {
    func hearEvidence(_ tokens: [AnswerToken]) -> Heard {
        let words = tokens.words.filter { !vocabulary[.aroundNone].contains($0) }
        if vocabulary[.none].contains(words.joined(separator: " "))
            || vocabulary[.noEvidence].contains(words.joined(separator: " "))
        {
            return Heard(reading: .passed(.none), isOwn: true)
        }
        if let meaning = phrases.passing(tokens, most: 3), !phrases.namesDocument(tokens) || meaning == .none {
            return Heard(reading: .passed(meaning), isOwn: true)
        }
        let matcher = TitleMatcher(questionnaire.documents.map(\.title), vocabulary)
        var items: [AnswerValue.Evidence] = []
        let parts = AnswerParts(tokens) { $0.isMark(",;\n") }.split {
            matcher.exact($0).count == 1
        }
        for part in parts {
            switch evidence(Self.unnumbered(part), matcher) {
            case .success(let found): items += found
            case .failure(let problem): return Heard(reading: .notUnderstood(problem), isOwn: false)
            }
        }
        // What names no scheme and no document is no evidence: beside some, « notre courtier l'a par courriel » tells where it is.
        let isSomeKnown = items.contains { !$0.id.isEmpty }
        items.removeAll { item in
            guard item.id.isEmpty else { return false }
            let said = vocabulary.tokens(of: item.note ?? "")
            return isSomeKnown ? !phrases.beginsWithDocument(said) : !phrases.namesDocument(said)
        }
        return items.isEmpty
            ? Heard(reading: .notUnderstood(.notEvidence), isOwn: false)
            : Heard(reading: accept(items), isOwn: true)
    }

    func accept(_ items: [AnswerValue.Evidence]) -> AnswerReading {
        var distinct: [AnswerValue.Evidence] = []
        for item in items where !distinct.contains(item) { distinct.append(item) }
        if let most = question.validation.maxItems, distinct.count > most {
            return .notUnderstood(.tooMany(distinct.count, most: most))
        }
        if distinct.isEmpty, question.validation.required { return .notUnderstood(.tooFew(1)) }
        return .understood(.evidence(distinct))
    }

    /// What one part names: a document by its title, else schemes by their names, else a document by words of its title;
    /// what is none of these is kept as the person wrote it.
    private func evidence(
        _ part: [AnswerToken], _ matcher: TitleMatcher
    ) -> Result<[AnswerValue.Evidence], AnswerProblem> {
        let said = part.written
        let length = said.unicodeScalars.count
        if let longest = question.validation.maxTitleLength, length > longest {
            return .failure(.tooLong(length, longest: longest))
        }
        let words = part.words
        if let document = questionnaire.documents.first(where: { vocabulary.words(of: $0.id) == words }) {
            return .success([.init(kind: .document, id: document.id)])
        }
        let exact = matcher.exact(words)
        if exact.count == 1 { return .success([.init(kind: .document, id: questionnaire.documents[exact[0]].id)]) }
        let namedWords = part.wordsOfNames
        if !words.contains(where: vocabulary[.negations].contains) {
            let documents = documentsNamed(in: part)
            if !documents.isEmpty {
                // "B Corp certificate and our ethics code": a scheme on the other side of « et » is named too.
                let schemes = schemes.found(in: namedWords).filter { scheme in
                    let isJoined =
                        namedWords[scheme.words.upperBound...].contains(where: vocabulary[.evidenceJoints].contains)
                        || namedWords[..<scheme.words.lowerBound].contains(where: vocabulary[.evidenceJoints].contains)
                    return isJoined && scheme.ids.count == 1
                }
                return .success(
                    schemes.map { .init(kind: .certification, id: $0.ids[0], note: said) }
                        + documents.map { .init(kind: .document, id: questionnaire.documents[$0].id, note: said) })
            }
        }
        let found = schemes.found(in: namedWords)
        if let unclear = found.first(where: { $0.ids.count > 1 }) {
            let titles = unclear.ids.compactMap { knowledge.certification($0)?.name }
            return .failure(.ambiguous(titles, said: said))
        }
        if !found.isEmpty {
            // « pas d'ISO 14001 » names what there is not.
            guard !words.contains(where: vocabulary[.negations].contains) else { return .failure(.notEvidence) }
            let isAll = namedWords.indices.allSatisfy { index in
                vocabulary[.evidenceJoints].contains(namedWords[index]) || found.contains { $0.words.contains(index) }
            }
            return .success(found.map { .init(kind: .certification, id: $0.ids[0], note: isAll ? nil : said) })
        }
        let told = words.filter { !vocabulary[.aroundTitles].contains($0) && $0.utf8.allSatisfy { $0 > 0x39 } }
        switch matcher.match(told) {
        case .one(let place) where matcher.isTelling(told, of: place):
            return .success([
                .init(kind: .document, id: questionnaire.documents[place].id, note: said)
            ])
        case .several(let places) where places.count <= 3:
            return .failure(.ambiguous(places.map { questionnaire.documents[$0].title }, said: said))
        case .one, .several, .none: return .success([.init(kind: .document, id: "", note: said)])
        }
    }

    /// The documents whose names, or parts of them that no other document shares, stand in a part of an answer.
    private func documentsNamed(in part: [AnswerToken]) -> [Int] {
        let clauses = AnswerClauses(part, vocabulary)
        let isBrief = clauses.clauses.map(\.words.count).reduce(0, +) <= Self.briefPart
        let found = documentSayings.found(in: clauses).filter {
            $0.strength >= (isBrief ? Self.leastNamingBriefly : Self.leastNaming)
        }
        return Set(found.map(\.place)).sorted()
    }

    /// How much the words of a document's name must tell, in thousandths of a word that is in one name alone.
    private static let leastNaming = 1500
    /// The same where little else is said: « des photos ».
    private static let leastNamingBriefly = 1000
    /// The most telling words of a part in which little is said.
    private static let briefPart = 3

    /// A part without the number or bullet of a list.
    private static func unnumbered(_ part: [AnswerToken]) -> [AnswerToken] {
        var part = part
        if part.count > 2, part[0].kind == .number, part[1].isMark(".)") { part.removeFirst(2) }
        part.removeFirst(part.prefix { $0.isMark("-*") }.count)
        return part
    }

}
