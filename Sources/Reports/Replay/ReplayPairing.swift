/// Which reply of then answers which question that is asked again.
///
/// A question mostly has one place. It has several where it was asked again after it was forgotten, and where it came
/// again so much later that nobody remembered it; then not every place has a reply, since a person may have had the
/// conversation at one of them. The replies of a conversation are in the order of its questions, so that the replies
/// around one tell between which questions it belongs.
struct ReplayPairing {
    /// For each question, the place of its reply among the replies.
    private(set) var replies: [Int?]
    /// How many replies answer a question that was not asked again.
    private(set) var withoutQuestion = 0
    /// How many replies are beyond those that a question can have.
    private(set) var repeated = 0

    /// - Parameters:
    ///   - turns: The questions, those of a conversation in their order.
    ///   - recorded: The replies, those of a conversation in their order.
    init(_ turns: [ReplayedTurn], _ recorded: [RecordedReply]) {
        replies = Array(repeating: nil, count: turns.count)
        var places: [ReplayQuestionID: [Int]] = [:]
        for (place, turn) in turns.enumerated() {
            if let id = turn.id { places[id, default: []].append(place) }
        }
        var answers: [ReplayQuestionID: [Int]] = [:]
        for (index, reply) in recorded.enumerated() { answers[reply.question, default: []].append(index) }
        let anchors = Self.anchors(recorded, places)
        for (id, known) in answers {
            guard let places = places[id] else {
                withoutQuestion += known.count
                continue
            }
            repeated += max(0, known.count - places.count)
            pair(places, known.prefix(places.count), turns, anchors)
        }
    }

    /// For each reply, between which places it can belong: behind the last question before it that has one place only, and
    /// before the first such question after it.
    private static func anchors(_ recorded: [RecordedReply], _ places: [ReplayQuestionID: [Int]]) -> [Range<Int>] {
        var anchors = recorded.map { _ in 0..<Int.max }
        func place(_ reply: RecordedReply) -> Int? {
            places[reply.question].flatMap { $0.count == 1 ? $0[0] : nil }
        }
        var last: [String: Int] = [:]
        for (index, reply) in recorded.enumerated() {
            let conversation = reply.question.conversation
            if let place = place(reply) { last[conversation] = place }
            anchors[index] = (last[conversation] ?? 0)..<Int.max
        }
        var next: [String: Int] = [:]
        for (index, reply) in recorded.enumerated().reversed() {
            let conversation = reply.question.conversation
            if let place = place(reply) { next[conversation] = place }
            let first = anchors[index].lowerBound
            // Replies out of their order tell nothing.
            if let next = next[conversation], next >= first { anchors[index] = first..<next }
        }
        return anchors
    }

    /// Gives the replies of a question their places, in order: where the replies around it allow, and of these rather where
    /// there is a reply now, since a place may have been met by silence then as it is now.
    private mutating func pair(
        _ places: [Int], _ known: ArraySlice<Int>, _ turns: [ReplayedTurn], _ anchors: [Range<Int>]
    ) {
        var rest = places[...]
        for (count, index) in known.enumerated() {
            // As many places as there are replies left for stay free.
            let open = rest.dropLast(known.count - count - 1)
            func isAllowed(_ place: Int) -> Bool { anchors[index].contains(place) }
            func isAnswered(_ place: Int) -> Bool { turns[place].now != nil }
            let place =
                open.first { isAllowed($0) && isAnswered($0) } ?? open.first(where: isAllowed)
                ?? open.first(where: isAnswered) ?? open.first
            guard let place else { continue }
            replies[place] = index
            rest = rest.drop { $0 <= place }
        }
    }
}
