"""Write a trained network as the files that inference reads: int8 ONNX, links, tokenizer, configuration."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import torch
from network import QuoteNetwork
from onnxruntime.quantization import QuantType, quantize_dynamic

from factx.components.quotes.model.labels import LABELS

NAMES = ("ids", "case", "mark", "space")


def export(network: QuoteNetwork, encoder: Path, out: Path, record: dict[str, Any]) -> None:
    """Write ``model.onnx``, ``links.npz``, ``tokenizer.json`` and ``config.json``.

    Arguments:
        network: trained; put into evaluation mode here.
        encoder: folder with the encoder's ``tokenizer.json``.
        out: folder to write to.
        record: how it is to be decoded, and what the run was made of; kept in the configuration.
    """
    network.eval()
    out.mkdir(parents=True, exist_ok=True)
    sample = tuple(torch.ones(2, 256, dtype=torch.long) for _ in NAMES)
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / "plain.onnx"
        torch.onnx.export(
            network.encoder,
            sample,
            str(plain),
            input_names=list(NAMES),
            output_names=["vectors", "scores"],
            dynamic_axes={name: {0: "batch", 1: "length"} for name in (*NAMES, "vectors", "scores")},
            opset_version=17,
            dynamo=False,
        )
        fused = Path(folder) / "fused.onnx"
        fuse(plain, fused, network)
        quantize_dynamic(
            str(fused),
            str(out / "model.onnx"),
            weight_type=QuantType.QInt8,
            op_types_to_quantize=["MatMul", "Attention", "Gather"],
            per_channel=True,
            extra_options={"DefaultTensorType": onnx.TensorProto.FLOAT},
        )
    tokenizer = json.loads((encoder / "tokenizer.json").read_text(encoding="utf-8"))
    tokenizer["truncation"] = tokenizer["padding"] = tokenizer["post_processor"] = None
    (out / "tokenizer.json").write_text(json.dumps(tokenizer, ensure_ascii=False), encoding="utf-8")
    np.savez_compressed(out / "links.npz", **linker_arrays(network))
    config = {"labels": list(LABELS), "width": network.encoder.width, **record}
    (out / "config.json").write_text(json.dumps(config, indent=1) + "\n", encoding="utf-8")


def fuse(plain: Path, fused: Path, network: QuoteNetwork) -> None:
    """Join the operations of a layer into the few that the runtime has fast code for."""
    from onnxruntime.transformers.fusion_options import FusionOptions
    from onnxruntime.transformers.optimizer import optimize_model

    options = FusionOptions("bert")
    options.enable_embed_layer_norm = False  # ours has more than the published embeddings
    heads = network.encoder.layers[0].heads
    model = optimize_model(str(plain), "bert", num_heads=heads, hidden_size=network.encoder.width, optimization_options=options)
    onnx.save(model.model, str(fused))


def linker_arrays(network: QuoteNetwork) -> dict[str, np.ndarray]:
    """Return the weights of spans and links, and the worth of each step, as ``Linker`` and ``best_labels`` read them."""
    arrays = {"steps": network.chain.matrix()}
    arrays |= dict(network.spans.named_parameters())
    arrays |= dict(network.links.named_parameters())
    return {name: value.detach().numpy().astype(np.float16) for name, value in arrays.items()}
