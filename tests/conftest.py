"""What all tests share."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from spacy.language import Language

ARTICLE = """\
Harbour board defends crane deal

The harbour board has spent more than $4.5 million on two cranes, Mayor Lena Ortiz said on Tuesday.

“We had no choice,” Ortiz told reporters in Fallhaven. “The old ones were older than I am, and nobody sells parts for them.”

The dockers’ union said at least 40 of its members would lose their jobs. According to Piet Brandt, who leads the union, the board
“never once” asked them.

Ortiz denied that. She said the board had met the union 12 times.
"""


@pytest.fixture(scope="session")
def nlp() -> Language:
    """The pipeline as ``factx.load()`` makes it, loaded once."""
    import factx

    return factx.load()


@pytest.fixture(scope="session")
def article() -> str:
    """A short article with a headline, quotations of each kind and a few figures."""
    return ARTICLE
