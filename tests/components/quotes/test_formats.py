"""Transcripts, interviews and sign-offs: what the form of a text attributes."""

from __future__ import annotations

import pytest
from spacy.language import Language

from factx.components.quotes.formats import sign_off, turns
from factx.components.text import paragraphs

Said = list[tuple[str | None, list[str]]]


def said(text: str) -> Said:
    return [
        (text[slice(*turn.speaker)] if turn.speaker else None, [text[slice(*place)] for place in turn.content])
        for turn in turns(text, paragraphs(text))
    ]


TRANSCRIPTS = [
    (
        "BELL: Will it hold?\n\nORTIZ: It will.\n\nBELL: Thank you.",
        [("BELL", ["Will it hold?"]), ("ORTIZ", ["It will."]), ("BELL", ["Thank you."])],
    ),
    (
        '"BELL: Will it hold?\n\n"ORTIZ: It will.\n\n"And it is old.\n\n"(CROSSTALK.)\n\n"BELL: Thank you."',
        [("BELL", ["Will it hold?"]), ("ORTIZ", ["It will.", "And it is old."]), ("BELL", ["Thank you."])],
    ),
    (
        "Bell: Ortiz Says Dam Is Safe\n\nMS. BELL: Is it?\n\nMR. ORTIZ: It is.\n\nMS. BELL: Well.",
        [("MS. BELL", ["Is it?"]), ("MR. ORTIZ", ["It is."]), ("MS. BELL", ["Well."])],
    ),
    ("Q: Will it hold?\n\nA: It will.", [(None, ["Will it hold?"]), (None, ["It will."])]),
    (
        "Q. Is it safe?\nA. Yes.\nQ. Since when?\nA. Since May.",
        [(None, [s]) for s in ("Is it safe?", "Yes.", "Since when?", "Since May.")],
    ),
    (
        "Ann Bell: Good evening.\nLuis Ortiz: Good evening.\nAnn Bell: Is it safe?\nLuis Ortiz: It is.",
        [
            ("Ann Bell", ["Good evening."]),
            ("Luis Ortiz", ["Good evening."]),
            ("Ann Bell", ["Is it safe?"]),
            ("Luis Ortiz", ["It is."]),
        ],
    ),
]


@pytest.mark.parametrize(("text", "expected"), TRANSCRIPTS)
def test_turns_of_transcripts(text: str, expected: Said) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Ortiz: Dam Is Safe\n\nThe dam is safe, the mayor said.",  # a headline alone
        "Where: the town hall\nWhen: Monday\nPrice: free\nWhere: also online",
        "Note: this is old.\nUpdate: it is new.\nNote: or not.",
        "The list: apples, pears.\n\nThe rest: nothing.",
        "",
    ],
)
def test_labels_and_headlines_are_no_transcripts(text: str) -> None:
    assert said(text) == []


SIGNED = [
    ("“It scares me.” ― Ann Lee", "Ann Lee"),
    ("“It scares me.”—Ann Lee, Fallhaven", "Ann Lee"),
    ('"It scares me." -- Ann de la Cruz.', "Ann de la Cruz"),
    ("“It scares me.”\n― Ann Lee", "Ann Lee"),
]


@pytest.mark.parametrize(("text", "name"), SIGNED)
def test_a_quotation_is_signed(nlp: Language, text: str, name: str) -> None:
    [quote] = nlp(text)._.factx_quotes
    assert (quote.kind, quote.method) == ("direct", "sign-off")
    assert text[quote.speaker.start : quote.speaker.end] == name


@pytest.mark.parametrize("rest", [" ― and nobody else", " — Ann Lee left the room and did not come back", " Ann Lee", " - 5"])
def test_other_words_behind_a_dash_sign_nothing(rest: str) -> None:
    text = "“It scares me.”" + rest
    assert sign_off(text, text.index("”") + 1, len(text)) is None


def test_a_transcript_is_direct_speech_with_its_speakers(nlp: Language) -> None:
    text = 'Partial transcript:\n\n"BELL: You told me it would hold.\n\n"ORTIZ: I did.\n\n"BELL: And?"'
    outer = [quote for quote in nlp(text)._.factx_quotes if quote.parent is None]
    assert [(text[q.speaker.start : q.speaker.end], q.kind, q.method) for q in outer] == [
        ("BELL", "direct", "transcript"),
        ("ORTIZ", "direct", "transcript"),
        ("BELL", "direct", "transcript"),
    ]
