import Knowledge
import Text
import Understanding

extension AnswerReader {
    func readNumber(_ tokens: [AnswerToken]) -> AnswerReading {
        let isPercentage = question.type == .percentage
        let tokens = withPercentSigns(tokens)
        let words = tokens.words
        let problem = AnswerProblem.notANumber(question)
        if !isPercentage, tokens.contains(where: { $0.isMark("%") }) { return .notUnderstood(problem) }
        if !isPercentage, !question.validation.decimals, words.contains(where: vocabulary.fractions.contains) {
            return .notUnderstood(problem)
        }
        // « 5 M » is five millions to some and five metres to others.
        if zip(tokens, tokens.dropFirst()).contains(where: {
            $0.kind == .number && vocabulary[.unclearUnits].contains($1.text)
        }) {
            return .notUnderstood(problem)
        }
        if let unit = question.unit, unit.en.hasPrefix("t "), words.contains(where: vocabulary[.otherMasses].contains) {
            return .notUnderstood(.wrongUnit(unit))
        }
        let scanner = NumberScanner(tokens, vocabulary, mayHaveDecimals: question.validation.decimals)
        // « 123,.,123 » and « 12e3 » are no way to write a number.
        if scanner.isGarbled { return .notUnderstood(problem) }
        var figures = negated(scanner.figures, tokens)
        if isPercentage {
            figures = withRatios(withFractions(figures, tokens), tokens)
            figures = shares(withoutPeople(figures, tokens), tokens)
        }
        figures = withoutArticles(figures, tokens)
        // "Fourteen; the two partners are not on payroll": who begins with a number has counted.
        let beginsWithNumber = figures.first.map { $0.tokens.lowerBound == 0 && ($0.whole ?? 0) > 0 } ?? false
        if !isPercentage, !beginsWithNumber, deniesStaff(words) { return accept(number: 0) }
        // « personne, on est juste nous deux »: who says at once that there is nobody counts nobody besides.
        let opening = tokens.prefix { $0.kind != .mark }
        if !isPercentage, let first = opening.first, opening.count < tokens.count,
            vocabulary[.nobody].contains(first.text),
            !opening.dropFirst().contains(where: { $0.kind == .number || vocabulary[.kindsOfStaff].contains($0.text) }),
            !figures.contains(where: { $0.tokens.lowerBound > 0 && $0.tokens.lowerBound < opening.endIndex }),
            !phrases.excepts(tokens)
        {
            return accept(number: 0)
        }
        let choice = NumberChoice(
            tokens, vocabulary, corrections: phrases.corrections, countsPeople: !isPercentage)
        if question.validation.decimals { figures = choice.withHalves(figures) }
        let offered = figures
        figures = choice.meant(figures)
        let isBounded =
            hasBound(words)
            || tokens.contains { $0.isMark("<>") } || tokens.last?.isMark("+") == true
        guard !figures.isEmpty else {
            if isBounded { return .notUnderstood(.notExact) }
            // « aucun, à moins que le chien compte »: the first clause says it.
            let first = opening.map(\.text)
            let isNone = saysNone(words) || saysNone(first)
            let isNobody = isAlone(first) || behindDenied([.staff, .emissions], words) != nil
            if isNone || !isPercentage && isNobody { return accept(number: 0) }
            return isPercentage ? readWhole(words) : .notUnderstood(problem)
        }
        if isBounded { return .notUnderstood(.notExact) }
        if figures.contains(where: \.isBeyond) { return .notUnderstood(.outOfRange(question.validation)) }
        guard Set(figures.map { [$0.value, $0.divisor] }).count == 1 else {
            let sum = isPercentage ? nil : choice.sum(of: offered)
            return .notUnderstood(.ambiguous((figures + (sum.map { [$0] } ?? [])).map { $0.shown(isPercentage) }))
        }
        if question.validation.decimals, figures[0].whole == nil, let hundredths = figures[0].hundredths {
            return accept(hundredths: hundredths)
        }
        guard let number = figures[0].whole else {
            return .notUnderstood(.notWhole(figures[0].value / figures[0].divisor))
        }
        return accept(number: number)
    }

    /// A share in words that are no number: all of it, or a part that is not said.
    private func readWhole(_ words: [String]) -> AnswerReading {
        if words.contains(where: vocabulary[.vagueShares].contains) { return .notUnderstood(.notExact) }
        guard words.contains(where: vocabulary[.whole].contains),
            !words.contains(where: vocabulary[.negations].contains)
        else {
            return .notUnderstood(.notANumber(question))
        }
        return accept(number: 100)
    }

    private func accept(hundredths: Int) -> AnswerReading {
        let isBelow = question.validation.min.map { hundredths < $0 * 100 } ?? false
        let isAbove = question.validation.max.map { hundredths > $0 * 100 } ?? false
        if isBelow || isAbove { return .notUnderstood(.outOfRange(question.validation)) }
        return .understood(.decimal(hundredths: hundredths))
    }

    private func accept(number: Int) -> AnswerReading {
        if let min = question.validation.min, number < min { return .notUnderstood(.outOfRange(question.validation)) }
        if let max = question.validation.max, number > max { return .notUnderstood(.outOfRange(question.validation)) }
        if question.type == .percentage, !(0...100).contains(number) {
            return .notUnderstood(.outOfRange(question.validation))
        }
        return .understood(.number(number))
    }

    /// Whether what is said only bounds a number.
    private func hasBound(_ words: [String]) -> Bool {
        let text = vocabulary[.noBounds].phrases.reduce(words.joined(separator: " ")) { text, phrase in
            text.replacing(phrase.joined(separator: " "), with: "")
        }
        return vocabulary[.bounds].isWithin(text)
    }

    /// « pour cent » as the sign, lest « cent » be read as a number.
    private func withPercentSigns(_ tokens: [AnswerToken]) -> [AnswerToken] {
        var result: [AnswerToken] = []
        var rest = tokens[...]
        while let token = rest.first {
            let phrase = vocabulary[.percent].phrases.first { rest.begins(with: $0) }
            result.append(phrase == nil ? token : AnswerToken(kind: .mark, text: "%", isGlued: false, written: "%"))
            rest = rest.dropFirst(phrase?.count ?? 1)
        }
        return result
    }

    private func negated(_ figures: [NumberScanner.Figure], _ tokens: [AnswerToken])
        -> [NumberScanner.Figure]
    {
        figures.map { figure in
            var figure = figure
            let start = figure.tokens.lowerBound
            if start == 1, vocabulary[.minus].contains(tokens[0].text) { figure = figure.negated }
            let end = figure.tokens.upperBound
            figure.isPercent = end < tokens.count && tokens[end].isMark("%")
            return figure
        }
    }

    /// Without those who hold a share: « à nous deux 80 », "70 between the two of us", where another figure is said.
    private func withoutPeople(_ figures: [NumberScanner.Figure], _ tokens: [AnswerToken])
        -> [NumberScanner.Figure]
    {
        let others = figures.filter { figure in
            let before = tokens[..<figure.tokens.lowerBound].last { $0.kind == .word }?.text
            let isOfUs = vocabulary[.behindHolders].begins(tokens[figure.tokens.upperBound...])
            let isOfThem = before.map { vocabulary[.holders].contains($0) } ?? false
            let isOfOthers =
                before.map { vocabulary[.otherHolders].contains($0) && !vocabulary[.besideShares].contains($0) }
                ?? false
            // "my husband's got 49 so the other 51 is me": which is asked.
            let isOfMe = tokens[figure.tokens.upperBound...].prefix(Self.nearHolder).contains {
                vocabulary[.ownHolders].contains($0.text)
            }
            return !(isOfUs || isOfOthers && !isOfMe || isOfThem) || figure.isPercent
        }
        let isWhole = tokens.words.contains(where: vocabulary[.whole].contains)
        return others.isEmpty && !isWhole ? figures : others
    }

    /// How many words behind a share name who holds it.
    private static let nearHolder = 2

    /// Halves, thirds, quarters … as shares of a hundred, in place of the number before them; a third is 33.
    private func withFractions(_ figures: [NumberScanner.Figure], _ tokens: [AnswerToken])
        -> [NumberScanner.Figure]
    {
        var figures = figures
        for (index, token) in tokens.enumerated() {
            guard let parts = vocabulary[.shares][token.text] else { continue }
            // « moitié-moitié » is a half.
            if tokens[..<index].last(where: { $0.kind != .mark })?.text == token.text { continue }
            let before = figures.firstIndex { $0.tokens.upperBound == index }
            // « -2 tiers » is no share: the number stays, and is refused for what it is.
            if let before, figures[before].isBeyond || figures[before].value < 0 { continue }
            let count = before.map { figures.remove(at: $0) }?.whole ?? 1
            let share = (200 * Swift.min(count, parts) + parts) / (2 * parts)
            figures.append(.init(value: share, isPercent: true, tokens: index..<(index + 1)))
        }
        return figures.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
    }

    /// A part of ten or of a hundred as a share: « huit parts sur dix » is 80. « deux sur trois sont des femmes » counts people.
    private func withRatios(_ figures: [NumberScanner.Figure], _ tokens: [AnswerToken]) -> [NumberScanner.Figure] {
        guard figures.count == 2, let part = figures[0].whole, let all = figures[1].whole, all == 10 || all == 100,
            part >= 0, part <= all, figures[0].tokens.upperBound <= figures[1].tokens.lowerBound
        else { return figures }
        let between = tokens[figures[0].tokens.upperBound..<figures[1].tokens.lowerBound]
        guard between.count <= Self.longestRatio, let last = between.last, vocabulary[.outOf].contains(last.text),
            between.allSatisfy({ $0.kind == .word })
        else { return figures }
        let ends = figures[0].tokens.lowerBound..<figures[1].tokens.upperBound
        return [.init(value: part * 100 / all, isPercent: true, tokens: ends)]
    }

    /// The most words between a part and what it is a part of.
    private static let longestRatio = 3

    /// The figures with a percent sign, where some have one; with those that stand beside them: « 50 à 60 % ».
    private func shares(_ figures: [NumberScanner.Figure], _ tokens: [AnswerToken]) -> [NumberScanner.Figure] {
        guard figures.contains(where: \.isPercent) else { return figures }
        return figures.indices.filter { index in
            figures[index].isPercent
                || figures.indices.contains { other in
                    guard abs(other - index) == 1, figures[other].isPercent else { return false }
                    let ends = [figures[index].tokens, figures[other].tokens].sorted { $0.lowerBound < $1.lowerBound }
                    let between = tokens[ends[0].upperBound..<Swift.max(ends[0].upperBound, ends[1].lowerBound)]
                    return between.allSatisfy { $0.isMark("-%") || vocabulary[.besideShares].contains($0.text) }
                }
        }.map { figures[$0] }
    }

    /// Without the « un » of « un total de 12 » and of « pour une entreprise de chez nous », which counts nothing.
    private func withoutArticles(_ figures: [NumberScanner.Figure], _ tokens: [AnswerToken])
        -> [NumberScanner.Figure]
    {
        figures.filter { figure in
            let start = figure.tokens.lowerBound
            guard figure.tokens.count == 1 else { return true }
            // "just the one hired hand" is one; "skip this one" points at something; "we had one done" counts nothing.
            if vocabulary[.exactlyOne].ends(tokens[...start]) { return true }
            if vocabulary[.pointingOnes].ends(tokens[...start]) || vocabulary[.uncountedOnes].begins(tokens[start...]) {
                return false
            }
            guard vocabulary[.articles].contains(tokens[start].text), start + 1 < tokens.count else { return true }
            if figures.count > 1 {
                return !(start + 2 < tokens.count && vocabulary[.behindMeasures].contains(tokens[start + 2].text))
            }
            return tokens.count <= Self.shortest || vocabulary[.counted].contains(tokens[start + 1].text)
        }
    }

    /// Up to so many words « un » is a number whatever stands behind it: « une seule usine », « un par site ».
    private static let shortest = 4

    private func saysNone(_ words: [String]) -> Bool {
        guard let first = words.first else { return false }
        if vocabulary[.noneAtOnce].contains(first) { return true }
        guard words.count <= Self.longestNone else { return false }
        return vocabulary[.noneBriefly].contains(first) || vocabulary[.noOne].contains(words.joined(separator: " "))
            || vocabulary[.briefDenials].contains(first)
                && words.dropFirst().contains(where: vocabulary[.counted].contains)
    }

    /// The most words of a brief answer that there is none.
    private static let longestNone = 4

    /// « juste moi, et je me verse pas de salaire »: owners are not counted.
    private func isAlone(_ words: [String]) -> Bool {
        words.count <= Self.longestAlone && vocabulary[.alone].isWithin(words.joined(separator: " "))
    }

    /// The most words of an answer that the person is alone.
    private static let longestAlone = 6

    /// What stands behind what is counted where that is denied: « pas d'employés, juste nous trois »; empty where nothing does.
    private func behindDenied(_ counted: [AnswerWords.Meaning], _ words: [String]) -> ArraySlice<String>? {
        for index in words.indices where vocabulary[.denials].contains(words[index]) {
            let place = words[(index + 1)...].prefix(2).firstIndex { word in
                counted.contains { vocabulary[$0].contains(word) }
            }
            if let place { return words[(place + 1)...] }
        }
        return nil
    }

    /// Whether staff is denied whoever else there is; « pas d'employés à temps plein » denies some of it.
    private func deniesStaff(_ words: [String]) -> Bool {
        if zip(words, words.dropFirst()).contains(where: {
            vocabulary[.hiring].contains($0) && vocabulary[.nobodyHired].contains($1)
        }) {
            return true
        }
        return behindDenied([.staff], words).map { behind in
            !behind.prefix(1).contains(where: vocabulary[.kindsOfStaff].contains)
        } ?? false
    }
}

extension NumberScanner.Figure {
    fileprivate func shown(_ isPercentage: Bool) -> LocalizedText {
        func text(_ language: Language) -> String {
            let whole = (value / divisor).grouped(in: language)
            var decimals = String((value % divisor).magnitude + UInt(divisor)).dropFirst()
            while decimals.last == "0" { decimals = decimals.dropLast() }
            let number = decimals.isEmpty ? whole : whole + (language == .fr ? "," : ".") + decimals
            guard isPercentage else { return number }
            return number + (language == .fr ? "\u{A0}%" : "%")
        }
        return LocalizedText(fr: text(.fr), en: text(.en))
    }
}
