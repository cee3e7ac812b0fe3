import Registry

/// A form that arrived after its session was over.
struct Interruption {
    let request: SiteRequest
    let form: [String: String]

    /// Keeps what was typed for the person whose session it was.
    ///
    /// - Returns: the address at which the form stands again.
    func keep() async throws -> String {
        // A file is not kept: the way leads back to where it is brought.
        let isOfFiles =
            request.path.contains("/questions/spreadsheet") || request.path.hasPrefix("/files/for/")
            || request.path.hasPrefix("/assessments/history")
        if isOfFiles {
            return request.path
        }
        let name = request.parameters["name"] ?? ""
        guard request.path.hasPrefix("/acts/") || request.path.hasPrefix("/drafts/"),
            let act = Catalogue.standard[ActKind(rawValue: name)]
        else {
            return "/"
        }
        if let session = request.cookies["session"],
            let person = try await request.site.accounts.formerHolder(ofSession: session)
        {
            try await request.site.accounts.keepDraft(
                KeptDraft.typed(form, for: act), of: person, at: request.place(of: act, form))
        }
        // Answers are typed on a page that holds many; there the text stands again.
        if SiteRequest.answersQuestion(act), let next = SiteRequest.next(after: act, form) { return next }
        let about = act.fields.compactMap { field -> String? in
            switch field.kind {
            case .reference where field.isRequired, .version:
                form[field.name].flatMap { $0.isEmpty ? nil : "\(field.name)=\(FormEncoding.encode($0))" }
            default: nil
            }
        }
        return about.isEmpty ? request.path : "\(request.path)?\(about.joined(separator: "&"))"
    }
}
