"""Parquet: a folder with a file for each kind of record, typed, for DuckDB, pandas and Spark (extra ``parquet``).

The columns are those of ``rows.COLUMNS``, and lists where something is a list: an entity's aliases, a quote's pieces, the
entities that a claim is about, a document's warnings.
"""

from __future__ import annotations

import os

import pyarrow as pa
import pyarrow.parquet as pq

from factx._version import __version__
from factx.records import SCHEMA_VERSION, ErrorRecord, Extraction
from factx.writers import rows
from factx.writers.rows import COLUMNS, TABLES, Row, storable

# What a table holds back before it becomes a row group: so many rows, or so many characters.
GROUP_ROWS, GROUP_CHARACTERS = 20_000, 8_000_000

_TYPES = {"integer": pa.int64(), "real": pa.float64(), "text": pa.string(), "boolean": pa.bool_()}
_SPAN = pa.struct([("start", pa.int64()), ("end", pa.int64()), ("text", pa.string())])
_LISTS = {
    "documents": pa.field("warnings", pa.list_(pa.struct([("code", pa.string()), ("message", pa.string())])), nullable=False),
    "entities": pa.field("aliases", pa.list_(pa.string()), nullable=False),
    "quotes": pa.field("content", pa.list_(_SPAN), nullable=False),
    "claims": pa.field("about", pa.list_(pa.string()), nullable=False),
}


class ParquetWriter:
    """Write a file per table.

    Arguments:
        path: a folder that is there and empty; its files are of use only when the writer was closed.
    """

    def __init__(self, path: str) -> None:
        self._tables = {table: _Table(os.path.join(path, f"{table}.parquet"), schema(table)) for table in TABLES}
        self._documents = self._errors = 0

    def write(self, record: Extraction | ErrorRecord) -> None:
        if isinstance(record, ErrorRecord):
            self._errors += 1
            self._tables["errors"].add(rows.error_row(record, self._errors))
        else:
            self._documents += 1
            self._write(record, self._documents)

    def close(self) -> None:
        for table in self._tables.values():
            table.close()

    def abandon(self) -> None:
        """Let go of the files as they are."""
        for table in self._tables.values():
            table.abandon()

    def _write(self, record: Extraction, key: int) -> None:
        tables, known = self._tables, rows.known_ids(record)
        warnings = [{"code": storable(warning.code), "message": storable(warning.message)} for warning in record.warnings]
        tables["documents"].add((*rows.document_row(record, key), warnings))
        for entity in record.entities:
            tables["entities"].add((*rows.entity_row(entity, key), [storable(alias) for alias in entity.aliases]))
            for row in rows.mention_rows(entity, key):
                tables["mentions"].add(row)
        for quote in record.quotes:
            pieces = [{"start": piece.start, "end": piece.end, "text": storable(piece.text)} for piece in quote.content]
            tables["quotes"].add((*rows.quote_row(quote, key, known), pieces))
        for claim in record.claims:
            tables["claims"].add((*rows.claim_row(claim, key, known), [about for about in claim.about if about in known]))


class _Table:
    """One file, written row group by row group."""

    def __init__(self, path: str, columns: pa.Schema) -> None:
        self._schema = columns
        self._file: pq.ParquetWriter | None = pq.ParquetWriter(path, columns)
        self._rows: list[Row] = []
        self._characters = 0

    def add(self, row: Row) -> None:
        self._rows.append(row)
        self._characters += sum([len(value) for value in row if type(value) is str])
        if len(self._rows) >= GROUP_ROWS or self._characters >= GROUP_CHARACTERS:
            self._flush()

    def close(self) -> None:
        self._flush()
        self.abandon()

    def abandon(self) -> None:
        if self._file:
            self._file.close()
            self._file = None

    def _flush(self) -> None:
        if self._file and self._rows:
            values = zip(*self._rows, strict=True)
            arrays = [pa.array(column, field.type) for column, field in zip(values, self._schema, strict=True)]
            self._file.write_table(pa.Table.from_arrays(arrays, schema=self._schema), row_group_size=len(self._rows))
            self._rows.clear()
            self._characters = 0


def schema(table: str) -> pa.Schema:
    """Return the columns of a table.

    Arguments:
        table: one of ``rows.TABLES``.

    Returns:
        Its schema; the versions that made it are in the metadata.
    """
    fields = [
        pa.field(name, _TYPES[type_.rstrip("!")], nullable=not type_.endswith("!")) for name, type_ in COLUMNS[table].items()
    ]
    fields += [_LISTS[table]] if table in _LISTS else []
    return pa.schema(fields, metadata={"factx_version": __version__, "schema_version": str(SCHEMA_VERSION)})
