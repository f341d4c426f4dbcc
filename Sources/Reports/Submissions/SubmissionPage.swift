import Dialogue
import Knowledge
import Rendering
import Text

/// An HTML page that needs nothing else: no script, no font or picture from elsewhere. The markup is well-formed XML too.
struct SubmissionPage {
    var language: Language
    /// Unescaped.
    var title: String
    /// What stands before the number of a page of paper. Unescaped.
    var pageWord: String
    /// What the pages of paper are like: `portrait` or `landscape`.
    var orientation: String
    /// The markup of the body.
    var body: String

    /// The page, in UTF-8.
    var html: String {
        let word = HTMLEscaping.escaped(pageWord)
        return """
            <!DOCTYPE html>
            <html lang="\(language == .fr ? "fr-CA" : "en-CA")">
            <head>
            <meta charset="utf-8"/>
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"/>
            <meta name="viewport" content="width=device-width, initial-scale=1"/>
            <meta name="color-scheme" content="light dark"/>
            <title>\(HTMLEscaping.escaped(title))</title>
            <style>
            \(Self.style)
            @page {
              size: Letter \(orientation); margin: 15mm 14mm 17mm;
              @bottom-right { content: "\(word) " counter(page) " / " counter(pages); font: 8pt system-ui, sans-serif; }
            }
            </style>
            </head>
            <body class="\(orientation)">
            \(body)
            </body>
            </html>

            """
    }

    /// A table that scrolls by itself where it is wider than the window.
    ///
    /// - Parameters:
    ///   - caption: Unescaped.
    ///   - head: The texts at the heads of the columns, unescaped.
    ///   - rows: The rows, as markup.
    static func table(
        caption: String, isCaptionHidden: Bool = false, classes: String, head: [String], rows: [String]
    ) -> String {
        let head = head.map { "<th scope=\"col\">\(HTMLEscaping.escaped($0))</th>" }.joined()
        let caption = HTMLEscaping.escaped(caption)
        return """
            <div class="scroll" role="region" tabindex="0" aria-label="\(caption)">
            <table class="\(classes)">
            <caption\(isCaptionHidden ? " class=\"hidden\"" : "")>\(caption)</caption>
            <thead><tr>\(head)</tr></thead>
            <tbody>
            \(rows.joined(separator: "\n"))
            </tbody>
            </table>
            </div>
            """
    }

    private static let style = """
        :root {
          --paper: #ffffff; --ink: #1c2127; --quiet: #57606a; --line: #d5dbe1; --raised: #f5f7f9; --strong: #0b5394;
          --fill: #0b539433; --declared: #c3cbd3; --claimed: #98b4cc; --documented: #3f7fbd;
          --warning: #8a4b00; color-scheme: light;
        }
        @media screen and (prefers-color-scheme: dark) {
          :root {
            --paper: #14181d; --ink: #e6eaee; --quiet: #a3adb8; --line: #343c45; --raised: #1d232a; --strong: #8cc1f5;
            --fill: #8cc1f540; --declared: #4d5863; --claimed: #44688a; --documented: #5f9fd8;
            --warning: #f0b46a; color-scheme: dark;
          }
        }
        * { box-sizing: border-box; }
        body {
          margin: 0 auto; max-width: 62rem; padding: 1.5rem 1.25rem 4rem; background: var(--paper); color: var(--ink);
          font: 1rem/1.5 system-ui, "Segoe UI", "Liberation Sans", sans-serif;
        }
        body.landscape { max-width: 96rem; }
        h1 { font-size: 1.9rem; line-height: 1.2; margin: 0 0 .5rem; overflow-wrap: anywhere; }
        h2 { font-size: 1.3rem; margin: 2.5rem 0 .75rem; padding-top: .75rem; border-top: 1px solid var(--line); }
        h3 { font-size: 1.05rem; margin: 1.5rem 0 .25rem; }
        p { max-width: 48rem; margin: .5rem 0; }
        a { color: var(--strong); overflow-wrap: anywhere; }
        .kind { margin: 0; color: var(--strong); font-weight: 600; }
        .facts { display: flex; flex-wrap: wrap; gap: .1rem 1.75rem; margin: 0; color: var(--quiet); }
        .facts div { display: flex; gap: .4rem; }
        .facts dd { margin: 0; color: var(--ink); }
        .note, small { color: var(--quiet); font-size: .875em; }
        .always {
          max-width: none; margin: 1rem 0; padding: .6rem .9rem; border: 1px solid var(--strong);
          border-left-width: .35rem; border-radius: .25rem; font-weight: 600;
        }
        .warning { color: var(--warning); font-weight: 600; }
        .summary { display: grid; grid-template-columns: 1fr 1fr; gap: 1rem; }
        .summary .parts:nth-child(3) { grid-column: 1 / -1; }
        .card { padding: 1rem; border: 1px solid var(--line); border-radius: .5rem; background: var(--raised); }
        .card h2, .card h3 { margin: 0 0 .5rem; padding: 0; border: 0; font-size: 1rem; }
        .figure { margin: 0; font-size: 4.5rem; line-height: 1; font-weight: 700; color: var(--strong); }
        .figure small { font-size: 1rem; font-weight: 400; }
        .figure.none { font-size: 2rem; line-height: 1.4; }
        .grade { font-size: 1.25rem; font-weight: 600; }
        .card .grade { margin-top: 0; }
        .levels [aria-current] { text-decoration: underline; text-underline-offset: .25em; }
        figcaption { font-weight: 600; }
        figure { margin: 0; }
        .radar svg { margin: .5rem auto 0; }
        .figures thead th:not(:first-child), .improvements thead th:nth-child(2) { text-align: right; }
        .figures .number { white-space: normal; }
        .comparison { font-size: .85rem; }
        .comparison thead th { hyphens: auto; }
        .comparison tr:first-child > * { border-bottom: 0; }
        .comparison thead tr:first-child > * { border-bottom: 1px solid var(--quiet); }
        .comparison td:nth-child(2) { white-space: nowrap; }
        .comparison td:nth-child(3), .comparison td:nth-last-child(2) { min-width: 9em; }
        .details td { padding-top: 0; }
        .details dl { margin: 0; }
        .details div { display: inline-block; max-width: 100%; margin-right: 1.75rem; }
        .details dt { display: inline; margin-right: .3rem; color: var(--quiet); }
        .details dd { display: inline; margin: 0; overflow-wrap: break-word; }
        .card p { margin: .5rem 0 0; }
        svg { display: block; width: 100%; height: auto; font: 13px system-ui, "Liberation Sans", sans-serif; }
        svg text { fill: var(--ink); }
        svg .value { font-weight: 700; fill: var(--strong); }
        svg .scale { fill: var(--quiet); font-size: 10px; }
        .ring, .axis { fill: none; stroke: var(--line); }
        .shape { fill: var(--fill); stroke: var(--strong); stroke-width: 2; stroke-linejoin: round; }
        .dot { fill: var(--strong); }
        .strip { height: .8rem; margin-top: .8rem; border-radius: .25rem; }
        .declared { fill: var(--declared); background: var(--declared); }
        .claimed { fill: var(--claimed); background: var(--claimed); }
        .documented { fill: var(--documented); background: var(--documented); }
        .levels { display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; list-style: none; margin: .6rem 0 0; padding: 0; }
        .levels li { display: flex; align-items: center; gap: .45rem; font-size: .9rem; }
        .swatch { flex: none; width: .85rem; height: .85rem; border: 1px solid var(--quiet); border-radius: .15rem; }
        .levels b { font-variant-numeric: tabular-nums; }
        .scroll { overflow-x: auto; margin: .5rem 0 1rem; }
        table { border-collapse: collapse; width: 100%; font-size: .9rem; line-height: 1.4; }
        caption { text-align: left; padding-bottom: .3rem; font-weight: 600; }
        .hidden {
          position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap;
        }
        th, td { padding: .4rem .6rem; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; }
        thead th { vertical-align: bottom; border-bottom-color: var(--quiet); font-weight: 600; }
        tbody th { font-weight: 600; }
        .number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
        td ul { margin: 0; padding-left: 1.1rem; }
        .none { color: var(--quiet); }
        .answers th { width: 25%; }
        .answers td:nth-child(3) { width: 27%; }
        .answers td:nth-child(4) { width: 8.5em; }
        .answers th small { display: block; font-weight: 400; }
        .level { display: flex; align-items: baseline; gap: .4rem; }
        .said { overflow-wrap: anywhere; }
        .crosswalk td:first-child { width: 32%; padding-left: 1.5rem; }
        .crosswalk tbody th { padding-top: 1rem; }
        .crosswalk th small { display: block; font-weight: 400; }
        .claims th small { display: block; font-weight: 400; }
        .claims th { width: 24%; } .claims td:nth-child(2) { width: 30%; }
        footer { margin-top: 2rem; }
        @media (max-width: 44rem) { .summary { grid-template-columns: 1fr; } }
        @media print {
          * { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
          body, body.landscape { max-width: none; padding: 0; font-size: 9.5pt; }
          h1 { font-size: 19pt; }
          h2 { margin-top: 1.4rem; }
          h2, h3, caption { break-after: avoid; }
          section > p { break-after: avoid; }
          tr, .card, .always, figure, p { break-inside: avoid; }
          .short { break-inside: avoid; }
          tbody tr:first-child { break-before: avoid; }
          .crosswalk tbody tr:first-child { break-after: avoid; }
          .crosswalk tbody ~ tbody tr:first-child, .comparison tbody ~ tbody tr:first-child { break-before: auto; }
          thead { display: table-header-group; }
          .summary { grid-template-columns: 1fr 1fr; gap: .6rem; }
          .scroll { overflow: visible; }
          .comparison { font-size: 7.5pt; }
          .comparison tbody { break-inside: avoid; }
          .comparison td:nth-child(3), .comparison td:nth-last-child(2) { min-width: 0; }
          table { font-size: 8.5pt; }
          th, td { padding: .22rem .45rem; }
          a { color: inherit; text-decoration: none; }
          .address { color: var(--strong); }
        }
        """
}
