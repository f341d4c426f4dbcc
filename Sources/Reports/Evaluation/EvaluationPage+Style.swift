extension EvaluationPage {
    /// How the page looks, on light and dark screens and on paper.
    static let style = """
        :root {
          --paper: #ffffff; --ink: #1c2127; --quiet: #57606a; --line: #d5dbe1; --raised: #f5f7f9;
          --strong: #0b5394; --bar: #6a9fd0; --track: #eceff3; --mark: #b3261e;
          --shade-1: #dbe8f5; --shade-2: #b4d0ea; --shade-3: #7fb0dc; --shade-4: #2f74b5; --shade-5: #0b4a84;
          color-scheme: light;
        }
        @media screen and (prefers-color-scheme: dark) {
          :root {
            --paper: #14181d; --ink: #e6eaee; --quiet: #9aa5b1; --line: #343c45; --raised: #1d232a;
            --strong: #8cc1f5; --bar: #3f77ad; --track: #252c34; --mark: #ff8a80;
            --shade-1: #1d3146; --shade-2: #24486b; --shade-3: #2f6496; --shade-4: #79b4ea; --shade-5: #b9dafa;
            color-scheme: dark;
          }
        }
        * { box-sizing: border-box; }
        body {
          margin: 0 auto; max-width: 84rem; padding: 1.5rem 1.25rem 4rem; background: var(--paper); color: var(--ink);
          font: 1rem/1.5 system-ui, sans-serif;
        }
        h1 { font-size: 1.75rem; line-height: 1.2; margin: 0 0 .5rem; }
        h2 { font-size: 1.3rem; margin: 2.75rem 0 .75rem; padding-top: .75rem; border-top: 1px solid var(--line); }
        h3 { font-size: 1rem; margin: 1.75rem 0 .25rem; }
        p { max-width: 48rem; margin: .5rem 0; }
        article p { max-width: none; }
        a { color: var(--strong); }
        code { font: .9em ui-monospace, monospace; }
        small { display: block; color: var(--quiet); font-size: .8em; font-weight: normal; }
        .note, header p { color: var(--quiet); }
        nav ul {
          display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; list-style: none; margin: .75rem 0 0; padding: 0;
        }
        .figures {
          display: grid; grid-template-columns: repeat(auto-fill, minmax(12rem, 1fr)); gap: .75rem; margin: 0;
        }
        .figures div {
          padding: .75rem 1rem; border: 1px solid var(--line); border-radius: .5rem; background: var(--raised);
        }
        .figures dd { margin: 0; }
        .figures dt { font-weight: 600; }
        .figures .value {
          font-size: 1.75rem; line-height: 1.3; font-variant-numeric: tabular-nums; color: var(--strong);
        }
        .figures .interval { font-size: .875rem; font-variant-numeric: tabular-nums; }
        .figures .meaning { margin-top: .35rem; font-size: .8125rem; line-height: 1.4; color: var(--quiet); }
        .scroll { overflow-x: auto; margin: 1rem 0; }
        table { border-collapse: collapse; font-size: .875rem; line-height: 1.35; }
        caption { text-align: left; padding-bottom: .4rem; font-weight: 600; }
        th, td { padding: .35rem .6rem; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; }
        thead th { vertical-align: bottom; border-bottom-color: var(--quiet); font-weight: 600; }
        tbody th { font-weight: 500; white-space: nowrap; }
        .numbers td, .numbers thead th:not(:first-child) { text-align: right; font-variant-numeric: tabular-nums; }
        .numbers small { white-space: nowrap; }
        .numbers .all th, .numbers .all td { background: var(--raised); font-weight: 600; }
        .numbers .none { color: var(--quiet); }
        .texts { width: 100%; }
        .texts td { min-width: 8rem; }
        .texts td:nth-child(2) { min-width: 16rem; width: 34%; }
        .texts td code { overflow-wrap: anywhere; }
        .texts ul { margin: 0; padding-left: 1.1rem; }
        .feature {
          display: inline-block; margin: .1rem .15rem .1rem 0; padding: .05rem .45rem; border: 1px solid var(--line);
          border-radius: 1rem; background: var(--raised); font-size: .8125rem;
        }
        .feature b { font-weight: 600; font-variant-numeric: tabular-nums; color: var(--strong); }
        .beside { display: flex; flex-wrap: wrap; gap: 1rem 2.5rem; align-items: flex-start; }
        .beside > .charts { flex: 1 1 22rem; }
        figure { margin: 0; }
        figcaption { font-size: .875rem; font-weight: 600; margin-bottom: .25rem; }
        .charts {
          display: grid; grid-template-columns: repeat(auto-fill, minmax(18rem, 1fr)); gap: 1.25rem 2rem;
          margin: 1rem 0;
        }
        .charts svg { width: 100%; max-width: 25rem; }
        svg { display: block; max-width: 100%; height: auto; font: 12px system-ui, sans-serif; }
        svg text { fill: var(--ink); font-variant-numeric: tabular-nums; }
        .track { fill: var(--track); }
        .bar { fill: var(--bar); }
        svg .first { font-weight: 700; }
        .interval { stroke: var(--ink); stroke-width: 1.25; fill: none; }
        .grid { stroke: var(--line); }
        .curve { fill: none; stroke: var(--strong); stroke-width: 2; }
        .dot { fill: var(--strong); }
        .mark { fill: none; stroke: var(--mark); stroke-width: 2.5; }
        svg .mark-label { fill: var(--mark); font-weight: 600; }
        .matrix td {
          text-align: center; min-width: 2.1rem; border: 1px solid var(--line); font-variant-numeric: tabular-nums;
        }
        .matrix .right { color: var(--quiet); white-space: nowrap; }
        .matrix .same { background: var(--track); }
        .matrix .upright { padding: .4rem .2rem; }
        .matrix .upright span {
          writing-mode: vertical-rl; transform: rotate(180deg); white-space: nowrap; font-weight: 500;
        }
        .shade-1 { background: var(--shade-1); }
        .shade-2 { background: var(--shade-2); }
        .shade-3 { background: var(--shade-3); }
        .shade-4 { background: var(--shade-4); color: var(--paper); }
        .shade-5 { background: var(--shade-5); color: var(--paper); }
        @media print {
          @page { size: A4 landscape; margin: 14mm; }
          * { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
          body { max-width: none; padding: 0; font-size: 9.5pt; }
          nav { display: none; }
          h2, h3, caption { break-after: avoid; }
          section > p { break-after: avoid; }
          p, figure, tr, article, .figures div, .numbers, .matrix { break-inside: avoid; }
          .figures { grid-template-columns: repeat(6, 1fr); }
          .charts { grid-template-columns: repeat(3, 1fr); }
          #entities, #risk { break-inside: avoid; }
          .beside { flex-wrap: nowrap; }
          .beside > .charts { grid-template-columns: repeat(2, 1fr); }
          .scroll { overflow: visible; }
          table { font-size: 8pt; }
          th, td { padding: .15rem .4rem; }
        }
        """
}
