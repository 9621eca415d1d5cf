"""Documents travel: to other processes, to bytes and back, with all that was found in them."""

from __future__ import annotations

import subprocess
import sys

from spacy.language import Language
from spacy.tokens import Doc, DocBin

from factx.components.found import source_text
from factx.components.serial import from_plain, to_plain
from factx.extraction import _records, found_in

TEXT = (
    "According to the Herald, Mayor Ann Lee said at least 40 homes were lost in 2021. “We had no choice,” she said. "
    "The council denied that it paid $3 million."
)


def test_a_document_comes_back_from_bytes_with_everything(nlp: Language) -> None:
    doc = nlp(TEXT)
    again = Doc(nlp.vocab).from_bytes(doc.to_bytes())
    assert _records(source_text(doc), found_in(doc))["claims"]
    assert _records(source_text(again), found_in(again)) == _records(source_text(doc), found_in(doc))


def test_what_was_shared_is_shared_again(nlp: Language) -> None:
    found = from_plain(to_plain(nlp(TEXT).user_data["factx_found"]))
    assert found.quotes is not None
    assert found.claims is not None
    claim = found.claims[-1]
    assert claim.quote is not None
    assert any(claim.quote is quote for quote in found.quotes)
    assert claim.speaker is claim.quote.speaker


def test_a_component_that_did_not_run_left_nothing(nlp: Language) -> None:
    with nlp.select_pipes(disable=["factx_quotes", "factx_claims", "factx_speakers"]):
        doc = Doc(nlp.vocab).from_bytes(nlp(TEXT).to_bytes())
    assert doc._.factx_entities
    assert doc._.factx_quotes is None


def test_documents_are_kept_in_a_bin(nlp: Language) -> None:
    stored = DocBin(docs=[nlp(TEXT)], store_user_data=True).to_bytes()
    [doc] = DocBin().from_bytes(stored).get_docs(nlp.vocab)
    assert [quote.kind for quote in doc._.factx_quotes] == [quote.kind for quote in nlp(TEXT)._.factx_quotes]


def test_several_processes_give_what_one_gives(nlp: Language) -> None:
    # In a process of its own: forking one that has started threads may hang.
    code = (
        "import factx\n"
        "nlp = factx.load()\n"
        f"texts = [{TEXT!r}, 'Nothing.', '']\n"
        "for doc in nlp.pipe(texts, n_process=2, batch_size=1):\n"
        "    print(len(doc._.factx_quotes), len(doc._.factx_claims), len(doc._.factx_entities))\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=300, check=True)
    doc = nlp(TEXT)
    counts = f"{len(doc._.factx_quotes)} {len(doc._.factx_claims)} {len(doc._.factx_entities)}"
    assert done.stdout.splitlines() == [counts, "0 0 0", "0 0 0"]
