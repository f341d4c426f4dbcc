/// Finds every phrase of a fixed set in a sequence of word ids, in one pass.
///
/// A trie over word ids: from each position it walks as far as phrases go, so a text of *n* words costs at most
/// *n* times the length of the longest phrase, whatever the number of phrases.
struct PhraseTrie: Sendable {
    /// A phrase found: which one, and the words it covers.
    struct Match: Hashable {
        var payload: Int
        var words: Range<Int>
    }

    private var edges = IntegerTable()
    private var payloads: [[Int]] = [[]]

    /// Adds a phrase of at least one word.
    mutating func insert(_ words: [Int32], payload: Int) {
        guard !words.isEmpty else { return }
        var node: Int32 = 0
        for word in words {
            let next = edges.insert(Self.edge(node, word), Int32(payloads.count))
            if Int(next) == payloads.count { payloads.append([]) }
            node = next
        }
        if !payloads[Int(node)].contains(payload) { payloads[Int(node)].append(payload) }
    }

    /// Calls `found` with all phrases in `words`, by where they begin, shorter before longer. Negative ids stand for
    /// unknown words.
    func forEachMatch(in words: [Int32], _ found: (Match) -> Void) {
        for start in words.indices {
            var node: Int32 = 0
            for end in start..<words.count {
                guard words[end] >= 0 else { break }
                node = edges[Self.edge(node, words[end])]
                guard node >= 0 else { break }
                for payload in payloads[Int(node)] { found(Match(payload: payload, words: start..<(end + 1))) }
            }
        }
    }

    private static func edge(_ node: Int32, _ word: Int32) -> UInt64 {
        UInt64(UInt32(bitPattern: node)) << 32 | UInt64(UInt32(bitPattern: word))
    }
}
