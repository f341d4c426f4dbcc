// swift-format-ignore-file: a text and its translation, a line each.

extension FrenchTranslations {
    /// What is said of content that cannot be used as it is.
    static let content: [String: String] = [
        "%1 is not a folder. Give the folder that holds it, or create it.":
            "%1 n'est pas un dossier. Donnez le dossier qui le contient, ou créez-le.",
        "%1 cannot be read. Check that it exists and that you may read it.":
            "Impossible de lire %1. Vérifiez que ce chemin existe et que vous avez le droit de le lire.",
        "%1 holds more than %2 files or %3 MiB. Check that it is the folder of the content, and take out what is none.":
            "%1 contient plus de %2 fichiers ou de %3 Mio. Vérifiez que c'est le dossier du contenu, et retirez ce qui n'en est pas.",
        "this must be a text, not %1":
            "ceci doit être un texte, non %1",
        "Write it, or remove the key.":
            "Écrivez-le, ou retirez la clé.",
        "« %1 » is not a whole number":
            "« %1 » n'est pas un nombre entier",
        "%1 is out of bounds":
            "%1 est hors limites",
        "Write a number from %1 to %2.":
            "Écrivez un nombre de %1 à %2.",
        "« %1 » is neither true nor false":
            "« %1 » n'est ni true ni false",
        "Write true or false.":
            "Écrivez true ou false.",
        "« %1 » is already in this list":
            "« %1 » est déjà dans cette liste",
        "this must be a mapping, not %1":
            "ceci doit être une suite de clés et de valeurs, non %1",
        "Write « key: value » lines.":
            "Écrivez des lignes « clé: valeur ».",
        "a key must be a single word, not %1":
            "une clé doit être un seul mot, non %1",
        "this must be a list, not %1":
            "ceci doit être une liste, non %1",
        "Write « - item » lines, or [one, two].":
            "Écrivez des lignes « - élément », ou [un, deux].",
        "Write the keys %1.":
            "Écrivez les clés %1.",
        "key":
            "clé",
        "the key « %1 » is missing here":
            "il manque ici la clé « %1 »",
        "Add « %1: … ».":
            "Ajoutez « %1: … ».",
        "a single value":
            "une seule valeur",
        "a mapping":
            "une suite de clés et de valeurs",
        "a list":
            "une liste",
        "an alias":
            "un alias",
        "No such %1 is defined":
            "Rien de tel n'est défini (attendu : %1)",
        "Witness: « %1 ».":
            "Exemple qui le montre : « %1 ».",
        "Other place: %1:%2.":
            "L'autre endroit : %1:%2.",
        "the file is not written in UTF-8":
            "le fichier n'est pas écrit en UTF-8",
        "Save it again with the encoding UTF-8.":
            "Enregistrez-le de nouveau avec l'encodage UTF-8.",
        "the file is empty":
            "le fichier est vide",
        "Write its content, or remove the file.":
            "Écrivez son contenu, ou retirez le fichier.",
        "the file cannot be read as YAML":
            "le fichier ne peut pas être lu comme du YAML",
        "the file has more than %1 MiB":
            "le fichier a plus de %1 Mio",
        "Part it into several files of the same folder.":
            "Divisez-le en plusieurs fichiers du même dossier.",
        ", %1 begun at line %2":
            ", %1 commencé à la ligne %2",
        "this is not valid YAML: %1%2":
            "ceci n'est pas du YAML valide : %1%2",
        "Check indentation and quotes; put a text that holds « : » or « # » between quotes.":
            "Vérifiez les retraits et les guillemets; mettez entre guillemets un texte qui contient « : » ou « # ».",
        "%1 stands twice in the same mapping":
            "%1 est là deux fois, au même niveau",
        "Keep one; the rest of the file is unread.":
            "Gardez une seule clé; le reste du fichier n'est pas lu.",
        "this is not valid YAML: %1":
            "ceci n'est pas du YAML valide : %1",
        "Remove the character that cannot be printed.":
            "Retirez le caractère qui ne peut pas s'imprimer.",
        "the phrase « %1 » is already at %2:%3":
            "la phrase « %1 » est déjà à %2:%3",
        "intent":
            "intention",
        "« %1 » is answered a second time":
            "« %1 » reçoit une seconde réponse",
        "line %1 of the text: %2":
            "ligne %1 du texte : %2",
        "no intent is called « %1 »":
            "aucune intention ne s'appelle « %1 »",
        "Did you mean « %1 »?":
            "Vouliez-vous dire « %1 »?",
        "Write an intent, then entity=value.":
            "Écrivez une intention, puis entité=valeur.",
        "« %1 » is no entity=value":
            "« %1 » n'est pas de la forme entité=valeur",
        "Write for instance group=women.":
            "Écrivez par exemple group=women.",
        "nothing answers the intent « %1 »":
            "rien ne répond à l'intention « %1 »",
        "Add it, in French and English, to a file of knowledge/answers/.":
            "Ajoutez-la, en français et en anglais, à un fichier de knowledge/answers/.",
        "after « %1 »":
            "après « %1 »",
        "under « phrases »":
            "sous « phrases »",
        "the phrase « %1 » is missing":
            "il manque la phrase « %1 »",
        "Add it, in French and English, %1.":
            "Ajoutez-la, en français et en anglais, %1.",
        "no phrase is called « %1 »":
            "aucune phrase ne s'appelle « %1 »",
        "Remove it.":
            "Retirez-la.",
        "more than %1 sections are open here":
            "plus de %1 sections sont ouvertes ici",
        "Close those that are no longer needed, or move what is inside to a partial.":
            "Fermez celles qui ne servent plus, ou mettez dans un fragment ce qui est à l'intérieur.",
        "a tag is opened and never closed":
            "une balise est ouverte et jamais fermée",
        "Write }} at its end.":
            "Écrivez }} à sa fin.",
        "a tag names nothing":
            "une balise ne nomme rien",
        "Write a field between {{ and }}.":
            "Écrivez un champ entre {{ et }}.",
        "{{/%1}} closes nothing that is open here":
            "{{/%1}} ne ferme rien qui soit ouvert ici",
        "Close {{#%1}}, opened on line %2, first.":
            "Fermez d'abord {{#%1}}, qui s'ouvre à la ligne %2.",
        "{{#%1}} is never closed":
            "{{#%1}} ne se ferme jamais",
        "Write {{/%1}} where it ends.":
            "Écrivez {{/%1}} là où finit la section.",
        "{{%1}} is a set of fields, not a text":
            "{{%1}} est un ensemble de champs, non un texte",
        "Open it with {{#%1}} and name a field inside.":
            "Ouvrez-le par {{#%1}} et nommez un champ à l'intérieur.",
        "{{#%1}} goes through a list inside itself":
            "{{#%1}} parcourt une liste à l'intérieur d'elle-même",
        "Remove the inner section: each item would be shown once for each item.":
            "Retirez la section intérieure : chaque élément serait montré une fois par élément.",
        "no partial is called « %1 »":
            "aucun fragment ne s'appelle « %1 »",
        "« %1 » has no field « %2 »":
            "« %1 » n'a pas de champ « %2 »",
        "no field is called « %1 » here":
            "aucun champ ne s'appelle « %1 » ici",
        "Known here: %1.":
            "Connus ici : %1.",
        "with its partials the text has more than %1 parts":
            "avec ses fragments, le texte a plus de %1 éléments",
        "Use fewer partials inside partials.":
            "Mettez moins de fragments dans des fragments.",
        "the partial « %1 » contains itself":
            "le fragment « %1 » se contient lui-même",
        "more than %1 partials stand inside one another":
            "plus de %1 fragments sont emboîtés les uns dans les autres",
        "Write what « %1 » says where it is needed.":
            "Écrivez ce que dit « %1 » là où on en a besoin.",
        "audience":
            "public",
        "the %1 « %2 » is already defined at %3":
            "« %2 » (%1) a déjà sa définition à %3",
        "Give one of the two another id.":
            "Changez l'un des deux id.",
        "this is one %1 more than %2":
            "il y en a plus de %2 de cette sorte (%1)",
        "Keep those that people ask about.":
            "Gardez ce sur quoi on pose des questions.",
        "« %1 » is no id":
            "« %1 » n'est pas un id",
        "Write it with lowercase letters, digits and hyphens only.":
            "Écrivez-le seulement avec des lettres minuscules, des chiffres et des traits d'union.",
        "this id has %1 characters":
            "cet id a %1 caractères",
        "Write it with at most 48.":
            "Écrivez-le en 48 caractères au plus.",
        "« %1 » has neither a letter nor a figure":
            "« %1 » n'a ni lettre ni chiffre",
        "Write a word.":
            "Écrivez un mot.",
        "« %1 » stands both for %2 and for %3":
            "« %1 » vaut à la fois pour %2 et pour %3",
        "there is no word here in either language":
            "il n'y a ici aucun mot, ni dans une langue ni dans l'autre",
        "Write at least one, in French or in English.":
            "Écrivez-en au moins un, en français ou en anglais.",
        "context":
            "contexte",
        "dimension":
            "dimension",
        "group":
            "groupe",
        "approach":
            "approche",
        "this scheme has neither dimensions nor context":
            "cette reconnaissance n'a ni dimensions ni contexte",
        "Say what it proves something about, or what it serves.":
            "Dites de quoi elle prouve quelque chose, ou à quoi elle sert.",
        "the id « %1 » is already taken at %2":
            "l'id « %1 » est déjà pris à %2",
        "Give one another id.":
            "Changez l'un des deux id.",
        "« %1 » is no day":
            "« %1 » n'est pas une date",
        "Write it as 2021-04-27.":
            "Écrivez-la comme 2021-04-27.",
        "field":
            "champ",
        "« %1 » lacks the field « {%2} »":
            "il manque à « %1 » le champ « {%2} »",
        "Write it where it is to stand.":
            "Écrivez-le là où il doit paraître.",
        "side":
            "partie",
        "stage":
            "étape",
        "%1 complaints in French, %2 in English":
            "%1 plaintes en français, %2 en anglais",
        "Write at least %1 in each.":
            "Écrivez-en au moins %1 dans chaque langue.",
        "actor":
            "acteur",
        "realism":
            "réalisme",
        "the confidence is high, but no source is a document":
            "la confiance est élevée, mais aucune source n'est un document",
        "Cite a page or chantier-pme, or write medium or low.":
            "Citez une page ou chantier-pme, ou écrivez medium ou low.",
        "the list of sources is empty":
            "la liste des sources est vide",
        "Write at least one, be it general-knowledge.":
            "Écrivez-en au moins une, ne serait-ce que general-knowledge.",
        "source":
            "source",
        "« %1 » is no address":
            "« %1 » n'est pas une adresse",
        "Write it in full, as https://example.org/page.":
            "Écrivez-la au complet, comme https://example.org/page.",
        "« %1 » is no reference":
            "« %1 » n'est pas un renvoi",
        "Write kind:id, as solution:prompt-payment.":
            "Écrivez sorte:id, comme solution:prompt-payment.",
        "kind of entry":
            "sorte de fiche",
        "%1 in French, %2 in English":
            "%1 en français, %2 en anglais",
        "Write as many in one language as in the other, at least one.":
            "Écrivez autant d'éléments dans une langue que dans l'autre, au moins un.",
        "the ids of these questions and of their choices take up to %1 bytes of a conversation's state, which has room for %2":
            "les id de ces questions et de leurs choix prennent jusqu'à %1 octets de l'état d'une conversation, qui peut en contenir %2",
        "Shorten ids, or make two questionnaires of it.":
            "Raccourcissez des id, ou faites-en deux questionnaires.",
        "the section « %1 » has no question":
            "la section « %1 » n'a aucune question",
        "Take it out, or give it one.":
            "Retirez-la, ou donnez-lui-en une.",
        "the questions are not in the order of the whole":
            "les questions ne sont pas dans l'ordre de l'ensemble",
        "Put them in the order in which they are defined.":
            "Mettez-les dans l'ordre où elles sont définies.",
        "« %1 » depends on « %2 », which is not in the short form":
            "« %1 » dépend de « %2 », qui n'est pas dans la version courte",
        "Add that question, or leave this one out.":
            "Ajoutez cette question, ou retirez celle-ci.",
        "question":
            "question",
        "« %1 » is of type %2, and the role « %3 » needs %4":
            "« %1 » est de type %2, et le rôle « %3 » demande %4",
        "Name another question, or give this one that type.":
            "Nommez une autre question, ou donnez ce type à celle-ci.",
        "the short form « %1 » does not ask « %2 »":
            "la version courte « %1 » ne pose pas « %2 »",
        "Add it to the short form.":
            "Ajoutez-la à la version courte.",
        "choice of sharing":
            "choix de partage",
        "« %1 » has no choice « %2 », which tells a firm of social economy":
            "« %1 » n'a pas de choix « %2 », à quoi se reconnaît une entreprise d'économie sociale",
        "Give that choice this id.":
            "Donnez cet id à ce choix.",
        "what is said at « %1 » is written twice":
            "ce qui se dit à « %1 » est écrit deux fois",
        "Join the two.":
            "Réunissez les deux.",
        "choice of %1":
            "choix de %1",
        "answers to « %1 » say %2 things":
            "des réponses à « %1 » disent %2 choses",
        "Name the one choice that they say.":
            "Nommez le seul choix qu'elles disent.",
        "document":
            "pièce",
        "« %1 » is said both for « %2 » and for « %3 »":
            "« %1 » se dit à la fois pour « %2 » et pour « %3 »",
        "Keep it where it tells, or say more in each.":
            "Gardez-le là où il est parlant, ou dites-en plus dans chacun.",
        "level":
            "niveau",
        "the weights add up to %1":
            "les poids font %1 au total",
        "Make them add up to 100.":
            "Ramenez leur total à 100.",
        "the topic « %1 » is defined twice":
            "le thème « %1 » est défini deux fois",
        "« %1 » is already defined at %2":
            "« %1 » a déjà sa définition à %2",
        "part of the knowledge base":
            "partie de la base de connaissances",
        "no file defines « %1 »":
            "aucun fichier ne définit « %1 »",
        "Write a file that begins with « %1: ».":
            "Écrivez un fichier qui commence par « %1: ».",
        "no solution addresses the barrier « %1 »: people would be told where to begin, and then nothing":
            "aucune solution ne vise la barrière « %1 » : après « Voici par où commencer », il n'y aurait rien",
        "Name it under « barriers » of a solution.":
            "Nommez-la sous « barriers » d'une solution.",
        "no question asks for the document « %1 »":
            "aucune question ne demande la pièce « %1 »",
        "Use it, or remove it.":
            "Utilisez-la, ou retirez-la.",
        "« %1 » already names the %2 « %3 », at %4":
            "« %1 » nomme déjà « %3 » (%2), à %4",
        "A name leads to one entry only: remove one of the two.":
            "Un nom mène à une seule fiche : retirez l'un des deux.",
        "this name has %1 words, more than %2: nobody says it so":
            "ce nom a %1 mots, plus de %2 : personne ne le dit ainsi",
        "Write what people call it.":
            "Écrivez comment les gens l'appellent.",
        "min is greater than max":
            "min est plus grand que max",
        "Exchange them.":
            "Intervertissez-les.",
        "min-length is greater than max-length":
            "min-length est plus grand que max-length",
        "choice":
            "choix",
        "comparison":
            "comparaison",
        "earlier question":
            "question qui précède",
        "« %1 » is of type %2, which « %3 » does not compare":
            "« %1 » est de type %2, que « %3 » ne compare pas",
        "Compare numbers with gt, gte, eq or neq, yes or no with eq or neq, a choice with eq, neq, in or not-in, and choices with includes-any or excludes-all.":
            "Comparez des nombres avec gt, gte, eq ou neq, un oui ou non avec eq ou neq, un choix avec eq, neq, in ou not-in, et des choix avec includes-any ou excludes-all.",
        "the condition names no choice":
            "la condition ne nomme aucun choix",
        "Name the choices, or take the condition out.":
            "Nommez les choix, ou retirez la condition.",
        "must-be is for required questions of yes or no: nobody could give that answer":
            "must-be ne vaut que pour les questions obligatoires de oui ou non : personne ne pourrait donner cette réponse",
        "Make the question required and of type yes-no, or take must-be out.":
            "Rendez la question obligatoire et de type yes-no, ou retirez must-be.",
        "the section « %1 » has ended before":
            "la section « %1 » est déjà finie",
        "Put the questions in the order of the sections.":
            "Mettez les questions dans l'ordre des sections.",
        "the rule count needs « full-at »":
            "la règle count demande « full-at »",
        "Say how many choices make a whole point.":
            "Dites combien de choix font un point entier.",
        "framework":
            "cadre",
        "topic of %1":
            "thème de %1",
        "a question of type %1 needs choices":
            "une question de type %1 demande des choix",
        "Write two or more.":
            "Écrivez-en deux ou plus.",
        "a question of type %1 has no choices":
            "une question de type %1 n'a pas de choix",
        "Remove them.":
            "Retirez-les.",
        "the rule %1 does not suit the type %2":
            "la règle %1 ne convient pas au type %2",
        "It suits %1 only.":
            "Elle ne convient qu'à %1.",
        "the choice « %1 » has no points":
            "le choix « %1 » n'a pas de points",
        "Give it points, or make it neutral.":
            "Donnez-lui des points, ou rendez-le neutre.",
        "the quote that opens this field is never closed":
            "le guillemet qui ouvre ce champ n'est jamais fermé",
        "something follows the quote that closes this field":
            "quelque chose suit le guillemet qui ferme ce champ",
        "Close it, and write a quote that belongs to the text twice.":
            "Fermez-le, et doublez un guillemet qui fait partie du texte.",
        "Write a quote that belongs to the text twice.":
            "Doublez un guillemet qui fait partie du texte.",
        "row %1, field %2: %3. %4":
            "rangée %1, champ %2 : %3. %4",
        "the field « %1 » is missing":
            "il manque le champ « %1 »",
        "it is no object":
            "ce n'est pas un objet",
        "« %1 » is not of the kind that belongs there":
            "« %1 » n'est pas du type attendu",
        "« %1 » has no value that is known":
            "« %1 » n'a aucune valeur connue",
        "it is no JSON":
            "ce n'est pas du JSON",
        "words     ":
            "mots      ",
        "question  « %1 »":
            "question  « %1 »",
        "concepts  ":
            "concepts  ",
        "entities  ":
            "entités   ",
        "   words %1: %2":
            "   mots %1 : %2",
        "   letters %1":
            "   lettres %1",
        "   nearest %1: « %2 »":
            "   plus proche %1 : « %2 »",
        "   relevance %1":
            "   pertinence %1",
        "   situation %1":
            "   situation %1",
        "   told apart %1: %2":
            "   départagé %1 : %2",
        "   rules %1: %2":
            "   règles %1 : %2",
        "%1 leads by %2.":
            "%1 mène de %2.",
        "Without « %1 », %2 would come first.":
            "Sans « %1 », %2 viendrait en premier.",
        "trait":
            "trait",
        "entity type":
            "type d'entité",
        "way to take an entity":
            "façon de prendre une entité",
        "« %1 » is about %2 and %3":
            "« %1 » porte sur %2 et %3",
        "Let one of the two be optional.":
            "Rendez l'une des deux facultative.",
        "handler":
            "comportement",
        "this reason has no words":
            "cette raison n'a pas de mots",
        "Add « %1: [[one, other]] », or remove it.":
            "Ajoutez « %1: [[un, autre]] », ou retirez-la.",
        "this must be two words that clash":
            "ceci doit être deux mots qui se confondent",
        "Write [one, other], a word each.":
            "Écrivez [un, autre], un mot chacun.",
        "« %1 » and « %2 » are declared a second time":
            "« %1 » et « %2 » sont déclarés une seconde fois",
        "Keep these or those at %1.":
            "Gardez ceux-ci ou ceux de %1.",
        "« %1 » is no id of an intent":
            "« %1 » n'est pas l'id d'une intention",
        "Write small letters and hyphens, with a dot between: bid.security.":
            "Écrivez de petites lettres et des traits d'union, avec un point entre les deux : bid.security.",
        "intent « %1 » is described a second time":
            "l'intention « %1 » est décrite une seconde fois",
        "Join it with the one at %1.":
            "Réunissez-la avec celle de %1.",
        "« %1 » is an example of %2 too":
            "« %1 » est aussi un exemple de %2",
        "the title names no known entity in both languages":
            "le titre ne nomme aucune entité connue dans les deux langues",
        "Write one entity type in braces, the same in French and English: {certification}.":
            "Écrivez un type d'entité entre accolades, le même en français et en anglais : {certification}.",
        "strength":
            "force",
        "a rule needs something to be present":
            "une règle a besoin que quelque chose soit présent",
        "Name at least one concept or @entity.":
            "Nommez au moins un concept ou une @entité.",
        "unknown entity type « %1 »":
            "le type d'entité « %1 » est inconnu",
        "« %1 » is not one word":
            "« %1 » n'est pas un seul mot",
        "Write each word by itself, without an apostrophe.":
            "Écrivez chaque mot à part, sans apostrophe.",
        "this is no folded word":
            "ce mot n'est pas réduit à ses lettres",
        "Write one word a line, in small letters without accents.":
            "Écrivez un mot par ligne, en petites lettres sans accents.",
        "this phrase has %1 words, more than %2":
            "cette expression a %1 mots, plus de %2",
        "Write the words that tell; a whole sentence belongs under the examples of an intent.":
            "Écrivez les mots qui comptent; une phrase entière va dans les exemples d'une intention.",
        "concept « %1 » is declared a second time":
            "le concept « %1 » est déclaré une seconde fois",
        "no concept is called « %1 »":
            "aucun concept ne s'appelle « %1 »",
        "no rule uses the concept « %1 »":
            "aucune règle n'emploie le concept « %1 »",
        "Use it in a rule, or remove it.":
            "Employez-le dans une règle, ou retirez-le.",
        "guide":
            "parcours",
        "nothing describes the intent « %1 »":
            "rien ne décrit l'intention « %1 »",
        "Add it, with a title, rules and examples in both languages, to a file of intents/.":
            "Ajoutez-la, avec un titre, des règles et des exemples dans les deux langues, à un fichier de intents/.",
    ]
}
