"""Tables of money by sign, code, name and country: ISO 4217, CLDR's names and signs, what newspapers write. No logic here."""

from __future__ import annotations


def _by_word(table: dict[str, str]) -> dict[str, str]:
    return {word: code for code, words in table.items() for word in words.split("|")}


# ISO 4217, with money that went in living memory; those that are words in capitals too are weak: see WEAK_CODES.
_CODES = (
    "USD EUR GBP JPY CHF AUD CAD NZD CNY HKD SGD INR RUB KRW ILS TRY UAH NGN PHP THB VND MYR IDR SEK NOK DKK PLN CZK HUF RON "
    "BGN HRK ISK MXN BRL ARS CLP COP PEN UYU ZAR EGP KES GHS TZS UGX MAD SAR AED QAR KWD BHD OMR JOD IRR IQD PKR BDT LKR NPR "
    "TWD KZT GEL AMD AZN BTC ETH XAF XOF XPF ETB AFN AOA BAM BBD BIF BND BOB BSD BWP BYN BZD CDF CRC DJF DOP DZD FJD GMD GNF "
    "GTQ GYD HNL HTG JMD KGS KHR KMF LAK LBP LSL LYD MDL MGA MKD MMK MNT MOP MUR MVR MWK MZN NAD PGK PYG RSD RWF SCR SDG SLL "
    "SRD SSP SYP SZL TJS TMT TND TTD UZS VES XCD YER ZMW ZWL DEM FRF ITL ESP NLG BEF ATS FIM PTE GRD IEP"
)
# What stands like a code and is none of ISO's.
_UNOFFICIAL = {"RMB": "CNY", "CNH": "CNY", "NIS": "ILS"}
# In small letters only those that are no word, abbreviation or name.
_SMALL = "usd eur gbp jpy chf aud nzd hkd sgd inr cny sek nok dkk pln czk huf brl mxn zar rub krw ils btc rmb"
CODES: dict[str, str] = {
    **{code: code for code in _CODES.split()},
    **_UNOFFICIAL,
    **{small: _UNOFFICIAL.get(small.upper(), small.upper()) for small in _SMALL.split()},
}
ISO_CODES = frozenset(code for code in CODES if code.isupper())
# Also names, words or short for something else: only with a number that is written like money.
WEAK_CODES = frozenset("TRY PEN COP MAD AMD RON BAM MOP BOB GEL HRK SLL VES ATS".split())
# "MSEK 300", "30 MUSD", "KEUR": what Nordic and German reports write for millions and thousands of the money they do business in.
MANY: dict[str, float] = {"k": 1e3, "K": 1e3, "T": 1e3, "m": 1e6, "M": 1e6, "mn": 1e6, "B": 1e9, "bn": 1e9}
MANY_CODES = tuple("USD EUR GBP CHF SEK NOK DKK ISK JPY CNY AUD CAD NZD HKD SGD INR PLN CZK HUF BRL MXN ZAR RUB KRW".split())

# Code letters or signs before the number. "PS" and "Y=" are what ASCII transliteration makes of the pound and the yen sign.
_SIGNS: dict[str, str] = {
    "USD": "$|US$|$US|US $|U.S.$|U.S. $|us $", "AUD": "A$|$A|AU$|Au$", "CAD": "C$|CA$|CAN$|Can$|CDN$|Cdn$|C $|c $",
    "HKD": "HK$|HK $|hk $", "NZD": "NZ$|NZ $|$NZ", "SGD": "S$|SG$", "TWD": "NT$", "BRL": "R$", "MXN": "Mex$|MX$", "JMD": "J$",
    "TTD": "TT$", "NAD": "N$", "BBD": "Bds$", "BZD": "BZ$", "FJD": "FJ$", "XCD": "EC$", "GBP": "£|£m|PS", "EUR": "€",
    "JPY": "¥|￥|Y=", "INR": "₹", "RUB": "₽", "KRW": "₩", "ILS": "₪", "TRY": "₺", "UAH": "₴", "NGN": "₦|N", "PHP": "₱|P",
    "THB": "฿", "VND": "₫", "CRC": "₡", "LAK": "₭", "GEL": "₾", "BTC": "₿", "KZT": "₸", "GHS": "₵", "MNT": "₮", "PYG": "₲",
    "AZN": "₼", "AMD": "֏", "KHR": "៛", "ESP": "₧", "MYR": "RM", "rupee": "Rs|Rs.|₨", "IDR": "Rp", "CNY": "CN¥", "CHF": "SFr",
    "franc": "Fr", "krone": "kr|Kr", "DKK": "DKr", "SEK": "SKr", "NOK": "NKr", "CZK": "Kč", "PLN": "zł", "DEM": "DM",
    "KES": "Ksh|KSh", "shilling": "Sh", "ZAR": "R", "BDT": "Tk|৳",
}  # fmt: skip
# "USD$15", "nzd$ 15": the code and its sign at once.
_DOUBLED = {
    f"{code}$": CODES[code]
    for name in ("USD", "AUD", "CAD", "NZD", "HKD", "SGD", "TWD", "MXN", "COP", "ARS", "CLP")
    for code in (name, name.lower())
    if code in CODES
} | {"cad$": "CAD"}
SIGNS: dict[str, str] = _by_word(_SIGNS) | _DOUBLED
# These look like other things too: only glued to a number that is written like money (a comma, a decimal point, a scale).
WEAK_SIGNS = frozenset({"P", "R", "N", "PS", "Sh", "Fr", "DM", "kr", "Kr", "Tk", "Rp", "RM"})
# Behind the number: whatever is a sign and nothing else, and a few letters.
_IDEOGRAPHS = {"元": "CNY", "圓": "CNY", "円": "JPY", "원": "KRW"}
SUFFIX_SIGNS: dict[str, str] = {
    **{sign: code for sign, code in SIGNS.items() if len(sign) == 1 and not sign.isalpha()},
    **_IDEOGRAPHS,
    **_by_word({"¢": "¢|c", "p": "p", "PLN": "zł", "CZK": "Kč", "krone": "kr"}),
}
IDEOGRAPHS = frozenset(_IDEOGRAPHS)

_NAMES: dict[str, str] = {
    "USD": "dollars|dollar|bucks", "EUR": "euros|euro", "JPY": "yen", "CNY": "yuan|renminbi|kuai",
    "GBP": "pounds sterling|pound sterling|sterling|quid", "ILS": "shekels|shekel", "RUB": "rubles|ruble|roubles|rouble",
    "UAH": "hryvnia|hryvnias|hryvnya|hryven", "PLN": "zloty|zlotys|złoty|złotys|zlotych", "HUF": "forints|forint",
    "NGN": "naira", "GHS": "cedis|cedi", "ZAR": "rand|rands", "MYR": "ringgit|ringgits", "IDR": "rupiah|rupiahs", "THB": "baht",
    "KZT": "tenge", "BDT": "taka", "ETB": "birr", "GEL": "lari", "TRY": "lira|liras", "ITL": "lire", "HRK": "kuna|kunas",
    "BRL": "reais", "NLG": "guilders|guilder", "FIM": "markkas|markka", "ESP": "pesetas|peseta", "PTE": "escudos|escudo",
    "ATS": "schillings|schilling", "GRD": "drachmas|drachma|drachmae", "DEM": "deutsche marks|deutschmarks|deutsche mark",
    "CZK": "koruna|korunas|koruny", "LAK": "kip", "CRC": "colones|colons", "HNL": "lempiras|lempira", "GTQ": "quetzales",
    "NIO": "cordobas|córdobas", "PYG": "guaranies|guaraníes", "BOB": "bolivianos|boliviano",
    "VES": "bolivars|bolivares|bolívares", "HTG": "gourdes|gourde", "AZN": "manats|manat", "TJS": "somoni",
    "MNT": "tugriks|tugrik|togrog", "MMK": "kyats|kyat", "KHR": "riels|riel", "AFN": "afghanis", "MVR": "rufiyaa",
    "MOP": "patacas|pataca", "BTN": "ngultrum", "AOA": "kwanzas|kwanza", "MZN": "meticais|metical", "MGA": "ariary",
    "GMD": "dalasis|dalasi", "BWP": "pula", "kwacha": "kwacha", "ERN": "nakfa", "BTC": "bitcoins|bitcoin", "ETH": "ether",
    "satoshi": "satoshis", "franc": "francs|franc", "peso": "pesos|peso", "rupee": "rupees|rupee", "dinar": "dinars|dinar",
    "dirham": "dirhams|dirham", "riyal": "riyals|riyal", "rial": "rials|rial", "krone": "kroner|krone", "SEK": "kronor",
    "krona": "krona", "shilling": "shillings|shilling", "¢": "cents|cent", "p": "pence|penny|pennies", "sen": "sen",
    "kopeck": "kopecks|kopeks|kopeck", "centavo": "centavos|centavo", "centime": "centimes|centime", "paise": "paise",
}  # fmt: skip
NAMES: dict[str, str] = _by_word(_NAMES)
# Coins that a sum of the larger money may end with: "seven dollars and 45 cents".
COINS = frozenset({"¢", "p", "sen", "kopeck", "centavo", "centime", "paise"})
# Only behind a million or more, or a country: "won" and "crowns" and "pounds" are other words too.
_NAMES_BIG_ONLY: dict[str, str] = {
    "KRW": "won", "GBP": "pounds|pound", "BRL": "real", "VND": "dong", "crown": "crowns", "mark": "marks", "RON": "lei|leu",
    "BGN": "leva|lev", "PEN": "soles", "SLL": "leones", "ALL": "leks|lek", "AMD": "drams",
}  # fmt: skip
NAMES_BIG_ONLY: dict[str, str] = _by_word(_NAMES_BIG_ONLY)
_COUNTRIES: dict[str, str] = {
    "dollar": "us=USD|u.s.=USD|american=USD|united states=USD|australian=AUD|aussie=AUD|canadian=CAD|new zealand=NZD|kiwi=NZD|"
        "hong kong=HKD|singapore=SGD|singaporean=SGD|taiwan=TWD|taiwanese=TWD|jamaican=JMD|zimbabwean=ZWL|zimbabwe=ZWL|"
        "namibian=NAD|bahamian=BSD|barbadian=BBD|barbados=BBD|belize=BZD|bermudian=BMD|brunei=BND|fijian=FJD|fiji=FJD|"
        "guyanese=GYD|liberian=LRD|surinamese=SRD|trinidad=TTD|trinidadian=TTD|eastern caribbean=XCD|east caribbean=XCD",
    "pound": "british=GBP|egyptian=EGP|lebanese=LBP|syrian=SYP|sudanese=SDG|english=GBP|irish=IEP|south sudanese=SSP|"
        "scottish=GBP|cypriot=CYP|gibraltar=GIP",
    "franc": "swiss=CHF|french=FRF|belgian=BEF|cfa=XOF|west african=XOF|central african=XAF|congolese=CDF|rwandan=RWF|"
        "burundian=BIF|burundi=BIF|guinean=GNF|djiboutian=DJF|comorian=KMF|luxembourg=LUF",
    "peso": "mexican=MXN|argentine=ARS|argentinian=ARS|argentinean=ARS|chilean=CLP|colombian=COP|philippine=PHP|filipino=PHP|"
        "cuban=CUP|uruguayan=UYU|dominican=DOP",
    "rupee": "indian=INR|pakistani=PKR|pakistan=PKR|sri lankan=LKR|sri lanka=LKR|nepalese=NPR|nepali=NPR|mauritian=MUR|"
        "mauritius=MUR|seychellois=SCR|seychelles=SCR",
    "rupiah": "indonesian=IDR",
    "dinar": "kuwaiti=KWD|iraqi=IQD|jordanian=JOD|serbian=RSD|algerian=DZD|tunisian=TND|libyan=LYD|bahraini=BHD|bahrain=BHD",
    "dirham": "moroccan=MAD|emirati=AED|uae=AED|u.a.e.=AED",
    "riyal": "saudi=SAR|saudi arabian=SAR|qatari=QAR|qatar=QAR|omani=OMR|yemeni=YER",
    "rial": "iranian=IRR|omani=OMR|yemeni=YER",
    "krone": "danish=DKK|norwegian=NOK",
    "krona": "swedish=SEK|icelandic=ISK",
    "crown": "danish=DKK|norwegian=NOK|swedish=SEK|czech=CZK|icelandic=ISK|slovak=SKK|estonian=EEK",
    "koruna": "czech=CZK|slovak=SKK",
    "shilling": "kenyan=KES|kenya=KES|ugandan=UGX|uganda=UGX|tanzanian=TZS|tanzania=TZS|somali=SOS",
    "won": "south korean=KRW|korean=KRW|north korean=KPW",
    "yen": "japanese=JPY",
    "yuan": "chinese=CNY",
    "renminbi": "chinese=CNY",
    "shekel": "israeli=ILS|new israeli=ILS|new=ILS",
    "ruble": "russian=RUB|belarusian=BYN|belarussian=BYN",
    "rouble": "russian=RUB|belarusian=BYN|belarussian=BYN",
    "lira": "turkish=TRY|italian=ITL|maltese=MTL",
    "rand": "south african=ZAR",
    "real": "brazilian=BRL",
    "mark": "german=DEM|finnish=FIM|east german=DDM|west german=DEM|convertible=BAM",
    "markka": "finnish=FIM",
    "guilder": "dutch=NLG|netherlands=NLG",
    "peseta": "spanish=ESP",
    "escudo": "portuguese=PTE|cape verdean=CVE",
    "schilling": "austrian=ATS",
    "drachma": "greek=GRD",
    "ringgit": "malaysian=MYR",
    "zloty": "polish=PLN",
    "forint": "hungarian=HUF",
    "hryvnia": "ukrainian=UAH",
    "naira": "nigerian=NGN",
    "cedi": "ghanaian=GHS|ghana=GHS",
    "birr": "ethiopian=ETB",
    "kwacha": "zambian=ZMW|malawian=MWK|malawi=MWK",
    "baht": "thai=THB",
    "dong": "vietnamese=VND",
    "taka": "bangladeshi=BDT|bangladesh=BDT",
    "tenge": "kazakh=KZT|kazakhstani=KZT",
    "kuna": "croatian=HRK",
    "lari": "georgian=GEL",
    "leu": "romanian=RON|moldovan=MDL",
    "lei": "romanian=RON|moldovan=MDL",
    "lev": "bulgarian=BGN",
    "leva": "bulgarian=BGN",
    "lek": "albanian=ALL",
    "dram": "armenian=AMD",
    "manat": "azerbaijani=AZN|azeri=AZN|turkmen=TMT",
    "sol": "peruvian=PEN",
    "cent": "us=¢|u.s.=¢|euro=¢",
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
        "zlotys=zloty forints=forint korunas=koruna escudos=escudo schillings=schilling drachmas=drachma cedis=cedi "
        "leks=lek drams=dram manats=manat soles=sol ringgits=ringgit cents=cent hryvnias=hryvnia"
    ).split()
)
