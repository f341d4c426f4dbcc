/// What the report of a declaration and the table of suppliers have beside the style of all pages.
enum SubmissionStyle {
    static let sheet = """
        :root { --declared: #c3cbd3; --claimed: #98b4cc; --documented: #3f7fbd; }
        @media screen and (prefers-color-scheme: dark) {
          :root { --declared: #4d5863; --claimed: #44688a; --documented: #5f9fd8; }
        }
        .kind { margin: 0; color: var(--strong); font-weight: 600; }
        .facts { display: flex; flex-wrap: wrap; gap: .1rem 1.75rem; margin: 0; color: var(--quiet); }
        .facts div { display: flex; gap: .4rem; }
        .facts dd { margin: 0; color: var(--ink); }
        .always {
          max-width: none; margin: 1rem 0; padding: .6rem .9rem; border: 1px solid var(--strong);
          border-left-width: .35rem; border-radius: .25rem; font-weight: 600;
        }
        .summary { display: grid; grid-template-columns: 1fr 1fr; gap: 1rem; }
        .summary > * { min-width: 0; }
        .summary .parts:nth-child(3) { grid-column: 1 / -1; }
        .card { padding: 1rem; border: 1px solid var(--line); border-radius: .5rem; background: var(--raised); }
        .card h2 { margin: 0 0 .5rem; padding: 0; border: 0; font-size: 1rem; }
        .card p { margin: .5rem 0 0; }
        .figure { margin: 0; font-size: 4.5rem; line-height: 1; font-weight: 700; color: var(--strong); }
        .figure small { font-size: 1rem; font-weight: 400; }
        .figure.none { font-size: 2rem; line-height: 1.4; }
        .grade { font-size: 1.25rem; font-weight: 600; }
        .card .grade { margin-top: 0; }
        .radar svg { width: 100%; margin: .5rem auto 0; }
        svg .value { font-weight: 700; fill: var(--strong); }
        svg .scale { fill: var(--quiet); font-size: 10px; }
        .ring, .axis { fill: none; stroke: var(--line); }
        .shape { fill: var(--fill); stroke: var(--strong); stroke-width: 2; stroke-linejoin: round; }
        .dot { fill: var(--strong); }
        .strip { width: 100%; height: .8rem; margin-top: .8rem; border-radius: .25rem; }
        .declared { fill: var(--declared); background: var(--declared); }
        .claimed { fill: var(--claimed); background: var(--claimed); }
        .documented { fill: var(--documented); background: var(--documented); }
        .levels { display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; list-style: none; margin: .6rem 0 0; padding: 0; }
        .levels li { display: flex; align-items: center; gap: .45rem; font-size: .9rem; }
        .levels [aria-current] { text-decoration: underline; text-underline-offset: .25em; }
        .levels b { font-variant-numeric: tabular-nums; }
        .swatch { flex: none; width: .85rem; height: .85rem; border: 1px solid var(--quiet); border-radius: .15rem; }
        .level { display: flex; align-items: baseline; gap: .4rem; }
        .figures thead th:not(:first-child), .improvements thead th:nth-child(2) { text-align: right; }
        .figures .number { white-space: normal; }
        th small { display: block; font-weight: 400; }
        @media print, (min-width: 44.01rem) {
          .answers th { width: 25%; }
          .answers td:nth-child(3) { width: 27%; }
          .answers td:nth-child(4) { width: 8.5em; }
          .crosswalk td:first-child { width: 32%; padding-left: 1.5rem; }
          .claims th { width: 24%; } .claims td:nth-child(2) { width: 30%; }
        }
        .crosswalk tbody th { padding-top: 1rem; }
        .comparison { font-size: .85rem; }
        .comparison tr:first-child > * { border-bottom: 0; }
        .comparison thead tr:first-child > * { border-bottom: 1px solid var(--quiet); }
        .comparison td:nth-child(2) { white-space: nowrap; }
        .comparison td:nth-child(3), .comparison td:nth-last-child(2) { min-width: 9em; }
        .details td { padding-top: 0; }
        .details dl { margin: 0; }
        .details div { display: inline-block; max-width: 100%; margin-right: 1.75rem; }
        .details dt { display: inline; margin-right: .3rem; color: var(--quiet); }
        .details dd { display: inline; margin: 0; }
        @media screen and (max-width: 44rem) {
          .summary { grid-template-columns: minmax(0, 1fr); }
          .figures { font-size: .8rem; }
          .figures th, .figures td { padding: .3rem .25rem; }
          .crosswalk td:nth-child(2) { padding-left: 1rem; }
        }
        @media print {
          .card, .always { break-inside: avoid; }
          .summary { grid-template-columns: 1fr 1fr; gap: .35rem; font-size: 8.5pt; line-height: 1.35; }
          .card { padding: .35rem .6rem; }
          .card h2, .card figcaption { margin: 0 0 .2rem; font-size: 9pt; }
          .card p { margin: .2rem 0 0; }
          .card table { font-size: 8pt; }
          .card th, .card td { padding: .1rem .35rem; }
          .figure { font-size: 26pt; }
          .grade { font-size: 10pt; }
          .levels { gap: 0 .8rem; margin-top: .2rem; }
          .levels li { font-size: 8pt; }
          .always { margin: .4rem 0; padding: .25rem .6rem; }
          .radar svg { max-height: 32mm; margin: 0 auto; }
          .improvements th, .improvements td { padding: .12rem .4rem; }
          #improvements { margin: .5rem 0 .2rem; padding-top: .3rem; }
          .improvements { font-size: 7.5pt; }
          .comparison { font-size: 7.5pt; }
          .comparison tbody { break-inside: avoid; }
          .comparison td:nth-child(3), .comparison td:nth-last-child(2) { min-width: 0; }
          .crosswalk tbody tr:first-child { break-after: avoid; }
          .crosswalk tbody ~ tbody tr:first-child, .comparison tbody ~ tbody tr:first-child { break-before: auto; }
        }
        """
}
