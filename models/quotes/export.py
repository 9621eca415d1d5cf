"""Write a trained network as the files that inference reads: int8 ONNX, tokenizer, configuration."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from typing import Any

import torch
from encode import WINDOW
from network import DISTANCES, LINK_WIDTH, LINKS, QuoteNetwork
from onnxruntime.quantization import QuantType, quantize_dynamic
from prepare import LABELS


def export(network: QuoteNetwork, encoder: Path, out: Path, record: dict[str, Any]) -> None:
    """Write ``model.onnx``, ``tokenizer.json`` and ``config.json``.

    Arguments:
        network: trained; put into evaluation mode here.
        encoder: folder with the encoder's ``tokenizer.json``.
        out: folder to write to.
        record: what the run was made of (settings, digests, figures), kept in the configuration.
    """
    network.eval()
    out.mkdir(parents=True, exist_ok=True)
    names = ("ids", "case", "mark", "space")
    sample = tuple(torch.ones(2, WINDOW, dtype=torch.long) for _ in names)
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / "plain.onnx"
        torch.onnx.export(
            network,
            sample,
            str(plain),
            input_names=list(names),
            output_names=["tags", "links"],
            dynamic_axes={name: {0: "batch", 1: "length"} for name in (*names, "tags", "links")},
            opset_version=17,
            dynamo=False,
        )
        quantize_dynamic(
            str(plain), str(out / "model.onnx"), weight_type=QuantType.QInt8, op_types_to_quantize=["MatMul", "Gather"]
        )
    tokenizer = json.loads((encoder / "tokenizer.json").read_text(encoding="utf-8"))
    tokenizer["truncation"] = tokenizer["padding"] = tokenizer["post_processor"] = None
    (out / "tokenizer.json").write_text(json.dumps(tokenizer, ensure_ascii=False), encoding="utf-8")
    config = {
        "labels": list(LABELS),
        "links": list(LINKS),
        "link_width": LINK_WIDTH,
        "distances": list(DISTANCES),
        "distance": [[round(float(x), 5) for x in row] for row in network.distance.detach()],
        "nothing": [round(float(x), 5) for x in network.nothing.detach()],
        "window": WINDOW,
        **record,
    }
    (out / "config.json").write_text(json.dumps(config, indent=1) + "\n", encoding="utf-8")
