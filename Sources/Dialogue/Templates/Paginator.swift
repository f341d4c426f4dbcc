/// One screen of an answer.
struct Page: Sendable {
    /// CommonMark.
    var markdown: String
    /// The entries shown on it, each once, in order of appearance.
    var references: [Reference]
}

/// Parts an answer into pages that a chat can show, at paragraphs and list items.
struct Paginator {
    /// The most lines of a page.
    private let mostLines: Int
    /// The most characters of a page.
    private let mostCharacters: Int

    /// What is said around a page: a hint at more, the question who asks, a word before the answer.
    private static let roomAround = 400

    /// - Parameters:
    ///   - longestReply: The most characters of a whole reply.
    ///   - parts: How many answers share the reply.
    init(longestReply: Int, parts: Int = 1) {
        mostLines = max(4, 12 / parts)
        mostCharacters = (min(longestReply, 1900) - Self.roomAround) / parts
    }

    /// The line that ends a page wherever it stands.
    static let breakMark = "<!-- more -->"

    private struct Line {
        var text: Substring
        var start: Int
        var end: Int
        var isBlank: Bool { text.allSatisfy { $0 == " " } }
        var isBreak: Bool { text.trimmingSpaces() == Paginator.breakMark }
        /// Whether the line announces what follows and must not end a page.
        var announces: Bool { text.trimmingSpaces().hasSuffix(":") || text.trimmingSpaces().hasSuffix(":**") }
        var isTableRow: Bool { text.hasPrefix("|") }
        /// Whether the line goes on with the list item above it.
        var continues: Bool { text.hasPrefix("  ") }
    }

    func pages(of rendered: RenderedText) -> [Page] {
        var pages: [[Line]] = [[]]
        var count = 0
        var size = 0
        let lines = Self.lines(of: rendered.text).flatMap(fitting)
        for (index, line) in lines.enumerated() {
            if line.isBreak {
                if pages[pages.count - 1].contains(where: { !$0.isBlank }) { pages.append([]) }
                (count, size) = (0, 0)
                continue
            }
            if !line.isBlank {
                let isFull = count >= mostLines || size + line.text.count > mostCharacters
                let isLast =
                    !lines[index...].dropFirst(2).contains { !$0.isBlank } && count < mostLines + 2
                    && size + lines[index...].reduce(0) { $0 + $1.text.count } <= mostCharacters + Self.roomAround / 2
                if isFull, count > 0, !line.continues, !isLast {
                    let heading = line.isTableRow ? Self.tableHeading(of: pages[pages.count - 1]) : []
                    let carried = Self.carriedOver(&pages[pages.count - 1]) + heading
                    pages.append(carried)
                    count = carried.count
                    size = carried.reduce(0) { $0 + $1.text.count }
                }
                count += 1
                size += line.text.count
            }
            pages[pages.count - 1].append(line)
        }
        return pages.map { Self.page($0, rendered) }.filter { !$0.markdown.isEmpty }
    }

    /// A line that is longer than a page, parted after sentences, else between words.
    private func fitting(_ line: Line) -> [Line] {
        guard line.text.count > mostCharacters else { return [line] }
        var parts: [Line] = []
        var rest = line.text
        while rest.count > mostCharacters {
            let limit = rest.index(rest.startIndex, offsetBy: mostCharacters)
            let head = rest[..<limit]
            let cut =
                head.lastIndex(of: ".").map { head.index(after: $0) }.flatMap {
                    head[..<$0].count > mostCharacters / 3 ? $0 : nil
                }
                ?? head.lastIndex(of: " ") ?? limit
            parts.append(Line(text: rest[..<cut], start: line.start, end: line.end))
            rest = rest[cut...].drop { $0 == " " }
        }
        return parts + [Line(text: rest, start: line.start, end: line.end)]
    }

    /// The two lines that begin the table in which a page ends: the next page begins with them, too.
    private static func tableHeading(of lines: [Line]) -> [Line] {
        let table = lines.reversed().prefix { $0.isTableRow }.reversed()
        return table.count > 2 ? Array(table.prefix(2)) : []
    }

    /// A line that announces a list goes with the list.
    private static func carriedOver(_ lines: inout [Line]) -> [Line] {
        while lines.last?.isBlank == true { lines.removeLast() }
        guard lines.count > 1, let last = lines.last, last.announces else { return [] }
        lines.removeLast()
        return [last]
    }

    private static func lines(of text: String) -> [Line] {
        var lines: [Line] = []
        var offset = 0
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            let end = offset + line.utf8.count
            lines.append(Line(text: line, start: offset, end: end))
            offset = end + 1
        }
        return lines
    }

    private static func page(_ lines: [Line], _ rendered: RenderedText) -> Page {
        var markdown = ""
        var blank = false
        var references: [Reference] = []
        for line in lines {
            if line.isBlank {
                blank = !markdown.isEmpty
                continue
            }
            if !markdown.isEmpty { markdown += blank ? "\n\n" : "\n" }
            blank = false
            markdown += line.text.trimmingTrailingSpaces()
            for mark in rendered.marks where mark.offset >= line.start && mark.offset <= line.end {
                if !references.contains(where: { $0.key == mark.reference.key }) { references.append(mark.reference) }
            }
        }
        return Page(markdown: markdown, references: references)
    }
}

extension Substring {
    fileprivate func trimmingSpaces() -> Substring { drop { $0 == " " }.trimmingTrailingSpaces() }

    fileprivate func trimmingTrailingSpaces() -> Substring {
        var result = self
        while result.last == " " { result.removeLast() }
        return result
    }
}
