"""Tables of units: names and symbols, and money by sign, code, name and country. No logic here."""

from __future__ import annotations

from factx.records import UnitKind

# kind, code, names in lower case (may follow a space or a hyphen), symbols with their case (may also be glued to the digits).
_TABLE: tuple[tuple[UnitKind, str, str, str], ...] = (
    ("percent", "%", "percent|per cent|percentage|per-cent|pct|pct.|p.c.", "%|pc"),
    ("percent", "pp", "percentage points|percentage point|percentage-points|percentage-point|percent points", "pp|pps"),
    ("percent", "bp", "basis points|basis point|basis-points|basis-point", "bp|bps"),
    ("length", "m", "metres|metre|meters|meter", "m"),
    ("length", "km", "kilometres|kilometre|kilometers|kilometer|kilometeres|klicks", "km|kms|Km"),
    ("length", "cm", "centimetres|centimetre|centimeters|centimeter", "cm|cms"),
    ("length", "mm", "millimetres|millimetre|millimeters|millimeter", "mm"),
    ("length", "dm", "decimetres|decimetre|decimeters|decimeter", "dm"),
    ("length", "µm", "micrometres|micrometre|micrometers|micrometer|microns|micron", "µm|μm|um"),
    ("length", "nm", "nanometres|nanometre|nanometers|nanometer", "nm"),
    ("length", "pm", "picometres|picometre|picometers|picometer", ""),
    ("length", "in", "inches|inch", "″"),
    ("length", "ft", "feet|foot", "ft|ft."),
    ("length", "yd", "yards|yard", "yd|yds"),
    ("length", "mi", "miles|mile", "mi"),
    ("length", "nmi", "nautical miles|nautical mile", "nmi"),
    ("length", "ly", "light-years|light-year|light years|light year", "ly"),
    ("area", "m²", "square metres|square metre|square meters|square meter|sq m|sq. m|sq. m.|sq metres|sq meters", "m²|m2|sqm"),
    ("area", "km²", "square kilometres|square kilometre|square kilometers|square kilometer|sq km|sq. km|sq. km.", "km²|km2|sqkm"),
    ("area", "sq ft", "square feet|square foot|square-feet|square-foot|sq ft|sq. ft.|sq. ft|sq feet", "sqft|ft²|ft2"),
    ("area", "sq mi", "square miles|square mile|square-mile|sq mi|sq miles", "mi²"),
    ("area", "sq yd", "square yards|square yard|sq yd", ""),
    ("area", "cm²", "square centimetres|square centimeters", "cm²|cm2"),
    ("area", "ha", "hectares|hectare", "ha"),
    ("area", "acre", "acres|acre", ""),
    ("volume", "m³", "cubic metres|cubic metre|cubic meters|cubic meter|cubic-metre|cubic-meter|cu m", "m³|m3"),
    ("volume", "cu ft", "cubic feet|cubic foot|cubic-feet|cubic-foot|cu ft|cu. ft.", "ft³|ft3"),
    ("volume", "cu yd", "cubic yards|cubic yard", ""),
    ("volume", "km³", "cubic kilometres|cubic kilometers", "km³"),
    ("volume", "cc", "cubic centimetres|cubic centimeters", "cc|cm³|cm3"),
    ("volume", "L", "litres|litre|liters|liter", "L|l"),
    ("volume", "mL", "millilitres|millilitre|milliliters|milliliter", "ml|mL"),
    ("volume", "cL", "centilitres|centiliters", "cl|cL"),
    ("volume", "gal", "gallons|gallon", "gal"),
    ("volume", "pint", "pints|pint", ""),
    ("volume", "quart", "quarts|quart", ""),
    ("volume", "fl oz", "fluid ounces|fluid ounce|fl oz|fl. oz.", ""),
    ("volume", "bbl", "barrels|barrel", "bbl"),
    ("volume", "cup", "cups|cup", ""),
    ("volume", "tbsp", "tablespoons|tablespoon", "tbsp"),
    ("volume", "tsp", "teaspoons|teaspoon", "tsp"),
    ("mass", "g", "grams|gram|grammes|gramme", "g"),
    ("mass", "kg", "kilograms|kilogram|kilogrammes|kilogramme|kilos|kilo", "kg|kgs|Kg"),
    ("mass", "mg", "milligrams|milligram|milligrammes|milligramme", "mg"),
    ("mass", "µg", "micrograms|microgram|microgrammes|microgramme", "µg|μg|mcg"),
    ("mass", "t", "tonnes|tonne|metric tons|metric ton", "t"),
    ("mass", "ton", "tons|ton|short tons|long tons", ""),
    ("mass", "kt", "kilotons|kiloton|kilotonnes|kilotonne", ""),
    ("mass", "Mt", "megatons|megaton|megatonnes|megatonne", "Mt"),
    ("mass", "Gt", "gigatons|gigaton|gigatonnes|gigatonne", "Gt"),
    ("mass", "lb", "pounds|pound", "lb|lbs|lbs."),
    ("mass", "oz", "ounces|ounce|troy ounces|troy ounce", "oz|oz."),
    ("mass", "st", "stones|stone", ""),
    ("speed", "mph", "miles per hour|miles an hour|mile per hour|mile-per-hour|miles-per-hour|mile-an-hour", "mph|m.p.h."),
    (
        "speed",
        "km/h",
        "kilometres per hour|kilometers per hour|kilometre per hour|kilometer per hour|kilometres an hour|kilometers an hour|"
        "kilometer-per-hour|kilometre-per-hour|km per hour|km an hour",
        "km/h|km/hr|kph|kmh|kmph",
    ),
    ("speed", "m/s", "metres per second|meters per second|meter per second|metres a second|meters a second", "m/s"),
    ("speed", "km/s", "kilometres per second|kilometers per second|kilometres a second|kilometers a second", "km/s"),
    ("speed", "kn", "knots|knot", ""),
    (
        "temperature",
        "°C",
        "degrees celsius|degree celsius|degrees celcius|degrees centigrade|degree centigrade|degrees c|degree c|deg celsius|"
        "deg c|"
        "celsius|celcius|centigrade|degrees-celsius|degree-celsius",
        "°C|ºC|° C|C",
    ),
    (
        "temperature",
        "°F",
        "degrees fahrenheit|degree fahrenheit|degrees farenheit|degrees f|degree f|deg fahrenheit|deg f|fahrenheit|farenheit|"
        "degrees-fahrenheit|degree-fahrenheit",
        "°F|ºF|° F|F",
    ),
    ("temperature", "K", "kelvin|kelvins|degrees kelvin", ""),
    ("angle", "°", "degrees|degree|deg|deg.", "°|º"),
    ("angle", "rad", "radians|radian", ""),
    ("energy", "kWh", "kilowatt-hours|kilowatt-hour|kilowatt hours|kilowatt hour", "kWh|kwh|KWh"),
    ("energy", "MWh", "megawatt-hours|megawatt-hour|megawatt hours|megawatt hour", "MWh"),
    ("energy", "GWh", "gigawatt-hours|gigawatt-hour|gigawatt hours|gigawatt hour", "GWh"),
    ("energy", "TWh", "terawatt-hours|terawatt-hour|terawatt hours|terawatt hour", "TWh"),
    ("energy", "Wh", "watt-hours|watt-hour|watt hours|watt hour", "Wh"),
    ("energy", "J", "joules|joule", ""),
    ("energy", "kJ", "kilojoules|kilojoule", "kJ"),
    ("energy", "MJ", "megajoules|megajoule", "MJ"),
    ("energy", "kcal", "kilocalories|kilocalorie", "kcal"),
    ("energy", "calorie", "calories|calorie", ""),
    ("energy", "BTU", "british thermal units|british thermal unit", "BTU|Btu"),
    ("energy", "mmBTU", "", "mmBTU|MMBtu|mmBtu"),
    ("power", "W", "watts|watt", "W"),
    ("power", "kW", "kilowatts|kilowatt", "kW|KW|kw"),
    ("power", "MW", "megawatts|megawatt", "MW"),
    ("power", "GW", "gigawatts|gigawatt", "GW"),
    ("power", "TW", "terawatts|terawatt", "TW"),
    ("power", "hp", "horsepower|horse power", "hp"),
    ("power", "bhp", "brake horsepower", "bhp"),
    ("power", "PS", "", "PS"),
    ("pressure", "Pa", "pascals|pascal", ""),
    ("pressure", "hPa", "hectopascals|hectopascal", "hPa"),
    ("pressure", "kPa", "kilopascals|kilopascal", "kPa"),
    ("pressure", "MPa", "megapascals|megapascal", "MPa"),
    ("pressure", "GPa", "gigapascals|gigapascal", "GPa"),
    ("pressure", "mbar", "millibars|millibar", "mbar|mb"),
    ("pressure", "psi", "pounds per square inch", "psi"),
    ("pressure", "ksi", "kilopounds per square inch", "ksi"),
    ("pressure", "mmHg", "millimetres of mercury|millimeters of mercury", "mmHg"),
    ("electric", "V", "volts|volt", "V"),
    ("electric", "kV", "kilovolts|kilovolt", "kV"),
    ("electric", "mV", "millivolts|millivolt", "mV"),
    ("electric", "A", "amperes|ampere|amps|amp", ""),
    ("electric", "mA", "milliamps|milliamperes|milliamp", "mA"),
    ("electric", "mAh", "milliamp hours|milliampere hours|milliamp-hours|milliampere-hours", "mAh"),
    ("electric", "Ah", "amp hours|ampere hours|amp-hours", "Ah"),
    ("electric", "Ω", "ohms|ohm", "Ω"),
    ("electric", "farad", "farads|farad", ""),
    ("electric", "A/cm2", "", "A/cm2|A/cm²"),
    ("frequency", "Hz", "hertz", "Hz"),
    ("frequency", "kHz", "kilohertz", "kHz"),
    ("frequency", "MHz", "megahertz", "MHz"),
    ("frequency", "GHz", "gigahertz", "GHz"),
    ("frequency", "rpm", "revolutions per minute|revolutions a minute", "rpm"),
    ("data", "bit", "bits|bit", ""),
    ("data", "B", "bytes|byte", ""),
    ("data", "KB", "kilobytes|kilobyte", "KB"),
    ("data", "MB", "megabytes|megabyte", "MB"),
    ("data", "GB", "gigabytes|gigabyte|gigs|gig", "GB"),
    ("data", "TB", "terabytes|terabyte", "TB"),
    ("data", "PB", "petabytes|petabyte", "PB"),
    ("data", "Mbit", "megabits|megabit", "Mbit|Mb"),
    ("data", "Gbit", "gigabits|gigabit", "Gbit|Gb"),
    ("data", "Mbps", "megabits per second|megabits a second", "Mbps|Mbit/s|Mb/s"),
    ("data", "Gbps", "gigabits per second|gigabits a second", "Gbps|Gbit/s|Gb/s"),
    ("data", "kbps", "kilobits per second|kilobits a second", "kbps"),
    ("other", "lb-ft", "pound-feet|pound-foot|pound feet|pound foot|foot-pounds|foot pounds", "lb-ft|ft-lb|lb ft"),
    ("other", "N·m", "newton metres|newton meters|newton-metres|newton-meters", "Nm|N·m"),
    ("other", "N", "newtons|newton", ""),
    ("other", "dB", "decibels|decibel", "dB|db"),
    ("other", "ppm", "parts per million|part per million|parts-per-million", "ppm"),
    ("other", "ppb", "parts per billion|part per billion|parts-per-billion", "ppb"),
    ("other", "mpg", "miles per gallon|miles to the gallon|mile-per-gallon", "mpg"),
    ("other", "MP", "megapixels|megapixel", "MP"),
    ("other", "carat", "carats|carat", ""),
    ("duration", "ms", "milliseconds|millisecond", "ms"),
    ("duration", "s", "seconds|second|secs|sec", "s"),
    ("duration", "min", "minutes|minute|mins|min", ""),
    ("duration", "h", "hours|hour|hrs|hr", "h"),
    ("duration", "day", "days|day", ""),
    ("duration", "week", "weeks|week|wks", ""),
    ("duration", "fortnight", "fortnights|fortnight", ""),
    ("duration", "month", "months|month|mos", ""),
    ("duration", "year", "years|year|yrs|yr", ""),
    ("duration", "decade", "decades|decade", ""),
    ("duration", "century", "centuries|century", ""),
)  # fmt: skip

UNIT_NAMES: dict[str, tuple[str, UnitKind]] = {
    name: (code, kind) for kind, code, names, _ in _TABLE for name in names.split("|") if name
}
UNIT_SYMBOLS: dict[str, tuple[str, UnitKind]] = {
    symbol: (code, kind) for kind, code, _, symbols in _TABLE for symbol in symbols.split("|") if symbol
}
# These symbols are words or letters of their own: only right behind the digits ("5m", not "5 m of" or "12 h").
GLUED_ONLY = frozenset("s h t l m g C F pc pp in bp bps mb mi K".split())
# ... of which these also stand behind a space when nothing but punctuation, a bracket or the end follows, or another dimension.
GLUED_OR_FINAL = frozenset("m g C F t l h s".split())

# Smaller units of the same kind, by which compounds are summed up.
SMALLER: dict[str, tuple[str, float]] = {
    "year": ("month", 12.0),
    "week": ("day", 7.0),
    "day": ("h", 24.0),
    "h": ("min", 60.0),
    "min": ("s", 60.0),
    "ft": ("in", 12.0),
    "km": ("m", 1000.0),
    "m": ("cm", 100.0),
    "st": ("lb", 14.0),
    "lb": ("oz", 16.0),
    "kg": ("g", 1000.0),
}
# Code letters or signs before the number. "PS" and "Y=" are what ASCII transliteration makes of the pound and the yen sign.
_MONEY_SIGNS_BY_CODE: dict[str, str] = {
    "USD": "$|US$|$US|US $|U.S.$|U.S. $|USD$|us $", "AUD": "A$|$A|AU$|AUD$|Au$",
    "CAD": "C$|CA$|CAN$|Can$|CDN$|Cdn$|C $|c $", "HKD": "HK$|HK $|hk $", "NZD": "NZ$|NZ $|$NZ", "SGD": "S$|SG$", "TWD": "NT$",
    "BRL": "R$", "MXN": "Mex$|MX$", "JMD": "J$", "TTD": "TT$", "GBP": "£|£m|PS", "EUR": "€", "JPY": "¥|￥|Y=", "INR": "₹",
    "RUB": "₽", "KRW": "₩", "ILS": "₪", "TRY": "₺", "UAH": "₴", "NGN": "₦|N", "PHP": "₱|P", "THB": "฿", "VND": "₫", "CRC": "₡",
    "LAK": "₭", "GEL": "₾", "BTC": "₿", "KZT": "₸", "GHS": "₵", "MYR": "RM", "rupee": "Rs|Rs.", "IDR": "Rp", "CNY": "CN¥|RMB",
    "CHF": "SFr", "franc": "Fr", "krone": "kr|Kr", "DKK": "DKr", "SEK": "SKr", "NOK": "NKr", "CZK": "Kč", "PLN": "zł",
    "DEM": "DM", "KES": "Ksh|KSh", "shilling": "Sh", "ZAR": "R", "BDT": "Tk",
}  # fmt: skip
MONEY_SIGNS: dict[str, str] = {word: code for code, words in _MONEY_SIGNS_BY_CODE.items() for word in words.split("|")}
# These look like other things too: only glued to a number that is written like money (a comma, a decimal point, a scale).
WEAK_SIGNS = frozenset({"P", "R", "N", "PS", "Sh", "Fr", "DM", "kr", "Kr", "Tk", "Rp", "RM"})
ISO_CODES = frozenset(
    "USD EUR GBP JPY CHF AUD CAD NZD CNY HKD SGD INR RUB KRW ILS TRY UAH NGN PHP THB VND MYR IDR SEK NOK DKK PLN CZK HUF RON "
    "BGN HRK ISK MXN BRL "
    "ARS CLP COP PEN UYU ZAR EGP KES GHS TZS UGX MAD SAR AED QAR KWD BHD OMR JOD IRR IQD PKR BDT LKR NPR TWD KZT GEL AMD AZN "
    "BTC ETH XAF XOF ETB".split()
)
_MONEY_NAMES_BY_CODE: dict[str, str] = {
    "USD": "dollars|dollar|bucks", "EUR": "euros|euro", "JPY": "yen", "CNY": "yuan|renminbi",
    "GBP": "pounds sterling|pound sterling|sterling|quid", "ILS": "shekels|shekel", "RUB": "rubles|ruble|roubles|rouble",
    "UAH": "hryvnia|hryvnias", "PLN": "zloty|zlotys", "HUF": "forints|forint", "NGN": "naira", "GHS": "cedis|cedi",
    "ZAR": "rand|rands", "MYR": "ringgit|ringgits", "IDR": "rupiah", "THB": "baht", "KZT": "tenge", "BDT": "taka",
    "ETB": "birr", "GEL": "lari", "TRY": "lira|liras", "ITL": "lire", "HRK": "kuna", "BRL": "reais", "NLG": "guilders|guilder",
    "FIM": "markkas|markka", "ESP": "pesetas|peseta", "DEM": "deutsche marks|deutschmarks|deutsche mark", "LAK": "kip",
    "CRC": "colones", "BTC": "bitcoins|bitcoin", "ETH": "ether", "satoshi": "satoshis", "franc": "francs|franc",
    "peso": "pesos|peso", "rupee": "rupees|rupee", "dinar": "dinars|dinar", "dirham": "dirhams|dirham", "riyal": "riyals|riyal",
    "rial": "rials|rial", "krone": "kroner|krone", "SEK": "kronor", "krona": "krona", "shilling": "shillings|shilling",
    "¢": "cents|cent", "p": "pence|penny|pennies", "sen": "sen",
}  # fmt: skip
MONEY_NAMES: dict[str, str] = {word: code for code, words in _MONEY_NAMES_BY_CODE.items() for word in words.split("|")}
# Only behind a million or more, or a country: "won" and "crowns" and "pounds" are other words too.
_MONEY_BIG_ONLY_BY_CODE: dict[str, str] = {
    "KRW": "won", "GBP": "pounds|pound", "BRL": "real", "VND": "dong", "crown": "crowns", "mark": "marks",
}  # fmt: skip
MONEY_BIG_ONLY: dict[str, str] = {word: code for code, words in _MONEY_BIG_ONLY_BY_CODE.items() for word in words.split("|")}
_MONEY_SUFFIX_SIGNS_BY_CODE: dict[str, str] = {
    "EUR": "€", "GBP": "£", "USD": "$", "¢": "¢|c", "p": "p", "PLN": "zł", "CZK": "Kč", "krone": "kr", "RUB": "₽", "ILS": "₪",
    "JPY": "¥",
}  # fmt: skip
MONEY_SUFFIX_SIGNS: dict[str, str] = {
    word: code for code, words in _MONEY_SUFFIX_SIGNS_BY_CODE.items() for word in words.split("|")
}
_COUNTRIES: dict[str, str] = {
    "dollar": "us=USD|u.s.=USD|american=USD|united states=USD|australian=AUD|canadian=CAD|new zealand=NZD|"
        "hong kong=HKD|singapore=SGD|singaporean=SGD|taiwan=TWD|taiwanese=TWD|jamaican=JMD|"
        "zimbabwean=ZWL|zimbabwe=ZWL|aussie=AUD|namibian=NAD",
    "pound": "british=GBP|egyptian=EGP|lebanese=LBP|syrian=SYP|sudanese=SDG|english=GBP|irish=IEP|"
        "south sudanese=SSP",
    "franc": "swiss=CHF|french=FRF|belgian=BEF|cfa=XOF|congolese=CDF|rwandan=RWF",
    "peso": "mexican=MXN|argentine=ARS|chilean=CLP|colombian=COP|philippine=PHP|cuban=CUP|uruguayan=UYU|"
        "dominican=DOP",
    "rupee": "indian=INR|pakistani=PKR|sri lankan=LKR|nepalese=NPR|nepali=NPR|mauritian=MUR",
    "rupiah": "indonesian=IDR",
    "dinar": "kuwaiti=KWD|iraqi=IQD|jordanian=JOD|serbian=RSD|algerian=DZD|tunisian=TND|libyan=LYD|"
        "bahraini=BHD",
    "dirham": "moroccan=MAD|emirati=AED|uae=AED",
    "riyal": "saudi=SAR|qatari=QAR|omani=OMR|yemeni=YER",
    "rial": "iranian=IRR|omani=OMR|yemeni=YER",
    "krone": "danish=DKK|norwegian=NOK",
    "krona": "swedish=SEK|icelandic=ISK",
    "crown": "danish=DKK|norwegian=NOK|swedish=SEK|czech=CZK|icelandic=ISK|slovak=SKK|estonian=EEK",
    "shilling": "kenyan=KES|ugandan=UGX|tanzanian=TZS|somali=SOS",
    "won": "south korean=KRW|korean=KRW|north korean=KPW",
    "yen": "japanese=JPY",
    "yuan": "chinese=CNY",
    "shekel": "israeli=ILS",
    "ruble": "russian=RUB|belarusian=BYN",
    "rouble": "russian=RUB|belarusian=BYN",
    "lira": "turkish=TRY|italian=ITL",
    "rand": "south african=ZAR",
    "real": "brazilian=BRL",
    "mark": "german=DEM|finnish=FIM",
    "markka": "finnish=FIM",
    "guilder": "dutch=NLG",
    "peseta": "spanish=ESP",
    "ringgit": "malaysian=MYR",
    "zloty": "polish=PLN",
    "forint": "hungarian=HUF",
    "hryvnia": "ukrainian=UAH",
    "naira": "nigerian=NGN",
    "baht": "thai=THB",
    "kuna": "croatian=HRK",
    "lari": "georgian=GEL",
}  # fmt: skip
COUNTRIES: dict[str, dict[str, str]] = {
    noun: {country: code for country, _, code in (pair.partition("=") for pair in pairs.split("|"))}
    for noun, pairs in _COUNTRIES.items()
}
PLURALS: dict[str, str] = dict(
    pair.split("=")
    for pair in (
        "dollars=dollar pounds=pound francs=franc pesos=peso rupees=rupee dinars=dinar dirhams=dirham riyals=riyal "
        "rials=rial kroner=krone kronor=krona crowns=crown shillings=shilling shekels=shekel rubles=ruble "
        "roubles=rouble reais=real marks=mark markkas=markka guilders=guilder pesetas=peseta liras=lira rands=rand "
        "zlotys=zloty forints=forint"
    ).split()
)
