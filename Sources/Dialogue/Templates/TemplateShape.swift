import Knowledge

/// The fields that a template may use, and what is inside them.
indirect enum Shape: Sendable {
    case leaf
    case scope([String: Shape])
    case list([String: Shape])
}

/// Checks that a template uses only fields and partials that exist.
struct TemplateChecker {
    /// The names of all partials, with their contents, which see the fields of where they are used.
    let partials: [String: [TemplateNode]]
    /// Called with each problem.
    let report: (TemplateProblem) -> Void

    func check(_ nodes: [TemplateNode], against fields: [String: Shape]) {
        check(nodes, [fields], within: [])
    }

    private func check(_ nodes: [TemplateNode], _ stack: [[String: Shape]], within open: [String]) {
        for node in nodes {
            switch node {
            case .text: break
            case .field(let path, let line):
                guard let shape = find(path, in: stack, line: line) else { continue }
                if case .leaf = shape { continue }
                report(
                    TemplateProblem(
                        line: line, message: "{{\(path.joined(separator: "."))}} is a set of fields, not a text",
                        remedy: "Open it with {{#\(path[0])}} and name a field inside."))
            case .section(let path, let body, let line):
                switch find(path, in: stack, line: line) {
                case .scope(let fields): check(body, stack + [fields], within: open)
                case .list(let fields): check(body, stack + [Self.position, fields], within: open)
                case .leaf: check(body, stack, within: open)
                case nil: break
                }
            case .inverted(let path, let body, let line):
                _ = find(path, in: stack, line: line)
                check(body, stack, within: open)
            case .partial(let name, let line):
                checkPartial(name, line, stack, within: open)
            }
        }
    }

    private func checkPartial(_ name: String, _ line: Int, _ stack: [[String: Shape]], within open: [String]) {
        guard let body = partials[name] else {
            report(
                TemplateProblem(
                    line: line, message: "no partial is called « \(name) »", remedy: nearest(name, Array(partials.keys))
                ))
            return
        }
        guard !open.contains(name) else {
            report(
                TemplateProblem(
                    line: line, message: "the partial « \(name) » contains itself", remedy: "Remove one of the two."))
            return
        }
        check(body, stack, within: open + [name])
    }

    private static let position: [String: Shape] = ["number": .leaf, "first": .leaf, "last": .leaf]

    private func find(_ path: [String], in stack: [[String: Shape]], line: Int) -> Shape? {
        for fields in stack.reversed() {
            guard var shape = fields[path[0]] else { continue }
            for name in path.dropFirst() {
                guard case .scope(let inner) = shape, let next = inner[name] else {
                    var known: [String] = []
                    if case .scope(let inner) = shape { known = Array(inner.keys) }
                    report(
                        TemplateProblem(
                            line: line, message: "« \(path[0]) » has no field « \(name) »", remedy: nearest(name, known)
                        ))
                    return nil
                }
                shape = next
            }
            return shape
        }
        report(
            TemplateProblem(
                line: line, message: "no field is called « \(path[0]) » here",
                remedy: nearest(path[0], stack.flatMap(\.keys))))
        return nil
    }

    private func nearest(_ name: String, _ known: [String]) -> String {
        let known = Set(known).sorted()
        if let nearest = NearestName.of(name, among: known) { return "Did you mean « \(nearest) »?" }
        return "Known here: \(known.joined(separator: ", "))."
    }
}
