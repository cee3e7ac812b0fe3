extension ChineseVerbs {
    /// - Parameter isPart: a sub-paragraph, where verbs count only if one opens it.
    static func read(_ passage: Passage, isPart: Bool) -> VerbReading {
        var reading = VerbReading()
        let scalars = passage.folded
        var start = 0
        var isFirst = true
        while start < scalars.count {
            var end = start
            var depth = 0
            while end < scalars.count {
                if scalars[end] == 0x28 || scalars[end] == 0x300A { depth += 1 }
                if scalars[end] == 0x29 || scalars[end] == 0x300B { depth = max(0, depth - 1) }
                if depth == 0, isStop(scalars[end]) { break }
                end += 1
            }
            let form = verb(scalars, start, weak: isFirst)
            if let form, form.upperBound <= end, isFirst || !isShared(scalars, start, form) {
                take(form, end, passage, &reading)
                joined(form.upperBound, end, passage, &reading)
            } else if isFirst, isPart {
                return reading
            } else if let form = afterLead(scalars, start, end) {
                take(form, end, passage, &reading)
            } else {
                joined(start, end, passage, &reading)
            }
            isFirst = false
            start = end + 1
        }
        return reading
    }

    /// 并邀请: what the one asked before is to do as well.
    private static func isShared(_ scalars: [UInt32], _ start: Int, _ form: Range<Int>) -> Bool {
        scalars[start] == 0x5E76 && form.lowerBound == start + 1 && invite.contains(Array(scalars[form]))
    }

    private static let invite = list("邀请 建议 确定 指出 要求")

    private static func isStop(_ scalar: UInt32) -> Bool {
        scalar == 0x2C || scalar == 0x3B || scalar == 0x3002 || scalar == 0x3A
    }

    /// `在此方面请…`, `为此敦促…`: a lead of place before the verb, without a comma.
    private static func afterLead(_ scalars: [UInt32], _ start: Int, _ end: Int) -> Range<Int>? {
        for lead in leads where start + lead.count < end {
            if lead.indices.allSatisfy({ scalars[start + $0] == lead[$0] }) {
                return verb(scalars, start + lead.count, weak: false)
            }
        }
        return nil
    }

    private static let leads = list("并为此 为此 在此方面 在这方面 并在此方面 并在这方面 在此背景下 在此情况下 在这一方面 就此 并就此 对此 因此 在此过程中 并因此")

    /// Verbs inside a clause whose stop was lost in copying, and those joined by 并.
    private static func joined(_ start: Int, _ end: Int, _ passage: Passage, _ reading: inout VerbReading) {
        let scalars = passage.folded
        var index = start + 1
        while index + 2 < end {
            if scalars[index] == 0x5E76, let form = verb(scalars, index + 1, weak: false),
                form.upperBound < end,
                firmlyJoined.contains(where: { ends(scalars, form, $0) })
            {
                take(form, end, passage, &reading)
                index = form.upperBound
                continue
            }
            if let length = longest(lostStop, scalars, index), index - start >= 8, index + length + 2 < end,
                isNominal(scalars[index - 1]), mayFollow(scalars, start, index)
            {
                take(index..<index + length, end, passage, &reading)
                reading.lacksStop = true
                index += length
                continue
            }
            index += 1
        }
    }

    private static let firmlyJoined = list("决定 请 促请 敦促 鼓励 强调 重申 欢迎 授权 要求 呼吁 赞扬 表示 强调指出")
    private static let lostStop = list("指示 欢迎 促请 敦促")

    private static func ends(_ scalars: [UInt32], _ form: Range<Int>, _ word: [UInt32]) -> Bool {
        form.count >= word.count
            && word.indices.allSatisfy { scalars[form.upperBound - word.count + $0] == word[$0] }
    }

    /// The character before closes a noun, and is none that leads on to a verb.
    private static func isNominal(_ scalar: UInt32) -> Bool {
        Folding.isIdeographic(scalar) && !leadingOn.contains(scalar)
    }

    private static let leadingOn = Set(
        "受的其会应可将以为并和所者家方国已还也又再不能要而与或及、的地力此后前中下内》」』示表将须需被由按照".unicodeScalars.map(\.value))

    /// Not where a subject of the verb stands in the clause: 安理会敦促, 秘书长指示.
    private static func mayFollow(_ scalars: [UInt32], _ start: Int, _ index: Int) -> Bool {
        let before = scalars[max(start, index - 4)..<index]
        return !subjects.contains { subject in
            before.count >= subject.count && Array(before.suffix(subject.count)) == subject
        }
    }

    private static let subjects = list("决议 大会 主席 秘书长 委员会 理事会 安理会 政府 代表 特使 声明 各国 报告 公报 受到 方面 进程 第一 双方 各方")

    // MARK: Addressees

    private static func take(_ form: Range<Int>, _ end: Int, _ passage: Passage, _ reading: inout VerbReading)
    {
        reading.add(verb: passage.printed(form))
        guard asking.contains(where: { ends(passage.folded, form, $0) }) else { return }
        var index = form.upperBound
        while index < end, passage.folded[index] == 0x20 { index += 1 }
        let start = index
        while index < end, index - start < 30, !beginsAction(passage.folded, index) {
            if passage.folded[index] == 0x28 { break }
            index += 1
        }
        let length = index - start
        if length >= 2, length < 30 { reading.add(addressee: passage.printed(start..<index)) }
    }

    private static func beginsAction(_ scalars: [UInt32], _ index: Int) -> Bool {
        guard let length = longest(actions, scalars, index) else { return false }
        let next = index + length < scalars.count ? scalars[index + length] : 0
        // 执行局, 支助团: the word is part of a body's name.
        return !bodies.contains(next)
    }

    private static let bodies = Set("局团署处主部组办".unicodeScalars.map(\.value))

    private static let asking = list("请 促请 敦促 鼓励 指示 邀请 要求 授权 呼吁 吁请 提醒 请求 责成 委托 建议 力促 坚决要求")
    /// What an addressee is to do begins with these.
    private static let actions = list(
        """
        在 就 向 对 与 根据 酌情 继续 采取 考虑 将 至迟 最迟 不迟 每 于 确保 协助 提供 支持 执行 评估 注意 向 按照 依照 通过 \
        立即 停止 充分 迅速 尽快 加强 全面 遵守 尊重 开展 进一步 定期 为 作出 制定 提交 报告 参与 积极 合作 保持 以 应 邀请 \
        审议 审查 履行 落实 不 避免 允许 保护 促进 防止 使 把 利用 使用 也 随时 从 同 和 务必 必须 随时 拟订 缔结 全力 毫不 迅即
        """.replacing("\n", with: " ")
    ).filter { $0 != [0x548C] }
}
