import Record
import Registry

/// One address and what answers there. The server, the OpenAPI document and the tests that visit everything
/// all read the same list, so that a new one is covered without anyone remembering.
struct Endpoint: Sendable {
    enum Method: String, Sendable { case get = "GET", post = "POST" }

    /// What an endpoint is for.
    enum Kind: Sendable {
        case page
        /// A form's target; answers with a page or a redirect.
        case form
        case api(Operation)
        case asset
        case health
    }

    let method: Method
    /// `/api/v1/duties/{id}`.
    let template: String
    let kind: Kind
    /// Whether it takes in what is sent as it comes; else it is collected first.
    var takesPieces = false
    /// In bytes, where it takes more than others do.
    var largestBody: Int?
    let answer: @Sendable (SiteRequest) async throws -> SiteResponse

    static func page(
        _ template: String, _ answer: @escaping @Sendable (SiteRequest) async throws -> SiteResponse
    ) -> Endpoint {
        Endpoint(method: .get, template: template, kind: .page, answer: answer)
    }

    static func form(
        _ template: String, takesPieces: Bool = false,
        _ answer: @escaping @Sendable (SiteRequest) async throws -> SiteResponse
    ) -> Endpoint {
        Endpoint(
            method: .post, template: template, kind: .form, takesPieces: takesPieces, answer: answer)
    }

    static func api(
        _ method: Method, _ template: String, _ operation: Operation, takesPieces: Bool = false,
        largestBody: Int? = nil,
        _ answer: @escaping @Sendable (SiteRequest) async throws -> SiteResponse
    ) -> Endpoint {
        let known = Set(operation.parameters.filter { $0.place == "query" }.map(\.name))
        return Endpoint(
            method: method, template: template, kind: .api(operation), takesPieces: takesPieces,
            largestBody: largestBody
        ) { request in
            // A filter that is misspelt would otherwise bring everything.
            if let unknown = request.query.keys.filter({ !known.contains($0) }).min() {
                throw Refusal("query.unknown", .incomplete, ["name": String(unknown.prefix(40))])
            }
            return try await answer(request)
        }
    }
}

/// What the OpenAPI document says of an endpoint.
struct Operation: Sendable {
    struct Parameter: Sendable {
        let name: String
        /// `path`, `query` or `header`.
        let place: String
        let schema: JSONValue
        var description = ""
    }

    let id: String
    let summary: String
    var parameters: [Parameter] = []
    /// JSON Schema of the body, where there is one.
    var body: JSONValue?
    /// Media types of the body; any of them.
    var bodyTypes = ["application/json"]
    /// JSON Schema of the answer with status 200.
    var answer: JSONValue = ["type": "object"]
    var answerType = "application/json"
    /// Statuses of errors, beside 400 and 500.
    var errors: [Int] = [401, 404, 422]
}
