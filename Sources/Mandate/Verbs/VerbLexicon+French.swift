extension VerbLexicon {
    static let french = VerbLexicon(
        language: .french,
        verbs: words(
            """
            accepte accueille adopte adresse affirme ajoute annonce appelle applaudit apporte apprecie approuve \
            appuie arrete assure attache attend attire autorise charge compte condamne confirme conseille \
            considere constate constitue continue convient convoque cree decide declare decerne defere \
            demande demeure denonce deplore designe determine dispose donne elargit encourage engage enjoint \
            enterine entend envisage espere estime etablit etend exempte exhorte exige exprime fait felicite \
            forme impose incite informe insiste institue interdit invite juge lance leve loue maintient \
            manifeste mesure met mandate note notifie nomme objecte observe offre ordonne partage permet \
            prend presente preconise presse prie proclame proroge propose proteste reaffirme recommande \
            reconduit reconnait redit regrette reitere rejette remercie rend renouvelle repete repousse \
            reprouve reserve reste resout retient revoque salue sait se signale souhaite souligne souscrit \
            suggere supprime suspend tient transmet veut vise voit loue redouble recuse repete rappelle \
            associe indique precise ratifie reprend sanctionne sollicite transfere confie investit
            """),
        onlyFirst: words(
            """
            accepte adopte ajoute annonce apporte arrete assure attache charge compte constitue continue cree \
            decerne dispose donne elargit engage entend etablit etend fait forme impose indique informe \
            institue interdit juge leve maintient manifeste mesure met nomme objecte observe offre partage \
            permet presente propose ratifie reprend reste retient suspend tient transmet veut vise voit \
            appuie precise conseille confie transfere sollicite investit determine associe espere estime \
            considere demeure convient nomme souhaite
            """),
        tails: tails(
            """
            prend note avec satisfaction|prend note avec preoccupation|prend note avec interet|prend note|\
            prend acte avec satisfaction|prend acte|rend hommage|lance un appel|fait sien|fait sienne|\
            fait siens|fait siennes|donne pour instructions|donne pour instruction|donne instruction|\
            attend avec interet|accueille avec satisfaction|accueille avec interet|accueille favorablement|\
            attire l ' attention|appelle l ' attention|note avec satisfaction|note avec preoccupation|\
            note avec une vive preoccupation|note avec une profonde preoccupation|note avec inquietude|\
            note avec interet|note avec regret|prie instamment|demande instamment|exige instamment|\
            exhorte instamment|invite instamment|engage instamment|demande de nouveau|prie de nouveau|\
            en appelle|sait gre|met fin|tient compte|se felicite|se declare|se rejouit|se dit|se propose|\
            s ' engage|s ' inquiete|s ' associe|se tient|se reserve|reste saisi|constate avec preoccupation|\
            constate avec satisfaction|constate avec regret|constate avec inquietude|demande avec insistance|\
            prend en consideration|fait appel|en appelle
            """),
        adverbs: words(
            """
            egalement outre nouveau aussi instamment encore fois une en de a derechef vivement fermement \
            energiquement vigoureusement solennellement par ailleurs ainsi consequence donc enfin \
            resolument expressement categoriquement hautement chaleureusement severement vivement \
            profondement sincerement nouveau desormais
            """),
        adverbsAfter: words(
            """
            egalement instamment aussi derechef vivement fermement energiquement vigoureusement \
            solennellement resolument expressement donc categoriquement vivement
            """),
        particles: words("se s en"),
        conjunctions: words("et ou mais"),
        nounBefore: [
            "demande": ["d", "du", "des", "faite", "presentee", "adressee"], "note": ["verbale", "d", "du"],
            "charge": ["d", "du"], "mesure": ["d", "ou"], "appelle": [], "engage": [],
            "compte": ["rendu", "d"],
        ],
        addresseeEnds: words("de d a que ; qui en pour dans par sur au selon , conformement , afin"),
        asking: words(
            "prie demande exige engage invite encourage charge autorise exhorte appelle donne enjoint recommande rappelle presse"
        ),
        preambleOpeners: words(
            """
            profondement gravement conscient consciente preoccupe preoccupee convaincu convaincue resolu \
            resolue soucieux soucieuse vivement inquiet alarme determine guide desireux desireuse indigne \
            trouble fermement encourage consterne emu attache extremement egalement decide encore toujours \
            sensible tres particulierement anime mu bouleverse horrifie scandalise epouvante inquiete se s \
            acquis vu
            """),
        preambleEndings: ["ant"])
}
