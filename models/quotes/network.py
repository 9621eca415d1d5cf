"""The network: a six-layer MiniLM with extra embeddings, labels of words under a linear chain, and links between spans."""

from __future__ import annotations

import json
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from factx.components.quotes.model.labels import CLOSES, ILLEGAL, LABELS, OPENS, ROLES, legal_steps
from factx.components.quotes.model.links import DISTANCES, LINKS, RANKS
from factx.components.quotes.model.pieces import CASES, MARKS, PAD, SPACES

SPAN_WIDTH, GEOMETRY_WIDTH = 128, 16


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
        mixed = functional.scaled_dot_product_attention(query, key, value, attn_mask=bias)
        mixed = mixed.transpose(1, 2).reshape(batch, length, width)
        x = self.attended_norm(x + self.dropout(self.attended(mixed)))
        return self.outer_norm(x + self.dropout(self.outer(functional.gelu(self.inner(x)))))


class Encoder(nn.Module):
    """Pieces and their features in; a vector and the scores of all labels for each piece out."""

    def __init__(self, published: Path, dropout: float) -> None:
        super().__init__()
        config = json.loads((published / "config.json").read_text(encoding="utf-8"))
        self.width = width = config["hidden_size"]
        self.words = nn.Embedding(config["vocab_size"], width)
        self.positions = nn.Embedding(config["max_position_embeddings"], width)
        self.segment = nn.Parameter(torch.zeros(width))
        self.norm = nn.LayerNorm(width, eps=1e-12)
        self.layers = nn.ModuleList(
            Layer(width, config["num_attention_heads"], config["intermediate_size"], dropout)
            for _ in range(config["num_hidden_layers"])
        )
        self._load(load_file(str(published / "model.safetensors")))
        self.words.weight.requires_grad_(False)
        self.case, self.mark, self.space = (nn.Embedding(size, width) for size in (CASES, MARKS, SPACES))
        for extra in (self.case, self.mark, self.space):
            nn.init.normal_(extra.weight, std=0.02)
        self.dropout = nn.Dropout(dropout)
        self.tags = nn.Linear(width, len(LABELS))

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
                    for name, own in parts.items():
                        getattr(getattr(layer, own), kind).copy_(weights[f"encoder.layer.{number}.{name}.{kind}"])

    def forward(self, ids: Tensor, case: Tensor, mark: Tensor, space: Tensor) -> tuple[Tensor, Tensor]:
        """Return vectors ``[batch, length, width]`` and scores ``[batch, length, labels]``."""
        x = self.words(ids) + self.positions(torch.arange(ids.shape[1], device=ids.device))[None] + self.segment
        x = self.dropout(self.norm(x + self.case(case) + self.mark(mark) + self.space(space)))
        bias = (ids == PAD)[:, None, None, :].float() * -10000.0
        x, bias = (y.to(self.layers[0].query.weight.dtype) for y in (x, bias))
        for layer in self.layers:
            x = layer(x, bias)
        x = self.dropout(x.float())
        return x, self.tags(x)


class Chain(nn.Module):
    """A linear chain over the labels of a paragraph's words; steps that no annotation can take are fixed as illegal."""

    def __init__(self) -> None:
        super().__init__()
        self.steps = nn.Parameter(torch.zeros(len(LABELS), len(LABELS)))
        self.register_buffer("barred", torch.from_numpy(~legal_steps()) * ILLEGAL, persistent=False)
        self.register_buffer("opens", torch.from_numpy(~OPENS) * ILLEGAL, persistent=False)
        self.register_buffer("closes", torch.from_numpy(~CLOSES) * ILLEGAL, persistent=False)

    def matrix(self) -> Tensor:
        """Return what each step is worth, illegal ones included."""
        return self.steps + self.barred

    def loss(self, scores: Tensor, labels: Tensor, rows: Tensor, opened: Tensor, closed: Tensor) -> Tensor:
        """Return the negative log-likelihood of the labels, a word's share of it.

        Arguments:
            scores: ``[words, labels]``.
            labels: ``[words]``.
            rows: ``[paragraphs, longest]``, longest first, the words of each, -1 behind its end; in the processor's memory.
            opened, closed: ``[paragraphs]``: whether its first and its last word are seen (a window may cut it).
        """
        steps = self.matrix()
        # How many paragraphs have a word at each place.
        reaching = (rows >= 0).sum(0).tolist()
        rows = rows.to(scores.device)
        grid, gold = scores[rows.clamp(min=0)], labels[rows.clamp(min=0)]
        there = (rows >= 0).float()
        path = (grid.gather(2, gold[..., None])[..., 0] * there).sum()
        path = path + (steps[gold[:, :-1], gold[:, 1:]] * there[:, 1:]).sum()
        alpha = grid[:, 0] + opened[:, None] * self.opens
        for at in range(1, rows.shape[1]):
            active = reaching[at]
            moved = (alpha[:active, :, None] + steps).logsumexp(1) + grid[:active, at]
            alpha = torch.cat([moved, alpha[active:]])
        total = (alpha + closed[:, None] * self.closes).logsumexp(1).sum()
        return (total - path) / max(1, len(labels))


class Link(nn.Module):
    """The scores of one kind of link; ``Linker`` in ``factx`` computes the same from the exported weights."""

    def __init__(self) -> None:
        super().__init__()
        self.form = nn.Parameter(torch.randn(SPAN_WIDTH, SPAN_WIDTH) * 0.02)
        self.distance, self.rank = nn.Embedding(DISTANCES, GEOMETRY_WIDTH), nn.Embedding(RANKS, GEOMETRY_WIDTH)
        for table in (self.distance, self.rank):
            nn.init.normal_(table.weight, std=0.3)
        self.left = nn.Linear(SPAN_WIDTH, GEOMETRY_WIDTH)
        self.right = nn.Linear(SPAN_WIDTH, GEOMETRY_WIDTH, bias=False)
        self.nothing = nn.Linear(SPAN_WIDTH, 1)

    def forward(self, left: Tensor, right: Tensor, candidates: Tensor, distance: Tensor, rank: Tensor) -> Tensor:
        """Return scores ``[left, candidates + 1]``; the last column is the one of no candidate."""
        nothing = self.nothing(left)
        if not candidates.shape[1]:
            return nothing
        geometry = self.distance(distance) + self.rank(rank)
        chosen = right[candidates.clamp(min=0)]
        scores = (
            torch.einsum("lw,lrw->lr", left @ self.form, chosen)
            + torch.einsum("lg,lrg->lr", self.left(left), geometry)
            + (self.right(chosen) * geometry).sum(-1)
        )
        return torch.cat([scores.masked_fill(candidates < 0, -1e4), nothing], 1)


class QuoteNetwork(nn.Module):
    """The encoder, the chain and the links; ``spans`` turns what the encoder made of a span's pieces into a vector."""

    def __init__(self, published: Path, dropout: float = 0.1) -> None:
        super().__init__()
        self.encoder = Encoder(published, dropout)
        self.chain = Chain()
        self.spans = nn.ModuleDict({role: nn.Linear(3 * self.encoder.width, SPAN_WIDTH) for role in ROLES})
        self.links = nn.ModuleDict({"-".join(link): Link() for link in LINKS})
        self.dropout = nn.Dropout(2 * dropout)

    def read_spans(self, role: str, vectors: Tensor, lows: Tensor, highs: Tensor) -> Tensor:
        """Return a vector for each span of pieces of a flat ``[pieces, width]`` table."""
        sums = torch.cat([vectors.new_zeros(1, vectors.shape[1]), vectors.cumsum(0)])
        mean = (sums[highs] - sums[lows]) / (highs - lows)[:, None]
        seen = torch.cat([vectors[lows], vectors[highs - 1], mean], 1)
        return self.dropout(functional.relu(self.spans[role](seen)))
