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
            let distance = EditDistance.alignment(letters[...], other[...])
            if distance <= limit, distance < best?.distance ?? .max { best = (candidate, distance) }
        }
        if let best { return best.name }
        return longer.count == 1 ? longer[0] : nil
    }
}
