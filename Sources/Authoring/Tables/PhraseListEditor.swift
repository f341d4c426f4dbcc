import Content
import Dialogue
internal import Knowledge

/// Changes lists in the text of a content file, and not one byte besides.
struct PhraseListEditor {
    /// Bytes to put in the place of others.
    private struct Edit {
        var range: Range<Int>
        var bytes: [UInt8]
    }

    private let source: SourceText

    init(_ file: ContentFile) { source = SourceText(file.bytes) }

    /// The file's bytes after revisions of its lists.
    func bytes(after revisions: [PhraseListRevision]) -> [UInt8] {
        let edits = revisions.flatMap { self.edits(for: $0) }
        var bytes: [UInt8] = []
        var index = 0
        // Insertions at the same place stay in the order in which they were made: the sort is stable.
        for edit in edits.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) where edit.range.lowerBound >= index
        {
            bytes += source.bytes[index..<edit.range.lowerBound] + edit.bytes
            index = edit.range.upperBound
        }
        return bytes + source.bytes[index...]
    }

    private func edits(for revision: PhraseListRevision) -> [Edit] {
        let start = source.offset(of: revision.list.place)
        if start < source.bytes.count, "[{".utf8.contains(source.bytes[start]) {
            let flow = FlowList(revision.list, at: start, in: source)
            return [Edit(range: flow.range, bytes: flow.bytes(after: revision.steps))]
        }
        return blockEdits(for: revision)
    }

    /// Edits for `- text` or `key: text` lines. A changed text leaves the comment behind it where it is.
    private func blockEdits(for revision: PhraseListRevision) -> [Edit] {
        let items = revision.list.items.map { BlockItem($0, in: source) }
        guard let first = items.first else { return [] }
        var edits: [Edit] = []
        var end = first.lines.lowerBound
        for step in revision.steps {
            switch step {
            case .keep(let item):
                end = items[item].lines.upperBound
            case .remove(let item):
                edits.append(Edit(range: items[item].lines, bytes: []))
                end = items[item].lines.upperBound
            case .replace(let item, let phrase):
                edits.append(Edit(range: items[item].content, bytes: phrase.bytes(isInFlow: false)))
                end = items[item].lines.upperBound
            case .insert(let phrase):
                let line = Array(source.bytes[first.lead]) + phrase.bytes(isInFlow: false)
                // After a last line that nothing ends.
                let isOpen = end == source.bytes.count && source.startOfLine(at: end) < end
                edits.append(
                    Edit(range: end..<end, bytes: isOpen ? source.lineBreak + line : line + source.lineBreak))
            }
        }
        return edits
    }
}

/// A text of a list in block form.
private struct BlockItem {
    /// Its lines, from the dash or the key on, with the line break that ends them.
    var lines: Range<Int>
    /// Its text, with the key if it has one.
    var content: Range<Int>
    /// What begins its first line: white space and the dash.
    var lead: Range<Int>

    init(_ item: PhraseList.Item, in source: SourceText) {
        let start = source.offset(of: item.start)
        let dash = item.key == nil ? source.bytes[..<start].lastIndex(of: UInt8(ascii: "-")) ?? start : start
        let lineStart = source.startOfLine(at: dash)
        let end = source.endOfScalar(
            at: source.offset(of: item.textStart), isInFlow: false, indent: dash - lineStart)
        content = start..<max(start, end)
        lines = lineStart..<source.endOfLine(at: max(start, end - 1))
        lead = lineStart..<start
    }
}

extension Phrase {
    /// The text as YAML, after its key if it has one.
    func bytes(isInFlow: Bool) -> [UInt8] {
        let text = YAMLScalar.bytes(of: text, isInFlow: isInFlow)
        guard let key else { return text }
        return YAMLScalar.bytes(of: key, isInFlow: isInFlow) + Array(": ".utf8) + text
    }
}
