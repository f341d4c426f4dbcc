extension ReplyMessage {
    /// The most bytes of a reply.
    static let mostBytes = 64 * 1024

    /// The reply in at most ``mostBytes``: of what is longer goes what a person misses least. Text and suggestions stay, which
    /// have bounds of their own.
    public var bytes: [UInt8] {
        var message = self
        var bytes = MessageText.json(message)
        for giveUp in Self.extras {
            if bytes.count <= Self.mostBytes { break }
            giveUp(&message)
            bytes = MessageText.json(message)
        }
        return bytes
    }

    /// What is given up of a reply that is too long, in this order.
    private static let extras: [@Sendable (inout ReplyMessage) -> Void] = [
        { $0.explanation = nil },
        { message in
            for place in message.alternatives?.indices ?? [].indices { message.alternatives?[place].entities = [] }
        },
        { $0.entities = [] }, { $0.references = Array($0.references.prefix(20)) }, { $0.references = [] },
    ]
}
