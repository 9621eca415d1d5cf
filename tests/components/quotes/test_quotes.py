"""Quotations end to end: kind, content, cue, act and speaker mention, as tables."""

from __future__ import annotations

import pytest
from spacy.language import Language

from factx.components.found import FoundQuote

Row = tuple[str, str | None, str | None, list[str]]


def quotes(nlp: Language, text: str) -> list[FoundQuote]:
    found: list[FoundQuote] = nlp(text)._.factx_quotes
    return found


def rows(text: str, found: list[FoundQuote]) -> list[Row]:
    return [
        (
            quote.kind,
            text[quote.speaker.start : quote.speaker.end] if quote.speaker else None,
            text[slice(*quote.cue)] if quote.cue else None,
            [text[start:end] for start, end in quote.content],
        )
        for quote in found
    ]


DIRECT = [
    ("“The dam will hold,” Maria Ortiz said.", "Maria Ortiz", "said", ["“The dam will hold,”"]),
    ('"The dam will hold," said Maria Ortiz.', "Maria Ortiz", "said", ['"The dam will hold,"']),
    ("‘The dam will hold,’ the minister said.", "the minister", "said", ["‘The dam will hold,’"]),
    ("“Will the dam hold?” asked Ms. Ortiz, who runs it.", "Ms. Ortiz", "asked", ["“Will the dam hold?”"]),
    ("Maria Ortiz said, “The dam will hold.”", "Maria Ortiz", "said", ["“The dam will hold.”"]),
    ("Maria Ortiz told reporters on Monday: “The dam will hold.”", "Maria Ortiz", "told", ["“The dam will hold.”"]),
    ("Ortiz: “The dam will hold.”", "Ortiz", ":", ["“The dam will hold.”"]),
    ("She said:\n\n“The dam will hold until the spring.”", "She", "said", ["“The dam will hold until the spring.”"]),
    (
        "“The dam will hold,” she said. “It was built well.”",
        "she",
        "said",
        ["“The dam will hold,”", "“It was built well.”"],
    ),
    ("“The dam,” she said, “will hold.”", "she", "said", ["“The dam,”", "“will hold.”"]),
    (
        "“The dam will hold,” Mr. Ruiz told the council. “It was built well.”",
        "Mr. Ruiz",
        "told",
        ["“The dam will hold,”", "“It was built well.”"],
    ),
    (
        "“It was built well.\n\n“It will hold,” she said.",
        "she",
        "said",
        ["“It was built well.", "“It will hold,”"],
    ),
    ("“We won,” Keller crowed.", "Keller", "crowed", ["“We won,”"]),
    (
        "“The dam will hold,” he said on “Morning Report.” “It was built well.”",
        "he",
        "said",
        ["“The dam will hold,”", "“It was built well.”"],
    ),
    (
        "“It is over,” said retired Army Lt. Gen. Mick Bolt. “We won.”",
        "Army Lt. Gen. Mick Bolt",
        "said",
        ["“It is over,”", "“We won.”"],
    ),
    ("From the report: “Longer periods gave better results.”", "the report", ":", ["“Longer periods gave better results.”"]),
    ("“You have to get over it,” as Keller put it.", "Keller", "put", ["“You have to get over it,”"]),
    ("“I heard him shout, ‘Run,’” Keller said.", "Keller", "said", ["“I heard him shout, ‘Run,’”"]),
]


@pytest.mark.parametrize(("text", "speaker", "cue", "content"), DIRECT)
def test_direct_quotations(nlp: Language, text: str, speaker: str, cue: str, content: list[str]) -> None:
    outer = [quote for quote in quotes(nlp, text) if quote.parent is None]
    assert rows(text, outer) == [("direct", speaker, cue, content)]


INDIRECT = [
    ("The minister said that the dam would hold.", "The minister", "said", ["that the dam would hold"], "say"),
    ("The minister said the dam would hold.", "The minister", "said", ["the dam would hold"], "say"),
    ("The dam would hold, the minister said.", "the minister", "said", ["The dam would hold"], "say"),
    (
        "According to the ministry, the dam would hold.",
        "the ministry",
        "According to",
        ["the dam would hold"],
        "say",
    ),
    (
        "The dam would hold, according to the ministry.",
        "the ministry",
        "according to",
        ["The dam would hold"],
        "say",
    ),
    ("Ortiz denied that the dam was old.", "Ortiz", "denied", ["that the dam was old"], "deny"),
    ("Ortiz asked whether the dam would hold.", "Ortiz", "asked", ["whether the dam would hold"], "ask"),
    ("Ortiz urged villagers to leave their homes.", "Ortiz", "urged", ["villagers to leave their homes"], "order"),
    ("Ortiz called for an inquiry into the dam.", "Ortiz", "called for", ["an inquiry into the dam"], "order"),
    ("Ortiz vowed to repair the dam.", "Ortiz", "vowed", ["to repair the dam"], "intend"),
    ("Ortiz believes that the dam will hold.", "Ortiz", "believes", ["that the dam will hold"], "think"),
    ("A survey found that most villagers had left.", "A survey", "found", ["that most villagers had left"], "show"),
    (
        "Russia, which had kept silent, confirmed that its pilots were there.",
        "Russia",
        "confirmed",
        ["that its pilots were there"],
        "say",
    ),
    (
        "The report rejected Keller’s claim that the dam was safe.",
        "Keller",
        "claim",
        ["that the dam was safe"],
        "claim",
    ),
    (
        "Mayor Ann Lee replied on Friday by saying that the dam would hold, and that the road was open.",
        "Mayor Ann Lee",
        "saying",
        ["that the dam would hold, and that the road was open"],
        "say",
    ),
    (
        "The dam, the minister said, would hold for years.",
        "the minister",
        "said",
        ["The dam", "would hold for years"],
        "say",
    ),
    (
        "A spokesman said in a statement that the dam would hold.",
        "A spokesman",
        "said",
        ["that the dam would hold"],
        "say",
    ),
    (
        "The engineers were said to have ignored the warnings.",
        None,
        "were said",
        ["The engineers", "to have ignored the warnings"],
        "say",
    ),
    (
        "The ministry acknowledged for the first time that its pilots were there.",
        "The ministry",
        "acknowledged",
        ["that its pilots were there"],
        "say",
    ),
    (
        "State police asked anyone with video of the crash to call the station.",
        "State police",
        "asked",
        ["anyone with video of the crash to call the station"],
        "ask",
    ),
    (
        "PHILADELPHIA -- Keller's campaign said it would fight on.",
        "Keller's campaign",
        "said",
        ["it would fight on"],
        "say",
    ),
    (
        "Hall was glad after the first-term senator won the vote, remarking that nobody had expected it.",
        "Hall",
        "remarking",
        ["that nobody had expected it"],
        "say",
    ),
    (
        "According to the state news agency, KCNA, the party said the dam would hold.",
        "the party",
        "said",
        ["the dam would hold"],
        "say",
    ),
    (
        "Officials made it clear that they had no plans.",
        "Officials",
        "made it clear",
        ["that they had no plans"],
        "say",
    ),
    ("Police have not said who was at the wheel.", "Police", "have not said", ["who was at the wheel"], "say"),
    ("The firm declined to say whether it would close.", "The firm", "declined", ["to say whether it would close"], "deny"),
    (
        "Profit rose to €310m. Voss denied that the bank had relaxed its rules.",
        "Voss",
        "denied",
        ["that the bank had relaxed its rules"],
        "deny",
    ),
    (
        "Keller said the party was not in a crisis, and urged that everyone stay calm.",
        "Keller",
        "urged",
        ["that everyone stay calm"],
        "order",
    ),
    (
        "Wells, a representative for Owen, told the Weekly in a statement that the land was sold.",
        "Wells",
        "told",
        ["that the land was sold"],
        "say",
    ),
    ("Not all have shelter: the Red Cross said it had tents.", "the Red Cross", "said", ["it had tents"], "say"),
    ("He called on the court to review the law.", "He", "called on", ["the court to review the law"], "order"),
]


@pytest.mark.parametrize(("text", "speaker", "cue", "content", "act"), INDIRECT)
def test_indirect_speech(nlp: Language, text: str, speaker: str | None, cue: str, content: list[str], act: str) -> None:
    found = [quote for quote in quotes(nlp, text) if text[slice(*(quote.cue or (0, 0)))] == cue]
    assert rows(text, found) == [("indirect", speaker, cue, content)]
    assert found[0].act == act


MIXED = [
    ("The minister said the dam was “a masterpiece”.", "The minister", "said", ["the dam was “a masterpiece”"]),
    ("Keller called the dam “a disgrace.”", "Keller", "called", ["the dam “a disgrace.”"]),
    ("The dam is “a disgrace,” Keller said.", "Keller", "said", ["The dam is “a disgrace,”"]),
    (
        "Kim hailed the divers as men who “gave all” for the town.",
        "Kim",
        "hailed",
        ["the divers as men who “gave all” for the town"],
    ),
]


@pytest.mark.parametrize(("text", "speaker", "cue", "content"), MIXED)
def test_mixed_quotations(nlp: Language, text: str, speaker: str, cue: str, content: list[str]) -> None:
    outer = [quote for quote in quotes(nlp, text) if quote.parent is None]
    assert rows(text, outer) == [("mixed", speaker, cue, content)]


NO_QUOTES = [
    "The so-called “special unit” left the town at noon.",
    "She starred in the film “A Long Winter” and wrote the novel “Ice.”",
    "The “Big Four” firms opened new offices last year.",
    'A 12" pipe and a 5\'11" man stood by the road.',
    "It has been a long, cold winter in the valley.",
    "Nobody said that the dam was safe.",
    "That's not to say that the race is over.",
    "The crew questioned the student and denied the rebels shelter.",
    "She won 475 pledged delegates.",
    "The public deserves to know what she saw.",
    "He echoed that promise.",
]


@pytest.mark.parametrize("text", NO_QUOTES)
def test_scare_quotes_and_titles_are_no_quotations(nlp: Language, text: str) -> None:
    assert rows(text, quotes(nlp, text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "The clerk tells so many lies that nobody listens to her.",
        "The bank rose 18 cents, Acme added 15 cents, and Corex fell.",
        "If you said that the dam was safe, nobody would believe it.",
        "They could not avoid the conclusion that the dam was old.",
    ],
)
def test_what_nobody_uttered_is_no_report(nlp: Language, text: str) -> None:
    assert quotes(nlp, text) == []


def test_a_comma_between_two_sentences_leaves_the_first_alone(nlp: Language) -> None:
    text = "He shows no respect for anybody, he admits that he pays no taxes."
    [quote] = quotes(nlp, text)
    assert [text[start:end] for start, end in quote.content] == ["that he pays no taxes"]


def test_a_follow_on_paragraph_inherits_its_speaker(nlp: Language) -> None:
    text = "“The dam will hold,” Ortiz said.\n\n“We built it to last a hundred years.”"
    first, second = quotes(nlp, text)
    assert (second.kind, second.cue) == ("direct", None)
    assert second.speaker is not None
    assert second.speaker.inferred
    assert first.speaker is not None
    assert not first.speaker.inferred
    assert (second.speaker.start, second.speaker.end) == (first.speaker.start, first.speaker.end)


def test_a_name_behind_a_quotation_is_another_voice(nlp: Language) -> None:
    text = "“The dam will hold,” Ortiz said.\n\n“We built it to last a hundred years.” Mary Poole, resident\n\nWork goes on."
    [_, second] = quotes(nlp, text)
    assert second.speaker is None


def test_a_verb_of_saying_at_the_end_of_a_paragraph_introduces_the_next(nlp: Language) -> None:
    text = "Ortiz and Keller met again. Keller wrote,\n\n“The dam was built to last a hundred years. It will.”"
    [quote] = quotes(nlp, text)
    assert quote.cue is not None
    assert quote.speaker is not None
    assert text[quote.speaker.start : quote.speaker.end] == "Keller"


def test_with_two_parties_before_it_nobody_is_named(nlp: Language) -> None:
    text = "Ortiz said the dam would hold. Keller said it would break.\n\n“We built it to last a hundred years.”"
    *_, last = quotes(nlp, text)
    assert last.kind == "direct"
    assert last.speaker is None


def test_an_attribution_inside_another_has_a_parent(nlp: Language) -> None:
    text = "According to the Herald, the mayor said that the dam would hold."
    outer, inner = quotes(nlp, text)
    assert outer.parent is None
    assert inner.parent is outer
    assert text[inner.speaker.start : inner.speaker.end] == "the mayor" if inner.speaker else False


def test_speech_inside_a_quotation_has_it_for_parent(nlp: Language) -> None:
    text = "“The engineers told me that the dam would hold,” Ortiz said."
    outer, inner = quotes(nlp, text)
    assert inner.parent is outer
    assert rows(text, [inner]) == [("indirect", "The engineers", "told", ["that the dam would hold"])]


def test_another_report_is_not_part_of_the_content(nlp: Language) -> None:
    text = "Ortiz said the dam would hold, adding that the road was open."
    first, second = quotes(nlp, text)
    assert rows(text, [first]) == [("indirect", "Ortiz", "said", ["the dam would hold"])]
    assert rows(text, [second]) == [("indirect", "Ortiz", "adding", ["that the road was open"])]


def test_an_unclosed_mark_costs_only_its_own_quotation(nlp: Language) -> None:
    text = "“The dam will hold, he thought aloud.\n\nNobody answered him. “The road is open,” Ortiz said."
    assert ("direct", "Ortiz", "said", ["“The road is open,”"]) in rows(text, quotes(nlp, text))


def test_the_same_text_gives_the_same_quotes(nlp: Language) -> None:
    text = "“The dam will hold,” she said. The minister denied that it was old, according to the Herald."
    assert rows(text, quotes(nlp, text)) == rows(text, quotes(nlp, text))
