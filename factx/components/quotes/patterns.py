"""Word lists of the quotes component: reporting verbs and nouns, by what they do (``act``) and what they govern (frames).

A frame says where the content of a cue stands, in the field's usual terms:

    c   a finite clause: said (that) ..., asked whether ...
    i   an infinitive: vowed to ..., urged them to ...
    o   an object, with what is predicated of it: denied the report, hailed them as heroes
    q   set-off words in quotation marks only: "...," she smiled
    for, of, on, about, ...   the object of that preposition: called for calm, warned of floods
"""

from __future__ import annotations

from factx.components.lemma import inflections
from factx.records import Act

_SAY = """
say:c,q tell:c,q,of add:c,q write:c,q note:c,q,o state:c,q,o announce:c,q,o explain:c,q,o declare:c,q,o report:c,q remark:c,q
respond:c,q reply:c,q continue:c,q observe:c,q mention:c,q,o tweet:c,q retweet:q comment:c,q post:c,q recall:c,q,o
conclude:c,q describe:o,q detail:o,c disclose:c,q,o reveal:c,q,o confirm:c,q acknowledge:c,q,o admit:c,q concede:c,q agree:c,q
recount:c,q,o relate:c,q repeat:c,q,o reiterate:c,q,o stress:c,q,o emphasize:c,q,o emphasise:c,q,o underscore:c,o
underline:c,o caution:c,q,against warn:c,q,of,against joke:c,q,about quip:c,q shout:c,q yell:c,q scream:c,q whisper:c,q
mutter:c,q murmur:c,q exclaim:c,q chant:c,q retort:c,q counter:c,q snap:q interject:c,q interrupt:q blog:c,q text:c,q
email:c,q e-mail:c,q inform:c,q notify:c assure:c,q remind:c,q muse:c,q reflect:q opine:c,q testify:c,q signal:c hint:c,q
imply:c,q indicate:c,q specify:c,q clarify:c,q proclaim:c,q,o pronounce:c,q,o read:c,q recite:q,o quote:q,o cite:o,q call:o,q
dub:o label:o term:o brand:o deem:o refer:to characterize:o characterise:o portray:o answer:c,q begin:q
conclude:c,q elaborate:q rejoin:q rejoinder:q intone:q gush:q bark:q bellow:q cry:c,q sigh:q groan:q laugh:q smile:q grin:q
deadpan:q drawl:q croak:q blurt:q recap:q volunteer:c,q confide:c,q confess:c,q divulge:c,q concur:q chime:q echo:q,o parrot:q
sum:q venture:q weigh:q tout:o highlight:o speak:of,about talk:about vouch:for publicize:o explain:c,q lie:about preach:c,q
lecture:q caution:c,q fume:c,q rage:q rant:q,about thunder:q gloat:q tease:q scoff:c,q sneer:q marvel:c,q enthuse:c,q
narrate:q announce:c,q,o advertise:c,o publish:q message:q phone:q brief:c update:q summarize:o,q summarise:o,q spell:q
stipulate:c put:q go:q identify:q name:q christen:o nickname:o
"""
_CLAIM = """
claim:c,q,i allege:c,q,o assert:c,q,o insist:c,q maintain:c,q contend:c,q argue:c,q suggest:c,q,o charge:c,q accuse:of
boast:c,q,of,about brag:c,q,about estimate:c,q predict:c,q,o forecast:c,q,o project:c swear:c,q,i profess:c,i purport:i
posit:c speculate:c,q reckon:c,q hypothesize:c hypothesise:c postulate:c submit:c,q plead:q affirm:c,q,o attest:c,q vouch:for
aver:c,q blame:o,for,on theorize:c surmise:c,q calculate:c warrant:c bill:o dismiss:o exaggerate:c
"""
_DENY = """
refuse:i decline:i deny:c,o,q reject:o,q dispute:c,o,q refute:c,o,q rebut:o,q disavow:o,q contradict:o,q disagree:c,q
repudiate:o,q disclaim:o rebuff:o protest:c,q,o
"""
_ASK = """
ask:c,q,i,about,for question:c,o,q wonder:c,q,about inquire:c,q,about enquire:c,q,about query:c,q,o
"""
_ORDER = """
tell:i warn:i order:c,i,q urge:c,i,q demand:c,q,o,i instruct:c,i,q command:i,q direct:i request:c,i,o,q beg:i,q,for plead:for
implore:i,q appeal:for,q recommend:c,q,o advise:c,i,q encourage:i,q call:for,on press:for propose:c,q,o,i exhort:i,q
advocate:c,o,for enjoin:i summon:i challenge:i,q invite:i forbid:i petition:for lobby:for
"""
_THINK = """
think:c,q believe:c,q fear:c,q worry:c,q,about doubt:c,q assume:c suspect:c guess:c,q imagine:c feel:c figure:c,q presume:c
view:as regard:as expect:c anticipate:c foresee:c,o realize:c realise:c sense:c envision:o know:c understand:c hold:c judge:c
consider:c mistrust:c question:c
"""
_INTEND = """
vow:i,c,q pledge:i,c,q,o promise:i,c,q,o plan:i hope:i,c,for,q intend:i threaten:i,c,q offer:i agree:i
seek:i aim:i volunteer:i swear:i prefer:o,i desire:o opt:i resolve:i,c undertake:i
"""
_FEEL = """
support:o oppose:o praise:o,q criticize:o,q criticise:o,q condemn:o,q denounce:o,q deplore:o,q welcome:o,q applaud:o,q
hail:o,q slam:o,q blast:o,q mock:o,q decry:o,q endorse:o,q favor:o favour:o lambast:o,q lambaste:o,q assail:o,q ridicule:o,q
bemoan:o,c,q lament:c,o,q complain:c,q,about,of regret:c,o,q rail:against,about commend:o,q laud:o,q salute:o,q deride:o,q
excoriate:o,q castigate:o,q berate:o,q rebuke:o,q scold:o,q chide:o,q admonish:o,q thank:o,q congratulate:o,q reprimand:o,q
vilify:o,q trash:o,q disparage:o,q bash:o,q rip:o,q skewer:o,q resent:o,c detest:o abhor:o rue:o,c grumble:c,q,about
gripe:c,q,about grouse:c,q express:o voice:o lash:q hammer:o,q savage:o tear:q pan:o,q admire:o object:c,q,to credit:o
"""
_SHOW = """
show:c find:c demonstrate:c prove:c determine:c discover:c establish:c reveal:c,q estimate:c suggest:c,q
"""

ACT_OF_LIST: tuple[tuple[Act, str], ...] = (
    ("say", _SAY),
    ("claim", _CLAIM),
    ("deny", _DENY),
    ("ask", _ASK),
    ("order", _ORDER),
    ("think", _THINK),
    ("intend", _INTEND),
    ("feel", _FEEL),
    ("show", _SHOW),
)

# Past tenses and participles that no rule gives, and doubled consonants.
IRREGULAR = {
    "say": "said",
    "tell": "told",
    "write": "wrote written writing",
    "read": "read",
    "speak": "spoke spoken",
    "find": "found",
    "think": "thought",
    "feel": "felt",
    "know": "knew known",
    "hold": "held",
    "understand": "understood",
    "foresee": "foresaw foreseen",
    "swear": "swore sworn",
    "show": "shown",
    "prove": "proven",
    "begin": "began begun beginning",
    "tear": "tore torn",
    "put": "put putting",
    "go": "went gone",
    "undertake": "undertook undertaken",
    "forbid": "forbade forbidden forbidding",
    "spell": "spelt",
    "lie": "lied lying",
    "broadcast": "broadcast",
    "forecast": "forecast",
    "quip": "quipped quipping",
    "snap": "snapped snapping",
    "admit": "admitted admitting",
    "submit": "submitted submitting",
    "regret": "regretted regretting",
    "refer": "referred referring",
    "concur": "concurred concurring",
    "confer": "conferred",
    "plan": "planned planning",
    "beg": "begged begging",
    "brag": "bragged bragging",
    "blog": "blogged blogging",
    "blur": "blurred",
    "dub": "dubbed dubbing",
    "label": "labelled labelling",
    "signal": "signalled signalling",
    "grin": "grinned grinning",
    "sum": "summed summing",
    "rip": "ripped ripping",
    "rebut": "rebutted rebutting",
    "pan": "panned panning",
    "chat": "chatted",
    "opt": "opted",
    "e-mail": "e-mailed",
    "recap": "recapped recapping",
    "compel": "compelled",
    "rebel": "rebelled",
    "impel": "impelled",
    "plead": "pled",
}

# cue noun: what the noun itself does ("the claim that", "a promise to")
NOUNS: dict[str, tuple[Act, str]] = {
    **dict.fromkeys(
        ("claim", "allegation", "assertion", "accusation", "contention", "argument", "charge", "suggestion"), ("claim", "c")
    ),
    **dict.fromkeys(("boast", "prediction", "forecast", "estimate", "conclusion", "speculation", "insistence"), ("claim", "c")),
    **dict.fromkeys(
        ("statement", "announcement", "remark", "comment", "admission", "confirmation", "acknowledgment"), ("say", "c")
    ),
    **dict.fromkeys(
        ("acknowledgement", "reminder", "warning", "declaration", "complaint", "news", "word", "message"), ("say", "c")
    ),
    **dict.fromkeys(("testimony", "assurance", "rumor", "rumour", "report"), ("say", "c")),
    **dict.fromkeys(("denial",), ("deny", "c")),
    **dict.fromkeys(("question",), ("ask", "c")),
    **dict.fromkeys(("demand", "request", "order", "plea", "call", "appeal"), ("order", "c,i")),
    **dict.fromkeys(("proposal", "recommendation", "advice"), ("order", "c")),
    **dict.fromkeys(
        ("belief", "fear", "view", "opinion", "notion", "doubt", "suspicion", "concern", "expectation"), ("think", "c")
    ),
    **dict.fromkeys(("idea", "assumption", "worry", "impression", "feeling", "conviction", "sense"), ("think", "c")),
    **dict.fromkeys(("hope",), ("intend", "c")),
    **dict.fromkeys(("promise", "pledge", "vow", "threat", "offer", "intention", "commitment"), ("intend", "c,i")),
    **dict.fromkeys(("finding",), ("show", "c")),
}

# What says something without being anybody: the party behind it is the speaker when the text names one.
MEDIA = frozenset(
    """statement response reply letter
    email e-mail memo memorandum tweet post message interview speech address release note op-ed column
    editorial blog filing lawsuit complaint affidavit petition ad advertisement video voicemail text report article
    transcript""".split()
)
# Common nouns for those who speak; the endings catch most trades and roles (teacher, senator, analyst, chairman, refugee).
PARTIES = frozenset(
    """administration advocates agencies agency aide aides airline alliance allies ally ambassador ambassadors army assembly
    association attorney attorneys authorities authority bank banks board boss boy brother bureau cabinet camp campaign
    candidate candidates captain caucus charities charity chief chiefs child children church city clergy clerk club coalition
    colleague colleagues college colonel commission committee communities community companies company congress congressman
    corporation council counsel countries country couple court courts critics crowd daughter delegates delegation democrats
    department deputies deputy detective diplomat diplomats director doctor doctors economists embassy executive executives
    experts expert faction families family father federation firm firms force forces foundation friend friends general
    generals girl government governments governor group groups guard guest guests guy guys head heads hospital host house
    husband individual individuals insider insiders institute judge judges jury justice king lady lawyer lawyers leadership
    left legislature locals mayor mayors media member members men man ministries ministry mission monarch monarchy mother
    mothers movement nation nations network neighbor neighbors neighbour neighbours newspaper newspapers office official
    officials opposition organisation organisations organization organizations outlet outlets panel paper parent parents
    parliament participants parties partner partners party patient patients people person platform police pope poster premier
    presidency president presidents press prime prince princess prosecution publication queen regime regulators regulator
    relatives representative representatives republicans residents resident respondents right rival rivals scholar scholars
    school secretariat secretaries secretary senate service side sister site societies society soldier soldiers son source
    sources spokesman spokespeople spokesperson spokeswoman staff startup state states student students superintendent supremo
    surrogate surrogates syndicate team teams teenager tribunal troupe trustees union unions university veteran veterans
    victim victims village voter voters watchdog website west wife witness witnesses woman women worker workers youth""".split()
)
PARTY_ENDINGS = (
    "er",
    "ers",
    "or",
    "ors",
    "ist",
    "ists",
    "man",
    "men",
    "woman",
    "women",
    "ian",
    "ians",
    "ant",
    "ants",
    "ee",
    "ees",
)
# Verbs whose object does what the infinitive behind it says.
URGING = frozenset(
    """urge urged urges urging ask asked asks asking tell told tells telling order ordered orders ordering want wanted wants
    wanting push pushed pushes pushing press pressed presses pressing force forced forces forcing allow allowed allows
    allowing let lets make made makes making get got gets getting help helped helps helping lead led leads leading prompt
    prompted prompts prompting encourage encouraged encourages encouraging invite invited invites expect expected expects
    cause caused causes causing""".split()
)
# Subjects of "show" and "find": without one of these the verb is no attribution.
EVIDENCE = frozenset(
    """poll polls survey surveys study studies report reports research data figures records analysis review investigation
    audit inquiry probe census results result documents document evidence emails e-mails findings investigators researchers
    scientists researcher analysts economists statistics paper papers exit tests test trial trials assessment numbers average
    filings transcript index experiment experiments panel commission committee jury court judge team authors auditors""".split()
)
LIGHT_VERBS = frozenset(
    """make made makes making issue issued issues issuing express expressed expresses expressing voice voiced repeat repeated
    repeats repeating have has had having give gave gives given giving raise raised raises raising reiterated reiterate offer
    offered level leveled levelled air aired release released send sent post posted publish published put add added share
    write wrote written writing pen penned sign signed shared hold held echo echoed renew renewed deliver delivered""".split()
)
# Quotation marks after these enclose a title or a name, not speech.
TITLE_NOUNS = frozenset(
    """book novel film movie song album single show series episode article essay play poem painting documentary magazine
    programme program podcast paper entitled titled headlined subtitled nicknamed codenamed called named dubbed exhibition
    opera musical memoir game word term phrase words terms phrases slogan hashtag title""".split()
)
# "in a statement", "on Twitter", "to reporters", "on Tuesday": about the saying, not part of what was said.
ABOUT_SAYING = frozenset(
    """statement interview speech letter email e-mail tweet post memo briefing conference call rally debate appearance twitter
    facebook reporters journalists release message remarks testimony hearing address filing video hour panel press media
    monday tuesday wednesday thursday friday saturday sunday morning afternoon evening night week yesterday today month
    january february march april may june july august september october november december""".split()
)
# What the model finds as cues beside the verbs and nouns above: states of mind and what shows them.
_STATES: tuple[tuple[Act, str], ...] = (
    ("think", "confident certain sure convinced trust trusts trusted see sees saw seen seem seems seemed appear appears"),
    ("think", "appeared learn learns learned remember remembers remembered noticed notices perceive perceived perception"),
    ("feel", "afraid worried concerned happy unhappy proud angry furious glad upset surprised like likes liked love loves"),
    ("feel", "loved hate hates hated care cares cared admires wish wishes wished"),
    ("intend", "eager willing ready determined committed want wants wanted decide decides decided decision"),
    ("deny", "unwilling"),
    ("say", "clear quoted quote quotes comments tweets according per"),
)
STATES = {word: act for act, words in _STATES for word in words.split()}
RELATIVES = frozenset({"who", "which", "that", "whom", "whose", "what"})
# Verbs of the first person in a reporter's own voice or in phrases that report nothing ("let's say", "needless to say").
NO_SPEAKERS = frozenset({"there", "it"})


def _lexicon() -> dict[str, dict[str, Act]]:
    """Base form -> frame -> act. A verb of two classes keeps the first class that lists a frame."""
    table: dict[str, dict[str, Act]] = {}
    for act, words in ACT_OF_LIST:
        for entry in words.split():
            verb, _, frames = entry.partition(":")
            for frame in frames.split(","):
                table.setdefault(verb, {}).setdefault(frame, act)
    return table


VERBS = _lexicon()


def _forms() -> dict[str, str]:
    """Inflected form -> base form; where two verbs share a form, the one listed first has it."""
    forms: dict[str, str] = {}
    for verb in VERBS:
        for form in (*inflections(verb), *IRREGULAR.get(verb, "").split()):
            forms.setdefault(form, verb)
    return forms


FORMS = _forms()
NOUN_FORMS = {
    form: noun for noun in NOUNS for form in (noun, noun + "s", noun[:-1] + "ies" if noun.endswith("y") else noun + "s")
}
