import Storage

/// Every table, and which of the three kinds it is of.
public enum Schema {
    /// In the order in which they are carried out; forward only.
    public static let migrations: [Migration] = [
        .record, .entries, .pack, .mandate, .duties, .people, .search, .head, .files,
        .questionnaires, .items, .questionKinds, .looks, .stagedCapacity, .questionnaireEditions,
    ]

    /// Leaves, envelopes, salts, payloads, checkpoints, packs: the source of everything.
    public static let record = [
        "record_entry", "record_opening", "record_node", "record_head", "record_checkpoint", "pack_version",
        "pack_file",
    ]

    /// What acts mean: rebuilt by replay and compared row by row.
    public static let derived = [
        "entry", "entry_object", "erasure",
        "pack_in_force", "pack_name", "theme", "requirement", "requirement_paragraph", "state", "region",
        "region_member", "entity", "questionnaire", "questionnaire_option", "question",
        "question_requirement", "question_choice", "questionnaire_edition",
        "resolution", "resolution_text", "paragraph", "paragraph_text", "citation", "time_limit",
        "correction",
        "divergence", "divergence_settlement",
        "duty", "duty_version", "duty_withdrawal", "duty_event", "document", "meeting", "duty_fulfilment",
        "succession",
        "person_version", "capacity_grant",
        "item", "derivation", "opening", "withholding", "named_grant", "exclusion", "reading", "handing",
        "team_member",
    ]

    /// What may be lost or must not last; backed up.
    public static let operational = [
        "credential", "session", "api_token", "feed", "invitation", "sign_in_attempt", "draft", "idempotency",
        "staged_file", "setting", "file", "file_chunk", "look",
    ]

    /// Made again from the derived tables whenever needed.
    public static let index = ["search_document", "search_words"]
}

extension Migration {
    /// The empty log's head; the root of an empty tree is SHA-256 of nothing (RFC 9162, 2.1.1).
    static let head = Migration(
        8, "head",
        sqlite: """
            INSERT INTO record_head (id, size, root, frontier, at) VALUES
                (0, 0, x'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855', x'',
                 '1970-01-01T00:00:00.000000Z');
            """,
        postgresql: """
            INSERT INTO record_head (id, size, root, frontier, at) VALUES
                (0, 0, '\\xe3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855', '',
                 '1970-01-01T00:00:00.000000Z');
            """)
}

extension Migration {
    /// Files in pieces, for the engine that keeps them in the database.
    static let files = Migration(9, "files", DatabaseFileStore.schema)
}
