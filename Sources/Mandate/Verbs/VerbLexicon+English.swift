extension VerbLexicon {
    static let english = VerbLexicon(
        language: .english,
        verbs: words(
            """
            accepts acknowledges acts adopts advises affirms agrees aligns allows amends announces anticipates \
            appeals applauds appoints appreciates approves asks assures authorises authorizes bears believes \
            calls cautions commends concludes concurs condemns confirms congratulates considers continues \
            decides declares defers demands denounces deplores designates determines directs draws elaborates \
            emphasises emphasizes encourages endorses ensures envisages establishes exempts exhorts expects \
            expresses extends extols favours finds gives grants hails highlights holds honours hopes imposes \
            indicates insists instructs intends invites joins lauds laments lifts looks maintains mandates \
            notes notices objects observes offers opposes orders pays pledges praises proclaims prohibits \
            promotes proposes reaffirms realizes recalls receives recognises recognizes recommends \
            reconfirms reconsiders reemphasizes refers refuses regards regrets reiterates rejects rejoices \
            remains reminds renews repeats requests requires reserves resolves respects reviews salutes \
            seeks shares stands states stresses suggests supports suspends sympathizes takes \
            terminates thanks transmits trusts undertakes underlines underscores urges views voices warns \
            welcomes wishes withdraws highlights commemorates underwrites remarks reproves censures \
            suspects deems reauthorizes reestablishes extends reassures restates repudiates revokes \
            concedes reapproves convenes creates sets modifies entrusts charges empowers implores
            """),
        onlyFirst: words(
            """
            accepts acts adopts aligns allows amends announces appoints bears believes concludes \
            considers continues creates convenes defers ensures establishes extends finds \
            gives grants holds hopes imposes indicates joins maintains objects observes offers opposes orders \
            proposes promotes receives refers refuses regards remains requires respects reviews seeks sets \
            shares stands states terminates transmits trusts undertakes views voices \
            wishes withdraws charges deems honours modifies remarks prohibits mandates realizes \
            advises concedes exempts
            """),
        tails: tails(
            """
            takes note with appreciation|takes note with satisfaction|takes note with concern|takes note|\
            takes due note|takes further note|takes into account|takes cognizance|calls upon|calls on|\
            calls for|calls again upon|calls once again upon|calls attention|looks forward|pays tribute|\
            pays special tribute|bears in mind|draws attention|expresses|gives|notes with appreciation|\
            notes with satisfaction|notes with concern|notes with grave concern|notes with deep concern|\
            notes with regret|notes with interest|welcomes with appreciation|welcomes with satisfaction|\
            recalls with appreciation|acknowledges with appreciation|remains seized|remains actively seized|\
            notes with alarm|notes with serious concern|calls further upon|calls also upon
            """),
        adverbs: words(
            """
            also further again once more additionally furthermore moreover therefore hereby accordingly \
            likewise similarly equally consequently thus finally in addition still even now then nonetheless
            """),
        adverbsAfter: words("also further again therefore additionally furthermore moreover hereby likewise"),
        particles: [],
        conjunctions: words("and but or"),
        nounBefore: [
            "requests": [
                "for", "from", "of", "by", "made", "and", "or", "to", "submitted", "received", "in",
            ],
            "demands": ["for", "of", "from", "in", "made"],
            "calls": ["to", "from", "by", "of", "and", "made"],
            "notes": ["verbales", "verbale", "of", "and"],
            "states": ["of", "and", "parties", "members", "concerned", "in", "to", "that"],
            "appeals": ["by", "from", "of", "court", "chamber", "process", "and"],
            "invites": [], "urges": ["and"], "stresses": ["and", "of"], "supports": ["and"],
        ],
        addresseeEnds: words(
            "to that, ; for in on with through as by should shall of from which who including"),
        asking: words(
            """
            requests calls urges encourages invites directs demands authorizes authorises instructs appeals \
            asks reminds exhorts tasks entrusts recommends mandates insists
            """),
        preambleOpeners: words(
            """
            deeply gravely seriously mindful conscious aware concerned convinced determined alarmed guided \
            disturbed appalled encouraged dismayed shocked profoundly outraged cognizant resolved committed \
            distressed desirous strongly firmly fully particularly extremely inspired preoccupied indignant \
            horrified having bearing being being also further again saddened anxious satisfied troubled \
            persuaded confident cognisant moved dedicated gratified once reiterating grieved aghast \
            in as whereas pursuant
            """),
        preambleEndings: ["ing"])
}
