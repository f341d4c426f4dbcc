// swift-format-ignore-file: a text and its translation, a line each.

extension FrenchTranslations {
    /// What commands say: help, results, and what is wrong with how they are called.
    static let commands: [String: String] = [
        "The topic %1 does not exist. Create it with: passerelle topics create":
            "Le sujet %1 n'existe pas. Créez-le avec : passerelle topics create",
        "No reply came in time. Is the service running? passerelle serve starts it.":
            "Aucune réponse n'est venue à temps. Le service est-il en marche? « passerelle serve » le démarre.",
        "No more records of %1 came within %2. Check that the cluster's brokers are up, then start again.":
            "Plus aucun enregistrement de %1 n'est venu en %2. Vérifiez que les courtiers de la grappe sont en marche, puis recommencez.",
        "the file that it names cannot be read":
            "le fichier qu'elle nomme ne peut pas être lu",
        "Check its path.":
            "Vérifiez son chemin.",
        "no setting has that name":
            "aucun réglage ne porte ce nom",
        "Did you mean %1?":
            "Vouliez-vous dire %1?",
        "Known: %1.":
            "Les noms connus : %1.",
        "Addresses of some of the brokers.":
            "L'adresse de quelques courtiers.",
        "The consumer group: all instances of one deployment share it.":
            "Le groupe de consommateurs : toutes les instances d'un même déploiement le partagent.",
        "The name of this instance: the same after a restart, and no other live instance's.":
            "Le nom de cette instance : le même après un redémarrage, et celui d'aucune autre instance en marche.",
        "Threads that answer questions, each with its own consumer and producer.":
            "Les fils qui répondent aux questions, chacun avec son consommateur et son producteur.",
        "Replies are committed when no question waits and the oldest reply has waited this long.":
            "Les réponses sont validées quand aucune question n'attend et que la plus ancienne réponse attend depuis ce temps.",
        "Replies are committed when the oldest has waited this long, even if questions still wait.":
            "Les réponses sont validées quand la plus ancienne attend depuis ce temps, même si des questions attendent encore.",
        "Replies are committed when this many questions were answered.":
            "Les réponses sont validées quand ce nombre de questions a reçu réponse.",
        "The topic of finished questionnaires.":
            "Le sujet des questionnaires terminés.",
        "The topic of requests for a person.":
            "Le sujet des demandes d'une personne.",
        "The topic of one record a question, about nobody.":
            "Le sujet d'un relevé par question, qui ne parle de personne.",
        "The topic of what could not be read.":
            "Le sujet de ce qui n'a pas pu être lu.",
        "How many partitions « topics create » gives a topic.":
            "Combien de partitions « topics create » donne à un sujet.",
        "How many brokers keep a copy of a topic that « topics create » makes.":
            "Combien de courtiers gardent une copie d'un sujet que « topics create » crée.",
        "The folder that holds intents/ and knowledge/.":
            "Le dossier qui contient intents/ et knowledge/.",
        "After how many days without a question a conversation is erased; 0 for never. One with an open questionnaire is warned at least 30 days before.":
            "Après combien de jours sans question une conversation est effacée; 0 pour jamais. Celle dont un questionnaire est ouvert est prévenue au moins 30 jours avant.",
        "How long the last answer is what « et le coût? » refers to.":
            "Combien de temps la dernière réponse reste ce à quoi « et le coût? » se rapporte.",
        "How long the assistant is silent after a person was called, unless the choice handoff.return gives it back before.":
            "Combien de temps l'assistant se tait après qu'une personne a été appelée, à moins que le choix handoff.return ne lui rende la conversation avant.",
        "The most characters of a reply: what the narrowest channel can show.":
            "Le plus de caractères d'une réponse : ce que le canal le plus étroit peut montrer.",
        "Where people live, as the time zone database calls it: by it go the dates that they are told.":
            "Où les gens vivent, comme le nomme la base des fuseaux horaires : les dates qu'on leur dit en dépendent.",
        "How much is logged.":
            "Ce qui est journalisé.",
        "Write it, or remove the setting.":
            "Écrivez-le, ou retirez le réglage.",
        "the addresses hold a name or a password, which has no effect there and would be shown in logs":
            "les adresses contiennent un nom ou un mot de passe, ce qui n'a aucun effet là et paraîtrait dans les journaux",
        "Write host:port only, and the credentials as kafka.properties: sasl.username and sasl.password.":
            "Écrivez seulement hôte:port, et les identifiants dans kafka.properties : sasl.username et sasl.password.",
        "Write host:port, with commas between several.":
            "Écrivez hôte:port, avec des virgules s'il y en a plusieurs.",
        "« %1 » cannot be used":
            "« %1 » ne peut pas servir",
        "Write a whole number from %1 to %2.":
            "Écrivez un nombre entier de %1 à %2.",
        "« %1 » is no time zone that this machine knows":
            "« %1 » n'est pas un fuseau horaire que cette machine connaît",
        "Write a name such as America/Toronto or America/Vancouver.":
            "Écrivez un nom comme America/Toronto ou America/Vancouver.",
        "Write one of %1.":
            "Écrivez l'un de ceux-ci : %1.",
        "Text.":
            "Du texte.",
        "host:port, with commas between several.":
            "hôte:port, avec des virgules s'il y en a plusieurs.",
        "A whole number from %1 to %2.":
            "Un nombre entier de %1 à %2.",
        "One of %1.":
            "L'un de ceux-ci : %1.",
        "A name of the time zone database, such as America/Toronto.":
            "Un nom de la base des fuseaux horaires, comme America/Toronto.",
        "the file « %1 » cannot be read":
            "le fichier « %1 » ne peut pas être lu",
        "Check its path and that this user may read it.":
            "Vérifiez son chemin et que cet utilisateur peut le lire.",
        "the environment variable « %1 » is not set":
            "la variable d'environnement « %1 » n'est pas définie",
        "Set it, or write the value here.":
            "Définissez-la, ou écrivez la valeur ici.",
        "neither file nor environment is given":
            "ni file ni environment n'est donné",
        "Write for instance {file: /run/secrets/password}.":
            "Écrivez par exemple {file: /run/secrets/password}.",
        "The group has no name.":
            "Le groupe n'a pas de nom.",
        "The instance has no name.":
            "L'instance n'a pas de nom.",
        "1 to 64 pumps are possible, not %1.":
            "De 1 à 64 fils sont possibles, pas %1.",
        "1 to 100,000 records go into a commit, not %1.":
            "De 1 à 100 000 enregistrements vont dans une validation, pas %1.",
        "A commit waits 0 to 5 seconds, not %1 or %2.":
            "Une validation attend de 0 à 5 secondes, pas %1 ou %2.",
        "At least one route is needed.":
            "Il faut au moins une route.",
        "A topic needs at least 1 partition.":
            "Un sujet a besoin d'au moins une partition.",
        "A topic needs at least 1 replica.":
            "Un sujet a besoin d'au moins une copie.",
        "“%1” cannot be a topic's name: 1 to 249 of the letters a to z, digits, “.”, “_” and “-”.":
            "« %1 » ne peut pas nommer un sujet : de 1 à 249 caractères parmi les lettres a à z, les chiffres, « . », « _ » et « - ».",
        "The topic %1 has %2 uses: it needs to have only one.":
            "Le sujet %1 a %2 usages : il ne doit en avoir qu'un.",
        "The offsets from %1 to %2 cannot be read: %3.":
            "Les positions de %1 à %2 ne peuvent pas être lues : %3.",
        "transaction.timeout.ms (%1) must be below session.timeout.ms (%2): a transaction must end before its partitions go to another instance.":
            "transaction.timeout.ms (%1) doit être inférieur à session.timeout.ms (%2) : une transaction doit finir avant que ses partitions passent à une autre instance.",
        "The topic %1 does not exist, or this user may not see it. Create it with: passerelle topics create":
            "Le sujet %1 n'existe pas, ou cet utilisateur ne peut pas le voir. Créez-le avec : passerelle topics create",
        "The topic %1 has %2 partitions and %3 has %4: a conversation is kept in the partition of its questions, so both need as many.":
            "Le sujet %1 a %2 partitions et %3 en a %4 : une conversation est gardée dans la partition de ses questions, il en faut donc autant des deux côtés.",
        "Answer a question, or JSON Lines from standard input, without Kafka.":
            "Répondre à une question, ou à des lignes JSON de l'entrée standard, sans Kafka.",
        "With \"-\" as the question, each line of standard input is a question object of the message contract with two more fields, \"conversation\" (a new one for each line if left out) and \"id\"; each line of the output is its reply object, in the same order.\n\nExamples:\n  passerelle ask \"Combien coûte B Corp?\"\n  passerelle ask --json --language en \"They pay us at 90 days, what can we do?\"\n  echo '{\"conversation\":\"a\",\"text\":\"Bonjour\"}' | passerelle ask -":
            "Avec « - » pour question, chaque ligne de l'entrée standard est un objet question du contrat de messages avec deux champs de plus, \"conversation\" (une nouvelle à chaque ligne s'il manque) et \"id\"; chaque ligne de la sortie est son objet réponse, dans le même ordre.\n\nExemples :\n  passerelle ask \"Combien coûte B Corp?\"\n  passerelle ask --json --language en \"They pay us at 90 days, what can we do?\"\n  echo '{\"conversation\":\"a\",\"text\":\"Bonjour\"}' | passerelle ask -",
        "The question, or - for JSON Lines on standard input.":
            "La question, ou - pour des lignes JSON sur l'entrée standard.",
        "Print the reply object rather than its text.":
            "Écrire l'objet réponse plutôt que son texte.",
        "Answer in this language: fr or en. Recognised from the question if left out.":
            "Répondre dans cette langue : fr ou en. Reconnue d'après la question si elle n'est pas dite.",
        "Each line of standard input is answered with an object, in the language of its field « language »: leave %1 out.":
            "Chaque ligne de l'entrée standard reçoit un objet, dans la langue de son champ « language » : ne donnez pas %1.",
        "The port of the embedded broker: 9092 if left out, 0 for any that is free.":
            "Le port du courtier intégré : 9092 si rien n'est dit, 0 pour n'importe lequel qui est libre.",
        "The address that the embedded broker listens on: 127.0.0.1 if left out.":
            "L'adresse où le courtier intégré écoute : 127.0.0.1 si rien n'est dit.",
        "Where the embedded broker keeps its data; in memory only if left out.":
            "Où le courtier intégré garde ses données; en mémoire seulement si rien n'est dit.",
        "Let the embedded broker listen beyond this machine. It has no authentication: whoever reaches it owns it.":
            "Laisser le courtier intégré écouter au-delà de cette machine. Il n'authentifie personne : qui l'atteint en est maître.",
        "There is no port %1. Choose one up to 65535, or 0 for any that is free.":
            "Il n'y a pas de port %1. Choisissez-en un jusqu'à 65535, ou 0 pour n'importe lequel qui est libre.",
        "%1 is for the embedded broker: give --embedded with it, or leave it out.":
            "%1 concerne le courtier intégré : donnez aussi --embedded, ou n'en parlez pas.",
        "Run the embedded broker alone.":
            "Faire tourner le courtier intégré seul.",
        "A small broker that speaks Kafka's protocol, with transactions: for development, tests, and one machine. Without --data it keeps everything in memory and forgets it at the end.":
            "Un petit courtier qui parle le protocole de Kafka, transactions comprises : pour le développement, les tests et une seule machine. Sans --data il garde tout en mémoire et l'oublie à la fin.",
        "Embedded broker: %1":
            "Courtier intégré : %1",
        "Talk with the assistant in a terminal.":
            "Parler avec l'assistant dans un terminal.",
        "Without options the assistant answers in this process. With --embedded a broker and the service are started here too, and questions and replies go through their topics; with --kafka they go through the configured cluster, where a service must be running.\n\nWithout a terminal, each line of standard input is a question. Colours: unless NO_COLOR is set.\n\nIn a terminal the conversation is kept, and the command that goes on with it is said at the end: without Kafka in .passerelle/ of the working folder, else on the topics (with --embedded: where --data says).":
            "Sans option, l'assistant répond dans ce processus. Avec --embedded, un courtier et le service sont démarrés ici aussi, et les questions et les réponses passent par leurs sujets; avec --kafka, elles passent par la grappe configurée, où un service doit être en marche.\n\nSans terminal, chaque ligne de l'entrée standard est une question. Couleurs : à moins que NO_COLOR soit défini.\n\nDans un terminal, la conversation est gardée, et la commande qui la reprend est dite à la fin : sans Kafka dans .passerelle/ du dossier courant, sinon dans les sujets (avec --embedded : là où --data le dit).",
        "Start a broker and the service in this process, and talk through them.":
            "Démarrer un courtier et le service dans ce processus, et parler à travers eux.",
        "With --embedded":
            "Avec --embedded",
        "Talk through the topics of the configured cluster.":
            "Parler à travers les sujets de la grappe configurée.",
        "Go on with the conversation of this name.":
            "Reprendre la conversation de ce nom.",
        "The name of a conversation has 1 to %1 bytes.":
            "Le nom d'une conversation a de 1 à %1 octets.",
        "--embedded brings a broker of its own: leave --kafka out.":
            "--embedded apporte son propre courtier : ne donnez pas --kafka.",
        "Check the content and the configuration, and list every problem.":
            "Vérifier le contenu et la configuration, et dire chaque problème.",
        "Prints each problem with its file, line and column, what is wrong and how to mend it; where two places disagree, the other one too, and a text that shows it. Errors end with status 78; warnings do not.\n\nThen leaves out each example in turn and says how many of them the others understand, by intent.\n\nExamples:\n  passerelle check\n  passerelle check --examples\n  passerelle check --json":
            "Écrit chaque problème avec son fichier, sa ligne et sa colonne, ce qui ne va pas et comment le corriger; là où deux endroits se contredisent, l'autre aussi, et un texte qui le montre. Les erreurs finissent par l'état 78; les avertissements, non.\n\nPuis laisse de côté chaque exemple à son tour et dit combien les autres en comprennent, par intention.\n\nExemples :\n  passerelle check\n  passerelle check --examples\n  passerelle check --json",
        "List the examples that the others do not understand.":
            "Dire les exemples que les autres ne font pas comprendre.",
        "Print the problems as a JSON array of {severity, file, line, column, message, remedy, witness, otherFile, otherLine}, for editors. What does not apply is left out.":
            "Écrire les problèmes en un tableau JSON de {severity, file, line, column, message, remedy, witness, otherFile, otherLine}, pour les éditeurs. Ce qui ne s'applique pas est omis.",
        "Print how easy each answer is to read, the hardest first, and nothing else.":
            "Dire à quel point chaque réponse est facile à lire, la plus difficile d'abord, et rien d'autre.",
        "--readability prints nothing else: leave %1 out.":
            "--readability n'écrit rien d'autre : ne donnez pas %1.",
        "no error":
            "aucune erreur",
        "errors: %1":
            "erreurs : %1",
        "no warning":
            "aucun avertissement",
        "warnings: %1":
            "avertissements : %1",
        "Configuration and content %1: %2, %3. %4 clashes of words are declared with their reason.":
            "Configuration et contenu %1 : %2, %3. %4 ressemblances de mots sont déclarées avec leur raison.",
        "%1  ease  words per sentence  words":
            "%1  aisance  mots par phrase  mots",
        "Left out one by one, %1 of the examples find their intent.\n  French   %2\n  English  %3":
            "Laissés de côté un à un, %1 des exemples trouvent leur intention.\n  Français  %2\n  Anglais   %3",
        "Those that do not, by intent:":
            "Ceux qui ne la trouvent pas, par intention :",
        "Those that do not, by intent (--examples lists them):":
            "Ceux qui ne la trouvent pas, par intention (--examples les énumère) :",
        "  %1  %2 of %3":
            "  %1  %2 sur %3",
        "Edit examples and phrases in a spreadsheet.":
            "Modifier exemples et expressions dans un tableur.",
        "Writes examples.csv (intent, language, example) and lexicon.csv (section, id, language, phrase), and puts what was changed in them back into the files of intents/, where everything else stays as it is.\n\nSave the tables as « CSV UTF-8 »; commas, semicolons and tabs are all understood. The order of rows does not matter. A new intent, concept or entity is declared in YAML first.\n\nExamples:\n  passerelle content export --csv tables\n  passerelle content import --csv tables --dry-run":
            "Écrit examples.csv (intent, language, example) et lexicon.csv (section, id, language, phrase), et remet ce qui y a été changé dans les fichiers de intents/, où tout le reste demeure tel quel.\n\nEnregistrez les tableaux en « CSV UTF-8 »; virgules, points-virgules et tabulations sont tous compris. L'ordre des lignes ne compte pas. Une nouvelle intention, un nouveau concept ou une nouvelle entité se déclare d'abord en YAML.\n\nExemples :\n  passerelle content export --csv tables\n  passerelle content import --csv tables --dry-run",
        "Write the examples and phrases as tables.":
            "Écrire les exemples et les expressions en tableaux.",
        "Tables that are in the folder already are replaced.":
            "Les tableaux déjà présents dans le dossier sont remplacés.",
        "What stands between the columns: semicolon for a spreadsheet set to French.":
            "Ce qui sépare les colonnes : semicolon pour un tableur réglé en français.",
        "%1 is no folder and cannot become one. Give the path of a folder.":
            "%1 n'est pas un dossier et ne peut pas en devenir un. Donnez le chemin d'un dossier.",
        "wrote %1":
            "écrit : %1",
        "Put the examples and phrases of tables into the files of intents/.":
            "Remettre les exemples et les expressions de tableaux dans les fichiers de intents/.",
        "A table holds all rows: what it has no longer is removed. A table that is not in the folder changes nothing. If a row is wrong, nothing is written, every problem is listed with its row, and the status is 65.":
            "Un tableau contient toutes les lignes : ce qu'il n'a plus est retiré. Un tableau absent du dossier ne change rien. Si une ligne est fautive, rien n'est écrit, chaque problème est dit avec sa ligne, et l'état est 65.",
        "Say what would change, and write nothing.":
            "Dire ce qui changerait, sans rien écrire.",
        "rows added: %1, removed: %2":
            "lignes ajoutées : %1, retirées : %2",
        "would change %1: %2":
            "changerait %1 : %2",
        "changed %1: %2":
            "changé, %1 : %2",
        "Nothing changes: the files hold what the tables hold.":
            "Rien ne change : les fichiers contiennent ce que les tableaux contiennent.",
        "Run « passerelle check » before you use them.":
            "Lancez « passerelle check » avant de vous en servir.",
        "The folder of examples.csv and lexicon.csv.":
            "Le dossier de examples.csv et de lexicon.csv.",
        "%1 holds neither %2. Write them with « passerelle content export ».":
            "%1 ne contient ni %2. Écrivez-les avec « passerelle content export ».",
        "Measure how well a set of questions is understood.":
            "Mesurer à quel point un jeu de questions est compris.",
        "The file holds a JSON object a line: {\"id\", \"text\", \"language\", \"intent\", \"also\": [], \"entities\": {}, \"style\"}.\n\nExamples:\n  passerelle evaluate Tests/Evaluation/work.jsonl\n  passerelle evaluate Tests/Evaluation/work.jsonl --html evaluation.html":
            "Le fichier contient un objet JSON par ligne : {\"id\", \"text\", \"language\", \"intent\", \"also\": [], \"entities\": {}, \"style\"}.\n\nExemples :\n  passerelle evaluate Tests/Evaluation/work.jsonl\n  passerelle evaluate Tests/Evaluation/work.jsonl --html evaluation.html",
        "The file of questions.":
            "Le fichier de questions.",
        "List the questions that were not understood rightly.":
            "Énumérer les questions qui n'ont pas été bien comprises.",
        "Print everything as JSON.":
            "Tout écrire en JSON.",
        "Write everything to this file too, as a page for a browser or a printer.":
            "Tout écrire dans ce fichier aussi, en une page pour un navigateur ou une imprimante.",
        "The JSON holds what was not understood anyway: leave --misses out.":
            "Le JSON contient de toute façon ce qui n'a pas été compris : ne donnez pas --misses.",
        "menu: ":
            "menu : ",
        "refused: ":
            "refusée : ",
        "Show why a text is understood as it is.":
            "Montrer pourquoi un texte est compris comme il l'est.",
        "Shows the words with what was repaired, the concepts and entities found, the first three intents with what each feature gave, and the words without which another intent would have come first. Points are thousandths.\n\nWith --question, shows how a text answers that question: its clauses, and the phrases of knowledge/questionnaires/says that were found in each.\n\nExamples:\n  passerelle explain \"c'est tu cher B Corp pour une ptite entreprise\"\n  passerelle explain --question q-waste-practices \"le bac brun pis le bleu\"":
            "Montre les mots avec ce qui a été corrigé, les concepts et les entités trouvés, les trois premières intentions avec ce que chaque trait a donné, et les mots sans lesquels une autre intention serait venue en premier. Les points sont des millièmes.\n\nAvec --question, montre comment un texte répond à cette question : ses propositions, et les expressions de knowledge/questionnaires/says trouvées dans chacune.\n\nExemples :\n  passerelle explain \"c'est tu cher B Corp pour une ptite entreprise\"\n  passerelle explain --question q-waste-practices \"le bac brun pis le bleu\"",
        "The text to explain.":
            "Le texte à expliquer.",
        "Print the explanation as JSON.":
            "Écrire l'explication en JSON.",
        "The language of the conversation so far: fr or en.":
            "La langue de la conversation jusque-là : fr ou en.",
        "The id of a question of a questionnaire that the text answers.":
            "L'id de la question d'un questionnaire à laquelle le texte répond.",
        "No questionnaire asks %1. The ids of the questions stand in knowledge/questionnaires.":
            "Aucun questionnaire ne pose %1. Les id des questions sont dans knowledge/questionnaires.",
        "%1 cannot be read. Check its path, and that you may read it.":
            "%1 ne peut pas être lu. Vérifiez son chemin, et que vous avez le droit de le lire.",
        "%1 is a workbook. Save its sheet as « CSV UTF-8 » in the spreadsheet, then try again.":
            "%1 est un classeur. Enregistrez sa feuille en « CSV UTF-8 » dans le tableur, puis recommencez.",
        "%1 is no text. Save it as « CSV UTF-8 » in the spreadsheet, then try again.":
            "%1 n'est pas du texte. Enregistrez-le en « CSV UTF-8 » dans le tableur, puis recommencez.",
        "%1 cannot be written. Check that its folder exists and that you may write there.":
            "%1 ne peut pas être écrit. Vérifiez que son dossier existe et que vous avez le droit d'y écrire.",
        "Match buyers' own questionnaires with the common base.":
            "Apparier les questionnaires d'acheteurs avec la base commune.",
        "A file is a table (CSV; commas, semicolons and tabs are all understood) with a row for each question, in French or English; UTF-8, UTF-16 and Windows-1252 are all read. The column of the questions is found by what is in it, and shown; --column says it by its heading, its letter or its number.\n\nShown is what all files ask, what only one asks, and what the base lacks. A match that is not clear is marked doubtful, for a person to decide.\n\nExamples:\n  passerelle harmonise Tests/Questionnaires/*.csv\n  passerelle harmonise bank.csv city.csv --language en --output-csv crosswalk.csv --html matrix.html":
            "Un fichier est un tableau (CSV; virgules, points-virgules et tabulations sont tous compris) avec une ligne par question, en français ou en anglais; UTF-8, UTF-16 et Windows-1252 se lisent tous. La colonne des questions se trouve à ce qu'elle contient, et elle est montrée; --column la dit par son en-tête, sa lettre ou son numéro.\n\nOn voit ce que tous les fichiers demandent, ce qu'un seul demande, et ce qui manque à la base. Une correspondance qui n'est pas claire est marquée comme douteuse, pour qu'une personne en décide.\n\nExemples :\n  passerelle harmonise Tests/Questionnaires/*.csv\n  passerelle harmonise bank.csv city.csv --language en --output-csv crosswalk.csv --html matrix.html",
        "The files of questions.":
            "Les fichiers de questions.",
        "The column of the questions in every file: its heading, its letter or its number from 1.":
            "La colonne des questions dans chaque fichier : son en-tête, sa lettre ou son numéro à partir de 1.",
        "The language of labels and headings.":
            "La langue des libellés et des en-têtes.",
        "Write the crosswalk to this file, a row for each question.":
            "Écrire la table de correspondance dans ce fichier, une ligne par question.",
        "Write the questions of the base by file to this page.":
            "Écrire les questions de la base par fichier dans cette page.",
        "What stands between the columns of a CSV: a semicolon in French, a comma in English if left out.":
            "Ce qui sépare les colonnes d'un CSV : si rien n'est dit, un point-virgule en français, une virgule en anglais.",
        "--separator is for a table: give --output-csv with it, or leave it out.":
            "--separator concerne un tableau : donnez aussi --output-csv, ou n'en parlez pas.",
        "The content has no questionnaire. Choose another folder with --content.":
            "Le contenu n'a pas de questionnaire. Choisissez un autre dossier avec --content.",
        "List what can be asked, with what each intent takes.":
            "Énumérer ce qu'on peut demander, avec ce que chaque intention prend.",
        "What a person can want, as intents/ declares it: the id that replies carry, its title in both languages, the entities that change its answer, and what is special about it.\n\nExample:\n  passerelle intents --json":
            "Ce qu'une personne peut vouloir, comme intents/ le déclare : l'id que portent les réponses, son titre dans les deux langues, les entités qui changent sa réponse, et ce qu'elle a de particulier.\n\nExemple :\n  passerelle intents --json",
        "Print JSON: an object with the version of the content and the intents.":
            "Écrire du JSON : un objet avec la version du contenu et les intentions.",
        "%1 cannot be written: this conversation is not kept. Check that you may write there.":
            "%1 ne peut pas être écrit : cette conversation n'est pas gardée. Vérifiez que vous avez le droit d'y écrire.",
        "The language of what is printed: fr or en. As LANG says if left out.":
            "La langue de ce qui est écrit : fr ou en. Celle de LANG si rien n'est dit.",
        "A procurement adviser over Apache Kafka, in French and English.":
            "Un conseiller en approvisionnement sur Apache Kafka, en français et en anglais.",
        "Small and medium companies ask it how to get to the procurement markets of large organisations; buyers ask it which certification identifies a responsible supplier, which evidence to accept, what to do first.\n\nExamples:\n  passerelle ask \"Quelle certification identifie un fournisseur détenu par des femmes?\"\n  passerelle chat\n  passerelle serve --embedded":
            "Les petites et moyennes entreprises lui demandent comment accéder aux marchés des grandes organisations; les acheteurs, quelle certification reconnaît un fournisseur responsable, quelle preuve accepter, par où commencer.\n\nExemples :\n  passerelle ask \"Quelle certification identifie un fournisseur détenu par des femmes?\"\n  passerelle chat\n  passerelle serve --embedded",
        "Error: %1":
            "Erreur : %1",
        "Write an action plan for a buyer: a document, a table or a calendar.":
            "Écrire un plan d'action pour un acheteur : un document, un tableau ou un calendrier.",
        "The actions of the knowledge base in three phases (within 6, 18 and 36 months), with their first step, what to measure, what they rest on, and dates from the first day on. Priorities, order and dates are a proposal.\n\nExamples:\n  passerelle plan --dimension diversity --horizon medium\n  passerelle plan --language en --start 2027-01-04 --format csv --output plan.csv\n  passerelle plan --format ics --output plan.ics":
            "Les actions de la base de connaissances en trois temps (d'ici 6, 18 et 36 mois), avec leur premier pas, quoi mesurer, sur quoi elles reposent, et des dates à partir du premier jour. Priorités, ordre et dates sont une proposition.\n\nExemples :\n  passerelle plan --dimension diversity --horizon medium\n  passerelle plan --language en --start 2027-01-04 --format csv --output plan.csv\n  passerelle plan --format ics --output plan.ics",
        "Only actions that speak to this dimension; give it again for another.":
            "Seulement les actions qui touchent cette dimension; répétez-la pour une autre.",
        "Only actions of this horizon and shorter ones.":
            "Seulement les actions de cet horizon et de plus courts.",
        "Only actions that change this step of a purchase; give it again for another.":
            "Seulement les actions qui changent cette étape d'un achat; répétez-la pour une autre.",
        "The language of the plan.":
            "La langue du plan.",
        "The first day of the plan: today if left out.":
            "Le premier jour du plan : aujourd'hui si rien n'est dit.",
        "What to write: csv is for spreadsheets, ics for calendars.":
            "Quoi écrire : csv est pour les tableurs, ics pour les calendriers.",
        "Write to this file rather than to standard output.":
            "Écrire dans ce fichier plutôt que sur la sortie standard.",
        "--separator is for --format csv: give that too, or leave it out.":
            "--separator concerne --format csv : donnez-le aussi, ou n'en parlez pas.",
        "No action is left with this --%1. Choose another, or leave it out.":
            "Aucune action ne reste avec ce --%1. Choisissez-en un autre, ou n'en donnez pas.",
        "No action of the knowledge base speaks to %1. Some speak to %2.":
            "Aucune action de la base de connaissances ne touche %1. Certaines touchent %2.",
        "No action of the knowledge base speaks to %1: the plan is about the rest.":
            "Aucune action de la base de connaissances ne touche %1 : le plan porte sur le reste.",
        "« %1 » is no date from %2 to %3. Write it as 2027-01-04.":
            "« %1 » n'est pas une date de %2 à %3. Écrivez-la comme 2027-01-04.",
        "Look at a questionnaire: what it asks, and when.":
            "Regarder un questionnaire : ce qu'il demande, et quand.",
        "Draw a questionnaire as an SVG file.":
            "Dessiner un questionnaire en un fichier SVG.",
        "The questions from top to bottom in their sections, each with its number, its type, its weight in the score and whether it is required, and arrows for the answers that show further questions. The file needs nothing else to be shown, and follows the light or dark colours of the reader.\n\nExamples:\n  passerelle questionnaire graph --output questionnaire.svg\n  passerelle questionnaire graph --form supplier-short --language en --output short.svg":
            "Les questions de haut en bas dans leurs sections, chacune avec son numéro, son type, son poids dans l'indice et si elle est obligatoire, et des flèches pour les réponses qui en font paraître d'autres. Le fichier n'a besoin de rien d'autre pour se montrer, et suit les couleurs claires ou sombres du lecteur.\n\nExemples :\n  passerelle questionnaire graph --output questionnaire.svg\n  passerelle questionnaire graph --form supplier-short --language en --output short.svg",
        "The questionnaire or its short form: supplier-common or supplier-short.":
            "Le questionnaire ou sa version courte : supplier-common ou supplier-short.",
        "The language of the drawing.":
            "La langue du dessin.",
        "There is no form « %1 ». Choose one of: %2.":
            "Aucune forme ne s'appelle « %1 ». Choisissez parmi : %2.",
        "Sum the ratings of criteria, beside the knowledge base's own appraisal.":
            "Faire la somme des cotes de réalisme, à côté de l'appréciation de la base de connaissances.",
        "Ratings stand in insight records: {\"rating\": {\"question\": \"q-ghg-inventory\", \"realistic\": 4, \"audience\": \"sme\"}}, from 1 to 5; all other records are passed over. With --kafka, reads the insight topic from its beginning to its present end; nothing is written.\n\nExamples:\n  passerelle realism insights.jsonl\n  passerelle realism --kafka --language en --output-csv realism.csv":
            "Les cotes sont dans les relevés : {\"rating\": {\"question\": \"q-ghg-inventory\", \"realistic\": 4, \"audience\": \"sme\"}}, de 1 à 5; tous les autres enregistrements sont passés. Avec --kafka, lit le sujet des relevés de son début à sa fin présente; rien n'est écrit.\n\nExemples :\n  passerelle realism insights.jsonl\n  passerelle realism --kafka --language en --output-csv realism.csv",
        "Read the insight topic of the configured cluster.":
            "Lire le sujet des relevés de la grappe configurée.",
        "Files of insight records, an object a line.":
            "Des fichiers de relevés, un objet par ligne.",
        "The language of the labels.":
            "La langue des libellés.",
        "Write the table to this file too.":
            "Écrire le tableau dans ce fichier aussi.",
        "Give either --kafka, or files of insight records.":
            "Donnez soit --kafka, soit des fichiers de relevés.",
        "Repair typing errors and write abbreviations out, a text a line.":
            "Corriger les fautes de frappe et écrire les abréviations au long, un texte par ligne.",
        "Reads lines from standard input and writes each with its typing errors repaired.":
            "Lit des lignes de l'entrée standard et écrit chacune avec ses fautes de frappe corrigées.",
        "Ask recorded questions again, and show what is replied differently now.":
            "Reposer des questions enregistrées, et montrer ce qui reçoit maintenant une autre réponse.",
        "With --kafka, reads the question topic and the reply topic of a route from their beginning to their present end; nothing is written. With files, questions are lines as \"passerelle ask -\" takes them, each with its \"time\" if one likes (2026-01-31T14:05:00Z), and replies are lines as it writes them.\n\nEvery question is asked again at its own time, each conversation from its beginning. Compared are intent, outcome, language, alternatives, entities, references and whether there is a reply at all.\n\nExamples:\n  passerelle replay --kafka --since 2026-01-31\n  passerelle ask - < questions.jsonl > replies.jsonl\n  passerelle replay --questions questions.jsonl --replies replies.jsonl --content ../draft --fail-on-change":
            "Avec --kafka, lit le sujet des questions et celui des réponses d'une route de leur début à leur fin présente; rien n'est écrit. Avec des fichiers, les questions sont des lignes telles que « passerelle ask - » les prend, chacune avec son \"time\" si l'on veut (2026-01-31T14:05:00Z), et les réponses sont des lignes telles qu'il les écrit.\n\nChaque question est reposée à son propre moment, chaque conversation depuis son début. On compare l'intention, l'issue, la langue, les autres choix, les entités, les références et s'il y a seulement une réponse.\n\nExemples :\n  passerelle replay --kafka --since 2026-01-31\n  passerelle ask - < questions.jsonl > replies.jsonl\n  passerelle replay --questions questions.jsonl --replies replies.jsonl --content ../draft --fail-on-change",
        "Read the topics of the configured cluster.":
            "Lire les sujets de la grappe configurée.",
        "With --kafka: the name of the route to read. If left out, the first.":
            "Avec --kafka : le nom de la route à lire. La première si rien n'est dit.",
        "A file of questions.":
            "Un fichier de questions.",
        "The file of the replies to them.":
            "Le fichier des réponses à ces questions.",
        "Compare only questions from this time on, in UTC unless it says otherwise: 2026-01-31T14:05:00Z.":
            "Comparer seulement les questions à partir de ce moment, en UTC à moins qu'il ne dise autre chose : 2026-01-31T14:05:00Z.",
        "Compare at most so many questions, the newest.":
            "Comparer au plus autant de questions, les plus récentes.",
        "Compare the wording too.":
            "Comparer aussi les mots de la réponse.",
        "End with status 1 if any question is replied to differently.":
            "Finir par l'état 1 si une question reçoit une autre réponse.",
        "Give either --kafka, or both --questions and --replies.":
            "Donnez soit --kafka, soit --questions et --replies ensemble.",
        "--route names topics: give --kafka with it.":
            "--route nomme des sujets : donnez aussi --kafka.",
        "--limit %1: at least 1 question is compared.":
            "--limit %1 : au moins 1 question est comparée.",
        "« %1 » is no time. Write it as 2026-01-31T14:05:00Z or 2026-01-31.":
            "« %1 » n'est pas un moment. Écrivez-le comme 2026-01-31T14:05:00Z ou 2026-01-31.",
        "No route is called « %1 ». Configured: %2.":
            "Aucune route ne s'appelle « %1 ». Configurées : %2.",
        "Write the report of a finished questionnaire: a page for a browser or a printer.":
            "Écrire le rapport d'un questionnaire terminé : une page pour un navigateur ou une imprimante.",
        "The file holds one submission, as the topic of submissions carries it, or as « passerelle chat » writes it. With --kafka, the declaration finished last in a conversation is looked for on the topics of the configured cluster; nothing is written to them.\n\nThe report holds all answers, whatever sharing was agreed to: it is for the person who answered.\n\nExamples:\n  passerelle report submission.json --output report.html\n  passerelle report submission.json --language en > report.html\n  passerelle report --kafka --conversation c1 --output report.html":
            "Le fichier contient une déclaration, telle que la porte le sujet des déclarations ou telle que « passerelle chat » l'écrit. Avec --kafka, la dernière déclaration terminée d'une conversation est cherchée dans les sujets de la grappe configurée; rien n'y est écrit.\n\nLe rapport contient toutes les réponses, quel que soit le partage accepté : il est pour la personne qui a répondu.\n\nExemples :\n  passerelle report submission.json --output report.html\n  passerelle report submission.json --language en > report.html\n  passerelle report --kafka --conversation c1 --output report.html",
        "The file of the submission.":
            "Le fichier de la déclaration.",
        "Look for the declaration on the topics of the configured cluster.":
            "Chercher la déclaration dans les sujets de la grappe configurée.",
        "With --kafka: the conversation, by the id that replies carry in « conversation ».":
            "Avec --kafka : la conversation, par l'id que les réponses portent dans « conversation ».",
        "The language of the report. If left out, that of the submission.":
            "La langue du rapport. Celle de la déclaration si rien n'est dit.",
        "Give either the file of a submission, or --kafka and --conversation.":
            "Donnez soit le fichier d'une déclaration, soit --kafka et --conversation.",
        "%1: the content has no questionnaire « %2 ». Give with --content the one that was answered.":
            "%1 : le contenu n'a pas le questionnaire « %2 ». Donnez avec --content celui qui a été rempli.",
        "No finished questionnaire of the conversation « %1 » is on %2. Check the id: replies carry it in « conversation », questions in their key.":
            "Aucun questionnaire terminé de la conversation « %1 » ne se trouve dans %2. Vérifiez l'id : les réponses le portent dans « conversation », les questions dans leur clé.",
        "Measure how answers, names, commands and conversations of strangers are taken.":
            "Mesurer comment les réponses, les noms, les commandes et les conversations d'inconnus sont pris.",
        "Each file holds a JSON object a line: {\"kind\": \"answer\", \"language\": \"fr\", \"question\": \"q-…\", \"text\": \"…\", \"expect\": {\"choice\": \"…\"}}.\n\nExample:\n  passerelle round Tests/Rounds/round-1.jsonl --misses":
            "Chaque fichier contient un objet JSON par ligne : {\"kind\": \"answer\", \"language\": \"fr\", \"question\": \"q-…\", \"text\": \"…\", \"expect\": {\"choice\": \"…\"}}.\n\nExemple :\n  passerelle round Tests/Rounds/round-1.jsonl --misses",
        "The files of lines.":
            "Les fichiers de lignes.",
        "List the lines that did not go as they should.":
            "Énumérer les lignes qui ne se sont pas passées comme il faut.",
        "Show the phrases that were found in each answer that is listed.":
            "Montrer les expressions trouvées dans chaque réponse énumérée.",
        "--why is about the lines of --misses: give that too.":
            "--why concerne les lignes de --misses : donnez-le aussi.",
        "The content has no questionnaire: there is nothing to measure.":
            "Le contenu n'a pas de questionnaire : il n'y a rien à mesurer.",
        "paused":
            "en pause",
        "nothing open":
            "rien d'ouvert",
        "OPPOSITE ":
            "LE CONTRAIRE ",
        "expected %1, did: %2":
            "attendu : %1; obtenu : %2",
        "Answer questions from Kafka until told to stop.":
            "Répondre aux questions de Kafka jusqu'à l'arrêt.",
        "Reads questions from the topics of the configured routes and writes replies, conversations and events, each in one transaction with the question's offset. SIGTERM or SIGINT: what was taken is finished and committed, and the process ends with status 0 within ten seconds.\n\nExamples:\n  passerelle serve --embedded --data ./data --port 9092\n  passerelle serve --config config/passerelle.yaml\n  PASSERELLE_KAFKA_BOOTSTRAP_SERVERS=kafka-1:9092,kafka-2:9092 passerelle serve":
            "Lit les questions des sujets des routes configurées et écrit réponses, conversations et événements, chacun dans une même transaction avec la position de la question. SIGTERM ou SIGINT : ce qui a été pris est terminé et validé, et le processus finit avec l'état 0 en moins de dix secondes.\n\nExemples :\n  passerelle serve --embedded --data ./data --port 9092\n  passerelle serve --config config/passerelle.yaml\n  PASSERELLE_KAFKA_BOOTSTRAP_SERVERS=kafka-1:9092,kafka-2:9092 passerelle serve",
        "Start a broker inside this process rather than use a cluster.":
            "Démarrer un courtier dans ce processus plutôt que de se servir d'une grappe.",
        "The configuration file. If left out, config/passerelle.yaml where it exists.":
            "Le fichier de configuration. Si rien n'est dit, config/passerelle.yaml s'il existe.",
        "The folder that holds intents/ and knowledge/; wins over the configuration.":
            "Le dossier qui contient intents/ et knowledge/; l'emporte sur la configuration.",
        "%1: the configuration file cannot be read. Check its path.":
            "%1 : le fichier de configuration ne peut pas être lu. Vérifiez son chemin.",
        "Show every setting: what it is for, what it may be, and what is configured.":
            "Montrer chaque réglage : à quoi il sert, ce qu'il peut être, et ce qui est configuré.",
        "A setting stands in config/passerelle.yaml under its name, or in the environment variable, which wins. With _FILE at the end of its name a variable holds the path of a file with the value. Properties of librdkafka stand under kafka.properties, or in PASSERELLE_KAFKA_PROPERTIES_ and their name in capitals, with _ for each dot; routes stand in the file only.\n\nExample:\n  passerelle settings --config config/passerelle.yaml":
            "Un réglage s'écrit dans config/passerelle.yaml sous son nom, ou dans la variable d'environnement, qui l'emporte. Avec _FILE à la fin de son nom, une variable donne le chemin d'un fichier qui contient la valeur. Les propriétés de librdkafka s'écrivent sous kafka.properties, ou dans PASSERELLE_KAFKA_PROPERTIES_ suivi de leur nom en majuscules, avec _ pour chaque point; les routes, dans le fichier seulement.\n\nExemple :\n  passerelle settings --config config/passerelle.yaml",
        "Compare the suppliers that finished a questionnaire: a table, a spreadsheet or a page.":
            "Comparer les fournisseurs qui ont terminé un questionnaire : un tableau, une feuille de calcul ou une page.",
        "With --kafka, reads the topic of submissions from its beginning to its present end; nothing is written. With files, a submission a line.\n\nThe newest submission of a conversation counts, and only where its person agreed to share the answers. Answers on diversity are shown, and can be filtered by, only where sharing them was agreed to.\n\nExamples:\n  passerelle submissions --kafka --dimension eco-responsible\n  passerelle submissions --kafka --group women --format csv --output suppliers.csv\n  passerelle submissions submissions.jsonl --assurance documented --format html --output suppliers.html":
            "Avec --kafka, lit le sujet des déclarations de son début à sa fin présente; rien n'est écrit. Avec des fichiers, une déclaration par ligne.\n\nLa déclaration la plus récente d'une conversation compte, et seulement si la personne a accepté d'en partager les réponses. Les réponses sur la diversité ne se montrent, et ne servent de filtre, que là où leur partage a été accepté.\n\nExemples :\n  passerelle submissions --kafka --dimension eco-responsible\n  passerelle submissions --kafka --group women --format csv --output suppliers.csv\n  passerelle submissions submissions.jsonl --assurance documented --format html --output suppliers.html",
        "Read the topic of the configured cluster.":
            "Lire le sujet de la grappe configurée.",
        "Files of submissions.":
            "Des fichiers de déclarations.",
        "Only suppliers that a mark, a score, an answer or a claim connects with it.":
            "Seulement les fournisseurs qu'une étiquette, un indice, une réponse ou une affirmation y rattache.",
        "Only suppliers owned by people of this group who share that they are.":
            "Seulement les fournisseurs détenus par des personnes de ce groupe qui acceptent que cela se sache.",
        "Only suppliers shown with this level or a higher one. A self-declaration reaches at most: documented.":
            "Seulement les fournisseurs montrés à ce niveau ou à un niveau plus élevé. Une autodéclaration atteint au plus : documented.",
        "Show also suppliers that share only with the buyer who invited them. Give it only if you are that buyer.":
            "Montrer aussi les fournisseurs qui ne partagent qu'avec l'acheteur qui les a invités. À donner seulement si vous êtes cet acheteur.",
        "The language of the table.":
            "La langue du tableau.",
        "What to write: csv is for spreadsheets, html for browsers and printers, json for programs.":
            "Quoi écrire : csv est pour les tableurs, html pour les navigateurs et les imprimantes, json pour les programmes.",
        "Give either --kafka, or files of submissions.":
            "Donnez soit --kafka, soit des fichiers de déclarations.",
        "%1 submissions answer a questionnaire that the content does not have: left out.":
            "%1 déclarations répondent à un questionnaire que le contenu n'a pas : laissées de côté.",
        "Hold conversations as files have them, and show where the replies differ.":
            "Tenir des conversations telles que des fichiers les écrivent, et montrer où les réponses diffèrent.",
        "A file holds \"conversations\", each with a title and turns: what the person says, and what is expected of the reply. Tests/Conversations has many. Ends with status 1 if a reply differs.\n\nExample:\n  passerelle test Tests/Conversations/*.yaml":
            "Un fichier contient des \"conversations\", chacune avec un titre et des tours : ce que la personne dit, et ce qu'on attend de la réponse. Tests/Conversations en a beaucoup. Finit par l'état 1 si une réponse diffère.\n\nExemple :\n  passerelle test Tests/Conversations/*.yaml",
        "The files of conversations.":
            "Les fichiers de conversations.",
        "%1 of %2 conversations go as written.":
            "%1 conversations sur %2 se déroulent comme elles sont écrites.",
        "Create or describe the topics that the configuration needs.":
            "Créer ou décrire les sujets dont la configuration a besoin.",
        "Create the topics that are missing.":
            "Créer les sujets qui manquent.",
        "Topics that exist are left as they are. New ones get the partitions and replicas of the configuration (topics.partitions, topics.replication-factor); conversation topics are compacted and get as many partitions as their questions.":
            "Les sujets qui existent restent tels quels. Les nouveaux reçoivent les partitions et les copies de la configuration (topics.partitions, topics.replication-factor); les sujets de conversations sont compactés et reçoivent autant de partitions que leurs questions.",
        "created %1 (%2 partitions)":
            "créé : %1 (%2 partitions)",
        "Every topic exists.":
            "Tous les sujets existent.",
        "Show the topics that the configuration needs, and what is wrong with them.":
            "Montrer les sujets dont la configuration a besoin, et ce qui ne va pas.",
    ]
}
