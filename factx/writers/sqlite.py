"""SQLite: one file with a table for each kind of record, views that answer what is asked most, and full-text search in quotes.

Every reference is a foreign key that holds; ``documents.key`` numbers the documents in the order of writing, and everything else
is named by (``document``, ``id``). Quotes have a ``key`` too, to which the index of their words points whatever VACUUM does.
"""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from factx._version import __version__
from factx.records import SCHEMA_VERSION, ErrorRecord, Extraction
from factx.writers import rows
from factx.writers.rows import COLUMNS, Row, storable

# Rows that wait for one transaction.
BATCH = 5_000

_TYPES = {"integer": "INTEGER", "real": "REAL", "text": "TEXT", "boolean": "INTEGER"}
_SPEAKER_KEY = "FOREIGN KEY (document, speaker_entity) REFERENCES entities (document, id)"
# The columns beyond those of ``rows.COLUMNS``, and the tables that hold what is a list there.
_TABLES: dict[str, dict[str, str]] = {
    "documents": COLUMNS["documents"],
    "warnings": {"document": "integer!", "position": "integer!", "code": "text!", "message": "text!"},
    "entities": {**COLUMNS["entities"], "aliases": "text!"},
    "mentions": COLUMNS["mentions"],
    "quotes": {"key": "integer!", **COLUMNS["quotes"]},
    "quote_contents": {
        **{"document": "integer!", "quote": "text!", "position": "integer!"},
        **{"start": "integer!", "end": "integer!", "text": "text!"},
    },
    "claims": COLUMNS["claims"],
    "claim_about": {"document": "integer!", "claim": "text!", "position": "integer!", "entity": "text!"},
    "errors": COLUMNS["errors"],
}
_KEYS: dict[str, tuple[str, ...]] = {
    "documents": ("PRIMARY KEY (key)",),
    "warnings": ("PRIMARY KEY (document, position)",),
    "entities": ("PRIMARY KEY (document, id)",),
    "mentions": (
        "PRIMARY KEY (document, entity, position)",
        "FOREIGN KEY (document, entity) REFERENCES entities (document, id)",
    ),
    "quotes": (
        "PRIMARY KEY (key)",
        "UNIQUE (document, id)",
        _SPEAKER_KEY,
        "FOREIGN KEY (document, parent) REFERENCES quotes (document, id)",
    ),
    "quote_contents": (
        "PRIMARY KEY (document, quote, position)",
        "FOREIGN KEY (document, quote) REFERENCES quotes (document, id)",
    ),
    "claims": (
        "PRIMARY KEY (document, id)",
        _SPEAKER_KEY,
        "FOREIGN KEY (document, quote) REFERENCES quotes (document, id)",
    ),
    "claim_about": (
        "PRIMARY KEY (document, claim, position)",
        "FOREIGN KEY (document, claim) REFERENCES claims (document, id)",
        "FOREIGN KEY (document, entity) REFERENCES entities (document, id)",
    ),
    "errors": ("PRIMARY KEY (key)",),
}
_INDICES = (
    *("documents (id)", "documents (source)", "documents (published)"),
    *("entities (name)", "entities (type)"),
    *("quotes (speaker_name)", "quotes (document, speaker_entity)", "quotes (document, parent)", "quotes (act)"),
    *("claims (speaker_name)", "claims (document, speaker_entity)", "claims (document, quote)"),
    *("claims (unit_code, value)", "claims (counted)", "claim_about (document, entity)"),
)
_VIEWS = """
CREATE VIEW quotes_with_speaker AS
SELECT quotes.key, documents.source, documents.title, documents.published,
    quotes.speaker_name AS speaker, entities.type AS speaker_type, quotes.speaker_text AS named_as,
    quotes.act, quotes.cue, quotes.kind, quotes.text, teller.speaker_name AS told_by,
    quotes.confidence, quotes.document, quotes.id, quotes.start, quotes.end
FROM quotes
JOIN documents ON documents.key = quotes.document
LEFT JOIN entities ON entities.document = quotes.document AND entities.id = quotes.speaker_entity
LEFT JOIN quotes AS teller ON teller.document = quotes.document AND teller.id = quotes.parent;

CREATE VIEW claims_with_speaker AS
SELECT documents.source, documents.title, documents.published,
    claims.text, claims.modifier, claims.value, claims.low, claims.high, claims.unit_code AS unit, claims.per, claims.counted,
    claims.trend, claims.negated, claims.hedged, coalesce(claims.as_of_value, claims.as_of) AS as_of,
    claims.speaker_name AS speaker, entities.type AS speaker_type, claims.speaker_text AS named_as,
    quotes.text AS quote, claims.sentence, claims.confidence, claims.document, claims.id, claims.start, claims.end
FROM claims
JOIN documents ON documents.key = claims.document
LEFT JOIN entities ON entities.document = claims.document AND entities.id = claims.speaker_entity
LEFT JOIN quotes ON quotes.document = claims.document AND quotes.id = claims.quote;

CREATE VIEW speakers AS
SELECT said.name, min(entities.type) AS type, count(DISTINCT said.document) AS documents,
    sum(quotes) AS quotes, sum(claims) AS claims
FROM (
    SELECT document, speaker_name AS name, speaker_entity AS entity, 1 AS quotes, 0 AS claims FROM quotes
    UNION ALL SELECT document, speaker_name, speaker_entity, 0, 1 FROM claims
) AS said
LEFT JOIN entities ON entities.document = said.document AND entities.id = said.entity
WHERE said.name IS NOT NULL
GROUP BY said.name
ORDER BY quotes DESC, claims DESC, said.name;

CREATE VIEW names AS
SELECT name, type, count(DISTINCT entities.document) AS documents, count(position) AS mentions
FROM entities
LEFT JOIN mentions ON mentions.document = entities.document AND mentions.entity = entities.id
GROUP BY name, type
ORDER BY mentions DESC, name, type;
"""
# The words are indexed, the texts stay where they are; "strike" finds "strikes", and "Merida" finds "Mérida".
_SEARCH = (
    "CREATE VIRTUAL TABLE quotes_fts USING fts5 "
    '(text, content="quotes", content_rowid="key", tokenize="porter unicode61 remove_diacritics 2")'
)


class SqliteWriter:
    """Fill a new database.

    Arguments:
        path: a file that is empty or not there yet; it is of use only when the writer was closed.
    """

    def __init__(self, path: str) -> None:
        self._database = sqlite3.connect(path, isolation_level=None)
        # Whoever gives the path gives it its name when it is complete: until then nobody needs it to survive.
        self._database.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;")
        self._database.executescript(f"BEGIN; {_schema()} COMMIT;")
        version = (SCHEMA_VERSION, __version__)
        self._database.execute("INSERT INTO version (schema_version, factx_version) VALUES (?, ?)", version)
        self._waiting: dict[str, list[Row]] = {table: [] for table in _TABLES}
        self._count = self._documents = self._quotes = self._errors = 0
        self._open = True

    def write(self, record: Extraction | ErrorRecord) -> None:
        if isinstance(record, ErrorRecord):
            self._errors += 1
            self._add("errors", rows.error_row(record, self._errors))
        else:
            self._documents += 1
            self._write(record, self._documents)
        if self._count >= BATCH:
            self._flush()

    def close(self) -> None:
        if not self._open:
            return
        self._flush()
        with self._transaction():
            for index in _INDICES:
                name = "_".join(["index", *re.findall(r"\w+", index)])
                self._database.execute(f"CREATE INDEX {name} ON {index}")
            self._database.execute("INSERT INTO quotes_fts (quotes_fts) VALUES ('rebuild')")
        self.abandon()

    def abandon(self) -> None:
        """Let go of the file as it is."""
        self._open = False
        self._database.close()

    def _write(self, record: Extraction, key: int) -> None:
        known = rows.known_ids(record)
        self._add("documents", rows.document_row(record, key))
        for position, warning in enumerate(record.warnings, 1):
            self._add("warnings", (key, position, storable(warning.code), storable(warning.message)))
        for entity in record.entities:
            aliases = json.dumps([storable(alias) for alias in entity.aliases], ensure_ascii=False)
            self._add("entities", (*rows.entity_row(entity, key), aliases))
            self._add("mentions", *rows.mention_rows(entity, key))
        for quote in record.quotes:
            self._quotes += 1
            self._add("quotes", (self._quotes, *rows.quote_row(quote, key, known)))
            for position, piece in enumerate(quote.content, 1):
                self._add("quote_contents", (key, quote.id, position, piece.start, piece.end, storable(piece.text)))
        for claim in record.claims:
            self._add("claims", rows.claim_row(claim, key, known))
            for position, entity_id in enumerate(claim.about, 1):
                if entity_id in known:
                    self._add("claim_about", (key, claim.id, position, entity_id))

    def _add(self, table: str, *added: Row) -> None:
        self._waiting[table].extend(added)
        self._count += len(added)

    def _flush(self) -> None:
        with self._transaction():
            for table, waiting in self._waiting.items():
                marks = ", ".join("?" * len(_TABLES[table]))
                self._database.executemany(f"INSERT INTO {table} VALUES ({marks})", waiting)
                waiting.clear()
        self._count = 0

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        try:
            self._database.execute("BEGIN")
            yield
            self._database.execute("COMMIT")
        except sqlite3.OperationalError as error:  # a full disk, most of all
            raise OSError(f"the database cannot be written: {error}") from error


def _schema() -> str:
    """Return the statements that make an empty database."""
    made = [
        f"PRAGMA user_version = {SCHEMA_VERSION}",
        "CREATE TABLE version (schema_version INTEGER NOT NULL, factx_version TEXT NOT NULL)",
    ]
    for table, columns in _TABLES.items():
        lines = [_column(name, type_) for name, type_ in columns.items()] + [f"    {key}" for key in _KEYS[table]]
        made.append(f"CREATE TABLE {table} (\n" + ",\n".join(lines) + "\n)")
    return ";\n".join([*made, _SEARCH]) + ";\n" + _VIEWS


def _column(name: str, type_: str) -> str:
    needed = " NOT NULL" if type_.endswith("!") else ""
    points = " REFERENCES documents (key)" if name == "document" else ""
    return f'    "{name}" {_TYPES[type_.rstrip("!")]}{needed}{points}'
