/// Finds what somebody probably meant by a name that is not known.
public enum NearestName {
    /// The known name nearest to a name, if one is near enough: at most a third of its letters differ, or it is the
    /// only one that begins with that name. Among equally near ones, the first.
    public static func of(_ name: String, among known: some Sequence<String>) -> String? {
        let letters = Array(name.lowercased().unicodeScalars)
        guard !letters.isEmpty else { return nil }
        var best: (name: String, distance: Int)?
        var longer: [String] = []
        for candidate in known {
            let other = Array(candidate.lowercased().unicodeScalars)
            if letters.count >= 3, other.starts(with: letters) { longer.append(candidate) }
            let limit = max(letters.count, other.count) / 3
            guard abs(letters.count - other.count) <= limit else { continue }
            let distance = distance(letters, other)
            if distance <= limit, distance < best?.distance ?? .max { best = (candidate, distance) }
        }
        if let best { return best.name }
        return longer.count == 1 ? longer[0] : nil
    }

    /// The Damerau-Levenshtein distance, in its form where a stretch of letters is changed once at most.
    static func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
        if left.isEmpty || right.isEmpty { return max(left.count, right.count) }
        var beforeLast: [Int] = []
        var last = Array(0...right.count)
        for row in 1...left.count {
            var current = [row] + Array(repeating: 0, count: right.count)
            for column in 1...right.count {
                let same = left[row - 1] == right[column - 1]
                current[column] = min(
                    last[column] + 1, current[column - 1] + 1, last[column - 1] + (same ? 0 : 1))
                if row > 1, column > 1, left[row - 1] == right[column - 2], left[row - 2] == right[column - 1] {
                    current[column] = min(current[column], beforeLast[column - 2] + 1)
                }
            }
            beforeLast = last
            last = current
        }
        return last[right.count]
    }
}
