"""What peoples are called: adjectives of countries and nouns of their people. No place, whatever a tagger takes them for."""

from __future__ import annotations

from factx.components.entities.lists import phrase_set

# With a plural in "s".
_COUNTABLE = phrase_set(
    """
    Afghan|African|Albanian|Algerian|American|Andorran|Angolan|Arab|Argentine|Argentinian|Armenian|Asian|Australian|Austrian
    Azerbaijani|Azeri|Bahamian|Bahraini|Balkan|Bangladeshi|Barbadian|Belarusian|Belgian|Belizean|Bermudian|Bolivian|Bosnian
    Botswanan|Brazilian|Bruneian|Bulgarian|Burkinabe|Burundian|Cambodian|Cameroonian|Canadian|Caribbean|Catalan|Chadian
    Chechen|Chilean|Colombian|Comorian|Corsican|Costa Rican|Crimean Tatar|Croat|Croatian|Cuban|Cypriot|Czech|Dagestani
    Djiboutian|Dominican|Ecuadorean|Ecuadorian|Egyptian|Emirati|Eritrean|Estonian|Ethiopian|European|Fijian|Filipino
    Gabonese|Gambian|Georgian|German|Ghanaian|Greek|Grenadian|Guatemalan|Guinean|Guyanese|Haitian|Hawaiian|Honduran
    Hungarian|Icelander|Indian|Indonesian|Iranian|Iraqi|Israeli|Italian|Ivorian|Jamaican|Jordanian|Kazakh|Kazakhstani
    Kenyan|Korean|Kosovar|Kurd|Kuwaiti|Kyrgyz|Laotian|Latin American|Latvian|Liberian|Libyan|Liechtensteiner|Lithuanian
    Luxembourger|Macedonian|Malagasy|Malawian|Malaysian|Maldivian|Malian|Mauritanian|Mauritian|Mexican|Moldovan|Mongolian
    Montenegrin|Moroccan|Mozambican|Namibian|New Zealander|Nicaraguan|Nigerian|Nigerien|North African|North American
    North Korean|Norwegian|Omani|Ossetian|Pakistani|Palestinian|Panamanian|Papuan|Paraguayan|Peruvian|Puerto Rican|Qatari
    Romanian|Russian|Rwandan|Salvadoran|Samoan|Sardinian|Saudi|Saudi Arabian|Scandinavian|Serb|Serbian|Sicilian
    Sierra Leonean|Singaporean|Slovak|Slovakian|Slovene|Slovenian|Somali|Somalian|South African|South American
    South Asian|South Korean|Southeast Asian|Soviet|Spaniard|Sri Lankan|Surinamese|Swede|Syrian|Tajik|Tanzanian|Tatar|Thai
    Tibetan|Tongan|Trinidadian|Tunisian|Turk|Turkmen|Ugandan|Ukrainian|Uruguayan|Uyghur|Uighur|Uzbek|Venezuelan|Yemeni
    Yemenite|Yugoslav|Zambian|Zimbabwean|Dane|Finn|Pole|Briton|Scot|Californian|Texan|Londoner|New Yorker|Parisian
    """
)
# Adjectives, and nouns that are their own plural or have no other form.
_PLAIN = phrase_set(
    """
    Basque|Beninese|Bhutanese|British|Burmese|Chinese|Congolese|Cornish|Danish|Dutch|East Timorese|English|Faroese|Finnish
    Flemish|French|Frenchman|Frenchwoman|Frenchmen|Icelandic|Irish|Irishman|Irishmen|Japanese|Kurdish|Lebanese|Maltese
    Nepalese|Nepali|Northern Irish|Polish|Portuguese|Scottish|Senegalese|Slavic|Spanish|Sudanese|South Sudanese|Swedish
    Swiss|Taiwanese|Togolese|Turkish|Vietnamese|Welsh|Walloon|Englishman|Englishmen|Dutchman|Dutchmen|Welshman|Scotsman
    """
)
DEMONYMS = _COUNTABLE | {f"{one}s" for one in _COUNTABLE} | _PLAIN
