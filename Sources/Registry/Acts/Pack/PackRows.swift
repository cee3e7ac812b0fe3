import Pack
import Storage

/// Writes what a pack brings as rows, so that readers can join and sort by it.
struct PackRows {
    let pack: Pack
    let entry: Int
    let tables: Tables

    func write() throws {
        try themes()
        try requirements()
        try states()
        try regions()
        try entities()
        try questionnaires()
        for letter in pack.letters { try names("letter", letter.code, letter.name) }
        for office in pack.offices {
            try names("office", office.code.rawValue, office.name)
            try names("office-signatory", office.code.rawValue, office.signatory)
        }
    }

    private func themes() throws {
        for (position, theme) in pack.themes.enumerated() {
            try tables.execute(
                """
                INSERT INTO theme (pack_entry, code, position, cross_cutting)
                VALUES (:entry, :code, :position, :cross)
                """,
                [
                    "entry": entry, "code": theme.code, "position": position,
                    "cross": theme.isCrossCutting ? 1 : 0,
                ])
            try names("theme", theme.code, theme.name)
        }
    }

    private func requirements() throws {
        for (position, requirement) in pack.requirements.enumerated() {
            try tables.execute(
                """
                INSERT INTO requirement (pack_entry, code, theme, position, certainty, force)
                VALUES (:entry, :code, :theme, :position, :certainty, :force)
                """,
                [
                    "entry": entry, "code": requirement.code, "theme": requirement.theme,
                    "position": position,
                    "certainty": requirement.certainty.rawValue, "force": requirement.force.rawValue,
                ])
            for (position, paragraph) in requirement.paragraphs.enumerated() {
                try tables.execute(
                    """
                    INSERT INTO requirement_paragraph
                        (pack_entry, requirement, position, paragraph, uncertain)
                    VALUES (:entry, :code, :position, :paragraph, :uncertain)
                    """,
                    [
                        "entry": entry, "code": requirement.code, "position": position,
                        "paragraph": paragraph,
                        "uncertain": requirement.uncertainParagraphs.contains(paragraph) ? 1 : 0,
                    ])
            }
            try names("requirement", requirement.code, requirement.text)
        }
    }

    private func states() throws {
        for state in pack.states {
            try tables.execute(
                "INSERT INTO state (pack_entry, code, m49) VALUES (:entry, :code, :m49)",
                ["entry": entry, "code": state.code, "m49": state.m49 ?? ""])
            try names(
                "state", state.code, state.name, sortKeys: state.sortKeys, filled: state.filledLanguages)
        }
    }

    private func regions() throws {
        for (position, region) in pack.regions.enumerated() {
            try tables.execute(
                """
                INSERT INTO region (pack_entry, code, kind, position) VALUES (:entry, :code, :kind, :position)
                """,
                ["entry": entry, "code": region.code, "kind": region.kind.rawValue, "position": position])
            for member in region.members {
                try tables.execute(
                    """
                    INSERT INTO region_member (pack_entry, region, state, uncertain)
                    VALUES (:entry, :region, :state, :uncertain)
                    """,
                    [
                        "entry": entry, "region": region.code, "state": member.state,
                        "uncertain": member.isUncertain ? 1 : 0,
                    ])
            }
            try names("region", region.code, region.name)
        }
    }

    private func entities() throws {
        for entity in pack.entities {
            try tables.execute(
                """
                INSERT INTO entity (pack_entry, code, un_system, compact)
                VALUES (:entry, :code, :un_system, :compact)
                """,
                [
                    "entry": entry, "code": entity.code, "un_system": entity.belongsToUNSystem ? 1 : 0,
                    "compact": entity.isInCompact ? 1 : 0,
                ])
            try names("entity", entity.code, entity.name)
        }
    }

    func names(
        _ kind: String, _ code: String, _ name: LocalizedText, sortKeys: [String: String] = [:],
        filled: [String] = []
    ) throws {
        for (language, text) in name.values.sorted(by: { $0.key < $1.key }) {
            try tables.execute(
                """
                INSERT INTO pack_name (pack_entry, kind, code, language, name, sort_key, source)
                VALUES (:entry, :kind, :code, :language, :name, :sort_key, :source)
                """,
                [
                    "entry": entry, "kind": kind, "code": code, "language": language, "name": text,
                    "sort_key": sortKeys[language] ?? text,
                    "source": filled.contains(language) ? "CLDR" : String?.none,
                ])
        }
    }
}
