import Knowledge

/// Tells which of several numbers of an answer is the one that is asked for.
///
/// « neuf chauffeurs et un répartiteur, donc dix », "97 to be exact", « 8, depuis 2015 »: what people say beside the number is
/// often a number too. What no rule tells stays several, and is asked.
struct NumberChoice {
    private let tokens: [AnswerToken]
    private let vocabulary: AnswerVocabulary
    /// For each token, the number of its clause.
    private let clause: [Int]
    /// The first token after the last word that corrects.
    private let corrected: Int?

    private let countsPeople: Bool

    /// - Parameter countsPeople: Whether who is no staff is not counted.
    init(_ tokens: [AnswerToken], _ vocabulary: AnswerVocabulary, corrections: [[String]], countsPeople: Bool) {
        self.countsPeople = countsPeople
        self.tokens = tokens
        self.vocabulary = vocabulary
        var number = 0
        clause = tokens.map { token in
            if token.isMark(",;.!?:()") && !token.isGlued || token.isMark(";!?:()")
                || vocabulary[.numberClauses].contains(token.text)
            {
                number += 1
            } else if token.isMark(",.") {
                number += 1
            }
            return number
        }
        corrected = tokens.indices.last { index in
            vocabulary[.numberCorrecting].begins(tokens[index...])
                || corrections.contains { tokens[index...].begins(with: $0) }
        }
    }

    /// The numbers that may be meant: one, where that can be told.
    func meant(_ figures: [NumberScanner.Figure]) -> [NumberScanner.Figure] {
        // Of more numbers than anybody reckons with, none is meant.
        guard (2...Self.most).contains(figures.count) else { return figures }
        var figures = figures
        // « 26 plutôt, on a engagé deux personnes »: the word that corrects stands behind the number.
        if let corrected, let end = tokens.indices.first(where: { $0 > corrected && tokens[$0].kind == .mark }),
            end == corrected + 1, let before = figures.first(where: { $0.tokens.upperBound == corrected })
        {
            figures = [before]
        } else if let corrected {
            let after = figures.filter { $0.tokens.lowerBound > corrected }
            if !after.isEmpty { figures = after }
        }
        let withoutPast = figures.filter { !isOfThePast($0) }
        if !withoutPast.isEmpty { figures = withoutPast }
        // « 23 sans compter les deux associées »: who is left out is not counted.
        if let leftOut {
            let counted = figures.filter { $0.tokens.lowerBound < leftOut }
            if !counted.isEmpty { figures = counted }
        }
        // With three numbers or more nobody can tell which the others are part of.
        let staff = figures.filter { !countsNoStaff($0) }
        if countsPeople, figures.count == 2, staff.count == 1 { figures = staff }
        let withoutYears = figures.filter { !isYear($0) }
        if !withoutYears.isEmpty { figures = withoutYears }
        guard figures.count > 1 else { return figures }
        if let first = figures.first, standsAlone(first) { return [first] }
        let here = figures.filter { isCountedHere($0) }
        if here.count == 1 { return here }
        let concluded = figures.filter { isConclusion($0) }
        // « mettons 12 de mai à octobre, ça fait 6 à l'année »: the last is the end of the reckoning.
        if let last = concluded.last { return [last] }
        if let sum = plainSum(figures) { return [sum] }
        let sum = figures.map { $0.whole ?? 0 }.reduce(0, +)
        let totals = figures.filter { ($0.whole ?? 0) * 2 == sum && figures.count > 2 }
        if totals.count == 1 { return totals }
        return figures
    }

    /// "three on payroll, the two of us founders don't get paid": whether a number counts people who are no staff.
    private func countsNoStaff(_ figure: NumberScanner.Figure) -> Bool {
        let behind = tokens[figure.tokens.upperBound...].prefix(Self.nearCounted)
        let counted = behind.first { !vocabulary[.small].contains($0.text) || vocabulary[.denying].contains($0.text) }
        return counted.map { vocabulary[.noStaff].contains($0.text) } ?? false
    }

    /// How many words behind a number name what it counts.
    private static let nearCounted = 3

    /// « quatre à temps plein pis deux à mi-temps » is five: who works half the time counts half, where that is all that is counted.
    func withHalves(_ figures: [NumberScanner.Figure]) -> [NumberScanner.Figure] {
        // « y en a deux à mi-temps, fait que mettez huit »: who concludes has reckoned.
        guard (2...Self.most).contains(figures.count), !figures.contains(where: isConclusion) else { return figures }
        let isHalf = figures.indices.map { index in
            let end = index + 1 < figures.count ? figures[index + 1].tokens.lowerBound : tokens.count
            let after = tokens[figures[index].tokens.upperBound..<Swift.max(end, figures[index].tokens.upperBound)]
            return vocabulary[.halves].isWithin(Array(after).words.joined(separator: " "))
        }
        guard isHalf.count(where: \.self) == 1, figures.count == 2, let half = isHalf.firstIndex(of: true) else {
            return figures
        }
        guard let whole = figures[1 - half].whole, let part = figures[half].whole, whole > 0, part > 0,
            whole < 10_000, part < 10_000
        else { return figures }
        var sum = NumberScanner.Figure(value: whole + part / 2, tokens: 0..<tokens.count)
        if !part.isMultiple(of: 2) { sum.append(decimals: "5") }
        return [sum]
    }

    /// Where what is not counted begins.
    private var leftOut: Int? {
        tokens.indices.first { vocabulary[.leavingOut].begins(tokens[$0...]) }
    }

    /// What two or three numbers of one kind make together, where they are not alternatives.
    func sum(of figures: [NumberScanner.Figure]) -> NumberScanner.Figure? {
        // The hyphen of « vingt-deux » is within a number, that of « 20-25 » between two.
        let between = tokens.indices.filter { index in !figures.contains { $0.tokens.contains(index) } }
        let isChoice = between.contains { index in
            vocabulary[.numberAlternatives].contains(tokens[index].text) || tokens[index].isMark("-")
        }
        guard (2...3).contains(figures.count), !isChoice else { return nil }
        let wholes = figures.compactMap(\.whole)
        guard wholes.count == figures.count, wholes.allSatisfy({ $0 > 0 && $0 < 10_000 }) else { return nil }
        return NumberScanner.Figure(value: wholes.reduce(0, +), tokens: 0..<0)
    }

    /// « depuis 2015 », "since 1998", « en 2020 »: when something began.
    private func isYear(_ figure: NumberScanner.Figure) -> Bool {
        guard figure.tokens.count == 1, let year = figure.whole, (1900...2099).contains(year),
            tokens[figure.tokens.lowerBound].text.utf8.count == 4
        else { return false }
        if tokens[..<figure.tokens.lowerBound].suffix(2).contains(where: { vocabulary[.since].contains($0.text) }) {
            return true
        }
        // « le bilan de 2024 donne 412 tonnes »: a year of now that counts nothing.
        let next = figure.tokens.upperBound < tokens.count ? tokens[figure.tokens.upperBound] : nil
        return (2000...2040).contains(year)
            && (next == nil || next?.kind == .mark
                || next.map { !vocabulary[.countedBesideYears].contains($0.text) } ?? true)
    }

    /// « contre 460 l'année d'avant », "down from 61": what it was is not what it is.
    private func isOfThePast(_ figure: NumberScanner.Figure) -> Bool {
        guard let place = tokens[..<figure.tokens.lowerBound].lastIndex(where: { $0.kind == .word }),
            vocabulary[.past].contains(tokens[place].text)
        else { return false }
        // "anywhere from 6 to 40" is between them; "we went from 12 to 15" is 15.
        let isRange =
            vocabulary[.from].contains(tokens[place].text) && figure.tokens.upperBound < tokens.count
            && vocabulary[.to].contains(tokens[figure.tokens.upperBound].text)
        return !isRange || tokens[..<place].contains { vocabulary[.moving].contains($0.text) }
    }

    /// "48 in Canada (we have 6 more in Vermont)": what is asked for is here.
    private func isCountedHere(_ figure: NumberScanner.Figure) -> Bool {
        let own = clause[figure.tokens.lowerBound]
        let words = tokens.indices.filter { $0 >= figure.tokens.upperBound && clause[$0] == own }.prefix(4).map {
            tokens[$0].text
        }
        return words.contains(where: vocabulary[.here].contains)
    }

    /// « cinq, j'avais oublié les deux filles au service »: who says a number and nothing else before going on has answered.
    private func standsAlone(_ figure: NumberScanner.Figure) -> Bool {
        let own = clause[figure.tokens.lowerBound]
        let end = figure.tokens.upperBound
        guard end < tokens.count, tokens[end].isMark(",.;:(") || clause[end] != own else { return false }
        // « une quinzaine… 16 avec l'apprenti »: what is about so many is told exactly behind.
        let endings = vocabulary[.collectiveEndings].phrases
        if tokens[figure.tokens].contains(where: { token in endings.contains { token.text.hasSuffix($0[0]) } }) {
            return false
        }
        let isFirst = tokens[..<figure.tokens.lowerBound].allSatisfy {
            $0.kind == .word && vocabulary[.beforeAlone].contains($0.text)
        }
        return isFirst
            && !tokens[end...].contains {
                vocabulary[.concluding].contains($0.text) || vocabulary[.adding].contains($0.text)
            }
    }

    /// "eleven techs plus two in the office": what is added up aloud, all of it full time as far as is said.
    private func plainSum(_ figures: [NumberScanner.Figure]) -> NumberScanner.Figure? {
        guard (2...3).contains(figures.count), !tokens.contains(where: { vocabulary[.partial].contains($0.text) })
        else { return nil }
        // « 12.000 » is two numbers in one place.
        let pairs = zip(figures, figures.dropFirst())
        guard pairs.allSatisfy({ $0.tokens.upperBound <= $1.tokens.lowerBound }) else { return nil }
        let gaps = pairs.map { tokens[$0.tokens.upperBound..<$1.tokens.lowerBound] }
        let isAdded = gaps.allSatisfy { gap in
            gap.count <= Self.mostBetween && gap.last.map { vocabulary[.plus].contains($0.text) } ?? false
        }
        return isAdded || figures.allSatisfy(isOfPeopleSomewhere) ? sum(of: figures) : nil
    }

    /// « sept gars su'a route pis une fille au bureau »: people, or how many are at a place.
    private func isOfPeopleSomewhere(_ figure: NumberScanner.Figure) -> Bool {
        let after = tokens[figure.tokens.upperBound...].prefix(3).prefix { $0.kind == .word }.map(\.text)
        return after.contains(where: vocabulary[.placing].contains)
            || after.first.map { vocabulary[.people].contains($0) } ?? false
    }

    /// The most words between two counts that are added up: « techniciens à temps plein plus ».
    private static let mostBetween = 4

    /// Whether the clause of a number says that it is the end of the reckoning.
    private func isConclusion(_ figure: NumberScanner.Figure) -> Bool {
        let own = clause[figure.tokens.lowerBound]
        // « en équivalent temps plein, 24 »: a number that begins its clause is told of in the one before.
        let isFirst = tokens[..<figure.tokens.lowerBound].last.map { $0.kind == .mark } ?? false
        let clauses = isFirst && (own == 0 || !tellsNumber(own - 1)) ? (own - 1)...own : own...own
        let words = tokens.indices.filter { clauses.contains(clause[$0]) && tokens[$0].kind == .word }
            .map { tokens[$0].text }
        if vocabulary[.concluding].isWithin(words.joined(separator: " ")) { return true }
        // "three, that's two techs plus me": the number first, then what it is made of.
        guard figure.tokens.lowerBound <= Self.mostBefore, figure.tokens.upperBound < tokens.count else { return false }
        let after = tokens[figure.tokens.upperBound...].filter { $0.kind == .word }.prefix(3).map(\.text)
        return vocabulary[.detailing].begins(after) || vocabulary[.detailing].begins(after.dropFirst())
    }

    /// Whether a clause has a number in figures.
    private func tellsNumber(_ number: Int) -> Bool {
        tokens.indices.contains { clause[$0] == number && tokens[$0].kind == .number }
    }

    /// The most words before a number that is told first: « on est rendus huit avec les livreurs ».
    private static let mostBefore = 3
    /// The most numbers that are told apart.
    private static let most = 16
}
