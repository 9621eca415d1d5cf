"""The network: a six-layer MiniLM with extra embeddings, a tag head, and projections whose dot products link spans."""

from __future__ import annotations

import json
from pathlib import Path

import torch
from encode import CASES, MARKS, SPACES
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

LINKS = ("content-cue", "content-source", "cue-source")
LINK_WIDTH = 64
# Signed distances between spans, in pieces: the edges of the buckets.
DISTANCES = (-128, -64, -32, -16, -8, -4, -2, 0, 2, 4, 8, 16, 32, 64, 128)


class Layer(nn.Module):
    """One transformer layer in BERT's order (attention, add, norm; feed forward, add, norm)."""

    def __init__(self, width: int, heads: int, inner: int, dropout: float) -> None:
        super().__init__()
        self.heads = heads
        self.query, self.key, self.value = (nn.Linear(width, width) for _ in range(3))
        self.attended = nn.Linear(width, width)
        self.attended_norm = nn.LayerNorm(width, eps=1e-12)
        self.inner, self.outer = nn.Linear(width, inner), nn.Linear(inner, width)
        self.outer_norm = nn.LayerNorm(width, eps=1e-12)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        batch, length, width = x.shape

        def split(y: Tensor) -> Tensor:
            return y.view(batch, length, self.heads, width // self.heads).transpose(1, 2)

        query, key, value = split(self.query(x)), split(self.key(x)), split(self.value(x))
        scores = query @ key.transpose(-1, -2) / (width // self.heads) ** 0.5 + bias
        mixed = (scores.softmax(-1) @ value).transpose(1, 2).reshape(batch, length, width)
        x = self.attended_norm(x + self.dropout(self.attended(mixed)))
        return self.outer_norm(x + self.dropout(self.outer(functional.gelu(self.inner(x)))))


class QuoteNetwork(nn.Module):
    """Pieces and their features in; tag logits and link projections out."""

    def __init__(self, labels: int, encoder: Path, dropout: float = 0.1) -> None:
        super().__init__()
        config = json.loads((encoder / "config.json").read_text(encoding="utf-8"))
        width = config["hidden_size"]
        self.words = nn.Embedding(config["vocab_size"], width)
        self.positions = nn.Embedding(config["max_position_embeddings"], width)
        self.segment = nn.Parameter(torch.zeros(width))
        self.norm = nn.LayerNorm(width, eps=1e-12)
        self.layers = nn.ModuleList(
            Layer(width, config["num_attention_heads"], config["intermediate_size"], dropout)
            for _ in range(config["num_hidden_layers"])
        )
        self._load(load_file(str(encoder / "model.safetensors")))
        self.words.weight.requires_grad_(False)
        self.case, self.mark, self.space = (nn.Embedding(size, width) for size in (CASES, MARKS, SPACES))
        for extra in (self.case, self.mark, self.space):
            nn.init.normal_(extra.weight, std=0.02)
        self.dropout = nn.Dropout(dropout)
        self.tags = nn.Linear(width, labels)
        self.links = nn.Linear(width, 2 * len(LINKS) * LINK_WIDTH)
        self.distance = nn.Parameter(torch.zeros(len(LINKS), len(DISTANCES) + 1))
        self.nothing = nn.Parameter(torch.zeros(len(LINKS)))

    def _load(self, weights: dict[str, Tensor]) -> None:
        """Take the encoder's weights over from the published names."""
        with torch.no_grad():
            self.words.weight.copy_(weights["embeddings.word_embeddings.weight"])
            self.positions.weight.copy_(weights["embeddings.position_embeddings.weight"])
            self.segment.copy_(weights["embeddings.token_type_embeddings.weight"][0])
            parts = {
                "attention.self.query": "query",
                "attention.self.key": "key",
                "attention.self.value": "value",
                "attention.output.dense": "attended",
                "attention.output.LayerNorm": "attended_norm",
                "intermediate.dense": "inner",
                "output.dense": "outer",
                "output.LayerNorm": "outer_norm",
            }
            for kind in ("weight", "bias"):
                getattr(self.norm, kind).copy_(weights[f"embeddings.LayerNorm.{kind}"])
                for number, layer in enumerate(self.layers):
                    for published, own in parts.items():
                        getattr(getattr(layer, own), kind).copy_(weights[f"encoder.layer.{number}.{published}.{kind}"])

    def forward(self, ids: Tensor, case: Tensor, mark: Tensor, space: Tensor) -> tuple[Tensor, Tensor]:
        """Return tag logits ``[batch, length, labels]`` and link projections ``[batch, length, links, 2, width]``, flattened."""
        bias = ((ids == 0).to(self.segment.dtype) * -1e4)[:, None, None, :]
        x = self.words(ids) + self.positions(torch.arange(ids.shape[1], device=ids.device))[None] + self.segment
        x = self.dropout(self.norm(x + self.case(case) + self.mark(mark) + self.space(space)))
        for layer in self.layers:
            x = layer(x, bias)
        x = self.dropout(x)
        return self.tags(x), self.links(x)

    def link_scores(self, link: int, projections: Tensor, left: Tensor, right: Tensor) -> Tensor:
        """Return the scores of linking each left span to each right one, and to nothing in the last column.

        Arguments:
            link: which of ``LINKS``.
            projections: ``[length, ...]`` of one window.
            left, right: the first pieces of the spans.
        """
        table = projections.view(projections.shape[0], len(LINKS), 2, LINK_WIDTH)[:, link]
        scores = table[left, 0] @ table[right, 1].T / LINK_WIDTH**0.5
        gap = right[None, :] - left[:, None]
        edges = torch.tensor(DISTANCES)
        scores = scores + self.distance[link][torch.bucketize(gap, edges)]
        nothing = self.nothing[link].expand(len(left), 1)
        return torch.cat([scores, nothing], dim=1)
