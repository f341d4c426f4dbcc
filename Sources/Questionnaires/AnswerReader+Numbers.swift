import Knowledge

extension AnswerReader {
    func readNumber(_ tokens: [AnswerToken]) -> Reading {
        let isPercentage = question.type == .percentage
        let tokens = Self.withPercentSigns(tokens)
        let words = tokens.words
        let text =
            " "
            + words.joined(separator: " ").replacing("add up to", with: "make").replacing("adds up to", with: "makes")
            .replacing("over the", with: "")
            + " "
        let problem = AnswerProblem.notANumber(question)
        if !isPercentage, tokens.contains(where: { $0.isMark("%") }) { return .notUnderstood(problem) }
        if !isPercentage, !question.validation.decimals, words.contains(where: Self.fractions.contains) {
            return .notUnderstood(problem)
        }
        // « 5 M » is five millions to some and five metres to others.
        if zip(tokens, tokens.dropFirst()).contains(where: { $0.kind == .number && Self.unclearUnits.contains($1.text) }
        ) {
            return .notUnderstood(problem)
        }
        if let unit = question.unit, unit.en.hasPrefix("t "), words.contains(where: Self.otherMasses.contains) {
            return .notUnderstood(.wrongUnit(unit))
        }
        let scanner = NumberScanner(tokens, mayHaveDecimals: question.validation.decimals)
        // « 123,.,123 » and « 12e3 » are no way to write a number.
        if scanner.isGarbled { return .notUnderstood(problem) }
        var figures = Self.negated(scanner.figures, tokens)
        if isPercentage {
            figures = Self.withFractions(figures, tokens)
            figures = Self.shares(Self.withoutPeople(figures, tokens), tokens)
        }
        figures = Self.withoutArticles(figures, tokens)
        // "Fourteen; the two partners are not on payroll": who begins with a number has counted.
        let beginsWithNumber = figures.first.map { $0.tokens.lowerBound == 0 && ($0.whole ?? 0) > 0 } ?? false
        if !isPercentage, !beginsWithNumber, Self.deniesStaff(words) { return accept(number: 0) }
        // « personne, on est juste nous deux »: who says at once that there is nobody counts nobody besides.
        let opening = tokens.prefix { $0.kind != .mark }
        if !isPercentage, let first = opening.first, opening.count < tokens.count, Self.nobody.contains(first.text),
            !opening.dropFirst().contains(where: { $0.kind == .number || Self.kindsOfStaff.contains($0.text) }),
            !figures.contains(where: { $0.tokens.lowerBound > 0 && $0.tokens.lowerBound < opening.endIndex }),
            !phrases.excepts(tokens)
        {
            return accept(number: 0)
        }
        let choice = NumberChoice(tokens, corrections: phrases.corrections)
        if question.validation.decimals { figures = choice.withHalves(figures) }
        let offered = figures
        figures = choice.meant(figures)
        let isBounded =
            Self.bounds.contains { text.contains(" \($0) ") }
            || tokens.contains { $0.isMark("<>") } || tokens.last?.isMark("+") == true
        guard !figures.isEmpty else {
            if isBounded { return .notUnderstood(.notExact) }
            // « aucun, à moins que le chien compte »: the first clause says it.
            let first = opening.map(\.text)
            let isNone = Self.saysNone(words) || Self.saysNone(first)
            let isNobody = Self.isAlone(first) || Self.behindDenied(Self.staffOrEmissions, words) != nil
            if isNone || !isPercentage && isNobody { return accept(number: 0) }
            return isPercentage ? readWhole(words) : .notUnderstood(problem)
        }
        if isBounded { return .notUnderstood(.notExact) }
        if figures.contains(where: \.isBeyond) { return .notUnderstood(.outOfRange(question.validation)) }
        guard Set(figures.map { [$0.value, $0.divisor] }).count == 1 else {
            let sum = isPercentage ? nil : NumberChoice.sum(of: offered, tokens)
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
    private func readWhole(_ words: [String]) -> Reading {
        if words.contains(where: Self.vague.contains) { return .notUnderstood(.notExact) }
        guard words.contains(where: Self.whole.contains), !words.contains(where: Self.negations.contains) else {
            return .notUnderstood(.notANumber(question))
        }
        return accept(number: 100)
    }

    private func accept(hundredths: Int) -> Reading {
        let isBelow = question.validation.min.map { hundredths < $0 * 100 } ?? false
        let isAbove = question.validation.max.map { hundredths > $0 * 100 } ?? false
        if isBelow || isAbove { return .notUnderstood(.outOfRange(question.validation)) }
        return .understood(.decimal(hundredths: hundredths))
    }

    private func accept(number: Int) -> Reading {
        if let min = question.validation.min, number < min { return .notUnderstood(.outOfRange(question.validation)) }
        if let max = question.validation.max, number > max { return .notUnderstood(.outOfRange(question.validation)) }
        if question.type == .percentage, !(0...100).contains(number) {
            return .notUnderstood(.outOfRange(question.validation))
        }
        return .understood(.number(number))
    }

    /// « pour cent » as the sign, lest « cent » be read as a number.
    private static func withPercentSigns(_ tokens: [AnswerToken]) -> [AnswerToken] {
        var result: [AnswerToken] = []
        for token in tokens {
            if ["pourcent", "percent", "pourcents", "pct"].contains(token.text) {
                result.append(AnswerToken(kind: .mark, text: "%", isGlued: false, written: "%"))
            } else if token.text == "cent", let last = result.last, ["pour", "per"].contains(last.text) {
                result[result.count - 1] = AnswerToken(kind: .mark, text: "%", isGlued: false, written: "%")
            } else {
                result.append(token)
            }
        }
        return result
    }

    private static func negated(_ figures: [NumberScanner.Figure], _ tokens: [AnswerToken])
        -> [NumberScanner.Figure]
    {
        figures.map { figure in
            var figure = figure
            let start = figure.tokens.lowerBound
            if start == 1, ["moins", "minus"].contains(tokens[0].text) { figure = figure.negated }
            let end = figure.tokens.upperBound
            figure.isPercent = end < tokens.count && tokens[end].isMark("%")
            return figure
        }
    }

    /// Without those who hold a share: « à nous deux 80 », "70 between the two of us", where another figure is said.
    private static func withoutPeople(_ figures: [NumberScanner.Figure], _ tokens: [AnswerToken])
        -> [NumberScanner.Figure]
    {
        let others = figures.filter { figure in
            let before = tokens[..<figure.tokens.lowerBound].last { $0.kind == .word }?.text
            let after = tokens[figure.tokens.upperBound...].prefix(2).map(\.text)
            let isOfUs = after.first == "of" && after.count == 2 && ["us", "them", "you"].contains(after[1])
            let isOfOthers = before.map(beside.contains) != true && before.map(otherHolders.contains) ?? false
            return !(isOfUs || isOfOthers || before.map(holders.contains) ?? false) || figure.isPercent
        }
        let isWhole = tokens.words.contains(where: whole.contains)
        return others.isEmpty && !isWhole ? figures : others
    }

    /// « le reste », "the other 49": what is not theirs who are asked about.
    private static let otherHolders: Set<String> = ["autre", "autres", "other", "others", "reste", "rest", "remaining"]
    private static let holders: Set<String> = ["nous", "eux", "elles", "us", "tous", "toutes", "all", "both"]

    /// Halves, thirds, quarters … as shares of a hundred, in place of the number before them; a third is 33.
    private static func withFractions(_ figures: [NumberScanner.Figure], _ tokens: [AnswerToken])
        -> [NumberScanner.Figure]
    {
        var figures = figures
        for (index, token) in tokens.enumerated() {
            guard let parts = parts[token.text] else { continue }
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

    /// The figures with a percent sign, where some have one; with those that stand beside them: « 50 à 60 % ».
    private static func shares(_ figures: [NumberScanner.Figure], _ tokens: [AnswerToken]) -> [NumberScanner.Figure] {
        guard figures.contains(where: \.isPercent) else { return figures }
        return figures.indices.filter { index in
            figures[index].isPercent
                || figures.indices.contains { other in
                    guard abs(other - index) == 1, figures[other].isPercent else { return false }
                    let ends = [figures[index].tokens, figures[other].tokens].sorted { $0.lowerBound < $1.lowerBound }
                    let between = tokens[ends[0].upperBound..<Swift.max(ends[0].upperBound, ends[1].lowerBound)]
                    return between.allSatisfy { $0.isMark("-%") || beside.contains($0.text) }
                }
        }.map { figures[$0] }
    }

    private static let beside: Set<String> = ["ou", "or", "a", "to", "et", "and"]
    private static let unclearUnits: Set<String> = ["m", "g", "b", "mm", "md"]

    /// Without the « un » of « un total de 12 » and of « pour une entreprise de chez nous », which counts nothing.
    private static func withoutArticles(_ figures: [NumberScanner.Figure], _ tokens: [AnswerToken])
        -> [NumberScanner.Figure]
    {
        figures.filter { figure in
            let start = figure.tokens.lowerBound
            // "just the one hired hand" is one; "skip this one" points at something.
            if figure.tokens.count == 1, tokens[start].text == "one", start > 1, tokens[start - 1].text == "the",
                ["just", "only"].contains(tokens[start - 2].text)
            {
                return true
            }
            if figure.tokens.count == 1, tokens[start].text == "one", start > 0,
                ["this", "that", "next", "last", "previous", "the", "which", "each", "every"].contains(
                    tokens[start - 1].text)
            {
                return false
            }
            // "we had one done": nothing is counted.
            if figure.tokens.count == 1, tokens[start].text == "one", start + 1 < tokens.count,
                ["done", "made", "of", "in", "that"].contains(tokens[start + 1].text)
            {
                return false
            }
            guard figure.tokens.count == 1, ["un", "une"].contains(tokens[start].text), start + 1 < tokens.count else {
                return true
            }
            if figures.count > 1 { return !(start + 2 < tokens.count && tokens[start + 2].text == "de") }
            return tokens.count <= shortest || counted.contains(tokens[start + 1].text)
        }
    }

    private static let nobody: Set<String> = ["personne", "nobody", "aucun", "aucune", "none", "zero"]

    private static func saysNone(_ words: [String]) -> Bool {
        guard let first = words.first else { return false }
        if ["personne", "zero", "nobody"].contains(first) { return true }
        guard words.count <= 4 else { return false }
        if ["aucun", "aucune", "none", "nil", "nobody", "rien", "nothing"].contains(first) { return true }
        if words == ["personne"] || words == ["no", "one"] { return true }
        return ["pas", "no", "sans"].contains(first)
            && words.dropFirst().contains(where: counted.contains)
    }

    /// « juste moi, et je me verse pas de salaire »: owners are not counted.
    private static func isAlone(_ words: [String]) -> Bool {
        let said = " " + words.joined(separator: " ") + " "
        return words.count <= 6
            && ["juste moi", "just me", "moi tout seul", "moi toute seule", "rien que moi", "only me", "by myself"]
                .contains { said.contains(" \($0) ") }
    }

    /// What stands behind what is counted where that is denied: « pas d'employés, juste nous trois »; empty where nothing does.
    private static func behindDenied(_ counted: Set<String>, _ words: [String]) -> ArraySlice<String>? {
        for index in words.indices where denials.contains(words[index]) {
            if let place = words[(index + 1)...].prefix(2).firstIndex(where: counted.contains) {
                return words[(place + 1)...]
            }
        }
        return nil
    }

    /// Whether staff is denied whoever else there is; « pas d'employés à temps plein » denies some of it.
    private static func deniesStaff(_ words: [String]) -> Bool {
        if zip(words, words.dropFirst()).contains(where: {
            hiring.contains($0) && ["personne", "nobody", "anyone", "anybody"].contains($1)
        }) {
            return true
        }
        return behindDenied(staff, words).map { behind in !behind.prefix(1).contains(where: kindsOfStaff.contains) }
            ?? false
    }

    private static let hiring: Set<String> = ["engage", "embauche", "hired", "hire", "employ", "employing"]
    private static let denials: Set<String> = [
        "pas", "aucun", "aucune", "no", "not", "any", "zero", "sans", "without", "nobody",
    ]
    private static let kindsOfStaff: Set<String> = [
        "a", "full", "part", "permanent", "permanents", "temps", "under", "de",
    ]
    private static let staff: Set<String> = [
        "employe", "employes", "employee", "employees", "salarie", "salaries", "personnel", "staff", "payroll",
    ]
    private static let staffOrEmissions = staff.union(["emission", "emissions"])

    /// Up to so many words « un » is a number whatever stands behind it: « une seule usine », « un par site ».
    private static let shortest = 4
    private static let counted: Set<String> = [
        "seul", "seule", "personne", "personnes", "gars", "fille", "guy", "girl", "lad", "man", "woman",
        "employe", "employes", "employee", "employees", "salarie", "salaries", "personnel", "people", "staff",
        "emission", "emissions",
    ]
    private static let bounds = [
        "plus de", "plus que", "more than", "over", "au moins", "moins de", "less than", "fewer than", "under",
        "at least", "at most", "au plus", "jusqu a", "jusqu", "up to", "above", "below", "maximum", "minimum", "max",
        "min", "au dessus", "au dessous", "presque tout", "presque tous", "presque toutes", "almost all", "nearly all",
        "plusieurs", "several", "quelques", "few", "couple", "et plus", "or more", "ou plus", "and more", "or less",
        "ou moins de",
    ]
    private static let parts: [String: Int] = [
        "moitie": 2, "demi": 2, "demie": 2, "half": 2, "tiers": 3, "third": 3, "thirds": 3, "quart": 4, "quarts": 4,
        "quarter": 4, "quarters": 4, "cinquieme": 5, "cinquiemes": 5, "fifth": 5, "fifths": 5, "dixieme": 10,
        "dixiemes": 10, "tenth": 10, "tenths": 10,
    ]
    private static let fractions: Set<String> = [
        "moitie", "demi", "demie", "half", "tiers", "third", "thirds", "quart", "quarts", "quarter", "quarters",
    ]
    private static let vague: Set<String> = [
        "majorite", "majority", "plupart", "most", "majoritaire", "majoritairement", "minorite", "minority",
    ]
    private static let whole: Set<String> = [
        "tout", "tous", "toute", "toutes", "all", "totalite", "entierement", "everything", "whole", "fully", "totally",
        "completement", "complet", "entirely", "totalement", "entire",
    ]
    private static let otherMasses: Set<String> = [
        "kg", "kilo", "kilos", "kilogramme", "kilogrammes", "kilogram", "kilograms", "lb", "lbs", "livre", "livres",
        "pounds", "kt", "kilotonnes", "mt", "megatonnes", "megatons", "gramme", "grammes", "grams",
    ]
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
