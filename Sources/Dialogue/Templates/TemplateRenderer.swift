/// A template filled in: the text, and where in it each entry of the knowledge base is spoken of.
struct RenderedText: Sendable {
    var text = ""
    /// The entries shown, each with the offset in UTF-8 at which it is shown; often more than once.
    var marks: [(offset: Int, reference: Reference)] = []
}

/// Fills templates in.
struct TemplateRenderer {
    private let partials: [String: [TemplateNode]]
    /// What is put after the name of an entry that must be checked before one relies on it.
    private let caution: String
    private var stack: [TemplateScope] = []
    private var output = RenderedText()
    private var cautioned: Set<Reference.Key> = []
    private var shownNodes = 0

    /// The most parts of a template that are shown, each as often as its list has it: many times what any answer has. What
    /// is beyond is left out.
    private static let mostNodes = 100_000
    /// The most bytes of a text.
    private static let mostBytes = 262_144

    init(partials: [String: [TemplateNode]], caution: String) {
        self.partials = partials
        self.caution = caution
    }

    mutating func render(_ nodes: [TemplateNode], with scope: TemplateScope) -> RenderedText {
        stack = [scope]
        output = RenderedText()
        cautioned = []
        shownNodes = 0
        render(nodes)
        return output
    }

    private mutating func render(_ nodes: [TemplateNode]) {
        for node in nodes {
            shownNodes += 1
            guard shownNodes <= Self.mostNodes, output.text.utf8.count <= Self.mostBytes else { return }
            switch node {
            case .text(let text): output.text += text
            case .field(let path, _): renderField(path)
            case .section(let path, let body, _): renderSection(path, body)
            case .inverted(let path, let body, _):
                if !(find(path)?.value.isPresent ?? false) { render(body) }
            case .partial(let name, _): render(partials[name] ?? [])
            }
        }
    }

    private mutating func renderField(_ path: [String]) {
        guard let (value, owner) = find(path), case .text(let text) = value else { return }
        if let reference = owner.reference { mark(reference) }
        output.text += text
        if let reference = owner.reference, reference.needsChecking, let name = path.last, Self.names.contains(name),
            cautioned.insert(reference.key).inserted
        {
            output.text += caution
        }
    }

    /// The fields by which an entry is named.
    private static let names: Set<String> = ["name", "title", "term"]

    private mutating func renderSection(_ path: [String], _ body: [TemplateNode]) {
        guard let (value, _) = find(path), value.isPresent else { return }
        switch value {
        case .list(let items):
            for (index, item) in items.enumerated() {
                let position = TemplateScope([
                    "number": .text(String(index + 1)), "first": .flag(index == 0),
                    "last": .flag(index == items.count - 1),
                ])
                stack += [position, item]
                render(body)
                stack.removeLast(2)
            }
        case .scope(let scope):
            stack.append(scope)
            render(body)
            stack.removeLast()
        case .text, .flag:
            render(body)
        case .absent:
            break
        }
    }

    private mutating func mark(_ reference: Reference) {
        output.marks.append((output.text.utf8.count, reference))
    }

    /// The value at a path, from the innermost scope outwards, with the scope that holds it.
    private func find(_ path: [String]) -> (value: TemplateValue, owner: TemplateScope)? {
        for scope in stack.reversed() {
            guard var value = scope[path[0]] else { continue }
            var owner = scope
            for name in path.dropFirst() {
                guard case .scope(let inner) = value, let next = inner[name] else { return nil }
                owner = inner
                value = next
            }
            return (value, owner)
        }
        return nil
    }
}
