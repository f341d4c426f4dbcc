public import Text
internal import Yams

/// Reads content files and gathers every problem found in them, so that people see all of them at once.
public final class ContentReader {
    /// What was found wrong so far, in the order found, as far as people can take it in: the first 1,000. See
    /// ``sortedProblems`` for the order of reading.
    public private(set) var problems: [ContentProblem] = []
    /// How many errors were found so far, those that are not kept included.
    public private(set) var errorCount = 0
    private static let mostProblems = 1000
    /// Whether more problems are counted only: what to say of them need not be found out.
    var isFull: Bool { problems.count >= Self.mostProblems }

    /// Creates a reader without problems.
    public init() {}

    /// The problems by file and line, each once.
    public var sortedProblems: [ContentProblem] {
        var seen: Set<ContentProblem> = []
        return problems.filter { seen.insert($0).inserted }.sorted()
    }

    /// Whether a problem makes the content unusable.
    public var hasErrors: Bool { errorCount > 0 }

    /// The root node of a file, or nothing when it is no YAML document: that is then among the problems.
    public func root(of file: ContentFile) -> ContentNode? {
        guard hasReadableSize(file) else { return nil }
        guard let text = String(validating: file.bytes, as: UTF8.self) else {
            report(
                .error, file: file.path, line: 1, column: 1, "the file is not written in UTF-8",
                remedy: "Save it again with the encoding UTF-8.")
            return nil
        }
        do {
            // The basic resolver: types are this reader's business, and resolving tags of every key is slow.
            guard let node = try compose(yaml: text, .basic, .default, .utf8) else {
                report(
                    .error, file: file.path, line: 1, column: 1, "the file is empty",
                    remedy: "Write its content, or remove the file.")
                return nil
            }
            return ContentNode(node: node, file: file.path, reader: self)
        } catch let error as YamlError {
            report(error, in: file, text: text)
        } catch {
            report(.error, file: file.path, line: 1, column: 1, "the file cannot be read as YAML", remedy: nil)
        }
        return nil
    }

    /// Whether a file is not too large to be read; else that is among the problems.
    public func hasReadableSize(_ file: ContentFile) -> Bool {
        guard file.bytes.count > ContentFile.most else { return true }
        report(
            .error, file: file.path, line: 1, column: 1, "the file has more than \(ContentFile.most / 1_048_576) MiB",
            remedy: "Part it into several files of the same folder.")
        return false
    }

    /// Notes a problem at a node.
    public func report(
        _ severity: Severity, at node: ContentNode, _ message: TranslatableText, remedy: TranslatableText? = nil
    ) {
        report(severity, file: node.file, line: node.line, column: node.column, message, remedy: remedy)
    }

    /// Notes a problem at a place.
    public func report(
        _ severity: Severity, file: String, line: Int, column: Int, _ message: TranslatableText,
        remedy: TranslatableText? = nil
    ) {
        if severity == .error { errorCount += 1 }
        // An error is kept in any case, so that what cannot be used says why.
        guard !isFull || (severity == .error && errorCount == 1) else { return }
        problems.append(
            ContentProblem(
                severity: severity, file: file, line: line, column: column, message: message, remedy: remedy))
    }

    private func report(_ error: YamlError, in file: ContentFile, text: String) {
        switch error {
        case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
            .composer(let context, let problem, let mark, _):
            let start: TranslatableText = context.map { ", \($0.text) begun at line \($0.mark.line)" } ?? ""
            report(
                .error, file: file.path, line: mark.line, column: mark.column,
                "this is not valid YAML: \(problem)\(start)",
                remedy: "Check indentation and quotes; put a text that holds « : » or « # » between quotes.")
        case .duplicatedKeysInMapping(let duplicates, let context):
            let keys = duplicates.map { "« \($0) »" }.joined(separator: ", ")
            report(
                .error, file: file.path, line: context.mark.line, column: context.mark.column,
                "\(keys) stands twice in the same mapping", remedy: "Keep one; the rest of the file is unread.")
        case .reader(let problem, let offset, _, _):
            let place = Self.place(ofCharacter: offset ?? 0, in: text)
            report(
                .error, file: file.path, line: place.line, column: place.column,
                "this is not valid YAML: \(problem)", remedy: "Remove the character that cannot be printed.")
        default:
            report(.error, file: file.path, line: 1, column: 1, "the file cannot be read as YAML", remedy: nil)
        }
    }

    private static func place(ofCharacter offset: Int, in text: String) -> (line: Int, column: Int) {
        var line = 1
        var column = 1
        for character in text.prefix(offset) {
            if character.isNewline {
                line += 1
                column = 1
            } else {
                column += character.unicodeScalars.count
            }
        }
        return (line, column)
    }
}
