"""Parquet for data frames and query engines."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any

import pytest

from factx.errors import UsageError
from factx.records import ErrorRecord, Extraction
from factx.selection import Selection
from factx.writers import check_output, open_file_writer
from factx.writers.rows import TABLES

pq = pytest.importorskip("pyarrow.parquet")


def write(path: Path, *records: Extraction | ErrorRecord) -> Path:
    with open_file_writer("parquet", str(path)) as writer:
        for record in records:
            writer.write(record)
    return path


def rows(path: Path, table: str) -> list[dict[str, Any]]:
    return pq.read_table(path / f"{table}.parquet").to_pylist()


def test_every_table_is_a_file(tmp_path: Path, record: Extraction, error: ErrorRecord) -> None:
    path = write(tmp_path / "a.parquet", record, error, record)
    assert sorted(part.name for part in path.iterdir()) == sorted(f"{table}.parquet" for table in TABLES)
    assert [row["key"] for row in rows(path, "documents")] == [1, 2]
    assert rows(path, "entities")[0]["aliases"] == ["Ruiz"]
    assert [mention["position"] for mention in rows(path, "mentions")] == [1, 2, 1, 2]
    quote = rows(path, "quotes")[0]
    assert quote["content"] == [piece.model_dump() for piece in record.quotes[0].content]
    assert (quote["speaker_entity"], quote["speaker_inferred"]) == ("e1", False)
    claims = rows(path, "claims")
    assert [claim["value"] for claim in claims[:3]] == [2.5, 1.2e9, None]
    assert [claim["negated"] for claim in claims[:3]] == [False, False, True]
    assert rows(path, "errors") == [{"key": 1, "source": "b.txt", "type": "InputError", "message": "it is broken"}]


def test_columns_have_types(tmp_path: Path, record: Extraction) -> None:
    path = write(tmp_path / "a.parquet", record)
    types = {field.name: str(field.type) for field in pq.read_schema(path / "claims.parquet")}
    assert (types["document"], types["value"], types["negated"], types["text"]) == ("int64", "double", "bool", "string")
    assert types["about"].startswith("list<")
    assert pq.read_schema(path / "quotes.parquet").metadata[b"schema_version"] == b"1"


def test_row_groups_are_bounded_and_change_nothing(
    tmp_path: Path, samples: list[Extraction], monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = write(tmp_path / "a.parquet", *samples)
    again = write(tmp_path / "b.parquet", *samples)
    assert all((whole / part).read_bytes() == (again / part).read_bytes() for part in os.listdir(whole))
    monkeypatch.setattr("factx.writers.parquet.GROUP_ROWS", 10)
    small = write(tmp_path / "c.parquet", *samples)
    metadata = pq.ParquetFile(small / "quotes.parquet").metadata
    assert metadata.num_row_groups > 1
    assert max(metadata.row_group(number).num_rows for number in range(metadata.num_row_groups)) == 10
    monkeypatch.setattr("factx.writers.parquet.GROUP_CHARACTERS", 500)
    smaller = write(tmp_path / "d.parquet", *samples)
    assert pq.ParquetFile(smaller / "claims.parquet").metadata.num_row_groups > 10
    for table in TABLES:
        assert rows(small, table) == rows(whole, table) == rows(smaller, table)


def test_hostile_words_are_rows(tmp_path: Path, hostile: Extraction) -> None:
    path = write(tmp_path / "a.parquet", hostile)
    text = hostile.claims[0].text.replace("\x00", "\ufffd").replace("\ud800", "\ufffd")
    assert rows(path, "claims")[0]["text"] == text
    assert rows(path, "quotes")[0]["content"][0]["text"] == text


def test_a_filtered_record(tmp_path: Path, record: Extraction) -> None:
    path = write(tmp_path / "a.parquet", Selection(kinds=("claims",)).apply(record))
    assert rows(path, "quotes") == []
    assert [claim["quote"] for claim in rows(path, "claims")] == [None, None, None]
    assert rows(path, "documents")[0]["warnings"] == [{"code": "filtered", "message": "kept: only claims"}]


def test_duckdb_joins_it(tmp_path: Path, samples: list[Extraction]) -> None:
    duckdb = pytest.importorskip("duckdb")
    path = write(tmp_path / "a.parquet", *samples)
    found = duckdb.sql(
        f"""
        SELECT documents.source, count(*) FROM '{path}/claims.parquet' AS claims
        JOIN '{path}/documents.parquet' AS documents ON documents.key = claims.document GROUP BY ALL ORDER BY ALL
        """
    ).fetchall()
    assert found == [(sample.document.source, len(sample.claims)) for sample in samples if sample.claims]
    [(pieces,)] = duckdb.sql(f"SELECT sum(len(content)) FROM '{path}/quotes.parquet'").fetchall()
    assert pieces == sum(len(quote.content) for sample in samples for quote in sample.quotes)


def test_pandas_reads_it(tmp_path: Path, samples: list[Extraction]) -> None:
    pandas = pytest.importorskip("pandas")
    path = write(tmp_path / "a.parquet", *samples)
    for kind in ("entities", "quotes", "claims"):
        frame = pandas.read_parquet(path / f"{kind}.parquet")
        assert list(frame["id"]) == [item.id for sample in samples for item in getattr(sample, kind)]
    assert pandas.read_parquet(path / "claims.parquet")["hedged"].dtype == bool


def test_without_pyarrow_it_is_told_before_any_work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "factx.writers.parquet", raising=False)
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(UsageError, match=r"pip install 'factx\[parquet\]'"):
        check_output("parquet", str(tmp_path / "a.parquet"))
