import Knowledge
import Understanding

/// Finds the certifications, registries and initiatives that fit what was asked, best first.
struct SchemeSearch {
    /// Why a scheme fits.
    enum Reason: Hashable {
        case dimension(Dimension)
        case group(OwnerGroup)
        case assurance(Assurance)
        case approach(Approach)
        case kind(SchemeKind)
        case free
    }

    private let dimensions: [Dimension]
    private let groups: [OwnerGroup]
    private let assurance: Assurance?
    private let approach: Approach?
    private let kind: SchemeKind?
    private let listsSuppliers: Bool
    private let mustBeFree: Bool

    init(_ request: AnswerRequest) {
        groups = request.groups
        // A group is narrower than the dimension that contains it.
        dimensions = request.groups.isEmpty ? request.dimensions : request.dimensions.filter { $0 != .diversity }
        assurance = request.assurance
        approach = request.approach
        // People say « certification » and « label » for any scheme; the other kinds are meant.
        kind = request.kind.flatMap { $0 == .certification || $0 == .label ? nil : $0 }
        listsSuppliers = false
        mustBeFree = request.refinements.contains("free")
    }

    /// A search for where suppliers are listed rather than for what they hold.
    init(listingSuppliersFor request: AnswerRequest) {
        groups = request.groups
        dimensions = request.groups.isEmpty ? request.dimensions : request.dimensions.filter { $0 != .diversity }
        assurance = nil
        approach = nil
        kind = nil
        listsSuppliers = true
        mustBeFree = false
    }

    private var reasonsSought: Int {
        (groups.isEmpty ? 0 : 1) + (dimensions.isEmpty ? 0 : 1) + (assurance == nil ? 0 : 1) + (approach == nil ? 0 : 1)
            + (kind == nil ? 0 : 1) + (mustBeFree ? 1 : 0)
    }

    /// What of the question a scheme meets.
    func reasons(for scheme: Certification) -> [Reason] {
        var reasons: [Reason] = []
        if let group = groups.first(where: scheme.groups.contains) { reasons.append(.group(group)) }
        if let dimension = dimensions.first(where: scheme.dimensions.contains) { reasons.append(.dimension(dimension)) }
        if let assurance, scheme.assurance == assurance { reasons.append(.assurance(assurance)) }
        if let approach, scheme.approaches.contains(approach) { reasons.append(.approach(approach)) }
        if let kind, scheme.kind == kind { reasons.append(.kind(kind)) }
        if mustBeFree, scheme.cost == .free { reasons.append(.free) }
        return reasons
    }

    /// The schemes that meet all that was asked; if none does, those that meet the most of it.
    func results(in all: [Certification]) -> (schemes: [Certification], isExact: Bool) {
        let running = all.filter { scheme in
            scheme.status != .ended && !(listsSuppliers && scheme.listsNobody)
                && (groups.isEmpty || scheme.isAboutOwners)
        }
        let counted = running.map { (scheme: $0, met: reasons(for: $0).count) }
        let most = counted.map(\.met).max() ?? 0
        guard most > 0 || reasonsSought == 0 else { return ([], false) }
        let fitting = counted.filter { $0.met == most }.map(\.scheme)
        let proving = reasonsSought == 0 ? fitting.filter { !$0.dimensions.isEmpty } : fitting
        return (proving.stablySorted(by: rank), most == reasonsSought)
    }

    /// Lower is better: what says most, with most assurance, nearest to home, and best documented.
    private func rank(_ scheme: Certification) -> Int {
        var rank = 0
        if listsSuppliers {
            rank += scheme.kind == .registry ? 0 : 40
            // A buyer's own supplier file is no place for others to search.
            rank += scheme.context.contains(.marketAccess) ? 60 : 0
        } else {
            rank += (Assurance.allCases.count - 1 - scheme.assurance.rank) * 10
        }
        rank += scheme.provenance.needsChecking ? 100 : 0
        rank += scheme.mentionedByChantier ? -12 : 0
        switch scheme.scope {
        case .quebec: rank -= 4
        case .canada: rank -= 3
        case .northAmerica: rank -= 1
        case .international: break
        }
        rank += scheme.provenance.confidence == .high ? 0 : 3
        rank += scheme.groups.count > groups.count && !groups.isEmpty ? 5 : 0
        return rank
    }
}

extension Certification {
    /// Whether it tells who owns or runs a business. Access to a building, for instance, does not.
    fileprivate var isAboutOwners: Bool { dimensions.contains(.diversity) || dimensions.contains(.socialEconomy) }

    /// Whether nobody can be looked up in it: a standard or a self-assessment tells what to do, not who does it.
    fileprivate var listsNobody: Bool { kind == .standard || kind == .selfAssessment || kind == .rating }
}
