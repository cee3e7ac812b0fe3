/// Traditional characters and their simplified forms, as far as the reader's word lists and dates
/// use them. Not a converter: a character that no list contains needs no pair.
enum CharacterPairs {
    static let all: [(traditional: UInt16, simplified: UInt16)] = {
        let (old, new) = (Array(traditional.utf16), Array(simplified.utf16))
        return zip(old, new).map { ($0, $1) }
    }()

    /// Simplified forms that stand in traditional texts too.
    static let usedInBoth: Set<UInt16> = Set("并后只里于系表面周着才布回志".utf16)

    private static let traditional =
        "決請勵強調顧歡還並併進烈別員會國個該歲兩屆終滿遲於內後為報與對協執機構總參爾處責鑒鑑譴關懷嚴"
        + "讚贊譽慶賀認識議設籲籌準備將據據問題處長應標則區組織繼續續維護權門間務結論從來實開啟動當時歷說"
        + "條約簽訂審劃預測憶銘記諾確斷單東網絡達擴減縮擬歸還遺憾驚訝擔憂責發現隨際專經濟輔導補貼檢驗監獄"
        + "測試僅號點撥點電視聯軍產業農漁險鬥爭領養衛隊勞殺傷難導無線響應適當讓負債誌願樂觀變較"
        + "欣見滿紀錄擇歲陸貳參萬億曆痛惜慘無條約罰則運輸證級紅環境誠懇藉著週個隻裡佈迴採衝準"
        + "訴諸慮謹註釋評論計畫書詢詳細課訓練講許訪證詞誤談"

    private static let simplified =
        "决请励强调顾欢还并并进烈别员会国个该岁两届终满迟于内后为报与对协执机构总参尔处责鉴鉴谴关怀严"
        + "赞赞誉庆贺认识议设吁筹准备将据据问题处长应标则区组织继续续维护权门间务结论从来实开启动当时历说"
        + "条约签订审划预测忆铭记诺确断单东网络达扩减缩拟归还遗憾惊讶担忧责发现随际专经济辅导补贴检验监狱"
        + "测试仅号点拨点电视联军产业农渔险斗争领养卫队劳杀伤难导无线响应适当让负债志愿乐观变较"
        + "欣见满纪录择岁陆贰参万亿历痛惜惨无条约罚则运输证级红环境诚恳借着周个只里布回采冲准"
        + "诉诸虑谨注释评论计画书询详细课训练讲许访证词误谈"
}
