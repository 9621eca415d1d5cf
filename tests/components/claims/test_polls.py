"""Figures of polls and votes: points, leads, who the poll is, whose share it is not."""

import pytest
from spacy.language import Language

POLL = "A poll of 900 voters put Ms. Lund at 48 percent and Mr. Berg at 39 percent. "


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        (POLL + "She leads him by 9 points among women.", None),
        (POLL + "She holds a 9-point lead in the north.", "lead"),
        (POLL + "That is a 6-point increase since May.", "increase"),
        (POLL + "Her support is up 4 points.", None),
    ],
)
def test_points_of_a_poll_are_percentage_points(nlp: Language, text: str, counted: str | None) -> None:
    claim = nlp(text)._.factx_claims[-1]
    assert claim.unit is not None
    assert (claim.unit.code, claim.unit.kind, claim.counted) == ("pp", "percent", counted)


@pytest.mark.parametrize(
    "text",
    [
        "Lund scored 9 points in the third quarter.",
        "The Hawks won by 9 points.",
        "The index fell 120 points, or 2 percent.",
        "She holds a 9-point lead after five games.",
        POLL + "He made 9 points in his speech.",
    ],
)
def test_other_points_are_points(nlp: Language, text: str) -> None:
    assert all(claim.unit is None or claim.unit.code != "pp" for claim in nlp(text)._.factx_claims)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("In an Acme poll released Monday, 52 percent of respondents chose the mayor.", "Acme poll"),
        ("About 40 percent of drivers in a recent survey by the club said they slept less.", "survey"),
        ("He jumped to 30 percent in the polls by spring.", None),
        ("In a speech on Monday, 52 percent was his figure.", None),
    ],
)
def test_the_poll_claims_its_shares(nlp: Language, text: str, speaker: str | None) -> None:
    found = nlp(text)._.factx_claims[0].speaker
    said = text[found.start : found.end] if found is not None else None
    assert (said is None) if speaker is None else (said is not None and speaker in said)


def test_a_candidate_is_not_what_a_share_is_of(nlp: Language) -> None:
    text = "In the new poll Anna Lund leads Peter Berg, 46 percent to 39 percent, and Carl Holm is at 8 percent."
    assert all(claim.counted not in ("Anna Lund", "Peter Berg", "Carl Holm") for claim in nlp(text)._.factx_claims)


def test_what_fell_may_bear_the_name_of_a_person(nlp: Language) -> None:
    claim = nlp("Turnout has been creeping up, from 41% in 2014 to 48% in 2018.")._.factx_claims[0]
    assert claim.counted == "Turnout"


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("A majority of likely voters, 56%, have a negative view.", "likely voters"),
        ("A 69% majority of the farmers back it.", "farmers"),
        ("A third of independents, 33%, say so.", "independents"),
    ],
)
def test_of_an_amount_the_whole_is_counted(nlp: Language, text: str, counted: str) -> None:
    claim = next(claim for claim in nlp(text)._.factx_claims if "%" in text[claim.start : claim.end])
    assert claim.counted == counted


def test_two_figures_of_a_contest_are_no_range(nlp: Language) -> None:
    found = [
        (claim.value, claim.modifier, claim.trend) for claim in nlp("She lost the state 36 percent to 51 percent.")._.factx_claims
    ]
    assert found == [(36, "exact", None), (51, "exact", None)]


def test_the_poll_and_not_those_asked_claims_what_they_will_do(nlp: Language) -> None:
    text = "The survey showed that 54 percent of sailors said they would vote for Lund while only 25 percent would vote for Berg."
    for claim in nlp(text)._.factx_claims:
        assert claim.speaker is None or "survey" in text[claim.speaker.start : claim.speaker.end]


def test_a_place_is_no_whole_and_a_year_no_count(nlp: Language) -> None:
    text = "She did best in Ohio (79 percent) and won 93 percent of 2012 voters."
    assert [(claim.value, claim.counted) for claim in nlp(text)._.factx_claims] == [(79, None), (93, "voters")]


def test_a_dash_before_the_same_share_is_no_range(nlp: Language) -> None:
    found = nlp("Nearly four in 10 — 38 percent — would stay home.")._.factx_claims
    assert [(claim.value, claim.modifier) for claim in found] == [(0.4, "nearly"), (38, "exact")]
