import Exchange
import HTML
import Record
import Registry
import Storage
import Words

/// The one place where an error becomes an answer: a page for people, `application/problem+json` for programs.
struct Problem: Sendable {
    let status: Int
    /// The refusal's code; also the words' key.
    let code: String
    let detail: String
    let faults: [ProblemFault]
    let conflict: Conflict?
    /// Seconds after which to try again, where that is known.
    let retryAfter: Int?
    /// Methods that the address takes, where another was used.
    private(set) var allowed: [String] = []

    init(_ refusal: Refusal, _ words: Words) {
        status = Self.status(of: refusal)
        retryAfter = refusal.kind == .tooMany ? refusal.values["seconds"].flatMap { Int($0) } : nil
        code = refusal.code
        detail = words.refusal(refusal.code, refusal.values)
        faults = Self.faults(of: refusal, words)
        conflict = refusal.conflict
    }

    private init(status: Int, code: String, detail: String) {
        self.status = status
        self.code = code
        self.detail = detail
        faults = []
        conflict = nil
        retryAfter = status == 503 ? 5 : nil
    }

    /// - Parameter methods: what the address takes instead.
    init(allowing methods: [String], _ words: Words) {
        self.init(
            status: 405, code: "request.method",
            detail: words("request.method", ["methods": methods.joined(separator: ", ")]))
        allowed = methods
    }

    /// Field by field; a query's parameter is told apart like a field.
    private static func faults(of refusal: Refusal, _ words: Words) -> [ProblemFault] {
        guard refusal.faults.isEmpty, refusal.code.hasPrefix("query.") else {
            return refusal.faults.map { ProblemFault(field: $0.field, message: words($0.code, $0.values)) }
        }
        let name = refusal.values["name"] ?? String(refusal.code.dropFirst("query.".count))
        return [ProblemFault(field: name, message: words.refusal(refusal.code, refusal.values))]
    }

    /// A file that is not taken: what is wrong, cell by cell.
    private init(_ sheet: SheetFaults, _ words: Words) {
        status = 422
        code = "sheet.has-faults"
        detail = words.refusal("sheet.has-faults", [:])
        faults = sheet.faults.map { $0.told(words) }
        conflict = nil
        retryAfter = nil
    }

    /// - Parameter reference: random, given to the person and to the log, so that one finds the other.
    init(_ error: any Error, reference: String, _ words: Words) {
        switch error {
        case let refusal as Refusal: self.init(refusal, words)
        case let batch as BatchRefusal: self.init(batch.refusal, words)
        case let sheet as SheetFaults: self.init(sheet, words)
        case let parse as JSONParseError:
            self.init(status: 400, code: "request.json", detail: words("request.json", ["where": "\(parse)"]))
        case let storage as StorageError where storage.isTransient:
            self.init(status: 503, code: "server.unavailable", detail: words("server.unavailable"))
        case let file as DamagedFile:
            let code = if case .missing = file.condition { "file.missing" } else { "file.altered" }
            self.init(status: 500, code: code, detail: words(code, ["reference": reference]))
        case StorageError.full:
            self.init(status: 507, code: "server.full", detail: words("server.full"))
        default:
            self.init(
                status: 500, code: "server.fault", detail: words("server.fault", ["reference": reference]))
        }
    }

    static func status(of refusal: Refusal) -> Int {
        if refusal.code.hasPrefix("request.content-type") { return 415 }
        return switch refusal.kind {
        case .notSignedIn: 401
        case .notAllowed: 403
        case .notFound: 404
        case .notNow, .conflict: 409
        case .tooLarge: 413
        case .incomplete: 422
        case .tooMany: 429
        case .unavailable: 503
        }
    }

    /// RFC 9457.
    func json(_ words: Words) -> JSONValue {
        var fields: [String: JSONValue] = [
            "type": .string("about:blank#\(code)"), "title": .string(title(words)),
            "status": .integer(Int64(status)), "detail": .string(detail),
        ]
        if status == 422 {
            fields["errors"] = .array(faults.map(\.json))
        }
        if let conflict { fields["current"] = conflict.current }
        return .object(fields)
    }

    func title(_ words: Words) -> String { words("problem.\(status)") }

    func response(_ words: Words) -> SiteResponse {
        var response = SiteResponse.json(json(words), status: status)
        response.headers[0].value = "application/problem+json"
        if status == 401 { response.headers.append((name: "www-authenticate", value: "Bearer")) }
        return response.adding(headers)
    }

    /// Those that go with the problem, whether a page or a document says it.
    var headers: [(name: String, value: String)] {
        (retryAfter.map { [(name: "retry-after", value: String($0))] } ?? [])
            + (allowed.isEmpty ? [] : [(name: "allow", value: allowed.joined(separator: ", "))])
    }
}
