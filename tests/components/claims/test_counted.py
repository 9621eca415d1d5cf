"""What a figure counts or measures: the thing that has the measure, or nothing where the sentence does not say it."""

from __future__ import annotations

import pytest
from spacy.language import Language

# Each text with what its figures count or measure, in order.
COUNTED: list[tuple[str, list[str | None]]] = [
    ("The firm has 12 co-founders and two vice-presidents.", ["co-founders", "vice-presidents"]),
    ("The margin of sampling error is 3 percentage points.", ["margin of sampling error"]),
    ("It fixed 40 laid-off workers' bikes and 7 part-time jobs.", ["laid-off workers' bikes", "part-time jobs"]),
    # the subject of what is, changes, costs, reaches or trades
    ("Halvard Shipping climbed 6%, while Borealis slipped under 2%.", ["Halvard Shipping", "Borealis"]),
    ("The new ferry is 88 metres long and 17 metres wide.", ["new ferry", "new ferry"]),
    ("The parcel arrived from an island that is about 12 miles long.", ["island"]),
    ("The hut costs $400 and sleeps six people.", ["hut", "people"]),
    ("Turnout has been creeping up, from 41% in 2014 to 48% in 2018.", ["Turnout", "Turnout"]),
    ("The bond yields 4.5% and matures soon.", ["bond"]),
    ("The cable extends 300 km under the sea.", ["cable"]),
    ("The lava flows at 12 miles per hour.", ["lava"]),
    ("The motor produces 310 hp (231 kW).", ["motor", "motor"]),
    ("The tests showed that the flats were overpriced by an average of 12 per cent.", ["flats"]),
    ("The painting was sold for $3 million.", ["painting"]),
    ("The clinic, which is 30 percent-owned by the town, will close.", ["clinic"]),
    # the object whose measure changes
    ("Miners dragged the index 1.2 percent lower.", ["index"]),
    ("The bank cut its growth forecast to 1.4% from 2%.", ["growth forecast", "growth forecast"]),
    ("The firm lifted its dividend from 10 cents to 12 cents.", ["dividend", "dividend"]),
    # the noun that a figure hangs on
    ("A loan of $9 million saved the mill.", ["loan"]),
    ("The village had a blackout for five hours.", ["blackout"]),
    ("The shop sells the Kestrel Nine for $60.", ["Kestrel Nine"]),
    ("Waves over 4 metres closed the port.", ["Waves"]),
    ("Guards found 5 kg of gold, worth an estimated $300,000.", ["gold", "gold"]),
    ("The lake froze at a depth of 30 cm.", ["depth"]),
    ("It takes 2 litres of 40% nitric acid.", ["nitric acid", "nitric acid"]),
    ("A car with 205 hp came first.", ["car"]),
    ("Three melons (about 4kg) lay on the table.", ["melons", "melons"]),
    ("Drivers under the age of 21 pay more.", ["Drivers"]),
    ("The park shows a 12m (39ft)-long model of a whale.", ["model", "model"]),
    # a name before a figure
    ("Tollan, down 31 p at 440 p, led the losers.", ["Tollan", "Tollan"]),
    ("Vessel makers such as Ostrava up 3.1 per cent to $27 led the way.", ["Ostrava", "Ostrava"]),
    # figures that go on from the one before
    ("Sales were $40 million, up $3 million from the previous year.", ["Sales", "Sales"]),
    ("The well is 90 feet (27 metres) deep.", ["well", "well"]),
    ("This year's rent is $900 versus last year's $850.", ["rent", "rent"]),
    ("Rents in Oslo rose 4%, Bergen by 3% and Molde 1%.", ["Rents", "Bergen", "Molde"]),
    ("Boats of 4 to 6 metres cost $900; 6 to 8 metres, $1,400; 8 to 9 metres, $2,000.", ["Boats"] * 6),
    ("It reaches 90 percent of pupils in Oslo but a mere 60 percent in the hills.", ["pupils", "pupils"]),
    # shares
    ("Half of the town's 900 shops are shut.", ["shops", "shops"]),
    ("A tenth of the older voters and a third of the nurses came.", ["older voters", "nurses"]),
    ("A fifth of the combined 4,000 ripe and rotten apples were sold.", ["ripe and rotten apples"] * 2),
    ("The shelter has three weeks' worth of flour.", ["flour"]),
    # what is not said, or is no thing that has a measure
    ("She raised $5 million.", [None]),
    ("The company spent $13 million to repair it.", [None]),
    ("They gave the school $2,000.", [None]),
    ("The trust paid its hotels and clubs $260,000.", [None]),
    ("They helped horses less than 3 miles away.", [None]),
    ("They met one that was 3 metres long.", [None]),
    ("Ruiz entered the race averaging 40 mph.", [None]),
    ("They gave millions and millions of francs.", [None, None]),
    ("They met near a mill almost a mile from the river.", [None]),
    ("The shop pays students $9 an hour to sweep.", [None]),
    ("Its founder, Nora Berg, sold it, valuing it at $6m.", [None]),
    ("Champion Aldo Ricci crashed at 190mph.", [None]),
    ("The rate is 2%, and 25 kilometres will be closed.", ["rate", None]),
    ("They walked for three hours.", [None]),
    ("Three pints are 3/8 of a gallon.", [None, None]),
    ("He is short of 200 million of the 3 billion francs.", [None, None]),
    ("He crashed at 190mph.", [None]),
    ("The talks lasted until 5 May and cost them $1 million.", ["talks"]),
    ("Nora Berg won 52% in May.", [None]),
    ("The ministry sent 14,500 recruits and 30 tanks to the border.", ["recruits", "tanks"]),
]


@pytest.mark.parametrize(("text", "counted"), COUNTED)
def test_names_what_a_figure_counts_or_measures(nlp: Language, text: str, counted: list[str | None]) -> None:
    assert [claim.counted for claim in nlp(text)._.factx_claims] == counted
