"""Any text at all: the entities component does not raise, and every offset is right."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.language import Language

from factx.components.entities.patterns import NAME_LABELS
from factx.components.found import source_text

PIECES = st.sampled_from(
    [
        "Ms", "President ", "Dr.", "Kim", "Ana Cruz", "the ", "’s ", "'s", "’", "“", "”", '"', "(", ")", "WHO",
        "U.S.", " of ", " for the ", "Ministry", "\n", "\n\n", "  ", "Norway", "said", ".", ",", " — ", "--",
        "province ", "Kursk", "and", "-", "@", "3", "\u2028", "é",
    ]
)  # fmt: skip
TEXTS = st.one_of(st.text(max_size=80), st.lists(PIECES, max_size=40).map("".join), st.lists(PIECES, max_size=30).map(" ".join))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(text=TEXTS)
def test_any_text(nlp: Language, text: str) -> None:
    with nlp.select_pipes(disable=["factx_quotes", "factx_claims"]):
        doc = nlp(text)
        again = nlp(text)
    assert source_text(doc) == text
    seen = set()
    for one in doc._.factx_entities:
        assert one.mentions
        assert one.name
        assert one.type in NAME_LABELS
        assert 0 <= one.confidence <= 1
        for mention in one.mentions:
            assert 0 <= mention.start < mention.end <= len(text)
            assert text[mention.start : mention.end].strip() == text[mention.start : mention.end]
            if mention.kind == "name":
                assert (mention.start, mention.end) not in seen
                seen.add((mention.start, mention.end))
    assert repr(doc._.factx_entities) == repr(again._.factx_entities)
