"""Where the trained weights are: inside an installed package, or beside it in a checkout."""

from __future__ import annotations

from pathlib import Path

from factx.errors import ModelError

_PACKAGE = Path(__file__).resolve().parents[3]
# A wheel carries what the repository keeps under models/quotes/weights.
PLACES = (_PACKAGE / "weights" / "quotes", _PACKAGE.parent / "models" / "quotes" / "weights")
FILES = ("model.onnx", "links.npz", "tokenizer.json", "config.json")


def find_weights(folder: str | Path | None = None) -> Path:
    """Return the folder of the quote model.

    Arguments:
        folder: of a model of one's own, as the recipe writes it; the shipped one when None.

    Raises:
        ModelError: no such model, or a file of it is missing.
    """
    places = PLACES if folder is None else (Path(folder),)
    for place in places:
        if all((place / name).is_file() for name in FILES):
            return place
    where = "this installation lacks the quote model's files" if folder is None else f"{folder} is no quote model"
    raise ModelError(f"{where} ({', '.join(FILES)}); install factx again, or read by rules alone with --rules-only")
