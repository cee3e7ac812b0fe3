import Mandate
import Storage

/// A document that the machinery issued or received.
public struct DocumentView: Sendable {
    public let id: DocumentID
    /// Nil where erased.
    public let title: String?
    public let symbol: String
    public let kind: String
    public let issuedOn: CalendarDate
}

/// A meeting that was held.
public struct MeetingView: Sendable {
    public let id: MeetingID
    /// Nil where erased.
    public let title: String?
    public let kind: String
    public let heldOn: CalendarDate
}

extension Reader {
    /// Newest first.
    public func documents() throws -> [DocumentView] {
        try select("SELECT * FROM visible_document ORDER BY issued_on DESC, id").map(document)
    }

    /// Some documents, in any order.
    func documents(_ ids: [String]) throws -> [DocumentView] {
        try select("SELECT * FROM visible_document WHERE id IN (:list)", list: ids).map(document)
    }

    public func document(_ id: DocumentID) throws -> DocumentView? {
        try select("SELECT * FROM visible_document WHERE id = :id", ["id": id]).first.map(document)
    }

    private func document(_ row: Row) throws -> DocumentView {
        DocumentView(
            id: try row.get("id"), title: try row.optional("title"), symbol: try row.get("symbol"),
            kind: try row.get("kind"), issuedOn: try row.get("issued_on"))
    }

    /// Newest first.
    public func meetings() throws -> [MeetingView] {
        try select("SELECT * FROM visible_meeting ORDER BY held_on DESC, id").map(meeting)
    }

    /// Some meetings, in any order.
    func meetings(_ ids: [String]) throws -> [MeetingView] {
        try select("SELECT * FROM visible_meeting WHERE id IN (:list)", list: ids).map(meeting)
    }

    public func meeting(_ id: MeetingID) throws -> MeetingView? {
        try select("SELECT * FROM visible_meeting WHERE id = :id", ["id": id]).first.map(meeting)
    }

    private func meeting(_ row: Row) throws -> MeetingView {
        MeetingView(
            id: try row.get("id"), title: try row.optional("title"), kind: try row.get("kind"),
            heldOn: try row.get("held_on"))
    }
}
