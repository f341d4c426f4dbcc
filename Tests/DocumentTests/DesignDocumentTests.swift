import Foundation
import TestContent
import Testing

/// docs/design.md says what `Package.swift` builds.
@Suite struct DesignDocumentTests {
    /// A target with the targets of this package that it depends on.
    private struct Target: Equatable, CustomStringConvertible {
        var name: String
        var dependencies: [String]

        var description: String { "\(name) → \(dependencies.joined(separator: ", "))" }
    }

    /// The targets under `Sources`, in the order of `Package.swift`.
    private static func built() throws -> [Target] {
        let package = try String(contentsOfFile: "\(RealContent.root)/Package.swift", encoding: .utf8)
        let beginnings = package.ranges(
            of: /\.(?:target|executableTarget|systemLibrary|testTarget)\(\s*name: "(\w[\w-]*)"/)
        return beginnings.enumerated().compactMap { index, beginning in
            let end = index + 1 < beginnings.count ? beginnings[index + 1].lowerBound : package.endIndex
            let text = package[beginning.lowerBound..<end]
            guard !text.contains("path:"), !text.hasPrefix(".testTarget"),
                let name = text.firstMatch(of: /name: "([^"]*)"/)?.output.1
            else { return nil }
            let list = text.replacing(/\.product\([^)]*\)/, with: "").firstMatch(of: /dependencies: \[([^\]]*)\]/)?
                .output.1
            return Target(
                name: String(name), dependencies: (list ?? "").matches(of: /"([^"]*)"/).map { String($0.output.1) })
        }
    }

    /// The targets as the document's table has them.
    private static func drawn() throws -> [Target] {
        let document = try String(contentsOfFile: "\(RealContent.root)/docs/design.md", encoding: .utf8)
        return document.split(separator: "\n").filter { $0.hasPrefix("| `") }.compactMap { row in
            let cells = row.split(separator: "|", omittingEmptySubsequences: false).dropFirst().dropLast()
            guard cells.count == 3, let name = names(in: cells[cells.startIndex]).first else { return nil }
            return Target(name: name, dependencies: names(in: cells[cells.startIndex + 2]))
        }
    }

    private static func names(in cell: Substring) -> [String] {
        cell.matches(of: /`([^`]*)`/).map { String($0.output.1) }
    }

    @Test func theTableOfTargetsIsThatOfThePackage() throws {
        let built = try Self.built()
        try #require(built.count > 10)
        let inOrder = { (targets: [Target]) in targets.sorted { $0.name < $1.name }.map(\.description) }
        #expect(try inOrder(Self.drawn()) == inOrder(built))
    }

    @Test func everyTargetStandsBelowWhatItDependsOn() throws {
        var above: Set<String> = []
        for target in try Self.drawn() {
            #expect(above.isSuperset(of: target.dependencies), "\(target)")
            above.insert(target.name)
        }
    }

    @Test func theServiceCarriesNoTools() throws {
        let dependencies = Dictionary(uniqueKeysWithValues: try Self.built().map { ($0.name, $0.dependencies) })
        var reached: Set<String> = ["Service"]
        var open = ["Service"]
        while let target = open.popLast() {
            for next in dependencies[target] ?? [] where reached.insert(next).inserted { open.append(next) }
        }
        #expect(reached.isDisjoint(with: ["Authoring", "Reports", "Bridges", "KafkaTesting"]))
        #expect(reached.contains("Kafka") && reached.contains("Text"))
    }
}
