extension AnswerWords {
    /// The part that the words of a set have. The keys of the file are these names with hyphens.
    public enum Meaning: Int, Sendable, Hashable, CaseIterable, AnswerWordsKey {
        // MARK: How the words of an answer are read

        /// What people say before they say anything.
        case interjections

        // MARK: Yes and no

        /// A word that says yes.
        case clearYes
        /// A word that says no.
        case clearNo
        /// Of those, the ones that may also deny what stands behind them: "no policy".
        case denyingNo
        /// Of those, the ones that stand before a noun and then say that there is none of it: "no sanctions".
        case noBeforeNouns
        /// What stands behind a "no" that answers, rather than one before a noun.
        case behindNounNo
        /// What stands behind a "no" that answers, rather than one that denies what stands behind it.
        case behindNo
        /// What stands behind a "no" that does not contradict a yes: "yes, no problem".
        case harmlessBehindNo
        /// What else people say before a yes or a no.
        case beforeConsent
        /// What is polite and answers nothing.
        case polite
        /// Between a yes and a no, what makes the second contradict the first.
        case betweenYesAndNo
        /// A yes where nothing else is said.
        case yesPhrases
        /// A no where nothing else is said before the first comma.
        case noPhrases
        /// A no, whatever stands behind it.
        case noOpenings
        /// A yes, whatever stands behind it unless it is a denial.
        case yesOpenings
        /// What makes a no of these yeses: « bien sûr que non ».
        case turningYes
        /// A word that wavers, among the first three.
        case doubts
        /// A phrase that wavers.
        case doubtPhrases
        /// What ends a yes or a no that does not know.
        case notKnowingEndings
        /// "No, never" to a question of which yes means that there is none: the "never" is what counts.
        case emphaticDenials
        /// In the French text of a question: yes means that there is none (« êtes-vous exempt de … »).
        case absence

        // MARK: What denies, and the clauses of an answer

        /// A word that denies, in a clause. The first is put before what somebody asks and denies at once: « écrit?
        /// non ».
        case denying
        /// A word that denies or excepts, near a title, a name or a yes.
        case negations
        /// What looks like a denial and denies nothing: these words are left out.
        case harmless
        /// A small word, which says nothing of a choice. A phrase made of these alone keeps them.
        case small
        /// What stands for the thing in a phrase that denies: "I don't have any".
        case standIns
        /// What joins two clauses.
        case and
        /// What stands between two alternatives.
        case or
        /// Where one clause ends and another begins: at the last word of each.
        case breaks
        /// A word that takes back part of what is said.
        case takingBack
        /// Before what is named as known: « le site web ».
        case definite
        /// Behind what is named, what sets it apart from what came before: « le site web, par contre, non ».
        case settingApart
        /// What points at what was just named: « occupé de ça ».
        case pointing
        /// In a clause that denies, what says that something else is denied than what was named: « rien d'autre », « aucune idée ».
        case denyingElse

        // MARK: The titles of choices

        /// A word that does not count where an answer is compared with a title.
        case fillers
        /// A word of titles that alone points at no choice.
        case weakTitleWords
        /// A part of a title that says nothing of its choice.
        case plainTitleParts
        /// The first word of a title that says that there is nothing.
        case denyingTitles
        /// A whole title that says that there is nothing.
        case denyingWholeTitles
        /// The question does not apply. A choice whose French title begins like this says so.
        case notApplicable
        /// What is no "no", whatever stands behind it.
        case notApplicableOpenings

        // MARK: Choices named by their place

        /// What makes a place of a figure: "2nd".
        case ordinalEndings
        /// The last choice.
        case last
        /// Several choices, from the first: "the first three".
        case firstSeveral
        /// Several choices, to the last.
        case lastSeveral
        /// What goes around "first three" and adds nothing.
        case aroundSeveral
        /// Between the first and the last of several choices: "1 to 3".
        case ranges
        /// Between two places: "1 and 3".
        case placeJoints
        /// What goes around a place and adds nothing: "I pick number 2".
        case aroundPlaces
        /// What goes with a place before a figure alone: "no 3".
        case placeNumbering
        /// What is no number behind a place: "the second one".
        case pronounsBehindOrdinals
        /// What picks no choice: "I'm the one".
        case pickingNothing
        /// Behind a place, what says why: "b because …".
        case reasons

        // MARK: Several choices, all, none

        /// What parts the choices of a list.
        case listJoints
        /// All the choices.
        case all
        /// What goes around "all" and adds nothing.
        case aroundAll
        /// What takes what stands behind it from "all"; of several, the first of these.
        case exceptions
        /// No choice, where nothing else is said.
        case none
        /// What goes around "none" and adds nothing.
        case aroundNone
        /// How words begin that speak of diversity, where it is not shared.
        case diversityBeginnings

        // MARK: Numbers in words

        /// A hundred, within a number in words.
        case hundreds
        /// How these words end: the exact number is then told behind them.
        case collectiveEndings
        /// What is a number only behind another: "dozens" is none.
        case plurals
        /// Behind « quatre », what makes eighty.
        case scores
        /// « Et » within a French number, before one or eleven: « vingt et un ».
        case numberAnd
        /// "And" within an English number, behind the hundreds: "one hundred and five".
        case hundredAnd
        /// A half more, behind a number or its unit.
        case andAHalf
        /// The decimal point in words: "three point five".
        case decimalWords
        /// The minus sign in words.
        case minus
        /// The sign % in words.
        case percent
        /// Behind a number, what may be a million or a metre.
        case unclearUnits
        /// Another mass than the tonne.
        case otherMasses
        /// What bounds a number without telling it: "more than 10", "a few".
        case bounds
        /// What looks like a bound of a number and is none.
        case noBounds
        /// An article that is a number only before what is counted, or in a brief answer: « un total de 12 ».
        case articles
        /// What stands behind the noun of an article that is no number: « un total de ».
        case behindMeasures
        /// One, and no more.
        case exactlyOne
        /// A "one" that points at something, and counts nothing.
        case pointingOnes
        /// A "one" that does not count what stands behind it.
        case uncountedOnes

        // MARK: How many people, and what they hold

        /// What is counted: "one employee" is a number.
        case counted
        /// What a number counts that looks like a year: "2024 tonnes".
        case countedBesideYears
        /// The staff.
        case staff
        /// The emissions.
        case emissions
        /// Behind the staff, what tells of some of it alone: "no staff full time".
        case kindsOfStaff
        /// What denies what is counted: "no employees".
        case denials
        /// What begins a brief answer that denies what is counted.
        case briefDenials
        /// Before "nobody", what says that nobody is hired.
        case hiring
        /// Nobody, behind these words.
        case nobodyHired
        /// Nobody, at the beginning: "nobody, it's just the two of us".
        case nobody
        /// Zero, whatever stands behind it.
        case noneAtOnce
        /// Zero, at the beginning of a brief answer.
        case noneBriefly
        /// Zero, where nothing else is said.
        case noOne
        /// The person is alone, and employs nobody.
        case alone
        /// People, whom a number counts among others.
        case people
        /// What says where these people are.
        case placing
        /// What keeps numbers from being added up: it is a part alone, or no staff.
        case partial
        /// Who works half the time counts half.
        case halves
        /// Here: of several numbers, the one of here counts.
        case here
        /// The whole: a hundred percent.
        case whole
        /// A share that is not told.
        case vagueShares
        /// Before a number of people who hold a share.
        case holders
        /// Who is no staff: « les deux fondateurs ».
        case noStaff
        /// Of who speaks, behind a share: "the other 51 is me".
        case ownHolders
        /// Between two numbers of which the first is a part of the second: « huit parts sur dix ».
        case outOf
        /// Before the share of others: "the other 49".
        case otherHolders
        /// Behind a number of people who hold a share: "two of us".
        case behindHolders
        /// Between two shares: "50 to 60%".
        case besideShares

        // MARK: Of several numbers, which

        /// The end of a reckoning: "that makes 12".
        case concluding
        /// Behind a number, what says what it is made of: "three, that's two techs plus me".
        case detailing
        /// What may stand before a number given alone: "we are about 12".
        case beforeAlone
        /// What adds to a number given alone, or takes it back.
        case adding
        /// Between two numbers that are added up.
        case plus
        /// What takes a number back: the one behind it counts. So does what « correcting » has in answer-
        /// phrases.yaml.
        case numberCorrecting
        /// What begins a clause, among numbers.
        case numberClauses
        /// What stands behind it is not counted.
        case leavingOut
        /// Among numbers, what keeps them from being added up.
        case numberAlternatives
        /// Before a number of the past: "down from 61".
        case past
        /// What begins a range: "from 6 to 40".
        case from
        /// What goes on with a range.
        case to
        /// What makes a change of a range: "we went from 12 to 15".
        case moving
        /// Before a year that counts nothing: "since 2015".
        case since

        // MARK: Dates

        /// A month that is a verb too: alone it is no month.
        case verbMonths
        /// The first of a month.
        case firstOfMonth
        /// The end of a month: its last day.
        case monthEnds
        /// Between "end" and the month.
        case withinMonthEnds
        /// What is part of a date besides figures and the month.
        case dateParts
        /// What does not tell which day.
        case vagueDays
        /// A quarter, which is no day.
        case quarters
        /// The letter of a quarter: "Q3".
        case quarterLetters

        // MARK: Evidence

        /// No evidence, where nothing else is said.
        case noEvidence
        /// What joins two pieces of evidence.
        case evidenceJoints
        /// What goes around the title of a piece of evidence and adds nothing.
        case aroundTitles

        // MARK: Who speaks, and of what

        /// Who speaks of themselves tells no name.
        case speakingOfOneself
        /// What looks like speaking of oneself: "on the rack".
        case notSpeaking
        /// Somebody speaks, of themselves or to somebody.
        case speakers
        /// What begins a sentence, which is hardly a name.
        case sentenceSubjects
        /// Before a company that is spoken of and not named: "our inc."
        case beforeCompanies
        /// What else people say before they ask for something.
        case beforeAsking
        /// The questionnaire, and what is written in it.
        case questionnaireNames
        /// A thank you, at the beginning of what says nothing else.
        case thanking
        /// Behind "no", what says that something else was meant.
        case stopping
        /// What begins a clause in which something is asked for.
        case requestJoints
    }
}
