import Pack

/// The smallest pack in which every file says something; tests break it one line at a time.
enum SmallPack {
    static let files: [String: String] = [
        "pack.yaml": """
        name: small
        version: "1"
        title: { en: Small, zh-Hans: 小 }
        time-zone: America/New_York
        languages: [en, zh-Hans, zh-Hant]
        complete-languages: [en, zh-Hans]
        """,
        "resolutions.yaml": """
        - symbol: S/RES/1(2001)
          adopted: 2001-09-28
          title: { en: First, zh-Hans: 第一 }
          operative: 9
          preambular: 3
          texts:
            - { language: en, file: resolutions/one.en.txt, source: made for tests, official: false }
        - symbol: S/RES/2(2005)
          adopted: 2005-02-28
          title: { en: Second, zh-Hans: 第二 }
          successions:
            - { kind: renews, of: S/RES/1(2001), until: 2009-12-31, source: its paragraph 2 }
        """,
        "resolutions/one.en.txt": "1. Decides;\n",
        "themes.yaml": """
        - { code: LEG, name: { en: Law, zh-Hans: 法律 } }
        - { code: GEN, cross-cutting: true, name: { en: Gender, zh-Hans: 性别 } }
        """,
        "requirements.yaml": """
        - code: LEG1
          theme: LEG
          en: Acts are crimes
          zh-Hans: 行为属犯罪
          paragraphs: [S/RES/1(2001)/OP/2/e]
          uncertain: [S/RES/2(2005)]
          force: decides
        """,
        "entities.yaml": "- { code: AID, un-system: true, compact: true, name: { en: Aid, zh-Hans: 援助 } }",
        "states.yaml": """
        - { code: FRD, en: Freedonia, zh-Hans: 弗里多尼亚, pinyin: fu li duo ni ya }
        - { code: SYL, en: Sylvania, zh-Hans: 西尔瓦尼亚, pinyin: xi er wa ni ya }
        """,
        "regions.yaml": """
        - { code: all, kind: region, name: { en: All, zh-Hans: 全部 } }
        - code: north
          kind: sub-region
          within: all
          name: { en: North, zh-Hans: 北 }
          members: [FRD]
          uncertain: [SYL]
        """,
        "scales.yaml": """
        - code: confidence
          name: { en: Confidence, zh-Hans: 把握 }
          assumption: A1
          options:
            - { code: high, name: { en: High, zh-Hans: 高 } }
          outside:
            - { code: none, name: { en: None, zh-Hans: 无 } }
        """,
        "stage-limits.yaml": """
        - code: reply
          amount: 6
          unit: months
          effect: due
          name: { en: Reply, zh-Hans: 答复 }
          paragraph: S/RES/1(2001)/OP/6
        """,
        "criteria.yaml": """
        - { code: gaps, weight: 100, paragraph: "S/RES/1(2001)/OP/3", assumption: A1, name: { en: Gaps, zh-Hans: 差距 } }
        """,
        "figures.yaml": "- { code: entries, number: 12, assumption: A1, name: { en: Entries, zh-Hans: 条目 } }",
        "share-words.yaml": """
        - { code: few, from: 0, to: 50, includes-from: true, name: { en: few, zh-Hans: 少数 } }
        - { code: most, from: 50, to: 100, includes-from: true, includes-to: true, name: { en: most, zh-Hans: 多数 } }
        """,
        "authorities.yaml": """
        - { key: act, from: 2001-09-28, until: 2005-02-27, paragraphs: [S/RES/1(2001)/OP/6] }
        - { key: act, from: 2005-02-28, paragraphs: [S/RES/1(2001)/OP/6, S/RES/2(2005)/OP/1], assumption: true }
        """,
        "capabilities.yaml": "- mandate\n- duties",
        "assumptions.yaml": """
        - code: A1
          question: { en: What, zh-Hans: 何 }
          taken: { en: This, zh-Hans: 此 }
          because: { en: So, zh-Hans: 故 }
        """,
        "questionnaires.yaml": """
        - code: short
          name: { en: Short, zh-Hans: 简短 }
          version: "1"
          scale: confidence
          note: { en: Made for tests, zh-Hans: 测试用 }
          questions:
            - code: Q1
              theme: LEG
              requirements: [LEG1]
              kind: closed
              text: { en: Are acts crimes?, zh-Hans: 行为是否属犯罪？ }
              help: { en: Name the law., zh-Hans: 请列明法律。 }
            - code: Q2
              theme: GEN
              requirements: [LEG1]
              kind: open
              sensitive: true
              text: { en: What else?, zh-Hans: 还有什么？ }
        """,
        "holidays.yaml": """
        - { on: 2027-01-01, name: { en: New Year, zh-Hans: 新年 } }
        - { on: 2027-07-05, assumption: A1, name: { en: Independence, zh-Hans: 独立 } }
        """,
        "offices.yaml": """
        - { code: directorate, mark: DIR, name: { en: Office, zh-Hans: 办公室 }, signatory: { en: Head, zh-Hans: 主任 } }
        """,
        "letters.yaml": """
        - code: notice
          form: note-verbale
          office: directorate
          name: { en: Notice, zh-Hans: 通知 }
          paragraphs:
            - { en: "To {state}, cycle {cycle}.", zh-Hans: "致{state}，第{cycle}周期。" }
            - { en: Regards, zh-Hans: 致意 }
        """,
    ]

    /// Files that packs adopted earlier do not have.
    static let later: Set = ["questionnaires.yaml", "holidays.yaml", "offices.yaml", "letters.yaml"]

    static func load(_ files: [String: String]) throws(PackFaults) -> Pack {
        try PackLoader.load(files: files.sorted { $0.key < $1.key }.map { ($0.key, Array($0.value.utf8)) })
    }

    /// The pack with one text replaced, which has to be there.
    static func changed(_ file: String, _ old: String, _ new: String) -> [String: String] {
        var files = files
        precondition(files[file]?.contains(old) == true, "\(file) holds no \(old)")
        files[file] = files[file]?.replacing(old, with: new)
        return files
    }

    static func faults(_ files: [String: String]) -> [PackFault] {
        do {
            _ = try load(files)
            return []
        } catch { return error.faults }
    }
}
