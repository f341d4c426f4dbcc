import Foundation
import Rendering
import Testing

/// The colours of pages and drawings can be read.
@Suite struct PaletteTests {
    /// The relative luminance of a colour (WCAG 2.2), written `#rrggbb`.
    private func luminance(_ colour: String) throws -> Double {
        let number = try #require(Int(colour.dropFirst(), radix: 16))
        let parts = [16, 8, 0].map { shift -> Double in
            let share = Double((number >> shift) & 0xFF) / 255
            return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
    }

    private func contrast(_ one: String, _ other: String) throws -> Double {
        let both = [try luminance(one), try luminance(other)].sorted()
        return (both[1] + 0.05) / (both[0] + 0.05)
    }

    @Test func everyInkStandsOutFromEveryGround() throws {
        for palette in [Palette.light, .dark] {
            for ground in [palette.paper, palette.raised] {
                for ink in [palette.ink, palette.quiet, palette.strong, palette.warning] {
                    #expect(try contrast(ink, ground) >= 4.5, "\(ink) on \(ground)")
                }
            }
            for ground in [palette.sure, palette.doubt] { #expect(try contrast(palette.ink, ground) >= 4.5) }
        }
        #expect(try abs(contrast("#000000", "#ffffff") - 21) < 0.01)
    }
}
