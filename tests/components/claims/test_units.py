"""Units, money, ages and denominators around a numeral."""

from __future__ import annotations

import pytest

from factx.components.claims.expressions import expressions

UNITS = [
    ("$75 million", "USD", "money"),
    ("US$3bn", "USD", "money"),
    ("A$12", "AUD", "money"),
    ("C$2.5 million", "CAD", "money"),
    ("HK$900", "HKD", "money"),
    ("£40m", "GBP", "money"),
    ("€1,200", "EUR", "money"),
    ("1,200€", "EUR", "money"),
    ("¥5,000", "JPY", "money"),
    ("USD10m", "USD", "money"),
    ("EUR 30", "EUR", "money"),
    ("RM2.05", "MYR", "money"),
    ("110 JPY", "JPY", "money"),
    ("10m dollars", "USD", "money"),
    ("6 million Australian dollars", "AUD", "money"),
    ("7.5 million Danish crowns", "DKK", "money"),
    ("300 Swiss francs", "CHF", "money"),
    ("90 South African rand", "ZAR", "money"),
    ("25 cents", "¢", "money"),
    ("34p", "p", "money"),
    ("40 pence", "p", "money"),
    ("300 million pounds", "GBP", "money"),
    ("12%", "%", "percent"),
    ("12 per cent", "%", "percent"),
    ("12 percent", "%", "percent"),
    ("5pc", "%", "percent"),
    ("3 percentage points", "pp", "percent"),
    ("25 basis points", "bp", "percent"),
    ("5km", "km", "length"),
    ("5 km", "km", "length"),
    ("12-foot", "ft", "length"),
    ("1.8m tall", "m", "length"),
    ("40 nautical miles", "nmi", "length"),
    ("60 hectares", "ha", "area"),
    ("30 square miles", "sq mi", "area"),
    ("9 cubic metres", "m³", "volume"),
    ("2.4-liter", "L", "volume"),
    ("6 barrels", "bbl", "volume"),
    ("20 tonnes", "t", "mass"),
    ("7 pounds", "lb", "mass"),
    ("55 mph", "mph", "speed"),
    ("80 kilometres an hour", "km/h", "speed"),
    ("30°C", "°C", "temperature"),
    ("98.6 degrees Fahrenheit", "°F", "temperature"),
    ("a temperature of 30 degrees", "°", "temperature"),
    ("a turn of 90 degrees", "°", "angle"),
    ("5.5kWh", "kWh", "energy"),
    ("600 megawatts", "MW", "power"),
    ("240 volts", "V", "electric"),
    ("120Hz", "Hz", "frequency"),
    ("64GB", "GB", "data"),
    ("three hours", "h", "duration"),
    ("six weeks", "week", "duration"),
    ("15-year-old", "year", "age"),
    ("15 years old", "year", "age"),
    ("aged 15", "year", "age"),
    ("18 months old", "month", "age"),
    ("6.5x", "x", "other"),
]
PER = [
    ("$70 a barrel", "barrel"),
    ("$2.11 per gallon", "gallon"),
    ("120 per million inhabitants", "million inhabitants"),
    ("5 per 100,000 people", "100,000 people"),
    ("£9 an hour", "hour"),
    ("3 million barrels a day", "day"),
    ("12-cent-a-share", "share"),
    ("$80/tonne", "tonne"),
]
NO_UNIT = ["2.3m people", "five men", "4 Cs", "10 in the morning"]


@pytest.mark.parametrize(("text", "code", "kind"), UNITS)
def test_reads_units(text: str, code: str, kind: str) -> None:
    found = next(iter(expressions(text)))
    assert (found.code, found.kind) == (code, kind)


@pytest.mark.parametrize(("text", "per"), PER)
def test_reads_denominators(text: str, per: str) -> None:
    assert next(iter(expressions(text))).per == per


@pytest.mark.parametrize("text", NO_UNIT)
def test_invents_no_unit(text: str) -> None:
    assert next(iter(expressions(text))).kind is None


def test_m_is_a_million_of_money_or_of_things_and_else_a_metre() -> None:
    values = [next(iter(expressions(text))).value for text in ("£5m", "5m people", "5m of rope")]
    assert values == [5e6, 5e6, 5]


@pytest.mark.parametrize(
    ("text", "per"), [("$46 million annually in rent", "year"), ("$5 daily fee", None), ("$9 weekly.", "week")]
)
def test_reads_adverbs_as_denominators(text: str, per: str | None) -> None:
    found = next(iter(expressions(text)))
    assert found.per == per
