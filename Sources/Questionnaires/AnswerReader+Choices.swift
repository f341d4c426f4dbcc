import Knowledge
import Text
import Understanding

extension AnswerReader {
    // MARK: - One choice

    func hearSingle(_ tokens: [AnswerToken]) -> Heard {
        if let place = named(tokens) { return Heard(reading: acceptOne([place]), isOwn: true) }
        let same = matcher.exact(tokens.words)
        if same.count == 1 { return Heard(reading: acceptOne(same), isOwn: true) }
        if let references = references(tokens), isWithin(references) {
            return Heard(reading: reading(resolve(references), acceptOne), isOwn: true)
        }
        if let numbered = numbered(tokens) { return Heard(reading: reading(numbered, acceptOne), isOwn: true) }
        if let plain = plainChoice(tokens) { return Heard(reading: reading(plain, acceptOne), isOwn: true) }
        if let place = notApplicable(tokens.words) { return Heard(reading: acceptOne([place]), isOwn: true) }
        let saying = sayingOfOne(tokens)
        if case .places(let places, true) = saying { return Heard(reading: acceptOne(places), isOwn: true) }
        if case .unclear(let places) = saying {
            return Heard(
                reading: .notUnderstood(.ambiguous(places.map { question.choices[$0].text })), isOwn: true)
        }
        if case .success(let places) = places(of: tokens) {
            if case .unclear(let places) = asSharedAsSaid(.places(places, isOwn: false), tokens) {
                return Heard(
                    reading: .notUnderstood(.ambiguous(places.map { question.choices[$0].text })), isOwn: true)
            }
            return Heard(reading: acceptOne(places), isOwn: false)
        }
        if case .places(let places, _) = saying { return Heard(reading: acceptOne(places), isOwn: false) }
        return Heard(reading: reading(places(of: tokens), acceptOne), isOwn: false)
    }

    private func reading(_ result: Result<[Int], AnswerProblem>, _ accept: ([Int]) -> AnswerReading) -> AnswerReading {
        switch result {
        case .success(let places): accept(places)
        case .failure(let problem): .notUnderstood(problem)
        }
    }

    /// The choice that a mere yes or no is, where the choices make it plain; `nil` when the answer is more than that.
    private func plainChoice(_ tokens: [AnswerToken]) -> Result<[Int], AnswerProblem>? {
        let choices = question.choices
        let negatives = denyingChoices
        switch vocabulary.plainConsent(tokens) {
        case .no: return negatives.count == 1 ? .success(negatives) : nil
        case .yes:
            let positives = affirmingChoices
            let others = choices.indices.filter { !negatives.contains($0) }
            if positives.count == 1 { return .success(positives) }
            if positives.isEmpty, !negatives.isEmpty, others.count == 1 { return .success(others) }
            return positives.isEmpty ? nil : .failure(.ambiguous(positives.map { choices[$0].text }))
        case .both: return .failure(.yesAndNo)
        case .neither: return nil
        }
    }

    func acceptOne(_ places: [Int]) -> AnswerReading {
        let chosen = question.choices.indices.filter(places.contains).map { question.choices[$0] }
        if chosen.count > 1 { return .notUnderstood(.severalChoices(chosen)) }
        guard let choice = chosen.first else { return .notUnderstood(.notAChoice("", of: question)) }
        return .understood(.choice(choice.id))
    }

    // MARK: - Some choices

    func hearMulti(_ tokens: [AnswerToken]) -> Heard {
        if let place = named(tokens) { return Heard(reading: acceptAll([place]), isOwn: true) }
        if let none = noneChosen(tokens) { return Heard(reading: none, isOwn: true) }
        if let plain = plainlyChosen(tokens), isWithin(references(tokens)) {
            return Heard(reading: reading(plain, acceptAll), isOwn: true)
        }
        if case .places(let places, let isOwn) = sayingOfSome(tokens) {
            return Heard(reading: acceptAll(places), isOwn: isOwn)
        }
        return Heard(reading: reading(listed(tokens), acceptAll), isOwn: false)
    }

    /// An answer that says that nothing applies: the choice for that, else no choice.
    private func noneChosen(_ tokens: [AnswerToken]) -> AnswerReading? {
        let words = tokens.words.filter { !vocabulary[.aroundNone].contains($0) }
        guard !words.isEmpty, vocabulary[.none].contains(words.joined(separator: " ")),
            matcher.exact(tokens.words).isEmpty
        else { return nil }
        let choices = question.choices
        let exclusive = choices.indices.filter { choices[$0].exclusive }
        let negatives = exclusive.filter(denyingChoices.contains)
        if negatives.count == 1 { return acceptAll(negatives) }
        if exclusive.count == 1 { return acceptAll(exclusive) }
        return exclusive.isEmpty ? acceptAll([]) : .notUnderstood(.ambiguous(exclusive.map { choices[$0].text }))
    }

    /// All that the answer names by place or by title, with « tous » and what is left out of it.
    private func plainlyChosen(_ tokens: [AnswerToken]) -> Result<[Int], AnswerProblem>? {
        let same = matcher.exact(tokens.words)
        if same.count == 1 { return .success(same) }
        if let place = notApplicable(tokens.words) { return .success([place]) }
        let all = question.choices.indices.filter { !question.choices[$0].exclusive }
        if saysAll(tokens.words) { return .success(all) }
        guard let except = vocabulary[.exceptions].phrases.lazy.compactMap({ Self.find($0, in: tokens) }).first,
            saysAll(Array(tokens[..<except.lowerBound]).words)
        else { return references(tokens).map(resolve) }
        let rest = Array(tokens[except.upperBound...])
        if references(rest) != nil {
            return listed(rest).map { left in all.filter { !left.contains($0) } }
        }
        if case .places(let left, _) = sayingOfSome(rest) { return .success(all.filter { !left.contains($0) }) }
        return listed(rest).map { left in all.filter { !left.contains($0) } }
    }

    private func listed(_ tokens: [AnswerToken]) -> Result<[Int], AnswerProblem> {
        if let references = references(tokens) { return resolve(references) }
        var places: [Int] = []
        var parts = AnswerParts(tokens) { $0.isMark(",;\n+/&") || vocabulary[.listJoints].contains($0.text) }.split {
            matcher.exact($0).count == 1
        }
        if parts.count > 1, vocabulary.plainConsent(parts[0]) == .yes { parts.removeFirst() }
        var index = 0
        while index < parts.count {
            var result = self.places(of: parts[index])
            var length = 1
            // Titles hold commas and « et »: what is no choice alone may be one with what follows.
            while case .failure = result, length < 3, index + length < parts.count {
                length += 1
                let joined = Array(parts[index..<(index + length)].joined())
                if case .one(let place) = matcher.match(joined.words) { result = .success([place]) }
            }
            switch result {
            case .success(let found): places.append(contentsOf: found)
            case .failure: return self.places(of: parts[index])
            }
            index += length
        }
        return places.isEmpty ? .failure(.notAChoice("", of: question)) : .success(places)
    }

    func acceptAll(_ places: [Int]) -> AnswerReading {
        let chosen = question.choices.indices.filter(places.contains).map { question.choices[$0] }
        if chosen.count > 1, let exclusive = chosen.first(where: \.exclusive) {
            return .notUnderstood(.exclusiveChoice(exclusive))
        }
        let least = Swift.max(question.validation.minChoices ?? 0, question.validation.required ? 1 : 0)
        if chosen.count < least { return .notUnderstood(.tooFew(least)) }
        if let most = question.validation.maxItems, chosen.count > most {
            return .notUnderstood(.tooMany(chosen.count, most: most))
        }
        return .understood(.choices(chosen.map(\.id)))
    }

    // MARK: - What names a choice

    /// The choices that one part of an answer names, by place, id, title or scheme.
    private func places(of part: [AnswerToken]) -> Result<[Int], AnswerProblem> {
        let words = part.words
        let said = part.written
        if let place = question.choices.firstIndex(where: { vocabulary.words(of: $0.id) == words }) {
            return .success([place])
        }
        if let references = references(part) { return resolve(references) }
        if let place = notApplicable(words) { return .success([place]) }
        if let numbered = numbered(part) { return numbered }
        switch matcher.match(words) {
        case .one(let place): return .success([place])
        case .several(let places):
            return .failure(.ambiguous(places.map { question.choices[$0].text }, said: said))
        case .none:
            let named = schemes.found(in: part.wordsOfNames).flatMap(\.ids)
            let places = question.choices.indices.filter {
                !named.filter(question.choices[$0].certifications.contains).isEmpty
            }
            return places.count == 1 && !words.contains(where: vocabulary[.negations].contains)
                ? .success(places) : .failure(.notAChoice(said, of: question))
        }
    }

    /// The choice that says that the question does not apply, for an answer that says so.
    private func notApplicable(_ words: [String]) -> Int? {
        guard vocabulary[.notApplicable].contains(words.joined(separator: " ")) else { return nil }
        let places = question.choices.indices.filter {
            vocabulary[.notApplicable, .fr].begins(vocabulary.words(of: question.choices[$0].text.fr))
        }
        return places.count == 1 ? places[0] : nil
    }

    /// « 2. Oui, par écrit », « b) parce que… »: a place, then words that must not name another choice.
    private func numbered(_ part: [AnswerToken]) -> Result<[Int], AnswerProblem>? {
        guard part.count > 2, let reference = references([part[0]]),
            part[1].isMark(".):,-(") && !(part[1].isMark("-") && part[0].kind == .word && part[0].text.utf8.count > 1)
                || vocabulary[.reasons].contains(part[1].text)
        else { return nil }
        guard case .success(let places) = resolve(reference) else { return nil }
        let rest = Array(part[1...]).words
        // « 4-2 » is not the fourth.
        guard let first = rest.first, first.utf8.allSatisfy({ $0 > 0x39 }) else { return nil }
        guard case .one(let other) = matcher.match(rest), other != places[0] else { return .success(places) }
        return .failure(.ambiguous([places[0], other].map { question.choices[$0].text }))
    }

    /// The choice of which an answer is the id.
    private func named(_ tokens: [AnswerToken]) -> Int? {
        choiceWords.firstIndex(of: tokens.words)
    }

    /// Whether no place is beyond the choices: « 14001 » is the name of a standard.
    private func isWithin(_ references: ChoiceReferences?) -> Bool {
        references?.places.allSatisfy { $0 < question.choices.count || $0 < 1000 } ?? true
    }

    private func references(_ tokens: [AnswerToken]) -> ChoiceReferences? {
        ChoiceReferences(tokens, count: question.choices.count, vocabulary)
    }

    private func resolve(_ references: ChoiceReferences) -> Result<[Int], AnswerProblem> {
        if let beyond = references.places.first(where: { $0 >= question.choices.count }) {
            return .failure(.notAChoice(beyond == .max ? "" : String(beyond + 1), of: question))
        }
        if references.areAlternatives, Set(references.places).count > 1 {
            return .failure(.ambiguous(references.places.map { question.choices[$0].text }))
        }
        return .success(references.places)
    }

    // MARK: - All and none

    private func saysAll(_ words: [String]) -> Bool {
        let told = words.filter { !vocabulary[.aroundAll].contains($0) }
        return !told.isEmpty && told.allSatisfy(vocabulary[.all].contains)
    }

    private static func find(_ phrase: [String], in tokens: [AnswerToken]) -> Range<Int>? {
        guard tokens.count >= phrase.count else { return nil }
        return (0...(tokens.count - phrase.count)).lazy.map { $0..<($0 + phrase.count) }
            .first { tokens[$0].begins(with: phrase) }
    }
}
