"""Tables of units of measurement: names, symbols, and what tells the ones apart that share a symbol. No logic here."""

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
    ("length", "fathom", "fathoms|fathom", ""),
    ("length", "furlong", "furlongs|furlong", ""),
    ("length", "pc", "parsecs|parsec", ""),
    ("length", "AU", "astronomical units|astronomical unit", ""),
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
    ("speed", "kn", "knots|knot|kts", "kn|kt"),
    ("speed", "ft/s", "feet per second|foot per second|feet a second", "ft/s"),
    ("other", "m/s²", "", "m/s²|m/s2"),
    (
        "temperature",
        "°C",
        "degrees celsius|degree celsius|degrees celcius|degrees centigrade|degree centigrade|degrees c|degree c|deg celsius|"
        "deg c|"
        "celsius|celcius|centigrade|degrees-celsius|degree-celsius|° celsius|°celsius|° centigrade",
        "°C|ºC|℃|° C|C",
    ),
    (
        "temperature",
        "°F",
        "degrees fahrenheit|degree fahrenheit|degrees farenheit|degrees f|degree f|deg fahrenheit|deg f|fahrenheit|farenheit|"
        "degrees-fahrenheit|degree-fahrenheit|° fahrenheit|°fahrenheit",
        "°F|ºF|℉|° F|F",
    ),
    ("temperature", "K", "kelvin|kelvins|degrees kelvin", "K"),
    ("angle", "°", "degrees|degree|deg|deg.", "°|º"),
    ("angle", "rad", "radians|radian", "rad"),
    ("angle", "arcmin", "arcminutes|arcminute|minutes of arc|minute of arc", ""),
    ("angle", "arcsec", "arcseconds|arcsecond|seconds of arc|second of arc", ""),
    ("energy", "kWh", "kilowatt-hours|kilowatt-hour|kilowatt hours|kilowatt hour", "kWh|kwh|KWh"),
    ("energy", "MWh", "megawatt-hours|megawatt-hour|megawatt hours|megawatt hour", "MWh"),
    ("energy", "GWh", "gigawatt-hours|gigawatt-hour|gigawatt hours|gigawatt hour", "GWh"),
    ("energy", "TWh", "terawatt-hours|terawatt-hour|terawatt hours|terawatt hour", "TWh"),
    ("energy", "Wh", "watt-hours|watt-hour|watt hours|watt hour", "Wh"),
    ("energy", "J", "joules|joule", ""),
    ("energy", "kJ", "kilojoules|kilojoule", "kJ"),
    ("energy", "MJ", "megajoules|megajoule", "MJ"),
    ("energy", "GJ", "gigajoules|gigajoule", "GJ"),
    ("energy", "eV", "electronvolts|electronvolt|electron volts", "eV"),
    ("energy", "keV", "kiloelectronvolts", "keV"),
    ("energy", "MeV", "megaelectronvolts", "MeV"),
    ("energy", "kcal", "kilocalories|kilocalorie", "kcal"),
    ("energy", "calorie", "calories|calorie", ""),
    ("energy", "BTU", "british thermal units|british thermal unit", "BTU|Btu"),
    ("energy", "mmBTU", "", "mmBTU|MMBtu|mmBtu"),
    ("power", "mW", "milliwatts|milliwatt", "mW"),
    ("power", "W", "watts|watt", "W"),
    ("power", "kW", "kilowatts|kilowatt", "kW|KW|kw"),
    ("power", "MW", "megawatts|megawatt", "MW"),
    ("power", "GW", "gigawatts|gigawatt", "GW"),
    ("power", "TW", "terawatts|terawatt", "TW"),
    ("power", "hp", "horsepower|horse power|horse-power", "hp"),
    ("power", "bhp", "brake horsepower", "bhp"),
    ("power", "PS", "metric horsepower", "PS"),
    ("pressure", "Pa", "pascals|pascal", ""),
    ("pressure", "hPa", "hectopascals|hectopascal", "hPa"),
    ("pressure", "kPa", "kilopascals|kilopascal", "kPa"),
    ("pressure", "MPa", "megapascals|megapascal", "MPa"),
    ("pressure", "GPa", "gigapascals|gigapascal", "GPa"),
    ("pressure", "mbar", "millibars|millibar", "mbar|mb"),
    ("pressure", "atm", "standard atmospheres", "atm"),
    ("pressure", "psi", "pounds per square inch", "psi"),
    ("pressure", "ksi", "kilopounds per square inch", "ksi"),
    ("pressure", "mmHg", "millimetres of mercury|millimeters of mercury", "mmHg"),
    ("electric", "V", "volts|volt", "V"),
    ("electric", "kV", "kilovolts|kilovolt", "kV"),
    ("electric", "mV", "millivolts|millivolt", "mV"),
    ("electric", "A", "amperes|ampere|amps|amp", "A"),
    ("electric", "mA", "milliamps|milliamperes|milliamp", "mA"),
    ("electric", "mAh", "milliamp hours|milliampere hours|milliamp-hours|milliampere-hours", "mAh"),
    ("electric", "Ah", "amp hours|ampere hours|amp-hours", "Ah"),
    ("electric", "Ω", "ohms|ohm", "Ω|Ω"),
    ("electric", "kΩ", "kiloohms|kilohms|kiloohm|kilohm", "kΩ|kΩ"),
    ("electric", "farad", "farads|farad", ""),
    ("electric", "µF", "microfarads|microfarad", "µF|μF|uF"),
    ("electric", "nF", "nanofarads|nanofarad", "nF"),
    ("electric", "pF", "picofarads|picofarad", "pF"),
    ("electric", "H", "henries|henrys", "H"),
    ("electric", "mH", "millihenries|millihenry", "mH"),
    ("electric", "coulomb", "coulombs|coulomb", ""),
    ("electric", "kVA", "kilovolt-amperes|kilovolt amperes", "kVA"),
    ("electric", "T", "teslas", ""),
    ("electric", "A/cm2", "", "A/cm2|A/cm²"),
    ("frequency", "Hz", "hertz", "Hz"),
    ("frequency", "kHz", "kilohertz", "kHz"),
    ("frequency", "MHz", "megahertz", "MHz"),
    ("frequency", "GHz", "gigahertz", "GHz"),
    ("frequency", "THz", "terahertz", "THz"),
    ("frequency", "fps", "frames per second|frames a second", "fps"),
    ("frequency", "bpm", "beats per minute|beats a minute", "bpm"),
    ("frequency", "rpm", "revolutions per minute|revolutions a minute", "rpm"),
    ("data", "bit", "bits|bit", "b"),
    ("data", "B", "bytes|byte", ""),
    ("data", "KB", "kilobytes|kilobyte", "KB"),
    ("data", "MB", "megabytes|megabyte", "MB"),
    ("data", "GB", "gigabytes|gigabyte|gigs|gig", "GB"),
    ("data", "TB", "terabytes|terabyte", "TB"),
    ("data", "PB", "petabytes|petabyte", "PB"),
    ("data", "EB", "exabytes|exabyte", "EB"),
    ("data", "ZB", "zettabytes|zettabyte", "ZB"),
    ("data", "KiB", "kibibytes|kibibyte", "KiB"),
    ("data", "MiB", "mebibytes|mebibyte", "MiB"),
    ("data", "GiB", "gibibytes|gibibyte", "GiB"),
    ("data", "Mbit", "megabits|megabit", "Mbit|Mb"),
    ("data", "Gbit", "gigabits|gigabit", "Gbit|Gb"),
    ("data", "Mbps", "megabits per second|megabits a second", "Mbps|Mbit/s|Mb/s"),
    ("data", "Gbps", "gigabits per second|gigabits a second", "Gbps|Gbit/s|Gb/s"),
    ("data", "MB/s", "megabytes per second|megabytes a second", "MB/s|MBps"),
    ("data", "GB/s", "gigabytes per second|gigabytes a second", "GB/s"),
    ("data", "kbps", "kilobits per second|kilobits a second", "kbps"),
    ("other", "lb-ft", "pound-feet|pound-foot|pound feet|pound foot|foot-pounds|foot pounds", "lb-ft|ft-lb|lb ft"),
    ("other", "N·m", "newton metres|newton meters|newton-metres|newton-meters", "Nm|N·m"),
    ("other", "N", "newtons|newton", ""),
    ("other", "kN", "kilonewtons|kilonewton", "kN"),
    ("other", "mol", "", "mol"),
    ("other", "mmol", "millimoles|millimole", "mmol"),
    ("other", "lm", "lumens|lumen", "lm"),
    ("other", "lx", "lux", ""),
    ("other", "Sv", "sieverts|sievert", "Sv"),
    ("other", "mSv", "millisieverts|millisievert", "mSv"),
    ("other", "µSv", "microsieverts|microsievert", "µSv|μSv"),
    ("other", "Bq", "becquerels|becquerel", "Bq"),
    ("other", "Gy", "grays of radiation", "Gy"),
    ("other", "dB", "decibels|decibel", "dB|db"),
    ("other", "ppm", "parts per million|part per million|parts-per-million", "ppm"),
    ("other", "ppt", "parts per trillion|part per trillion", ""),
    ("other", "ppb", "parts per billion|part per billion|parts-per-billion", "ppb"),
    ("other", "mpg", "miles per gallon|miles to the gallon|mile-per-gallon", "mpg"),
    ("other", "L/100 km", "litres per 100 kilometres|liters per 100 kilometers|litres per 100km", "l/100km|L/100km|l/100 km"),
    ("other", "MP", "megapixels|megapixel", "MP"),
    ("other", "carat", "carats|carat", ""),
    ("duration", "ns", "nanoseconds|nanosecond", "ns"),
    ("duration", "µs", "microseconds|microsecond", "µs|μs"),
    ("duration", "ms", "milliseconds|millisecond", "ms"),
    ("duration", "s", "seconds|second|secs|sec", "s"),
    ("duration", "min", "minutes|minute|mins|min", ""),
    ("duration", "h", "hours|hour|hrs|hr", "h"),
    ("duration", "day", "days|day", ""),
    ("duration", "week", "weeks|week|wks", ""),
    ("duration", "fortnight", "fortnights|fortnight", ""),
    ("duration", "month", "months|month|mos", ""),
    ("duration", "year", "years|year|yrs|yr", "a"),
    ("duration", "decade", "decades|decade", ""),
    ("duration", "century", "centuries|century", ""),
)  # fmt: skip

UNIT_NAMES: dict[str, tuple[str, UnitKind]] = {
    name: (code, kind) for kind, code, names, _ in _TABLE for name in names.split("|") if name
}
UNIT_SYMBOLS: dict[str, tuple[str, UnitKind]] = {
    symbol: (code, kind) for kind, code, _, symbols in _TABLE for symbol in symbols.split("|") if symbol
}
# "m^2": the powers as typewriters have them.
UNIT_SYMBOLS |= {
    symbol[:-1] + power: unit
    for symbol, unit in UNIT_SYMBOLS.items()
    for raised, power in (("²", "^2"), ("³", "^3"))
    if symbol.endswith(raised)
}
# These symbols are words or letters of their own: only right behind the digits ("5m", not "5 m of" or "12 h").
GLUED_ONLY = frozenset("s h t l m g b A C F pc pp in bp bps mb mi K kn kt H a".split())
# ... of which these also stand behind a space when nothing but punctuation, a bracket or the end follows, or another dimension.
GLUED_OR_FINAL = frozenset("m g C F t l h s K".split())
# Signs and symbols of more than one unit: by the words around, else the first meaning, or none where there is no code.
# "2.5 F" beside a capacitor are farads, "150 kn" for a ticket kuna, "1,000 hPa (1,000 mb)" millibars and a file's mb megabytes.
AMBIGUOUS: dict[str, tuple[tuple[str, str, UnitKind], ...]] = {
    "°": (("heat", "°", "temperature"),),
    "º": (("heat", "°", "temperature"),),
    "degrees": (("heat", "°", "temperature"),),
    "degree": (("heat", "°", "temperature"),),
    "deg": (("heat", "°", "temperature"),),
    "F": (("electric", "farad", "electric"),),
    "C": (("charge", "coulomb", "electric"),),
    "kn": (("money", "HRK", "money"),),
    "mb": (("data", "MB", "data"),),
    "kt": (("yield", "kt", "mass"), ("sailing", "kn", "speed")),
    "H": (("coil", "H", "electric"),),
    "b": (("data", "bit", "data"),),
    "A": (("electric", "A", "electric"),),
    "K": (("heat", "K", "temperature"),),
}
# Of these the first meaning of the table is none at all: they ask for their context wherever they stand.
CONTEXT_ONLY = frozenset({"b", "A", "K", "H", "kt"})
ELECTRIC_CONTEXT = frozenset(
    "capacitor capacitors capacitance supercapacitor supercapacitors ultracapacitor ultracapacitors voltage volt volts circuit "
    "circuits current currents fuse fuses amp amps ampere amperes ammeter resistor resistors wiring battery charger".split()
)
COIL_CONTEXT = frozenset("inductor inductors inductance coil coils solenoid".split())
SAILING_CONTEXT = frozenset(
    "wind winds gust gusts ship ships vessel boat boats aircraft plane airspeed sailing yacht ferry speed speeds cruising "
    "cruise hurricane storm cyclone current tide".split()
)
YIELD_CONTEXT = frozenset(
    "bomb bombs warhead warheads yield nuclear explosion blast tnt output production exports imports ore copper nickel "
    "zinc lead tonnes".split()
)
HEAT_CONTEXT = frozenset(
    "outside freeze freezes froze frozen bake baked baking roast roasted preheat simmer melting melts "
    "melt boiling boils boil ambient celsius fahrenheit frost thermal superconducting cryogenic".split()
)
CHARGE_CONTEXT = frozenset("coulomb coulombs electron electrons capacitor capacitors electrostatic".split())
DATA_CONTEXT = frozenset(
    "file files data download downloads downloaded upload uploads memory storage disk disc drive bandwidth broadband attachment "
    "attachments cache ram software app folder bitrate encoded uncompressed megabyte megabytes gigabyte gigabytes".split()
)

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
