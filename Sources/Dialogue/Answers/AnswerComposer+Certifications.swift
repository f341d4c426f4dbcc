import Knowledge
import Text
import Understanding

extension AnswerComposer {
    /// Schemes, the companies they list, and what proves a claim.
    func certifications(_ request: AnswerRequest) -> [String: TemplateValue] {
        let scopes = scopes(in: request.language)
        let named = request.values(of: .certification).compactMap { scopes.certification($0) }
        switch request.intent {
        case .certificationFind:
            return results(SchemeSearch(request), for: request)
        case .supplierFind:
            return results(SchemeSearch(listingSuppliersFor: request), for: request)
        case .certificationDescribe, .certificationCost:
            return ["certification": .scope(named.first)]
        case .certificationObtain:
            return ["certification": .scope(named.first), "guide": .scope(scopes.guide("obtain-certification"))]
        case .certificationVerify:
            let search = SchemeSearch(listingSuppliersFor: request)
            let registries =
                request.dimensions.isEmpty && request.groups.isEmpty
                ? [] : search.results(in: knowledge.certifications).schemes
            return [
                "certification": .scope(named.first),
                "guide": .scope(scopes.guide("verify-claim")),
                "registries": .list(registries.prefix(3).compactMap { scopes.certification($0.id) }),
            ]
        case .certificationCompare:
            return ["certifications": .list(named.count > 1 ? named : [])]
        case .evidenceAccepted:
            return ["certification": .scope(named.first), "claims": .list(claims(for: request))]
        case .assuranceSelfDeclaration:
            return ["guide": .scope(scopes.guide("self-declaration"))]
        case .approachExplain:
            return ["guide": .scope(scopes.guide("approach"))]
        case .innovationSupport:
            return ["guide": .scope(scopes.guide("innovation-support"))]
        default:
            return [:]
        }
    }

    private func results(_ search: SchemeSearch, for request: AnswerRequest) -> [String: TemplateValue] {
        let scopes = scopes(in: request.language)
        let found = search.results(in: knowledge.certifications)
        let items = found.schemes.compactMap { scheme -> TemplateScope? in
            let why = search.reasons(for: scheme).map { reason -> String in
                switch reason {
                case .dimension(let value):
                    phrase(.whyDimension, in: request.language, ["title": scopes.title(of: value)])
                case .group(let value): phrase(.whyGroup, in: request.language, ["title": scopes.title(of: value)])
                case .assurance(let value):
                    phrase(.whyAssurance, in: request.language, ["title": scopes.title(of: value)])
                case .approach(let value):
                    phrase(.whyApproach, in: request.language, ["title": scopes.title(of: value)])
                case .free: phrase(.whyFree, in: request.language)
                case .kind(let value): phrase(.whyKind, in: request.language, ["title": scopes.title(of: value)])
                }
            }
            return scopes.certification(scheme.id).map { TemplateScope($0, adding: ["why": .joined(why)]) }
        }
        return [
            "results": .list(Array(items.prefix(Self.shownFirst))),
            "others": .list(Array(items.dropFirst(Self.shownFirst))),
            "count": .text(String(items.count)),
            "none": .flag(!found.isExact),
            "ladder": .flag(true),
        ]
    }

    /// How many schemes the first page shows.
    private static let shownFirst = 5

    /// What proves each claim: claims of the dimension asked about first.
    private func claims(for request: AnswerRequest) -> [TemplateScope] {
        guard let guide = knowledge.guide("evidence-by-claim") else { return [] }
        let scopes = scopes(in: request.language)
        let dimensions = request.dimensions + (request.groups.isEmpty ? [] : [.diversity])
        let named = guide.steps.filter { step in step.id.map(request.refinements.contains) ?? false }
        let asked = (named.isEmpty ? guide.steps : named).stablySorted { step in
            step.references.contains { reference in
                reference.kind == .certification
                    && knowledge.certification(reference.id)?.dimensions.contains(where: dimensions.contains) == true
            } ? 0 : 1
        }
        return asked.map { step in
            let documents = step.references.filter { $0.kind == .document }.compactMap { knowledge.document($0.id) }
            let schemes = step.references.filter { $0.kind == .certification }.compactMap {
                scopes.certification($0.id)
            }
            return TemplateScope(
                [
                    "title": .text(step.text[request.language]),
                    "documents": .lines(documents.map { $0.title[request.language] }),
                    "certifications": .list(schemes),
                ],
                reference: scopes.guide(guide.id)?.reference)
        }
    }
}
