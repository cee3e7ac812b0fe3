extension VerbLexicon {
    static let spanish = VerbLexicon(
        language: .spanish,
        verbs: words(
            """
            acepta acoge afirma agradece alienta anima anuncia apela aplaude apoya apremia aprueba asegura \
            autoriza celebra condena confirma considera decide declara deplora designa destaca determina \
            encarga encomia encomienda enfatiza espera establece estima exhorta exige expresa felicita hace \
            inste insta insiste invita lamenta levanta llama manifiesta nombra nota observa ordena pide \
            proclama prorroga reafirma recalca rechaza recomienda reconoce recuerda reitera remite renueva \
            repudia resuelve respalda rinde ruega senala solicita subraya sugiere suscribe toma valora ve \
            lamenta advierte encarece confia adopta hace incorpora se
            """),
        onlyFirst: words("ve hace nombra nota espera establece adopta confia toma incorpora se"),
        tails: tails(
            """
            toma nota con reconocimiento|toma nota con preocupacion|toma nota con satisfaccion|toma nota|\
            acoge con beneplacito|acoge con satisfaccion|acoge complacido|rinde homenaje|hace suyo|hace suya|\
            hace suyos|hace suyas|hace un llamamiento|observa con preocupacion|expresa|senala a la atencion|\
            encomia|exhorta|insta encarecidamente|pide encarecidamente|se declara|se compromete|se felicita
            """),
        adverbs: words(
            "tambien ademas asimismo nuevo de nuevamente vez otra una mas firmemente energicamente encarecidamente"
        ),
        adverbsAfter: words("tambien ademas asimismo nuevamente encarecidamente"),
        particles: words("se"), conjunctions: words("y e o"), nounBefore: [:],
        addresseeEnds: words("que ; , en de"),
        asking: words("solicita pide insta exhorta alienta invita exige encarga autoriza recomienda"),
        preambleOpeners: words(
            """
            profundamente gravemente consciente preocupado convencido resuelto decidido guiado alarmado \
            deseoso indignado perturbado alentado teniendo habiendo vivamente sumamente
            """),
        preambleEndings: ["ando", "iendo", "yendo"])

    static let russian = VerbLexicon(
        language: .russian,
        verbs: words(
            """
            постановляет просит призывает требует подчеркивает приветствует вновь подтверждает выражает \
            предлагает рекомендует осуждает напоминает отмечает признает поддерживает уполномочивает \
            одобряет настоятельно принимает поручает заявляет объявляет обращается сожалеет высоко воздает \
            намеревается утверждает учреждает определяет ссылается повторяет поощряет рекомендует решает \
            высказывает предупреждает констатирует благодарит считает санкционирует соглашается \
            подтверждая обязуется хвалит положительно отвергает приглашает предостерегает указывает \
            разрешает остается готов продлевает
            """),
        onlyFirst: words("вновь настоятельно высоко положительно подтверждая готов остается считает"),
        tails: tails("принимает к сведению|обращает внимание|воздает должное|выражает"),
        adverbs: words(
            "также далее вновь настоятельно решительно еще раз особо самым строго высоко убедительно кроме того"
        ),
        adverbsAfter: words("также далее вновь"),
        particles: [], conjunctions: words("и а"), nounBefore: [:],
        addresseeEnds: words("; , о об в на"),
        asking: words(
            "просит призывает требует предлагает рекомендует поручает уполномочивает поощряет приглашает"),
        preambleOpeners: words("будучи глубоко серьезно выражая преисполненный действуя учитывая"),
        preambleEndings: ["я", "ясь", "в", "вая", "ив", "ев"])

    static let arabic = VerbLexicon(
        language: .arabic,
        verbs: words(
            """
            يقرر يطلب يدعو يهيب يحث يشجع يؤكد يعيد يكرر يشدد يرحب يعرب يدين يشير يلاحظ يعترف يسلم يؤيد ياذن \
            يوافق يحيط يوعز يعلن ينوه يثني يشيد يناشد يطالب يستنكر يعتزم يوصي يذكر يقر يفوض يمدد يبقي يتطلع \
            يشجب ياسف يكلف يعتمد ينشئ يؤكد تقرر تطلب تدعو تهيب تحث تشجع تؤكد تعيد تكرر تشدد ترحب تعرب تدين \
            تشير تلاحظ تعترف تسلم تؤيد تحيط
            """),
        onlyFirst: words("يبقي يذكر يقر يعتمد يسلم"),
        tails: tails("يحيط علما|يعيد تاكيد|يكرر تاكيد|تحيط علما|تعيد تاكيد"),
        adverbs: words("ايضا كذلك كما"), adverbsAfter: words("ايضا كذلك"), particles: [],
        conjunctions: words("و كما"), nounBefore: [:], addresseeEnds: words("ان ; ,"),
        asking: words("يطلب يدعو يهيب يحث يشجع يناشد يطالب يوعز تطلب تدعو تهيب تحث تشجع"),
        preambleOpeners: words("اذ واذ ان وان"), preambleEndings: [])
}
