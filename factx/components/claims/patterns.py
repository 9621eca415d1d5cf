"""Word lists of the claims component: number words, modifiers, trend words, labels; units are in ``unit_patterns``."""

from __future__ import annotations

from factx.records import Modifier

UNITS_WORDS: dict[str, int] = {
    word: value for value, word in enumerate("zero one two three four five six seven eight nine".split())
}
TEENS: dict[str, int] = {
    word: value
    for value, word in enumerate("ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(), 10)
}
TENS: dict[str, int] = {
    word: 10 * value for value, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)
} | {"fourty": 40}
SCALES: dict[str, float] = {
    "hundred": 1e2,
    "thousand": 1e3,
    "lakh": 1e5,
    "million": 1e6,
    "crore": 1e7,
    "billion": 1e9,
    "trillion": 1e12,
    "quadrillion": 1e15,
}
DOZEN: dict[str, float] = {"dozen": 12.0, "score": 20.0}
# Written right behind the digits. Lower-case "m" is read as million only where a metre makes no sense.
SUFFIXES: dict[str, float] = {
    "k": 1e3,
    "K": 1e3,
    "m": 1e6,
    "M": 1e6,
    "mn": 1e6,
    "mln": 1e6,
    "mio": 1e6,
    "MM": 1e6,
    "b": 1e9,
    "B": 1e9,
    "bn": 1e9,
    "Bn": 1e9,
    "BN": 1e9,
    "bln": 1e9,
    "t": 1e12,
    "T": 1e12,
    "tn": 1e12,
    "trn": 1e12,
    "tr": 1e12,
}
FRACTIONS: dict[str, float] = {
    "half": 2.0,
    "third": 3.0,
    "quarter": 4.0,
    "fourth": 4.0,
    "fifth": 5.0,
    "sixth": 6.0,
    "seventh": 7.0,
    "eighth": 8.0,
    "ninth": 9.0,
    "tenth": 10.0,
    "twentieth": 20.0,
    "hundredth": 100.0,
    "thousandth": 1000.0,
}
VULGAR: dict[str, float] = {
    "½": 1 / 2, "⅓": 1 / 3, "⅔": 2 / 3, "¼": 1 / 4, "¾": 3 / 4, "⅕": 1 / 5, "⅖": 2 / 5, "⅗": 3 / 5, "⅘": 4 / 5,
    "⅙": 1 / 6, "⅚": 5 / 6, "⅐": 1 / 7, "⅛": 1 / 8, "⅜": 3 / 8, "⅝": 5 / 8, "⅞": 7 / 8, "⅑": 1 / 9, "⅒": 1 / 10,
}  # fmt: skip
ORDINALS = frozenset(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth "
    "seventeenth eighteenth nineteenth twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth hundredth "
    "thousandth millionth".split()
)
# A vague plural is one to ten of its unit; the small ones are a convention, documented here and nowhere invented per text.
VAGUE_PLURALS: dict[str, tuple[float, float]] = {
    "tens": (10.0, 100.0),
    "dozens": (12.0, 120.0),
    "scores": (20.0, 200.0),
    "hundreds": (1e2, 1e3),
    "thousands": (1e3, 1e4),
    "lakhs": (1e5, 1e6),
    "millions": (1e6, 1e7),
    "crores": (1e7, 1e8),
    "billions": (1e9, 1e10),
    "trillions": (1e12, 1e13),
}
VAGUE_SMALL: dict[str, tuple[float, float]] = {
    "a couple": (2.0, 3.0),
    "a couple of": (2.0, 3.0),
    "a few": (3.0, 6.0),
    "a handful of": (3.0, 6.0),
    "several": (3.0, 9.0),
}
MULTIPLES: dict[str, float] = {
    "twice": 2.0,
    "thrice": 3.0,
    "double": 2.0,
    "triple": 3.0,
    "treble": 3.0,
    "quadruple": 4.0,
    "quintuple": 5.0,
}
# Verbs that state a multiple by themselves: value and direction.
MULTIPLE_VERBS: dict[str, tuple[float, str]] = {
    form: (value, trend)
    for stem, value, trend in (
        ("doubl", 2.0, "up"),
        ("tripl", 3.0, "up"),
        ("trebl", 3.0, "up"),
        ("quadrupl", 4.0, "up"),
        ("quintupl", 5.0, "up"),
    )
    for form in (stem + "ed", stem + "es", stem + "ing")
} | {"halved": (0.5, "down"), "halves": (0.5, "down"), "halving": (0.5, "down")}

_BEFORE: dict[Modifier, str] = {
    "about": "about|some|roughly|around|approximately|approx|approx.|circa|ca|ca.|estimated|an estimated|"
    "estimated at|estimated at around|close to|closer to|nearer to|nearer|something like|somewhere around|in the region of|"
    "in the neighborhood of|in the neighbourhood of|on the order of|in the order of|of the order of|in the vicinity of|"
    "more or less|in the ballpark of|give or take|the equivalent of about|~|≈|perhaps|maybe|probably",
    "nearly": "nearly|almost|just under|just below|just shy of|shy of|approaching|nearing|just short of|a little under|"
    "a little less than|slightly less than|slightly fewer than|slightly under|slightly below|not quite|virtually|"
    "practically|just less than|just fewer than|a bit less than|a bit under|a shade under|fractionally under|near",
    "just_over": "barely|just over|just above|slightly more than|slightly over|slightly above|little more than|"
    "a little more than|a little over|a little above|just more than|only just over|a bit more than|a bit over|"
    "a shade over|marginally over|marginally more than|scarcely|hardly more than|not much more than|only slightly more than",
    "at_least": "at least|no fewer than|not fewer than|no less than|not less than|a minimum of|minimum of|minimum|"
    "at a minimum|as few as|as little as|as low as|starting at|starting from|at the very least|from at least|≥|>=",
    "more_than": "more than|over|upwards of|upward of|well over|exceeding|in excess of|above|greater than|higher than|"
    "larger than|bigger than|longer than|older than|taller than|heavier than|faster than|far more than|far over|well above|"
    "much more than|many more than|considerably more than|significantly more than|well in excess of|north of|beyond|topping|"
    "surpassing|way over|way more than|even more than|better than|over the age of|above the age of|over age|above age|"
    "wider than|deeper than|"
    "hotter than|>|over than",
    "at_most": "up to|as many as|as much as|no more than|not more than|a maximum of|maximum of|maximum|at most|at the most|"
    "as high as|as long as|as large as|as big as|as tall as|as far as|no greater than|no higher than|no longer than|"
    "no larger than|not exceeding|upto|anything up to|capped at|≤|<=|up to a maximum of|not exceed",
    "less_than": "less than|under|fewer than|below|well under|well below|lower than|smaller than|shorter than|"
    "younger than|under age|below age|"
    "cheaper than|far less than|far fewer than|much less than|far below|south of|under the age of|"
    "below the age of|lighter than|slower than|way under|inside|<",
}  # fmt: skip
MODIFIERS_BEFORE: dict[str, Modifier] = {
    phrase: modifier for modifier, phrases in _BEFORE.items() for phrase in phrases.split("|")
}
# "nearly reached 87": an adverb of the governing verb says as much as one before the number.
VERB_ADVERBS: dict[str, Modifier] = {
    "nearly": "nearly",
    "almost": "nearly",
    "roughly": "about",
    "approximately": "about",
    "barely": "just_over",
}
VERB_MODIFIERS: dict[str, Modifier] = {"exceed": "more_than", "surpass": "more_than", "top": "more_than", "approach": "nearly"}
# These are prepositions as often as modifiers; the parse decides where it can.
PREPOSITIONAL = frozenset({"about", "around", "over", "under", "above", "below", "near", "inside", "beyond"})
# Words that may stand between a modifier and its number and change nothing.
TRANSPARENT = frozenset(
    "a an the only just another additional extra of total further record whopping staggering mere full whole other "
    "combined".split()
)
MODIFIERS_AFTER: dict[str, Modifier] = {
    "or more": "at_least",
    "or even more": "at_least",
    "or higher": "at_least",
    "or above": "at_least",
    "or greater": "at_least",
    "or over": "at_least",
    "or older": "at_least",
    "or longer": "at_least",
    "and over": "at_least",
    "and above": "at_least",
    "and older": "at_least",
    "and up": "at_least",
    "and counting": "at_least",
    "at least": "at_least",
    "at a minimum": "at_least",
    "at the least": "at_least",
    "minimum": "at_least",
    "or so": "about",
    "or thereabouts": "about",
    "more or less": "about",
    "give or take": "about",
    "approximately": "about",
    "or less": "at_most",
    "or fewer": "at_most",
    "or lower": "at_most",
    "or below": "at_most",
    "or under": "at_most",
    "or younger": "at_most",
    "or shorter": "at_most",
    "and under": "at_most",
    "and younger": "at_most",
    "at most": "at_most",
    "at the most": "at_most",
    "maximum": "at_most",
    "max": "at_most",
    "tops": "at_most",
    "-plus": "at_least",
    "+": "at_least",
    "plus": "at_least",
    "-odd": "about",
    " odd": "about",
    "-ish": "about",
    "-or-so": "about",
}

TREND_UP = frozenset(
    "rise increase climb grow jump gain soar surge advance swell expand add rally leap rocket skyrocket widen "
    "strengthen escalate spike boost raise lift hike balloon mushroom inflate improve edge_up inch_up double triple treble "
    "quadruple rebound recover".split()
)
TREND_DOWN = frozenset(
    "fall drop decrease decline plunge plummet slump tumble sink slide shrink lose cut reduce slash dip lower narrow ease weaken "
    "contract dwindle slow shed slip retreat crash halve trim dive plunge lessen diminish slim tank nosedive deteriorate".split()
)
# With these "up" and "down" are directions: "closed up 4%".
PARTICLE_VERBS = (
    frozenset("go be trend edge move push tick inch end finish close creep trade open come drive send drift head revise".split())
    | TREND_UP
    | TREND_DOWN
)
TREND_PARTICLES: dict[str, str] = {
    "up": "up",
    "down": "down",
    "higher": "up",
    "lower": "down",
    "upward": "up",
    "downward": "down",
}
# Verbs of going from one figure to another, whatever the direction.
CHANGE_VERBS = TREND_UP | TREND_DOWN | frozenset("go change move shift extend revise adjust turn swing bring push take".split())
RANGE_WORDS = frozenset(
    "range ranges ranged ranging vary varies varied varying anywhere somewhere spanning span spans spanned".split()
)

LABELS = frozenset(
    "section sections sec article articles chapter chapters title page pages p pp no nos number numbers flight route highway "
    "interstate room suite apartment apt unit boeing airbus windows iphone ipad galaxy pixel model type version channel game "
    "episode "
    "season week day phase level stage tier category cat grade class group part act line exit gate pier studio area formula "
    "fortune s&p ftse nasdaq russell nikkei cac dax stoxx ibex kospi division brigade battalion regiment squadron platoon "
    "proposition prop amendment bill resolution apollo war bowl step rule question item figure fig table appendix schedule lot "
    "note clause paragraph para platform track district precinct ward block zone sector mp psalm verse book volume vol issue "
    "wave day round seed rank ranked playstation ps xbox catch expo euro euros mark soyuz voyager falcon agenda vision vat "
    "code zip box terminal runway hole lap stop ladder big top highway hwy freeway turnpike junction m a b firefox chrome "
    "android ios python java html css opus symphony sonata op ch hb sb hr order case docket form pub directive annex "
    "u.s. us hour act scene plan".split()
)
# ... of which these are ordinary words too: a label only when written with a capital.
LABELS_CAPITAL_ONLY = frozenset(
    "us u.s. a b m p no number numbers game games season week day line area war bowl step rule question bill order form plan "
    "code "
    "stop big top mark euro euros expo hour issue note hole lot box volume round wave track ladder block zone lap unit "
    "vision agenda "
    "catch group act book class".split()
)
INDEXES = frozenset("500 100 600 50 2000 225 40 30 250 350 35 125 25 1000 200 300".split())
STREETS = (
    "Street|St|Road|Rd|Avenue|Ave|Boulevard|Blvd|Lane|Ln|Drive|Dr|Way|Place|Pl|Square|Terrace|Court|Ct|Parkway|Pkwy|Highway|"
    "Hwy|Crescent|"
    "Row|Close|Quay|Broadway|Gardens|Mews"
)
# Nouns behind "a" or "an" that make a rate: "$70 a barrel", "three a day".
RATE_TIMES = frozenset("second minute hour day night week month quarter season year decade".split())
RATE_THINGS = frozenset(
    "barrel share gallon litre liter ounce tonne ton person head pound piece unit dozen copy ticket bottle bushel acre mile "
    "kilometre "
    "kilometer kilogram kilo gram household pupil student patient worker vote word pop page seat plate pint game match square "
    "metre meter foot yard hectare megawatt kilowatt megawatt-hour vehicle car home house family child bag box trip visit click "
    "member employee customer user subscriber passenger resident citizen inhabitant taxpayer loan meal drink cup glass slice "
    "loaf roll bed room ride call text shift job shot dose test session lesson class course download tree cow sheep pig egg tin "
    "can packet tank bag sack case crate entry seat berth".split()
)
# After "one" these do not count anything.
ONE_IDIOMS = frozenset(
    "day thing another way hand time point side morning night evening afternoon place sort kind stage moment other else "
    "such end piece hell heck".split()
)
CLOCK_ZONES = "GMT|UTC|BST|EST|EDT|CST|CDT|MST|MDT|PST|PDT|CET|CEST|ET|PT|CT|MT|IST|AEST|JST|KST|Z"
HEDGE_VERBS = frozenset(
    "believe think estimate expect say allege report suspect assume rumor rumour suppose project forecast predict presume claim "
    "fear understand".split()
)
HEDGE_AUX = frozenset("may might could".split())
HEDGE_ADVERBS = frozenset(
    "reportedly allegedly apparently supposedly possibly perhaps likely probably seemingly purportedly presumably".split()
)
# "X put the figure at N", "X estimated N": the subject claims the figure in the reporter's clause.
CLAIM_VERBS = frozenset(
    "estimate put calculate count reckon project forecast predict tally value assess peg report expect admit acknowledge concede "
    "measure".split()
)
# ... of which these do so whoever the subject is; "put" and its like only with "at".
CLAIM_VERBS_SURE = frozenset("estimate calculate reckon project forecast predict put peg value assess".split())
CLAIM_VERBS_AT = frozenset("put peg value assess count tally".split())
# Documents and counts speak with these verbs: "the survey found 340 cases".
SHOW_VERBS = frozenset("show find reveal suggest indicate record list report document".split())
SOURCES = frozenset(
    "survey poll study report data figures statistics records audit census analysis review inquiry research document documents "
    "results paper filing filings census register tally estimate estimates".split()
)
ESTIMATES = frozenset(
    "count estimate estimates tally calculation calculations reckoning account accounts figures measure projection "
    "projections".split()
)
# What is paid or traded behind "for": "bought a boat for £400", "paid £400 for a boat".
TRADE_VERBS = frozenset("buy sell purchase acquire offer lease rent auction trade get book".split())
PAY_VERBS = frozenset("pay spend charge fork invest bid shell".split())
# "Voted 62 to 37".
VOTED = frozenset("voted vote votes approved passed rejected adopted backed agreed carried failed was".split())
PERSONS = frozenset(
    "witness judge guard friend aide expert boss monk priest nurse juror ally source official rival student resident neighbour "
    "neighbor colleague parent guest patient president agent delegate critic cleric medic lad girl boy mother father "
    "tourist".split()
)
SAYING = frozenset(
    "said says say told tells called calls wrote writes asked asks added adds described describes complained recalled remembered "
    "joked warned noted argued explained put replied tweeted posted suggested insisted claimed".split()
)
# Places behind "in": where money is paid, not what it is.
PLACES_IN = frozenset(
    "country countries city cities town towns area areas region regions state states county counties market markets district "
    "districts case cases turn return addition".split()
)
# No nouns of their own before "of": "a total of 40".
TOTALS = frozenset("total totals sum maximum minimum average".split())
# Only these say of a subject how long it is or lasts.
LASTING = frozenset("stay last take run be average total span cover".split())
MONEY_CONTEXT = frozenset(
    "pay paid pays paying cost costs costing price priced prices fine fined fines worth spend spent spending salary wage "
    "wages bill bills "
    "earn earned earns fee fees charge charged owe owed debt debts sold buy bought invest invested savings save saved donate "
    "donated "
    "budget rent tax taxes profit profits loan loans grant compensation bonus sterling money cash benefit benefits sum "
    "funding".split()
)
TEMPERATURE_CONTEXT = frozenset(
    "temperature temperatures warm warmer warming warmed hot hotter heat heated cold colder cool cooler cooling freezing weather "
    "thermometer climate fever thermostat oven mercury degrees-celsius paris sunny forecast highs lows chilly".split()
)
# These verbs say a direction only of a rate or a level ("cut costs by 5%"), not of things ("cut a cake in 4").
TREND_TRANSITIVE = frozenset(
    "add gain raise lift boost cut lose shed slash lower reduce trim contract expand tank hike improve recover weaken "
    "strengthen extend "
    "slip slim dive leap jump sink rally".split()
)
# ... and these say one of a price too: "the share added 15 cents".
TREND_POINTS = frozenset("add gain shed slip dive leap jump".split())
TREND_NOUNS: dict[str, str] = {
    word: trend
    for trend, words in (
        ("up", "increase rise gain growth jump surge hike boost raise upturn uptick spike improvement expansion rebound"),
        ("down", "decrease drop fall decline cut reduction loss slump plunge dip downturn contraction shrinkage slowdown"),
    )
    for word in words.split()
}
# Verbs whose subject is what the figure measures.
MEASURE_VERBS = (
    TREND_UP
    | TREND_DOWN
    | frozenset(
        "be stand reach total hit cost average weigh measure trade close end finish amount stay remain run range number exceed "
        "top open start come go settle hover sit yield last take score account represent make comprise constitute equal become "
        "surpass approach near pass peak bottom sell trend tick edge inch head quote price value estimate worth contain cover "
        "span stretch".split()
    )
)
# People in these states are counted by the state alone: "56 injured and 22 arrested".
STATES = frozenset(
    "killed injured wounded dead missing arrested hurt hospitalized hospitalised displaced evacuated detained homeless "
    "rescued infected "
    "vaccinated unaccounted unemployed jailed".split()
)
# With these directly before it, a person's number is an age: "People over 60", "drivers under 25".
PEOPLE = frozenset(
    "people adults men women patients children kids drivers voters workers residents citizens anyone everyone someone those "
    "persons them pensioners passengers players teenagers students viewers smokers employees members girls boys "
    "readers travellers travelers swimmers immigrants migrants households schoolchildren respondents participants".split()
)
# Between the two figures of a contest "to" is no range: "leads 44 percent to 37 percent".
CONTEST_VERBS = frozenset("vote lead trail beat defeat outpoll outvote edge outnumber".split())
# "Half of the writing team" is a member of a pair.
PAIRS = frozenset("duo pair couple team twosome partnership band act".split())
# They stand between a number and a duration and are no noun that it counts: "12 straight years".
RUNNING = frozenset(
    "straight consecutive successive full whole solid long short more further additional extra entire hard".split()
)
# Labels in small letters: "day five", "number 3", when no noun follows.
LABELS_BEFORE = frozenset(
    "day week round game season number question item line step lot track grade stage phase level set act lap hangar".split()
)
# "More than an hour", "almost a mile": units that an article counts behind a modifier.
ARTICLE_UNITS = frozenset(
    "minute hour day week fortnight month year decade century mile kilometre kilometer metre meter foot inch yard tonne ton kilo "
    "kilogram gram pound ounce gallon litre liter pint hectare acre dollar euro penny percent percentage".split()
)
DIMENSIONS = frozenset("long tall wide high deep thick away apart old across heavy".split())
FILLERS = frozenset("more additional extra further fewer less total odd or so plus other".split())
