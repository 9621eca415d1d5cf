"""What counts as one name and of which kind: elections, parties, bodies, series, wars, people of other alphabets."""

from __future__ import annotations

import pytest
from spacy.language import Language

OTHERS = ["factx_quotes", "factx_claims", "factx_speakers"]


def found(nlp: Language, text: str) -> set[tuple[str, str]]:
    """Return the surface names of a text with their labels."""
    with nlp.select_pipes(disable=OTHERS):
        entities = nlp(text)._.factx_entities
    return {(text[m.start : m.end], one.type) for one in entities for m in one.mentions}


EVENTS = [
    (
        "The 1998 Estonian parliamentary election was close. Estonia had voted in 1995, too.",
        {("1998 Estonian parliamentary election", "EVENT"), ("Estonia", "GPE")},
    ),
    (
        "She ran in the May 2004 New Caledonia provincial election.",
        {("May 2004 New Caledonia provincial election", "EVENT")},
    ),
    ("The 2009 Copenhagen climate summit failed.", {("2009 Copenhagen climate summit", "EVENT")}),
    # whose campaign it was is a person
    ("The 2004 Ortiz campaign spent $3m. Ann Ortiz won.", {("Ortiz", "PERSON"), ("Ann Ortiz", "PERSON")}),
    # by the second of its words alone goes a person, not a body
    ("The plan of Novak Torvic failed. Torvic will try again.", {("Novak Torvic", "PERSON"), ("Torvic", "PERSON")}),
    ("Witold Group left early. The Group is in Oslo.", {("Witold Group", "ORG"), ("Group", "ORG"), ("Oslo", "GPE")}),
    ("Exxon Mobil reported profits. Shares in Mobil rose.", {("Exxon Mobil", "ORG"), ("Mobil", "ORG")}),
    # without a year it is an event in Utah, not its name
    ("The Utah primary was close.", {("Utah", "GPE")}),
    (
        "World War II ended in 1945. The Battle of Narvik was fought in Norway.",
        {("World War II", "EVENT"), ("Battle of Narvik", "EVENT"), ("Norway", "GPE")},
    ),
    ("Operation Barbarossa failed. The Suez Crisis followed.", {("Operation Barbarossa", "EVENT"), ("Suez Crisis", "EVENT")}),
    (
        "The World Conference on Women was held in Beijing.",
        {("World Conference on Women", "EVENT"), ("Beijing", "GPE")},
    ),
    ("The Paris Agreement followed.", {("Paris Agreement", "LAW")}),
    ("She won the Nobel Peace Prize.", {("Nobel Peace Prize", "WORK_OF_ART")}),
]

BODIES = [
    ("The Social Democratic and Labour Party won.", {("Social Democratic and Labour Party", "ORG")}),
    ("The Trade and Development Board met in Accra.", {("Trade and Development Board", "ORG"), ("Accra", "GPE")}),
    ("The Freedom and Progress Party led.", {("Freedom and Progress Party", "ORG")}),
    (
        "The Agrarian Party of Moldova and the Liberal Party of Honduras signed it.",
        {("Agrarian Party of Moldova", "ORG"), ("Liberal Party of Honduras", "ORG")},
    ),
    ("The Communist Party of the Philippines denied it.", {("Communist Party of the Philippines", "ORG")}),
    ("The Law Society of England and Wales objected.", {("Law Society of England and Wales", "ORG")}),
    ("The Union of Bakers and Millers for Peace marched.", {("Union of Bakers and Millers for Peace", "ORG")}),
    ("Investors bought Tesla, Uber and Snapchat.", {("Tesla", "ORG"), ("Uber", "ORG"), ("Snapchat", "ORG")}),
    ("Facebook and Instagram were down.", {("Facebook", "ORG"), ("Instagram", "ORG")}),
    (
        "Members of the Tamil League/National Front walked out.",
        {("Tamil League", "ORG"), ("National Front", "ORG")},
    ),
    ("Joe Biden's Democratic Party lost Ohio.", {("Joe Biden", "PERSON"), ("Democratic Party", "ORG"), ("Ohio", "GPE")}),
    ("The Scottish Greens and the Irish Socialists agreed.", {("Scottish Greens", "ORG"), ("Irish Socialists", "ORG")}),
    (
        "Partido Liberal de Chile and Parti Socialiste sent letters.",
        {("Partido Liberal de Chile", "ORG"), ("Parti Socialiste", "ORG")},
    ),
    ("Fianna Fáil and Sinn Féin voted. Likud did not.", {("Fianna Fáil", "ORG"), ("Sinn Féin", "ORG"), ("Likud", "ORG")}),
    # a town's name in -s makes no members of a university
    (
        "The University of Leeds and Leeds City Council sued.",
        {("University of Leeds", "ORG"), ("Leeds City Council", "ORG")},
    ),
    ("The Ontario Farmers' Party won two seats.", {("Ontario Farmers' Party", "ORG")}),
    ("Reporters came from the Daily Courier and the BBC.", {("Daily Courier", "ORG"), ("BBC", "ORG")}),
]

THINGS_AND_PLACES = [
    ("The firm dropped support for IE9 and Windows XP.", {("IE9", "PRODUCT"), ("Windows XP", "PRODUCT")}),
    ("Chrome and Firefox gained users.", {("Chrome", "PRODUCT"), ("Firefox", "PRODUCT")}),
    ("An F-16 crashed near Aviano.", {("F-16", "PRODUCT"), ("Aviano", "GPE")}),
    ("The office in Washington, D.C. was closed.", {("Washington, D.C.", "GPE")}),
    ("The Kingdom of Bhutan closed its border.", {("Kingdom of Bhutan", "GPE")}),
    ("Fighting hit the Donetsk region. Donetsk fell.", {("Donetsk", "GPE")}),
    ("The Rhine rose by two metres.", {("Rhine", "LOC")}),
    ("Troops left the province of Trapani.", {("Trapani", "GPE")}),
    ("São Paulo flooded. In Sao Paulo, schools closed.", {("São Paulo", "GPE"), ("Sao Paulo", "GPE")}),
]

PEOPLE = [
    (
        "Kim Dae-jung met Tsai Ing-wen in Seoul.",
        {("Kim Dae-jung", "PERSON"), ("Tsai Ing-wen", "PERSON"), ("Seoul", "GPE")},
    ),
    # a hyphen with a participle is no given name
    ("The Anna Lee-led group left. Anna Lee stayed.", {("Anna Lee", "PERSON")}),
    ("Luiz Inácio Lula da Silva won.", {("Luiz Inácio Lula da Silva", "PERSON")}),
    ("Trump’s rivals praised Macron.", {("Trump", "PERSON"), ("Macron", "PERSON")}),
    ("Andre Price III, who lives in Ohio, sued.", {("Andre Price III", "PERSON"), ("Ohio", "GPE")}),
    # what "his" can only mean, and what "its" does
    ("Hitchcock preferred to work with his friends.", {("Hitchcock", "PERSON")}),
    ("Google said its profit fell.", {("Google", "ORG")}),
    # party and office stay outside
    (
        "Conservative Peter Blake beat Liberal Anna Stone in Oxford.",
        {("Peter Blake", "PERSON"), ("Anna Stone", "PERSON"), ("Oxford", "GPE")},
    ),
    ("MP Anna Stone wrote to MEP Karl Weiss.", {("Anna Stone", "PERSON"), ("Karl Weiss", "PERSON")}),
    (
        "U.S. Senators Ann Lee and Bob Ray wrote to New York City Mayor Tom Hill.",
        {("U.S.", "GPE"), ("Ann Lee", "PERSON"), ("Bob Ray", "PERSON"), ("New York City", "GPE"), ("Tom Hill", "PERSON")},
    ),
    ("Ambassador Chidi Okoro met Premier Li Wei.", {("Chidi Okoro", "PERSON"), ("Li Wei", "PERSON")}),
    ("Deputy Foreign Minister Sonja Petrovic flew to Zagreb.", {("Sonja Petrovic", "PERSON"), ("Zagreb", "GPE")}),
    ("General Sir Peter Dunne retired.", {("Peter Dunne", "PERSON")}),
    ("Judge Ruth Hale ruled on Friday. Hale was appointed in 2004.", {("Ruth Hale", "PERSON"), ("Hale", "PERSON")}),
    (
        "Jordan's King Abdullah met Michael Jordan.",
        {("Jordan", "GPE"), ("Abdullah", "PERSON"), ("Michael Jordan", "PERSON")},
    ),
]

PEOPLES = [
    # what a people is called is no place, and its language is no people
    (
        "Ukrainian forces held three North Koreans near Sumy.",
        {("Ukrainian", "NORP"), ("North Koreans", "NORP"), ("Sumy", "GPE")},
    ),
    ("The Basque and Catalan premiers met two Swedes.", {("Basque", "NORP"), ("Catalan", "NORP"), ("Swedes", "NORP")}),
    ("Anna French met Piotr Zielak.", {("Anna French", "PERSON"), ("Piotr Zielak", "PERSON")}),
]


@pytest.mark.parametrize(("text", "expected"), EVENTS + BODIES + THINGS_AND_PLACES + PEOPLE + PEOPLES)
def test_exactly_these_names(nlp: Language, text: str, expected: set[tuple[str, str]]) -> None:
    assert found(nlp, text) == expected


def test_a_noun_that_begins_a_sentence_is_no_name(nlp: Language) -> None:
    doc = nlp("Hacker who opened the mails is free\n\nThe hacker, Peter Hall, left prison on Monday. Hall said he was glad.")
    assert [entity.name for entity in doc._.factx_entities] == ["Peter Hall"]


def test_what_markup_left_is_no_name(nlp: Language) -> None:
    doc = nlp('<tweet datetime="2016-06-29">Stone, who has accused Bill Hall of lying, may come.</tweet>')
    assert [one.name for one in doc._.factx_entities] == ["Bill Hall"]
