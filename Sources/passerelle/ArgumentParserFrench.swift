import Text

/// The French of what the argument parser says of itself, which it says in English only: headings of help, and what is wrong with
/// arguments.
enum ArgumentParserFrench {
    /// A text of the argument parser in French, with what commands say in it as it is.
    static func of(_ text: String) -> String {
        rules.reduce(text) { text, rule in rule(text) }
    }

    private typealias Rule = @Sendable (String) -> String

    private static func words(_ english: String, _ french: String) -> Rule {
        { $0.replacing(english, with: FrenchTypography.apply(to: french)) }
    }

    /// The values of a line that begins as a regular expression says, put into a French one where it has `$1`, `$2`.
    private static func line(_ english: String, _ french: String) -> Rule {
        { text in
            guard let pattern = try? Regex(english).anchorsMatchLineEndings() else { return text }
            return text.replacing(pattern) { match in
                var line = FrenchTypography.apply(to: french)
                for index in match.output.indices.dropFirst() {
                    line = line.replacing("$\(index)", with: match.output[index].substring.map(String.init) ?? "")
                }
                return line
            }
        }
    }

    private static let rules: [Rule] = [
        line("^OVERVIEW: ", ""),
        line("^USAGE: ", "UTILISATION : "),
        line("^SUBCOMMANDS:$", "COMMANDES :"),
        line("^(ARGUMENTS|OPTIONS|AVEC --EMBEDDED):$", "$1 :"),
        line("^Usage: ", "Utilisation : "),
        line("^Help: ", "Aide : "),
        words("<subcommand>", "<commande>"),
        line("See '(.+)' for detailed help\\.", "« $1 » en dit plus."),
        line("See '(.+)' for more information\\.", "« $1 » en dit plus."),
        words("Show subcommand help information.", "Affiche l'aide d'une commande."),
        words("Show help information.", "Affiche cette aide."),
        words("Show the version.", "Affiche la version."),
        line("\\(values:", "(valeurs :"),
        line("\\(default:", "(par défaut :"),
        line(";(\\s+)default:", ";$1par défaut :"),
        line("^Error: ", "Erreur : "),
        line("Unknown option '(.+?)'\\. Did you mean '(.+?)'\\?", "Option inconnue : $1. Vouliez-vous dire $2?"),
        line("Unknown option '(.+?)'", "Option inconnue : $1"),
        line("Missing value for '(.+?)'", "Il manque la valeur de $1"),
        line(
            "The option '(.+?)' does not take any value, but '(.*?)' was specified\\.",
            "L'option $1 ne prend pas de valeur, et « $2 » est donné."),
        line("Unexpected argument '(.*?)'", "Argument inattendu : « $1 »"),
        line("([0-9]+) unexpected arguments: (.+)$", "$1 arguments inattendus : $2"),
        line("Missing expected argument '(.+?)'", "Il manque l'argument $1"),
        line("Missing one of: (.+)$", "Il manque l'un de ceux-ci : $1"),
        line("The value '(.*?)' is invalid for '(.+?)'", "La valeur « $1 » ne convient pas à $2"),
        line("Please provide one of the following:", "Choisissez parmi :"),
        line("Please provide one of (.+)\\.$", "Choisissez parmi $1."),
        line("Value to be set with (.+) had already been set with (.+)$", "$1 dit autre chose que $2"),
    ]
}
