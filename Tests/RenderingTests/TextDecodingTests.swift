import Foundation
import Rendering
import Testing

/// Texts in the encodings that spreadsheets write.
@Suite struct TextDecodingTests {
    private static let text = "Énoncé;Réponse\r\nÊtes-vous « écoresponsable »? Œuvre – 50 €\r\n"

    @Test(arguments: [String.Encoding.utf8, .windowsCP1252, .utf16LittleEndian, .utf16BigEndian])
    func anEncodingIsRecognisedWithoutAMark(encoding: String.Encoding) throws {
        let data = try #require(Self.text.data(using: encoding))
        #expect(TextDecoding.text(of: data) == Self.text)
    }

    @Test(arguments: [
        (String.Encoding.utf8, [UInt8]([0xEF, 0xBB, 0xBF])), (.utf16LittleEndian, [0xFF, 0xFE]),
        (.utf16BigEndian, [0xFE, 0xFF]),
    ])
    func aMarkIsPassedOver(encoding: String.Encoding, mark: [UInt8]) throws {
        let data = try #require(Self.text.data(using: encoding))
        #expect(TextDecoding.text(of: Data(mark) + data) == Self.text)
    }

    @Test func whatIsNoTextIsTold() {
        #expect(TextDecoding.text(of: Data([0x50, 0x4B, 0x03, 0x04, 0x00, 0xE9, 0x14])) == nil)
        #expect(TextDecoding.text(of: Data()) == "")
    }
}
