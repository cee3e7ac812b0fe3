import Storage

/// A requirement on States: what an assessment assesses.
public struct RequirementView: Sendable {
    public let code: String
    public let theme: String
    public let certainty: String
    public let force: String
    /// By language.
    public let text: LocalizedWording
    /// Addresses, `S/RES/1373(2001)/OP/2/e`.
    public let paragraphs: [String]
}

/// A thing of the pack that has a code and names: theme, State, region, entity.
public struct NamedView: Sendable {
    public let code: String
    /// By language.
    public let name: LocalizedWording
    /// Columns of its own, by name: `m49`, `cross_cutting` …
    public let details: [String: String]
    /// Codes of members (regions) or regions (States).
    public let related: [String]
}

extension Reader {
    /// Requirements, in the order of the pack.
    ///
    /// - Parameters:
    ///   - theme: only those of one theme.
    ///   - paragraphs: only those that rest on one of these addresses, or on a part of it.
    public func requirements(theme: String? = nil, restingOn resolution: String? = nil) throws
        -> [RequirementView]
    {
        let rows = try select(
            """
            SELECT * FROM visible_requirement
             WHERE (:theme = '' OR theme = :theme)
               AND (:symbol = '' OR code IN (SELECT requirement FROM visible_requirement_paragraph
                                              WHERE paragraph LIKE :symbol || '/%'))
             ORDER BY position
            """, ["theme": theme ?? "", "symbol": resolution ?? ""])
        return try requirementViews(rows)
    }

    /// Some requirements, in any order.
    func requirements(_ codes: [String]) throws -> [RequirementView] {
        try requirementViews(
            try select("SELECT * FROM visible_requirement WHERE code IN (:list)", list: codes))
    }

    public func requirement(_ code: String) throws -> RequirementView? {
        try requirementViews(
            try select("SELECT * FROM visible_requirement WHERE code = :code", ["code": code])
        )
        .first
    }

    private func requirementViews(_ rows: [Row]) throws -> [RequirementView] {
        let codes = try rows.map { try $0.get("code", as: String.self) }
        let names = try names(of: "requirement", codes: codes)
        var paragraphs: [String: [String]] = [:]
        for row in try select(
            """
            SELECT * FROM visible_requirement_paragraph WHERE requirement IN (:list)
             ORDER BY requirement, position
            """, list: codes)
        {
            paragraphs[try row.get("requirement"), default: []].append(try row.get("paragraph"))
        }
        return try rows.map { row in
            let code: String = try row.get("code")
            return RequirementView(
                code: code, theme: try row.get("theme"), certainty: try row.get("certainty"),
                force: try row.get("force"), text: names[code] ?? LocalizedWording([:]),
                paragraphs: paragraphs[code] ?? [])
        }
    }

    /// Names by code.
    public func names(of kind: String) throws -> [String: LocalizedWording] {
        var names: [String: [String: String]] = [:]
        for row in try select(
            "SELECT code, language, name FROM visible_name WHERE kind = :kind", ["kind": kind])
        {
            names[try row.get("code"), default: [:]][try row.get("language")] = try row.get("name")
        }
        return names.mapValues { LocalizedWording($0) }
    }

    /// Names of some, by code.
    func names(of kind: String, codes: [String]) throws -> [String: LocalizedWording] {
        var names: [String: [String: String]] = [:]
        for row in try select(
            "SELECT code, language, name FROM visible_name WHERE kind = :kind AND code IN (:list)",
            list: codes,
            ["kind": kind])
        {
            names[try row.get("code"), default: [:]][try row.get("language")] = try row.get("name")
        }
        return names.mapValues { LocalizedWording($0) }
    }

    public func themes() throws -> [NamedView] {
        let names = try names(of: "theme")
        return try select("SELECT * FROM visible_theme ORDER BY position").map {
            let code: String = try $0.get("code")
            return NamedView(
                code: code, name: names[code] ?? LocalizedWording([:]),
                details: ["crossCutting": try $0.get("cross_cutting", as: Int.self) == 1 ? "yes" : "no"],
                related: [])
        }
    }

    /// States, in the order of their names in a language.
    public func states(orderedIn language: String, region: String? = nil) throws -> [NamedView] {
        try stateViews(
            try select(
                """
                SELECT state.code, state.m49 FROM visible_state AS state
                  LEFT JOIN visible_name AS name
                         ON name.kind = 'state' AND name.code = state.code AND name.language = :language
                 WHERE (:region = '' OR state.code IN
                       (SELECT state FROM visible_region_member WHERE region = :region))
                 ORDER BY coalesce(name.sort_key, state.code), state.code
                """, ["language": language, "region": region ?? ""]))
    }

    /// Some States, in any order.
    func states(_ codes: [String]) throws -> [NamedView] {
        try stateViews(try select("SELECT code, m49 FROM visible_state WHERE code IN (:list)", list: codes))
    }

    public func state(_ code: String) throws -> NamedView? {
        try stateViews(try select("SELECT code, m49 FROM visible_state WHERE code = :code", ["code": code]))
            .first
    }

    private func stateViews(_ rows: [Row]) throws -> [NamedView] {
        let codes = try rows.map { try $0.get("code", as: String.self) }
        let names = try names(of: "state", codes: codes)
        var regions: [String: [String]] = [:]
        for row in try select(
            "SELECT region, state FROM visible_region_member WHERE state IN (:list) ORDER BY state, region",
            list: codes)
        {
            regions[try row.get("state"), default: []].append(try row.get("region"))
        }
        return try rows.map { row in
            let code: String = try row.get("code")
            return NamedView(
                code: code, name: names[code] ?? LocalizedWording([:]), details: ["m49": try row.get("m49")],
                related: regions[code] ?? [])
        }
    }

    public func regions() throws -> [NamedView] {
        let names = try names(of: "region")
        var members: [String: [String]] = [:]
        for row in try select("SELECT region, state FROM visible_region_member ORDER BY region, state") {
            members[try row.get("region"), default: []].append(try row.get("state"))
        }
        return try select("SELECT * FROM visible_region ORDER BY position").map {
            let code: String = try $0.get("code")
            return NamedView(
                code: code, name: names[code] ?? LocalizedWording([:]), details: ["kind": try $0.get("kind")],
                related: members[code] ?? [])
        }
    }

    public func entities() throws -> [NamedView] {
        let names = try names(of: "entity")
        return try select("SELECT * FROM visible_entity ORDER BY code").map {
            let code: String = try $0.get("code")
            return NamedView(
                code: code, name: names[code] ?? LocalizedWording([:]),
                details: [
                    "unSystem": try $0.get("un_system", as: Int.self) == 1 ? "yes" : "no",
                    "compact": try $0.get("compact", as: Int.self) == 1 ? "yes" : "no",
                ], related: [])
        }
    }
}

extension Reader {
    /// Names of what a capacity can be about: States and entities, by code.
    public func holderNames() throws -> [String: LocalizedWording] {
        try names(of: "state").merging(try names(of: "entity")) { state, _ in state }
    }
}
