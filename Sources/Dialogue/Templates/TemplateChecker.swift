import Knowledge
import Text

/// Checks that a template uses only fields and partials that exist.
struct TemplateChecker {
    /// The names of all partials, with their contents, which see the fields of where they are used.
    let partials: [String: [TemplateNode]]
    /// Called with each problem.
    let report: (TemplateProblem) -> Void

    func check(_ nodes: [TemplateNode], against fields: [String: FieldSchema]) {
        do throws(TemplateProblem) {
            var size = TemplateSize(partials: partials)
            try size.measure(nodes)
        } catch {
            return report(error)
        }
        check(nodes, [fields], inside: [])
    }

    /// A list, by the scope in which it was found and its path there.
    private struct OpenList: Hashable {
        var scope: Int
        var path: [String]
    }

    private func check(_ nodes: [TemplateNode], _ stack: [[String: FieldSchema]], inside lists: Set<OpenList>) {
        for node in nodes {
            switch node {
            case .text: break
            case .field(let path, let line):
                guard let found = find(path, in: stack, line: line) else { continue }
                if case .leaf = found.shape { continue }
                report(
                    TemplateProblem(
                        line: line, message: "{{\(path.joined(separator: "."))}} is a set of fields, not a text",
                        remedy: "Open it with {{#\(path[0])}} and name a field inside."))
            case .section(let path, let body, let line):
                guard let found = find(path, in: stack, line: line) else { continue }
                switch found.shape {
                case .scope(let fields): check(body, stack + [fields], inside: lists)
                case .list(let fields):
                    let list = OpenList(scope: found.scope, path: path)
                    guard !lists.contains(list) else {
                        report(
                            TemplateProblem(
                                line: line,
                                message: "{{#\(path.joined(separator: "."))}} goes through a list inside itself",
                                remedy: "Remove the inner section: each item would be shown once for each item."))
                        continue
                    }
                    check(body, stack + [Self.position, fields], inside: lists.union([list]))
                case .leaf: check(body, stack, inside: lists)
                }
            case .inverted(let path, let body, let line):
                _ = find(path, in: stack, line: line)
                check(body, stack, inside: lists)
            case .partial(let name, let line):
                guard let body = partials[name] else {
                    report(
                        TemplateProblem(
                            line: line, message: "no partial is called « \(name) »",
                            remedy: nearest(name, Array(partials.keys))))
                    continue
                }
                check(body, stack, inside: lists)
            }
        }
    }

    private static let position: [String: FieldSchema] = ["number": .leaf, "first": .leaf, "last": .leaf]

    /// The shape at a path, and the place in the stack of the scope in which it begins.
    private func find(_ path: [String], in stack: [[String: FieldSchema]], line: Int) -> (
        shape: FieldSchema, scope: Int
    )? {
        for (scope, fields) in stack.enumerated().reversed() {
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
            return (shape, scope)
        }
        report(
            TemplateProblem(
                line: line, message: "no field is called « \(path[0]) » here",
                remedy: nearest(path[0], stack.flatMap(\.keys))))
        return nil
    }

    private func nearest(_ name: String, _ known: [String]) -> TranslatableText {
        let known = Set(known).sorted()
        if let nearest = NearestName.of(name, among: known) { return "Did you mean « \(nearest) »?" }
        return "Known here: \(known.joined(separator: ", "))."
    }
}
