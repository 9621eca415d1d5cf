"""Word lists of the entities component."""

from __future__ import annotations

from factx.components.entities.lists import word_set

# spaCy's labels that name somebody or something; the others (dates, quantities) are left as they are.
NAME_LABELS = frozenset(
    {"PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "EVENT", "PRODUCT", "WORK_OF_ART", "LAW", "LANGUAGE"},
)

DETERMINERS = frozenset({"the", "a", "an", "this", "that", "these", "those", "its", "his", "her", "their", "our", "my", "your"})
QUOTE_MARKS = frozenset("\"'“”‘’«»‹›`„‚") | {"``", "''"}
PUNCTUATION = frozenset(",;:!?…([{)]}—–-/\\|*#@_<>=+~^") | {"--", "...", "•", "·", "'s", "’s", "'S", "’S"}
POSSESSIVES = frozenset({"'s", "’s", "'S", "’S"})
APOSTROPHES = frozenset({"'", "’"})
# Words of a picture's caption or a date line that run into a name: "Photo: Jane Roe", "Reuters/Jane Roe".
CAPTION_WORDS = frozenset(
    {"image", "images", "photo", "photos", "photograph", "video", "file", "credit", "picture", "source", "caption"}
)

# Titles that stand before a person's name and are no part of it.
TITLES = word_set(
    """
    mr mrs ms miss mister mx dr prof sir dame lord lady madam madame monsieur rev revd fr st hon gov sen rep gen lt col
    maj capt cpt sgt cpl pvt adm cmdr pres det insp supt atty amb mr. mrs. ms. mx. dr. prof. rev. hon. gov. sen. rep.
    reps. sens. gen. lt. col. maj. capt. sgt. adm. cmdr. pres. det. insp. supt. atty. amb. messrs messrs. president
    vice-president premier chancellor king queen prince princess emperor empress duke duchess earl baron baroness count
    countess sultan sheikh shaikh emir pope cardinal archbishop bishop rabbi imam ayatollah pastor father sister brother
    minister secretary undersecretary senator congressman congresswoman representative governor mayor councilman
    councilwoman councillor assemblyman assemblywoman delegate ambassador envoy commissioner speaker chairman chairwoman
    chair chairperson chief director professor doctor judge justice attorney prosecutor sheriff marshal constable
    detective inspector superintendent sergeant lieutenant captain major colonel general commander admiral corporal
    brigadier officer trooper coach manager captain spokesman spokeswoman spokesperson leader ceo cfo coo cto founder
    co-founder author reporter correspondent editor analyst economist candidate nominee lawmaker dictator tsar chief
    mp mep mla mpp msp td
    datuk dato tun honourable vizier congressmen senators representatives comptroller recorder convenor
    """
)
# What may stand before such a title and belongs to it: "Deputy Prime Minister", "Shadow Home Secretary".
TITLE_MODIFIERS = word_set(
    """
    prime foreign deputy vice former ex- acting interim assistant associate senior junior first second chief supreme
    attorney home shadow finance defence defense interior health education justice transport trade energy environment
    agriculture labor labour culture state treasury police fire district county city executive managing lieutenant major
    brigadier rear master staff air field party majority minority house senate press national regional general right
    honourable honorable his her crown grand great opposition press team coach head special
    """
)
# Titles that are hardly ever a surname: enough alone to make the capitalised word behind them a person.
SURE_TITLES = word_set(
    """
    mr mrs ms miss dr prof mr. mrs. ms. dr. prof. sir dame lady rev. sen. rep. gov. gen. lt. col. maj. capt. sgt. adm.
    senator congressman congresswoman president chancellor
    """
)
# Titles that only a state, church or court gives and that no acronym or place follows.
HONORIFICS = frozenset(
    {"mr", "mr.", "mrs", "mrs.", "ms", "ms.", "miss", "dr", "dr.", "prof", "prof.", "sir", "dame", "lady", "lord", "mx", "mx."}
)
NAME_SUFFIXES = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv", "phd", "ph.d.", "esq", "esq."})
NAME_PARTICLES = frozenset(
    {
        "al",
        "bin",
        "ben",
        "ibn",
        "bint",
        "da",
        "de",
        "del",
        "della",
        "der",
        "den",
        "di",
        "dos",
        "du",
        "el",
        "la",
        "le",
        "san",
        "van",
        "von",
        "ter",
        "ten",
    }
)

# The last word of a name tells what kind of thing it is.
ORG_HEADS = word_set(
    """
    academy administration agency alliance army assembly association authority bank board brigade broadcasting bureau
    cabinet center centre chamber church club coalition college command commission committee company confederation
    conference congress consortium corporation council court department directorate federation foundation front fund
    government group guard house inc inc. incorporated institute institution judiciary league legislature llc llp ltd ltd.
    magazine ministry mission movement museum navy network news newspaper observatory office organisation organization
    parliament partnership partners party plc police post press project senate service services society staff syndicate
    team times trust tribunal union university academy co co. corp corp. company holdings industries technologies systems
    airlines airways motors pharmaceuticals laboratories media entertainment records studios bancorp brothers forces
    command treasury embassy consulate secretariat unesco unicef hospital school schools regiment battalion corps clinic
    gazette herald tribune journal telegraph chronicle weekly courier echo examiner inquirer sentinel footwear apparel
    clothing cosmetics brands stores ferries radio leasing capital ventures energy steel mining oil petroleum foods
    insurance logistics shipping software automotive chemicals properties realty telecom biotech therapeutics labs
    solutions consulting associates securities advisors robotics aerospace shipyards railways television tv channel org
    legion municipality mafia cartel militia
    """
)
FAC_HEADS = word_set(
    """
    airport bridge hall stadium arena tower towers tunnel highway motorway freeway expressway station palace building
    plaza castle prison jail street avenue road boulevard lane square terminal dam harbour harbor cathedral mosque temple
    """
)
LOC_HEADS = word_set(
    """
    river sea ocean lake mountain mountains valley desert peninsula island islands strait gulf bay coast region delta
    ledge reef creek cove glacier falls plateau volcano archipelago atoll canyon basin forest
    """
)
EVENT_HEADS = word_set(
    """
    war wars games olympics festival cup championship championships tournament summit revolution uprising massacre
    hurricane marathon election elections fair expo convention prix crisis rebellion revolt mutiny offensive genocide famine
    referendum by-election primaries caucuses expedition blockade siege olympiad paralympics
    """
)
# A government's offices: the country's short name before them is part of their name ("the U.S. State Department").
OFFICE_HEADS = word_set(
    """
    department senate congress army navy force guard court embassy agency treasury house commission committee council
    bureau marines military office service administration attorney parliament ministry bank corps command
    """
)
STATE_PREFIXES = frozenset(
    {"u.s.", "us", "u.k.", "uk", "u.n.", "un", "eu", "united states", "united kingdom", "united nations", "european union"}
)
CORPORATE_SUFFIXES = word_set(
    "inc inc. corp corp. corporation co co. company ltd ltd. limited plc llc llp ag sa s.a. gmbh nv n.v. group holdings holding"
)

# Capitalised by house style or as a form of address, but no name when they stand alone.
NO_NAMES = word_set(
    """
    president vice-president premier chancellor king queen prince princess pope minister secretary senator governor mayor
    ambassador commissioner speaker chairman judge justice attorney sheriff captain general coach director professor
    doctor sir madam lord lady mr mrs ms miss dr mr. mrs. ms. dr. state government court church city county internet web
    house congressman sen. rep. gov. gen. monday tuesday wednesday thursday friday saturday sunday january february march
    april may june july august september october november december i he she they we you it god mom dad gmt utc est edt pst
    pdt cet bst am pm a.m. p.m. ceo cfo coo cto tv id pc dna hiv aids covid covid-19 sir yes no ok okay et al easter
    christmas thanksgiving ramadan hanukkah halloween supreme super
    several many most some others few both none all each mp mps mep meps mla mlas mpp mpps msp msps td tds
    volunteer volunteers
    """
)
# Short names that newspapers print without saying whose they are; both sides are normalised (lower case, no dots).
ALIASES: dict[str, str] = {
    "us": "united states",
    "usa": "united states",
    "america": "united states",
    "united states of america": "united states",
    "uk": "united kingdom",
    "britain": "united kingdom",
    "great britain": "united kingdom",
    "un": "united nations",
    "eu": "european union",
    "uae": "united arab emirates",
    "dprk": "north korea",
    "democratic people's republic of korea": "north korea",
    "republic of korea": "south korea",
    "burma": "myanmar",
    "holland": "netherlands",
    "czech republic": "czechia",
    "ivory coast": "côte d'ivoire",
    "drc": "democratic republic of the congo",
    "dr congo": "democratic republic of the congo",
    "ussr": "soviet union",
    "kiev": "kyiv",
    "nyc": "new york city",
    "washington dc": "washington, dc",
    "dc": "washington, dc",
    "republic of ireland": "ireland",
    "türkiye": "turkey",
    "swaziland": "eswatini",
    "fbi": "federal bureau of investigation",
    "cia": "central intelligence agency",
    "epa": "environmental protection agency",
    "who": "world health organization",
    "nato": "north atlantic treaty organization",
    "imf": "international monetary fund",
    "gop": "republican party",
}
# Before a place: "in Kursk"; before a person or an organisation hardly ever.
PLACE_PREPOSITIONS = frozenset({"in", "near", "across", "throughout", "outside", "around", "into"})
PLACE_NOUNS = word_set(
    """
    region province oblast city town village district county state border governorate suburb capital area peninsula prefecture
    constituency riding electorate parish borough
    """
)
LIFE_FORMS = word_set(
    """
    born married died grew graduated resigned retired elected re-elected reelected appointed nominated served campaigned ran
    contested studied attended earned stood volunteered moved smiled laughed tweeted wrote testified recalled joked thinks knows
    earns runs lives writes arrested jailed convicted sentenced married divorced
    """
)
SPEECH_FORMS = word_set(
    """
    said says told tells added adds asked wrote writes claimed insisted argued explained testified tweeted replied
    recalled joked believes thinks knows hopes wants died married grew graduated resigned smiled laughed
    """
)
# Function words that a title-case headline writes small, and that may stand inside a name.
SMALL_WORDS = word_set("of the and for in on at to de la du des del von van der a an with from by or as & 's ’s ' ’")
# Listed places whose names are words or surnames first: no evidence at all.
NO_PLACES = word_set(
    """
    Bath Best Enterprise Independence Male Mobile Nice Orange Paradise Reading Sale Split Victoria Jackson Lincoln Madison
    Henderson Garland Irving Irvine Clinton Nelson Norman Clifton Burton Preston Stafford Warren Carson Douglas Davis
    Lawrence Murray Stanley Hamilton Franklin Marshall Monroe Montgomery Wilson Mission Union Central Police Republic
    """
)
# Evidence for what the recognizer saw as a name, but not enough to see a name where it saw none.
AMBIGUOUS_PLACES = frozenset({"US", "Guardian", "Jordan", "Chad", "Georgia", "Wellington"})
# "Ministry of X", "University of X": one name, an organisation's.
OF_HEADS = word_set(
    """
    ministry department university bank church council court union association society institute college museum academy
    bureau board commission committee federation league organization organisation alliance municipality
    """
)
# "X province" is a place, whatever X is.
SURE_PLACE_NOUNS = frozenset({"province", "oblast", "governorate", "prefecture", "peninsula"})
# An organisation with such a last word is called after its town: "the Dunmore Courier" makes Dunmore a place.
LOCAL_HEADS = word_set(
    """
    times post herald tribune courier echo mail express star sun mirror observer examiner inquirer register sentinel
    standard news gazette chronicle journal telegraph council police university college school hospital airport county
    department museum court station church borough district city town village province region authority
    """
)
# An organisation that such a word ends may go on: "Party for the Animals", "Council on Foreign Relations".
FOR_HEADS = OF_HEADS | word_set(
    """
    party movement forum club front center centre campaign coalition group fund foundation office network partnership
    agency authority service congress assembly conference centers
    """
)
# Words of dates, which with digits make no name.
CALENDAR = word_set(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
    october november december mon tue wed thu fri sat sun jan feb mar apr jun jul aug sept sep oct nov dec
    """
)
# "The mayor of X", "the people of X": X is a place.
PLACE_OF = word_set(
    """
    mayor governor city town village port region province people residents outskirts suburb capital streets south north
    east west centre center citizens coast island state district riding constituency seat electorate division parish diocese
    borough municipality
    """
)
# Names that end in 's of themselves.
NAMES_IN_S = word_set(
    """
    macy mcdonald lloyd sotheby christie moody wendy kohl sainsbury levi denny domino kellogg lowe poor arby applebee
    barney bloomingdale hershey hardee carl papa patrick
    """
)
# Common nouns that end the name of an event when a year stands before it: "the 2003 Quebec general election".
EVENT_NOUNS = word_set(
    """
    election elections by-election by-elections byelection byelections referendum referendums referenda primary primaries
    caucus caucuses convention crisis war campaign coup uprising summit
    """
)
# What kind of vote an election is.
EVENT_KINDS = word_set(
    """
    general federal presidential parliamentary legislative local regional provincial state municipal mayoral gubernatorial
    senatorial senate congressional leadership special snap early midterm mid-term national constitutional cantonal council
    territorial communal civic by primary bombing independence membership election climate peace
    nuclear trade economic financial banking debt refugee migrant civil military energy hostage missile
    """
)
MONTHS = word_set("january february march april may june july august september october november december")
# The last word of "the X and Y Party": in the singular, so that it ends one name, not two.
JOINT_HEADS = word_set(
    """
    party union fund council commission federation association authority agency committee board administration corporation
    bureau institute organisation organization service department ministry league alliance society bank
    """
)
# "Kingdom of X": a place, together with the word before it.
STATE_OF = word_set(
    """
    kingdom republic principality duchy emirate sultanate colony empire state province county
    caliphate protectorate territory grand-duchy archduchy margraviate khanate isle isles crown
    """
)
# "Battle of X" and "Treaty of X" are names of events and of laws.
EVENT_OF = word_set("battle siege war invasion partition massacre bombing fall raid sack")
LAW_OF = word_set("treaty armistice declaration convention charter peace statute")
# Awards go with works in OntoNotes, and a study with its title is one.
AWARD_HEADS = word_set("award awards prize prizes medal study")
LAW_HEADS = word_set("act treaty agreement accord accords protocol constitution amendment armistice directive")
# "The Liberal party" is a party's name however its last word is written; "Scottish Greens" is one, too.
PARTY_WORDS = word_set(
    """
    liberal labour labor conservative republican democratic democrat green socialist communist nationalist unionist
    libertarian centre center christian-democratic social-democratic workers
    """
)
PARTY_PLURALS = word_set("greens conservatives socialists liberals radicals nationals democrats communists populars")
# Who may stand before "'s Party" as part of its name.
PARTY_OWNERS = word_set("people worker workers women farmer farmers peasants pensioners nation citizens animals")
FAITHS = word_set("christian jewish muslim catholic protestant hindu sikh buddhist orthodox evangelical sunni shia shiite")
FOR_PLACES = word_set("party movement union commission council coalition alliance association alternative forum front fund")
# A body may be called by its members: "Party of Socialists and Democrats".
PEOPLE_HEADS = word_set("party union alliance society league order brotherhood daughters sons friends mothers families")
# Places that share an office: "Law Society of England and Wales".
TWINS = frozenset({("england", "wales"), ("trinidad", "tobago"), ("antigua", "barbuda")})
# Bodies of which a country has many: no name goes on with "of the U.S." behind them.
TOWN_HEADS = word_set("university college museum hospital bank church department court")
# Behind a surname: all who bear it. And words that tell that two namesakes are kin.
FAMILY_NOUNS = word_set("family families brothers sisters siblings twins dynasty clan estate couple household")
KIN_NOUNS = word_set("wife husband son daughter brother sister mother father partner fiancee fiance widow widower")
KIN = word_set("father son fathers sons dad elder younger senior namesake uncle nephew grandfather grandson")
