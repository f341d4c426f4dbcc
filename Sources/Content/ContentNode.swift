public import Text
internal import Yams

/// A value in a content file, together with where it stands and the reader that notes what is wrong with it.
///
/// Every reading method returns nothing after it has reported why; callers go on with the rest of the file.
public struct ContentNode {
    let node: Node
    let reader: ContentReader
    /// The file that holds it, as shown to people.
    public let file: String

    init(node: Node, file: String, reader: ContentReader) {
        self.node = node
        self.file = file
        self.reader = reader
    }

    /// The line where it begins, counted from 1.
    public var line: Int { node.mark?.line ?? 1 }
    /// The column where it begins, counted from 1.
    public var column: Int { node.mark?.column ?? 1 }
    /// Where it begins.
    public var place: ContentPlace { ContentPlace(file: file, line: line, column: column) }
    /// Whether it is a mapping: `key: value` pairs.
    public var isMapping: Bool { node.mapping != nil }
    /// Whether it is a sequence: items after dashes or between brackets.
    public var isSequence: Bool { node.sequence != nil }
    /// Whether it is a single value.
    public var isScalar: Bool { node.scalar != nil }

    /// Notes an error here.
    public func report(_ message: TranslatableText, remedy: TranslatableText? = nil) {
        reader.report(.error, at: self, message, remedy: remedy)
    }

    /// Notes a problem here.
    public func report(_ severity: Severity, _ message: TranslatableText, remedy: TranslatableText? = nil) {
        reader.report(severity, at: self, message, remedy: remedy)
    }

    /// The pairs of a mapping with free keys, in the file's order.
    public var entries: [(key: String, keyNode: ContentNode, value: ContentNode)] {
        guard let mapping = node.mapping else {
            report("this must be a mapping, not \(kind)", remedy: "Write « key: value » lines.")
            return []
        }
        return mapping.compactMap { key, value in
            let keyNode = sibling(key)
            guard let name = key.scalar?.string else {
                keyNode.report("a key must be a single word, not \(keyNode.kind)")
                return nil
            }
            return (name, keyNode, sibling(value))
        }
    }

    /// The items of a sequence.
    public var items: [ContentNode] {
        guard let sequence = node.sequence else {
            report("this must be a list, not \(kind)", remedy: "Write « - item » lines, or [one, two].")
            return []
        }
        return sequence.map(sibling)
    }

    /// A mapping whose keys are known. Missing and unknown keys are reported; what is there can be used.
    public func mapping(required: [String], optional: [String] = []) -> ContentMapping? {
        guard isMapping else {
            report(
                "this must be a mapping, not \(kind)",
                remedy: "Write the keys \((required + optional).joined(separator: ", ")).")
            return nil
        }
        var values: [String: ContentNode] = [:]
        for (key, keyNode, value) in entries {
            if required.contains(key) || optional.contains(key) {
                values[key] = value
            } else {
                keyNode.reportUnknown("key", key, among: required + optional)
            }
        }
        for key in required where values[key] == nil {
            report("the key « \(key) » is missing here", remedy: "Add « \(key): … ».")
        }
        return ContentMapping(node: self, values: values)
    }

    /// The text as written, without any check.
    package var scalarText: String? { node.scalar?.string }

    func sibling(_ other: Node) -> ContentNode {
        ContentNode(node: other, file: file, reader: reader)
    }

    var kind: TranslatableText {
        switch node {
        case .scalar: "a single value"
        case .mapping: "a mapping"
        case .sequence: "a list"
        case .alias: "an alias"
        }
    }

    /// Notes that a name is not one of those known, and says which is nearest.
    public func reportUnknown(
        _ kind: TranslatableText, _ name: String, among known: some Collection<String>, severity: Severity = .error
    ) {
        guard !reader.isFull else { return report(severity, "unknown \(kind) « \(name) »") }
        let shown: TranslatableText =
            known.count <= 24 ? "Write one of \(known.joined(separator: ", "))" : "No such \(kind) is defined"
        if let nearest = NearestName.of(name, among: known) {
            report(severity, "unknown \(kind) « \(name) »", remedy: "\(shown); did you mean « \(nearest) »?")
        } else {
            report(severity, "unknown \(kind) « \(name) »", remedy: "\(shown).")
        }
    }
}
