import Rendering

extension QuestionnaireGraph {
    /// The style of the drawing, in light and in dark, in the colours of pages; those of the parts of the score are its own. Texts have a
    /// contrast of at least 4.5 to 1 with what they stand on. Colours are written out, since not every viewer of drawings knows
    /// custom properties.
    static let style = """
        text { font: 12px system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", sans-serif; }
        .title { font-size: 24px; font-weight: 700; }
        .section { font-size: 17px; font-weight: 700; }
        .label { font-size: 15px; font-weight: 600; }
        .end { text-anchor: end; }
        .count { font-size: 13px; font-weight: 700; text-anchor: middle; }
        .badge { font-weight: 600; text-anchor: middle; }
        .box { stroke-width: 1.5; }
        .conditional { stroke-dasharray: 6 4; }
        .required { fill: none; stroke-width: 4; stroke-linecap: round; }
        .neutral { fill: none; stroke-width: 2; stroke-dasharray: 2 2; }
        .flow { fill: none; stroke-width: 1.5; }
        .arrow { fill: none; stroke-width: 1.8; }
        .bonus rect { stroke-width: 1.5; stroke-dasharray: 4 3; }
        \(colours(.light, .byDay))
        @media (prefers-color-scheme: dark) {
        \(colours(.dark, .inTheDark))
        }
        """

    /// The colours that the drawing alone has.
    private struct OwnColours {
        let required: String
        let condition: String
        let number: String
        let environment: String
        let social: String
        let governance: String
        let diversity: String
        let innovation: String

        static let byDay = OwnColours(
            required: "#c02b3c", condition: "#e0f1f7", number: "#dde5ed", environment: "#1b6e3c", social: "#1a5fa8",
            governance: "#6b3fa0", diversity: "#94470a", innovation: "#00656b")
        static let inTheDark = OwnColours(
            required: "#ff7b8a", condition: "#17323d", number: "#384655", environment: "#7bd69b", social: "#8cc2f5",
            governance: "#c9a8f0", diversity: "#f5b27a", innovation: "#74d3d9")
    }

    private static func colours(_ palette: Palette, _ own: OwnColours) -> String {
        """
        text { fill: \(palette.ink); }
        .small { fill: \(palette.quiet); }
        .badge { fill: \(palette.paper); }
        .page { fill: \(palette.paper); }
        .band { fill: \(palette.raised); }
        .box { fill: \(palette.paper); stroke: \(palette.quiet); }
        .conditional { stroke: \(palette.strong); }
        .required { stroke: \(own.required); }
        .number { fill: \(own.number); }
        .neutral { stroke: \(palette.quiet); }
        .flow { stroke: \(palette.quiet); }
        .arrow { stroke: \(palette.strong); }
        .head { fill: \(palette.strong); }
        .condition { fill: \(own.condition); stroke: \(palette.strong); }
        .environment rect { fill: \(own.environment); stroke: \(own.environment); }
        .social rect { fill: \(own.social); stroke: \(own.social); }
        .governance rect { fill: \(own.governance); stroke: \(own.governance); }
        .diversity rect { fill: \(own.diversity); stroke: \(own.diversity); }
        .innovation rect { fill: \(own.innovation); stroke: \(own.innovation); }
        .bonus rect { fill: \(palette.paper); }
        .bonus .badge { fill: \(palette.ink); }
        """
    }
}
