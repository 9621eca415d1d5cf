"""The quote model from corpus to files, as one command; a stage whose inputs did not change is not run again.

    python models/quotes/recipe.py --corpus DIR --encoder DIR [--config FILE] [--out DIR]

``DIR`` of the corpus holds ``train`` and ``dev`` in brat standoff (see ``prepare.py``); the encoder's holds ``config.json``,
``model.safetensors`` and ``tokenizer.json`` of a six-layer MiniLM.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import tomllib
from pathlib import Path
from typing import Any

import torch
from export import export
from network import QuoteNetwork
from predict import predict
from prepare import LABELS, Document, digest, read_corpus
from tokenizers import Tokenizer
from train import Settings, train

HERE = Path(__file__).parent


def _same(record: Path, inputs: dict[str, Any], outputs: list[Path]) -> bool:
    return record.is_file() and json.loads(record.read_text(encoding="utf-8")) == inputs and all(p.exists() for p in outputs)


def _of_file(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def run(corpus: Path, encoder: Path, config: Path, out: Path) -> None:
    """Prepare, train, export and predict; each stage's inputs are written beside its outputs.

    Arguments:
        corpus: folder with ``train`` and ``dev``.
        encoder: folder with the encoder's published files.
        config: settings of training and decoding.
        out: where everything is written: ``network.pt``, ``weights/`` (what inference needs) and ``dev.jsonl``.
    """
    settings = tomllib.loads(config.read_text(encoding="utf-8"))
    tokenizer = Tokenizer.from_file(str(encoder / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    parts: dict[str, list[Document]] = {part: read_corpus(corpus / part) for part in ("train", "dev")}
    out.mkdir(parents=True, exist_ok=True)
    inputs = {
        "train": digest(parts["train"]),
        "encoder": _of_file(encoder / "model.safetensors"),
        "settings": settings["train"],
        "code": {name: _of_file(HERE / f"{name}.py") for name in ("encode", "prepare", "network", "train")},
    }
    trained, record = out / "network.pt", out / "train.inputs.json"
    if _same(record, inputs, [trained]):
        network = QuoteNetwork(len(LABELS), encoder)
        network.load_state_dict(torch.load(trained, weights_only=True))
    else:
        network = train(parts["train"], tokenizer, encoder, Settings(**settings["train"]), out)
        torch.save(network.state_dict(), trained)
        record.write_text(json.dumps(inputs), encoding="utf-8")
    export(network, encoder, out / "weights", {"made_from": inputs, "decoding": settings["decoding"]})
    predict(network, parts["dev"], tokenizer, settings["decoding"], out / "dev.jsonl")


def main() -> None:
    """Read the command line."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--corpus", type=Path, required=True)
    arguments.add_argument("--encoder", type=Path, required=True)
    arguments.add_argument("--config", type=Path, default=HERE / "config.toml")
    arguments.add_argument("--out", type=Path, default=HERE / "build")
    options = arguments.parse_args()
    run(options.corpus, options.encoder, options.config, options.out)


if __name__ == "__main__":
    main()
