"""How fast factx reads, as a ratio to the bare spaCy pipeline in the same run, and which component takes how long.

    python tests/benchmarks/speed.py FOLDER [--rules-only] [--limit N]

Every document is read by both in turn, on one thread, so that a machine whose speed drifts slows both.
"""

from __future__ import annotations

import argparse
import os
import time
from collections import Counter
from pathlib import Path

for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[variable] = "1"


def main() -> None:
    """Read the command line, measure, print a table."""
    import spacy

    import factx
    from factx.pipeline import DEFAULT_MODEL

    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("--rules-only", action="store_true")
    arguments.add_argument("--limit", type=int, default=84)
    options = arguments.parse_args()
    texts = [path.read_text(encoding="utf-8") for path in sorted(options.folder.glob("*.txt"))[: options.limit]]
    bare = spacy.load(DEFAULT_MODEL)
    nlp = factx.load(rules_only=options.rules_only)
    took: Counter[str] = Counter()
    for text in [texts[0], *texts]:  # the first one warms up
        started = time.perf_counter()
        bare(text)
        took["bare"] += time.perf_counter() - started
        started = time.perf_counter()
        factx.extract(text, nlp=nlp)
        took["factx"] += time.perf_counter() - started
        doc = nlp.tokenizer(text)
        doc._.factx_text = text
        for name, pipe in nlp.pipeline:
            started = time.perf_counter()
            doc = pipe(doc)
            took[name] += time.perf_counter() - started
    words = sum(len(text.split()) for text in [texts[0], *texts])
    print(f"{len(texts)} documents, {words} words")
    print(f"bare spaCy  {words / took['bare']:7.0f} words/s")
    print(f"factx       {words / took['factx']:7.0f} words/s, {took['bare'] / took['factx']:.3f} of the bare pipeline's")
    for name, _ in nlp.pipeline:
        print(f"  {name:16} {took[name] / took['bare']:.3f} of the bare pipeline's time")


if __name__ == "__main__":
    main()
