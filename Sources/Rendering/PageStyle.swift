/// How every page looks: on a phone and a desktop, light and dark, and on paper. Contrast is 4.5 to 1 or more.
enum PageStyle {
    static let sheet = """
        :root {
        \(Palette.light.properties(fill: "33")) color-scheme: light;
        }
        @media screen and (prefers-color-scheme: dark) {
        :root {
        \(Palette.dark.properties(fill: "40")) color-scheme: dark;
        }
        }
        * { box-sizing: border-box; }
        body {
          margin: 0 auto; max-width: 62rem; padding: 1.5rem 1.25rem 4rem; background: var(--paper); color: var(--ink);
          font: 1rem/1.5 system-ui, "Segoe UI", "Liberation Sans", sans-serif; overflow-wrap: break-word;
        }
        body.landscape { max-width: 96rem; }
        h1 { font-size: 1.9rem; line-height: 1.2; margin: 0 0 .5rem; }
        h2 { font-size: 1.3rem; margin: 2.5rem 0 .75rem; padding-top: .75rem; border-top: 1px solid var(--line); }
        h3 { font-size: 1.05rem; margin: 1.5rem 0 .25rem; }
        p { max-width: 48rem; margin: .5rem 0; }
        a { color: var(--strong); }
        code { font: .9em ui-monospace, monospace; color: var(--quiet); }
        .note, small { color: var(--quiet); font-size: .875em; }
        .none { color: var(--quiet); }
        .warning { color: var(--warning); font-weight: 600; }
        .hidden {
          position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap;
        }
        .address, .said { overflow-wrap: anywhere; }
        figure { margin: 0; }
        figcaption { font-weight: 600; }
        svg { display: block; max-width: 100%; height: auto; font: 13px system-ui, "Liberation Sans", sans-serif; }
        svg text { fill: var(--ink); }
        .scroll { overflow-x: auto; margin: .5rem 0 1rem; }
        .scroll:focus-visible { outline: 2px solid var(--strong); outline-offset: 2px; }
        table { border-collapse: collapse; width: 100%; font-size: .9rem; line-height: 1.4; }
        caption { text-align: left; padding-bottom: .3rem; font-weight: 600; }
        th, td { padding: .4rem .6rem; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; }
        thead th { vertical-align: bottom; border-bottom-color: var(--quiet); font-weight: 600; }
        tbody th { font-weight: 600; }
        tbody th[scope="rowgroup"] { background: var(--raised); }
        .number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
        td ul { margin: 0; padding-left: 1.1rem; }
        footer { margin-top: 2rem; }
        @media screen and (max-width: 44rem) {
          body { padding: 1rem .9rem 3rem; }
          .stacked thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
          .stacked, .stacked tbody, .stacked tr, .stacked th, .stacked td { display: block; width: auto; min-width: 0; }
          .stacked tr { padding: .5rem 0; border-bottom: 1px solid var(--line); }
          .stacked th, .stacked td { padding: .1rem 0; border: 0; text-align: left; }
          .stacked td:empty { display: none; }
        }
        @media print {
          * { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
          body, body.landscape { max-width: none; padding: 0; font-size: 9.5pt; }
          h1 { font-size: 19pt; }
          h2 { margin-top: 1.4rem; }
          h2, h3, caption { break-after: avoid; }
          nav { display: none; }
          section > p { break-after: avoid; }
          tr, figure, p { break-inside: avoid; }
          .short { break-inside: avoid; }
          tbody tr:first-child { break-before: avoid; }
          thead { display: table-header-group; }
          .scroll { overflow: visible; }
          table { font-size: 8.5pt; }
          th, td { padding: .22rem .45rem; }
          a { color: inherit; text-decoration: none; }
          .address { color: var(--strong); }
        }
        """
}
