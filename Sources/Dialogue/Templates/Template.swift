import Text

/// A text with places to fill: a checked subset of Mustache (mustache.github.io/mustache.5.html): variables, sections, inverted
/// sections, partials. Nothing is escaped: what a person wrote is, before it becomes a field. A field that does not exist is
/// an error when the content is loaded.
indirect enum TemplateNode: Sendable, Hashable {
    case text(String)
    /// A value, by its dotted path.
    case field([String], line: Int)
    /// Shown once for each item of a list, inside a scope, or when a flag or text is present.
    case section([String], [TemplateNode], line: Int)
    /// Shown when the value is absent, empty or false.
    case inverted([String], [TemplateNode], line: Int)
    case partial(String, line: Int)
}

/// A problem in a template, with the line in it, from 1.
struct TemplateProblem: Error, Hashable {
    var line: Int
    var message: TranslatableText
    var remedy: TranslatableText
}

/// Reads templates.
struct TemplateParser {
    private var rest: Substring
    private var line = 1
    /// Whether only white space stands between the last line break and here.
    private var atLineStart = true

    static func parse(_ source: String) throws(TemplateProblem) -> [TemplateNode] {
        var parser = TemplateParser(rest: source[...])
        return try parser.nodes(until: nil, depth: 0)
    }

    /// The most sections that are open at once.
    private static let deepest = 32

    private init(rest: Substring) { self.rest = rest }

    private mutating func nodes(
        until end: (name: String, line: Int)?, depth: Int
    ) throws(TemplateProblem) -> [TemplateNode] {
        guard depth <= Self.deepest else {
            throw TemplateProblem(
                line: line, message: "more than \(Self.deepest) sections are open here",
                remedy: "Close those that are no longer needed, or move what is inside to a partial.")
        }
        var nodes: [TemplateNode] = []
        while let open = rest.firstRange(of: "{{") {
            let before = rest[..<open.lowerBound]
            rest = rest[open.upperBound...]
            guard let close = rest.firstRange(of: "}}") else {
                throw TemplateProblem(
                    line: line, message: "a tag is opened and never closed", remedy: "Write }} at its end.")
            }
            let tag = rest[..<close.lowerBound]
            rest = rest[close.upperBound...]
            let sigil = tag.first.flatMap { "#^/>".contains($0) ? $0 : nil }
            let name = String((sigil == nil ? tag : tag.dropFirst()).trimming(while: { $0 == " " }))
            let isAlone = sigil != nil && sigil != ">" && standsAlone(after: before)
            append(before, droppingIndent: isAlone, to: &nodes)
            if isAlone { dropLineEnd() }
            let path = name.split(separator: ".").map(String.init)
            guard !path.isEmpty else {
                throw TemplateProblem(
                    line: line, message: "a tag names nothing", remedy: "Write a field between {{ and }}.")
            }
            let tagLine = line
            if isAlone { line += 1 }
            switch sigil {
            case "#":
                nodes.append(.section(path, try self.nodes(until: (name, tagLine), depth: depth + 1), line: tagLine))
            case "^":
                nodes.append(.inverted(path, try self.nodes(until: (name, tagLine), depth: depth + 1), line: tagLine))
            case ">": nodes.append(.partial(name, line: tagLine))
            case "/":
                guard let end, end.name == name else {
                    throw TemplateProblem(
                        line: tagLine, message: "{{/\(name)}} closes nothing that is open here",
                        remedy: end.map { "Close {{#\($0.name)}}, opened on line \($0.line), first." } ?? "Remove it.")
                }
                return nodes
            default: nodes.append(.field(path, line: tagLine))
            }
        }
        if let end {
            throw TemplateProblem(
                line: end.line, message: "{{#\(end.name)}} is never closed",
                remedy: "Write {{/\(end.name)}} where it ends.")
        }
        append(rest, droppingIndent: false, to: &nodes)
        return nodes
    }

    /// Whether a tag is the only thing on its line.
    private func standsAlone(after before: Substring) -> Bool {
        let indent = before.reversed().prefix { $0 == " " }.count
        let head = before.dropLast(indent)
        guard head.isEmpty ? atLineStart : head.last == "\n" else { return false }
        let tail = rest.drop { $0 == " " }
        return tail.isEmpty || tail.first == "\n"
    }

    private mutating func dropLineEnd() {
        rest = rest.drop { $0 == " " }
        if rest.first == "\n" { rest = rest.dropFirst() }
        atLineStart = true
    }

    private mutating func append(_ text: Substring, droppingIndent: Bool, to nodes: inout [TemplateNode]) {
        var text = text
        if droppingIndent { while text.last == " " { text.removeLast() } }
        line += text.count { $0 == "\n" }
        atLineStart = text.isEmpty ? false : text.last == "\n"
        if !text.isEmpty { nodes.append(.text(String(text))) }
    }
}

extension Substring {
    fileprivate func trimming(while isTrimmed: (Character) -> Bool) -> Substring {
        var result = drop(while: isTrimmed)
        while let last = result.last, isTrimmed(last) { result.removeLast() }
        return result
    }

    fileprivate func firstRange(of pattern: String) -> Range<Index>? {
        var start = startIndex
        while start < endIndex {
            if self[start...].hasPrefix(pattern) { return start..<index(start, offsetBy: pattern.count) }
            start = index(after: start)
        }
        return nil
    }
}
