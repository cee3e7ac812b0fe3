import Exchange
import Registry

/// One visit to the workbooks of past assessments: a file that waits, what it would enter, and entering it.
struct HistoryVisit: Sendable {
    let request: SiteRequest

    /// - Throws: `object.not-found` for those who enter none.
    init(_ request: SiteRequest) throws {
        guard request.visitor != nil, request.may(EnterHistoricAssessment.self) else {
            throw Refusal("object.not-found", .notFound)
        }
        self.request = request
    }

    /// What a file that waits would enter, and what is wrong with it. Nothing is written.
    ///
    /// - Throws: `object.not-found` where no such file waits for them; `SheetFaults` where it cannot be read.
    func plan(of id: String) async throws -> HistoryWorkbook {
        let bytes = try await bytes(of: id)
        let performer = try performer()
        let (history, refusals) = try await request.site.registry.attempt(by: performer) { reader in
            let history = try Self.read(bytes, reader)
            return (history, history.calls(by: performer))
        }
        return try history.refused(refusals)
    }

    /// Enters what was confirmed, all of it or nothing.
    ///
    /// - Parameter digest: of the preview that was seen.
    /// - Returns: how many were entered.
    func enter(_ id: String, digest: String) async throws -> Int {
        let bytes = try await bytes(of: id)
        let performer = try performer()
        return try await request.site.registry.perform(by: performer) { reader in
            let history = try Self.read(bytes, reader)
            guard history.digest == digest else { throw Refusal("sheet.changed-meanwhile", .conflict) }
            guard history.faults.isEmpty else { throw Refusal("sheet.has-faults", .incomplete) }
            return history.calls(by: performer)
        }.count
    }

    static func read(_ bytes: [UInt8], _ reader: Reader) throws -> HistoryWorkbook {
        guard let pack = reader.pack else { throw Refusal("act.no-pack", .notNow) }
        return try HistoryWorkbook(bytes, pack)
    }

    private func performer() throws -> ActPerformer { try request.signedIn().performer(via: .import) }

    private func bytes(of id: String) async throws -> [UInt8] {
        guard let bytes = try await request.site.accounts.staged(id, by: try request.signedIn()) else {
            throw Refusal("object.not-found", .notFound)
        }
        return bytes
    }
}
