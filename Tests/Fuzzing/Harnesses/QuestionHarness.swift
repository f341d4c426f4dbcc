import Contract

/// State, key, headers and time by one byte each, then the values of records that follow one another, cut at bytes 255.
enum QuestionHarness {
    static func run(_ input: inout FuzzInput) throws {
        var state = try input.pick(of: Prepared.states)
        let key = input.pick(of: keys)
        let headers = input.pick(of: headerSets)
        for (offset, value) in input.pieces(atMost: 8).enumerated() {
            var value = FuzzInput(value)
            let time = value.pick(of: Times.all)
            let text = value.rest()
            let record = IncomingRecord(
                topic: "q", partition: 3, offset: Int64(offset) + 1000, timestamp: time, key: key,
                value: text.isEmpty ? nil : text, headers: headers)
            state = try TurnPromises.process(record, state: state)
        }
    }

    private static let keys: [[UInt8]?] = [
        Array("c1".utf8), nil, [], [0xC3, 0x28], Array(repeating: 97, count: 128), Array(repeating: 97, count: 129),
        Array("\u{202E}\u{0}é".utf8),
    ]

    private static let headerSets: [[RecordHeader]] = [
        [],
        ClientQuestion.headers(id: "7", source: "/slack"),
        ClientQuestion.headers(id: "", source: ""),
        ClientQuestion.headers(id: String(repeating: "x", count: 5000), source: "\u{202E}\n\u{0}"),
        [RecordHeader(name: "content-type", value: Array("application/cloudevents+json".utf8))],
        [RecordHeader(name: "ce_id", value: nil), RecordHeader(name: "ce_specversion", value: [0xFF])],
        [RecordHeader(name: "ce_specversion", value: Array("1.0".utf8))],
    ]
}
