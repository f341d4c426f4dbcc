import Knowledge

/// Finds the numbers of a text, in figures and in French and English words.
struct NumberScanner {
    /// A number: `value` over `divisor`, a power of ten.
    struct Figure: Hashable {
        /// From -``largest`` to ``largest``.
        private(set) var value: Int
        private(set) var divisor = 1
        /// Whether the number that was written is greater than all that are read, or less than all.
        private(set) var isBeyond = false
        var isPercent = false
        /// Where it stands among the tokens.
        var tokens: Range<Int>

        /// Twelve digits before the decimals, six behind: what is beyond is no number of anything that is asked for.
        private static let largest = 999_999_999_999_999_999

        init(value: Int, isPercent: Bool = false, tokens: Range<Int>) {
            self.value = 0
            self.isPercent = isPercent
            self.tokens = tokens
            set((value, false))
        }

        /// Reads digits.
        init(digits: String, tokens: Range<Int>) {
            self.init(value: 0, tokens: tokens)
            set((Int(digits) ?? 0, Int(digits) == nil))
        }

        /// The number, if it is whole.
        var whole: Int? { value.isMultiple(of: divisor) ? value / divisor : nil }

        /// The number in hundredths, what is less dropped.
        var hundredths: Int? {
            guard value.magnitude < Self.largest.magnitude / 100 else { return nil }
            return value * 100 / divisor
        }

        /// The number, standing on other tokens.
        func covering(_ tokens: Range<Int>) -> Figure {
            var figure = self
            figure.tokens = tokens
            return figure
        }

        /// The number with the sign changed.
        var negated: Figure {
            var figure = self
            figure.value = -value
            return figure
        }

        /// The number a thousand times less.
        var inThousandths: Figure {
            var figure = self
            figure.divisor *= 1000
            return figure
        }

        /// Adds decimals.
        ///
        /// - Parameter decimals: At most six digits.
        mutating func append(decimals: String) {
            for digit in decimals.utf8.prefix(6) {
                let (tenfold, overflows) = value.multipliedReportingOverflow(by: 10)
                set(overflows ? (value, true) : tenfold.addingReportingOverflow(Int(digit & 0xF)))
                divisor *= 10
            }
        }

        mutating func multiply(by factor: Int) { set(value.multipliedReportingOverflow(by: factor)) }

        private mutating func set(_ result: (partialValue: Int, overflow: Bool)) {
            guard !result.overflow, (-Self.largest...Self.largest).contains(result.partialValue) else {
                isBeyond = true
                return
            }
            value = result.partialValue
            isBeyond = isBeyond || (value / divisor).magnitude > AnswerValue.numbers.upperBound.magnitude
        }
    }

    let tokens: [AnswerToken]
    private(set) var figures: [Figure] = []
    /// Whether figures and marks stand together in a way that writes no number: « 12e3 », « 1,.,2 ».
    private(set) var isGarbled = false
    private let vocabulary: AnswerVocabulary
    private let mayHaveDecimals: Bool

    /// - Parameter mayHaveDecimals: Whether « 1,234 » may be little more than one.
    init(_ tokens: [AnswerToken], _ vocabulary: AnswerVocabulary, mayHaveDecimals: Bool = false) {
        self.tokens = tokens
        self.vocabulary = vocabulary
        self.mayHaveDecimals = mayHaveDecimals
        isGarbled = tokens.indices.dropFirst(2).contains { index in
            let (before, mark, after) = (tokens[index - 2], tokens[index - 1], tokens[index])
            guard mark.isGlued, after.isGlued else { return false }
            if before.isMark(",."), mark.isMark(",."), after.kind == .number { return true }
            return before.kind == .number && mark.kind == .word && mark.text == "e" && after.kind == .number
        }
        var index = 0
        while index < tokens.count {
            let found = tokens[index].kind == .number ? literal(at: index) : words(at: index)
            if let last = found.last {
                figures.append(contentsOf: found)
                index = Swift.max(last.tokens.upperBound, index + 1)
            } else {
                index += 1
            }
        }
    }

    // MARK: - Figures

    /// More than one where the writing can be read in two ways: « 12.000 ».
    private func literal(at start: Int) -> [Figure] {
        // A digit after a letter is part of a name: « CO2 ».
        if start > 0, tokens[start].isGlued, tokens[start - 1].kind == .word { return [] }
        var digits = tokens[start].text
        var end = start + 1
        var groups = 0
        var mark = ""
        while digits.utf8.count - groups * 3 <= 3, !digits.hasPrefix("0"),
            let next = group(at: end, after: mark, groups)
        {
            digits += tokens[next.index].text
            mark = next.mark
            groups += 1
            end = next.index + 1
        }
        var figure = Figure(digits: digits, tokens: start..<end)
        // « 312,4 », « 312 virgule 4 ».
        let isPointed =
            end + 1 < tokens.count && tokens[end + 1].kind == .number && tokens[end + 1].text.utf8.count <= 6
            && (tokens[end].isMark(",.") && tokens[end].isGlued && tokens[end + 1].isGlued
                || vocabulary[.decimalWords].contains(tokens[end].text))
        if isPointed {
            figure.append(decimals: tokens[end + 1].text)
            end += 2
        }
        if end < tokens.count, tokens[end].kind == .word, let factor = vocabulary.factorsOfFigures[tokens[end].text] {
            figure.multiply(by: factor)
            end += 1
        }
        if start > 0, tokens[start - 1].isMark("-"), tokens[start].isGlued,
            start == 1 || (tokens[start - 2].kind == .word && !tokens[start - 1].isGlued)
        {
            figure = figure.negated
        }
        (figure, end) = withHalf(figure, end)
        figure.tokens = start..<end
        // « 1,940 » is a thousand and more, for nobody writes a last zero behind a decimal comma; « 1,234 » may be little more than one,
        // "1,287.5" is not.
        let isRound = figure.value.isMultiple(of: 10)
        guard !isPointed, mark == "." || mark == "," && mayHaveDecimals && !isRound, groups == 1,
            figure.value.isMultiple(of: 1000) || figure.value > 0
        else { return [figure] }
        return [figure.inThousandths, figure]
    }

    /// Three digits that continue a number after a space, a comma or a full stop.
    private func group(at index: Int, after mark: String, _ groups: Int) -> (index: Int, mark: String)? {
        guard index < tokens.count else { return nil }
        if tokens[index].kind == .number, tokens[index].text.utf8.count == 3, groups == 0 || mark == " " {
            return (index, " ")
        }
        guard tokens[index].isMark(",."), tokens[index].isGlued, index + 1 < tokens.count,
            tokens[index + 1].kind == .number, tokens[index + 1].isGlued, tokens[index + 1].text.utf8.count == 3,
            groups == 0 || mark == tokens[index].text
        else { return nil }
        return (index + 1, tokens[index].text)
    }

    // MARK: - Words

    private func words(at start: Int) -> [Figure] {
        var total = 0
        var current = 0
        var end = start
        var last = start
        var isOpen = true
        while isOpen, end < tokens.count {
            let word = tokens[end].text
            if tokens[end].isMark("-"), end > start {
                end += 1
                continue
            }
            if end > start, continues(with: end + 1, word, current, total) {
                end += 1
                continue
            }
            // What `end` has passed without a numeral after it is no part of the number.
            guard tokens[end].kind == .word, add(word, to: &current, &total, isFirst: end == start) else { break }
            isOpen = cardinals[word] != 0
            end += 1
            last = end
        }
        guard last > start else { return [] }
        var (figure, stop) = withHalf(Figure(value: total + current, tokens: start..<last), last)
        // "forty-two point five", « trois virgule cinq ».
        if stop + 1 < tokens.count, vocabulary[.decimalWords].contains(tokens[stop].text),
            let decimal = tokens[stop + 1].kind == .number
                ? Int(tokens[stop + 1].text) : cardinals[tokens[stop + 1].text],
            (0...99).contains(decimal), figure.divisor == 1
        {
            figure.append(decimals: String(decimal))
            stop += 2
        }
        return [figure.covering(start..<stop)]
    }

    /// A number with the half or quarter that stands behind it: « sept et demi », "nine and a half", « 3½ ».
    private func withHalf(_ figure: Figure, _ end: Int) -> (Figure, Int) {
        var figure = figure
        if end < tokens.count, let part = ["½": "50", "¼": "25", "¾": "75"][tokens[end].text], figure.divisor == 1 {
            figure.append(decimals: part)
            return (figure, end + 1)
        }
        // « quarante-deux tonnes et demie »: the unit may stand between.
        for start in [end, end + 1] where figure.divisor == 1 {
            guard start == end || end < tokens.count && tokens[end].kind == .word else { break }
            let rest = tokens[Swift.min(start, tokens.count)...]
            for half in vocabulary[.andAHalf].phrases where rest.begins(with: half) {
                figure.append(decimals: "5")
                return (figure, start + half.count)
            }
        }
        return (figure, end)
    }

    /// Whether « et » or "and" stands inside a number: « vingt et un », "one hundred and five".
    private func continues(with index: Int, _ joint: String, _ current: Int, _ total: Int) -> Bool {
        guard index < tokens.count else { return false }
        // « vingt-et-un »: a dash may stand after the joint too.
        let index = tokens[index].isMark("-") && index + 1 < tokens.count ? index + 1 : index
        let word = tokens[index].text
        if vocabulary[.numberAnd].contains(joint) {
            return [1, 11].contains(cardinals[word]) && current % 100 >= 20 && (current % 100).isMultiple(of: 10)
        }
        return vocabulary[.hundredAnd].contains(joint) && cardinals[word] != nil
            && (current > 0 && current.isMultiple(of: 100) || current == 0 && total > 0)
    }

    private var cardinals: [String: Int] { vocabulary[.cardinals] }

    private func add(_ word: String, to current: inout Int, _ total: inout Int, isFirst: Bool) -> Bool {
        // « des centaines » and "dozens" are no number, but « deux centaines » is.
        if isFirst, vocabulary[.plurals].contains(word) { return false }
        let tail = current % 100
        if tail == 4, vocabulary[.scores].contains(word) {
            current += 76
        } else if let value = cardinals[word] {
            let fits =
                isFirst || tail == 0 && value != 0
                || tail.isMultiple(of: 10) && tail >= 20 && (1...9).contains(value)
                || [60, 80].contains(tail) && (10...16).contains(value)
                || [10, 70, 90].contains(tail) && (7...9).contains(value) && !(tail == 10 && current < 10)
            guard fits else { return false }
            current += value
        } else if vocabulary[.hundreds].contains(word) {
            guard current < 100 else { return false }
            current = Swift.max(current, 1) * 100
        } else if let factor = vocabulary[.factors][word] {
            guard factor >= 1000 || current < 1000 else { return false }
            guard total == 0 || total > factor * 999 else { return false }
            total += Swift.max(current, 1) * factor
            current = 0
        } else if let value = vocabulary[.collectives][word] {
            guard isFirst || current == 1 && total == 0 else { return false }
            current = value
        } else {
            return false
        }
        return true
    }
}
