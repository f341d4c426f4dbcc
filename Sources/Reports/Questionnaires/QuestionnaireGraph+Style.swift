extension QuestionnaireGraph {
    /// The style of the drawing, in light and in dark. Texts have a contrast of at least 4.5 to 1 with what they stand on.
    static let style = """
        text { font: 12px system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", sans-serif; \
        fill: #1b2430; }
        .title { font-size: 24px; font-weight: 700; }
        .section { font-size: 17px; font-weight: 700; }
        .label { font-size: 15px; font-weight: 600; }
        .small { fill: #434f5e; }
        .end { text-anchor: end; }
        .count { font-size: 13px; font-weight: 700; text-anchor: middle; }
        .badge { font-weight: 600; text-anchor: middle; fill: #fff; }
        .page { fill: #fff; }
        .band { fill: #eef2f6; }
        .box { fill: #fff; stroke: #8795a6; stroke-width: 1.5; }
        .conditional { stroke: #0b6a88; stroke-dasharray: 6 4; }
        .required { fill: none; stroke: #c02b3c; stroke-width: 4; stroke-linecap: round; }
        .number { fill: #dde5ed; }
        .neutral { fill: none; stroke: #434f5e; stroke-width: 2; stroke-dasharray: 2 2; }
        .flow { fill: none; stroke: #8795a6; stroke-width: 1.5; }
        .arrow { fill: none; stroke: #0b6a88; stroke-width: 1.8; }
        .head { fill: #0b6a88; }
        .condition { fill: #e0f1f7; stroke: #0b6a88; }
        .environment rect { fill: #1b6e3c; stroke: #1b6e3c; }
        .social rect { fill: #1a5fa8; stroke: #1a5fa8; }
        .governance rect { fill: #6b3fa0; stroke: #6b3fa0; }
        .diversity rect { fill: #94470a; stroke: #94470a; }
        .innovation rect { fill: #00656b; stroke: #00656b; }
        .bonus rect { fill: #fff; stroke-width: 1.5; stroke-dasharray: 4 3; }
        .bonus .badge { fill: #1b2430; }
        @media (prefers-color-scheme: dark) {
        text { fill: #e8edf3; }
        .small { fill: #b6c1ce; }
        .badge { fill: #10161d; }
        .page { fill: #10161d; }
        .band { fill: #1a222c; }
        .box { fill: #222d39; stroke: #6d7c8e; }
        .conditional { stroke: #6fc6e2; }
        .required { stroke: #ff7b8a; }
        .number { fill: #384655; }
        .neutral { stroke: #b6c1ce; }
        .flow { stroke: #6d7c8e; }
        .arrow { stroke: #6fc6e2; }
        .head { fill: #6fc6e2; }
        .condition { fill: #17323d; stroke: #6fc6e2; }
        .environment rect { fill: #7bd69b; stroke: #7bd69b; }
        .social rect { fill: #8cc2f5; stroke: #8cc2f5; }
        .governance rect { fill: #c9a8f0; stroke: #c9a8f0; }
        .diversity rect { fill: #f5b27a; stroke: #f5b27a; }
        .innovation rect { fill: #74d3d9; stroke: #74d3d9; }
        .bonus rect { fill: #222d39; }
        .bonus .badge { fill: #e8edf3; }
        }
        """
}
