import Knowledge

/// A place in a content file, as definitions keep it: `file:line:column`.
struct ContentPlace {
    var file: String
    var line: Int
    var column: Int

    /// The folder stands for content that no file holds.
    init(_ text: String) {
        let parts = text.split(separator: ":")
        guard parts.count > 2, let line = Int(parts[parts.count - 2]), let column = Int(parts[parts.count - 1]) else {
            (file, line, column) = ("intents", 1, 1)
            return
        }
        file = parts.dropLast(2).joined(separator: ":")
        self.line = line
        self.column = column
    }
}

extension ContentProblem {
    /// A problem at a place of the form `file:line:column`, with the other place that it involves.
    init(
        _ severity: Severity, at place: String, _ message: String, remedy: String, witness: String?,
        other: String? = nil
    ) {
        let place = ContentPlace(place)
        let other = other.map { ContentPlace($0) }
        self.init(
            severity: severity, file: place.file, line: place.line, column: place.column, message: message,
            remedy: remedy, witness: witness, otherFile: other?.file, otherLine: other?.line)
    }
}
