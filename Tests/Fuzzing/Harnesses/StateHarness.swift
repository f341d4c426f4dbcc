import Contract

/// The time by one byte, which questions follow by another, then the state.
enum StateHarness {
    static func run(_ input: inout FuzzInput) throws {
        let time = input.pick(of: Times.all)
        let script = input.pick(of: scripts)
        var state: [UInt8]? = input.rest()
        for (offset, question) in script.enumerated() {
            let record = IncomingRecord(
                topic: "q", partition: 0, offset: Int64(offset), timestamp: time, key: Array("c".utf8),
                value: question.value, headers: [])
            let next = try TurnPromises.process(record, state: state)
            state = next
        }
    }

    private static let scripts: [[ClientQuestion]] =
        [
            ["Bonjour"], ["2", "1"], ["et le coût?", "la deuxième"], ["suite", "suite"], ["répète"], ["oui"], ["non"],
            ["retour", "suivant"], ["passer"], ["résumé"], ["modifier 3"], ["annuler", "oui"], ["recommencer", "oui"],
            ["pause", "reprendre"], ["Je veux parler à une personne"], ["Je suis acheteur"], ["mon score"],
            ["-9223372036854775808"], ["9223372036854775807"], ["and in English?"],
        ].map { $0.map { ClientQuestion(text: $0) } } + [[ClientQuestion(choice: "handoff.return")]]
}
