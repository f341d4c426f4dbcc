public import Text

/// An HTML page that needs nothing else: no script, no font or picture from elsewhere. The markup is well-formed XML too.
public struct Page: Sendable {
    /// How a sheet of paper lies.
    public enum Orientation: String, Sendable {
        case portrait, landscape
    }

    private let language: Language
    private let title: String
    private let pageWord: String
    private let orientation: Orientation
    private let style: String
    private let body: String

    /// - Parameters:
    ///   - title: Unescaped.
    ///   - pageWord: What stands before the number of a page of paper. Unescaped.
    ///   - style: What the page needs beside the style that all pages share.
    ///   - body: The markup of the body.
    public init(
        language: Language, title: String, pageWord: String, orientation: Orientation, style: String = "", body: String
    ) {
        self.language = language
        self.title = title
        self.pageWord = pageWord
        self.orientation = orientation
        self.style = style
        self.body = body
    }

    /// The page, in UTF-8.
    public var html: String {
        """
        <!DOCTYPE html>
        <html lang="\(language == .fr ? "fr-CA" : "en-CA")">
        <head>
        <meta charset="utf-8"/>
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"/>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <meta name="color-scheme" content="light dark"/>
        <title>\(HTMLEscaping.escaped(title))</title>
        <style>
        \(PageStyle.sheet)
        \(style)
        @page {
          size: Letter \(orientation.rawValue); margin: 15mm 14mm 17mm;
          @bottom-right {
            content: "\(HTMLEscaping.escaped(pageWord)) " counter(page) " / " counter(pages); font: 8pt system-ui, sans-serif;
          }
        }
        </style>
        </head>
        <body class="\(orientation.rawValue)">
        \(body)
        </body>
        </html>

        """
    }

    /// A table that scrolls by itself where it is wider than the window.
    ///
    /// - Parameters:
    ///   - caption: Unescaped.
    ///   - classes: `stacked` has the cells of a row stand one below the other on a phone.
    ///   - head: The texts at the heads of the columns, unescaped.
    ///   - rows: The rows, as markup.
    public static func table(
        caption: String, isCaptionHidden: Bool = false, classes: String = "", head: [String], rows: [String]
    ) -> String {
        let head = head.map { "<th scope=\"col\">\(HTMLEscaping.escaped($0))</th>" }.joined()
        let caption = HTMLEscaping.escaped(caption)
        return """
            <div class="scroll" role="group" tabindex="0" aria-label="\(caption)">
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
}
