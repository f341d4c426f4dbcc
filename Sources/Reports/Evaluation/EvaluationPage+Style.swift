extension EvaluationPage {
    /// What the page has beside the style of all pages.
    static let style = """
        :root {
          --bar: #6a9fd0; --track: #eceff3; --mark: #b3261e;
          --shade-1: #dbe8f5; --shade-2: #b4d0ea; --shade-3: #7fb0dc; --shade-4: #2f74b5; --shade-5: #0b4a84;
        }
        @media screen and (prefers-color-scheme: dark) {
          :root {
            --bar: #3f77ad; --track: #252c34; --mark: #ff8a80;
            --shade-1: #1d3146; --shade-2: #24486b; --shade-3: #2f6496; --shade-4: #79b4ea; --shade-5: #b9dafa;
          }
        }
        article p { max-width: none; }
        code { color: inherit; }
        small { display: block; font-size: .8em; font-weight: normal; }
        header p { color: var(--quiet); }
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
        tbody th { font-weight: 500; }
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
        figcaption { font-size: .875rem; font-weight: 600; margin-bottom: .25rem; }
        .charts {
          display: grid; grid-template-columns: repeat(auto-fill, minmax(18rem, 1fr)); gap: 1.25rem 2rem;
          margin: 1rem 0;
        }
        .charts svg { width: 100%; max-width: 25rem; }
        table { width: auto; font-size: .875rem; }
        svg { font-size: 12px; }
        svg text { font-variant-numeric: tabular-nums; }
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
          article, .figures div, .numbers, .matrix { break-inside: avoid; }
          .figures { grid-template-columns: repeat(6, 1fr); }
          .charts { grid-template-columns: repeat(3, 1fr); }
          #entities, #risk { break-inside: avoid; }
          .beside { flex-wrap: nowrap; }
          .beside > .charts { grid-template-columns: repeat(2, 1fr); }
          table { font-size: 8pt; }
          th, td { padding: .15rem .4rem; }
        }
        """
}
