"""The trained model and the referee together, on passages of our own: what transfers, and what marks and rules must mend."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest
import spacy
from spacy.language import Language

import factx
from factx.components.found import FoundQuote
from factx.components.quotes.component import Quotes
from factx.errors import ModelError


def outer(nlp: Language, text: str) -> list[FoundQuote]:
    return [quote for quote in nlp(text)._.factx_quotes if quote.parent is None]


def said(text: str, quote: FoundQuote) -> list[str]:
    return [text[start:end] for start, end in quote.content]


def by(text: str, quote: FoundQuote) -> str | None:
    return text[quote.speaker.start : quote.speaker.end] if quote.speaker else None


# text, speaker's mention, content: quotations that the rules' word lists do not reach, and styles that the corpus hardly has.
FOUND = [
    (
        "The river authority put out word that the lower villages should leave before nightfall.",
        "The river authority",
        ["that the lower villages should leave before nightfall"],
    ),
    ("Engineers are convinced that the wall has moved.", "Engineers", ["that the wall has moved"]),
    ("Lee had no doubt that the town would pay for the bridge.", "Lee", ["that the town would pay for the bridge"]),
    ("‘The dam’s finished,’ said Mr Keller, the council’s leader.", "Mr Keller, the council’s leader", ["‘The dam’s finished,’"]),
    ("''The dam is finished,'' Mr. Keller said on Monday.", "Mr. Keller", ["''The dam is finished,''"]),
    ("«The dam is finished,» Mr. Keller said on Monday.", "Mr. Keller", ["«The dam is finished,»"]),
    (
        "Losses were heavy, due in part to the flood, including two ferries, the coast guard said.",
        "the coast guard",
        ["Losses were heavy, due in part to the flood, including two ferries"],
    ),
    # who does what the cue says: not whom it addresses, not who acts in a clause beside it, but who is behind "by"
    ("The union has asked Mayor Ann Lee to reopen the pool.", "The union", ["Mayor Ann Lee to reopen the pool"]),
    ("The ferry was praised by Tom Hill as the safest on the lake.", "Tom Hill", ["The ferry", "as the safest on the lake"]),
    # the word that joins a sentence to the one before is the narrator's
    ("But the road was safe, the engineer said.", "the engineer", ["the road was safe"]),
]


@pytest.mark.parametrize(("text", "speaker", "content"), FOUND)
def test_what_the_model_finds(with_model: Language, text: str, speaker: str, content: list[str]) -> None:
    [quote] = outer(with_model, text)
    assert (by(text, quote), said(text, quote)) == (speaker, content)
    assert quote.method.startswith("model")


def test_a_clause_beside_the_cue_does_not_lend_it_a_speaker(with_model: Language) -> None:
    text = "The 1951 treaty, which most nations signed, says that refugees may work."
    [quote] = [one for one in outer(with_model, text) if one.cue and text[slice(*one.cue)] == "says"]
    assert (by(text, quote), said(text, quote)) == ("The 1951 treaty", ["that refugees may work"])


def test_a_speaker_s_own_asides_are_no_quotes_of_their_own(with_model: Language) -> None:
    text = "“I thought it was a joke and I refused to pay,” Lee said."
    assert [q.parent for q in with_model(text)._.factx_quotes] == [None]


def test_marks_are_exact_whatever_the_model_says(with_model: Language) -> None:
    text = "Keller called the plan “a disgrace to the valley and to everyone in it” and left.\n\n“It is over,” he added."
    contents = [piece for quote in outer(with_model, text) for piece in said(text, quote)]
    assert any(piece.endswith("everyone in it”") for piece in contents)
    assert "“It is over,”" in contents


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Ortiz called for an inquiry into the dam.", "order"),
        ("Ortiz warned of floods in the lower valley.", "say"),
        ("Ortiz called the plan a disgrace.", "say"),
        ("Ortiz denied that the dam was old.", "deny"),
        ("Ortiz asked whether the dam would hold.", "ask"),
        ("Ortiz vowed to repair the dam.", "intend"),
    ],
)
def test_what_the_cue_does(with_model: Language, text: str, act: str) -> None:
    [quote] = outer(with_model, text)
    assert quote.act == act


def test_who_is_done_something_to_is_not_quoted(with_model: Language) -> None:
    assert outer(with_model, "Police arrested and questioned the student.") == []


def test_no_word_is_both_the_speaker_s_and_the_content_s(with_model: Language) -> None:
    text = "According to the state news agency, KCNA, the party declared that the campaign had proved an alliance."
    for quote in outer(with_model, text):
        assert quote.speaker is not None
        assert all(end <= quote.speaker.start or quote.speaker.end <= start for start, end in quote.content)


def test_the_narrator_goes_on_behind_the_closing_mark(with_model: Language) -> None:
    text = "The agency notes, “The dam causes more damage than the river does”, highlighting the need for care."
    quote = outer(with_model, text)[0]
    assert (quote.kind, said(text, quote)) == ("direct", ["“The dam causes more damage than the river does”"])


def test_a_quotation_over_paragraphs_is_one(with_model: Language) -> None:
    text = "“The dam is old,” Lee said. “It was built by my grandfather.\n\n“It will have to go.”"
    [quote] = outer(with_model, text)
    assert said(text, quote) == ["“The dam is old,”", "“It was built by my grandfather.", "“It will have to go.”"]


def test_a_relative_pronoun_is_the_mention_of_what_it_stands_for(with_model: Language) -> None:
    text = "The Harbour Board, which said that it had no money, closed two docks. Nobody protested."
    [quote] = [q for q in outer(with_model, text) if q.cue and text[slice(*q.cue)] == "said"]
    assert quote.speaker is not None
    assert (by(text, quote), quote.speaker.kind) == ("which", "pronoun")
    assert quote.speaker.name is not None
    assert "Harbour Board" in quote.speaker.name


def test_who_is_not_the_body_at_the_end_of_the_phrase(with_model: Language) -> None:
    text = "An official at the Harbour Board, who asked not to be named, said the docks would close."
    names = {q.speaker.name for q in outer(with_model, text) if q.speaker and by(text, q) == "who"}
    assert "Harbour Board" not in names


def test_what_is_asked_of_somebody_is_not_said_by_her(with_model: Language) -> None:
    text = "Mayor Ann Lee spoke in Fallhaven on Monday. Asked whether the dam would hold, she paused and left the room."
    assert not [q for q in outer(with_model, text) if "hold" in str(said(text, q)) and by(text, q) in ("she", "Mayor Ann Lee")]


def test_a_passive_without_a_source_has_no_speaker(with_model: Language) -> None:
    text = "The coast guard searched all night. Two ferries were said to have lost their way in the fog."
    assert [by(text, q) for q in outer(with_model, text) if "fog" in str(said(text, q))] == [None]


def test_what_the_speaker_was_doing_is_no_part_of_the_mention(with_model: Language) -> None:
    text = "Ann Lee, speaking in Fallhaven on Monday, said the dam would hold."
    [quote] = outer(with_model, text)
    assert (by(text, quote), said(text, quote)) == ("Ann Lee", ["the dam would hold"])


@pytest.mark.parametrize(
    "text",
    ["Nobody said that the dam was safe.", "No one told them that the road was shut.", "None of the men said what he saw."],
)
def test_what_nobody_said_is_no_quotation(with_model: Language, text: str) -> None:
    assert not [q for q in outer(with_model, text) if by(text, q) not in (None, "he", "him")]


def test_an_attribution_inside_another_is_its_child(with_model: Language) -> None:
    text = "According to the Herald, the mayor said that the dam would hold."
    one, two = with_model(text)._.factx_quotes
    assert (two.parent is one, by(text, two), said(text, two)) == (True, "the mayor", ["that the dam would hold"])
    assert by(text, one) == "the Herald"


def test_a_second_verb_of_the_speaker_is_no_part_of_the_first_one_s_content(with_model: Language) -> None:
    text = "The owner of the ferry said it had known of the leak, but denied that it had put anyone at risk."
    [first] = [q for q in outer(with_model, text) if q.cue and text[slice(*q.cue)] == "said"]
    assert said(text, first) == ["it had known of the leak"]


def test_many_documents_at_once_are_read_as_each_alone(with_model: Language) -> None:
    texts = [text for text, _, _ in FOUND] + ["", "\x1b", "No words of anybody.", "“Hm.”"]
    together = [[(q.content, q.cue, q.confidence) for q in doc._.factx_quotes] for doc in with_model.pipe(texts, batch_size=5)]
    alone = [[(q.content, q.cue, q.confidence) for q in with_model(text)._.factx_quotes] for text in texts]
    assert together == alone


def test_what_fails_in_a_batch_costs_its_document_alone(with_model: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    pipe = with_model.get_pipe("factx_quotes")
    real = pipe.match

    def match(doc: spacy.tokens.Doc) -> list[FoundQuote]:
        if "bad" in doc.text:
            raise RuntimeError("bad")
        return real(doc)

    seen: list[str] = []
    monkeypatch.setattr(pipe, "match", match)
    monkeypatch.setattr(pipe, "get_error_handler", lambda: lambda name, proc, docs, error: seen.append(docs[0].text))
    docs = list(pipe.pipe([with_model.make_doc(text) for text in ("Good.", "A bad one.", "Fine.")]))
    assert ([doc.text for doc in docs], seen) == (["Good.", "Fine."], ["A bad one."])


def test_the_record_names_the_model() -> None:
    named = factx.extract("Lee said it was late.").model.quotes
    assert named is not None
    assert named.name == "en_quotes_minilm"
    by_rules = factx.extract("Lee said it was late.", nlp=factx.load(rules_only=True))
    assert by_rules.model.quotes is None
    assert by_rules.quotes


def test_the_component_travels_without_its_session() -> None:
    component = Quotes(spacy.blank("en"))
    assert component.tagger is not None
    assert pickle.loads(pickle.dumps(component)).folder == component.folder


def test_a_folder_without_a_model_is_told(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="rules-only"):
        factx.load(quote_model=str(tmp_path))
