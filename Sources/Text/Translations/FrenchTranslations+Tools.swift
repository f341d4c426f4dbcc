// swift-format-ignore-file: a text and its translation, a line each.

extension FrenchTranslations {
    /// What the tools of editors and evaluators say.
    static let tools: [String: String] = [
        "right first":
            "justes en premier",
        "right in three":
            "justes parmi trois",
        "direct answers right":
            "réponses directes justes",
        "menus":
            "menus",
        "out of scope caught":
            "hors sujet reconnu",
        "wrongly refused":
            "refusées à tort",
        "language right":
            "langue juste",
        "entity precision":
            "précision des entités",
        "entity recall":
            "rappel des entités",
        "second question found":
            "seconde question trouvée",
        "second question not asked":
            "seconde question non posée",
        "first":
            "premier",
        "in three":
            "sur trois",
        "direct":
            "directes",
        "caught":
            "reconnu",
        "refused":
            "refusées",
        "language":
            "langue",
        "ent.prec":
            "préc.ent",
        "ent.rec":
            "rapp.ent",
        "second":
            "seconde",
        "not asked":
            "non posée",
        "Of the questions in scope, those whose best candidate is right.":
            "Des questions du domaine, celles dont le premier candidat est juste.",
        "Of the questions in scope, those with the right one among the first three.":
            "Des questions du domaine, celles dont le bon candidat est parmi les trois premiers.",
        "Of all that were answered at once, those answered rightly.":
            "De toutes celles qui ont reçu réponse tout de suite, celles dont la réponse est juste.",
        "Of the questions in scope, those answered with a menu. Fewer is better.":
            "Des questions du domaine, celles qui ont reçu un menu. Moins il y en a, mieux c'est.",
        "Of the questions out of scope, those refused.":
            "Des questions hors du domaine, celles qui ont été refusées.",
        "Of the questions in scope, those refused. Fewer is better.":
            "Des questions du domaine, celles qui ont été refusées. Moins il y en a, mieux c'est.",
        "Of all questions, those recognised as in their language.":
            "De toutes les questions, celles dont la langue est reconnue.",
        "Of what was found to be named in questions in scope, what they do name.":
            "De ce qui a été cru nommé dans les questions du domaine, ce qu'elles nomment bien.",
        "Of what questions in scope name, what was found.":
            "De ce que nomment les questions du domaine, ce qui a été trouvé.",
        "Of the second questions of one text, those found.":
            "Des secondes questions d'un même texte, celles qui ont été trouvées.",
        "Of the second questions answered, those that nobody asked. Fewer is better.":
            "Des secondes questions qui ont reçu réponse, celles que personne n'a posées. Moins il y en a, mieux c'est.",
        "the text is longer than %1 characters: nobody can ask that":
            "le texte a plus de %1 caractères : personne ne peut demander cela",
        "« %1 » is no type of entity; did you mean « %2 »?":
            "« %1 » n'est pas un type d'entité; vouliez-vous dire « %2 »?",
        "« %1 » is no type of entity; the types are %2":
            "« %1 » n'est pas un type d'entité; les types sont %2",
        "Each line is an object with the fields id, text, language and intent, and may have also, entities and style.":
            "Chaque ligne est un objet avec les champs id, text, language et intent, et peut avoir also, entities et style.",
        "all: %1 questions; 95 % Wilson intervals":
            "en tout : %1 questions; intervalles de Wilson à 95 %",
        "by language and style, in percent":
            "par langue et par style, en pour cent",
        "entities by type":
            "entités par type",
        "risk and coverage, by the lead that the first candidate must have over the second":
            "risque et couverture, selon l'avance que le premier candidat doit avoir sur le second",
        "confusions":
            "confusions",
        "worst pairs: what the examples of both share (words by their stems, #concepts, @entities; in thousandths\nof a bit), and what spoke for the wrong one (in thousandths of a score of 1)":
            "pires paires : ce que les exemples des deux ont en commun (mots par leur radical, #concepts, @entités; en millièmes\nde bit), et ce qui a parlé pour la mauvaise (en millièmes d'une note de 1)",
        "questions":
            "questions",
        "precision":
            "précision",
        "recall":
            "rappel",
        "expected":
            "attendu",
        "found":
            "trouvé",
        "right":
            "juste",
        "all":
            "tout",
        "lead":
            "avance",
        "coverage":
            "couverture",
        "answered":
            "répondues",
        "in force":
            "en vigueur",
        "got":
            "obtenu",
        "count":
            "nombre",
        "  and %1 more":
            "  et %1 de plus",
        "%1 taken for %2: %3":
            "%1 pris pour %2 : %3",
        "  share %1 %: %2":
            "  en commun, %1 % : %2",
        "%1 to %2":
            "%1 à %2",
        "%1 of %2":
            "%1 sur %2",
        "The text has no words.":
            "Le texte n'a pas de mots.",
        "nothing scores enough; the best is %1, %2":
            "rien n'a une note suffisante; le meilleur est %1, %2",
        "score %1, in a menu":
            "note %1, dans un menu",
        "score %1":
            "note %1",
        "words %1: %2":
            "mots %1 : %2",
        "rules %1: %2":
            "règles %1 : %2",
        "nearest %1: « %2 »":
            "plus proche %1 : « %2 »",
        "the right one scores %1":
            "le bon a la note %1",
        "the right one is not among the first three":
            "le bon n'est pas parmi les trois premiers",
        "« %1 » is an everyday word, and names « %2 »: whoever says it would be answered about that":
            "« %1 » est un mot de tous les jours, et nomme « %2 » : qui le dit recevrait une réponse là-dessus",
        "Write a name that tells, of several words where it takes them.":
            "Écrivez un nom qui parle, de plusieurs mots s'il le faut.",
        "the rule « %1 » can never fire: « %2 » is also in its unless":
            "la règle « %1 » ne peut jamais s'appliquer : « %2 » est aussi dans son unless",
        "Take it out of the one or the other.":
            "Retirez-le de l'un ou de l'autre.",
        "the rule « %1 » can never fire: no text brings « %2 » about":
            "la règle « %1 » ne peut jamais s'appliquer : aucun texte n'amène « %2 »",
        "Give it phrases that are neither empty nor inside the name of a scheme.":
            "Donnez-lui des expressions qui ne soient ni vides ni à l'intérieur du nom d'une reconnaissance.",
        "the rule « %1 » can never fire: « %2 » is mere politeness beside the rest":
            "la règle « %1 » ne peut jamais s'appliquer : « %2 » n'est que politesse à côté du reste",
        "Put something else first, or take its phrases out of the polite ones.":
            "Mettez autre chose en premier, ou retirez ses expressions de la politesse.",
        "the rule « %1 » hardly ever fires: every phrase of « %2 » also says what its unless excludes, the first « %3 »":
            "la règle « %1 » ne s'applique presque jamais : chaque expression de « %2 » dit aussi ce que son unless exclut, d'abord « %3 »",
        "Give it other phrases, or take that out of the unless.":
            "Donnez-lui d'autres expressions, ou retirez cela du unless.",
        "no text brings « %1 » about for a rule, and it is named %2 times":
            "aucun texte n'amène « %1 » pour une règle, et il est nommé %2 fois",
        "Remove it, or give it phrases.":
            "Retirez-le, ou donnez-lui des expressions.",
        "%1 has %2 examples in %3, %4 in %5":
            "%1 a %2 exemples en %3, %4 en %5",
        "Write at least %1 more.":
            "Écrivez-en au moins %1 de plus.",
        "French":
            "français",
        "English":
            "anglais",
        "left out, this example of %1 is understood as %2":
            "laissé de côté, cet exemple de %1 est compris comme %2",
        "The nearest example of that is « %1 ».":
            "L'exemple le plus proche de cette intention est « %1 ».",
        "Add examples like it.":
            "Ajoutez des exemples comme lui.",
        "the rule « %1 » of %2 changes nothing: whenever it fires, so does « %3 », which is as strong":
            "la règle « %1 » de %2 ne change rien : chaque fois qu'elle s'applique, « %3 », aussi forte, s'applique aussi",
        "Remove it, or make it stronger than the other.":
            "Retirez-la, ou rendez-la plus forte que l'autre.",
        "« %1 » is to the assistant the same sentence as an example of %2":
            "« %1 » est pour l'assistant la même phrase qu'un exemple de %2",
        "Leave it with the intent it belongs to.":
            "Laissez-la à l'intention à qui elle revient.",
        "« %1 » of %2 is heard in « %3 » of %4, another word of the same stem: in %5 phrases and %6 examples":
            "« %1 » de %2 s'entend dans « %3 » de %4, un autre mot du même radical : dans %5 expressions et %6 exemples",
        "write the one as a longer phrase":
            "écrivez l'un dans une expression plus longue",
        "the rule « %1 » of %2 and one of %3 ask for the same and give the same: they decide nothing between the two":
            "la règle « %1 » de %2 et une règle de %3 demandent la même chose et donnent la même chose : elles ne départagent rien",
        "Say in one of them what tells the two apart, or give it another strength.":
            "Dites dans l'une ce qui distingue les deux, ou donnez-lui une autre force.",
        "one typing error makes « %1 » (%2) of « %3 » (%4), and neither is repaired; examples use them %5 times":
            "une faute de frappe fait « %1 » (%2) de « %3 » (%4), et aucun des deux n'est corrigé; des exemples les emploient %5 fois",
        "write the rarer one as a longer phrase":
            "écrivez le plus rare dans une expression plus longue",
        "Where that matters, %1; else declare « %2: [[%3, %4]] » with its reason under known-clashes.":
            "Là où cela compte, %1; sinon déclarez « %2: [[%3, %4]] » avec sa raison sous known-clashes.",
        "%1 are declared under %2 and do not clash":
            "%1 sont déclarés sous %2 et ne se confondent pas",
        "Remove the pair, or mend a word that is not written as in the warning.":
            "Retirez la paire, ou corrigez un mot qui n'est pas écrit comme dans l'avertissement.",
        "the conditions of « %1 » turn out in more ways than can be looked at (%2 at once, %3 for one question)":
            "les conditions de « %1 » tournent de plus de façons qu'on ne peut en regarder (%2 à la fois, %3 pour une question)",
        "Take conditions out, or bring questions nearer to those that depend on them.":
            "Retirez des conditions, ou rapprochez les questions de celles qui en dépendent.",
        "no answers to « %1 » set the tag « %2 »":
            "aucune réponse à « %1 » ne pose l'étiquette « %2 »",
        "Change its conditions: %1.":
            "Changez ses conditions : %1.",
        "its conditions never hold together: %1":
            "ses conditions ne sont jamais toutes vraies : %1",
        "no answers to « %1 » lead to the question « %2 »: %3":
            "aucune réponse à « %1 » ne mène à la question « %2 » : %3",
        "Change its conditions, or what the questions that they are on accept.":
            "Changez ses conditions, ou ce qu'acceptent les questions dont elle dépend.",
        "a run of « %1 » cannot end: the question « %2 » must be answered, but what it accepts leaves no answer":
            "un parcours de « %1 » ne peut pas finir : il faut répondre à la question « %2 », mais ce qu'elle accepte ne laisse aucune réponse",
        "Change its validation or its choices.":
            "Changez sa validation ou ses choix.",
        "the question « %1 » of « %2 » is required, but can stay hidden":
            "la question « %1 » de « %2 » est obligatoire, mais peut rester cachée",
        "Take its conditions out, or do not count on its answer.":
            "Retirez ses conditions, ou ne comptez pas sur sa réponse.",
        "the bonus of « %1 » adds to « %2 », for which « %3 » has nothing else":
            "la bonification de « %1 » s'ajoute à « %2 », où « %3 » n'a rien d'autre",
        "Add a standard question of that part, or take the bonus out.":
            "Ajoutez une question ordinaire de ce volet, ou retirez la bonification.",
        "« %1 » has no weight for « %2 »: that part of the score cannot be computed":
            "« %1 » n'a aucun poids pour « %2 » : ce volet de l'indice ne peut pas se calculer",
        "Add a standard question of that part.":
            "Ajoutez une question ordinaire de ce volet.",
        "the question « %1 » does not count, but has a rule, a part or a weight":
            "la question « %1 » ne compte pas, mais a une règle, un volet ou un poids",
        "Take them out, or let it count.":
            "Retirez-les, ou faites-la compter.",
        "the question « %1 » does not count, but its choice « %2 » has points":
            "la question « %1 » ne compte pas, mais son choix « %2 » a des points",
        "Take the points out, or let it count.":
            "Retirez les points, ou faites-la compter.",
        "the question « %1 » has full-at, which the rule %2 does not use":
            "la question « %1 » a full-at, dont la règle %2 ne se sert pas",
        "Take it out.":
            "Retirez-le.",
        "no choice of the question « %1 » gives a whole point: the best gives %2 hundredths":
            "aucun choix de la question « %1 » ne donne un point entier : le meilleur donne %2 centièmes",
        "Give the best choice 100.":
            "Donnez 100 au meilleur choix.",
        "the question « %1 » wants %2 choices for a whole point, but %3 can be counted":
            "la question « %1 » veut %2 choix pour un point entier, mais %3 peuvent compter",
        "Lower full-at, or add choices.":
            "Baissez full-at, ou ajoutez des choix.",
        "the question « %1 » counts choices, but its choice « %2 » has points":
            "la question « %1 » compte des choix, mais son choix « %2 » a des points",
        "Take the points out.":
            "Retirez les points.",
        "the choice « %1 » of the question « %2 »":
            "le choix « %1 » de la question « %2 »",
        "%1 is neutral, but has points":
            "%1 est neutre, mais a des points",
        "%1 is neutral, but can be chosen beside others or is counted":
            "%1 est neutre, mais peut se choisir avec d'autres ou compte",
        "Make it exclusive, with counted: false.":
            "Rendez-le exclusif, avec counted: false.",
        "%1 is neutral, but a bonus takes nothing away that a neutral choice could spare":
            "%1 est neutre, mais une bonification n'enlève rien qu'un choix neutre puisse épargner",
        "Take neutral out.":
            "Retirez neutral.",
        "the choices « %1 » and « %2 » of the question « %3 » read alike in « %4 »":
            "les choix « %1 » et « %2 » de la question « %3 » se lisent pareil en « %4 »",
        "Word them apart: people choose by the words.":
            "Distinguez-les par les mots : les gens choisissent d'après eux.",
        "%1 has a brace without its pair":
            "%1 a une accolade sans sa pareille",
        "Write placeholders as {name}.":
            "Écrivez les champs à remplir comme {nom}.",
        "%1 has the placeholders [%2] in French and [%3] in English":
            "%1 a les champs à remplir [%2] en français et [%3] en anglais",
        "Use the same in both.":
            "Mettez les mêmes dans les deux.",
        "%1 reads « %2 » in both languages":
            "%1 se lit « %2 » dans les deux langues",
        "Translate it.":
            "Traduisez-le.",
        "the framework « %1 »":
            "le cadre « %1 »",
        "the note of %1":
            "la note pour %1",
        "the topic « %1 » of %2":
            "le thème « %1 » pour %2",
        "the question « %1 »":
            "la question « %1 »",
        "the label of %1":
            "le libellé pour %1",
        "why of %1":
            "le pourquoi pour %1",
        ", %1 kept as the opposite":
            ", %1 gardées comme leur contraire",
        "Each line is an object with the fields kind, language, text and expect, and with the question it answers.":
            "Chaque ligne est un objet avec les champs kind, language, text et expect, et avec la question à laquelle elle répond.",
        "« %1 » is none of none, later, refused, unknown, ask":
            "« %1 » n'est ni none, ni later, ni refused, ni unknown, ni ask",
        "the table is no text":
            "le tableau n'est pas du texte",
        "Save it again as « CSV UTF-8 » in Excel, or with the character set « Unicode (UTF-8) » in LibreOffice.":
            "Enregistrez-le de nouveau en « CSV UTF-8 » dans Excel, ou avec le jeu de caractères « Unicode (UTF-8) » dans LibreOffice.",
        "the column « %1 » is missing":
            "il manque la colonne « %1 »",
        "Begin the table with a row of the names %1.":
            "Commencez le tableau par une rangée des noms %1.",
        "this row has %1 columns, fewer than the first row":
            "cette rangée a %1 colonnes, moins que la première",
        "Fill in %1, or remove the row.":
            "Remplissez %1, ou retirez la rangée.",
        "this row has more columns than the first row":
            "cette rangée a plus de colonnes que la première",
        "Put a text that holds the separator between quotes.":
            "Mettez entre guillemets un texte qui contient le séparateur.",
        "section":
            "section",
        "the text is empty":
            "le texte est vide",
        "Write it, or remove the row.":
            "Écrivez-le, ou retirez la rangée.",
        "the YAML files have no list for the %1":
            "les fichiers YAML n'ont pas de liste pour : %1",
        "Add the key « %1 » there first, then import again.":
            "Ajoutez-y d'abord la clé « %1 », puis recommencez l'importation.",
        "the abbreviation is empty":
            "l'abréviation est vide",
        "the section « %1 » has no ids":
            "la section « %1 » n'a pas d'id",
        "Leave this field empty.":
            "Laissez ce champ vide.",
        "A new one is declared in a YAML file of intents/ first, then its texts can be imported.":
            "On en déclare un nouveau d'abord dans un fichier YAML de intents/, puis ses textes peuvent être importés.",
        "no %1 of the YAML files is called « %2 »":
            "rien (%1) ne s'appelle « %2 » dans les fichiers YAML",
        "Did you mean « %1 »? %2":
            "Vouliez-vous dire « %1 »? %2",
        "« %1 » is an example of %2 too, in row %3":
            "« %1 » est aussi un exemple de %2, à la rangée %3",
        "Write one of %1":
            "Écrivez l'un de ceux-ci : %1",
        "unknown %1 « %2 »":
            "« %2 » est inconnu ici (attendu : %1)",
        "%1; did you mean « %2 »?":
            "%1; vouliez-vous dire « %2 »?",
        "the way this list is written does not let a table change it":
            "la façon dont cette liste est écrite ne permet pas à un tableau de la changer",
        "Write it as [one, two] or as « - text » lines, or change it in this file by hand.":
            "Écrivez-la comme [un, deux] ou en lignes « - texte », ou changez-la à la main dans ce fichier.",
        "the table has no row for the %1":
            "le tableau n'a aucune rangée pour : %1",
        "the table has no row for the %1 and for %2 lists more":
            "le tableau n'a aucune rangée pour : %1, ni pour %2 autres listes",
        "A table holds every row, so save it without a filter. To empty a list, change its YAML file.":
            "Un tableau contient toutes les rangées : enregistrez-le sans filtre. Pour vider une liste, changez son fichier YAML.",
        "« %1 » stands in row %2 already":
            "« %1 » est déjà à la rangée %2",
        "Remove one of the two.":
            "Retirez l'un des deux.",
        "row %1 unfolds « %2 » already":
            "la rangée %1 développe déjà « %2 »",
        "Keep one of the two.":
            "Gardez l'un des deux.",
        "  in common with %1, %2 before %3: %4":
            "  en commun avec %1, %2 devant %3 : %4",
        "  sounds as an answer by %1: %2":
            "  a l'air d'une réponse, de %1 : %2",
        "  read as %1":
            "  lu comme %1",
        "What is taken for what: expected by row, got by column":
            "Ce qui est pris pour quoi : l'attendu en lignes, l'obtenu en colonnes",
        "Rows are what the questions want, columns what they were taken for; only intents with errors are shown. %1 among the columns also stands for questions that were not understood.":
            "Les lignes sont ce que les questions veulent, les colonnes ce pour quoi elles ont été prises; seules les intentions fautives sont montrées. %1 parmi les colonnes vaut aussi pour les questions qui n'ont pas été comprises.",
        "What spoke for %1":
            "Ce qui a parlé pour %1",
        "text":
            "texte",
        "features and points":
            "traits et points",
        "Of the most frequent confusions: which words (by their stems), <code>#concepts</code> and kinds of thing named (<code>@kind</code>) the examples of both intents share most weight in, in thousandths of a bit; and for each question which features gave how much to the wrong intent, in thousandths of a score of 1. <code>one+two</code> are two words in a row. What is shared tells nothing apart: give the right intent examples with other words.":
            "Des confusions les plus fréquentes : les mots (par leur radical), les <code>#concepts</code> et les sortes de choses nommées (<code>@sorte</code>) où les exemples des deux intentions ont le plus de poids en commun, en millièmes de bit; et pour chaque question, quels traits ont donné combien à la mauvaise intention, en millièmes d'une note de 1. <code>un+deux</code> sont deux mots de suite. Ce qui est commun ne distingue rien : donnez à la bonne intention des exemples avec d'autres mots.",
        "Their examples share nothing.":
            "Leurs exemples n'ont rien en commun.",
        "Their examples are %1 % alike and share: ":
            "Leurs exemples se ressemblent à %1 % et ont en commun : ",
        "none":
            "aucun",
        "Questions whose best candidate is wrong, and why. Points are thousandths.":
            "Les questions dont le premier candidat est faux, et pourquoi. Les points sont des millièmes.",
        "why":
            "pourquoi",
        "Every figure by language and style, in percent, with its count":
            "Chaque mesure par langue et par style, en pour cent, avec son nombre",
        "part":
            "volet",
        "What is named and what was found, by type":
            "Ce qui est nommé et ce qui a été trouvé, par type",
        "type":
            "type",
        "precision, %":
            "précision, %",
        "recall, %":
            "rappel, %",
        "Figures":
            "Mesures",
        "By language and style":
            "Par langue et par style",
        "Entities":
            "Entités",
        "Risk and coverage":
            "Risque et couverture",
        "What is taken for what":
            "Ce qui est pris pour quoi",
        "The worst pairs":
            "Les pires paires",
        "Wrong questions":
            "Questions mal comprises",
        "How well %1 is understood":
            "À quel point %1 est compris",
        "Below each figure stands its 95 % Wilson interval. Those of entities are somewhat too narrow: what one question names is not found independently.":
            "Sous chaque mesure figure son intervalle de Wilson à 95 %. Ceux des entités sont un peu trop étroits : ce qu'une même question nomme ne se trouve pas indépendamment.",
        "The more the first candidate must lead the second before it is answered at once, the fewer questions are (coverage), and the more of those rightly (precision); the others get a menu. Refused questions are never answered at once.":
            "Plus le premier candidat doit devancer le second pour recevoir réponse tout de suite, moins il y a de questions (couverture), et plus il y en a de justes (précision); les autres reçoivent un menu. Les questions refusées ne reçoivent jamais réponse tout de suite.",
        "What each required lead would give":
            "Ce que donnerait chaque avance exigée",
        "coverage, %":
            "couverture, %",
        "%1: coverage %2 %, precision %3 %":
            "%1 : couverture %2 %, précision %3 %",
        "From one end to the other: %1. %2.":
            "D'un bout à l'autre : %1. %2.",
        "%1: no column is found that holds questions. Say which with --column: its heading, its letter or its number.":
            "%1 : aucune colonne ne semble contenir des questions. Dites laquelle avec --column : son en-tête, sa lettre ou son numéro.",
        "%1: no column is « %2 ». Give its letter or its number.":
            "%1 : aucune colonne n'est « %2 ». Donnez sa lettre ou son numéro.",
        "%1: no column is « %2 ». Known: %3.":
            "%1 : aucune colonne n'est « %2 ». Les en-têtes connus : %3.",
        "line %1: « %2 » is no time. Write it as 2026-01-31T14:05:00Z, or leave it out.":
            "ligne %1 : « %2 » n'est pas un moment. Écrivez-le comme 2026-01-31T14:05:00Z, ou ne l'écrivez pas.",
        "totals":
            "totaux",
        "what changed":
            "ce qui a changé",
        "intents then → now":
            "intentions alors → maintenant",
        "differences":
            "différences",
        "gaps in the sequence of the replies then":
            "trous dans la suite des réponses d'alors",
        "knowledge then (replies): %1\nknowledge now: %2":
            "connaissances alors (réponses) : %1\nconnaissances maintenant : %2",
        "questions compared":
            "questions comparées",
        "conversations":
            "conversations",
        "the same":
            "pareilles",
        "changed":
            "changées",
        "with a reply now only":
            "avec une réponse maintenant seulement",
        "with a reply then only":
            "avec une réponse alors seulement",
        "without a reply then and now":
            "sans réponse ni alors ni maintenant",
        "questions that cannot be read":
            "questions qui ne peuvent pas être lues",
        "duplicates ignored":
            "doubles laissés de côté",
        "conversation %1":
            "conversation %1",
        "question %1 of %2":
            "question %1 de %2",
        "  (earlier questions of this conversation are not there)":
            "  (les questions précédentes de cette conversation ne sont pas là)",
        "  reply: %1 → %2":
            "  réponse : %1 → %2",
        "text then":
            "texte alors",
        "text now":
            "texte maintenant",
        "%1: %2 expected, %3 found":
            "%1 : %2 attendu, %3 trouvé",
        "this is no submission: %1. %2":
            "ce n'est pas une déclaration : %1. %2",
        "It must be what the topic of submissions carries.":
            "Ce doit être ce que porte le sujet des déclarations.",
        "« %1 » is no time":
            "« %1 » n'est pas un moment",
        "certification":
            "reconnaissance",
        "barrier":
            "barrière",
        "solution":
            "solution",
        "action":
            "action",
        "term":
            "terme",
        "conversations whose beginning is not there":
            "conversations dont le début n'est pas là",
        "replies without their question":
            "réponses sans leur question",
        "repeated replies":
            "réponses répétées",
        "replies that cannot be read":
            "réponses qui ne peuvent pas être lues",
        "How well questions are understood":
            "À quel point les questions sont comprises",
        "%1 questions of %2, content version %3.":
            "%1 questions de %2, version %3 du contenu.",
        "The questions name nothing, and nothing was found.":
            "Les questions ne nomment rien, et rien n'a été trouvé.",
        "Nothing is taken for anything else.":
            "Rien n'est pris pour autre chose.",
        "There is none.":
            "Il n'y en a pas.",
        "lead %1":
            "avance %1",
        "Precision over coverage":
            "La précision selon la couverture",
        "coverage: answered at once, in percent of all questions":
            "couverture : répondues tout de suite, en pour cent des questions",
        "precision: of those, right, in percent":
            "précision : de celles-là, les justes, en pour cent",
        "Nothing is answered at once":
            "Rien ne reçoit réponse tout de suite",
        "in force: %1 % answered, %2 % of them right":
            "en vigueur : %1 % répondues, dont %2 % de justes",
        "In percent: %1.":
            "En pour cent : %1.",
        "counter-evidence":
            "ce qui parle contre",
        "nothing":
            "rien",
        "the title":
            "le titre",
        "the title of the short form":
            "le titre de la version courte",
        "the part « %1 » of the score":
            "le volet « %1 » de l'indice",
        "the level « %1 »":
            "le niveau « %1 »",
        "the section « %1 »":
            "la section « %1 »",
        "the document « %1 »":
            "la pièce « %1 »",
        "the tag « %1 »":
            "l'étiquette « %1 »",
        "the unit of %1":
            "l'unité pour %1",
        "the hint of %1":
            "l'indication pour %1",
        "feeds of %1":
            "feeds pour %1",
        "the choice « %1 » of %2":
            "le choix « %1 » pour %2",
        "this never holds: %1":
            "ceci n'est jamais vrai : %1",
        "line %1: %2.":
            "ligne %1 : %2.",
        "… and %1 lines more.":
            "… et %1 lignes de plus.",
        "it holds %1 submissions, a line each, and one is wanted":
            "il contient %1 déclarations, une par ligne, et il en faut une seule",
        "Sections":
            "Sections",
    ]
}
