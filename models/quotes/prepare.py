"""Read a corpus of attributions, in brat standoff (PolNeAR's layout) or JSON Lines, into documents with a digest.

    text/<document>.txt  attributions/<document>_<annotator>.ann
    <any name>.jsonl     {"id", "text", "attributions": [{"content": [[start, end], ...], "cue": [...], "source": [...]}, ...]}

Of several annotators the alphabetically first is used, as by the corpus's own convention for its gold. Offsets are code points;
every attribution has content and a cue, a source where the text names one.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

Place = tuple[int, int]


@dataclass(slots=True)
class Attribution:
    """Content, cue and source of one attribution, each as its pieces in the text."""

    content: list[Place]
    cue: list[Place]
    source: list[Place]


@dataclass(slots=True)
class Document:
    """A text with its attributions."""

    name: str
    text: str
    attributions: list[Attribution]


def read_annotations(path: Path) -> list[Attribution]:
    """Return the attributions of one brat file; those without content are left out."""
    spans: dict[str, list[Place]] = {}
    events: list[list[str]] = []
    for line in path.read_text(encoding="utf-8").split("\n"):
        columns = line.rstrip("\r").split("\t")
        if line.startswith("T") and len(columns) > 1 and " " in columns[1]:
            places = columns[1].split(" ", 1)[1]
            spans[columns[0]] = [(int(a), int(b)) for a, b in (place.split() for place in places.split(";"))]
        elif line.startswith("E") and len(columns) > 1:
            events.append(columns[1].split())
    found = []
    for head, *arguments in events:
        if head.split(":")[0] not in ("Attribution", "Attribution-no-source"):
            continue
        roles: dict[str, list[Place]] = {"Content": [], "Cue": [], "Source": []}
        for argument in arguments:
            role, name = argument.split(":")
            roles.setdefault(role.rstrip("0123456789"), []).extend(spans.get(name, []))
        if roles["Content"]:
            found.append(Attribution(sorted(roles["Content"]), sorted(roles["Cue"]), sorted(roles["Source"])))
    return found


def read_lines(path: Path) -> Iterator[Document]:
    """Yield the documents of a JSON Lines file.

    Raises:
        ValueError: a place does not stand in its text.
    """
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
        if not line.strip():
            continue
        record = json.loads(line)
        attributions = []
        for one in record["attributions"]:
            roles = [sorted((int(a), int(b)) for a, b in one.get(role) or []) for role in ("content", "cue", "source")]
            for start, end in (place for places in roles for place in places):
                if not 0 <= start < end <= len(record["text"]):
                    raise ValueError(f"{path}:{number}: {start} to {end} is no place in the text of {record['id']}")
            if roles[0]:
                attributions.append(Attribution(*roles))
        yield Document(str(record["id"]), record["text"], attributions)


def read_corpus(folder: Path) -> list[Document]:
    """Return the documents of a corpus folder in order of their names."""
    annotations: dict[str, Path] = {}
    for path in sorted((folder / "attributions").glob("*.ann"), reverse=True):
        if match := re.fullmatch(r"(.+)_[^_]+", path.stem):
            annotations[match[1]] = path  # the alphabetically first one is written last
    documents = []
    for path in sorted((folder / "text").glob("*.txt")):
        if path.stem in annotations:
            text = path.read_bytes().decode("utf-8")
            documents.append(Document(path.stem, text, read_annotations(annotations[path.stem])))
    for path in sorted(folder.glob("*.jsonl")):
        documents += read_lines(path)
    return documents


def digest(documents: list[Document]) -> str:
    """Return a SHA-256 of everything that training sees of a corpus."""
    seen = hashlib.sha256()
    for document in documents:
        seen.update(f"{document.name}\n{document.text}\n{document.attributions}\n".encode())
    return seen.hexdigest()
