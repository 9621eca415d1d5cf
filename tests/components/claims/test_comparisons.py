"""What a figure is compared with: its date, its bound and its direction are not the figure's own."""

import pytest
from spacy.language import Language


def dates(nlp: Language, text: str) -> list[str | None]:
    return [text[claim.as_of.start : claim.as_of.end] if claim.as_of else None for claim in nlp(text)._.factx_claims]


@pytest.mark.parametrize(
    "text",
    [
        "Revenue rose 3.5 percent compared to the same period in 2014.",
        "The casinos took $74 million more than a year ago.",
        "Turnout dropped 40 percent from 2008.",
        "It sold $30 billion in goods, up from a year earlier.",
        "The 2016 Committee has spent $1 million on mugs.",
        "The tax would raise $110 million, the 2009 paper says.",
    ],
)
def test_the_date_of_a_comparison_or_a_name_is_not_the_figure_s(nlp: Language, text: str) -> None:
    assert dates(nlp, text) == [None]


def test_its_own_date_stays(nlp: Language) -> None:
    assert dates(nlp, "Exports reached $3 billion in 2014.") == ["2014"]
    assert dates(nlp, "She put the damage at 3 million euros, up from 900,000 a year ago.") == [None, "a year ago"]
    assert dates(nlp, "The agency counted 1,200 adults between Dec. 6-9.") == ["Dec. 6-9"]
    assert dates(nlp, "The club asked 1,358 members July 8 to 12.") == ["July 8 to 12"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The firm earned $8.42 a share, well above the $8.04 that analysts expected.", 8.04),
        ("He has 332 votes, 62 more than the 270 needed to win.", 270),
        ("Turnout was 41%, just 5 percentage points shy of the 46% record of 2008.", 46),
        ("Workers demanded a $15 minimum wage.", 15),
        ("Some of the 19 Danes left early.", 19),
    ],
)
def test_what_is_compared_with_is_exact(nlp: Language, text: str, value: float) -> None:
    claim = next(claim for claim in nlp(text)._.factx_claims if claim.value == value)
    assert claim.modifier == "exact"


@pytest.mark.parametrize(
    ("text", "modifier", "value"),
    [
        ("Visas went to children under age 21.", "less_than", 21),
        ("The plan covers workers over age 55.", "more_than", 55),
        ("It cost around the 37 million mark, more than 20 people said.", "more_than", 20),
        ("The storm killed 3, more than 20 were hurt.", "more_than", 20),
        ("Voters 45 and older backed her.", "at_least", 45),
    ],
)
def test_bounds_stay_bounds(nlp: Language, text: str, modifier: str, value: float) -> None:
    claim = next(claim for claim in nlp(text)._.factx_claims if claim.value == value)
    assert claim.modifier == modifier


@pytest.mark.parametrize(
    ("text", "trends"),
    [
        ("The index fell 24 points, or 0.1 percent.", ["down", "down"]),
        ("The share jumped $25.50, or 3.3 percent, to $791.", ["up", "up", None]),
        ("The fair took in $74 million more than a year ago.", ["up"]),
        ("Gambling revenues are off 7 percent.", ["down"]),
        (
            "Revenue is up at three of them: Acme by 4 percent; Zed Hall by 5 percent; and Lido by 6 percent.",
            [None, "up", "up", "up"],
        ),
        ("The town saw a decline in turnout of 40 percent.", ["down"]),
        ("The bank posted a loss of $63 million.", [None]),
        ("Men earn 20 percent more than women.", [None]),
    ],
)
def test_a_change_said_again_or_by_comparison(nlp: Language, text: str, trends: list[str | None]) -> None:
    assert [claim.trend for claim in nlp(text)._.factx_claims] == trends


@pytest.mark.parametrize(
    "text",
    [
        "She put it into her 401(k) plan.",
        "It was the highest turnout since at least 1980.",
        "They are paid time and a half for it.",
        "The S.&P. 500 closed slightly lower.",
        "The talks are part of the One Nation initiative.",
    ],
)
def test_names_and_phrases_are_no_figures(nlp: Language, text: str) -> None:
    assert nlp(text)._.factx_claims == []


def test_what_is_expected_is_hedged_and_not_one_is_negated(nlp: Language) -> None:
    assert nlp("More than 9,000 people are expected to attend.")._.factx_claims[0].hedged
    assert not nlp('Of those asked, 21 percent said "not too likely".')._.factx_claims[0].hedged
    assert not nlp("The 12 men could not be found.")._.factx_claims[0].hedged
    assert nlp("Not one airport closed.")._.factx_claims[0].negated


def test_an_age_has_no_date_of_another_clause(nlp: Language) -> None:
    assert dates(nlp, "Tom Singh, 47, voted for the party in 2008.") == [None]
    assert dates(nlp, "Tom Singh was 47 in 2008.") == ["2008"]


def test_ages_of_groups(nlp: Language) -> None:
    claim = nlp("She led among voters 30 to 44 and in the north.")._.factx_claims[0]
    assert (claim.low, claim.high, claim.unit.kind if claim.unit else None) == (30, 44, "age")
    odds = nlp("Men outnumbered women 3 to 1.")._.factx_claims
    assert all(claim.unit is None or claim.unit.kind != "age" for claim in odds)


def test_who_gathers_or_invests_changes_nothing(nlp: Language) -> None:
    assert nlp("He rallied thousands in the square.")._.factx_claims[0].trend is None
    assert nlp("She plans to sink $30 million into the port.")._.factx_claims[0].trend is None


@pytest.mark.parametrize(
    ("text", "value", "speaker"),
    [
        ("The shop reported a profit of $2 a share, above the $1.11 a share that analysts expected.", 1.11, "analysts"),
        ("Fewer marched than the 50,000 people that city officials estimated.", 50_000, "city officials"),
        ("The agency said the ministry put the toll at 12.", 12, "the ministry"),
    ],
)
def test_the_innermost_source_claims_the_figure(nlp: Language, text: str, value: float, speaker: str) -> None:
    claim = next(claim for claim in nlp(text)._.factx_claims if claim.value == value)
    assert claim.speaker is not None
    assert text[claim.speaker.start : claim.speaker.end] == speaker
