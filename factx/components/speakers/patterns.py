"""Word lists of the speakers component."""

from __future__ import annotations

from factx.components.entities.lists import word_set
from factx.components.lemma import inflections

_VERBS = """
say tell add claim announce report write ask state note explain declare remark respond reply continue observe mention
tweet comment post recall conclude describe disclose reveal confirm acknowledge admit concede agree reiterate stress
emphasize emphasise warn caution joke testify indicate argue insist allege contend maintain assert estimate suggest deny
reject dismiss refute believe think hope expect fear predict promise vow pledge threaten urge order call demand request
propose recommend praise criticize criticise condemn accuse blame quote cite dub characterize characterise reason
recount answer assure inform remind speak talk appeal hail express
"""
_IRREGULAR = """
said told wrote written
thought thinking spoke spoken saying telling writing says tells admitted admitting denied denies reported forecast
"""
REPORTING = frozenset(form for verb in _VERBS.split() for form in inflections(verb)) | word_set(_IRREGULAR)

HE = word_set("he him his himself")
SHE = word_set("she her hers herself")
THEY = word_set("they them their theirs themselves")
IT = word_set("it its itself")
FIRST = word_set("i we me us my our mine ours myself ourselves you your yours yourself yourselves")
# What stands for nobody that a text could name.
OTHERS = word_set(
    "one ones someone somebody anyone anybody everyone everybody nobody none who what which that this these those there"
)
PRONOUNS = HE | SHE | THEY | IT | FIRST | OTHERS
PRONOUN_TAGS = frozenset({"PRP", "PRP$", "WP", "WP$", "WDT", "EX"})

DEFINITE = word_set("the this that these those")
INDEFINITE = word_set(
    """
    a an some any many several few most one two three four five six seven eight nine ten another other others more no each
    every all both
    """
)
POSSESSIVE = word_set("his her its their our my your")

# Words for one role, whoever fills it.
SAME_ROLE = {
    form: forms.split()[0]
    for forms in (
        "spokesperson spokesman spokeswoman spokespeople",
        "chair chairman chairwoman chairperson",
        "congressman congresswoman representative rep. rep",
        "councillor councilman councilwoman councilor",
        "senator sen. sen",
        "governor gov. gov",
        "professor prof. prof",
        "doctor dr. dr physician",
        "general gen. gen",
        "colonel col. col",
        "lieutenant lt. lt",
        "sergeant sgt. sgt",
        "captain capt. capt",
        "reverend rev. rev pastor",
        "assemblyman assemblywoman",
        "actor actress",
        "attorney lawyer barrister solicitor",
        "policeman policewoman officer",
        "businessman businesswoman",
        "king queen monarch",
        "researcher scientist",
        "ceo chief-executive",
        "co-author coauthor",
        "reporter journalist correspondent",
        "legislator lawmaker mp parliamentarian",
        "economist analyst",
        "teen teenager",
    )
    for form in forms.split()
}
# Roles that persons have; what ends in -er, -or, -ist, -ian is one as well when it is a person's apposition.
ROLES = word_set(
    """
    president vice-president premier chancellor king queen prince princess pope bishop archbishop cardinal minister
    secretary undersecretary senator governor mayor ambassador envoy commissioner speaker chairman chairwoman chair
    chairperson chief director professor doctor judge justice attorney lawyer prosecutor sheriff captain general colonel
    admiral commander lieutenant sergeant major coach manager leader ceo founder co-founder author co-author coauthor
    reporter journalist editor analyst economist candidate nominee lawmaker legislator mp congressman congresswoman
    representative spokesman spokeswoman spokesperson official officer executive researcher scientist expert activist
    actor actress singer artist writer student teacher player striker goalkeeper defender midfielder father mother brother
    sister son daughter wife husband widow owner resident witness victim survivor suspect defendant plaintiff politician
    diplomat adviser advisor aide strategist consultant historian physician nurse surgeon pilot farmer engineer lecturer
    dean rector principal chaplain pastor priest rabbi imam reverend treasurer deputy vice-chancellor lord lady baroness
    duke dictator head member colleague counterpart successor predecessor neighbor neighbour billionaire businessman
    businesswoman entrepreneur pollster host anchor commentator columnist blogger mogul counselor operative investor
    banker trader economist barrister solicitor councillor councilman councilwoman inspector detective superintendent
    constable investigator coroner astronaut psychologist
    """
)
MALE_ROLES = word_set(
    """
    mr mr. sir lord king prince duke baron emperor sultan father brother son husband widower grandfather uncle spokesman
    chairman congressman councilman assemblyman businessman policeman actor boy man gentleman fr. pope cardinal imam
    monsieur
    """
)
FEMALE_ROLES = word_set(
    """
    mrs mrs. ms ms. miss dame lady queen princess duchess baroness empress mother sister daughter wife widow grandmother
    aunt spokeswoman chairwoman congresswoman councilwoman assemblywoman businesswoman policewoman actress girl woman
    madam madame
    """
)
# Descriptions of organisations; the generic ones fit whatever organisation was spoken of.
GROUPS = word_set(
    """
    commission committee council court ministry department agency bureau board office bank union party university college
    school institute institution association federation foundation society church company corporation firm group newspaper
    paper magazine journal network channel station broadcaster website site army navy police force government parliament
    senate congress assembly administration authority organisation organization charity club team league movement alliance
    coalition campaign fund hospital museum airline manufacturer carrier retailer lender publisher studio startup start-up
    regulator watchdog tribunal cabinet embassy trust service
    """
)
GENERIC_GROUPS = word_set(
    """
    company corporation firm group organisation organization agency newspaper paper magazine broadcaster charity airline
    manufacturer carrier retailer lender publisher startup start-up regulator watchdog website network outlet body chain
    maker bank automaker carmaker giant
    """
)
# "The agencies", "both countries": the two just named.
GROUP_PLURALS = word_set(
    """
    agencies companies parties ministries unions firms groups newspapers banks universities organisations organizations
    corporations committees councils courts charities airlines broadcasters retailers clubs teams departments
    """
)
STATE_PLURALS = word_set("countries nations states cities governments")
PLACES = word_set("city town village country nation state province region county island republic kingdom district capital")
STATES = word_set("country nation kingdom republic")
# Between a speaker and whom it speaks for.
FOR = word_set("for of from at with in to")
# Things that "say" without being anybody's: "the report said".
DOCUMENTS = word_set(
    """
    report study survey statement letter article document poll analysis review paper lawsuit complaint filing indictment
    post email memo account book story transcript sources source reports statistics data figures results evidence records
    rumors rumours law bill sign
    """
)
# "The newspaper" is the one last spoken of whose name is a newspaper's; so is "the network".
PAPERS = word_set("newspaper paper magazine outlet tabloid daily weekly")
PAPER_HEADS = word_set(
    """
    times post herald tribune courier echo mail express star sun mirror observer examiner inquirer register sentinel
    standard news gazette chronicle journal telegraph guardian independent globe today magazine weekly daily
    """
)
STATIONS = word_set("broadcaster network")
STATION_HEADS = word_set("news network channel radio television tv cnn bbc nbc abc cbs npr msnbc pbs rt jazeera broadcasting")
# People without a name: one of them nearer than the last name may be whom a pronoun means.
STRANGERS = word_set("man woman boy girl person child teenager teen stranger voter caller patient customer passenger driver")
# Who asks is answered by somebody else.
ASKING = word_set("ask asks asked wonder wonders wondered inquires inquired")
