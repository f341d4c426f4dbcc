import Dialogue
import Knowledge
import Questionnaires
import TestContent
import Testing
import Text

/// What a company is called and what it sells is nearly anything: whatever words it is made of, it is kept as it is.
@Suite struct FreeTextTests {
    private static let surnames = [
        "Tremblay", "Gagnon", "Roy", "Côté", "Bouchard", "Gauthier", "Morin", "Lavoie", "Fortin", "Gagné", "Ouellet",
        "Pelletier",
        "Bélanger", "Lévesque", "Bergeron", "Leblanc", "Paquette", "Girard", "Simard", "Boucher", "Nguyen", "Diallo",
        "Benali", "Smith",
        "O'Connor", "MacDonald", "Singh", "Vollant", "McKenzie", "St-Pierre",
    ]
    private static let trades = [
        "Menuiserie", "Ferme", "Traiteur", "Garage", "Imprimerie", "Plomberie", "Atelier", "Boulangerie", "Transport",
        "Ébénisterie",
        "Clinique", "Studio", "Café", "Boutique", "Construction", "Maçonnerie", "Fromagerie", "Érablière", "Buanderie",
        "Serres",
    ]

    /// Words that commands and questions are made of, as they stand in the examples of every intent.
    private static func words() throws -> [String] {
        let content = try RealContent.examples
        var seen: Set<String> = []
        var words: [String] = []
        for example in content {
            for word in example.split(whereSeparator: { !$0.isLetter }) where word.count > 3 {
                let name = word.prefix(1).uppercased() + word.dropFirst().lowercased()
                if seen.insert(name).inserted { words.append(name) }
            }
        }
        return words
    }

    private static func names(_ words: [String]) -> [String] {
        var names: [String] = []
        func word(_ index: Int) -> String { words[(index * 7919 + 13) % words.count] }
        func surname(_ index: Int) -> String { surnames[(index * 31 + 7) % surnames.count] }
        func trade(_ index: Int) -> String { trades[(index * 17 + 3) % trades.count] }
        let patterns: [(Int) -> String] = [
            { "9\(String(100 + $0 % 400))-\(String(1000 + $0 * 37 % 9000)) Québec inc." },
            { "\(10_000_000 + $0 * 7919 % 9_000_000) Canada inc." },
            { "Les Entreprises \(word($0)) inc." },
            { "Groupe \(word($0)) ltée" },
            { "\(trade($0)) \(surname($0))" },
            { "\(surname($0)) & Fils" },
            { "\(word($0)) \(surname($0)) SENC" },
            { "Coopérative \(word($0)) de \(surname($0))" },
            { "\(word($0)) Solutions Ltd." },
            { "The \(word($0)) Company" },
            { "\(surname($0)) \(word($0)) Inc" },
            { "Gestion \(surname($0)) et \(surname($0 + 1)) s.e.n.c.r.l." },
            { "\(trade($0)) \(word($0))" },
            { "Services \(word($0)) \(word($0 + 1)) enr." },
            { "Fondation \(word($0)), OBNL" },
            { "\(word($0)) + \(word($0 + 3)) technologies" },
            { "\(surname($0)) \(surname($0 + 5)) Consulting Group" },
            { "Corporation \(word($0)) du Québec" },
            { "\(trade($0)) \(word($0)) 2000" },
            { "Centre \(word($0)) (\(surname($0)))" },
        ]
        for index in 0..<100 { for pattern in patterns { names.append(pattern(index)) } }
        return names
    }

    private static func descriptions(_ words: [String]) -> [String] {
        func word(_ index: Int) -> String { words[(index * 104_729 + 5) % words.count].lowercased() }
        let patterns: [(Int) -> String] = [
            { "Nous vendons des produits \(word($0)) et \(word($0 + 1)) aux hôpitaux et aux villes." },
            { "On offre l'entretien, la réparation et le service \(word($0)) pour les grandes organisations" },
            { "We provide \(word($0)) services and \(word($0 + 2)) equipment to municipalities." },
            {
                "Fabrication de mobilier \(word($0)) sur mesure, livré et installé partout au Québec; répond au besoin \(word($0 + 4))."
            },
            { "We make \(word($0)) software that helps large buyers \(word($0 + 7)) their \(word($0 + 9))." },
        ]
        return (0..<100).flatMap { index in patterns.map { $0(index) } }
    }

    private func open(_ engine: DialogueEngine, at id: String) throws -> Conversation {
        var conversation = Conversation(language: .fr)
        func say(_ question: UserMessage) throws {
            let turn = try #require(engine.reply(to: question, in: conversation, now: 0))
            conversation = try #require(turn.conversation)
        }
        try say(.init(choice: "questionnaire.start questionnaire=supplier-short", fingerprint: 1))
        if id == "q-offer-summary" {
            try say(.init(answer: "Atelier du Quai inc.", fingerprint: 2))
            try say(.init(choice: "corporation", fingerprint: 3))
            try say(.init(answer: "12", fingerprint: 4))
            try say(.init(choices: ["region"], fingerprint: 5))
        }
        #expect(conversation.run?.current == id)
        return conversation
    }

    private func kept(_ text: String, _ id: String, _ conversation: Conversation, _ engine: DialogueEngine) -> Bool {
        let turn = engine.reply(to: .init(text: text, fingerprint: 99), in: conversation, now: 0)
        guard case .text(let kept)? = turn?.conversation?.run?.sheet[id] else { return false }
        return text.contains(kept) && kept.count * 2 > text.count
    }

    @Test func everyOfTwoThousandNamesIsTaken() throws {
        let engine = try RealContent.engine
        let conversation = try open(engine, at: "q-legal-name")
        let names = Self.names(try Self.words())
        #expect(names.count == 2000)
        let lost = names.filter { !kept($0, "q-legal-name", conversation, engine) }
        #expect(lost.isEmpty, "\(lost.count) of \(names.count): \(lost.prefix(20))")
    }

    @Test func everyOfFiveHundredDescriptionsIsTaken() throws {
        let engine = try RealContent.engine
        let conversation = try open(engine, at: "q-offer-summary")
        let descriptions = Self.descriptions(try Self.words())
        #expect(descriptions.count == 500)
        let lost = descriptions.filter { !kept($0, "q-offer-summary", conversation, engine) }
        #expect(lost.isEmpty, "\(lost.count) of \(descriptions.count): \(lost.prefix(20))")
    }
}
