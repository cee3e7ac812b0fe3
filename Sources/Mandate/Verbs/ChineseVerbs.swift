/// The words with which the organ acts in Chinese, simplified; the text is folded to them.
enum ChineseVerbs {
    /// Verbs that the organ alone uses at the head of a clause.
    static let strong = list(
        """
        决定 促请 敦促 请求 请 鼓励 强调指出 强调 着重指出 着重强调 着重 特别指出 特别强调 回顾指出 回顾 忆及 重申 \
        欢迎 指示 确认 注意到 表示注意到 表示 指出 提醒 申明 认识到 谴责 要求 授权 邀请 呼吁 赞扬 赞赏 \
        感谢 核可 核准 认可 批准 同意 打算 期待 期望 深为关切 深切关注 关切 遗憾 深表遗憾 痛惜 深感遗憾 吁请 欣见 \
        宣布 宣告 认定 断定 建议 赞同 赞成 承诺 决心 责成 委托 铭记 肯定 承认 认为 欣慰 敬佩 致敬 表扬 \
        深信 相信 声明 警告 告诫 重新确认 重新申明 备悉 嘉许 嘉勉 坚决要求 提请 斥责 悼念 哀悼 感到 震惊 反对 \
        坚持 严重关切 再次 力促 保证 希望 赞许 拒绝 痛斥 惋惜 深为遗憾 抗议 满意
        """)
    /// Verbs that others use as often: the organ's only where a paragraph begins.
    static let weak = list(
        "支持 通过 设立 任命 延长 终止 解除 撤销 规定 接受 采纳 修正 调整 继续 承担 确定 保留 宣示 授予 委派 考虑 重新 废止 修改 维持 成立 撤回 停止 断言 规劝 注意")
    /// Verbs by which a sole paragraph without a number is known.
    static let decisions = list(
        "决定 促请 敦促 请 鼓励 要求 授权 邀请 呼吁 建议 吁请 宣布 核可 核准 批准 设立 任命 延长 通过 责成 谴责")

    private static let preamble = list("根据 按照 依照 意识到 考虑到 鉴于 深感 审议了 审议 听取 收到 决意 关注 念及 着意 渴望 本着 进一步")
    static let connectives = list(
        "并且 并 而且 且 同时 因此 为此 和 以及 及 兹 故 又在此方面 在此方面 在这方面 在这一方面 就此 在此背景下 在此情况下 因而 此外 另外 除此之外")
    /// Adverbs that belong to the form.
    static let adverbs = list(
        "还再次 并再次 再次 还 又 也 再 进一步 强烈 大力 特别 深切 深为 深感 严重 坚决 坚定 坚定地 郑重 重新 最 严厉 极力 "
            + "最强烈地 最严厉地 明确 正式 仍 尤其 衷心 诚恳 同时 继续 亦 更 再度 着重 紧急 立即 高度 充分 完全 迫切 热烈 满意地 毫不含糊地 断然 隆重 竭诚 同样 一致")

    static func list(_ text: String) -> [[UInt32]] {
        text.split(whereSeparator: { $0 == " " || $0 == "\n" }).map { $0.unicodeScalars.map(\.value) }
            .sorted { $0.count > $1.count }
    }

    /// The verb that begins a clause, its adverbs included.
    ///
    /// - Returns: the form's scalars, connectives before it left out.
    static func verb(_ scalars: [UInt32], _ start: Int, weak allowsWeak: Bool) -> Range<Int>? {
        var index = start
        skip(scalars, &index, [[0x20]])
        var form = index
        for _ in 0..<3 {
            guard let connective = longest(connectives, scalars, index) else { break }
            // 同时 belongs to the form, as in 同时强调.
            index += connective
            skip(scalars, &index, [[0x20], [0x2C]])
            form =
                index - connective >= 0 && scalars[index - connective] == 0x540C ? index - connective : index
        }
        for _ in 0..<4 {
            if let length = core(scalars, index, allowsWeak) { return form..<index + length }
            if let adverb = longest(adverbs, scalars, index) {
                index += adverb
            } else if let adverb = adverbial(scalars, index) {
                index += adverb
            } else {
                return nil
            }
        }
        return nil
    }

    private static func core(_ scalars: [UInt32], _ index: Int, _ allowsWeak: Bool) -> Int? {
        guard
            let length = longest(strong, scalars, index) ?? (allowsWeak ? longest(weak, scalars, index) : nil)
        else { return nil }
        let word = Array(scalars[index..<index + length])
        if again.contains(word) { return nil }
        let next = index + length < scalars.count ? scalars[index + length] : 0
        // 建议和分析, 要求的: the noun.
        if nounMarks.contains(next), length <= 2, word != note { return nil }
        return length
    }

    private static let again: Set<[UInt32]> = Set(list("再次 重新"))
    private static let note = Array("注意到".unicodeScalars.map(\.value))
    private static let nounMarks: Set<UInt32> = Set("的和、与是书者权下时后以之".unicodeScalars.map(\.value))

    /// `关切地`, `赞赏地`: up to six characters that end in 地.
    private static func adverbial(_ scalars: [UInt32], _ index: Int) -> Int? {
        for length in 2...7 where index + length < scalars.count {
            if scalars[index + length - 1] == 0x5730 { return length }
            if !Folding.isIdeographic(scalars[index + length - 1]) { return nil }
        }
        return nil
    }

    private static func skip(_ scalars: [UInt32], _ index: inout Int, _ what: [[UInt32]]) {
        while index < scalars.count, what.contains([scalars[index]]) { index += 1 }
    }

    static func longest(_ list: [[UInt32]], _ scalars: [UInt32], _ index: Int) -> Int? {
        guard index < scalars.count else { return nil }
        let first = scalars[index]
        for word in list where word[0] == first && index + word.count <= scalars.count {
            if word.indices.allSatisfy({ scalars[index + $0] == word[$0] }) { return word.count }
        }
        return nil
    }

    static func opens(_ head: [UInt32], weak: Bool) -> Bool {
        verb(head, 0, weak: weak) != nil
    }

    static func opensPreamble(_ head: [UInt32]) -> Bool {
        if longest(preamble, head, 0) != nil { return true }
        if let adverb = longest(adverbs, head, 0) { return longest(preamble, head, adverb) != nil }
        return false
    }

    static func opensDecision(_ head: [UInt32]) -> Bool {
        guard let form = verb(head, 0, weak: true) else { return false }
        return decisions.contains { word in
            form.count >= word.count
                && word.indices.allSatisfy { head[form.upperBound - word.count + $0] == word[$0] }
        }
    }
}
