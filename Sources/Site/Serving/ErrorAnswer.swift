import Logging
import Registry
import Storage

/// An error as an answer: a page for people, a problem for programs; a line in the log where it was our fault.
struct ErrorAnswer {
    let request: SiteRequest
    var template = "none"

    func answer(_ error: any Error, _ logger: Logger) -> SiteResponse {
        let reference = String(request.site.registry.surroundings.newID().prefix(10))
        let problem = Problem(error, reference: reference, request.words)
        if problem.status >= 500 {
            // Never parameters, never content: the kind of fault, the route, and a reference. What other kinds
            // of error say of themselves may quote a value.
            let what = (error as? StorageError).map { "\($0)" } ?? "-"
            logger.error(
                "fault",
                metadata: [
                    "reference": "\(reference)", "route": "\(template)", "kind": "\(type(of: error))",
                    "what": "\(what)",
                ])
        }
        return answer(problem)
    }

    func answer(_ problem: Problem) -> SiteResponse {
        let isProgram = request.path.hasPrefix("/api/") || request.path.hasPrefix("/drafts/")
        guard !isProgram else { return problem.response(request.words) }
        return request.page(ProblemPage(problem: problem), status: problem.status)
            .adding(problem.headers)
    }
}
