"""Train the network on a prepared corpus: two threads, each with half a batch, on shared weights."""

from __future__ import annotations

import json
import random
import threading
import time
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from encode import CLS, SEP, Pieces, encode, windows
from network import LINKS, QuoteNetwork
from prepare import LABELS, ROLES, Document
from torch import Tensor
from torch.nn import functional


@dataclass(slots=True)
class Settings:
    """What a run depends on, besides the corpus."""

    seed: int = 1
    epochs: int = 4
    batch: int = 16
    threads: int = 2
    rate_encoder: float = 2e-4
    rate_heads: float = 1e-3
    warmup: float = 0.08
    weight_decay: float = 0.01
    dropout: float = 0.1
    label_smoothing: float = 0.03
    link_weight: float = 0.3
    stride: int = 254


@dataclass(slots=True)
class Example:
    """A document as pieces, a label for each, and the spans of each attribution by role (as ranges of pieces)."""

    pieces: Pieces
    labels: np.ndarray
    attributions: list[dict[str, list[tuple[int, int]]]]


def example(document: Document, tokenizer: Any) -> Example:
    """Project a document's annotation on its pieces; only first pieces of words carry labels (-100 elsewhere)."""
    pieces = encode(document.text, tokenizer)
    labels = np.where(pieces.first, 0, -100).astype(np.int64)
    attributions = []
    for attribution in document.attributions:
        spans: dict[str, list[tuple[int, int]]] = {role: [] for role in ROLES}
        for role in ROLES:
            for start, end in getattr(attribution, role):
                inside = np.flatnonzero((pieces.starts < end) & (pieces.ends > start) & pieces.first)
                if not len(inside):
                    continue
                spans[role].append((int(inside[0]), int(inside[-1]) + 1))
                if (labels[inside] == 0).all():  # of overlapping annotations the first stands
                    labels[inside] = LABELS.index(f"I-{role}")
                    labels[inside[0]] = LABELS.index(f"B-{role}")
        attributions.append(spans)
    return Example(pieces, labels, attributions)


Window = tuple[Example, int, int]


def batches(examples: list[Example], settings: Settings, rng: random.Random) -> list[list[Window]]:
    """Cut all documents into windows at seams that differ from epoch to epoch; windows of like length go together."""
    cut: list[Window] = []
    for one in examples:
        offset = rng.randrange(64, settings.stride) if len(one.pieces) > settings.stride else 0
        cut += [(one, low, high) for low, high in windows(len(one.pieces), settings.stride, offset=offset)]
    rng.shuffle(cut)
    cut.sort(key=lambda window: (window[2] - window[1]) // 32)
    groups = [cut[i : i + settings.batch] for i in range(0, len(cut), settings.batch)]
    rng.shuffle(groups)
    return groups


def tensors(group: list[Window]) -> dict[str, Tensor]:
    """Pad a batch of windows; every window gets the encoder's opening and closing pieces."""
    length = max(high - low for _, low, high in group) + 2
    out = {name: torch.zeros(len(group), length, dtype=torch.long) for name in ("ids", "case", "mark", "space")}
    out["labels"] = torch.full((len(group), length), -100, dtype=torch.long)
    for row, (one, low, high) in enumerate(group):
        size = high - low
        out["ids"][row, 0], out["ids"][row, size + 1] = CLS, SEP
        for name in ("ids", "case", "mark", "space"):
            out[name][row, 1 : size + 1] = torch.from_numpy(getattr(one.pieces, name)[low:high])
        out["labels"][row, 1 : size + 1] = torch.from_numpy(one.labels[low:high])
    return out


def link_loss(network: QuoteNetwork, projections: Tensor, group: list[Window]) -> Tensor:
    """Return the mean loss of choosing, for each span, one of the spans that it belongs to in its window, or none."""
    total, count = projections.new_zeros(()), 0
    for row, (one, low, high) in enumerate(group):
        found: dict[str, list[int]] = {role: [] for role in ROLES}
        owner: dict[str, list[int]] = {role: [] for role in ROLES}
        for number, spans in enumerate(one.attributions):
            for role in ROLES:
                for start, _ in spans[role]:
                    if low <= start < high:
                        found[role].append(start - low + 1)
                        owner[role].append(number)
        for link, name in enumerate(LINKS):
            left, right = name.split("-")
            if not found[left]:
                continue
            scores = network.link_scores(
                link, projections[row], torch.tensor(found[left]), torch.tensor(found[right], dtype=torch.long)
            )
            right_of = torch.tensor([*owner[right], -1])
            for index, number in enumerate(owner[left]):
                positive = right_of == number
                if not positive.any():
                    positive = right_of == -1
                total = total + scores[index].logsumexp(0) - scores[index][positive].logsumexp(0)
                count += 1
    return total / max(1, count)


def loss_of(network: QuoteNetwork, group: list[Window], settings: Settings) -> Tensor:
    """Return the loss of one half batch."""
    batch = tensors(group)
    logits, projections = network(batch["ids"], batch["case"], batch["mark"], batch["space"])
    tags = functional.cross_entropy(
        logits.flatten(0, 1), batch["labels"].flatten(), ignore_index=-100, label_smoothing=settings.label_smoothing
    )
    return tags + settings.link_weight * link_loss(network, projections, group)


def train(documents: list[Document], tokenizer: Any, encoder: Path, settings: Settings, out: Path) -> QuoteNetwork:
    """Train and return the network; a checkpoint and a log line are written after every epoch.

    Arguments:
        documents: the training part of a corpus.
        tokenizer: the encoder's tokenizer.
        encoder: folder with the encoder's ``config.json`` and ``model.safetensors``.
        settings: everything else that the result depends on.
        out: folder for ``checkpoint.pt`` and ``train.jsonl``.
    """
    torch.manual_seed(settings.seed)
    torch.set_num_threads(1)
    rng = random.Random(settings.seed)
    examples = [example(document, tokenizer) for document in documents]
    network = QuoteNetwork(len(LABELS), encoder, settings.dropout)
    replicas = [network]
    for _ in range(1, settings.threads):
        replica = QuoteNetwork(len(LABELS), encoder, settings.dropout)
        for own, shared in zip(replica.parameters(), network.parameters(), strict=True):
            own.data = shared.data
        replicas.append(replica)
    fresh = ("case.", "mark.", "space.", "tags.", "links.", "distance", "nothing")
    named = [(name, p) for name, p in network.named_parameters() if p.requires_grad]
    optimizer = torch.optim.AdamW(
        [
            {"params": [p for n, p in named if not n.startswith(fresh)], "lr": settings.rate_encoder},
            {"params": [p for n, p in named if n.startswith(fresh)], "lr": settings.rate_heads},
        ],
        weight_decay=settings.weight_decay,
    )
    steps = settings.epochs * len(batches(examples, settings, random.Random(0)))
    warm = int(settings.warmup * steps)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: (step + 1) / max(1, warm) if step < warm else max(0.0, (steps - step) / max(1, steps - warm))
    )
    out.mkdir(parents=True, exist_ok=True)
    step = 0
    for epoch in range(settings.epochs):
        started, losses = time.time(), []
        for replica in replicas:
            replica.train()
        for group in batches(examples, settings, rng):
            parts = [group[i :: settings.threads] for i in range(settings.threads)]
            results: list[float] = [0.0] * settings.threads

            def work(index: int, parts: list[list[Window]] = parts, results: list[float] = results) -> None:
                if parts[index]:
                    loss = loss_of(replicas[index], parts[index], settings) / settings.threads
                    loss.backward()
                    results[index] = float(loss)

            threads = [threading.Thread(target=work, args=(index,)) for index in range(settings.threads)]
            for thread in threads:
                thread.start()
            for thread in threads:
                thread.join()
            for replica in replicas[1:]:
                for own, shared in zip(replica.parameters(), network.parameters(), strict=True):
                    if own.grad is not None:
                        shared.grad = own.grad if shared.grad is None else shared.grad + own.grad
                        own.grad = None
            torch.nn.utils.clip_grad_norm_([p for _, p in named], 1.0)
            optimizer.step()
            schedule.step()
            optimizer.zero_grad(set_to_none=True)
            losses.append(sum(results))
            step += 1
            if step % 20 == 0:
                line = {"step": step, "of": steps, "loss": sum(losses[-20:]) / 20, "seconds": round(time.time() - started)}
                with (out / "train.jsonl").open("a", encoding="utf-8") as log:
                    log.write(json.dumps(line) + "\n")
        torch.save({"weights": network.state_dict(), "settings": asdict(settings), "epoch": epoch + 1}, out / "checkpoint.pt")
    return network
