/// The words around a time limit, per language; folded.
struct LimitCues: Sendable {
    struct Rhythm: Sendable {
        let words: [String]
        let period: Period
    }

    /// Before a date.
    var before: [[String]] = []
    /// Behind a date or a duration.
    var after: [[String]] = []
    /// Between cue and date.
    var passedOver: Set<String> = []
    /// Before a cue, telling that the date is past.
    var pastBefore: Set<String> = []
    var endWords: Set<String> = []
    var quarters: [String: Int] = [:]
    var quarterWords: Set<String> = []
    /// Before a duration.
    var durations: [[String]] = []
    var betweenCueAndNumber: Set<String> = []
    var oneArticles: Set<String> = []
    var notLimits: Set<String> = []
    var adverbsOfEvent: Set<String> = []
    var events: [[String]] = []
    var eventEnds: Set<String> = []
    var rhythmsByFirst: [String: [Rhythm]] = [:]
    var every: Set<String> = []
    var articles: Set<String> = []
    var intervals: Set<String> = []
    var adverbsOnly: Set<String> = []
    var nounsBehindAdverb: Set<String> = []

    static func of(_ language: TextLanguage) -> LimitCues {
        switch language {
        case .french: french
        case .spanish: spanish
        case .russian: russian
        case .arabic: arabic
        default: english
        }
    }

    /// `a b|c d` → the phrases, longest first.
    static func phrases(_ text: String) -> [[String]] {
        text.split(separator: "|").map { $0.split(separator: " ").map(String.init) }.sorted {
            $0.count > $1.count
        }
    }

    /// `P1Y: each year|every year; …` by the first word, longest first.
    static func rhythms(_ text: String) -> [String: [Rhythm]] {
        var result: [String: [Rhythm]] = [:]
        for part in text.split(separator: ";") {
            let halves = part.split(separator: ":")
            guard halves.count == 2, let period = Period(halves[0].filter { !$0.isWhitespace }) else {
                continue
            }
            for words in phrases(String(halves[1])) {
                guard let first = words.first else { continue }
                result[first, default: []].append(Rhythm(words: words, period: period))
            }
        }
        return result.mapValues { $0.sorted { $0.words.count > $1.words.count } }
    }

    static let english: LimitCues = {
        var cues = LimitCues()
        cues.before = phrases(
            "by|before|until|till|through|not later than|no later than|by no later than|by not later than|ending|ending on|terminating on|terminating|"
                + "expiring on|expiring|prior to|on or before|up to|expire on|expires on|end on|ends on|expiration on|until and including|up to and including|"
                + "to|and ending on|to end on|concluding on|concluding|to expire on|and ending|to terminate on|at the latest by|at the latest on|ends|and to|until no later than|"
                + "conclude on|terminate on|completed on")
        cues.after = phrases("at the latest|in advance|in advance of")
        cues.passedOver = [
            "the", "midnight", "on", "of", "and", "including", "end", "later", "than", "no", "at", "latest",
            "beginning", "mid", "-", "local", "time",
        ]
        cues.pastBefore = ["from"]
        cues.endWords = ["end", "close"]
        cues.quarters = ["first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4]
        cues.quarterWords = ["quarter"]
        cues.durations = phrases(
            "within|for|in|period of|not later than|no later than|not more than|no more than|not exceeding|up to|at least|next|additional|further|by|"
                + "at the latest|over|during|initial|than|by a further|following|first|every|after|no longer than|of|duration of|a minimum of|maximum of|as soon as possible and within|another"
        )
        cues.betweenCueAndNumber = [
            "a", "an", "the", "period", "of", "further", "additional", "initial", "next", "another", "final",
            "more", "than", "following", "new", "one", "maximum", "up", "to", "no",
            "later", "not", "least", "at", "renewable", "first", "coming", "subsequent", "time", "limit",
            "temporary", "single", "last", "successive",
        ]
        cues.oneArticles = ["a", "an"]
        cues.notLimits = ["old", "ago", "age", "earlier", "later"]
        cues.adverbsOfEvent = ["period", "prior", "thereafter", "beginning", "starting", "commencing"]
        cues.events = phrases(
            "of|from|after|following|before|prior to|from the date of|beginning on|starting on|starting from|beginning from|of the date of|after the date of|upon|preceding|in advance of|thereafter|since|as from|as of|with effect from|commencing on|in|ahead of|subsequent to"
        )
        .filter { $0 != ["in"] }
        cues.eventEnds = [
            "and", "to", "with", "on", "for", "unless", "but", "which", "in", "that", "or", "whether",
            "until", "a", "as",
        ]
        cues.rhythmsByFirst = rhythms(
            """
            P6M: twice a year|on a twice - yearly basis|twice - yearly|twice per year|twice annually|twice yearly|on a twice annual basis|semi annually|semi - annually|semiannually|biannually|bi - annually|on a biannual basis|\
            two times a year|two times per year|at least twice a year|every half year|on a semi - annual basis|twice each year|every half - year|six - monthly|on a six - monthly basis|on a six monthly basis;
            P1Y: each year|once a year|once per year|once every year|annually|yearly|per annum|on an annual basis|on a yearly basis|every year|at least annually|at yearly intervals|\
            at least once a year|per year|one time a year|at annual intervals|of each year|once each year|of every year;
            P3M: quarterly|on a quarterly basis|four times a year|each quarter|every quarter|at quarterly intervals|per quarter|three - monthly|on a three - monthly basis;
            P4M: three times a year|three times per year|every four months;
            P1M: monthly|on a monthly basis|each month|every month|once a month|per month|once per month|once every month|at monthly intervals;
            P2M: bimonthly|bi - monthly|every other month|on a bimonthly basis|every second month;
            P1W: weekly|on a weekly basis|each week|once a week|every week|per week;
            P2W: fortnightly|every other week|biweekly|bi - weekly|every second week;
            P1D: daily|on a daily basis;
            P2Y: biennially|every other year|every second year|on a biennial basis|once every two years;
            P3Y: triennially|on a triennial basis
            """)
        cues.every = ["every", "each"]
        cues.articles = ["the"]
        cues.intervals = ["intervals", "interval"]
        cues.adverbsOnly = ["quarterly", "monthly", "weekly", "daily", "yearly"]
        cues.nounsBehindAdverb = [
            "report", "reports", "meeting", "meetings", "basis", "reporting", "briefing", "briefings",
            "review", "reviews", "life", "lives", "rate", "limit", "limits",
            "consultations", "updates", "needs", "activities", "subsistence", "work", "operations", "living",
            "reality",
        ]
        return cues
    }()

    static let french: LimitCues = {
        var cues = LimitCues()
        cues.before = phrases(
            "jusqu ' au|jusqu ' a|jusqu ' en|jusqu ' a la|avant le|avant la|avant|d ' ici au|d ' ici a|d ' ici le|d ' ici|d ' ici a la|au plus tard le|au plus tard a la|au plus tard|"
                + "se terminant le|expirant le|prenant fin le|s ' achevant le|prendra fin le|expirera le|expire le|venant a expiration le|qui se terminera le|qui prendra fin le|au|pour le|"
                + "qui expire le|arrivant a expiration le|se terminera le|venant a echeance le|se termine le|allant jusqu ' au|a expiration le|fin le|plus tard en|jusque|echeance le|prend fin le|qui s ' acheve le|s ' achevera le"
        )
        cues.after = phrases("au plus tard|inclus|inclusivement")
        cues.passedOver = [
            "le", "la", "a", "l", "'", "fin", "au", "du", "de", "en", "minuit", "mois", "d", "et",
        ]
        cues.pastBefore = ["du"]
        cues.endWords = ["fin"]
        cues.quarters = ["premier": 1, "deuxieme": 2, "troisieme": 3, "quatrieme": 4, "dernier": 4]
        cues.quarterWords = ["trimestre"]
        cues.durations = phrases(
            "dans les|dans un delai de|dans un delai d '|dans|pour une periode de|periode de|periode d '|pour|pendant|de|d '|d ' ici|sous|au bout de|duree de|duree d '|delai de|delai d '|au maximum|"
                + "au moins|au plus tard|tous les|apres|les|des|plus de|n ' excedant pas|jusqu ' a|d ' au moins|au plus"
        )
        cues.betweenCueAndNumber = [
            "une", "un", "periode", "initiale", "supplementaire", "nouvelle", "autre", "de", "d", "'", "les",
            "prochains", "premiers", "nouveau", "additionnelle", "premiere", "maximum", "maximale", "maximal",
            "duree", "delai",
        ]
        cues.oneArticles = []
        cues.notLimits = ["plus tot", "auparavant"]
        cues.adverbsOfEvent = ["au", "supplementaires", "supplementaire"]
        cues.events = phrases(
            "suivant|qui suivent|qui suivront|a compter de|a compter du|a partir de|a partir du|apres|plus tard apres|au plus tard apres|suivant la|a dater de|a dater du|avant|avant la|au plus tard avant|"
                + "qui suit|suivants|de|apres que|qui precedent|plus tard suivant|des|a l ' avance|plus tard a compter de|plus tard a compter du"
        )
        .filter { $0 != ["de"] && $0 != ["des"] }
        cues.eventEnds = ["et", "pour", "sur", "puis", "afin", "ou", "un", "en", "qui", "si", "ainsi"]
        cues.rhythmsByFirst = rhythms(
            """
            P6M: deux fois par an|deux fois l ' an|semestriellement|tous les semestres|chaque semestre|a intervalles semestriels|tous les six mois|une fois par semestre|deux fois par annee;
            P1Y: chaque annee|une fois par an|tous les ans|annuellement|par an|une fois l ' an|a intervalles annuels|une fois par annee|sur une base annuelle;
            P3M: chaque trimestre|tous les trimestres|trimestriellement|a intervalles trimestriels|une fois par trimestre|quatre fois par an|par trimestre;
            P4M: trois fois par an;
            P1M: chaque mois|mensuellement|tous les mois|une fois par mois|par mois;
            P2M: tous les deux mois|un mois sur deux;
            P1W: chaque semaine|toutes les semaines|une fois par semaine|par semaine;
            P2W: toutes les deux semaines|tous les quinze jours;
            P1D: chaque jour|quotidiennement|tous les jours;
            P2Y: tous les deux ans|une annee sur deux;
            P3Y: tous les trois ans
            """)
        cues.every = ["tous", "toutes"]
        cues.articles = ["les"]
        cues.intervals = ["intervalles", "intervalle"]
        return cues
    }()

    static let spanish: LimitCues = {
        var cues = LimitCues()
        cues.before = phrases(
            "hasta el|hasta|antes del|antes de|a mas tardar el|a mas tardar en|a mas tardar|que finalizara el|que terminara el|que concluira el|para el|al"
        )
        cues.passedOver = ["el", "fin", "de", "la", "final"]
        cues.endWords = ["fin", "fines", "finales", "final"]
        cues.durations = phrases(
            "en un plazo de|plazo de|dentro de los|dentro de|por un periodo de|periodo de|durante|por|en los|en|a mas tardar|de"
        )
        cues.betweenCueAndNumber = [
            "un", "periodo", "inicial", "adicional", "nuevo", "otro", "otros", "los", "de", "plazo",
            "proximos", "siguientes",
        ]
        cues.events = phrases(
            "a partir de|a partir del|contados a partir de|despues de|siguientes a|a contar de|tras|desde|antes de|posteriores a|de la fecha de|a contar desde"
        )
        cues.eventEnds = ["y", "para", "sobre", "un", "una"]
        cues.rhythmsByFirst = rhythms(
            "P6M: dos veces al ano|semestralmente|cada semestre;P1Y: anualmente|cada ano|una vez al ano|todos los anos|por ano;P3M: trimestralmente|cada trimestre;"
                + "P1M: mensualmente|cada mes|una vez al mes|todos los meses;P2Y: cada dos anos|bienalmente")
        cues.every = ["cada"]
        cues.intervals = ["intervalos"]
        return cues
    }()

    static let russian: LimitCues = {
        var cues = LimitCues()
        cues.before = phrases("до|не позднее|к|по|заканчивающийся|истекающий|не позднее чем")
        cues.passedOver = ["конца", "концу"]
        cues.endWords = ["конца", "концу"]
        cues.durations = phrases(
            "в течение|на|сроком на|через|на период в|в срок|не позднее чем через|спустя|не позднее чем за|за|периода в|периодом в"
        )
        cues.betweenCueAndNumber = [
            "период", "дополнительный", "в", "последующих", "следующих", "первоначальный", "еще", "срок",
            "первых", "ближайших",
        ]
        cues.events = phrases("с|после|со дня|с даты|с момента|до|со времени|начиная с")
        cues.eventEnds = ["и", "доклад", "для", "о", "об"]
        cues.rhythmsByFirst = rhythms(
            "P6M: два раза в год|дважды в год|раз в полгода|каждые полгода;P1Y: ежегодно|каждый год|раз в год;P3M: ежеквартально|раз в квартал;P1M: ежемесячно|каждый месяц|раз в месяц;"
                + "P2Y: раз в два года|каждые два года")
        cues.every = ["каждые", "каждый", "каждую"]
        return cues
    }()

    static let arabic: LimitCues = {
        var cues = LimitCues()
        cues.before = phrases(
            "حتي|قبل|بحلول|في موعد لا يتجاوز|في موعد اقصاه|لغايه|لغاية|الي غاية|تنتهي في|تنتهي|الي|موعد لا يتعدي|يتجاوز|اقصاه"
        )
        cues.passedOver = ["يوم", "نهايه", "نهاية", "تاريخ"]
        cues.endWords = ["نهاية"]
        cues.durations = phrases("في غضون|خلال|لمدة|لفترة|غضون|فترة|مدة|بعد|كل")
        cues.betweenCueAndNumber = ["فترة", "مدة", "اضافية", "اولية"]
        cues.events = phrases("من|بعد|من تاريخ|اعتبارا من")
        cues.eventEnds = ["عن", "و", "تقريرا"]
        cues.rhythmsByFirst = rhythms(
            "P6M: مرتين في السنة|مرتين سنويا|كل ستة اشهر;P1Y: سنويا|كل سنة|كل عام|مرة في السنة;P3M: كل ثلاثة اشهر|فصليا;P1M: شهريا|كل شهر;P2Y: كل سنتين;P4M: كل اربعة اشهر"
        )
        cues.every = ["كل"]
        return cues
    }()
}
