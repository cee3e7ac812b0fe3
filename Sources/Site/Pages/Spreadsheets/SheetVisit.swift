import Exchange
import Registry
import Words

/// One visit to the spreadsheet of a case: whose it is, and what of it there is for whoever asks.
struct SheetVisit: Sendable {
    let request: SiteRequest
    let frame: CaseFrame
    let sheet: AnswerSheet
    let headings: AnswerHeadings

    /// - Throws: `object.not-found` for a case that is not there, not visible, or not theirs to answer in.
    static func read(_ request: SiteRequest) async throws -> SheetVisit {
        let found = try await request.read { reader -> (CaseFrame, AnswerSheet)? in
            guard let frame = try CaseFrame.read(reader, request),
                let sheet = try AnswerSheet(reader, frame.assessment)
            else { return nil }
            return (frame, sheet)
        }
        guard let (frame, sheet) = found else { throw Refusal("object.not-found", .notFound) }
        return SheetVisit(
            request: request, frame: frame, sheet: sheet,
            headings: AnswerHeadings(request.site.library, sheet.side))
    }

    /// Whether answers may be brought in now.
    var mayAnswer: Bool { CaseActs.answering(request, frame) != nil }

    var notNow: Refusal {
        Refusal(
            "assessment.not-at-stage", .notNow,
            ["stage": request.words("assessment.stage.\(frame.assessment.stage.rawValue)")])
    }

    /// What a file that waits would change, and what is wrong with it. Nothing is written.
    ///
    /// - Throws: `object.not-found` where no such file waits for them; `SheetFaults` where it cannot be read.
    func plan(of id: String) async throws -> AnswerImport {
        let file = try await file(id)
        let (made, refusals) = try await request.site.registry.attempt(by: try performer()) { reader in
            let plan = try plan(file, reader)
            return (plan, plan.calls(by: try performer()))
        }
        return try made.refused(refusals)
    }

    /// Carries out what was confirmed, all of it or nothing.
    ///
    /// - Parameters:
    ///   - digest: of the preview that was seen.
    ///   - codes: conflicts that the file may overwrite.
    /// - Returns: how many questions were answered.
    func carryOut(_ id: String, digest: String, overwriting codes: Set<String>) async throws -> Int {
        let file = try await file(id)
        return try await request.site.registry.perform(by: try performer()) { reader in
            let plan = try plan(file, reader)
            guard plan.digest == digest else { throw Refusal("sheet.changed-meanwhile", .conflict) }
            guard plan.faults.isEmpty else { throw Refusal("sheet.has-faults", .incomplete) }
            let calls = plan.calls(by: try performer(), overwriting: codes)
            guard !calls.isEmpty else { throw Refusal("sheet.nothing-chosen", .incomplete) }
            return calls
        }.count
    }

    private func performer() throws -> ActPerformer { try request.signedIn().performer(via: .import) }

    private func plan(_ file: AnswerFile, _ reader: Reader) throws -> AnswerImport {
        guard let assessment = try reader.assessment(frame.assessment.id),
            let sheet = try AnswerSheet(reader, assessment)
        else { throw Refusal("object.not-found", .notFound) }
        return AnswerImport(file, into: sheet, headings, request.words, languages: request.languages)
    }

    private func file(_ id: String) async throws -> AnswerFile {
        guard let bytes = try await request.site.accounts.staged(id, by: try request.signedIn()) else {
            throw Refusal("object.not-found", .notFound)
        }
        return try AnswerFile(bytes, of: sheet, headings)
    }
}
