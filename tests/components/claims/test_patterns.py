"""Every pattern that the component must read, and every one that it must leave alone, each in sentences of its own."""

from __future__ import annotations

import math

import pytest
from spacy.language import Language

# What is read of a figure: value, or both ends, then its modifier and unit.
Figure = tuple[float | tuple[float | None, float | None], str, str | None]

READ: list[tuple[str, str, list[Figure]]] = [
    # ranges of every form
    ("range: between", "Between 15 and 17 rowers capsized.", [((15, 17), "between", None)]),
    ("range: between", "It takes between two and three hours to cross.", [((2, 3), "between", "h")]),
    ("range: to", "Nurses there work 40 to 50 hours a week.", [((40, 50), "between", "h")]),
    ("range: shared scale", "Repairs will cost $10 to $15 billion.", [((10e9, 15e9), "between", "USD")]),
    ("range: own scales", "The estate is worth £800,000 to £1.2 million.", [((800_000, 1.2e6), "between", "GBP")]),
    ("range: words", "Some four to five thousand geese winter here.", [((4000, 5000), "between", None)]),
    ("range: or", "The crossing takes 3 or 4 hours.", [((3, 4), "between", "h")]),
    ("range: hyphen", "Each lamp draws 5-10W.", [((5, 10), "between", "W")]),
    ("range: hyphen", "The lens zooms from 75-300mm.", [((75, 300), "between", "mm")]),
    ("range: dash", "Turnout fell by 3–4 percentage points.", [((3, 4), "between", "pp")]),
    ("range: falling", "The alloy carries a current of 2.5 kV to 0.4 kV.", [((0.4, 2.5), "between", "kV")]),
    ("change, no range", "Unemployment climbed from 5% to 7%.", [(5, "exact", "%"), (7, "exact", "%")]),
    (
        "change to a range",
        "Sales will grow from 24 to 33-35 million euros.",
        [(24e6, "exact", "EUR"), ((33e6, 35e6), "between", "EUR")],
    ),
    ("change: carried unit", "Mileage crept from 14-18 mpg to 24.", [((14, 18), "between", "mpg"), (24, "exact", "mpg")]),
    # bounds and hedges; every phrase of the table is in test_modifiers
    ("bound: as many as", "As many as 90 divers took part.", [((None, 90), "at_most", None)]),
    ("bound: no fewer than", "No fewer than 12 dams leaked.", [((12, None), "at_least", None)]),
    ("bound: upwards of", "Upwards of 600 cyclists rode out.", [((600, None), "more_than", None)]),
    ("bound: or more", "The hall seats 500 or more.", [((500, None), "at_least", None)]),
    ("bound: sub-300", "The shop sells sub-300-gram tablets.", [((None, 300), "less_than", "g")]),
    ("hedge: an estimated", "An estimated 8,000 seals died.", [((None, None), "about", None)]),
    ("bound: more than half", "More than half of the harvest rotted.", [((0.5, None), "more_than", None)]),
    ("bound: nearly a third", "Nearly a third of the pupils stayed home.", [((None, 1 / 3), "nearly", None)]),
    # level changes
    ("level: step and level", "The gauge rose 0.7% to 6,327.", [(0.7, "exact", "%"), (6327, "exact", None)]),
    ("level: up from", "Membership reached 1,400, up from 950.", [(1400, "exact", None), (950, "exact", None)]),
    ("level: by a third", "Catches fell by a third.", [(1 / 3, "exact", None)]),
    ("level: doubled", "The herd doubled.", [(2, "exact", "x")]),
    ("level: times as many", "Five times as many trams ran that night.", [(5, "exact", "x")]),
    ("level: times as many", "The north has three times as many wells as the south.", [(3, "exact", "x")]),
    ("level: fold", "Complaints rose tenfold.", [(10, "exact", "x")]),
    # words
    (
        "words: long",
        "The archive holds twenty-eight thousand six hundred forty-two maps.",
        [(28_642, "exact", None)],
    ),
    ("words: half a million", "Half a million bees escaped.", [(500_000, "exact", None)]),
    ("words: quarter of a million", "A quarter of a million bees escaped.", [(250_000, "exact", None)]),
    ("words: three quarters", "The dam cost three quarters of a billion euros.", [(750e6, "exact", "EUR")]),
    ("words: couple of hundred", "A couple of hundred farmers marched.", [((200, 300), "vague", None)]),
    ("words: dozen", "Two dozen goats were sold.", [(24, "exact", None)]),
    ("words: mixed", "The pie weighs 2½ pounds.", [(2.5, "exact", "lb")]),
    ("digits: spaced thousands", "The stadium holds 80, 000 spectators.", [(80_000, "exact", None)]),
    ("digits: spaced thousands", "The stadium holds 80 000 spectators.", [(80_000, "exact", None)]),
    # vague plurals
    ("vague: dozens", "Dozens of barns burned.", [((12, 120), "vague", None)]),
    ("vague: hundreds", "Hundreds of barns burned.", [((100, 1000), "vague", None)]),
    ("vague: tens of thousands", "Tens of thousands of trees fell.", [((1e4, 1e5), "vague", None)]),
    ("vague: millions", "Millions of trees fell.", [((1e6, 1e7), "vague", None)]),
    # fractions
    ("fraction: two-thirds", "Two-thirds of the wells are dry.", [(2 / 3, "exact", None)]),
    ("fraction: spaced hyphen", "He sold his one - third stake.", [(1 / 3, "exact", None)]),
    ("fraction: one in five", "One in five of the bakers quit.", [(0.2, "exact", None)]),
    ("fraction: a third of", "A third of the bakers quit.", [(1 / 3, "exact", None)]),
    ("fraction: out of", "Nine out of ten bakers quit.", [(0.9, "exact", None)]),
    # suffixes
    ("suffix: m", "The mine shipped 1.2m tons of ore.", [(1.2e6, "exact", "ton")]),
    ("suffix: bn", "It owes $3bn.", [(3e9, "exact", "USD")]),
    ("suffix: code and m", "It owes USD10m.", [(10e6, "exact", "USD")]),
    ("suffix: MUSD", "The order is worth 30 MUSD.", [(30e6, "exact", "USD")]),
    ("suffix: MSEK", "Sales were MSEK 412.", [(412e6, "exact", "SEK")]),
    ("suffix: spaced B", "It owes $8 B in all.", [(8e9, "exact", "USD")]),
    ("suffix: k", "About 40k fans came.", [((None, None), "about", None)]),
    # signs
    ("sign: minus", "It was minus 11 degrees Celsius outside.", [(-11, "exact", "°C")]),
    ("sign: hyphen", "Growth was -1.3% in May.", [(-1.3, "exact", "%")]),
    ("sign: plus", "The fund returned +4.5%.", [(4.5, "exact", "%")]),
    # hyphens
    ("hyphen: strong", "A 10,000-strong crowd marched.", [(10_000, "exact", None)]),
    ("hyphen: year-old", "A 15-year-old girl won.", [(15, "exact", "year")]),
    ("hyphen: unit", "It has a 2.4-liter engine.", [(2.4, "exact", "L")]),
    (
        "hyphen: suspended",
        "They build four-, five- and six-cylinder engines.",
        [(4, "exact", None), (5, "exact", None), (6, "exact", None)],
    ),
    ("hyphen: money", "She paid a 40-euro fine.", [(40, "exact", "EUR")]),
    # ellipsis
    ("ellipsis: votes", "The motion fell by 51 votes to 49.", [(51, "exact", None), (49, "exact", None)]),
    ("ellipsis: participles", "The blast left 56 injured and 22 arrested.", [(56, "exact", None), (22, "exact", None)]),
    # currencies by sign, code, name and country
    ("money: sign", "A ticket costs £40.", [(40, "exact", "GBP")]),
    ("money: sign behind", "A ticket costs 40€.", [(40, "exact", "EUR")]),
    ("money: sign behind", "A ticket costs 40₾.", [(40, "exact", "GEL")]),
    ("money: sign behind", "A ticket costs 40元.", [(40, "exact", "CNY")]),
    ("money: code", "A ticket costs CHF 40.", [(40, "exact", "CHF")]),
    ("money: code behind", "A ticket costs 40 SEK.", [(40, "exact", "SEK")]),
    ("money: small code", "A ticket costs 40 usd.", [(40, "exact", "USD")]),
    ("money: code and sign", "A ticket costs AUD$ 40.", [(40, "exact", "AUD")]),
    ("money: code and scale", "The fine was 75 USD million.", [(75e6, "exact", "USD")]),
    ("money: name", "A ticket costs 40 zlotys.", [(40, "exact", "PLN")]),
    ("money: name before", "The fine was rupees 500 crore.", [(5e9, "exact", "rupee")]),
    ("money: country", "A ticket costs 40 Norwegian crowns.", [(40, "exact", "NOK")]),
    ("money: country", "A ticket costs 40 Ghanaian cedis.", [(40, "exact", "GHS")]),
    ("money: cents", "A ticket costs 13 dollars and 45 cents.", [(13.45, "exact", "USD")]),
    ("money: cents unsaid", "A ticket costs 13 dollars 45.", [(13.45, "exact", "USD")]),
    ("money: decimal comma", "A ticket costs €5,50.", [(5.5, "exact", "EUR")]),
    ("money: spaced sign", "A ticket costs 500 kr in all.", [(500, "exact", "krone")]),
    ("money: by what is paid", "A ticket costs 50,000 won.", [(50_000, "exact", "KRW")]),
    ("suffix: spaced m", "It was sold for US$ 3.2 m.", [(3.2e6, "exact", "USD")]),
    ("range: below zero", "It fell to -10 to -15 degrees Celsius.", [((-15, -10), "between", "°C")]),
    ("contest, no range", "Berg has a lead of 48 percent to 41 percent.", [(48, "exact", "%"), (41, "exact", "%")]),
    ("contest, no range", "They oppose it, 58%-33%.", [(58, "exact", "%"), (33, "exact", "%")]),
    # percentage points, rates
    ("percentage points", "The lead shrank by 3 percentage points.", [(3, "exact", "pp")]),
    ("rate: per million", "There were 120 deaths per million inhabitants.", [(120, "exact", None)]),
    ("rate: a barrel", "Oil sold at $71 a barrel.", [(71, "exact", "USD")]),
    ("rate: an hour", "Pickers earn £9 an hour.", [(9, "exact", "GBP")]),
    # units by their context
    ("unit: farad", "The capacitor stores 2.5 F.", [(2.5, "exact", "farad")]),
    ("unit: kuna", "The ticket cost 150 kn.", [(150, "exact", "HRK")]),
    ("unit: knots", "Gusts reached 45 kn.", [(45, "exact", "kn")]),
    ("unit: megabytes", "The file takes 100 mb.", [(100, "exact", "MB")]),
    ("unit: bracketed", "The crate weighs 20 (kg).", [(20, "exact", "kg")]),
    ("unit: divided", "The well held 5 mg/dL of lead.", [(5, "exact", "mg")]),
    ("unit: degrees", "Milk boils at 100° Celsius.", [(100, "exact", "°C")]),
    ("unit: part of one", "The creek is a third of a mile wide.", [(1 / 3, "exact", "mi")]),
    (
        "unit: part of a sum",
        "She raised 280 million of the 1.5 billion shekels.",
        [(280e6, "exact", "ILS"), (1.5e9, "exact", "ILS")],
    ),
    ("unit: no part of a sum", "Five of the three-ton trucks broke.", [(5, "exact", None), (3, "exact", "ton")]),
    ("unit: square", "The field is 40 m^2.", [(40, "exact", "m²")]),
    ("unit: inches", 'The slate is 10" wide.', [(10, "exact", "in")]),
    ("unit: on a scale", "The glass scored between 50 and 70 on the GPa scale.", [((50, 70), "between", "GPa")]),
    # ages
    ("age: of a stated age", "Life expectancy there was 73.", [(73, "exact", "year")]),
    ("age: died at", "My aunt died at 91.", [(91, "exact", "year")]),
    ("age: between", "Men between 18 and 35 voted.", [((18, 35), "between", "year")]),
    ("age: a person's", "Larsen, 66, has sold the bakery.", [(66, "exact", "year")]),
]

LEFT: list[tuple[str, str]] = [
    ("years", "The bridge of 1887 was rebuilt in 1946."),
    ("years", "By 2031 the mine will be empty."),
    ("seasons", "She was top scorer in the 2012-13 season."),
    ("seasons", "The 1998/99 campaign ended early."),
    ("decades", "The 1930s were lean, and the '70s were loud."),
    ("decades", "He was popular in the eighties."),
    ("dates", "The ferry sank on 14 March 1964."),
    ("dates", "The strike began on June 3rd and ended on 7/12/2019."),
    ("clock times", "The ferry leaves at 7:45 and docks at 9 p.m."),
    ("clock times", "Doors open at 1830 GMT and close at ten o'clock."),
    ("points in time", "The harbour froze two weeks ago."),
    ("ordinals", "She came 21st in her third race, on the twenty-fifth lap."),
    ("ordinals", "It is the 2nd largest harbour."),
    ("scores", "Rovers won 3-1 and lost 2-0."),
    ("scores", "She took the set 6-4 after a 7-6 tie-break."),
    ("jersey numbers", "The new No. 10 limped off, and number 7 scored."),
    ("jersey numbers", "Dahl, who wears the number 23 shirt, was booked."),
    ("flight numbers", "Flight 714 was diverted to Oslo."),
    ("route numbers", "Turn off Route 66 before Interstate 40 and the A 12."),
    ("house numbers", "She was born at 221 Elm Street."),
    ("house numbers", "The clinic moved to 14 West 38th Street."),
    ("telephone numbers", "Ring 555-867-5309, (212) 555-0142 or +44 20 7946 0958."),
    ("telephone numbers", "The number is 0800 123 456."),
    ("products", "He bought an iPhone 12 and a PlayStation 5."),
    ("products", "The Boeing 787 Dreamliner and the F-35 landed."),
    ("products", "The 486 was slow even then."),
    ("indices", "The S&P 500 and the FTSE 100 closed lower."),
    ("indices", "The Nikkei 225 and the Russell 2000 closed higher."),
    ("laws", "Voters rejected Proposition 8 and Amendment 4."),
    ("laws", "The court cited Title 42 and Article 370."),
    ("units of an army", "The 101st Airborne and the 4th Infantry Division landed."),
    ("units of an army", "Battalion 12 and Squadron 303 were disbanded."),
    ("section numbers", "See Section 12, chapter 3 and page 140."),
    ("section numbers", "Paragraph 9 of annex 2 was struck out."),
    ("one as a pronoun", "One never knows what one will find."),
    ("one as a pronoun", "No one came, so the old one was thrown away."),
    ("one as a pronoun", "On the one hand it rained; on the other, it stopped one day."),
    ("one as a pronoun", "It was one of the saddest days in the harbour."),
    ("codes", "Order part 24703 M212 or quote 20391883745566."),
    ("points in time", "He had left three years earlier."),
    ("points in time", "The board announced two days earlier that it would close."),
]


@pytest.mark.parametrize(("text", "figures"), [pytest.param(text, figures, id=f"{name}: {text}") for name, text, figures in READ])
def test_reads_the_pattern(nlp: Language, text: str, figures: list[Figure]) -> None:
    claims = nlp(text)._.factx_claims
    assert len(claims) == len(figures), [text[claim.start : claim.end] for claim in claims]
    for claim, (value, modifier, code) in zip(claims, figures, strict=True):
        if isinstance(value, tuple):
            assert (claim.low, claim.high) == pytest.approx(value) if None not in value else (claim.low, claim.high) == value
        else:
            assert claim.value is not None
            assert math.isclose(claim.value, value)
        assert claim.modifier == modifier
        assert (claim.unit.code if claim.unit else None) == code


@pytest.mark.parametrize("text", [pytest.param(text, id=f"{name}: {text}") for name, text in LEFT])
def test_leaves_the_pattern_alone(nlp: Language, text: str) -> None:
    assert [text[claim.start : claim.end] for claim in nlp(text)._.factx_claims] == []
