import Knowledge
import Rendering
import Text

/// The parts of a score as a radar: an axis each, 0 in the middle and 100 at the rim.
struct RadarChart {
    /// An axis.
    struct Axis {
        /// Unescaped.
        var title: String
        /// 0 to 100.
        var score: Int
    }

    var title: String
    var axes: [Axis]

    /// The directions of the axes in thousandths, clockwise from above: sine and cosine, so that no chart depends on
    /// how a machine rounds them.
    private static let directions: [Int: [(x: Int, y: Int)]] = [
        3: [(0, -1000), (866, 500), (-866, 500)],
        4: [(0, -1000), (1000, 0), (0, 1000), (-1000, 0)],
        5: [(0, -1000), (951, -309), (588, 809), (-588, 809), (-951, -309)],
    ]
    private static let centre = (x: 200, y: 145)
    private static let radius = 100

    /// The chart; nothing where there are too few axes to make a shape.
    var svg: String? {
        guard let directions = Self.directions[axes.count] else { return nil }
        let all = Array(zip(axes, directions))
        let rings = [25, 50, 75, 100].map { share in
            "<polygon class=\"ring\" points=\"\(directions.map { Self.point($0, share) }.joined(separator: " "))\"/>"
        }
        let lines = directions.map { direction in
            let end = Self.place(direction, 100)
            return """
                <line class="axis" x1="\(Self.centre.x)" y1="\(Self.centre.y)" x2="\(end.x)" y2="\(end.y)"/>
                """
        }
        let shape = all.map { Self.point($1, $0.score) }.joined(separator: " ")
        let dots = all.map { axis, direction in
            let place = Self.place(direction, axis.score)
            return "<circle class=\"dot\" cx=\"\(place.x)\" cy=\"\(place.y)\" r=\"4\"/>"
        }
        let scale = [50, 100].map { share in
            "<text class=\"scale\" x=\"\(Self.centre.x + 4)\" y=\"\(Self.centre.y - share - 3)\">\(share)</text>"
        }
        let said = axes.map { "\($0.title) \($0.score)" }.joined(separator: ", ")
        return """
            <svg viewBox="0 0 400 285" role="img" aria-labelledby="radar-title radar-said">
            <title id="radar-title">\(HTMLEscaping.escaped(title))</title>
            <desc id="radar-said">\(HTMLEscaping.escaped(said)) (/100)</desc>
            \((rings + lines).joined(separator: "\n"))
            <polygon class="shape" points="\(shape)"/>
            \((dots + scale + all.map(label)).joined(separator: "\n"))
            </svg>
            """
    }

    private func label(_ axis: Axis, _ direction: (x: Int, y: Int)) -> String {
        let end = Self.place(direction, 108)
        let anchor = direction.x > 100 ? "start" : direction.x < -100 ? "end" : "middle"
        // Above and below, the label stands clear of the rim; beside it, name and score stand one above the other.
        if anchor == "middle" {
            let y = direction.y < 0 ? end.y - 8 : end.y + 14
            return """
                <text x="\(end.x)" y="\(y)" text-anchor="middle">\(HTMLEscaping.escaped(axis.title)) \
                <tspan class="value">\(axis.score)</tspan></text>
                """
        }
        let lines = Self.lines(of: axis.title).enumerated().map { place, line in
            "<tspan x=\"\(end.x)\" dy=\"\(place == 0 ? 0 : 15)\">\(HTMLEscaping.escaped(line))</tspan>"
        }
        return """
            <text x="\(end.x)" y="\(end.y)" text-anchor="\(anchor)">\(lines.joined())\
            <tspan class="value" x="\(end.x)" dy="16">\(axis.score)</tspan></text>
            """
    }

    /// A title in lines that fit beside the rim, broken between words.
    private static func lines(of title: String) -> [String] {
        title.split(separator: " ").reduce(into: []) { lines, word in
            if let last = lines.last, last.count + word.count < 13 {
                lines[lines.count - 1] = "\(last) \(word)"
            } else {
                lines.append(String(word))
            }
        }
    }

    private static func place(_ direction: (x: Int, y: Int), _ share: Int) -> (x: Int, y: Int) {
        (centre.x + direction.x * share * radius / 100_000, centre.y + direction.y * share * radius / 100_000)
    }

    private static func point(_ direction: (x: Int, y: Int), _ share: Int) -> String {
        let place = place(direction, share)
        return "\(place.x),\(place.y)"
    }
}
