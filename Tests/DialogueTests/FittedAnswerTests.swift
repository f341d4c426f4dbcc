import Authoring
import Dialogue
import Foundation
import Knowledge
import Questionnaires
import TestContent
import Testing

/// What the phrases of a choice have in common, on the real content.
@Suite struct FittedAnswerTests {
    private func explained(_ text: String, _ question: String) throws -> AnswerExplanation {
        try #require(try RealContent.engine.explain(text, answering: question))
    }

    /// What a text does while a question is open.
    ///
    /// - Parameter expectation: What it should do; `nil` where it is to be kept as it stands.
    private func outcome(of text: String, _ question: String, expecting expectation: String? = nil) throws
        -> Round.Outcome
    {
        let kind = expectation == nil ? "name" : "answer"
        let quoted = String(decoding: try JSONEncoder().encode(text), as: UTF8.self)
        let line =
            #"{"kind":"\#(kind)","language":"fr","question":"\#(question)","text":\#(quoted),"expect":\#(expectation ?? quoted)}"#
        let round = try #require(Round(of: try RoundLine.lines(in: line.utf8), by: try RealContent.engine))
        return try #require(round.outcomes.first)
    }

    @Test(arguments: [
        ("q-inclusion-practices", "flex hours, she's got a toddler at home", "flexible-work"),
        (
            "q-responsible-procurement", "ça nous arrive de regarder d'où vient le bois, ça dépend du projet",
            "sometimes"
        ),
        ("q-ethics-code", "all of us had to sign a code before the first job", "written-code"),
        ("q-env-policy", "rien pantoute à date", "no-policy"),
    ])
    func whatNoPhraseSaysIsHeard(question: String, text: String, choice: String) throws {
        let fitted = try #require(try explained(text, question).fitted)
        #expect(fitted.choice == choice)
        #expect(fitted.lead > 0 && fitted.next != choice)
        #expect(!fitted.grounds.isEmpty)
    }

    @Test(arguments: [
        ("q-ghg-inventory", "GES c'est quoi encore"), ("q-env-management", "not following, what can I even type here"),
        (
            "q-ownership-groups",
            "Je ne vois pas en quoi ma vie privée concerne un acheteur, pourquoi demandez-vous cela?"
        ),
    ])
    func whatSoundsAsARequestIsNoAnswer(question: String, text: String) throws {
        let act = try explained(text, question).act
        #expect(act.lead < 0 && !act.grounds.isEmpty)
        let did = try outcome(of: text, question, expecting: #"{"intent": "questionnaire.why"}"#).did
        #expect(!did.hasPrefix("kept"), "\(did)")
    }

    @Test(arguments: [
        "we help stop ransomware: audits, patching, a person on the phone at 3 am",
        "Backflow preventers, boiler swaps, emergency calls. Schools can't close because of a burst pipe so they call me.",
        "why would anyone hire us? because we fix walk-in coolers in under four hours",
    ])
    func whatSoundsAsADescriptionIsOneWhateverCommandItHasTheWordsOf(text: String) throws {
        #expect(try explained(text, "q-offer-summary").act.lead > -2500)
        #expect(try outcome(of: text, "q-offer-summary").isRight)
    }

    @Test(arguments: [
        ("q-certifications-held", "B Corp since last fall. our ISO 14001 lapsed", "b-corp"),
        ("q-prerequisites-held", "l'assurance responsabilité oui, le cautionnement pas encore", "liability-insurance"),
        ("q-regions-served", "toute la Gaspésie, de Sainte-Anne-des-Monts à New Richmond", "region"),
        ("q-organization-type", "coop jusqu'en 2020, une compagnie par actions maintenant", "corporation"),
        (
            "q-organization-type", "mon comptable m'a fait incorporer en 2019, avant ça j'étais à mon compte",
            "corporation"
        ),
    ])
    func whatIsDeniedOverOrUnknownAddsNothing(question: String, text: String, choice: String) throws {
        #expect(try explained(text, question).reading == choice)
    }

    @Test(arguments: [
        "Hold off on that one, our lawyer wants to read the answers before anyone vouches for them",
        "faudrait que ma directrice relise avant, j'ai pas le droit de signer pour la compagnie",
    ])
    func whoDoubtsAttestsNothing(text: String) throws {
        let reading = try explained(text, "q-attestation").reading
        #expect(reading != "Oui", "\(reading)")
    }

    @Test(arguments: [
        ("26 plutôt, on a engagé deux personnes en septembre", "26"),
        ("Trente-deux salariées, mais beaucoup à temps partiel. En équivalent temps plein, 24.", "24"),
        ("vingt-deux chauffeurs plus trois au bureau", "25"), ("7 gars su'a route pis une fille au bureau", "8"),
        ("just the one hired hand", "1"), ("on n'a engagé personne", "0"),
        ("Fourteen, including three CPAs; the two partners are not on payroll", "14"),
        ("mettons 12 de mai à octobre, ça fait 6 à l'année", "6"),
    ])
    func peopleAreCountedAsTheyAreTold(text: String, number: String) throws {
        #expect(try explained(text, "q-employees-count").reading.prefix { $0.isNumber } == number)
    }

    @Test func whatOthersHoldIsLeftOut() throws {
        #expect(try explained("She's got 51, I've got the other 49", "q-ownership-share").reading.hasPrefix("51"))
        #expect(try explained("312 virgule 4 tonnes", "q-ghg-total").reading.hasPrefix("312,4"))
    }
}
