"""Who is who: spellings, families, namesakes, short forms and acronyms, peoples and capitals."""

from __future__ import annotations

import pytest
from spacy.language import Language

OTHERS = ["factx_quotes", "factx_claims", "factx_speakers"]


def groups(nlp: Language, text: str) -> set[frozenset[str]]:
    """Return the surface names of a text, those of one thing together."""
    with nlp.select_pipes(disable=OTHERS):
        entities = nlp(text)._.factx_entities
    return {frozenset(text[m.start : m.end] for m in one.mentions) for one in entities}


def sets(*names: str) -> set[frozenset[str]]:
    """Return one set for each argument: names of one thing with a bar between."""
    return {frozenset(one.split("|")) for one in names}


SPELLINGS = [
    ("Volodymyr Zelensky arrived. Zelenskyy said he was tired.", sets("Volodymyr Zelensky|Zelenskyy")),
    ("President Recep Tayyip Erdoğan spoke. Erdogan said no.", sets("Recep Tayyip Erdoğan|Erdogan")),
    (
        "Slobodan Milošević was tried in The Hague. Milosevic died there.",
        sets("Slobodan Milošević|Milosevic", "Hague"),
    ),
    (
        "Hugo Chavez ruled Venezuela. Chávez died in 2013. Hugo Chávez was 58.",
        sets("Hugo Chavez|Chávez|Hugo Chávez", "Venezuela"),
    ),
    ("Prime Minister Pedro Sánchez won. Sanchez thanked Spain.", sets("Pedro Sánchez|Sanchez", "Spain")),
    (
        "Alexei Navalny was jailed. Aleksei Navalny's lawyers protested. Navalny died.",
        sets("Alexei Navalny|Aleksei Navalny|Navalny"),
    ),
    ("Dmitri Medvedev spoke. Dmitry Medvedev is a lawyer.", sets("Dmitri Medvedev|Dmitry Medvedev")),
    ("Mohammed Ali Karim and Mohamed Karim are one man.", sets("Mohammed Ali Karim|Mohamed Karim")),
    ("Ibn Khalid al-Masri spoke. Al-Masri said no.", sets("Ibn Khalid al-Masri|Al-Masri")),
    ("São Paulo flooded. In Sao Paulo, schools closed.", sets("São Paulo|Sao Paulo")),
    ("Kyiv was shelled. Officials in Kiev said two people died.", sets("Kyiv|Kiev")),
    ("He joined the Liberal party in 1920. The Liberal Party lost.", sets("Liberal party|Liberal Party")),
]

HALVES = [
    (
        "North Korea fired a missile. South Korea said the North had warned nobody. The South waited.",
        sets("North Korea|North", "South Korea|South"),
    ),
    # with another North about, or none of that name, it is a part of the country
    ("North Dakota voted. Schools in the North closed.", sets("North Dakota", "North")),
]

NAMESAKES = [
    # father and son
    (
        "Donald Trump Jr. met lawyers. His father, Donald Trump, was in Ohio. Trump Jr. said nothing.",
        sets("Donald Trump Jr.|Trump Jr.", "Donald Trump", "Ohio"),
    ),
    (
        "Robert Kennedy Jr. ran. Kennedy lost. His father, Robert Kennedy, was shot in 1968.",
        sets("Robert Kennedy Jr.|Kennedy", "Robert Kennedy"),
    ),
    ("George H. W. Bush was president. George W. Bush was, too.", sets("George H. W. Bush", "George W. Bush")),
    # one man, with and without his suffix
    ("William Stone, Jr. sang. William Stone is from Kent.", sets("William Stone, Jr.|William Stone", "Kent")),
    # brothers, unrelated namesakes
    (
        "Two brothers, Ivan Petrov and Oleg Petrov, were held. Ivan Petrov denied it.",
        sets("Ivan Petrov", "Oleg Petrov"),
    ),
    ("Ana Cruz and Ted Cruz are not related. Ana Cruz sings.", sets("Ana Cruz", "Ted Cruz")),
    # a family is none of its members
    (
        "The Kim family left. Kim Jong Un said the party had won. Kim Yo Jong smiled.",
        sets("Kim", "Kim Jong Un", "Kim Yo Jong"),
    ),
    ("The Romanov dynasty ended. Nicholas Romanov was shot.", sets("Romanov", "Nicholas Romanov")),
    (
        "The Clintons moved to New York. Chelsea Clinton stayed.",
        sets("Clintons", "New York", "Chelsea Clinton"),
    ),
    # who came in as somebody's kin is not meant by the surname alone
    (
        "Ted Cruz spoke in Ohio. His wife, Heidi Cruz, left early. Cruz said he was glad.",
        sets("Ted Cruz|Cruz", "Heidi Cruz", "Ohio"),
    ),
    # nor is a namesake who is brought in after the surname alone has come to mean somebody
    (
        "Chris Murphy rose. Murphy spoke for hours. Murphy praised a teacher, Anne Marie Murphy. Murphy sat down.",
        sets("Chris Murphy|Murphy", "Anne Marie Murphy"),
    ),
    # spouses
    (
        "Barack Obama and his wife, Michelle, left Chicago. Mrs. Obama wrote a book.",
        sets("Barack Obama", "Michelle|Obama", "Chicago"),
    ),
    (
        "John Tillman and his wife Susan voted. Mrs. Tillman waited. Susan Tillman smiled.",
        sets("John Tillman", "Susan|Tillman|Susan Tillman"),
    ),
    (
        "Bill and Hillary Clinton arrived. Hillary Clinton spoke first. Bill Clinton waved.",
        sets("Bill|Bill Clinton", "Hillary Clinton"),
    ),
    # a title tells two of one family name, which may come first
    (
        "Ms. Nguyen Thi Hoa and Mr. Nguyen Van Nam were charged. Ms. Nguyen denied it.",
        sets("Nguyen Thi Hoa|Nguyen", "Nguyen Van Nam"),
    ),
    # given names and middle names
    ("Angela Merkel met Emmanuel Macron. Angela is tired.", sets("Angela Merkel|Angela", "Emmanuel Macron")),
    ("Luiz Inácio Lula da Silva won. Lula said Brazil was back.", sets("Luiz Inácio Lula da Silva|Lula", "Brazil")),
    ("Chinese President Xi Jinping left. Xi said no.", sets("Chinese", "Xi Jinping|Xi")),
]

SHORT_FORMS = [
    (
        "The International Committee of the Red Cross (ICRC) said aid had come. The ICRC thanked them.",
        sets("International Committee of the Red Cross|ICRC"),
    ),
    (
        "The Royal Society for the Protection of Birds (RSPB) objected. RSPB members marched.",
        sets("Royal Society for the Protection of Birds|RSPB"),
    ),
    (
        "The Organisation for Economic Co-operation and Development (OECD) met. The OECD cut its forecast.",
        sets("Organisation for Economic Co-operation and Development|OECD"),
    ),
    ("The North Atlantic Treaty Organization met. NATO agreed.", sets("North Atlantic Treaty Organization|NATO")),
    ("The London School of Economics opened. The LSE has 12,000 students.", sets("London School of Economics|LSE")),
    ("Federal Bureau of Investigation agents came. The FBI said so.", sets("Federal Bureau of Investigation|FBI")),
    ("The Home Office lost. The UK Home Office will appeal.", sets("Home Office|UK Home Office")),
    (
        "The Department of Homeland Security closed. Homeland Security said so.",
        sets("Department of Homeland Security|Homeland Security"),
    ),
    # two banks with one first word
    ("The Bank of England raised rates. The Bank of Scotland did not.", sets("Bank of England", "Bank of Scotland")),
    ("The Kursk region was attacked. Kursk is a city.", sets("Kursk")),
]

PEOPLES_AND_CAPITALS = [
    ("German officials left Germany.", sets("German", "Germany")),
    ("Catalonia voted. Catalan leaders fled to Brussels.", sets("Catalonia", "Catalan", "Brussels")),
    # a capital that speaks for a government stays its own
    ("Beijing protested. China recalled its envoy.", sets("Beijing", "China")),
    ("Tehran said Iran would answer.", sets("Tehran", "Iran")),
    ("Moscow denied it. The Kremlin said Russia had no troops there.", sets("Moscow", "Kremlin", "Russia")),
    ("Washington said no. The United States had sent an envoy.", sets("Washington", "United States")),
]


@pytest.mark.parametrize(("text", "expected"), SPELLINGS + NAMESAKES + SHORT_FORMS + PEOPLES_AND_CAPITALS + HALVES)
def test_who_is_who(nlp: Language, text: str, expected: set[frozenset[str]]) -> None:
    assert groups(nlp, text) == expected
