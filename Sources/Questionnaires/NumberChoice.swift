/// Tells which of several numbers of an answer is the one that is asked for.
///
/// « neuf chauffeurs et un répartiteur, donc dix », "97 to be exact", « 8, depuis 2015 »: what people say beside the number is
/// often a number too. What no rule tells stays several, and is asked.
struct NumberChoice {
    private let tokens: [AnswerToken]
    /// For each token, the number of its clause.
    private let clause: [Int]
    /// The first token after the last word that corrects.
    private let corrected: Int?

    init(_ tokens: [AnswerToken], corrections: [[String]]) {
        self.tokens = tokens
        var number = 0
        clause = tokens.map { token in
            if token.isMark(",;.!?:()") && !token.isGlued || token.isMark(";!?:()")
                || ["donc", "so", "mais", "but", "faque", "facque"].contains(token.text)
            {
                number += 1
            } else if token.isMark(",.") {
                number += 1
            }
            return number
        }
        let words = Self.correcting + corrections
        corrected = tokens.indices.last { index in
            words.contains { phrase in tokens[index...].prefix(phrase.count).map(\.text) == phrase }
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

    /// « quatre à temps plein pis deux à mi-temps » is five: who works half the time counts half, where that is all that is counted.
    func withHalves(_ figures: [NumberScanner.Figure]) -> [NumberScanner.Figure] {
        // « y en a deux à mi-temps, fait que mettez huit »: who concludes has reckoned.
        guard (2...Self.most).contains(figures.count), !figures.contains(where: isConclusion) else { return figures }
        let isHalf = figures.indices.map { index in
            let end = index + 1 < figures.count ? figures[index + 1].tokens.lowerBound : tokens.count
            let after = tokens[figures[index].tokens.upperBound..<Swift.max(end, figures[index].tokens.upperBound)]
            let words = " " + Array(after).words.joined(separator: " ") + " "
            return Self.halves.contains { words.contains(" \($0) ") }
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

    private static let halves = [
        "mi temps", "demi temps", "half time", "half the week", "moitie de la semaine", "moitie du temps", "half days",
        "half the time", "half a week", "demi journee", "demi journees", "half day", "demi semaine", "half weeks",
    ]

    /// Where what is not counted begins.
    private var leftOut: Int? {
        tokens.indices.first { index in
            Self.leavingOut.contains { phrase in tokens[index...].prefix(phrase.count).map(\.text) == phrase }
        }
    }

    private static let leavingOut = [
        ["sans", "compter"], ["sans", "nous", "compter"], ["sans", "me", "compter"], ["excluant"], ["not", "counting"],
        ["without", "counting"], ["excluding"], ["leaving", "out"], ["not", "including"],
    ]

    /// What two or three numbers of one kind make together, where they are not alternatives.
    static func sum(of figures: [NumberScanner.Figure], _ tokens: [AnswerToken]) -> NumberScanner.Figure? {
        // The hyphen of « vingt-deux » is within a number, that of « 20-25 » between two.
        let between = tokens.indices.filter { index in !figures.contains { $0.tokens.contains(index) } }
        let isChoice = between.contains { index in
            ["ou", "or", "entre", "between"].contains(tokens[index].text) || tokens[index].isMark("-")
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
        if tokens[..<figure.tokens.lowerBound].suffix(2).contains(where: { Self.since.contains($0.text) }) {
            return true
        }
        // « le bilan de 2024 donne 412 tonnes »: a year of now that counts nothing.
        let next = figure.tokens.upperBound < tokens.count ? tokens[figure.tokens.upperBound] : nil
        return (2000...2040).contains(year)
            && (next == nil || next?.kind == .mark || next.map { !Self.counted.contains($0.text) } ?? true)
    }

    /// « contre 460 l'année d'avant », "down from 61": what it was is not what it is.
    private func isOfThePast(_ figure: NumberScanner.Figure) -> Bool {
        guard let place = tokens[..<figure.tokens.lowerBound].lastIndex(where: { $0.kind == .word }),
            Self.past.contains(tokens[place].text)
        else { return false }
        // "anywhere from 6 to 40" is between them; "we went from 12 to 15" is 15.
        let isRange =
            tokens[place].text == "from" && figure.tokens.upperBound < tokens.count
            && ["to", "up"].contains(tokens[figure.tokens.upperBound].text)
        return !isRange || tokens[..<place].contains { Self.moving.contains($0.text) }
    }

    private static let past: Set<String> = [
        "contre", "versus", "vs", "from", "etait", "etaient", "etions", "was", "were",
    ]
    private static let moving: Set<String> = [
        "went", "gone", "go", "going", "grew", "grown", "dropped", "drop", "down", "up", "passed", "came", "come",
        "moved", "fell", "rose", "increased", "decreased", "reduced", "jumped", "cut", "shrank", "scaled", "doubled",
    ]

    /// "48 in Canada (we have 6 more in Vermont)": what is asked for is here.
    private func isCountedHere(_ figure: NumberScanner.Figure) -> Bool {
        let own = clause[figure.tokens.lowerBound]
        let words = tokens.indices.filter { $0 >= figure.tokens.upperBound && clause[$0] == own }.prefix(4).map {
            tokens[$0].text
        }
        return words.contains { ["canada", "quebec"].contains($0) }
    }

    /// « cinq, j'avais oublié les deux filles au service »: who says a number and nothing else before going on has answered.
    private func standsAlone(_ figure: NumberScanner.Figure) -> Bool {
        let own = clause[figure.tokens.lowerBound]
        let end = figure.tokens.upperBound
        guard end < tokens.count, tokens[end].isMark(",.;:(") || clause[end] != own else { return false }
        // « une quinzaine… 16 avec l'apprenti »: what is about so many is told exactly behind.
        if tokens[figure.tokens].contains(where: { $0.text.hasSuffix("aine") }) { return false }
        let isFirst = tokens[..<figure.tokens.lowerBound].allSatisfy {
            $0.kind == .word && Self.beforeAlone.contains($0.text)
        }
        return isFirst
            && !tokens[end...].contains { Self.concluding.contains($0.text) || Self.adding.contains($0.text) }
    }

    /// "eleven techs plus two in the office": what is added up aloud, all of it full time as far as is said.
    private func plainSum(_ figures: [NumberScanner.Figure]) -> NumberScanner.Figure? {
        guard (2...3).contains(figures.count), !tokens.contains(where: { Self.partial.contains($0.text) }) else {
            return nil
        }
        // « 12.000 » is two numbers in one place.
        let pairs = zip(figures, figures.dropFirst())
        guard pairs.allSatisfy({ $0.tokens.upperBound <= $1.tokens.lowerBound }) else { return nil }
        let gaps = pairs.map { tokens[$0.tokens.upperBound..<$1.tokens.lowerBound] }
        let isAdded = gaps.allSatisfy { $0.count <= Self.mostBetween && $0.last?.text == "plus" }
        return isAdded || figures.allSatisfy(isOfPeopleSomewhere) ? Self.sum(of: figures, tokens) : nil
    }

    /// « sept gars su'a route pis une fille au bureau »: people, or how many are at a place.
    private func isOfPeopleSomewhere(_ figure: NumberScanner.Figure) -> Bool {
        let after = tokens[figure.tokens.upperBound...].prefix(3).prefix { $0.kind == .word }.map(\.text)
        return after.contains(where: Self.placing.contains) || after.first.map(Self.people.contains) ?? false
    }

    private static let placing: Set<String> = [
        "au", "aux", "a", "dans", "sur", "su", "chez", "en", "on", "in", "at", "behind",
    ]
    private static let people: Set<String> = [
        "gars", "filles", "fille", "hommes", "femmes", "guys", "girls", "men", "women", "people", "personnes",
        "techniciens", "technicians", "techs", "chauffeurs", "drivers", "commis", "clerks", "ouvriers", "workers",
    ]

    /// The most words between two counts that are added up: « techniciens à temps plein plus ».
    private static let mostBetween = 4
    private static let partial: Set<String> = [
        "partiel", "partiels", "part", "half", "demi", "mi", "saisonniers", "seasonal", "dont", "including", "incluant",
        "compris", "contractors", "pigistes", "freelancers", "owners", "proprietaires", "associes", "partners",
        "benevoles",
        "volunteers", "ete", "hiver", "summer", "winter", "stagiaires", "interns", "them", "eux", "whom",
    ]

    private static let beforeAlone: Set<String> = [
        "on", "est", "nous", "sommes", "je", "dirais", "ben", "euh", "environ", "we", "are", "re", "there", "s", "it",
        "about",
        "say", "i", "would", "d", "around", "autour", "de", "c", "ce", "peu", "pres", "a", "oui", "yes", "bon", "ok",
    ]
    /// What adds to the number before: « 12, plus 3 à temps partiel ».
    private static let adding: Set<String> = [
        "plus", "et", "pis", "puis", "and", "ou", "or", "partiel", "part", "attends", "wait", "non", "no", "oups",
        "oops",
    ]

    /// Whether the clause of a number says that it is the end of the reckoning.
    private func isConclusion(_ figure: NumberScanner.Figure) -> Bool {
        let own = clause[figure.tokens.lowerBound]
        // « en équivalent temps plein, 24 »: a number that begins its clause is told of in the one before.
        let isFirst = tokens[..<figure.tokens.lowerBound].last.map { $0.kind == .mark } ?? false
        let clauses = isFirst && (own == 0 || !tellsNumber(own - 1)) ? (own - 1)...own : own...own
        let words = tokens.indices.filter { clauses.contains(clause[$0]) && tokens[$0].kind == .word }
            .map { tokens[$0].text }
        let text = " " + words.joined(separator: " ") + " "
        if Self.concluding.contains(where: { text.contains(" \($0) ") }) { return true }
        // "three, that's two techs plus me": the number first, then what it is made of.
        guard figure.tokens.lowerBound <= Self.mostBefore, figure.tokens.upperBound < tokens.count else { return false }
        let after = Array(tokens[figure.tokens.upperBound...].filter { $0.kind == .word }.prefix(3).map(\.text))
        return Self.detailing.contains { after.starts(with: $0) }
            || !after.isEmpty && Self.detailing.contains { after.dropFirst().starts(with: $0) }
    }

    /// Whether a clause has a number in figures.
    private func tellsNumber(_ number: Int) -> Bool {
        tokens.indices.contains { clause[$0] == number && tokens[$0].kind == .number }
    }

    /// The most words before a number that is told first: « on est rendus huit avec les livreurs ».
    private static let mostBefore = 3
    /// The most numbers that are told apart.
    private static let most = 16
    private static let since: Set<String> = [
        "depuis", "since", "en", "in", "fondee", "fonde", "founded", "started", "from", "ouvert", "ouverte", "opened",
        "annee", "year", "pour", "for",
    ]
    private static let counted: Set<String> = [
        "tonnes", "tonne", "t", "employes", "personnes", "people", "employees", "staff", "etp", "fte",
    ]
    private static let concluding = [
        "donc", "so", "faque", "facque", "fait que", "ca donne", "ca fait", "mets", "mettez", "mettons", "put",
        "down to", "rendus a", "rendu a",
        "descendu a",
        "descendus a", "maintenant", "now", "aujourd hui", "today", "right now", "en ce moment", "pour de vrai",
        "ce qui fait", "ce qui donne", "total", "en tout", "in all", "all told",
        "altogether", "exact",
        "exactement", "exactly", "precisement", "au total", "equivalent", "equivalents", "etp", "fte", "ftes",
        "that makes", "makes it",
        "comes to", "works out to", "adds up to", "disons", "call it", "lets say", "arrive a", "revient a",
        "on arrive", "ramene", "nous donne", "gives us",
    ]
    private static let detailing: [[String]] = [
        ["that", "is"], ["that"], ["thats"], ["dont"], ["including"], ["counting"], ["incluant"], ["c", "est"],
        ["ce", "est"], ["est"], ["soit"],
        ["avec"], ["with"], ["en", "comptant"], ["y", "compris"], ["plus", "moi"], ["plus", "me"],
    ]
    private static let correcting = [["attends"], ["attendez"], ["non"], ["no"], ["wait"], ["pardon"], ["plutot"]]
}
