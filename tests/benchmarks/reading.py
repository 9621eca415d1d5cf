"""How fast files are found and read, with extraction left out: megabytes of text a second, by form.

    python tests/benchmarks/reading.py [--megabytes N]

The files are made here, from sentences of our own; the floor is 2 MB/s, so that reading never is what a run waits for.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from factx.readers import Document, discover, read_item

_SENTENCES = (
    "The harbour board said on Monday that three of its five pilot boats would stay in port until the cause was known.",
    "“Nobody was hurt, and I want it to stay that way,” said Petra Holm, who has led the board since 2019.",
    "At least 40 ships had to wait, on average for five hours and 20 minutes, according to the agents’ federation.",
    "The builder denied that it had been told, and sent two engineers to look at the engines.",
    "A spokesman for the union put the cost at nearly €300,000 a week, of which a third falls on small firms.",
)
_MENU = "".join(f'<li><a href="/section/{n}" class="menu-entry">Section {n}</a></li>' for n in range(60))
_STYLE = "\n".join(f".box-{n} {{ margin: {n}px; padding: 0 {n}px; color: #33{n:04d} }}" for n in range(100))


def article(number: int) -> tuple[str, list[str]]:
    """Make an article of some 4,000 characters: its title and its paragraphs."""
    chance = random.Random(number)
    paragraphs = [" ".join(chance.choices(_SENTENCES, k=4)) for _ in range(9)]
    return f"Harbour notes, part {number}", [f"({number}-{place}) {text}" for place, text in enumerate(paragraphs)]


def page(number: int) -> str:
    """Wrap an article in a page as news sites send it: styles, menus, a related box, a script."""
    title, paragraphs = article(number)
    body = "".join(f"<p>{paragraph}</p>\n" for paragraph in paragraphs)
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title}</title><style>{_STYLE}</style>'
        f'<meta property="article:published_time" content="2024-03-12T07:45:00Z"></head><body><nav><ul>{_MENU}</ul></nav>'
        f"<article><h1>{title}</h1>{body}</article><aside><ul>{_MENU}</ul></aside><footer>Imprint</footer></body></html>"
    )


def make_txt(folder: Path, count: int) -> None:
    """Write one file for each article."""
    for number in range(count):
        title, paragraphs = article(number)
        (folder / f"{number:06}.txt").write_text("\n\n".join([title, *paragraphs]), encoding="utf-8")


def make_jsonl(folder: Path, count: int) -> None:
    """Write all articles into one file."""
    with (folder / "all.jsonl").open("w", encoding="utf-8") as file:
        for number in range(count):
            title, paragraphs = article(number)
            file.write(json.dumps({"id": number, "title": title, "text": "\n\n".join(paragraphs)}) + "\n")


def make_gz(folder: Path, count: int) -> None:
    """Write all articles into one packed file."""
    make_jsonl(folder, count)
    plain = folder / "all.jsonl"
    (folder / "all.jsonl.gz").write_bytes(gzip.compress(plain.read_bytes()))
    plain.unlink()


def make_html(folder: Path, count: int) -> None:
    """Write one page for each article."""
    for number in range(count):
        (folder / f"{number:06}.html").write_text(page(number), encoding="utf-8")


def main() -> None:
    """Read the command line, measure, print a table."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--megabytes", type=float, default=8, help="of text, for each form")
    options = arguments.parse_args()
    makers: dict[str, Callable[[Path, int], None]] = {
        "txt": make_txt,
        "jsonl": make_jsonl,
        "jsonl.gz": make_gz,
        "html": make_html,
    }
    count = int(options.megabytes * 1e6 / len("\n\n".join(article(0)[1]).encode()))
    print(f"{'form':9} {'documents':>9} {'text MB':>8} {'files MB':>8} {'seconds':>8} {'CPU s':>6} {'text/s':>9} {'files/s':>10}")
    for name, make in makers.items():
        with tempfile.TemporaryDirectory() as folder:
            make(Path(folder), count)
            started, cpu = time.perf_counter(), time.process_time()
            documents, size, text = 0, 0.0, 0.0
            for item in discover([folder]):
                size += item.size
                for record in read_item(item):
                    assert isinstance(record, Document), record
                    documents, text = documents + 1, text + len(record.text.encode())
            took, cpu = time.perf_counter() - started, time.process_time() - cpu
        assert documents == count
        text, size = text / 1e6, size / 1e6
        print(f"{name:9} {documents:9} {text:8.1f} {size:8.1f} {took:8.2f} {cpu:6.2f} {text / took:9.1f} {size / took:10.1f}")


if __name__ == "__main__":
    main()
