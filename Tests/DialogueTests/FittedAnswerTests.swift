import Dialogue
import Knowledge
import Questionnaires
import Testing

/// What the phrases of a choice have in common, on the real content.
@Suite struct FittedAnswerTests {
    private func explained(_ text: String, _ question: String) throws -> AnswerExplanation {
        try #require(try TestContent.engine.explain(text, answering: question))
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
