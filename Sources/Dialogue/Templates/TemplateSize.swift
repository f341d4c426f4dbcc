import Text

/// How large a template is with the partials that it uses written out, so that neither checking nor showing it takes more
/// than it should: a partial that uses another twice, and so on, doubles at every step.
struct TemplateSize {
    /// The names of all partials, with their contents.
    let partials: [String: [TemplateNode]]
    private var sizes: [String: Int] = [:]

    /// The most parts of a template.
    private static let largest = 10_000
    /// The most partials inside one another.
    private static let deepest = 16

    init(partials: [String: [TemplateNode]]) { self.partials = partials }

    /// - Throws: If the template is too large, or a partial of it contains itself.
    mutating func measure(_ nodes: [TemplateNode]) throws(TemplateProblem) {
        _ = try size(of: nodes, within: [])
    }

    private mutating func size(of nodes: [TemplateNode], within open: [String]) throws(TemplateProblem) -> Int {
        var size = 0
        for node in nodes {
            size += 1
            switch node {
            case .text, .field: break
            case .section(_, let body, _), .inverted(_, let body, _): size += try self.size(of: body, within: open)
            case .partial(let name, let line): size += try self.size(ofPartial: name, line, within: open)
            }
            guard size <= Self.largest else {
                throw TemplateProblem(
                    line: node.line, message: "with its partials the text has more than \(Self.largest) parts",
                    remedy: "Use fewer partials inside partials.")
            }
        }
        return size
    }

    private mutating func size(
        ofPartial name: String, _ line: Int, within open: [String]
    ) throws(TemplateProblem) -> Int {
        guard !open.contains(name) else {
            throw TemplateProblem(
                line: line, message: "the partial « \(name) » contains itself", remedy: "Remove one of the two.")
        }
        if let known = sizes[name] { return known }
        guard let body = partials[name] else { return 0 }
        guard open.count < Self.deepest else {
            throw TemplateProblem(
                line: line, message: "more than \(Self.deepest) partials stand inside one another",
                remedy: "Write what « \(name) » says where it is needed.")
        }
        let size = try size(of: body, within: open + [name])
        sizes[name] = size
        return size
    }
}

extension TemplateNode {
    /// The line where it begins, as far as it is known.
    fileprivate var line: Int {
        switch self {
        case .text: 1
        case .field(_, let line), .section(_, _, let line), .inverted(_, _, let line), .partial(_, let line): line
        }
    }
}
