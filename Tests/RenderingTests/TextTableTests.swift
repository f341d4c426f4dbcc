import Rendering
import Testing

/// Tables for terminals and logs.
@Suite struct TextTableTests {
    @Test func aTableSetsItsColumnsBelowOneAnother() {
        var table = TextTable([.left, .right, .left], indentation: 2)
        table.add(["a", "1", "x"])
        table.add(["bcd", "1000", ""])
        #expect(table.description == "  a       1  x\n  bcd  1000")
    }
}
