"""Throw random and mutated number strings at the claims component; nothing may raise and every place must lie in its text.

    python tests/benchmarks/fuzz_claims.py [COUNT] [--seed N] [--whole N]

The grammar reads all COUNT strings (1,000,000 unless told); every --whole-th (500) goes through the whole component, without a
parse. A string that fails is printed with its seed, and the exit status is 1.
"""

from __future__ import annotations

import argparse
import random
import sys
import time

from factx.components.claims.dates import find_dates
from factx.components.claims.exclusions import Mask, date_mask, is_excluded, masked_places
from factx.components.claims.expressions import expressions
from factx.components.claims.units import denominator_is_number
from factx.components.text import view

PIECES = [
    *"0123456789.,-–—+/%$£€¥₹°'\"″′()[]{}<>:;&#@×^*=~≈≤_ \n\t\u00a0\u202f½¾⅔²³⁻⁵−é漢元🙂\u0301\ud800",
    *"0123456789" * 2,
    *(" and ", " to ", " or ", "-to-", " through ", "between ", "from ", " per ", " a ", " an ", "/", " in ", " out of ", " of "),
    *(
        "one",
        "two",
        "three",
        "twenty",
        "ninety",
        "hundred",
        "thousand",
        "million",
        "billion",
        "dozen",
        "half",
        "third",
        "quarter",
    ),
    *("zero", "twice", "double", "doubled", "tenfold", "-fold", "several", "a few", "dozens", "tens", "millions", "a couple of"),
    *("bn", "m", "k", "tn", "M", "b", "t", "e5", "x10", "×10^", "×10⁻", "000", ", 000", " 000", "1,000", "9" * 40, "0" * 30),
    *("USD", "US$", "usd ", "MUSD", "MEUR ", "RM", "Rs ", "dollars", " cents", " pounds", "p", "¢", "元", "₾", " USD million"),
    *(
        "ft",
        "in",
        " kg",
        "(kg)",
        "km/h",
        "mg/dL",
        "°C",
        " F",
        " kn",
        " b",
        " percent",
        " percentage points",
        "-year-old",
        " years",
    ),
    *("minus ", "sub-", "up to ", "more than ", "at least ", "as many as ", "an estimated ", "nearly ", " or more", "-plus", "+"),
    *(" people", " votes", "-strong", "-litre", " ago", " later", " by ", " rose ", " fell ", "Section ", "Flight ", "No. ", "#"),
    *("January", " May ", "2012-13", "10:30", " a.m.", "555-0199", "https://", "www.", ".com", "aged ", " on the ", " scale"),
]
SENTENCES = [
    "The index rose 0.7% to 6,327, up from 5,900 a year ago.",
    "Between 15 and 17 people paid $10 to $15 billion for 3-4 m² of it.",
    "One in five of the 12,345 voters, or 20 per cent, was 5ft 11in and 15 years old.",
    "Two and a half million dollars and 45 cents a barrel, minus 11 °C, twenty-eight thousand six hundred forty-two tons.",
    "As many as 56 injured and 22 arrested at 10:30 a.m. on 3 May 2021; call +44 20 7946 0958.",
]


def random_text(rng: random.Random) -> str:
    """Return pieces put together, or a sentence with pieces put in, taken out, doubled and swapped."""
    if rng.random() < 0.6:
        return "".join(rng.choices(PIECES, k=rng.randint(1, 14)))
    text = rng.choice(SENTENCES)
    for _ in range(rng.randint(1, 8)):
        start = rng.randrange(len(text) + 1)
        end = min(len(text), start + rng.randint(0, 6))
        action = rng.random()
        if action < 0.5:
            text = text[:start] + rng.choice(PIECES) + text[end:]
        elif action < 0.75:
            text = text[:start] + text[end:]
        else:
            text = text[:end] + text[start:end] * rng.randint(1, 3) + text[end:]
    return text


def check(source: str) -> None:
    """Read a text by the grammar and the exclusions; raise when a figure lies outside it or has its ends turned around."""
    text = view(source)
    position = 0
    mask = Mask(masked_places(text) + date_mask(find_dates(text, None)))
    for found in expressions(text):
        if not 0 <= found.start <= found.core[0] < found.core[1] <= max(found.end, found.core[1]) <= len(text):
            raise AssertionError(f"places: {found}")
        if found.core[0] < position:
            raise AssertionError(f"overlap: {found}")
        if found.low is not None and found.high is not None and found.low > found.high:
            raise AssertionError(f"ends: {found}")
        position = found.core[1]
        mask.covers(*found.core)
        is_excluded(text, found)
        denominator_is_number(text, found.core[0])


def main() -> int:
    """Read the command line, fuzz, print what failed and how fast it went."""
    import spacy

    import factx.components.claims.factory  # noqa: F401  (registers the component)

    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("count", type=int, nargs="?", default=1_000_000)
    arguments.add_argument("--seed", type=int, default=0)
    arguments.add_argument("--whole", type=int, default=500)
    options = arguments.parse_args()
    nlp = spacy.blank("en")
    nlp.add_pipe("factx_claims")
    rng = random.Random(options.seed)
    started, failed, slowest = time.perf_counter(), 0, (0.0, "")
    for index in range(options.count):
        text = random_text(rng)
        began = time.perf_counter()
        try:
            check(text)
            if index % options.whole == 0:
                nlp(view(text))
        except Exception as error:
            failed += 1
            print(f"{type(error).__name__}: {error}\n    {text!r}")
            if failed >= 20:
                break
        slowest = max(slowest, (time.perf_counter() - began, text))
    seconds = time.perf_counter() - started
    print(f"{options.count} strings, seed {options.seed}, {failed} failed, {seconds:.0f} s, slowest {1000 * slowest[0]:.1f} ms")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
