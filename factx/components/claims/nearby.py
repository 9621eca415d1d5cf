"""The nouns and names beside a figure, by what stands there; no verb is asked."""

from __future__ import annotations

import re

from spacy.tokens import Doc, Token

from factx.components.claims.expressions import Expression
from factx.components.claims.syntax import NOMINAL, Parse, Stretch, is_unit

TIMES = frozenset({"DATE", "TIME"})
_LONG = re.compile(r"\s?\([^()]{2,24}\)-(?:long|wide|tall|high|deep|thick|old) ")  # "a 12m (39ft)-long model"
_WAY = re.compile(
    r" (?:away|apart|from|off|outside|inside|beyond|short|ahead|behind|up|down|(?:north|south)(?:-?(?:east|west))?|east|west)\b"
)
_NUMBERED = re.compile(r"of (?:(?:the|its|their|all) )?(?:\w+ )?[$£€]?\d[\d.,]*\s?(?:[mMbBkK]n?|thousand|million|billion)?\s")
# Words that figures take before or behind them and that nothing counts, beside the units proper.
_UNITS_TOO = frozenset(
    "percent per cent % percentage point points p pc halves thirds quarters fifths tenths plus minus "
    "dozens hundreds thousands millions billions trillions".split()
)
# A participle behind a noun and a comma that tells its size: "crates, weighing 20 to 30 kg".
_SIZED = frozenset("ranging weighing measuring costing totalling totaling numbering exceeding spanning worth".split())


def is_measure(noun: Token) -> bool:
    """Tell a unit, or a part like "thirds", from a noun that a figure can count."""
    return noun.lower_ in _UNITS_TOO or is_unit(noun)


class Nearby:
    """Finds the nouns beside the figures of one doc.

    Arguments:
        doc: the doc.
        text: the view of its text.
        parse: its tokens, with look-ups.
    """

    def __init__(self, doc: Doc, text: str, parse: Parse) -> None:
        self.doc, self.text, self.parse = doc, text, parse

    def behind(self, found: Expression) -> Stretch | None:
        """Return the noun behind a measure that is converted in brackets: "a 12m (39ft)-long model"."""
        converted = _LONG.match(self.text, found.end)
        if converted is None:
            return None
        first = self.parse.token_at(converted.end())
        for index in range(first, min(len(self.doc), first + 4)):
            if self.doc[index].pos_ in NOMINAL and self.doc[index].dep_ not in ("compound", "nmod"):
                return first, index + 1
        return None

    def bracketed(self, found: Expression) -> Stretch | None:
        """Return the noun before a figure in brackets: "three melons (4kg)"."""
        index = self.left_of(found)
        if index < 1 or self.doc[index].text not in ("(", "["):
            return None
        if found.kind == "percent" and self.doc[index - 1].ent_type_ == "GPE":
            return None  # "did best in Ohio (79 percent)": where, not of what
        return self.thing(self.doc[index - 1])

    def sized(self, found: Expression) -> Stretch | None:
        """Return the noun before a participle that tells its size: "crates, weighing 20 to 30 kg"."""
        index = self.left_of(found)
        if index > 0 and self.doc[index].lower_ in ("from", "between"):
            index -= 1
        if index < 2 or self.doc[index].lower_ not in _SIZED:
            return None
        comma = self.doc[index - 1].text == ","
        if self.doc[index].lower_ == "worth" and not comma:
            return None  # the parse knows better
        return self.thing(self.doc[index - 2 if comma else index - 1])

    def directed(self, found: Expression) -> Stretch | None:
        """Return the name before a figure that goes up or down: "Acme, down 31p", "Acme up 3%"."""
        index = self.left_of(found)
        if index < 1 or self.doc[index].lower_ not in ("up", "down"):
            return None
        index -= 2 if self.doc[index - 1].text == "," else 1
        if index < 0 or self.doc[index].pos_ != "PROPN":
            return None
        name = self.doc[index]
        if name.dep_ == "pobj" and name.head.lower_ not in ("as", "like", "including"):
            return None  # "exports to Chile, down 12%"
        return self.thing(name)

    def before(self, found: Expression) -> Stretch | None:
        """Return the name or noun right before a figure: "Euro Stoxx 50 +1%", "waves over 4 metres"."""
        index = self.left_of(found)
        if index < 0 or found.kind == "duration":
            return None
        token = self.doc[index]
        if token.like_num and index > 0 and self.doc[index - 1].pos_ == "PROPN":
            return self.name(index)
        if (found.kind in ("money", "percent") or found.per is not None) and (
            token.pos_ == "PROPN" or token.dep_ in ("dobj", "dative", "pobj", "conj")
        ):
            return None  # "gave the school $5", "Israel's 5 billion"
        return self.thing(token)

    def aged(self, found: Expression) -> Stretch | None:
        """Return the noun that is said to have an age: "drivers under the age of 21"."""
        index = self.left_of(found)
        if index < 0 or found.modified is None or not found.modified.phrase.endswith("the age of"):
            return None
        return self.thing(self.doc[index])

    def whole(self, stretch: Stretch | None) -> Stretch | None:
        """Return the thing that a unit stands for as a subject: "the Zed Tab 9 inch is worth $200"; others as they are."""
        if stretch is None or self.doc[stretch[1] - 1].ent_type_ in TIMES:
            return None
        if not is_measure(noun := self.doc[stretch[1] - 1]):
            return stretch
        first = next((c for c in noun.lefts if c.like_num or c.pos_ == "NUM"), None)
        if first is None and not (stretch[0] and self.doc[stretch[0] - 1].like_num):
            return stretch  # "the pound fell"
        index = first.i - 1 if first is not None else -1
        return self.thing(self.doc[index]) if index >= 0 else None

    def share(self, index: int) -> Stretch | None:
        """Return the whole that has a number of its own: "a fifth of the combined 4,000 ripe and rotten apples".

        Arguments:
            index: the token "of".
        """
        whole = _NUMBERED.match(self.text, self.doc[index].idx)
        return self.parse.noun_after(self.parse.token_at(whole.end()), None, proper=True) if whole else None

    def is_numbered_unit(self, index: int) -> bool:
        """Tell a unit behind its number."""
        before = index - 2 if index > 1 and self.doc[index - 1].text == "-" else index - 1
        return before >= 0 and self.doc[before].like_num and is_measure(self.doc[index])

    def is_of_unit(self, index: int, stretch: Stretch) -> bool:
        """Tell a unit behind "of" from a whole: "a third of a mile", "a tenth of the 5 million francs"."""
        counts = any(self.doc[i].lower_ in ("a", "an") or self.doc[i].like_num for i in range(index + 1, stretch[0] + 1))
        return counts and is_measure(self.doc[stretch[1] - 1])

    # --- parts

    def is_way(self, found: Expression) -> bool:
        """Tell a distance from a size: "a mile from the mill", "3 km east of the town"."""
        return found.kind == "length" and _WAY.match(self.text, found.end) is not None

    def left_of(self, found: Expression) -> int:
        """Return the index of the token before a figure and its modifier, or -1."""
        index = self.parse.token_at(found.start)
        return index - 1 if self.doc[index].idx <= found.start and index and not self.doc[index].is_sent_start else -1

    def is_thing(self, token: Token) -> bool:
        """Tell a noun that can have a measure: no unit, no time."""
        return token.pos_ in NOMINAL and token.ent_type_ not in TIMES and not is_measure(token)

    def thing(self, token: Token) -> Stretch | None:
        """Return the phrase of a noun that can have a measure."""
        return self.parse.phrase(token) if self.is_thing(token) else None

    def name(self, index: int) -> Stretch:
        """Return a name that ends with a number: "Euro Stoxx 50"."""
        first = index
        while first > 0 and index - first < 4 and self.doc[first - 1].pos_ in NOMINAL and not is_measure(self.doc[first - 1]):
            first -= 1
        return first, index + 1
