"""Part of speech, morphology and lemma exceptions from tags: spaCy's ``AttributeRuler``, read by columns instead of by tokens.

The ruler of an English pipeline maps every tag by a pattern, so each token is a match of its own. Here a pattern is a mask over
columns of the whole doc. What comes out is the same; a pattern that columns cannot express leaves the work to spaCy's own.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from spacy.attrs import DEP, IS_SPACE, LEMMA, LOWER, MORPH, POS, TAG
from spacy.language import Language
from spacy.pipeline.attributeruler import AttributeRuler
from spacy.strings import StringStore
from spacy.tokens import Doc
from spacy.vocab import Vocab

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Column = NDArray[np.uint64]
    Mask = NDArray[np.bool_]

_COLUMNS = {"TAG": TAG, "LOWER": LOWER, "DEP": DEP, "IS_SPACE": IS_SPACE}
_SET = (TAG, POS, MORPH, LEMMA, DEP)


@dataclass(slots=True)
class _Condition:
    """What one column of a token must hold."""

    column: str
    values: Column
    negated: bool = False
    pattern: re.Pattern[str] | None = None

    def met_by(self, present: dict[str, set[int]], strings: StringStore) -> Column | None:
        """Return the values to look for in a doc that has these, None when no token can meet the condition."""
        if self.pattern is not None:
            matching = [key for key in present[self.column] if self.pattern.search(strings[key])]
            return np.array(matching, dtype=np.uint64) if matching else None
        possible = self.negated or not present[self.column].isdisjoint(self.values.tolist())
        return self.values if possible else None


@dataclass(slots=True)
class _Rule:
    """The conditions of each token of a pattern, and what the token at ``index`` gets."""

    tokens: list[list[_Condition]]
    index: int
    attributes: dict[int, int]


class ColumnRuler(AttributeRuler):
    """An attribute ruler that reads a doc at once."""

    def __init__(self, vocab: Vocab, name: str = "attribute_ruler", **settings: Any) -> None:
        """Initialize without patterns, as ``AttributeRuler`` does."""
        super().__init__(vocab, name, **settings)
        self._rules: list[_Rule] | None = None

    def add_patterns(self, patterns: Iterable[Any]) -> None:
        """Add patterns of spaCy's form, and compile all of them."""
        super().add_patterns(patterns)
        self._rules = self._compiled()

    def __call__(self, doc: Doc) -> Doc:
        """Set the attributes of a doc's tokens."""
        if self._rules is None or not len(doc):
            return super().__call__(doc)
        columns = dict(zip(_COLUMNS, np.ascontiguousarray(doc.to_array(list(_COLUMNS.values())).T), strict=True))
        present = {name: set(column.tolist()) for name, column in columns.items()}
        found: dict[int, dict[int, int]] = {attribute: {} for attribute in _SET}
        whole = {attribute: doc.to_array([attribute]) for attribute in (POS, MORPH)}
        for rule in self._rules:
            places = _places(rule, columns, present, self.vocab.strings)
            for attribute, value in rule.attributes.items():
                if attribute in whole:
                    whole[attribute][places] = value
                else:
                    found[attribute].update(dict.fromkeys(places.tolist(), value))
        both: Any = np.stack([whole[POS], whole[MORPH]], axis=1)
        doc.from_array([POS, MORPH], both)
        for attribute in (TAG, LEMMA, DEP):
            for place, value in found[attribute].items():
                _SETTERS[attribute](doc[place], value)
        return doc

    def _compiled(self) -> list[_Rule] | None:
        """Return every pattern as conditions on columns, None when one of them asks for more."""
        rules = []
        for number, attributes in enumerate(self.attrs):
            if not set(attributes) <= set(_SET):
                return None
            for pattern in self.matcher.get(str(number))[1]:
                tokens = [[self._condition(key, wanted) for key, wanted in token.items()] for token in pattern]
                known = [[condition for condition in token if condition is not None] for token in tokens]
                if [*map(len, known)] != [*map(len, tokens)] or not 0 <= self.indices[number] < len(pattern):
                    return None
                rules.append(_Rule(known, self.indices[number], dict(attributes)))
        return rules

    def _condition(self, key: str | int, wanted: Any) -> _Condition | None:
        """Return a condition of spaCy's matcher as one on a column, None when it is of another kind."""
        name = str(key).upper()
        if name not in _COLUMNS:
            return None
        if not isinstance(wanted, dict):
            return _Condition(name, self._values(name, [wanted]))
        if set(wanted) == {"REGEX"} and name == "LOWER":
            return _Condition(name, self._values(name, []), pattern=re.compile(wanted["REGEX"]))
        if len(wanted) == 1 and set(wanted) <= {"IN", "NOT_IN"}:
            kind, values = next(iter(wanted.items()))
            return _Condition(name, self._values(name, values), negated=kind == "NOT_IN")
        return None

    def _values(self, name: str, wanted: Iterable[Any]) -> Column:
        plain = (int(value) if name == "IS_SPACE" else self.vocab.strings.add(value) if value else 0 for value in wanted)
        return np.array(list(plain), dtype=np.uint64)


def _places(rule: _Rule, columns: dict[str, Column], present: dict[str, set[int]], strings: StringStore) -> NDArray[np.intp]:
    """Return the tokens that a rule sets."""
    length = len(columns["TAG"]) - len(rule.tokens) + 1
    nowhere = np.empty(0, dtype=np.intp)
    if length <= 0:
        return nowhere
    met: Mask = np.ones(length, dtype=bool)
    for offset, token in enumerate(rule.tokens):
        for condition in token:
            values = condition.met_by(present, strings)
            if values is None:
                return nowhere
            held = columns[condition.column][offset : offset + length]
            found = held == values[0] if len(values) == 1 else np.isin(held, values)
            met &= ~found if condition.negated else found
    return np.flatnonzero(met) + rule.index


_SETTERS: dict[int, Callable[[Any, int], None]] = {
    TAG: lambda token, value: setattr(token, "tag", value),
    LEMMA: lambda token, value: setattr(token, "lemma", value),
    DEP: lambda token, value: setattr(token, "dep", value),
}


def replace_ruler(nlp: Language) -> None:
    """Put a ``ColumnRuler`` with the same patterns in the place of a pipeline's attribute ruler, if it has one.

    Arguments:
        nlp: the pipeline.
    """
    if "attribute_ruler" not in nlp.pipe_names:
        return
    old: Any = nlp.get_pipe("attribute_ruler")
    new: Any = nlp.replace_pipe("attribute_ruler", "factx_attributes")
    new.add_patterns(old.patterns)


@Language.factory("factx_attributes", assigns=["token.pos", "token.morph", "token.lemma"], requires=["token.tag"])
def make_attributes(nlp: Language, name: str) -> ColumnRuler:
    """Create the component.

    Arguments:
        nlp: the pipeline.
        name: the component's name in it.
    """
    return ColumnRuler(nlp.vocab, name)
