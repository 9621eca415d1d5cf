"""The component on whole sentences: what is a figure, and what its sentence says about it."""

from __future__ import annotations

import pytest
from spacy.language import Language

from factx.components.claims.component import Claims
from factx.components.found import FoundClaim


def read(nlp: Language, text: str) -> list[FoundClaim]:
    """Return the claims of a text."""
    claims: list[FoundClaim] = nlp(text)._.factx_claims
    return claims


SPANS = [
    ("The ministry sent as many as 14,500 recruits to the border.", ["as many as 14,500 recruits"]),
    (
        "A flood killed at least 214 people and left dozens of villages without power.",
        ["at least 214 people", "dozens of villages"],
    ),
    ("The firm sold 63,000 electric scooters in June.", ["63,000 electric scooters"]),
    ("Some 300 doctors and nurses walked out.", ["Some 300 doctors and nurses"]),
    ("The crash left 56 injured and 22 arrested.", ["56 injured", "22 arrested"]),
    ("The motion passed by 51 votes to 49.", ["51 votes", "49"]),
    ("Roughly 60 per cent of its revenue comes from tourism.", ["Roughly 60 per cent of its revenue"]),
    ("Two-thirds of the farmers had no water.", ["Two-thirds of the farmers"]),
    ("One in eight of its workers will leave.", ["One in eight of its workers"]),
    ("Millions of Chileans were asked to boil their water.", ["Millions of Chileans"]),
    ("The bridge is 72.5 metres long.", ["72.5 metres"]),
    ("He was jailed for six years and four months.", ["six years and four months"]),
    ("A 15-year-old girl was found on Sunday.", ["15-year-old girl"]),
    ("Rain fell on between 15 and 17 days that month.", ["between 15 and 17 days"]),
    ("The tunnel cost $10 to $15 billion.", ["$10 to $15 billion"]),
    ("Unemployment went from 5% to 7%.", ["5%", "7%"]),
    ("The car has a 2.4-litre engine.", ["2.4-litre engine"]),
    ("The bakery makes four-, five- and six-layer cakes.", ["four", "five", "six-layer"]),
    ("They pay a $3,500 a month mortgage.", ["$3,500 a month mortgage"]),
    ("Twice as many ferries ran this summer.", ["Twice as many ferries"]),
    ("The city doubled the number of buses.", ["doubled"]),
    ("The rink holds 500 or more.", ["500 or more"]),
    ("Lund cast four votes for Berg, 31 for Dahl.", ["four votes", "31"]),
    ("He lost by one-half of 1 percent.", ["one-half of 1 percent"]),
    ("She thanked his 40 laid-off clerks.", ["40 laid-off clerks"]),
    ("Five died and two survived.", ["Five", "two"]),
    ("The pool was just over 7 miles (11 km) away.", ["just over 7 miles", "11 km"]),
    ("He drank twice the limit.", ["twice the limit"]),
    ("Half the workers left.", ["Half the workers"]),
    ("They slept for more than an hour in the afternoon.", ["more than an hour"]),
    ("It took almost a year and less than a mile of cable.", ["almost a year", "less than a mile of cable"]),
    ("Berg leads Dahl 44 percent to 37 percent.", ["44 percent", "37 percent"]),
    ("Berg trails Dahl 41 percent to 43 percent.", ["41 percent", "43 percent"]),
    ("Deputies voted 62 to 37 for the law.", ["62", "37"]),
    ("Girls and 18- to 24-year-olds came.", ["18- to 24-year-olds"]),
    ("A survey of 1709 schoolchildren found it.", ["1709 schoolchildren"]),
    ("They want a $15 an hour minimum wage.", ["$15 an hour minimum wage"]),
    ("The library charges £3.80 a loan.", ["£3.80 a loan"]),
    ("Profit rose 18 per cent year on year.", ["18 per cent"]),
    ("About 78 per cent of those who voted agreed.", ["About 78 per cent of those who voted"]),
    ("The bus came three days later than planned.", ["three days"]),
    ("She opened 48 stores and closed three.", ["48 stores", "three"]),
]
NOTHING = [
    "She was born in 1987 and moved there in 2012.",
    "The 2012-13 season was his best.",
    "Fashion of the 1960s is back, and so are the 80s.",
    "The talks will resume on 3 May 2021 at 10:30 a.m. in Geneva.",
    "Doors open at 7pm and close at 11.30pm.",
    "The Rovers won 2-1 and then lost 6-4.",
    "Call 555-867-5309 or +44 20 7946 0958.",
    "Flight 714 left Gate 9 for Oslo.",
    "She took Route 66 and then Highway 101.",
    "A judge struck down Section 230 of the act.",
    "The F-16 and the MiG-29 took off.",
    "The S&P 500 closed lower.",
    "A Boeing 737 Max skidded off the runway.",
    "They installed Windows 10 on every computer.",
    "The 101st Airborne landed first.",
    "The G7 met in a third-party country for the first time.",
    "He lives at 221 Elm Street.",
    "One cannot know what one does not see.",
    "It was one of the strangest nights of her life.",
    "No one saw it coming, and one day they will tell.",
    "The alliance between the two nations is old.",
    "Version 3.2.1 fixes the fault.",
    "A category 4 storm is near the coast.",
    "Covid-19 closed the schools.",
    "See https://example.org/2021/500 for more.",
    "We ranked #3 in the list.",
    "Set the width to 20px and order part X400b.",
    "He lost his footing and fell twice as Karl watched.",
    "Radio Four and Air Force One were mentioned.",
    "Call 911 for help, or quote reference 20391883745566.",
    "The 4-3-3 formation and the 4-4-2 failed.",
    "The house at 16-18 Dock Road is empty.",
    "On page 12 of chapter 3 she explains why.",
    "He talked about his third marriage at the halfway mark.",
    "Two years ago the well was dry; six minutes later it was full.",
    "They met a year ago and parted three weeks earlier.",
    "A 911 call woke her on day five of the trial.",
    "He rose to number 3 and crashed on lap 12.",
    "The minister doubled down on it.",
    "Ask 4chan, [538] or <a href=40812>us</a>.",
    "The key is id=672426240989597696.",
    "Berg, half of the writing team, agreed.",
    "She wore the 11 Pro Max.",
    "One senator called it a shame.",
    "It was one hell of a ride.",
    "A book about a year in jail won.",
]
MEASURED = [
    ("The volcano killed no fewer than 12 hikers.", 12, "at_least", "hikers", None, "kill"),
    ("The index rose 0.7% to 6,327.", 0.7, "exact", "index", "%", "rise"),
    ("Winds of 155mph tore roofs off.", 155, "exact", "Winds", "mph", None),
    ("The mayor faces a fine of $3 million.", 3e6, "exact", "fine", "USD", "face"),
    ("The island has more than 1,000 goats.", 1000, "more_than", "goats", None, "have"),
    ("The price nearly reached $87.", 87, "nearly", "price", "USD", "reach"),
    ("Losses exceeded $500 million.", 500e6, "more_than", "Losses", "USD", "exceed"),
    ("The turnout was nearer 15 per cent.", 15, "about", "turnout", "%", "be"),
    ("She paid $400 for the flights.", 400, "exact", "flights", "USD", "pay"),
    ("She bought a boat for $400.", 400, "exact", "boat", "USD", "buy"),
    ("A grant worth up to $8 million was lost.", 8e6, "at_most", "grant", "USD", None),
    ("Flats stay an average of 70 days on the market.", 70, "exact", "Flats", "day", "stay"),
    ("It needs 8 miles (13 kilometres) of new tunnels.", 8, "exact", "new tunnels", "mi", "need"),
    ("Kemi gained 10 cents.", 10, "exact", "Kemi", "¢", "gain"),
    ("They were about twice as likely to fall.", 2, "about", None, "x", "be"),
    ("It has run for 12 straight years.", 12, "exact", None, "year", "run"),
]
TRENDS = [
    ("Profit rose 8% last year.", "up"),
    ("Sales fell by a third.", "down"),
    ("The share was up 19 cents.", "up"),
    ("Output is down nearly 2%.", "down"),
    ("It was 1,200, up from 950.", "up"),
    ("The town has 9,000 residents.", None),
    ("The charity raised $5 million.", None),
    ("The herd doubled in a decade.", "up"),
    ("Revenue rose to $5 million.", None),
    ("There was a 3% drop in sales.", "down"),
    ("Forecasts were revised upward by 4%.", "up"),
    ("Output dropped above 26°C.", None),
    ("They hope to sign up 40 people.", None),
    ("Profit rose 18 per cent year on year.", "up"),
]


@pytest.mark.parametrize(("text", "spans"), SPANS)
def test_finds_whole_expressions(nlp: Language, text: str, spans: list[str]) -> None:
    assert [text[claim.start : claim.end] for claim in read(nlp, text)] == spans


@pytest.mark.parametrize("text", NOTHING)
def test_leaves_alone_what_is_no_figure(nlp: Language, text: str) -> None:
    assert [text[claim.start : claim.end] for claim in read(nlp, text)] == []


@pytest.mark.parametrize(("text", "value", "modifier", "counted", "code", "predicate"), MEASURED)
def test_says_what_is_counted(
    nlp: Language, text: str, value: float, modifier: str, counted: str | None, code: str | None, predicate: str | None
) -> None:
    claim = read(nlp, text)[0]
    assert (claim.value, claim.modifier, claim.counted) == (value, modifier, counted)
    assert (claim.unit.code if claim.unit else None) == code
    if predicate:
        assert claim.predicate == predicate


@pytest.mark.parametrize(("text", "trend"), TRENDS)
def test_tells_the_trend(nlp: Language, text: str, trend: str | None) -> None:
    assert read(nlp, text)[0].trend == trend


def test_the_earlier_figure_goes_up_from_nothing(nlp: Language) -> None:
    claims = read(nlp, "It was 1,200, up from 950.")
    assert [claim.value for claim in claims] == [1200, 950]


@pytest.mark.parametrize(
    ("text", "trends"),
    [
        ("Sales rose by 4% and profits by 6%.", ["up", "up"]),
        ("Shares of Acme were down 2.3%, Corex by 2.6% and Dyn by 1.9%.", ["down", "down", "down"]),
        ("Rents fell by 40 percent to 600 euros a month.", ["down", None]),
        ("The deficit grew by $43 billion to $419 billion.", ["up", None]),
        ("The bill was carried by 6 votes and the repeal by 4 votes.", [None, None]),
    ],
)
def test_the_step_has_a_direction_the_level_has_none(nlp: Language, text: str, trends: list[str | None]) -> None:
    assert [claim.trend for claim in read(nlp, text)] == trends


def test_a_repeated_figure_keeps_bound_and_noun(nlp: Language) -> None:
    first, second = read(nlp, "The bank wants more than 7.5 million Danish crowns ($1.1 million) in deposits.")
    assert (first.modifier, second.modifier) == ("more_than", "more_than")
    assert second.counted == first.counted


def test_the_date_of_the_clause(nlp: Language) -> None:
    text = "On 3 May 2021 the clinic treated 40 patients, and in 2022 it treated 90."
    first, second = read(nlp, text)
    assert [text[c.as_of.start : c.as_of.end] if c.as_of else None for c in (first, second)] == ["3 May 2021", "2022"]
    assert first.as_of is not None
    assert first.as_of.value == "2021-05-03"


def test_hedges_and_negations(nlp: Language) -> None:
    assert read(nlp, "The company may have lost 40 trucks.")[0].hedged
    assert read(nlp, "He is believed to own 12 houses.")[0].hedged
    assert read(nlp, "The firm reportedly paid 90 workers.")[0].hedged
    assert not read(nlp, "The company lost 40 trucks.")[0].hedged
    assert read(nlp, "The company did not pay 40 drivers.")[0].negated
    assert not read(nlp, "No fewer than 40 drivers were paid.")[0].negated


def test_the_clause_names_its_own_source(nlp: Language) -> None:
    text = "According to the harbour office, 40 boats sank."
    speaker = read(nlp, text)[0].speaker
    assert speaker is not None
    assert text[speaker.start : speaker.end] == "the harbour office"


def test_the_subject_is_whom_a_figure_is_about(nlp: Language) -> None:
    text = "Norway sent 40 nurses to the camp."
    assert [text[r.start : r.end] for r in read(nlp, text)[0].about] == ["Norway"]


def test_ages_of_people(nlp: Language) -> None:
    claim = read(nlp, "Maria Larsen, 66, has run the shop alone.")[0]
    assert claim.unit is not None
    assert (claim.value, claim.unit.kind) == (66, "age")


def test_match_finds_and_set_annotations_writes(nlp: Language) -> None:
    component = nlp.get_pipe("factx_claims")
    assert isinstance(component, Claims)
    doc = nlp("The port has 12 cranes.")
    doc._.factx_claims = None
    found = component.match(doc)
    assert len(found) == 1
    assert doc._.factx_claims is None
    component.set_annotations(doc, found)
    assert doc._.factx_claims == found


def test_same_text_same_claims(nlp: Language) -> None:
    text = "About 300 of the 500 trams, or 60%, ran in 2020."
    first, second = ([(c.start, c.end, c.value, c.modifier, c.counted, c.confidence) for c in read(nlp, text)] for _ in range(2))
    assert first == second


def test_typographic_text_keeps_its_places(nlp: Language) -> None:
    text = "“We’ve lost 40 boats,” she said, “and some 1,200 nets.”"
    assert [text[c.start : c.end] for c in read(nlp, text)] == ["40 boats", "some 1,200 nets"]


AGES = [
    ("People over 60 slept less.", 60, "more_than"),
    ("I was nineteen when I left.", 19, "exact"),
    ("My father, who is 81, came along.", 81, "exact"),
    ("His coach, 71, swam behind.", 71, "exact"),
]


@pytest.mark.parametrize(("text", "value", "modifier"), AGES)
def test_ages_without_a_unit(nlp: Language, text: str, value: float, modifier: str) -> None:
    (claim,) = read(nlp, text)
    assert claim.unit is not None
    assert (claim.unit.code, claim.unit.kind, claim.value, claim.modifier) == ("year", "age", value, modifier)
    assert claim.counted is None


DATED = [
    ("He worked there from 2004 to 2009 with 40 men.", [None]),
    ("Turnout was 61 percent, down from 66 percent in 2016.", [None, "2016"]),
    ("USA TODAY counted 40 shops.", [None]),
    ("The gap of 31,400 votes is the widest since 1988.", [None]),
    ("In April we flew 12 planes.", ["April"]),
    ("The line sold 3.3 million seats in 2019 and 2.6 million in 2021.", ["2019", "2021"]),
]


@pytest.mark.parametrize(("text", "dates"), DATED)
def test_a_figure_has_its_own_date(nlp: Language, text: str, dates: list[str | None]) -> None:
    assert [text[c.as_of.start : c.as_of.end] if c.as_of else None for c in read(nlp, text)] == dates


def test_only_what_the_clause_states_is_hedged_or_negated(nlp: Language) -> None:
    wall, moved = read(nlp, "The 61-metre wall may have moved by 12 centimetres.")
    assert (wall.hedged, moved.hedged) == (False, True)
    assert not read(nlp, "They were 3.2 times as likely to fall.")[0].hedged
    assert not read(nlp, "For 12 months no plane had landed there.")[0].negated


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The mayor said 40 houses were lost.", "The mayor"),
        ("The mayor denied that 40 houses were lost.", "The mayor"),
        ("The court ordered Acme to pay 30 million euros.", None),
        ("The mayor asked whether 40 houses were lost.", None),
    ],
)
def test_who_orders_or_asks_claims_no_figure(nlp: Language, text: str, speaker: str | None) -> None:
    [claim] = read(nlp, text)
    assert claim.quote is not None
    assert (claim.speaker and text[claim.speaker.start : claim.speaker.end]) == speaker


def test_the_speaker_of_the_quotation_has_its_figures(nlp: Language) -> None:
    text = '"There was more than one positive jobs report and 40 new plants," said Ms Dahl.'
    speakers = [claim.speaker for claim in read(nlp, text)]
    assert [s is not None and "Dahl" in text[s.start : s.end] for s in speakers] == [True, True]
