/// The colours that pages and drawings share, as CSS writes them. Each ink has a contrast of 4.5 to 1 or more with each ground.
package struct Palette: Sendable {
    /// What everything stands on.
    package let paper: String
    /// What texts are written in.
    package let ink: String
    /// What matters less.
    package let quiet: String
    /// What parts.
    package let line: String
    /// A ground that stands out from the paper.
    package let raised: String
    /// What is pointed out: links, arrows.
    package let strong: String
    /// A warning.
    package let warning: String
    /// A ground for what is sure.
    package let sure: String
    /// A ground for what is doubtful.
    package let doubt: String

    /// By day and on paper.
    package static let light = Palette(
        paper: "#ffffff", ink: "#1c2127", quiet: "#57606a", line: "#d5dbe1", raised: "#f5f7f9", strong: "#0b5394",
        warning: "#8a4b00", sure: "#dcecdf", doubt: "#fbeccb")

    /// For who reads in the dark.
    package static let dark = Palette(
        paper: "#14181d", ink: "#e6eaee", quiet: "#a3adb8", line: "#343c45", raised: "#1d232a", strong: "#8cc1f5",
        warning: "#f0b46a", sure: "#1d3a26", doubt: "#453512")

    /// The colours as custom properties of CSS, a declaration after the other.
    ///
    /// - Parameter fill: How opaque the strong colour is where it fills a ground, as two hexadecimal digits.
    func properties(fill: String) -> String {
        """
        --paper: \(paper); --ink: \(ink); --quiet: \(quiet); --line: \(line); --raised: \(raised); --strong: \(strong);
        --fill: \(strong)\(fill); --warning: \(warning); --sure: \(sure); --doubt: \(doubt);
        """
    }
}
