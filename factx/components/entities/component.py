"""The entities component: names with mended boundaries and labels, and which of them mean one thing."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, Span

from factx.components.entities.boundaries import candidates
from factx.components.entities.clusters import cluster, is_acronym
from factx.components.entities.cues import christened, datelined, living, placed, titled
from factx.components.entities.gazetteer import gazetteer
from factx.components.entities.given_names import GIVEN_NAMES
from factx.components.entities.joining import rejoin
from factx.components.entities.labels import settle
from factx.components.entities.patterns import NAME_LABELS
from factx.components.entities.people import Cluster
from factx.components.entities.repeats import index_of, missed
from factx.components.entities.trimming import trim, unburden
from factx.components.entities.words import Named, Words
from factx.components.found import FoundEntity, FoundMention, register_extensions, source_text

# What markup left in a text is written with, and no name is.
_MARKUP = frozenset("=<>{}")


class Entities:
    """Repair the recognizer's names and put those together that mean one thing.

    After it, ``doc._.factx_entities`` holds the clusters and ``doc.ents`` the repaired names beside the dates and quantities.
    """

    def __init__(self, nlp: Language, name: str) -> None:
        """Initialize the component.

        Arguments:
            nlp: the pipeline that it becomes a part of.
            name: its name there.
        """
        register_extensions()
        self.name = name
        self.error_handler: Any = nlp.default_error_handler
        self.places = gazetteer()

    def __call__(self, doc: Doc) -> Doc:
        """Find the document's entities and write them on it."""
        try:
            self.set_annotations(doc, self.match(doc))
            return doc
        except Exception as error:
            self.error_handler(self.name, self, [doc], error)
            return doc

    def set_error_handler(self, error_handler: Any) -> None:
        """Let ``nlp.set_error_handler`` reach this component.

        Arguments:
            error_handler: called with the component's name, the component, the documents and the error.
        """
        self.error_handler = error_handler

    def match(self, doc: Doc) -> list[Cluster]:
        """Find clusters of names, in order of first mention.

        Arguments:
            doc: a document with named entities and tags.
        """
        words = Words(doc)
        names = candidates(words, self.places)
        covered = {i for name in names for i in range(name.start, name.end)}
        for given_away in (titled, christened, living, placed, datelined):
            names = self._add(words, names, covered, given_away(words, covered, self.places))
        names = self._add(words, names, covered, _bracketed(words, names, covered))
        first = [Named(name.start, name.end, name.label, name.weight) for name in names]
        settle(words, first, self.places)
        index = index_of(words, first, doc._.factx_known or {})
        names = self._add(words, names, covered, missed(words, covered, index, self.places))
        names = rejoin(words, names, self.places)
        names = unburden(words, names)
        settled = settle(words, names, self.places)
        names = self._without_headline_junk(words, names)
        names = [name for name in names if _MARKUP.isdisjoint(words.name(name.start, name.end))]
        names = _without_nouns(words, names)
        found = cluster(words, names)
        for one in found:
            weights: dict[str, float] = defaultdict(float)
            for name in one.names:
                key = words.name(name.start, name.end)
                # an acronym is whatever its expansion is
                weights[name.label] += 0.01 if is_acronym(key) else settled.get(key, ("", 0.6))[1] * (2 if " " in key else 1)
            one.label = max(weights, key=lambda label: (weights[label], label)) if weights else one.label
            one.confidence = max(settled.get(words.name(name.start, name.end), ("", 0.6))[1] for name in one.names)
        return found

    def set_annotations(self, doc: Doc, found: list[Cluster]) -> None:
        """Write clusters on a document.

        Arguments:
            doc: the document.
            found: clusters of token ranges.
        """
        text = source_text(doc)
        entities: list[FoundEntity] = []
        spans: list[Span] = []
        taken: set[int] = set()
        for one in found:
            mentions = []
            for name in one.names:
                span = Span(doc, name.start, name.end, label=one.label)
                spans.append(span)
                taken.update(range(name.start, name.end))
                mentions.append(FoundMention(span.start_char, span.end_char))
            title = _title([text[mention.start : mention.end] for mention in mentions])
            entities.append(FoundEntity(name=title, type=one.label, mentions=mentions, confidence=one.confidence))
        for span in doc.ents:
            if span.label_ not in NAME_LABELS and taken.isdisjoint(range(span.start, span.end)):
                spans.append(span)
        doc.ents = tuple(sorted(spans, key=lambda span: span.start))
        doc._.factx_entities = entities

    def _without_headline_junk(self, words: Words, names: list[Named]) -> list[Named]:
        """Leave out what a headline's capitals alone made a name, or cut it to the name that the body has."""
        known = {words.name(name.start, name.end) for name in names if name.start >= words.headline}
        body = {part for key in known for part in key.split()}
        kept = []
        for name in names:
            key = words.name(name.start, name.end)
            if name.end > words.headline or self.places.evidence(key) is not None or all(part in body for part in key.split()):
                kept.append(name)
            elif inner := _inner(words, name, known):
                kept.append(Named(*inner, name.label))
            elif name.label == "PERSON" and words.lower[name.start] in GIVEN_NAMES and 1 < name.end - name.start < 4:
                kept.append(name)
        return kept

    @staticmethod
    def _add(words: Words, names: list[Named], covered: set[int], more: list[Named]) -> list[Named]:
        """Add names where none stands yet, and keep text order."""
        for name in more:
            kept = trim(words, name)
            if kept is not None and covered.isdisjoint(range(kept.start, kept.end)):
                names.append(kept)
                covered.update(range(kept.start, kept.end))
        return sorted(names, key=lambda name: name.start)


def _without_nouns(words: Words, names: list[Named]) -> list[Named]:
    """Leave out persons of one word that is capital only since it begins a sentence, and small elsewhere: "Hacker who ..."."""
    longer = {words.lower[i] for name in names if name.end - name.start > 1 for i in range(name.start, name.end)}

    def is_noun(name: Named) -> bool:
        word = words.lower[name.start]
        opens = words.before(name.start) < 0 or words.doc[name.start].is_sent_start
        single = name.label == "PERSON" and name.end - name.start == 1
        return bool(single and opens) and word in words.small and word not in longer

    kept = {words.lower[name.start] for name in names if not is_noun(name)}
    return [name for name in names if words.lower[name.start] in kept or not is_noun(name)]


def _inner(words: Words, name: Named, known: set[str]) -> tuple[int, int] | None:
    """Return the longest part of a name that is a name of two words or more elsewhere."""
    for size in range(min(name.end - name.start, 8) - 1, 1, -1):
        for start in range(name.start, name.end - size + 1):
            if words.name(start, start + size) in known:
                return start, start + size
    return None


def _bracketed(words: Words, names: list[Named], covered: set[int]) -> list[Named]:
    """Return acronyms that stand in brackets behind an organisation's name."""
    found = []
    for name in names:
        i = name.end
        if (
            (
                name.label == "ORG"
                and name.end - name.start > 1
                and i + 2 < len(words)
                and words.text[i] == "("
                and words.text[i + 2] == ")"
            )
            and i + 1 not in covered
            and is_acronym(words.name(i + 1, i + 2))
        ):
            found.append(Named(i + 1, i + 2, "ORG"))
    return found


def _title(names: list[str]) -> str:
    """Return the fullest of an entity's names: most words, then not all capitals, then longest, then first."""

    def rank(name: str) -> tuple[int, bool, int]:
        return len(name.split()), not (name.isupper() and len(name) > 5), len(name)

    return max(dict.fromkeys(" ".join(name.split()) for name in names), key=rank)
