import Exchange
import Record
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
        try await read(request) { try CaseFrame.read($0, request) }
    }

    /// The same for programs, which name the assessment.
    static func read(_ request: SiteRequest, of id: AssessmentID) async throws -> SheetVisit {
        let languages = request.languages
        return try await read(request) { reader in
            try reader.assessment(id).flatMap { try CaseFrame.read(reader, $0, languages) }
        }
    }

    private static func read(
        _ request: SiteRequest, _ frame: @escaping @Sendable (Reader) throws -> CaseFrame?
    ) async throws -> SheetVisit {
        let found = try await request.read { reader -> (CaseFrame, AnswerSheet)? in
            guard let frame = try frame(reader), let sheet = try AnswerSheet(reader, frame.assessment) else {
                return nil
            }
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

    /// What a file would change, and what is wrong with it. Nothing is written.
    func plan(of file: AnswerFile) async throws -> AnswerImport {
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
    func carryOut(_ file: AnswerFile, digest: String, overwriting codes: Set<String>) async throws -> Int {
        try await request.site.registry.perform(by: try performer()) { reader in
            try confirmed(file, reader, digest, codes).1
        }.count
    }

    /// The same for a program, which is told what was done and what was left.
    func carryOut(
        _ file: AnswerFile, digest: String, overwriting codes: Set<String>, under key: IdempotencyKey?
    ) async throws -> JSONValue {
        try await request.site.registry.perform(by: try performer(), under: key) { reader in
            try confirmed(file, reader, digest, codes)
        } answer: { plan, performed in
            plan.json(doing: performed, overwriting: codes)
        }
    }

    private func confirmed(
        _ file: AnswerFile, _ reader: Reader, _ digest: String, _ codes: Set<String>
    ) throws -> (AnswerImport, [ActCall]) {
        let plan = try plan(file, reader)
        guard plan.digest == digest else { throw Refusal("sheet.changed-meanwhile", .conflict) }
        guard plan.faults.isEmpty else { throw Refusal("sheet.has-faults", .incomplete) }
        let calls = plan.calls(by: try performer(), overwriting: codes)
        guard !calls.isEmpty else { throw Refusal("sheet.nothing-chosen", .incomplete) }
        return (plan, calls)
    }

    func performer() throws -> ActPerformer { try request.signedIn().performer(via: .import) }

    private func plan(_ file: AnswerFile, _ reader: Reader) throws -> AnswerImport {
        guard let assessment = try reader.assessment(frame.assessment.id),
            let sheet = try AnswerSheet(reader, assessment)
        else { throw Refusal("object.not-found", .notFound) }
        return AnswerImport(file, into: sheet, headings, request.words, languages: request.languages)
    }

    /// A file that waits.
    ///
    /// - Throws: `object.not-found` where no such file waits for them; `SheetFaults` where it cannot be read.
    func file(_ id: String) async throws -> AnswerFile {
        guard let bytes = try await request.site.accounts.staged(id, by: try request.signedIn()) else {
            throw Refusal("object.not-found", .notFound)
        }
        return try AnswerFile(bytes, of: sheet, headings)
    }
}
