"""The quote model from corpus to files, as one command; a stage whose inputs did not change is not run again.

    python models/quotes/recipe.py --corpus DIR --encoder DIR [--config FILE] [--out DIR] [--seeds N ...]

``DIR`` of the corpus holds ``train`` and ``dev`` in brat standoff or JSON Lines (see ``prepare.py``); the encoder's holds
``config.json``, ``model.safetensors`` and ``tokenizer.json`` of a six-layer MiniLM. The stages: prepare (read the corpus, with a
digest), train (``train.py``, once for each run, resumed from its last epoch), average the weights (the runs begin alike:
Wortsman et al., 2022, "Model soups"), export (``export.py``), calibrate (``calibrate.py``), evaluate (``evaluate.py``).
"""

from __future__ import annotations

import argparse
import hashlib
import json
import tomllib
from pathlib import Path
from typing import Any

import torch
from calibrate import calibrate
from evaluate import figures, read, reliability
from examples import examples_of, inputs
from export import export
from network import QuoteNetwork
from prepare import Document, digest, read_corpus
from tokenizers import Tokenizer
from torch import Tensor
from train import Settings, train

HERE = Path(__file__).parent
_MODEL = HERE.parent.parent / "factx" / "components" / "quotes"
# What training depends on, besides its settings, the corpus and the encoder.
_CODE = [
    *(HERE / f"{name}.py" for name in ("examples", "network", "train")),
    *(_MODEL / "model" / f"{name}.py" for name in ("pieces", "labels", "links")),
    _MODEL / "marks.py",
]


def _of_file(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _trained(corpus: list[Document], encoder: Path, tokenizer: Any, settings: dict[str, Any], out: Path) -> dict[str, Tensor]:
    """Train with one seed, or load what was trained of the same inputs; return the weights."""
    inputs = {
        "train": digest(corpus),
        "encoder": _of_file(encoder / "model.safetensors"),
        "settings": settings,
        "code": {path.name: _of_file(path) for path in _CODE},
    }
    weights, record = out / "network.pt", out / "train.inputs.json"
    if weights.exists() and record.exists() and json.loads(record.read_text(encoding="utf-8")) == inputs:
        loaded: dict[str, Tensor] = torch.load(weights, weights_only=True)
        return loaded
    trained = train(corpus, tokenizer, encoder, Settings(**settings), out).state_dict()
    torch.save(trained, weights)
    record.write_text(json.dumps(inputs, indent=1), encoding="utf-8")
    return trained


def _averaged(encoder: Path, trained: list[dict[str, Tensor]]) -> QuoteNetwork:
    """Return the network with the mean of each weight."""
    network = QuoteNetwork(encoder)
    network.load_state_dict(
        {name: (sum(one[name].float() for one in trained) / len(trained)).to(value.dtype) for name, value in trained[0].items()}
    )
    return network


def run(corpus: Path, encoder: Path, config: Path, out: Path, seeds: list[int] | None = None) -> None:
    """Run all stages; each one's inputs are written beside its outputs.

    Arguments:
        corpus: folder with ``train`` and ``dev``.
        encoder: folder with the encoder's published files.
        config: settings of training and decoding.
        out: where everything is written: ``seed-N/network.pt``, ``weights/`` (what inference needs) and ``figures.json``.
        seeds: of the runs, instead of the configuration's.

    Raises:
        ValueError: more or fewer seeds than runs, or one seed twice.
    """
    settings = tomllib.loads(config.read_text(encoding="utf-8"))
    shared = {name: value for name, value in settings["train"].items() if name != "runs"}
    runs = [{**shared, **own} for own in settings["train"]["runs"]]
    for own, seed in zip(runs, seeds or [own["seed"] for own in runs], strict=True):
        own["seed"] = seed
    if len({own["seed"] for own in runs}) < len(runs):
        raise ValueError("every run needs a seed of its own")
    tokenizer = Tokenizer.from_file(str(encoder / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    parts = {part: read_corpus(corpus / part) for part in ("train", "dev")}
    trained = []
    for own in runs:
        folder = out / f"seed-{own['seed']}"
        folder.mkdir(parents=True, exist_ok=True)
        trained.append(_trained(parts["train"], encoder, tokenizer, own, folder))
    made_of = {
        "train": digest(parts["train"]),
        "dev": digest(parts["dev"]),
        "encoder": _of_file(encoder / "model.safetensors"),
        "runs": runs,
    }
    weights = out / "weights"
    described = {**settings["model"], "decoding": settings["decoding"], "made_of": made_of}
    seen = [one for text in parts["train"][::20] for one in examples_of(text, tokenizer)]
    samples = [inputs([(one, 0, min(len(one.pieces), 254))]) for one in seen]
    export(_averaged(encoder, trained), encoder, weights, described, samples)
    error = calibrate(weights, parts["dev"])

    import factx

    results = list(read(factx.load(quote_model=str(weights)), parts["dev"]))
    measured = {"dev": figures(results), "calibration_error": {"halves": error, "fitted": reliability(results)[0]}}
    (out / "figures.json").write_text(json.dumps(measured, indent=1) + "\n", encoding="utf-8")
    print(json.dumps(measured, indent=1))


def main() -> None:
    """Read the command line."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--corpus", type=Path, required=True)
    arguments.add_argument("--encoder", type=Path, required=True)
    arguments.add_argument("--config", type=Path, default=HERE / "config.toml")
    arguments.add_argument("--out", type=Path, default=HERE / "build")
    arguments.add_argument("--seeds", type=int, nargs="+", help="of the runs, instead of the configuration's")
    options = arguments.parse_args()
    run(options.corpus, options.encoder, options.config, options.out, options.seeds)


if __name__ == "__main__":
    main()
