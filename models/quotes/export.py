"""Write a trained network as the files that inference reads: int8 ONNX, links, tokenizer, configuration."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import torch
from network import Encoder, QuoteNetwork
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn
from torch.nn import functional

from factx.components.quotes.model.labels import LABELS

NAMES = ("ids", "case", "mark", "space")


# How much of a channel's range goes from what is read to the weights (Xiao et al., 2023, "SmoothQuant").
_SMOOTHING = 0.75


class Smoothed(nn.Module):
    """A projection whose input channels can be brought to like ranges: the widest one sets how finely 8 bits tell all others."""

    def __init__(self, *projections: nn.Linear) -> None:
        super().__init__()
        outputs = sum(one.out_features for one in projections)
        self.projection = nn.Linear(projections[0].in_features, outputs)
        self.register_buffer("factor", torch.ones(projections[0].in_features))
        self.register_buffer("peak", torch.full((projections[0].in_features,), 1e-5))
        self.watching = False
        with torch.no_grad():
            self.projection.weight.copy_(torch.cat([one.weight for one in projections]))
            self.projection.bias.copy_(torch.cat([one.bias for one in projections]))

    def forward(self, x: Tensor) -> Tensor:
        """Project ``[length, inputs]``."""
        if self.watching:
            self.peak = torch.maximum(self.peak, x.abs().amax(0))
        return self.projection(x * self.factor)

    def settle(self) -> None:
        """Share out the ranges that were seen between input and weights."""
        self.watching = False
        with torch.no_grad():
            weight = self.projection.weight
            scale = self.peak**_SMOOTHING / weight.abs().amax(0).clamp(min=1e-5) ** (1 - _SMOOTHING)
            scale = (scale / scale.median()).clamp(0.05, 50)
            weight *= scale
            self.factor = 1 / scale


class Window(nn.Module):
    """The encoder as inference reads: one window, so without batch and padding; projections that share an input are one."""

    def __init__(self, encoder: Encoder) -> None:
        super().__init__()
        self.encoder = encoder
        self.taken = nn.ModuleList(Smoothed(one.query, one.key, one.value) for one in encoder.layers)
        self.inner = nn.ModuleList(Smoothed(one.inner) for one in encoder.layers)
        self.outer = nn.ModuleList(Smoothed(one.outer) for one in encoder.layers)
        with torch.no_grad():
            for layer, taken in zip(encoder.layers, self.taken, strict=True):
                # the scores' scale, once for the weights instead of always for the scores
                for array in (taken.projection.weight, taken.projection.bias):
                    array[: encoder.width] /= (encoder.width // layer.heads) ** 0.5

    def smooth(self, samples: list[dict[str, Tensor]]) -> None:
        """Bring channels to like ranges, judged by some windows, as ``examples.inputs`` gives them."""
        smoothed = [*self.taken, *self.inner, *self.outer]
        for one in smoothed:
            one.watching = True
        with torch.no_grad():
            for sample in samples:
                self(*(sample[name][0] for name in NAMES))
        for one in smoothed:
            one.settle()

    def forward(self, ids: Tensor, case: Tensor, mark: Tensor, space: Tensor) -> tuple[Tensor, Tensor]:
        """Return vectors ``[length, width]`` and scores ``[length, labels]``."""
        encoder = self.encoder
        length, width = ids.shape[0], encoder.width
        x = encoder.words(ids) + (encoder.positions.weight + encoder.segment)[:length]
        x = encoder.norm(x + encoder.case(case) + encoder.mark(mark) + encoder.space(space))
        for layer, taken, inner, outer in zip(encoder.layers, self.taken, self.inner, self.outer, strict=True):
            query, key, value = taken(x).view(length, 3, layer.heads, width // layer.heads).permute(1, 2, 0, 3).unbind(0)
            mixed = ((query @ key.transpose(1, 2)).softmax(-1) @ value).transpose(0, 1).reshape(length, width)
            x = layer.attended_norm(x + layer.attended(mixed))
            x = layer.outer_norm(x + outer(functional.gelu(inner(x))))
        return x, encoder.tags(x)


def export(network: QuoteNetwork, encoder: Path, out: Path, record: dict[str, Any], samples: list[dict[str, Tensor]]) -> None:
    """Write ``model.onnx``, ``links.npz``, ``tokenizer.json`` and ``config.json``.

    Arguments:
        network: trained; put into evaluation mode here.
        encoder: folder with the encoder's ``tokenizer.json``.
        out: folder to write to.
        record: how it is to be decoded, and what the run was made of; kept in the configuration.
        samples: windows of training text, to see what ranges the channels have.
    """
    network.eval()
    out.mkdir(parents=True, exist_ok=True)
    window = Window(network.encoder).eval()
    window.smooth(samples)
    sample = tuple(torch.ones(256, dtype=torch.long) for _ in NAMES)
    with tempfile.TemporaryDirectory() as folder:
        plain, fused, small = (str(Path(folder) / f"{name}.onnx") for name in ("plain", "fused", "small"))
        torch.onnx.export(
            window,
            sample,
            plain,
            input_names=list(NAMES),
            output_names=["vectors", "scores"],
            dynamic_axes={name: {0: "length"} for name in (*NAMES, "vectors", "scores")},
            opset_version=17,
            dynamo=False,
        )
        fuse(plain, fused)
        quantize_dynamic(
            fused,
            small,
            weight_type=QuantType.QInt8,
            op_types_to_quantize=["MatMul", "Gather"],
            per_channel=True,
            # Seven bits: with eight, processors without instructions for neural networks may overflow.
            reduce_range=True,
            extra_options={"DefaultTensorType": onnx.TensorProto.FLOAT},
        )
        optimize(small, str(out / "model.onnx"))
    tokenizer = json.loads((encoder / "tokenizer.json").read_text(encoding="utf-8"))
    tokenizer["truncation"] = tokenizer["padding"] = tokenizer["post_processor"] = None
    (out / "tokenizer.json").write_text(json.dumps(tokenizer, ensure_ascii=False), encoding="utf-8")
    np.savez_compressed(out / "links.npz", **linker_arrays(network))
    config = {"labels": list(LABELS), "width": network.encoder.width, **record}
    (out / "config.json").write_text(json.dumps(config, indent=1) + "\n", encoding="utf-8")


def fuse(plain: str, fused: str) -> None:
    """Join the operations of a layer into the few that the runtime has fast code for.

    Not all of them: attention, and a norm with the sum before it, are slower in one piece than in several.
    """
    from onnxruntime.transformers.fusion_options import FusionOptions
    from onnxruntime.transformers.optimizer import optimize_model

    options = FusionOptions("bert")
    options.enable_embed_layer_norm = options.enable_attention = options.enable_skip_layer_norm = False
    onnx.save(optimize_model(plain, "bert", optimization_options=options).model, fused)


def optimize(small: str, target: str) -> None:
    """Let the runtime rewrite the quantized graph once and for all, so that loading it is quick."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_EXTENDED
    options.optimized_model_filepath = target
    onnxruntime.InferenceSession(small, options, providers=["CPUExecutionProvider"])


def linker_arrays(network: QuoteNetwork) -> dict[str, np.ndarray]:
    """Return the weights of spans and links, and the worth of each step, as ``Linker`` and ``best_labels`` read them."""
    arrays = {"steps": network.chain.matrix()}
    arrays |= dict(network.spans.named_parameters())
    arrays |= dict(network.links.named_parameters())
    return {name: value.detach().numpy().astype(np.float16) for name, value in arrays.items()}
