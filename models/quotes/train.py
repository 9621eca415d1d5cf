"""Train the network on a prepared corpus, on a graphics card where there is one.

On a processor two threads take half a batch each and share 32-bit weights. The encoder's layers compute in bfloat16 where the
machine has instructions for it.
"""

from __future__ import annotations

import copy
import ctypes
import json
import random
import threading
import time
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import torch
from examples import Example, Window, batches, examples_of, inputs, link_targets, sequences
from network import QuoteNetwork
from prepare import Document
from torch import Tensor
from torch.nn import functional

from factx.components.quotes.model.links import LINKS

# Seed of the heads' first weights, whatever the run's own seed: networks that begin alike can be averaged.
_FIRST = 1


@dataclass(slots=True)
class Settings:
    """What a run depends on, besides the corpus and the encoder."""

    seed: int = 1
    epochs: int = 7
    batch: int = 16
    threads: int = 2
    rate_encoder: float = 2e-4
    rate_heads: float = 1e-3
    warmup: float = 0.06
    weight_decay: float = 0.01
    dropout: float = 0.1
    label_smoothing: float = 0.05
    label_weight: float = 0.5
    link_weight: float = 0.3
    stride: int = 240
    average: float = 0.998
    hidden: float = 0.1


def loss_of(network: QuoteNetwork, group: list[Window], settings: Settings, rng: random.Random) -> dict[str, Tensor]:
    """Return the losses of one half batch: of the chain, of single labels, of links."""
    device = network.chain.steps.device
    batch = inputs(group, settings.hidden, rng)
    length = batch["ids"].shape[1]
    vectors, scores = network.encoder(*(value.to(device) for value in batch.values()))
    vectors, scores = vectors.flatten(0, 1), scores.flatten(0, 1)
    seen = sequences(group, length)
    scores, labels = scores[seen.places.to(device)], seen.labels.to(device)
    chain = network.chain.loss(scores, labels, seen.rows, seen.opened.to(device), seen.closed.to(device))
    single = functional.cross_entropy(scores, labels, label_smoothing=settings.label_smoothing)
    targets = link_targets(group, length, rng)
    read = {
        role: network.read_spans(role, vectors, *(place.to(device) for place in places)) for role, places in targets.spans.items()
    }
    total, count = vectors.new_zeros(()), 0
    for left, right in LINKS:
        name = f"{left}-{right}"
        if not len(read[left]):
            continue
        linked = network.links[name](read[left], read[right], *(table.to(device) for table in targets.pairs[name]))
        # Where several candidates are right, any of them will do.
        wrong = ~targets.right[name].to(device)
        total = total + (linked.logsumexp(1) - linked.masked_fill(wrong, -1e9).logsumexp(1)).sum()
        count += len(linked)
    return {"chain": chain, "single": single, "links": total / max(1, count)}


def fastest_type(device: torch.device) -> torch.dtype:
    """Return the type in which a device multiplies matrices faster: on a processor bfloat16 is by half, or 20 times slower."""
    if device.type == "cuda":
        return torch.bfloat16
    seconds = {}
    for kind in (torch.float32, torch.bfloat16):
        left, right = torch.ones(512, 384, dtype=kind), torch.ones(384, 1536, dtype=kind)
        torch.mm(left, right)
        started = time.perf_counter()
        torch.mm(left, right)
        seconds[kind] = time.perf_counter() - started
    return min(seconds, key=seconds.__getitem__)


def keep_memory() -> None:
    """Let the allocator keep what is freed, where it is glibc's: to ask the system anew for every large table costs a sixth."""
    try:
        limit = ctypes.CDLL(None).mallopt
    except (AttributeError, OSError, TypeError):
        return
    for option, value in ((-8, 1), (-4, 0), (-1, 2**31 - 1), (-2, 2**28)):  # arenas, mappings, trimming, padding
        limit(option, value)


class Replicas:
    """Copies of the network, one a thread, with the encoder's layers in the type that is fastest here."""

    def __init__(self, network: QuoteNetwork, count: int) -> None:
        self.network = network
        self.copies = [copy.deepcopy(network) for _ in range(count)]
        kind = fastest_type(network.chain.steps.device)
        for replica in self.copies:
            replica.encoder.layers.to(kind)
            replica.train()

    def take_over(self) -> None:
        """Copy the shared weights to all replicas."""
        with torch.no_grad():
            for replica in self.copies:
                for own, shared in zip(replica.parameters(), self.network.parameters(), strict=True):
                    if shared.requires_grad:
                        own.copy_(shared)

    def collect(self) -> None:
        """Add up the replicas' gradients on the shared weights."""
        for replica in self.copies:
            for own, shared in zip(replica.parameters(), self.network.parameters(), strict=True):
                if own.grad is not None:
                    shared.grad = own.grad.float() if shared.grad is None else shared.grad.add_(own.grad)
                    own.grad = None


def train(documents: list[Document], tokenizer: Any, encoder: Path, settings: Settings, out: Path) -> QuoteNetwork:
    """Train and return the network, with the moving average of its weights.

    A run that was interrupted goes on from its last whole epoch.

    Arguments:
        documents: the training part of a corpus.
        tokenizer: the encoder's tokenizer.
        encoder: folder with the encoder's ``config.json`` and ``model.safetensors``.
        settings: everything else that the result depends on.
        out: folder for ``checkpoint.pt`` (after every epoch) and ``train.jsonl`` (a line every 20 steps).
    """
    torch.set_num_threads(1)
    keep_memory()
    torch.manual_seed(_FIRST)
    examples: list[Example] = [one for document in documents for one in examples_of(document, tokenizer)]
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    network = QuoteNetwork(encoder, settings.dropout).to(device)
    average = copy.deepcopy(network)
    torch.manual_seed(settings.seed)
    named = [(name, p) for name, p in network.named_parameters() if p.requires_grad]
    fresh = ("encoder.case.", "encoder.mark.", "encoder.space.", "encoder.tags.", "chain.", "spans.", "links.")
    optimizer = torch.optim.AdamW(
        [
            {"params": [p for n, p in named if not n.startswith(fresh)], "lr": settings.rate_encoder},
            {"params": [p for n, p in named if n.startswith(fresh)], "lr": settings.rate_heads},
        ],
        weight_decay=settings.weight_decay,
    )
    # Every epoch's seams are its own, whether the run is whole or resumed.
    plans = [
        batches(examples, settings.stride, settings.batch, random.Random(f"{settings.seed} {e}")) for e in range(settings.epochs)
    ]
    steps = sum(map(len, plans))
    warm = int(settings.warmup * steps)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: (step + 1) / max(1, warm) if step < warm else max(0.0, (steps - step) / max(1, steps - warm))
    )
    out.mkdir(parents=True, exist_ok=True)
    checkpoint = out / "checkpoint.pt"
    done = 0
    if checkpoint.exists():
        saved = torch.load(checkpoint, map_location=device, weights_only=True)
        if saved["settings"] == asdict(settings):
            done = saved["epochs"]
            network.load_state_dict(saved["network"])
            average.load_state_dict(saved["average"])
            optimizer.load_state_dict(saved["optimizer"])
            schedule.load_state_dict(saved["schedule"])
    threads = settings.threads if device.type == "cpu" else 1
    replicas = Replicas(network, threads)
    step = sum(map(len, plans[:done]))
    for epoch in range(done, settings.epochs):
        started = time.time()
        losses: list[dict[str, float]] = []
        for group in plans[epoch]:
            replicas.take_over()
            results: list[dict[str, float]] = [{} for _ in replicas.copies]

            def work(
                index: int, group: list[Window] = group, results: list[dict[str, float]] = results, step: int = step
            ) -> None:
                part = group[index::threads]
                if not part:
                    return
                rng = random.Random(f"{settings.seed} {step} {index}")
                parts = loss_of(replicas.copies[index], part, settings, rng)
                loss = parts["chain"] + settings.label_weight * parts["single"] + settings.link_weight * parts["links"]
                (loss * (len(part) / len(group))).backward()
                results[index] = {name: value.item() for name, value in parts.items()}

            workers = [threading.Thread(target=work, args=(index,)) for index in range(threads)]
            for worker in workers:
                worker.start()
            for worker in workers:
                worker.join()
            replicas.collect()
            torch.nn.utils.clip_grad_norm_([p for _, p in named], 1.0)
            optimizer.step()
            schedule.step()
            optimizer.zero_grad(set_to_none=True)
            step += 1
            keep = min(settings.average, step / (step + 10))
            with torch.no_grad():
                for mean, own in zip(average.parameters(), network.parameters(), strict=True):
                    if own.requires_grad:
                        mean.lerp_(own, 1 - keep)
            losses += [result for result in results if result]
            if step % 20 == 0:
                recent = losses[-40:]
                line = {name: round(sum(one[name] for one in recent) / len(recent), 4) for name in recent[0]}
                with (out / "train.jsonl").open("a", encoding="utf-8") as log:
                    log.write(json.dumps({"step": step, "of": steps, **line, "seconds": round(time.time() - started)}) + "\n")
        torch.save(
            {
                "network": network.state_dict(),
                "average": average.state_dict(),
                "optimizer": optimizer.state_dict(),
                "schedule": schedule.state_dict(),
                "settings": asdict(settings),
                "epochs": epoch + 1,
            },
            checkpoint.with_suffix(".part"),
        )
        checkpoint.with_suffix(".part").replace(checkpoint)
    return average.cpu()
