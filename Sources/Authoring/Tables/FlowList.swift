internal import Knowledge

/// A list between brackets or braces. Its texts and what parts them are kept as they are, line breaks and comments too;
/// only where texts come or go is it set anew.
struct FlowList {
    /// A text with what stands before it: the comma, white space, a line break, comments.
    private struct Piece {
        var gap: ArraySlice<UInt8>
        var text: ArraySlice<UInt8>
    }

    /// The list from its opening bracket to its closing one.
    let range: Range<Int>
    private let source: SourceText
    /// Where its texts are, with their keys if they have some.
    private let texts: [Range<Int>]

    /// Lines are broken here, unless the list has longer ones already.
    private static let lineLength = 160

    /// Finds the parts of a list.
    ///
    /// - Parameter start: The byte of its opening bracket.
    init(_ list: PhraseList, at start: Int, in source: SourceText) {
        self.source = source
        texts = list.items.map { item in
            let start = source.offset(of: item.start)
            let end = source.endOfScalar(at: source.offset(of: item.textStart), isInFlow: true, indent: 0)
            return start..<max(start, end)
        }
        var close = source.passBlanksAndComments(from: texts.last?.upperBound ?? start + 1)
        if close < source.bytes.count, source.bytes[close] == UInt8(ascii: ",") {
            close = source.passBlanksAndComments(from: close + 1)
        }
        range = start..<min(close + 1, source.bytes.count)
    }

    /// The list after a revision, brackets included.
    func bytes(after steps: [PhraseListRevision.Step]) -> [UInt8] {
        var pieces: [Piece] = []
        var gaps: [ArraySlice<UInt8>] = []
        // Set when a new text came before the first one, and has the gap that this one had.
        var isFirstGapTaken = false
        for step in steps {
            switch step {
            case .keep(let item), .remove(let item), .replace(let item, _):
                gaps.append(item == 0 && isFirstGapTaken ? Self.comma : gap(before: item))
                if case .remove = step { continue }
                let text = step.new.map { $0.bytes(isInFlow: true)[...] } ?? source.bytes[texts[item]]
                pieces.append(Piece(gap: Self.joined(gaps, isFirst: pieces.isEmpty), text: text))
                gaps = []
            case .insert(let phrase):
                let isFirst = pieces.isEmpty && gaps.isEmpty && !texts.isEmpty
                if isFirst { isFirstGapTaken = true }
                let gap = isFirst ? gap(before: 0) : pieces.isEmpty ? [] : Self.comma
                pieces.append(Piece(gap: gap, text: phrase.bytes(isInFlow: true)[...]))
            }
        }
        // What stands before the closing bracket stays there.
        gaps.append(gap(before: texts.count))
        let comments = gaps.dropLast().filter(Self.hasComment).map(Self.withoutComma).joined()
        return set(pieces, last: Array(comments) + gaps[gaps.count - 1])
    }

    /// Puts the pieces together, and breaks lines that became too long.
    private func set(_ pieces: [Piece], last: [UInt8]) -> [UInt8] {
        let limit = max(Self.lineLength, source.longestLine(in: range.lowerBound..<(range.upperBound - 1)))
        let lineStart = source.startOfLine(at: range.lowerBound)
        var bytes = [source.bytes[range.lowerBound]]
        var column = SourceText.scalars(in: source.bytes[lineStart...range.lowerBound])
        for (index, piece) in pieces.enumerated() {
            var gap = piece.gap
            let width = SourceText.scalars(in: gap + piece.text) + 1
            if index > 0, SourceText.lastLine(of: gap) == nil, column + width > limit {
                gap = [UInt8(ascii: ",")] + source.lineBreak + indentation
            }
            for part in [gap, piece.text] {
                let line = SourceText.lastLine(of: part)
                column = (line == nil ? column : 0) + SourceText.scalars(in: line ?? part)
                bytes += part
            }
        }
        return bytes + last + [source.bytes[range.upperBound - 1]]
    }

    /// How further lines are indented: as they are, or by two more than the first.
    private var indentation: ArraySlice<UInt8> {
        for item in texts.indices {
            if let line = SourceText.lastLine(of: gap(before: item)) { return line }
        }
        return source.indentation(at: range.lowerBound) + [UInt8(ascii: " "), UInt8(ascii: " ")]
    }

    /// What stands between a text and the one before it, or the brackets.
    private func gap(before item: Int) -> ArraySlice<UInt8> {
        let start = item == 0 ? range.lowerBound + 1 : texts[item - 1].upperBound
        let end = item == texts.count ? range.upperBound - 1 : texts[item].lowerBound
        return source.bytes[start..<max(start, end)]
    }

    private static let comma: ArraySlice<UInt8> = [UInt8(ascii: ","), UInt8(ascii: " ")]

    /// One gap for those around texts that went: with their comments, or with the line break that stood there.
    private static func joined(_ gaps: [ArraySlice<UInt8>], isFirst: Bool) -> ArraySlice<UInt8> {
        guard gaps.count > 1 else { return gaps.first ?? [] }
        let comments = gaps.filter(hasComment)
        let chosen =
            !comments.isEmpty
            ? comments : [isFirst ? gaps[0] : gaps.first { SourceText.lastLine(of: $0) != nil } ?? gaps[0]]
        return (isFirst ? [] : [UInt8(ascii: ",")]) + chosen.map(withoutComma).joined()
    }

    private static func hasComment(_ gap: ArraySlice<UInt8>) -> Bool { gap.contains(UInt8(ascii: "#")) }

    /// A gap without the comma that parts two texts; one in a comment stays.
    private static func withoutComma(_ gap: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var gap = gap
        let comment = gap.firstIndex(of: UInt8(ascii: "#")) ?? gap.endIndex
        if let comma = gap[..<comment].firstIndex(of: UInt8(ascii: ",")) { gap.remove(at: comma) }
        return gap
    }
}
