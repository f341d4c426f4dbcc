import Knowledge
import Questionnaires
import Text

/// The words that reports and comparisons have of their own; all else is the knowledge base's.
enum SubmissionWord: CaseIterable {
    case report, comparison, completedOn, answeredIn, sharing, indicator, overall, notShown, outOfHundred
    case completeness, parts, part, score, weight, answered, notComputed, apart, radar, assurance
    case assuranceApart, backedShare, noDocument, answers, question, answer, evidence, level, noAnswer, noEvidence
    case sensitive, claims, claimsNote, claim, address, howToCheck, whichOne, noClaims, mayBeExpired
    case crosswalk, crosswalkNote, framework, topic, answeredQuestions, improvements, improvementsNote, gain
    case howTo, step, standing, standingTitle, informationFrom, reconstructed, versions, strayAnswers, yes, no
    case page, noName, supplier, certifications, tags, withheld, withheldOverall, noSubmissions, leftOut, onceEach,
        form, date
    case conversation, method, shownOn, run, replaces, replacing, businessNumber, offer, territory, size, noContact

    var text: LocalizedText {
        switch self {
        case .report: LocalizedText(fr: "Rapport d'autodéclaration", en: "Self-declaration report")
        case .comparison: LocalizedText(fr: "Comparaison de fournisseurs", en: "Comparison of suppliers")
        case .completedOn: LocalizedText(fr: "Rempli le", en: "Completed on")
        case .answeredIn: LocalizedText(fr: "Questionnaire", en: "Questionnaire")
        case .sharing: LocalizedText(fr: "Partage accepté", en: "Sharing agreed to")
        case .indicator:
            LocalizedText(fr: "Indicateur de responsabilité sociale", en: "Social responsibility indicator")
        case .overall: LocalizedText(fr: "Indicateur", en: "Indicator")
        case .notShown: LocalizedText(fr: "Non montré", en: "Not shown")
        case .outOfHundred: LocalizedText(fr: "sur 100", en: "out of 100")
        case .completeness: LocalizedText(fr: "Complétude", en: "Completeness")
        case .parts: LocalizedText(fr: "Parties de l'indicateur", en: "Parts of the indicator")
        case .part: LocalizedText(fr: "Partie", en: "Part")
        case .score: LocalizedText(fr: "Résultat", en: "Score")
        case .weight: LocalizedText(fr: "Poids", en: "Weight")
        case .answered: LocalizedText(fr: "Réponses", en: "Answers")
        case .notComputed: LocalizedText(fr: "non calculé", en: "not computed")
        case .apart: LocalizedText(fr: "montré à part", en: "shown apart")
        case .radar: LocalizedText(fr: "Profil des parties", en: "Profile of the parts")
        case .assurance: LocalizedText(fr: "Niveau de confiance", en: "Level of assurance")
        case .assuranceApart: LocalizedText(fr: "Ne compte pas dans le résultat", en: "Does not count in the score")
        case .backedShare:
            LocalizedText(fr: "Appuyé par une pièce décrite (%)", en: "Backed by a document described (%)")
        case .noDocument:
            LocalizedText(
                fr: "Aucune pièce n'est décrite à l'appui des réponses",
                en: "No document is described to back the answers")
        case .answers: LocalizedText(fr: "Réponses", en: "Answers")
        case .question: LocalizedText(fr: "Question", en: "Question")
        case .answer: LocalizedText(fr: "Réponse", en: "Answer")
        case .evidence: LocalizedText(fr: "Preuves", en: "Evidence")
        case .level: LocalizedText(fr: "Niveau", en: "Level")
        case .noAnswer: LocalizedText(fr: "Sans réponse", en: "No answer")
        case .noEvidence: LocalizedText(fr: "Aucune", en: "None")
        case .sensitive: LocalizedText(fr: "renseignement sensible", en: "sensitive information")
        case .claims:
            LocalizedText(fr: "À confirmer auprès de l'organisme", en: "To be confirmed with the organization")
        case .claimsNote:
            LocalizedText(
                fr: "Le fournisseur déclare ce qui suit; rien n'a été vérifié. Voici où et comment le confirmer.",
                en:
                    "The supplier declares the following; nothing has been checked. Here is where and how to confirm it."
            )
        case .claim: LocalizedText(fr: "Déclaré", en: "Claimed")
        case .address: LocalizedText(fr: "Adresse", en: "Address")
        case .howToCheck: LocalizedText(fr: "Comment vérifier", en: "How to check")
        case .whichOne:
            LocalizedText(
                fr: "La réponse ne dit pas lequel : demander le nom exact et le certificat.",
                en: "The answer does not say which one: ask for the exact name and the certificate.")
        case .noClaims:
            LocalizedText(
                fr: "Aucune certification ni inscription n'est déclarée.",
                en: "No certification or registration is claimed.")
        case .mayBeExpired:
            LocalizedText(
                fr:
                    "L'échéance déclarée était passée quand le questionnaire a été rempli : au moins un certificat peut "
                    + "être échu.",
                en: "The declared expiry had passed when the questionnaire was completed: at least one certificate may "
                    + "have expired.")
        case .crosswalk: LocalizedText(fr: "Recoupements avec d'autres cadres", en: "Crosswalk to other frameworks")
        case .crosswalkNote:
            LocalizedText(
                fr: "Les sujets de chaque cadre que les réponses touchent. Y répondre ici ne vaut pas conformité.",
                en: "The topics of each framework that the answers touch. Answering here is not compliance.")
        case .framework: LocalizedText(fr: "Cadre", en: "Framework")
        case .topic: LocalizedText(fr: "sujet", en: "topic")
        case .answeredQuestions: LocalizedText(fr: "Questions avec réponse", en: "Questions answered")
        case .improvements: LocalizedText(fr: "Ce qui ferait monter l'indicateur", en: "What would raise the indicator")
        case .improvementsNote:
            LocalizedText(
                fr: "Si le reste ne change pas; à la condition que ce soit vrai et que vous puissiez le montrer.",
                en: "If nothing else changes; provided that it is true and that you can show it.")
        case .gain: LocalizedText(fr: "Gain (points)", en: "Gain (points)")
        case .howTo: LocalizedText(fr: "Comment", en: "How")
        case .step: LocalizedText(fr: "Geste", en: "Step")
        case .standing: LocalizedText(fr: "Portée de ce document", en: "What this document is worth")
        case .standingTitle: LocalizedText(fr: "Statut du questionnaire", en: "Standing of the questionnaire")
        case .informationFrom: LocalizedText(fr: "Information de", en: "Information from")
        case .reconstructed:
            LocalizedText(
                fr: "Questionnaire reconstitué, non celui de l'ECPAR",
                en: "Reconstructed questionnaire, not ECPAR's own")
        case .versions:
            LocalizedText(fr: "Version des connaissances", en: "Version of the knowledge base")
        case .strayAnswers:
            LocalizedText(
                fr: "Réponses sans place dans le questionnaire d'aujourd'hui",
                en: "Answers without a place in today's questionnaire")
        case .yes: LocalizedText(fr: "Oui", en: "Yes")
        case .no: LocalizedText(fr: "Non", en: "No")
        case .page: LocalizedText(fr: "Page", en: "Page")
        case .noName: LocalizedText(fr: "Nom non donné", en: "No name given")
        case .supplier: LocalizedText(fr: "Fournisseur", en: "Supplier")
        case .certifications: LocalizedText(fr: "Certifications déclarées", en: "Certifications claimed")
        case .tags: LocalizedText(fr: "Marques", en: "Marks")
        case .withheld: LocalizedText(fr: "non partagé", en: "not shared")
        case .withheldOverall:
            LocalizedText(
                fr: "L'indicateur compte des réponses sur la diversité, qui ne sont pas partagées.",
                en: "The indicator counts answers on diversity, which are not shared.")
        case .noSubmissions:
            LocalizedText(fr: "Aucun fournisseur ne correspond.", en: "No supplier matches.")
        case .leftOut:
            LocalizedText(
                fr: "Laissés de côté, faute de consentement au partage",
                en: "Left out, for want of consent to sharing")
        case .onceEach:
            LocalizedText(
                fr:
                    "Par ordre alphabétique; le plus récent questionnaire de chaque conversation. Le niveau de confiance "
                    + "ne compte pas dans le résultat. La version courte et la base commune ne posent pas les mêmes "
                    + "questions : leurs résultats se comparent avec prudence.",
                en: "In alphabetical order; the newest questionnaire of each conversation. The level of assurance does "
                    + "not count in the score. The short form and the common base do not ask the same questions: "
                    + "compare their scores with care.")
        case .form: LocalizedText(fr: "Questionnaire", en: "Questionnaire")
        case .date: LocalizedText(fr: "Date", en: "Date")
        case .conversation: LocalizedText(fr: "Conversation", en: "Conversation")
        case .run: LocalizedText(fr: "Déclaration", en: "Declaration")
        case .replaces: LocalizedText(fr: "Remplace", en: "Replaces")
        case .replacing:
            LocalizedText(
                fr: "Déclarations corrigées, qui remplacent une déclaration antérieure",
                en: "Corrected declarations, which replace an earlier one")
        case .businessNumber: LocalizedText(fr: "Numéro d'entreprise", en: "Business number")
        case .offer: LocalizedText(fr: "Offre", en: "Offer")
        case .territory: LocalizedText(fr: "Territoire", en: "Territory")
        case .size: LocalizedText(fr: "Taille", en: "Size")
        case .noContact:
            LocalizedText(
                fr:
                    "Le questionnaire ne demande pas de coordonnées : le numéro d'entreprise ou, à défaut, le nom légal "
                    + "mène au registre public, qui donne l'adresse.",
                en:
                    "The questionnaire asks for no contact details: the business number or, failing that, the legal name "
                    + "leads to the public register, which has the address.")
        case .method: LocalizedText(fr: "Calcul", en: "Method")
        case .shownOn: LocalizedText(fr: "autre version pour ce rapport", en: "another version for this report")
        }
    }
}

/// How reports and comparisons are worded in a language.
struct SubmissionWording {
    let language: Language

    subscript(word: SubmissionWord) -> String { plain(word.text[language]) }

    var colon: String { language == .fr ? "\u{A0}: " : ": " }

    /// A text with the spaces of its language.
    func plain(_ text: String) -> String { language.typeset(text) }

    func plain(_ text: LocalizedText) -> String { plain(text[language]) }

    /// The same as markup.
    func markup(_ word: SubmissionWord) -> String { Markup.escaped(self[word]) }
    func markup(_ text: LocalizedText) -> String { Markup.escaped(plain(text)) }
    func markup(_ text: String) -> String { Markup.escaped(plain(text)) }

    /// What a person wrote: nothing that could reorder or hide the text around it.
    func quoted(_ text: String) -> String {
        CleanText.lines(text).split(separator: "\n").map { Markup.escaped(String($0)) }.joined(separator: "<br/>")
    }

    func percent(_ number: Int) -> String { language.percent(number) }

    /// A number of tenths, with one decimal where it is not whole.
    func tenths(_ tenths: Int) -> String {
        let rest = tenths % 10
        return rest == 0 ? "\(tenths / 10)" : "\(tenths / 10)\(language == .fr ? "," : ".")\(rest)"
    }

    /// What a level is called: its title says after a colon what it means.
    func name(of level: EvidenceLevel, in method: ScoringMethod) -> String {
        guard let title = method.levels[level]?[language] else { return level.rawValue }
        return title.prefix { $0 != ":" }.trimming()
    }

    func title(of part: Indicator, in method: ScoringMethod) -> String {
        method.titles[part].map(plain) ?? part.rawValue
    }
}

extension Substring {
    fileprivate func trimming() -> String {
        var text = self
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }
}
