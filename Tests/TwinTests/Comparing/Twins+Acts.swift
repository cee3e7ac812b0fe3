import Record

@testable import Registry
@testable import Site

/// What the viewer does themselves: by the API, or by the form of the page.
extension Twins {
    mutating func act(_ step: Step) async throws -> Difference? {
        guard !sight.wouldTell(step) else { return nil }
        let number = Int(step.label) ?? 0
        if viewer.session != nil, number.isMultiple(of: 3) {
            if let difference = try await actByForm(step) { return difference }
        }
        // Now and then under a key that somebody else used, or the viewer for something else.
        let key = number.isMultiple(of: 7) ? String(number / 2) : step.label
        var headers = Requests.headers(viewer, "/api/")
        headers["content-type"] = "application/json"
        headers["idempotency-key"] = key
        let template = "/api/v1/acts/\(step.kind)"
        let asked = Asked(
            path: template, template: template, headers: headers,
            body: JSONValue.object(step.fields).canonicalString)
        let (difference, answers) = try await compare(asked, label: step.label)
        // After a form this is what the form's act is known by: the same key has the same answer.
        let performed = try answers.filter { $0.status == 200 }.map { try JSONValue(parsing: $0.text) }
        if !performed.isEmpty { note(step, performed, differs: false) }
        return difference
    }

    /// Opens the form and sends it.
    private mutating func actByForm(_ step: Step) async throws -> Difference? {
        try await signIn()
        let path = "/acts/\(step.kind)"
        var headers = Requests.headers(viewer, path)
        let page = Asked(path: path, template: "/acts/{name}", headers: headers)
        let (difference, pages) = try await compare(page, label: "form \(step.label)")
        guard difference == nil, pages[0].status == 200 else { return difference }
        headers["content-type"] = "application/x-www-form-urlencoded"
        var form = ["csrf": pages[0].hidden("csrf"), "idempotency-key": step.label]
        for (name, value) in step.fields {
            if let text = value.string { form[name] = text }
            for (language, text) in value.object ?? [:] { form["\(name).\(language)"] = text.string ?? "" }
            for id in value.array ?? [] { form["\(name).\(id.string ?? "")"] = "on" }
        }
        let body = form.sorted { $0.key < $1.key }
            .map { "\(FormEncoding.encode($0.key))=\(FormEncoding.encode($0.value))" }.joined(separator: "&")
        let sent = Asked(path: path, template: "/acts/{name}", headers: headers, body: body)
        return try await compare(sent, label: step.label).difference
    }
}

extension Answer {
    /// The value of a hidden field.
    func hidden(_ name: String) -> String {
        guard let start = text.firstRange(of: "name=\"\(name)\" value=\"") else { return "" }
        return String(text[start.upperBound...].prefix { $0 != "\"" })
    }
}
