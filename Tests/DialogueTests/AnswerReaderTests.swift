import Dialogue
import Knowledge
import Questionnaires
import TestContent
import Testing
import Text
import Understanding

/// Answers in people's words, to the questions of the real questionnaire.
///
/// What is expected is written short: the value, `?` for not knowing, `!` and the code of a problem.
@Suite struct AnswerReaderTests {
    let engine: DialogueEngine
    let questionnaire: Questionnaire

    init() throws {
        engine = try RealContent.engine
        questionnaire = try #require(engine.knowledge.questionnaire("supplier-common"))
    }

    // MARK: - Yes and no

    @Test(arguments: [
        ("oui", "yes"), ("Oui!", "yes"), ("ouais", "yes"), ("yep", "yes"), ("YES", "yes"), ("certainement", "yes"),
        ("oui mais pas tout", "yes"), ("yes, but not all of them", "yes"), ("oui, tout à fait", "yes"),
        ("bien sûr", "yes"), ("of course", "yes"), ("d'accord", "yes"), ("ben oui", "yes"), ("vrai", "yes"),
        ("oui, sans aucun doute", "yes"), ("yes, no problem", "yes"), ("absolument", "yes"),
        ("non", "no"), ("Non merci", "no"), ("nope", "no"), ("no", "no"), ("pas vraiment", "no"),
        ("pas encore", "no"), ("not yet", "no"), ("not really", "no"), ("certainement pas", "no"),
        ("absolutely not", "no"), ("bien sûr que non", "no"), ("non, pas encore", "no"), ("pas du tout", "no"),
        ("je pense que non", "no"), ("oui et non", "!ambiguous"), ("yes and no", "!ambiguous"),
        ("oui ou non", "!ambiguous"), ("non, oui", "!ambiguous"), ("peut-être", "!not-yes-no"),
        ("maybe", "!not-yes-no"), ("oui peut-être", "!not-yes-no"), ("bleu", "!not-yes-no"),
        // To some questions this is yes, to others no.
        ("aucune sanction", "!not-yes-no"), ("no sanctions", "!not-yes-no"), ("non applicable", "-none"),
        ("", "!not-yes-no"), ("je ne sais pas", "?"), ("?", "?"),
    ])
    func yesNo(text: String, expected: String) throws {
        #expect(try read("q-product-ecolabel", text) == expected)
    }

    @Test(arguments: [
        ("oui", "yes"), ("non", "no"), ("oui, tout à fait", "yes"), ("pas encore", "no"),
        ("non, aucune sanction", "yes"), ("non, jamais", "yes"), ("jamais eu d'amende", "yes"),
        ("oui, une sanction en 2022", "no"), ("aucune", "!not-yes-no"), ("no sanctions", "yes"),
    ])
    func aQuestionAboutAnAbsenceTakesAPlainAnswer(text: String, expected: String) throws {
        #expect(try read("q-compliance-record", text) == expected)
    }

    @Test func onlyYesLetsTheAttestationPass() throws {
        #expect(try read("q-attestation", "oui, j'atteste") == "yes")
        #expect(try read("q-attestation", "non") == "!must-be-yes")
        #expect(try pick("q-attestation", ["no"]) == "!must-be-yes")
        #expect(try pick("q-attestation", ["yes"]) == "yes")
    }

    // MARK: - One choice

    @Test(arguments: [
        ("q-env-policy", "2", "informal"), ("q-env-policy", "la 2", "informal"), ("q-env-policy", "#3", "written"),
        ("q-env-policy", "le deuxième", "informal"), ("q-env-policy", "b)", "informal"),
        ("q-env-policy", "the second one", "informal"), ("q-env-policy", "option 4", "written-with-targets"),
        ("q-env-policy", "the last one", "written-with-targets"),
        ("q-env-policy", "la dernière", "written-with-targets"),
        ("q-env-policy", "A", "no-policy"), ("q-env-policy", "le 1er", "no-policy"), ("q-env-policy", "3rd", "written"),
        ("q-env-policy", "deux", "informal"), ("q-env-policy", "numéro 2 svp", "informal"),
        ("q-env-policy", "written-with-targets", "written-with-targets"), ("q-env-policy", "no-policy", "no-policy"),
        ("q-env-policy", "Oui, par écrit", "written"), ("q-env-policy", "par écrit", "written"),
        ("q-env-policy", "oui mais rien d'écrit", "informal"), ("q-env-policy", "yes, nothing written", "informal"),
        ("q-env-policy", "avec des cibles datées", "written-with-targets"), ("q-env-policy", "non", "no-policy"),
        ("q-env-policy", "pas encore", "no-policy"), ("q-env-policy", "2. Oui, mais rien d'écrit", "informal"),
        ("q-env-policy", "2, parce que c'est récent", "informal"), ("q-env-policy", "oui", "!ambiguous"),
        ("q-env-policy", "écrit", "written"), ("q-env-policy", "2 ou 3", "!ambiguous"),
        ("q-env-policy", "2. pas encore", "!ambiguous"), ("q-env-policy", "1 et 2", "!several-choices"),
        ("q-env-policy", "9", "!not-a-choice"), ("q-env-policy", "0", "!not-a-choice"),
        ("q-env-policy", "bleu", "!not-a-choice"), ("q-env-policy", "aucune idée", "?"),
        ("q-env-policy", "I don't know", "?"), ("q-env-policy", "honestly not sure", "?"),
        ("q-organization-type", "coop", "cooperative"), ("q-organization-type", "coopérative", "cooperative"),
        ("q-organization-type", "OBNL", "non-profit"), ("q-organization-type", "travail autonome", "sole-proprietor"),
        ("q-organization-type", "a partnership", "partnership"), ("q-organization-type", "autre", "other-form"),
        ("q-organization-type", "société", "!ambiguous"), ("q-organization-type", "société par actions", "corporation"),
        ("q-ghg-inventory", "portées 1 et 2", "scopes-1-2"), ("q-ghg-inventory", "non", "not-measured"),
        ("q-env-policy", "non, rien d'écrit", "no-policy"), ("q-env-policy", "yes, it's written down", "written"),
        ("q-sharing-consent", "not all buyers", "!ambiguous"), ("q-sharing-consent", "juste moi", "private"),
        ("q-ghg-inventory", "on a commencé", "started"),
        ("q-ghg-inventory", "nous n'avons pas commencé", "not-measured"),
        ("q-ghg-inventory", "scopes 1 and 2 plus part of scope 3", "scopes-1-2-3"),
        ("q-env-management", "rien", "none-yet"), ("q-env-management", "un plan d'action", "plan-and-owner"),
        ("q-innovation-maturity", "prototype", "prototype"), ("q-innovation-maturity", "already sold", "commercial"),
        ("q-workforce-diversity", "recrutement ouvert", "open-hiring"),
        ("q-workforce-diversity", "sans objet", "family-only"), ("q-workforce-diversity", "n/a", "family-only"),
        ("q-sharing-consent", "tous les donneurs d'ouvrage participants", "all-buyers"),
        ("q-sharing-consent", "tous les donneurs d'ouvrage", "all-buyers"),
        ("q-sharing-consent", "personne", "private"),
        ("q-sharing-consent", "tous sauf la diversité", "all-buyers-no-diversity"),
        ("q-ethics-code", "avec une formation", "code-and-training"), ("q-ethics-code", "no", "no-rules"),
    ])
    func oneChoice(question: String, text: String, expected: String) throws {
        #expect(try read(question, text) == expected)
    }

    // MARK: - Some choices

    @Test(arguments: [
        ("q-waste-practices", "1, 3 et 4", "source-reduction recycling organics"),
        ("q-waste-practices", "1-3", "source-reduction reuse recycling"),
        ("q-waste-practices", "1 à 3", "source-reduction reuse recycling"),
        ("q-waste-practices", "1 to 3", "source-reduction reuse recycling"),
        ("q-waste-practices", "A and C", "source-reduction recycling"),
        ("q-waste-practices", "a,c", "source-reduction recycling"),
        ("q-waste-practices", "3 1", "source-reduction recycling"),
        ("q-waste-practices", "la première et la dernière", "!exclusive-choice"),
        ("q-waste-practices", "recyclage et compostage", "recycling organics"),
        ("q-waste-practices", "recycling, composting", "recycling organics"),
        ("q-waste-practices", "Réemploi, consigne ou reprise", "reuse"),
        ("q-waste-practices", "Réemploi, consigne ou reprise, recyclage", "reuse recycling"),
        ("q-waste-practices", "oui, le recyclage", "recycling"),
        ("q-waste-practices", "3) recyclage\n4) compostage", "recycling organics"),
        ("q-waste-practices", "tous", "source-reduction reuse recycling organics hazardous measured-waste"),
        ("q-waste-practices", "all of them", "source-reduction reuse recycling organics hazardous measured-waste"),
        ("q-waste-practices", "tous sauf B", "source-reduction recycling organics hazardous measured-waste"),
        ("q-waste-practices", "all except 2 and 3", "source-reduction organics hazardous measured-waste"),
        ("q-waste-practices", "toutes sauf le recyclage", "source-reduction reuse organics hazardous measured-waste"),
        ("q-waste-practices", "aucune", "no-practice"), ("q-waste-practices", "none of them", "no-practice"),
        ("q-waste-practices", "rien pour l'instant", "no-practice"), ("q-waste-practices", "7", "no-practice"),
        ("q-waste-practices", "3 et 7", "!exclusive-choice"), ("q-waste-practices", "1 ou 2", "!ambiguous"),
        ("q-waste-practices", "3 et 12", "!not-a-choice"), ("q-waste-practices", "4-2", "!not-a-choice"),
        ("q-waste-practices", "recyclage et magie", "recycling"),
        ("q-ownership-groups", "femme autochtone", "women indigenous"),
        ("q-waste-practices", "recyclage, compost. pas le compost finalement", "recycling"),
        ("q-waste-practices", "oui", "!not-a-choice"),
        ("q-waste-practices", "pas de recyclage", "no-practice"), ("q-waste-practices", "b a c", "!not-a-choice"),
        ("q-waste-practices", "A à C", "source-reduction reuse recycling"),
        ("q-waste-practices", "je n'en ai pas", "no-practice"),
        ("q-waste-practices", "tout à fait", "!not-a-choice"),
        ("q-waste-practices", "je ne sais pas", "?"),
        ("q-regions-served", "tout le Québec", "all-quebec"), ("q-regions-served", "hors du Canada", "abroad"),
        ("q-regions-served", "aucun", "!too-few"),
        ("q-ownership-groups", "femmes et personnes immigrantes", "women immigrant"),
        ("q-ownership-groups", "women, veterans", "women veterans"), ("q-ownership-groups", "none", "no-group"),
        ("q-ownership-groups", "je préfère ne pas répondre", "prefer-not"),
        ("q-ownership-groups", "prefer not to answer", "prefer-not"),
        ("q-ownership-groups", "coop", "collective-ownership"),
        ("q-accessibility", "pas encore", "not-accessible"), ("q-accessibility", "sans objet", "not-applicable"),
        ("q-accessibility", "n/a", "not-applicable"),
        ("q-accessibility", "Rampe à l'entrée pis toilette adaptée. Le site web, honnêtement, non.", "premises"),
        (
            "q-accessibility", "une rampe en avant pis une toilette adaptée. Le site web, on s'est jamais occupé de ça",
            "premises"
        ),
        (
            "q-accessibility", "y a une rampe et la toilette est adaptée, le site web par contre pas pantoute",
            "premises"
        ),
        ("q-accessibility", "une rampe en avant, le site web est accessible, rien d'autre", "premises digital"),
        ("q-accessibility", "On a une rampe. Notre site web est accessible, jamais eu de plainte.", "premises digital"),
        ("q-accessibility", "la rampe est là, elle est pas neuve", "premises"),
        ("q-accessibility", "site web et lieux accessibles", "premises digital"),
        ("q-certifications-held", "ISO 14001 et B Corp", "b-corp iso-14001"),
        ("q-certifications-held", "WBE, EcoVadis", "ecovadis diversity-certificate"),
        ("q-certifications-held", "FSC", "product-label"), ("q-certifications-held", "aucune", "no-certificate"),
        ("q-innovation-type", "non", "no-innovation"),
        ("q-platforms-registered", "SEAO, Ariba", "seao ariba-or-similar"),
        ("q-platforms-registered", "nulle part", "not-registered"),
    ])
    func someChoices(question: String, text: String, expected: String) throws {
        #expect(try read(question, text) == expected)
    }

    @Test func picksAreExact() throws {
        #expect(try pick("q-waste-practices", ["organics", "reuse"]) == "reuse organics")
        #expect(try pick("q-waste-practices", []) == "")
        #expect(try pick("q-waste-practices", ["no-practice", "reuse"]) == "!exclusive-choice")
        #expect(try pick("q-waste-practices", ["gold"]) == "!not-a-choice")
        #expect(try pick("q-regions-served", []) == "!too-few")
        #expect(try pick("q-env-policy", ["written"]) == "written")
        #expect(try pick("q-env-policy", ["written", "informal"]) == "!several-choices")
        #expect(try pick("q-evidence-upload", ["doc-lca", "iso-14001"]) == "document:doc-lca certification:iso-14001")
    }

    // MARK: - Numbers

    @Test(arguments: [
        ("12", "12"), ("environ 12", "12"), ("about 12 people", "12"), ("nous sommes 12", "12"), ("12 employés", "12"),
        ("une vingtaine", "20"), ("une douzaine", "12"), ("une centaine", "100"), ("a dozen", "12"),
        ("une douzaine d'employés", "12"), ("1 200", "1200"), ("1,200", "1200"), ("1200", "1200"),
        ("1\u{A0}200", "1200"),
        ("douze", "12"), ("forty-two", "42"), ("vingt et un", "21"), ("quatre-vingt-dix", "90"),
        ("quatre-vingt-dix-neuf", "99"), ("soixante-dix-sept", "77"), ("soixante et onze", "71"),
        ("quatre-vingts", "80"), ("deux cent cinquante", "250"), ("mille deux cents", "1200"), ("2 mille", "2000"),
        ("two thousand five hundred", "2500"), ("one hundred and five", "105"), ("1,5 mille", "1500"), ("2k", "2000"),
        ("dix-sept", "17"), ("un", "1"), ("une personne", "1"), ("un total de 12", "12"), ("12,0", "12"), ("0", "0"),
        ("zéro", "0"), ("aucun", "0"), ("none", "0"), ("aucun employé", "0"), ("no employees", "0"), ("personne", "0"),
        ("entre 10 et 15", "!ambiguous"), ("10-15", "!ambiguous"), ("10 or 12", "!ambiguous"),
        ("dix ou douze", "!ambiguous"), ("3 au bureau et 2 sur la route", "5"), ("4.000", "!ambiguous"),
        ("2,5", "2.5"), ("plus de 10", "!not-exact"), ("at least 5", "!not-exact"), ("50+", "!not-exact"),
        ("-5", "!out-of-range"), ("moins 5", "!out-of-range"), ("6000", "!out-of-range"), ("12 000", "!out-of-range"),
        ("99999999999999999999", "!out-of-range"), ("60 %", "!not-a-number"), ("beaucoup", "!not-a-number"),
        ("des centaines", "!not-a-number"), ("dozens", "!not-a-number"),
        ("a few hundred", "!not-exact"), ("deux douzaines", "24"), ("5M", "!not-a-number"),
        ("la moitié", "!not-a-number"), ("pas encore", "!not-a-number"), ("je ne sais pas combien", "?"),
        ("no idea", "?"),
    ])
    func number(text: String, expected: String) throws {
        #expect(try read("q-employees-count", text) == expected)
    }

    @Test(arguments: [
        ("120", "120"), ("12 000 tonnes", "12000"), ("12,000", "12000"), ("120 t de CO2", "120"),
        ("120 t éq. CO₂", "120"),
        ("1 million", "1000000"), ("1 234 567", "!out-of-range"), ("120 kg", "!wrong-unit"),
        ("en 2024, 120 t", "120"),
    ])
    func tonnes(text: String, expected: String) throws {
        #expect(try read("q-ghg-total", text) == expected)
    }

    @Test(arguments: [
        ("60", "60"), ("60 %", "60"), ("60%", "60"), ("about 60 %", "60"), ("soixante pour cent", "60"),
        ("moi 49, ma femme 51", "!ambiguous"), ("huit parts sur dix", "80"), ("nine shares of ten", "90"),
        ("2 of 3 owners are women", "!ambiguous"), ("50.000", "!ambiguous"), ("51 moi -49 mon associé", "!ambiguous"),
        ("90000000000000000 sur 90000000000000000", "!out-of-range"),
        ("sixty percent", "60"), ("60 per cent", "60"),
        ("la moitié", "50"), ("half", "50"), ("un tiers", "33"),
        ("deux tiers", "67"), ("2/3", "!ambiguous"), ("a third", "33"), ("un quart", "25"), ("three quarters", "75"),
        ("trois quarts", "75"), ("all", "100"), ("toutes", "100"), ("la totalité", "100"), ("aucune", "0"),
        ("zéro", "0"),
        ("2 femmes détiennent 51 %", "51"), ("cent pour cent", "100"), ("51 ou 60 %", "!ambiguous"),
        ("entre 50 et 60", "!ambiguous"), ("plus de la moitié", "!not-exact"), ("la majorité", "!not-exact"),
        ("33,3 %", "!not-whole"), ("120 %", "!out-of-range"),
        ("50 à 60 %", "!ambiguous"), ("dunno", "?"),
    ])
    func percentage(text: String, expected: String) throws {
        #expect(try read("q-ownership-share", text) == expected)
    }

    // MARK: - Dates

    @Test(arguments: [
        ("2026-12-31", "2026-12-31"), ("2026/12/31", "2026-12-31"), ("31/12/2026", "2026-12-31"),
        ("12/31/2026", "2026-12-31"), ("31-12-2026", "2026-12-31"), ("31.12.2026", "2026-12-31"),
        ("31 décembre 2026", "2026-12-31"), ("le 31 décembre 2026", "2026-12-31"), ("31 dec 2026", "2026-12-31"),
        ("31 déc. 2026", "2026-12-31"), ("December 31st 2026", "2026-12-31"), ("December 31, 2026", "2026-12-31"),
        ("the 31st of December, 2026", "2026-12-31"), ("1er mars 2027", "2027-03-01"), ("mars 2027", "2027-03-01"),
        ("March 2027", "2027-03-01"), ("2027-03", "2027-03-01"), ("03/2027", "2027-03-01"), ("août 2027", "2027-08-01"),
        ("ça expire le 5 mai 2027", "2027-05-05"), ("it expires on May 5, 2027", "2027-05-05"),
        ("29 février 2028", "2028-02-29"), ("04/04/2027", "2027-04-04"), ("03/04/2027", "!ambiguous"),
        ("mars ou avril 2027", "!not-a-date"), ("2027-01-05 ou 2027-02-05", "!ambiguous"),
        ("29 février 2027", "!not-a-date"), ("31/12/26", "!not-a-date"), ("31 décembre", "!not-a-date"),
        ("2027", "!not-a-date"), ("fin mars 2027", "2027-03-31"), ("end of February 2028", "2028-02-29"),
        ("mi-mars 2027", "!not-a-date"), ("demain", "!not-a-date"),
        ("1999-12-31", "!date-out-of-range"), ("je ne sais pas", "?"),
    ])
    func date(text: String, expected: String) throws {
        #expect(try read("q-certification-expiry", text) == expected)
    }

    // MARK: - Texts

    @Test(arguments: [
        ("q-legal-name", "  Atelier Nord inc. ", "Atelier Nord inc."), ("q-legal-name", "A", "!too-short"),
        ("q-legal-name", "   ", "!too-short"), ("q-legal-name", String(repeating: "a", count: 161), "!too-long"),
        ("q-legal-name", "Je ne sais pas", "?"), ("q-business-number", "1234567890", "1234567890"),
        ("q-business-number", "NEQ 1234 567 890", "1234567890"), ("q-business-number", "123-456-789", "123456789"),
        ("q-business-number", "12345", "!wrong-digits"), ("q-business-number", "aucun", "!wrong-digits"),
        ("q-offer-summary", "Des vis.", "!too-short"),
    ])
    func text(question: String, text: String, expected: String) throws {
        #expect(try read(question, text) == expected)
    }

    // MARK: - Evidence

    @Test(arguments: [
        ("ISO 14001", "certification:iso-14001"), ("iso14001; B Corp", "certification:iso-14001 certification:b-corp"),
        ("ISO 14001 valide jusqu'en 2027", "certification:iso-14001[ISO 14001 valide jusqu'en 2027]"),
        ("ISO 14001 et FSC", "certification:iso-14001 certification:fsc"),
        ("Relevé de formations", "document:doc-training-record"), ("training record", "document:doc-training-record"),
        ("Plan d'action daté avec responsables", "document:doc-action-plan"),
        ("plan d'action", "document:doc-action-plan[plan d'action]"), ("contrat", "document:[contrat]"),
        ("pas d'ISO 14001", "!not-evidence"),
        ("ECO+", "certification:grille-eco-plus"),
        ("1. ISO 14001\n2. B Corp", "certification:iso-14001 certification:b-corp"),
        ("politique éco", "document:[politique éco]"),
        ("Test, pilot or validation report, FSC", "document:doc-pilot-report certification:fsc"),
        ("code d'éthique\nWBE", "document:doc-ethics-code[code d'éthique] certification:wbe-canada"),
        ("ma belle photo de vacances en groupe au chalet", "document:[ma belle photo de vacances en groupe au chalet]"),
        ("zzz", "!not-evidence"), ("aucune", "-none"), ("none", "-none"), ("rien pour l'instant", "-none"),
        ("", "!not-evidence"),
        ("je ne sais pas", "?"), ("doc-lca", "document:doc-lca"),
        (
            "contrat 1,contrat 2,contrat 3,contrat 4,contrat 5,contrat 6,contrat 7,contrat 8,contrat 9,contrat 10,contrat 11",
            "!too-many"
        ),
        (String(repeating: "mot ", count: 40), "!too-long"),
    ])
    func evidence(text: String, expected: String) throws {
        #expect(try read("q-evidence-upload", text) == expected)
    }

    // MARK: - Typing errors, problems, showing back

    @Test(arguments: [
        ("q-waste-practices", "reciclage", "recycling"), ("q-organization-type", "cooperatve", "cooperative"),
    ])
    func typingErrorsAreRepaired(question: String, text: String, expected: String) throws {
        #expect(try read(question, text) == expected)
    }

    @Test func aProblemNamesBothReadings() throws {
        let problem = try #require(try problem("q-employees-count", "entre 10 et 15"))
        #expect(engine.words(of: problem, in: .fr).text == "Est-ce « 10 » ou « 15 »?")
        #expect(engine.words(of: problem, in: .en).text == "Is it “10” or “15”?")
        let choice = try #require(try self.problem("q-waste-practices", "l'été"))
        #expect(engine.words(of: choice, in: .fr).text.hasPrefix("« l'été » ne correspond à aucun choix."))
        let date = try #require(try self.problem("q-certification-expiry", "03/04/2027"))
        #expect(engine.words(of: date, in: .fr).text == "Est-ce « 3 avril 2027 » ou « 4 mars 2027 »?")
    }

    @Test func everyProblemSpeaksBothLanguages() throws {
        for question in questionnaire.questions {
            for text in ["@", "blorp", "9999999", "2,5", "1 ou 2", "12 ou 2"] {
                guard let problem = try problem(question.id, text) else { continue }
                let (french, english) = (engine.words(of: problem, in: .fr), engine.words(of: problem, in: .en))
                #expect(!french.text.isEmpty && !english.text.isEmpty && french.text != english.text)
            }
        }
    }

    @Test func everyTitleAndPlaceIsUnderstood() throws {
        for question in questionnaire.questions where !question.choices.isEmpty {
            for (place, choice) in question.choices.enumerated() {
                for text in [choice.text.fr, choice.text.en, choice.id, String(place + 1)] {
                    #expect(try read(question.id, text) == choice.id, "\(question.id): \(text)")
                }
            }
        }
    }

    @Test func everyDocumentTitleIsUnderstood() throws {
        for document in questionnaire.documents {
            for text in [document.title.fr, document.title.en] {
                #expect(try read("q-evidence-upload", text) == "document:\(document.id)")
            }
        }
    }

    @Test(arguments: [
        ("q-attestation", AnswerValue.flag(true), "Oui", "Yes"),
        ("q-env-policy", .choice("written"), "Oui, par écrit", "Yes, in writing"),
        (
            "q-accessibility", .choices(["premises", "digital"]), "Lieux accessibles; Site Web ou logiciel accessible",
            "Accessible premises; Accessible website or software"
        ),
        ("q-employees-count", .number(1200), "1\u{A0}200\u{A0}personnes (ETP)", "1,200\u{A0}people (FTE)"),
        ("q-ownership-share", .number(60), "60\u{A0}%", "60%"), ("q-legal-name", .text("Nord"), "Nord", "Nord"),
        ("q-certification-expiry", .date("2027-03-01"), "1er mars 2027", "March 1, 2027"),
        ("q-evidence-upload", .evidence([]), "Aucune pièce", "No evidence"),
        ("q-evidence-upload", .evidence([.init(kind: .document, id: "", note: "zzz")]), "zzz", "zzz"),
    ])
    func whatWasUnderstoodIsShown(question: String, value: AnswerValue, french: String, english: String) {
        let question = questionnaire.question(question)
        let vocabulary = engine.knowledge.vocabulary
        #expect(questionnaire.display(value, to: question, in: .fr, with: vocabulary) == french)
        #expect(questionnaire.display(value, to: question, in: .en, with: vocabulary) == english)
    }

    // MARK: - Helpers

    private func reader(_ question: String) throws -> AnswerReader {
        AnswerReader(
            question: try #require(questionnaire.question(question)), questionnaire: questionnaire,
            knowledge: engine.knowledge)
    }

    private func reading(_ question: String, _ text: String) throws -> AnswerReading {
        try reader(question).read(text, engine.interpreter.tokens(of: text))
    }

    private func read(_ question: String, _ text: String) throws -> String {
        try reading(question, text).short
    }

    private func pick(_ question: String, _ ids: [String]) throws -> String {
        let reader = try reader(question)
        return (ids.count == 1 ? reader.read(choice: ids[0]) : reader.read(choices: ids)).short
    }

    private func problem(_ question: String, _ text: String) throws -> AnswerProblem? {
        if case .notUnderstood(let problem) = try reading(question, text) { problem } else { nil }
    }
}

extension AnswerReading {
    fileprivate var short: String {
        switch self {
        case .passed(let reason): reason == .unknown ? "?" : "-\(reason.rawValue)"
        case .notUnderstood(let problem): "!\(problem.code)"
        case .understood(.flag(let flag)): flag ? "yes" : "no"
        case .understood(.choice(let id)): id
        case .understood(.choices(let ids)): ids.joined(separator: " ")
        case .understood(.number(let number)): String(number)
        case .understood(.decimal(let hundredths)): "\(Double(hundredths: hundredths))"
        case .understood(.text(let text)): text
        case .understood(.date(let date)): date
        case .understood(.evidence(let items)):
            items.map { "\($0.kind.rawValue):\($0.id)" + ($0.note.map { "[\($0)]" } ?? "") }.joined(separator: " ")
        }
    }
}
