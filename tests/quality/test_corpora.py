"""Accuracy on public corpora, by the scorers that stand beside them. Neither is in the repository; a floor only rises."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from spacy.language import Language

import factx

Figures = dict[str, float]


def documents(path: Path) -> Iterator[tuple[str, str]]:
    """Yield (name, text) of a folder of text files or of a JSON Lines file."""
    if path.is_dir():
        for file in sorted(path.glob("*.txt")):
            yield file.stem, file.read_bytes().decode("utf-8")
    else:
        for line in path.read_text(encoding="utf-8").splitlines():
            document = json.loads(line)
            yield str(document["id"]), document["text"]


@pytest.fixture(scope="session")
def extracted(shared: Path, nlp: Language, tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """Return a function that extracts a corpus once and says where its records are."""
    folder = tmp_path_factory.mktemp("records")

    def extract(corpus: str) -> Path:
        source = shared / "data" / corpus
        if not source.exists():
            pytest.skip(f"no corpus: {source}")
        target = folder / (corpus.replace("/", "-") + ".out.jsonl")
        if not target.exists():
            with target.open("w", encoding="utf-8") as file:
                for name, text in documents(source):
                    file.write(factx.extract(text, nlp=nlp, source=f"{corpus}#{name}").model_dump_json() + "\n")
        return target

    return extract


@pytest.fixture(scope="session")
def tool(shared: Path) -> Callable[..., str]:
    """Return a function that runs one of the scripts beside the corpora."""

    def run(script: str, *arguments: object) -> str:
        command = [sys.executable, str(shared / "tools" / script), *map(str, arguments)]
        done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
        assert done.returncode == 0, done.stderr
        return done.stdout

    return run


@pytest.fixture(scope="session")
def predicted(extracted: Callable[[str], Path], tool: Callable[..., str]) -> Callable[[str, str], Path]:
    """Return a function that turns a corpus's records into a scorer's input."""

    def convert(task: str, corpus: str) -> Path:
        records = extracted(corpus)
        target = records.with_suffix(f".{task}.jsonl")
        target.write_text(tool("from_factx.py", task, records), encoding="utf-8")
        return target

    return convert


def check(corpus: str, figures: Figures, floors: dict[str, Any], shown: str) -> None:
    low = {name: (figures[name], floor) for name, floor in floors["corpora"][corpus].items() if figures[name] < floor}
    assert not low, f"below the floor (measured, floor): {low}\n{shown}"


def quote_figures(gold: Path, predictions: Path, tool: Callable[..., str], summary: Path) -> tuple[Figures, str]:
    shown = tool("score_quotes.py", "--gold", gold, "--pred", predictions, "--json", summary)
    rows = json.loads(summary.read_text(encoding="utf-8"))["summary"]
    figures = {name.lower(): 100 * rows[name]["e2e"]["f1"] for name in ("ALL", "DIRECT", "MIXED", "INDIRECT")}
    return figures | {measure: 100 * rows["ALL"][measure]["f1"] for measure in ("exact", "iou50")}, shown


def test_quotes_polnear(
    shared: Path, predicted: Callable[[str, str], Path], tool: Callable[..., str], floors: dict[str, Any], tmp_path: Path
) -> None:
    figures, shown = quote_figures(
        shared / "data/polnear/dev", predicted("quotes", "polnear/dev/text"), tool, tmp_path / "summary.json"
    )
    check("polnear-dev-e2e", figures, floors, shown)


def test_quotes_polnear_by_rules(shared: Path, tool: Callable[..., str], floors: dict[str, Any], tmp_path: Path) -> None:
    gold = shared / "data/polnear/dev"
    if not gold.is_dir():
        pytest.skip(f"no corpus: {gold}")
    nlp = factx.load(rules_only=True)
    records, predictions = tmp_path / "records.jsonl", tmp_path / "predictions.jsonl"
    with records.open("w", encoding="utf-8") as file:
        for name, text in documents(gold / "text"):
            file.write(factx.extract(text, nlp=nlp, source=f"dev#{name}").model_dump_json() + "\n")
    predictions.write_text(tool("from_factx.py", "quotes", records), encoding="utf-8")
    figures, shown = quote_figures(gold, predictions, tool, tmp_path / "summary.json")
    check("polnear-dev-rules", figures, floors, shown)


def test_claims_newsquant(
    shared: Path, predicted: Callable[[str, str], Path], tool: Callable[..., str], floors: dict[str, Any]
) -> None:
    gold, fixes = shared / "data/newsquant/dev.json", shared / "data/newsquant/dev.fixes.json"
    shown = tool("score_claims.py", gold, predicted("claims", "newsquant/dev.jsonl"), "--fixes", fixes, "--json")
    figures = {name: row["F1"] for name, row in json.loads(shown)["metrics"].items()}
    check("newsquant-dev", figures, floors, shown)


@pytest.mark.parametrize("corpus", ["news", "politics"])
def test_entities(
    corpus: str, shared: Path, predicted: Callable[[str, str], Path], tool: Callable[..., str], floors: dict[str, Any]
) -> None:
    gold = shared / "data" / corpus / "entities.jsonl"
    shown = tool("score_entities.py", "--gold", gold, "--pred", predicted("entities", f"{corpus}/texts.jsonl"), "--json")
    check(f"{corpus}-entities", {"strict": json.loads(shown)["strict"]["f"]}, floors, shown)


def test_speakers_news(
    shared: Path, predicted: Callable[[str, str], Path], tool: Callable[..., str], floors: dict[str, Any]
) -> None:
    gold = shared / "data/news/speakers.jsonl"
    shown = tool("score_speakers.py", "--gold", gold, "--pred", predicted("speakers", "news/texts.jsonl"), "--errors")
    rows = [line.split() for line in shown.splitlines()]
    figures = {row[0]: float(row[1]) for row in rows if row and row[0] in ("all", "name", "nominal", "pronoun", "unnamed")}
    check("news-speakers", figures, floors, shown)


def test_aliases_news(
    shared: Path, predicted: Callable[[str, str], Path], tool: Callable[..., str], floors: dict[str, Any]
) -> None:
    gold = shared / "data/news/aliases.jsonl"
    shown = tool("score_aliases.py", "--gold", gold, "--pred", predicted("aliases", "news/texts.jsonl"))
    check("news-aliases", {"link": json.loads(shown)["linkf"]}, floors, shown)
