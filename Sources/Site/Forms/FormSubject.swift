import Disclosure
import Mandate
import Record
import Registry
import Words

extension SiteRequest {
    /// The object that a form is about: its title and page.
    func aboutObject(_ form: ActForm) async throws -> (title: String, route: Route)? {
        let languages = languages
        let words = words
        for field in form.act.fields {
            guard case .reference(let type) = field.kind, let id = form.values[field.name], !id.isEmpty else {
                continue
            }
            let route = Route.object(type: type.rawValue, id: id)
            let title = try await read { reader -> String? in
                switch type {
                case Kind.Duty.type: try reader.duty(DutyID(id))?.what?.text(in: languages)?.text
                case Kind.Person.type: try reader.person(PersonID(id))?.name
                case Kind.Paragraph.type:
                    try reader.paragraph(ParagraphID(id)).map { words.paragraph($0.address) }
                case Kind.Grant.type:
                    try reader.grant(GrantID(id)).map { words("capacity.\($0.capacity.rawValue)") }
                case Kind.Request.type, Kind.RequestPoint.type, Kind.Evidence.type:
                    try reader.item(id)?.body?.text(in: languages)?.text
                case Kind.Entry.type: try reader.entry(EntryID(id)).map { words("act.\($0.kind.rawValue)") }
                case Kind.Assessment.type:
                    try reader.assessment(AssessmentID(id)).map { found in
                        words.of(try reader.stateName(found.state, languages), found.title(words))
                    }
                default: try reader.item(id)?.label(languages, words)
                }
            }
            if let title { return (title.shortened(to: 160), route) }
        }
        return nil
    }
}
