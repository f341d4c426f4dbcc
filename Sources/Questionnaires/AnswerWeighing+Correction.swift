import Knowledge
import Text
import Understanding

/// Figures that are put in place of those noted before: « oups, 75, mon cousin a vendu », "sorry, for the employees make it 14".
extension AnswerWeighing {
    /// The figure that a text puts in place of one that was noted.
    ///
    /// The text must begin by taking something back, or by the figure with the word that does, "thirty-two actually", and its first
    /// clause must say the figure and nothing else that could be an answer. The figure is that of the question whose staff or emissions
    /// are named, or of the one that was answered last, unless it may be the place of a choice.
    func correction(before: AnswerReader?, _ answered: [AnswerReader], unless request: Request?) -> AnswerVerdict? {
        if let request, request.isWhole || request.isClause && request.remainder.left == 0,
            request.intent != .questionnaireEdit
        {
            return nil
        }
        let taken = reader.phrases.takenBack(tokens)
        let said = taken?.said ?? tokens
        guard let (clause, figure, words) = figureAlone(in: said) else { return nil }
        let named = answered.filter { $0.question.type == .number && $0.isNamed(by: words) }
        if named.count == 1, taken != nil, named[0].question.id != reader.question.id, isLoose(taken) {
            return correction(of: named[0], clause)
        }
        let isPlace = figure.whole.map { (1...max(reader.question.choices.count, 2)).contains($0) } ?? true
        let endsInCorrection = words.last.map { reader.phrases.corrections.contains([$0]) } ?? false
        guard taken?.isSure ?? endsInCorrection, !isPlace, !reader.takesFigure, !reader.isFree, let before,
            before.takesFigure
        else { return nil }
        return correction(of: before, clause)
    }

    /// The first clause of a text, up to what is said not to be, where it says a figure and nothing else that could be an answer; with the
    /// words beside the figure.
    func figureAlone(
        in said: [AnswerToken]
    ) -> (clause: [AnswerToken], figure: NumberScanner.Figure, words: [String])? {
        let clause = Array(said.prefix { $0.kind != .mark && !vocabulary[.denying].contains($0.text) })
        let figures = NumberScanner(clause, vocabulary).figures
        guard figures.count == 1, let figure = figures.first,
            said.dropFirst(clause.count).first?.isMark("%") != true
        else { return nil }
        let words = clause.indices.filter { !figure.tokens.contains($0) }.map { clause[$0].text }
        return words.allSatisfy(mayStandBesideFigure) ? (clause, figure, words) : nil
    }

    /// Whether what begins a text takes something back surely enough where the question that it names is clear: « non » begins too much
    /// to take back more than a name or a description would be given for.
    private func isLoose(_ taken: AnswerPhraseBook.TakenBack?) -> Bool {
        guard let taken, !taken.isSure else { return true }
        let begins = tokens.first { $0.kind != .mark && !vocabulary[.interjections].contains($0.text) }
        let isNo = begins.map { vocabulary[.clearNo].contains($0.text) } ?? false
        return isNo ? reader.isFree : !(isUnderstood && heard.isOwn)
    }

    private func correction(of target: AnswerReader, _ clause: [AnswerToken]) -> AnswerVerdict? {
        let heard = target.hear(clause.written, interpreter.tokens(of: clause.written))
        guard case .understood(let value) = heard.reading, heard.isOwn else { return nil }
        return .correction(value, of: target.question.id)
    }

    private func mayStandBesideFigure(_ word: String) -> Bool {
        vocabulary[.small].contains(word) || vocabulary[.staff].contains(word) || vocabulary[.emissions].contains(word)
            || vocabulary[.concluding].phrases.contains { $0.contains(word) }
            || reader.phrases.corrections.contains([word])
    }
}

extension AnswerReader {
    /// Whether a figure answers the question.
    var takesFigure: Bool { question.type == .number || question.type == .percentage }

    /// Whether words name what the question counts.
    fileprivate func isNamed(by words: [String]) -> Bool {
        let label = Language.allCases.flatMap { vocabulary.words(of: question.label[$0]) }
        return [AnswerWords.Meaning.staff, .emissions].contains { counted in
            label.contains(where: vocabulary[counted].contains) && words.contains(where: vocabulary[counted].contains)
        }
    }
}
