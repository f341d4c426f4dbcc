import Foundation
import Service
import TestContent
import Testing
import Text

/// docs/settings.md is the table of settings.
@Suite struct SettingsDocumentTests {
    @Test func theTableIsThatOfTheProgram() throws {
        let document = try String(contentsOfFile: "\(RealContent.root)/docs/settings.md", encoding: .utf8)
        let rows = Setting.all.map { setting in
            let standard = setting.value(in: .standard)
            let language = Language.en
            return "| `\(setting.name)` | `\(standard)` | \(setting.meaning.text(in: language)) "
                + "\(setting.values.text(in: language)) | `\(setting.variable)` |"
        }
        let drawn = document.split(separator: "\n").filter { $0.hasPrefix("| `") }.map(String.init)
        #expect(drawn == rows, "docs/settings.md is to hold:\n\(rows.joined(separator: "\n"))")
    }
}
